/** A pen's memory in a file: kept as soon as anything in it is other than before. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { um } from '../../protocol/units.ts';
import { tableCheck } from '../../protocol/table.ts';
import { keeper, keptIn } from '../../sim/asked-pen.ts';
import { HANDS_OFF } from '../../sim/plant/index.ts';
import { atBench } from './pen/bench-talk.ts';
import { expectDone } from './pen/talker.ts';
import { rig } from './pen/rig.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'asked-pen-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

test('a calibration table is in the file as soon as the pen has it', () => {
  const talker = atBench();
  const { pen } = talker;
  const file = path.join(folder, 'pen.json');
  const save = keeper(pen, 1, file);
  save();
  const before = fs.readFileSync(file, 'utf8');
  talker.hand = HANDS_OFF;
  talker.pass(300);
  const table = {
    serial: pen.serial, certificateId: 'C-77', class: 'S' as const, issuedDay: 2_500,
    dueDay: 2_600, biasLowUm: um(5), uncertaintyLowUm: um(10), biasHighUm: um(6),
    uncertaintyHighUm: um(12), curve: [],
  };
  save();
  expectDone(talker.ask({ kind: 'certify', ...table, check: tableCheck(table) }));
  talker.pass(1_000);
  const { record } = pen.memory();
  save();
  expect(fs.readFileSync(file, 'utf8')).not.toBe(before);
  expect(pen.memory().record).toBe(record);
  const again = rig({ cartridge: 'metrology', serial: pen.serial, memory: keptIn(file).memory });
  expect(again.firmware().calibrated.table).toMatchObject({ certificateId: 'C-77', class: 'S' });
});

test('a memory that has not changed is not written again', () => {
  const file = path.join(folder, 'still.json');
  const save = keeper(rig(), 1, file);
  save();
  fs.rmSync(file);
  save();
  expect(fs.existsSync(file)).toBe(false);
});
