/**
 * A pen's memory in a file: what comes back, and what a damaged one is taken for.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { FRESH } from '../../sim/firmware/index.ts';
import { readNvFile, writeNvFile } from '../../sim/nv-file.ts';
import { BLANK } from '../../sim/pen-memory.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pen-memory-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const file = (name: string): string => path.join(folder, name);
const record = { ...FRESH, mark: 1_234, counted: 1_000 };

test('what was written comes back', () => {
  const places = [Uint8Array.of(1, 2), new Uint8Array(0)] as const;
  const kept = { record, bootCount: 7, tables: places, keys: [places[1], places[0]] } as const;
  expect(writeNvFile(file('whole'), kept, 42).ok).toBe(true);
  expect(readNvFile(file('whole'))).toEqual({ ok: true, value: { memory: kept, seed: 42 } });
});

test('a file that is not there is a pen that was never switched on', () => {
  expect(readNvFile(file('none'))).toMatchObject({
    value: { memory: { record: undefined, bootCount: 0 } },
  });
});

test('a record that was altered does not pass its check, and the pen knows that it had one', () => {
  writeNvFile(file('altered'), { ...BLANK, record, bootCount: 7 }, 42);
  const text = fs.readFileSync(file('altered'), 'utf8').replace('1234', '1230');
  fs.writeFileSync(file('altered'), text);
  expect(readNvFile(file('altered'))).toMatchObject({
    ok: true,
    value: { memory: { record: undefined, bootCount: 7 } },
  });
});

test('a file of something else is refused in words', () => {
  for (const text of ['', '{', '[]', '{"version":2}', '{"version":1}', 'null']) {
    fs.writeFileSync(file('other'), text);
    expect(readNvFile(file('other'))).toMatchObject({ error: { code: 'not-a-memory' } });
  }
  expect(readNvFile(folder)).toMatchObject({ error: { code: 'unreadable' } });
});
