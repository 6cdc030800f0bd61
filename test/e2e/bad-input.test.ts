/** Every bad input is answered with sentences and a promised code, and never with a stack. */
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { DEMO_PLAN, type Ended, newFolder, newInstallation, run, start } from './corium.ts';

interface Place {
  readonly dataDir: string;
  readonly casePath: string;
}

const place: { now: Place } = { now: { dataDir: '', casePath: '' } };
beforeAll(async () => {
  place.now = await newInstallation();
});

/** What every refusal has in common. */
function expectSentences({ code, out, err }: Ended, expected: number, what: RegExp): void {
  expect(`${out}${err}`).toMatch(what);
  expect(code).toBe(expected);
  expect(`${out}${err}`).not.toMatch(/^\s+at /m);
  const lines = err.split('\n').filter((line) => line !== '');
  for (const line of lines) expect(line).toMatch(/[.:]$|npm run treat/);
}

/** A plan like the demonstration's with something changed in its text. */
function planWith(change: (text: string) => string): string {
  const file = path.join(newFolder(), 'plan.json');
  fs.writeFileSync(file, change(fs.readFileSync(DEMO_PLAN, 'utf8')));
  return file;
}

test('a command or an option that nobody knows', async () => {
  expectSentences(await run('frob'), 2, /^Unknown command 'frob'/m);
  expectSentences(await run('init'), 2, /'--data <dir>' not specified/);
  expectSentences(await run('pens', '--frob'), 2, /--frob/);
});

test('S-38 a plan that cannot be read, each for its own reason', async () => {
  const { dataDir } = place.now;
  const treat = (plan: string): Promise<Ended> =>
    run('treat', plan, '--data', dataDir, '--pen', 'serial:/dev/nowhere');
  expectSentences(await treat('/nowhere/plan.json'), 1, /plan was not found/);
  expectSentences(await treat(planWith((text) => text.slice(0, 200))), 1, /ends in the middle/);
  const inches = planWith((text) => text.replace('"depthUm": 500', '"depthInch": 0.02'));
  expectSentences(await treat(inches), 1, /micrometres/);
  const unknown = planWith((text) => text.replace('"forehead"', '"third-eye"'));
  expectSentences(await treat(unknown), 1, /third-eye/);
  const endless = path.join(newFolder(), 'plan.json');
  fs.writeFileSync(endless, Buffer.alloc(50_000_000, 0x20));
  expectSentences(await treat(endless), 1, /bytes/);
});

test('a plan that asks for more than is allowed, with every reason at once', async () => {
  const deep = planWith((text) => text.replaceAll('"depthUm": 750', '"depthUm": 2400'));
  const checked = await run('check', deep, '--case', place.now.casePath);
  expectSentences(checked, 1, /2\.40 mm at the left cheek/);
  expect(checked.out).toContain('2.40 mm at the right cheek');
  expect(checked.out).toMatch(/^4 reasons stand against it\.$/m);
});

test('the demonstration has nothing against it, with its pen and its case file', async () => {
  const { dataDir, casePath } = place.now;
  const words = ['--case', casePath, '--data', dataDir, '--pen', 'sim', '--json'];
  const checked = await run('check', DEMO_PLAN, ...words);
  expect(checked.code).toBe(0);
  expect(JSON.parse(checked.out)).toMatchObject({ ok: true, refusals: [], notLookedAt: [] });
});

test('a port that is not there, is no port, is elsewhere, or does not answer', async () => {
  const { dataDir, casePath } = place.now;
  const treat = (pen: string): Promise<Ended> => {
    const words = ['treat', DEMO_PLAN, '--data', dataDir, '--case', casePath, '--pen', pen];
    const running = start(words);
    return running.ended;
  };
  expectSentences(await treat('carrier-pigeon'), 2, /not the address of a pen/);
  expectSentences(await treat('serial:/dev/nowhere'), 3, /There is no \/dev\/nowhere/);
  expectSentences(await treat(`serial:${casePath}`), 3, /not a port that a pen can hang on/);
  expectSentences(await treat('tcp:192.0.2.1:9'), 3, /another computer/);
  const server = net.createServer((socket) => {
    socket.resume();
    socket.on('error', () => undefined);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  expectSentences(await treat(`tcp:127.0.0.1:${port}`), 3, /answers as a pen/);
  await new Promise((closed) => server.close(closed));
}, 60_000);

test('S-38 an installation that is missing, taken or altered', async () => {
  const nowhere = path.join(newFolder(), 'nowhere');
  const missing = await run('treat', DEMO_PLAN, '--data', nowhere, '--pen', 'sim');
  expectSentences(missing, 4, /holds no installation/);
  expectSentences(await run('init', '--data', place.now.dataDir), 4, /already holds/);
  const { dataDir } = await newInstallation();
  const file = path.join(dataDir, 'journal', '000001.jsonl');
  const text = fs.readFileSync(file, 'utf8');
  fs.writeFileSync(file, text.replace('"kind":"journal-opened"', '"kind":"journal-0pened"'));
  expectSentences(await run('record', 'verify', '--data', dataDir), 4, /altered/);
});

test('S-38 a script on anything but a simulated pen', async () => {
  const { dataDir, casePath } = place.now;
  const words = ['--data', dataDir, '--case', casePath, '--pen', 'serial:/dev/nowhere'];
  const asked = await run('treat', DEMO_PLAN, ...words, '--scripted');
  expectSentences(asked, 2, /nobody may do on skin/);
});

test('as JSON a refusal is one document with its code', async () => {
  for (const words of [['frob', '--json'], ['record', 'show', '--data', '/nowhere', '--json']]) {
    const { code, out, err } = await run(...words);
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({ ok: false, exitCode: code });
  }
});
