/** A plan of a calibration that somebody wrote: read exactly, and held against pen and bench. */
import { expect, test } from 'vitest';
import { parseCalibrationPlan } from '../../../host/bench/plan-file.ts';
import type { CalibrationPlan } from '../../../host/core/calibration/plan.ts';
import { planFaults, sayPlanFault } from '../../../host/core/calibration/plan-faults.ts';
import { doorSentence } from '../../../host/doors/door-words.ts';
import { given } from '../../support/limit-world.ts';

const PLAN = {
  version: 1, name: 'eye pens', pointsUm: [100, 200, 300, 1_000], seatings: 6, repeats: 2,
  clockings: 2, cartridges: 1, ratesCentiHz: [3_000], rateSeconds: 10, overshootRatesCentiHz: [],
};
const REACH = {
  depthUmMin: 100, depthUmMax: 2_000, depthStepUm: 50, rateCentiHzMin: 2_000,
  rateCentiHzMax: 15_000, sensesForce: true,
};
const parse = (value: unknown) =>
  parseCalibrationPlan(new TextEncoder().encode(
    typeof value === 'string' ? value : JSON.stringify(value)));
const sentences = (value: unknown): string => {
  const parsed = parse(value);
  return parsed.ok ? '' : parsed.error.map(doorSentence).join('\n');
};
const against = (change: Partial<CalibrationPlan>, reach = REACH): string =>
  planFaults({ ...given(parse(PLAN)), ...change }, reach).map(sayPlanFault).join('\n');

test('a plan that is in order is taken as it stands', () => {
  expect(given(parse(PLAN))).toEqual(PLAN);
  expect(given(parse({ ...PLAN, forcesMn: [1_500] })).forcesMn).toEqual([1_500]);
  expect(against({ forcesMn: [1_500] })).toBe('');
});

test.each([
  [{ ...PLAN, pointsUm: [0.1, 0.2] }, 'pointsUm[0]'],
  [{ ...PLAN, pointsMm: [1] }, '"pointsMm"'],
  [{ ...PLAN, version: 2 }, 'version 2'],
  [{ ...PLAN, seatings: 0 }, '"seatings"'],
  [{ ...PLAN, rateSeconds: 600 }, 'at most 20'],
  [{ ...PLAN, ratesCentiHz: '30 Hz' }, '"ratesCentiHz"'],
  [{ ...PLAN, name: undefined }, 'lacks "name"'],
  ['{"version": 1', 'ends in the middle'],
  ['not json', 'not JSON'],
])('S-38 a file with %j is refused in a sentence', (value, says) => {
  expect(sentences(value)).toContain(says);
  expect(sentences(value)).toContain('calibration plan');
});

test.each([
  [{ pointsUm: [100, 300, 200, 1_000] }, '200 um does not rise'],
  [{ pointsUm: [100, 100, 300, 1_000] }, '100 um does not rise'],
  [{ pointsUm: [50, 200, 1_000] }, 'not within the 100 to 2000 um'],
  [{ pointsUm: [100, 220, 1_000] }, "not one of this pen's steps of 50 um"],
  [{ pointsUm: [100, 1_000] }, '2 depths are too few'],
  [{ pointsUm: [600, 700, 1_000] }, 'No depth is 500 um or less'],
  [{ pointsUm: [100, 200, 300] }, 'No depth is more than 500 um'],
  [{ seatings: 3 }, '3 seatings say too little'],
  [{ ratesCentiHz: [] }, 'No rate is measured'],
  [{ ratesCentiHz: [1_000] }, '10.0 Hz is not within the 20.0 Hz to 150.0 Hz'],
  [{ overshootRatesCentiHz: [20_000] }, '200.0 Hz is not within'],
  [{ ratesCentiHz: [3_000, 3_000] }, '30.0 Hz is named twice'],
  [{ forcesMn: [1_000, 1_000] }, '1000 mN is named twice'],
])('a plan with %j is not what this pen can be measured by, and says why', (change, says) => {
  expect(against(change)).toContain(says);
});

test('force is not asked of a pen that does not feel it', () => {
  expect(against({ forcesMn: [1_000] }, { ...REACH, sensesForce: false }))
    .toContain('no sensor of it');
});
