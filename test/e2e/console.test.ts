/** `corium console` as a person or a script starts it. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { DEMO_PLAN, newFolder, newInstallation, run, start } from './corium.ts';

const LONG_MS = 30_000;

/** Runs a console to its end with some lines at its input. */
function typing(lines: string, ...words: readonly string[]) {
  const running = start(['console', '--pen', 'sim', ...words]);
  running.child.stdin.end(lines);
  return running.ended;
}

test('lines from a pipe are answered in their order, and the mode switch is said', async () => {
  const { code, out, err } = await typing('id\n\ntable\n');
  expect([code, err]).toEqual([0, '']);
  const order = ['SERVICE MODE of pen', 'pen> id', 'model meridian-p', 'pen> table', 'class P',
    'SERVICE MODE left: the pen said so'];
  expect(order.map((text) => out.indexOf(text)).every((at) => at >= 0)).toBe(true);
  expect(order.map((text) => out.indexOf(text))).toEqual(
    order.map((text) => out.indexOf(text)).toSorted((one, other) => one - other),
  );
}, LONG_MS);

test('as JSON one document tells everything, and a refused line is in the exit code', async () => {
  const { code, out } = await typing('vitals\nfly\n', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    ok: false,
    exitCode: 1,
    exchanges: [
      { line: 'vitals', outcome: 'ok' },
      { line: 'fly', outcome: 'no', reason: 'no such command, try help' },
    ],
    ended: { kind: 'left', by: 'exit', stop: 'none' },
  });
}, LONG_MS);

test('S-33 Ctrl-C stops the pen first, and says how it was left', async () => {
  const running = start(['console', '--pen', 'sim']);
  await running.said(/SERVICE MODE of pen/);
  running.child.kill('SIGINT');
  const { code, out, err } = await running.ended;
  expect(code).toBe(6);
  expect(out).toContain('Stopping the pen first');
  expect(err).toContain('It was stopped first and proved it');
}, LONG_MS);

test('S-18 no console is opened while a treatment is open', async () => {
  const { dataDir, casePath } = await newInstallation();
  const treat = start([
    'treat', DEMO_PLAN, '--data', dataDir, '--case', casePath, '--pen', 'sim', '--scripted',
  ]);
  await treat.said(/Armed: forehead/);
  const during = await run('console', '--pen', 'sim', '--data', dataDir);
  treat.child.kill('SIGINT');
  await treat.ended;
  const after = await run('console', '--pen', 'sim', '--data', dataDir);
  for (const { code, err } of [during, after]) {
    expect(code).toBe(1);
    expect(err).toMatch(/Treatment \w+ is open; finish it/);
  }
}, LONG_MS);

test('S-38 a port that is not there and a folder that is none are sentences', async () => {
  const missing = path.join(newFolder(), 'nothing');
  const noPort = await run('console', '--pen', `serial:${missing}`);
  const noData = await run('console', '--pen', 'sim', '--data', missing);
  expect([noPort.code, noData.code]).toEqual([3, 4]);
  expect(noPort.err + noData.err).not.toContain('    at ');
}, LONG_MS);
