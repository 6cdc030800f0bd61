/** A recorder that fails or falls behind says so once and ends itself; nobody waits for it. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { recordToFile, type RecorderDisk } from '../../host/replay/recorder.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'corium-recorder-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const HEAD = {
  corium: 'wire recording', version: 1, schemaHash: '0x00000001',
  startedAt: '2026-11-20T12:00:00.000Z', pen: 'memory', host: '0.1.0',
} as const;

/** A recorder in a file of this test, and what it said. */
function recorder(name: string, disk?: RecorderDisk) {
  const said: string[] = [];
  const made = recordToFile(path.join(folder, name), HEAD, {
    nowMs: () => 0,
    say: (sentence) => said.push(sentence),
    ...(disk === undefined ? {} : { disk }),
  });
  if (!made.ok) throw new Error(made.error);
  return { ...made.value, said };
}

test('what is heard, sent and stepped stands in the file, a line each', async () => {
  const { heard, sent, stepped, ended, close } = recorder('a.wire');
  heard(Uint8Array.of(0, 255));
  stepped({ kind: 'frame' }, 3);
  stepped({ kind: 'tick' }, 10);
  sent(Uint8Array.of(1), { urgent: true, lost: true });
  ended('left');
  await close();
  expect(fs.readFileSync(path.join(folder, 'a.wire'), 'utf8').split('\n').slice(1)).toEqual([
    '{"t":0.000,"in":"00ff"}',
    '{"d":3}',
    '{"d":10,"e":"tick"}',
    '{"t":0.000,"out":"01","urgent":true,"lost":true}',
    '{"t":0.000,"end":"left"}',
    '',
  ]);
});

test('a file that is there already is not overwritten, and a folder that is not is named', () => {
  const ground = { nowMs: () => 0, say: () => undefined };
  fs.writeFileSync(path.join(folder, 'there.wire'), 'precious');
  const there = recordToFile(path.join(folder, 'there.wire'), HEAD, ground);
  expect(there.ok ? '' : there.error).toContain('overwrites none');
  expect(fs.readFileSync(path.join(folder, 'there.wire'), 'utf8')).toBe('precious');
  const nowhere = recordToFile('/nowhere/b.wire', HEAD, ground);
  expect(nowhere.ok ? '' : nowhere.error).toContain('Name another');
});

test('S-35 a full disk ends the recording and nothing else', async () => {
  const full: RecorderDisk = {
    open: () => 0,
    write: (_fd, _bytes, done) => done(new Error('no space left on device')),
    close: () => undefined,
  };
  const { heard, close, said } = recorder('full.wire', full);
  heard(Uint8Array.of(1));
  await close();
  heard(Uint8Array.of(2));
  expect(said).toEqual([
    `The recording in ${path.join(folder, 'full.wire')} ended: no space left on device. ` +
      'The treatment goes on.',
  ]);
});

test('a disk that never answers holds a bounded number of bytes', () => {
  const stuck: RecorderDisk = { open: () => 0, write: () => undefined, close: () => undefined };
  const { heard, said } = recorder('stuck.wire', stuck);
  const piece = new Uint8Array(250);
  for (let index = 0; index < 10_000; index += 1) heard(piece);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('the disk is too slow for it');
});
