/** The conformance kit as a command: real processes, real carriers, in real time. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { newFolder, run, start } from './corium.ts';

/** A simulated pen behind a socket, and how it is named. */
async function simOnTcp(...options: readonly string[]) {
  const sim = start(['sim', '--tcp', '127.0.0.1:0', '--json', ...options]);
  const [, address = ''] = await sim.said(/"address":"(tcp:[^"]+)"/);
  return { address, end: () => sim.child.kill('SIGTERM') };
}

test('over a socket, what needs no motion is judged, and a report is written', async () => {
  const { address, end } = await simOnTcp('--operator', 'none');
  const junit = path.join(newFolder(), 'conform.xml');
  const part = ['--only', 'envelope', 'golden-handshake', 'arms-and-disarms'];
  const judged = await run('conform', '--pen', address, ...part, '--junit', junit);
  end();
  expect(judged.code).toBe(7);
  expect(judged.out).toContain('Nothing is armed');
  expect(judged.out).toMatch(/^ok +golden-handshake +S-32/m);
  expect(judged.out).toMatch(/^not judged arms-and-disarms .*--allow-motion and --on-bench/m);
  expect(judged.out).toMatch(/6 checks in [\d.]+ s: 5 ok, 0 failed, 1 not judged\./);
  const report = fs.readFileSync(junit, 'utf8');
  expect(report).toContain('tests="6" failures="0" errors="0" skipped="1"');
});

test('S-26 over the real serial road a simulated pen stops by its lease', async () => {
  const part = ['--only', 'stops-at-the-end-of-its-lease', 'stops-when-told'];
  const judged = await run('conform', '--pen', 'sim', ...part, '--json');
  const said = JSON.parse(judged.out) as { checks: { verdict: unknown }[]; finding: string };
  expect(said.checks.map(({ verdict }) => verdict)).toMatchObject([{ kind: 'ok' }, { kind: 'ok' }]);
  expect([judged.code, said.finding]).toEqual([0, 'conforms']);
});

test('a pen with a fault does not conform, and it is said what was expected and came', async () => {
  const fault = ['--operator', 'none', '--fault', 'clock-drift@0,ppm=150000'];
  const { address, end } = await simOnTcp(...fault);
  const judged = await run('conform', '--pen', address, '--only', 'clock-keeps-time');
  end();
  expect(judged.code).toBe(1);
  expect(judged.out).toMatch(/^FAILED +clock-keeps-time/m);
  expect(judged.out).toMatch(/Expected \d+ ms to take \d+ ms, within 2 % and the wire; came \d+\s/);
  expect(judged.out).toContain('See protocol/README.md#clocks');
});

test('Ctrl-C stops the pen first, and its latch has to be named before it is judged', async () => {
  const { address, end } = await simOnTcp('--operator', 'bench');
  const words = ['--allow-motion', '--on-bench', '--hands', 'auto', '--only', 'motion'];
  const running = start(['conform', '--pen', address, ...words]);
  await running.said(/^ok +stops-at-its-ceiling/m);
  running.child.kill('SIGINT');
  const { code, err } = await running.ended;
  expect(code).toBe(6);
  const [, latch = ''] = /proven to stand: latched, latch ([\w-]+), needles in/.exec(err) ?? [];
  const again = (...more: readonly string[]) =>
    run('conform', '--pen', address, '--only', 'golden-unjoined', ...more);
  const refused = await again();
  expect([refused.code, refused.err]).toEqual([3, expect.stringContaining(`--clear ${latch}`)]);
  const cleared = await again('--clear', latch);
  end();
  expect([cleared.code, cleared.err]).toEqual([0, '']);
});

test('what cannot be asked is refused in one sentence', async () => {
  const sentences: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /^Say which pen/],
    [['--pen', 'sim', '--only', 'frob'], /There is no check or group "frob"/],
    [['--pen', 'sim', '--hands', 'three'], /--hands takes none, auto, person/],
    [['--pen', 'sim', '--clear', 'rust'], /There is no latch "rust"/],
    [['--pen', 'sim', '--on-bench'], /Say --allow-motion as well/],
    [['--pen', 'sim', '--junit', '/nowhere/x.xml'], /The report cannot be written/],
  ];
  for (const [words, what] of sentences) {
    const refused = await run('conform', ...words);
    expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(what)]);
  }
});
