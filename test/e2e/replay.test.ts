/** A treatment on a pseudo-terminal is recorded in real time and replays byte for byte. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DEMO_PLAN, newFolder, newInstallation, run, start } from './corium.ts';

test('a treatment over the real serial road is recorded, and replays byte for byte', async () => {
  const { dataDir, casePath } = await newInstallation();
  const recording = path.join(newFolder(), 'a.wire');
  const words = ['treat', DEMO_PLAN, '--data', dataDir, '--case', casePath, '--pen', 'sim'];
  const running = start([...words, '--scripted', '--record-wire', recording]);
  await running.said(/25 % of pass 1/);
  running.child.kill('SIGINT');
  await running.ended;
  const again = await run('treat', ...words.slice(1), '--record-wire', recording);
  expect([again.code, again.err]).toEqual([4, expect.stringContaining('overwrites none')]);
  const shown = await run('replay', recording);
  expect(shown.out).toContain('every frame that it sent is the same, byte for byte');
  expect(shown.out).toMatch(/asked to arm the forehead/);
  expect(shown.code).toBe(0);
  const told = await run('replay', recording, '--json');
  expect(JSON.parse(told.out)).toMatchObject({ ok: true, whole: true });
  expect(fs.readFileSync(recording, 'utf8')).not.toContain('demo-person');
});

test('what cannot be replayed is refused in one sentence', async () => {
  const folder = newFolder();
  const file = (name: string, text: string): string => {
    fs.writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const sentences: readonly (readonly [readonly string[], number, RegExp])[] = [
    [['/nowhere/a.wire'], 4, /cannot be read: ENOENT/],
    [[folder], 4, /cannot be read: EISDIR/],
    [[file('b.wire', 'a,b,c\n')], 4, /is no wire recording of Corium/],
    [[file('c.wire', ''), '--from', 'two'], 2, /are seconds of the recording/],
    [[file('d.wire', ''), '--from', '3', '--to', '2'], 2, /are seconds of the recording/],
    [[], 2, /missing required argument 'recording'/i],
  ];
  for (const [words, code, what] of sentences) {
    const refused = await run('replay', ...words);
    expect([refused.code, refused.err]).toEqual([code, expect.stringMatching(what)]);
  }
});
