/** A calibration that was broken off goes on where it stood, with the lines that it rests on. */
import { expect, test } from 'vitest';
import { brokenOff } from '../../../host/bench/broken-off.ts';
import { resumeAt } from '../../../host/core/bench/resume.ts';
import { stepsOf } from '../../../host/core/bench/steps.ts';
import type { DepthSample } from '../../../host/core/calibration/sample.ts';
import type { Entry, NoteGiven } from '../../../host/journal/index.ts';
import { PLAN } from './virtual-room.ts';

const ID = 'calibration-1';
const line = (n: number) => ({ n, atMs: n * 250, gauge: 'G-1', text: '01A+0000.500' });

/** The sample of one depth step, resting on three lines. */
function sampleOf(index: number, first: number): DepthSample {
  const step = stepsOf(PLAN, 'as-found')[index];
  if (step?.kind !== 'depth') throw new Error(`step ${index} is no depth`);
  const { kind: _kind, ...where } = step;
  return {
    ...where, readingNm: step.commandedUm * 1_000, temperatureDeciC: 220, gauge: 'G-1',
    by: 'gauge',
    lines: [first, first + 1, first + 2],
  };
}

const sampled = (index: number, first: number): NoteGiven => ({
  kind: 'calibration-sampled', calibrationId: ID, sample: sampleOf(index, first),
  lines: [line(first), line(first + 1), line(first + 2)],
});

const BEGUN: NoteGiven = {
  kind: 'calibration-begun', calibrationId: ID, penSerial: 'P-1', model: 'meridian-p',
  operator: 'tech', plan: PLAN, gauge: 'G-1', strokes: 0, bootId: 1,
};
const ZEROED: NoteGiven = {
  kind: 'calibration-zeroed', calibrationId: ID, series: 'as-found', zeroNm: 1_000,
  lines: [line(1), line(2), line(3)],
};
const asEntries = (notes: readonly NoteGiven[]): readonly Entry[] => notes as never;

test('what was measured is there again, and the bench goes on at the first open step', () => {
  const open = brokenOff(asEntries([BEGUN, ZEROED, sampled(1, 4), sampled(2, 9)]));
  expect(open).toMatchObject({ penSerial: 'P-1', before: { zerosNm: { 'as-found': 1_000 } } });
  const kept = { depths: open?.before.depths ?? [], rates: open?.before.rates ?? [],
    overshoots: open?.before.overshoots ?? [], forces: open?.before.forces ?? [] };
  expect(resumeAt(PLAN, 'as-found', kept)).toBe(3);
  expect(resumeAt(PLAN, 'as-left', kept)).toBe(0);
  const numbers = open?.before.lines.map(({ n }) => n);
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 9, 10, 11]);
});

test('a step that was taken back is measured again', () => {
  const back: NoteGiven = { kind: 'calibration-taken-back', calibrationId: ID, count: 1 };
  const open = brokenOff(asEntries([BEGUN, ZEROED, sampled(1, 4), sampled(2, 9), back]));
  expect(open?.before.depths).toHaveLength(1);
});

test('a calibration that ended is not open, and one that begins anew starts from nothing', () => {
  const ended: NoteGiven = {
    kind: 'calibration-ended', calibrationId: ID, penSerial: 'P-1', strokes: 9,
    outcome: 'completed',
  };
  expect(brokenOff(asEntries([BEGUN, ZEROED, sampled(1, 4), ended]))).toBeUndefined();
  const again = brokenOff(asEntries([BEGUN, ZEROED, sampled(1, 4), ended, BEGUN]));
  expect(again?.before.depths).toEqual([]);
});

test('the table that the pen had is the first that it told, whatever was put in since', () => {
  const found = (certificateId: string): NoteGiven => ({
    kind: 'calibration-found', calibrationId: ID,
    table: {
      serial: 'P-1', certificateId, class: 'S', issuedDay: 1, dueDay: 2, biasLowUm: 0,
      uncertaintyLowUm: 1, biasHighUm: 0, uncertaintyHighUm: 1, curve: [],
    },
  });
  const open = brokenOff(asEntries([BEGUN, found('OLD-1'), ZEROED, sampled(1, 4), found('')]));
  expect(open?.before.table?.certificateId).toBe('OLD-1');
});

test('a curve that is in the pen is known to be there', () => {
  const written: NoteGiven = {
    kind: 'calibration-written', calibrationId: ID, certificateId: '', class: 'none', check: 1,
  };
  expect(brokenOff(asEntries([BEGUN, ZEROED]))?.before.adjusted).toBe(false);
  expect(brokenOff(asEntries([BEGUN, ZEROED, written]))?.before.adjusted).toBe(true);
});
