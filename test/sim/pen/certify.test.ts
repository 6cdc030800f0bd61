/**
 * A calibration table on its way into a pen: taken whole or not at all, whatever byte the power
 * fails at, and from then on the curve by which every depth is ordered.
 */
import { expect, test } from 'vitest';
import { type CalibrationTable, TABLE_BYTES, tableCheck } from '../../../protocol/table.ts';
import type { Certify } from '../../../protocol/to-pen.ts';
import { um } from '../../../protocol/units.ts';
import { HANDS_OFF, protrudingUm } from '../../../sim/plant/index.ts';
import { atBench, benchWith, extend, repress } from './bench-talk.ts';
import { rig, rigTalker } from './rig.ts';
import { expectDone, type Talker } from './talker.ts';

const STORED_MS = TABLE_BYTES + 20;

const tableFor = (talker: Talker, change: Partial<CalibrationTable> = {}): CalibrationTable => ({
  serial: talker.pen.serial,
  certificateId: 'CMP-77',
  class: 'P',
  issuedDay: 2_500,
  dueDay: 2_680,
  biasLowUm: um(1),
  uncertaintyLowUm: um(20),
  biasHighUm: um(-2),
  uncertaintyHighUm: um(30),
  curve: [{ atUm: um(100), addUm: um(-40) }, { atUm: um(2_000), addUm: um(-60) }],
  ...change,
});

const certify = (table: CalibrationTable): Certify =>
  ({ kind: 'certify', ...table, check: tableCheck(table) });

const tableIn = ({ pen }: Talker): CalibrationTable => pen.firmware().calibrated.table;

/** Lets the needles out at a depth and reads the gauge. */
function gauge(talker: Talker, depthUm: number): number {
  repress(talker);
  for (let times = 0; times < 8; times += 1) {
    expectDone(extend(talker, depthUm));
    talker.pass(50);
  }
  const reading = protrudingUm(talker.pen.plant);
  talker.hand = HANDS_OFF;
  talker.pass(200);
  return reading;
}

test('a table that was stored is read back, told at the next hello, and outlives a reset', () => {
  const talker = atBench();
  const table = tableFor(talker);
  expectDone(talker.ask(certify(table)));
  talker.pass(STORED_MS);
  expect(talker.ask({ kind: 'read', page: 9 })).toMatchObject({
    kind: 'table', ...table, check: tableCheck(table),
  });
  const again = rigTalker({ memory: talker.pen.memory() });
  again.hello();
  again.pass(3);
  expect(again.ask({ kind: 'read', page: 3 })).toMatchObject({
    kind: 'calibration', certificateId: 'CMP-77', class: 'P', dueDay: 2_680,
  });
});

test('the curve moves the needles by what it adds, and nothing else does', () => {
  const talker = atBench();
  const beforeUm = gauge(talker, 1_000);
  expectDone(talker.ask(certify(tableFor(talker))));
  talker.pass(STORED_MS);
  const movedUm = gauge(talker, 1_000) - beforeUm;
  expect(Math.abs(movedUm - -50)).toBeLessThanOrEqual(2);
});

test('until a table is stored the one before holds, and nothing begins to move', () => {
  const talker = atBench();
  const before = tableIn(talker);
  expectDone(talker.ask(certify(tableFor(talker))));
  talker.pass(10);
  repress(talker);
  expect(extend(talker)).toMatchObject({ reason: 'table-not-stored' });
  expect(tableIn(talker)).toEqual(before);
});

test('a power cut at any byte leaves the old table or the new one', () => {
  const old = tableIn(atBench());
  const outcomes = new Set<string>();
  for (let cutMs = 0; cutMs <= STORED_MS; cutMs += 1) {
    const talker = atBench();
    expectDone(talker.ask(certify(tableFor(talker))));
    talker.pass(cutMs);
    const again = benchWith(rig({ cartridge: 'metrology', memory: talker.pen.memory() }));
    const found = tableIn(again);
    expect([old, tableFor(talker)]).toContainEqual(found);
    outcomes.add(found.certificateId);
  }
  expect(outcomes.size).toBe(2);
});

test('the second table overwrites the first place, and a cut leaves the first table', () => {
  const talker = atBench();
  for (const certificateId of ['CMP-77', 'CMP-78']) {
    expectDone(talker.ask(certify(tableFor(talker, { certificateId }))));
    talker.pass(STORED_MS);
  }
  expectDone(talker.ask(certify(tableFor(talker, { certificateId: 'CMP-79' }))));
  talker.pass(40);
  const again = rigTalker({ memory: talker.pen.memory() });
  again.pass(3);
  expect(tableIn(again).certificateId).toBe('CMP-78');
});

test('a pen in whose memory no table is whole corrects nothing and claims no class', () => {
  const talker = atBench();
  const [one, other] = talker.pen.memory().tables;
  const torn = Uint8Array.from(one, (byte, index) => (index === 20 ? byte ^ 1 : byte));
  const again = rigTalker({ memory: { ...talker.pen.memory(), tables: [torn, other] } });
  again.pass(3);
  expect(tableIn(again)).toMatchObject({ class: 'none', curve: [], serial: again.pen.serial });
});

test.each([
  ['for another pen', { serial: 'MP-000999' }, 'foreign-table'],
  ['with a curve that turns back',
    { curve: [{ atUm: um(100), addUm: um(90) }, { atUm: um(120), addUm: um(0) }] }, 'bad-curve'],
  ['that adds too much', { curve: [{ atUm: um(100), addUm: um(301) }] }, 'bad-curve'],
] as const)('a table %s is refused and changes nothing', (_, change, reason) => {
  const talker = atBench();
  const before = tableIn(talker);
  expect(talker.ask(certify(tableFor(talker, change)))).toMatchObject({ reason });
  talker.pass(STORED_MS);
  expect(tableIn(talker)).toEqual(before);
});

test('a table that does not fit its check is refused', () => {
  const talker = atBench();
  const ask = { ...certify(tableFor(talker)), uncertaintyLowUm: um(1) };
  expect(talker.ask(ask)).toMatchObject({ reason: 'damaged-table' });
});

test('a treatment takes no table, and neither does a pen whose needles are out', () => {
  const treating = rigTalker();
  treating.hello();
  treating.pass(5);
  expectDone(treating.ask({ kind: 'join', mode: 'treatment' }));
  expect(treating.ask(certify(tableFor(treating)))).toMatchObject({ reason: 'wrong-mode' });
  const talker = atBench();
  repress(talker);
  expectDone(extend(talker));
  talker.pass(40);
  expect(talker.ask(certify(tableFor(talker)))).toMatchObject({ reason: 'not-idle' });
});
