/**
 * The record of a treatment: planned, granted, delivered and unknown, and everything that
 * happened.
 */
import { expect, test } from 'vitest';
import { recordCsv, recordJson, recordText } from '../../../host/journal/export.ts';
import type { NoteGiven } from '../../../host/journal/entry.ts';
import { foldRecord, type TreatmentRecord } from '../../../host/journal/record.ts';
import {
  armed,
  closed,
  entriesOf,
  linked,
  lost,
  opened,
  ORDINARY,
  reservation,
  settled,
  train,
} from '../../support/journal.ts';

function recordOf(notes: readonly NoteGiven[], treatmentId = 't-1'): TreatmentRecord {
  const record = foldRecord(entriesOf(notes), treatmentId);
  if (record === undefined) throw new Error('there is such a treatment');
  return record;
}

const CRASHED: readonly NoteGiven[] = [
  linked,
  opened,
  reservation,
  armed(1),
  train(1, 0, 250),
  { kind: 'alarm', alarm: 'link-lost', priority: 'medium', on: true },
  { kind: 'link-lost', serial: 'P1', why: 'silence' },
  { kind: 'refused', what: 'arming', refusals: [{ code: 'no-link', facts: {} }] },
  { kind: 'stop', reason: 'operator', by: 'o-1' },
  lost(1, 400),
  { ...closed, outcome: 'stopped' },
];

test('planned, granted, delivered and unknown stand side by side', () => {
  expect(recordOf(ORDINARY).areas).toMatchObject([
    {
      area: 'cheek',
      side: 'left',
      planned: { strokesTotal: 2_000, passes: 2 },
      granted: { reservations: 2, strokes: 810 },
      delivered: { strokes: 700, punctures: 8_400, meanPuncturesPerCm2: 210, contactMs: 7_000 },
      unknown: { strokes: 0, punctures: 0, meanPuncturesPerCm2: 0, contactMs: 0 },
      passes: 2,
      depthUmPeak: 655,
    },
  ]);
});

test('S-23 what is not known is beside what is, and both together are what counts', () => {
  expect(recordOf(CRASHED).areas[0]).toMatchObject({
    delivered: { strokes: 250, contactMs: 2_500 },
    unknown: { strokes: 150, punctures: 1_800, meanPuncturesPerCm2: 45, contactMs: 3_500 },
  });
});

test('every alarm, refusal, stop and loss of the link is in the record in its order', () => {
  const kinds = recordOf(CRASHED).events.map(({ kind }) => kind);
  expect(kinds).toEqual(['alarm', 'link-lost', 'refused', 'stop']);
});

test('a record names the pens that were armed, as they introduced themselves', () => {
  expect(recordOf(ORDINARY).pens).toMatchObject([
    { serial: 'P1', model: 'meridian-p', calibration: { certificateId: 'C1' } },
  ]);
});

test('lines of another treatment stay out, and a late resolution still belongs to its own', () => {
  const late: NoteGiven = {
    kind: 'resolved',
    armingId: 1,
    penSerial: 'P1',
    strokes: 300,
    contactMs: 3_000,
    outcome: 'known',
    ledgerStrokes: 300,
    bootId: 9,
    by: 'ledger',
  };
  const second = { ...opened, treatmentId: 't-2' };
  const after = [
    late,
    second,
    { ...reservation, treatmentId: 't-2', armingId: 2, fromStrokes: 300, ceilingStrokes: 500 },
    armed(2),
    settled(2, 90),
    { ...closed, treatmentId: 't-2' },
  ] as const;
  expect(recordOf([...CRASHED, ...after]).areas[0]).toMatchObject({
    delivered: { strokes: 300 },
    unknown: { strokes: 0 },
  });
  const other = recordOf([...CRASHED, ...after], 't-2');
  expect(other.areas[0]?.delivered.strokes).toBe(90);
  expect(other.events).toEqual([]);
});

test('an area that was needled without being planned is in the record all the same', () => {
  const stray = recordOf([linked, opened, { ...reservation, area: 'chin', side: 'midline' }]);
  expect(stray.areas.map(({ area, planned }) => [area, planned === undefined])).toEqual([
    ['cheek', false],
    ['chin', true],
  ]);
  expect(stray.closed).toBeUndefined();
});

test('a treatment that is not there has no record', () => {
  expect(foldRecord(entriesOf(ORDINARY), 't-9')).toBeUndefined();
});

test('the record as JSON is the same text for the same journal, and says what is not known', () => {
  const text = recordJson(recordOf(CRASHED));
  expect(text).toBe(recordJson(recordOf(CRASHED)));
  expect(JSON.parse(text)).toMatchObject({
    version: 1,
    outcome: 'stopped',
    areas: [{ unknown: { strokes: 150 }, reservations: [{ outcome: 'unknown', closedBy: null }] }],
  });
});

test('the record as text is a table that a person reads', () => {
  const text = recordText(recordOf(CRASHED));
  expect(text).toContain(
    [
      'area        planned  granted  delivered    unknown  passes  mean /cm2  contact',
      'cheek left     2000      400        250  up to 150  1 of 2         75    2.5 s',
    ].join('\n'),
  );
  expect(text).toContain('medium alarm link-lost on');
  expect(text).toContain('refused: arming (no-link)');
});

test('the record as CSV has a row for each area, and no cell that a spreadsheet would run', () => {
  const csv = recordCsv(recordOf([linked, { ...opened, person: '=1+1, "x"' }]));
  const [heading, row, ...rest] = csv.split('\r\n');
  expect(heading?.split(',')).toHaveLength(17);
  expect(row).toBe('t-1,"\'=1+1, ""x""",cheek,left,4000,700,,2,0,2000,0,0,0,0,0,0,0');
  expect(rest).toEqual(['']);
});
