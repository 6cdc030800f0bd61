// From plan to effective number: the worked example of host/core/README.md, and the promise that
// no fact can make any number larger.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AdmissionFacts } from '../../../host/core/admission-facts.ts';
import { admit, reviewPlan } from '../../../host/core/admit.ts';
import type { CaseFile } from '../../../host/core/case-file.ts';
import { day } from '../../../host/core/day.ts';
import type { EffectiveLimit } from '../../../host/core/effective-limit.ts';
import type { Calibration, PenDescription } from '../../../host/core/pen-description.ts';
import type { PlannedArea } from '../../../host/core/plan.ts';
import { centiHz, mm2, strokes, um } from '../../../protocol/units.ts';
import {
  CARTRIDGE,
  FACTS,
  given,
  PEN_P,
  PERSON,
  planned,
  planOf,
  PROFILE,
  UNDER_EYE,
} from '../../support/limit-world.ts';

const limitOf = (area: PlannedArea, facts: Partial<AdmissionFacts> = {}): EffectiveLimit => {
  const [admitted] = given(admit(planOf(area), 'hash', { ...FACTS, ...facts })).areas;
  if (admitted === undefined) throw new Error('an admitted plan has its areas');
  return admitted.limit;
};

const CHEEK = planned({
  area: 'cheek',
  side: 'left',
  sizeMm2: mm2(2_000),
  depthUm: um(750),
  rateCentiHz: centiHz(10_000),
  passes: 2,
  reason: 'Old sun damage.',
});
const DARKER: CaseFile = { ...PERSON, fitzpatrick: 5 };

test('the worked example of the README comes out as it says', () => {
  const { reasons, ...limit } = limitOf(CHEEK, { caseFile: DARKER });
  expect(limit).toEqual({
    depthUm: 650,
    rateCentiHz: 10_000,
    passes: 2,
    strokesPerPass: 1_142,
    strokesTotal: 2_284,
    densityPerCm2: 2_400,
    contactMs: 34_285,
    holdMs: 6_000,
    dwellMs: 428,
    creditStrokes: 20,
    stamp: false,
    contactFrom: 'contact-sensor',
    binding: {
      depth: 'modifier:darker-skin',
      rate: 'plan',
      passes: 'plan',
      density: 'modifier:darker-skin',
      strokesPerPass: 'per-pass',
      hold: 'zone',
      dwell: 'spot-density',
      credit: 'grant-maximum',
    },
  });
  expect(reasons.filter(({ quantity }) => quantity === 'depth')).toEqual([
    { quantity: 'depth', rule: 'row:8', act: 'start', value: 1_000 },
    { quantity: 'depth', rule: 'modifier:darker-skin', act: 'scale', value: 750 },
    { quantity: 'depth', rule: 'table-step', act: 'floor', value: 750 },
    { quantity: 'depth', rule: 'mechanical-maximum', act: 'meet', value: 1_750 },
    { quantity: 'depth', rule: 'plan', act: 'meet', value: 750 },
    { quantity: 'depth', rule: 'evaluated-maximum', act: 'meet', value: 1_500 },
    { quantity: 'depth', rule: 'pen-hardware', act: 'meet', value: 2_000 },
    { quantity: 'depth', rule: 'needle-length', act: 'meet', value: 2_500 },
    { quantity: 'depth', rule: 'calibration-uncertainty', act: 'subtract', value: 670 },
    { quantity: 'depth', rule: 'pen-step', act: 'floor', value: 650 },
  ]);
});

test('S-06 below the eye fourteen needles at 30 Hz are stamped, two strokes a press', () => {
  const { creditStrokes, stamp, dwellMs, strokesTotal } = limitOf(UNDER_EYE);
  expect({ creditStrokes, stamp, dwellMs, strokesTotal }).toEqual({
    creditStrokes: 2, // 150/cm2 * 50 mm2 / (200 * 14) = 2.7
    stamp: true, // two renewals at 30 Hz are 3.6 strokes
    dwellMs: 89, // half of 150/cm2 on 50 mm2 at 420 punctures a second
    strokesTotal: 32, // 150/cm2 * 3 cm2 / 14 = 32.1
  });
});

test('below the eye a pen that does not sense motion is stamped however small its head', () => {
  const sensors = { ...PEN_P.sensors, motion: false };
  const large = { ...CARTRIDGE, modelCode: 200, needleCount: 2, headAreaMm2: mm2(50) };
  const profile = { ...PROFILE, cartridges: [{ ...large, name: 'two needles' }] };
  const pen = { ...PEN_P, cartridge: large };
  expect(limitOf(UNDER_EYE, { profile, pen }).stamp).toBe(false);
  expect(limitOf(UNDER_EYE, { profile, pen: { ...pen, sensors } }).stamp).toBe(true);
});

test('S-07 S-08 what is not sensed counts at its worst: dwell ends it, motor is contact', () => {
  const blind = { ...PEN_P, sensors: { ...PEN_P.sensors, motion: false, contact: false } };
  const limit = limitOf(CHEEK, { pen: blind });
  expect([limit.holdMs, limit.dwellMs, limit.binding.hold]).toEqual(
    [500, 500, 'stationary-contact'],
  );
  expect(limit.contactFrom).toBe('motor-on');
});

test('a plan of fewer passes has larger ones, and none larger than a pass may be', () => {
  const laid = [1, 2, 4].map((passes) => limitOf({ ...CHEEK, passes }));
  expect(laid.map(({ strokesPerPass }) => strokesPerPass)).toEqual([1_142, 1_142, 1_142]);
  expect(laid.map(({ strokesTotal }) => strokesTotal)).toEqual([1_142, 2_284, 4_568]);
  const sparing = limitOf({ ...CHEEK, passes: 4, reason: undefined });
  expect([sparing.strokesPerPass, sparing.strokesTotal]).toEqual([571, 2_284]);
});

/** Facts that can only make a limit smaller, each about something of its own. */
const TIGHTENINGS = {
  darker: (facts) => person(facts, { fitzpatrick: 6 }),
  old: (facts) => person(facts, { bornOn: day(-25_000) }),
  new: (facts) => person(facts, { history: 'unknown' }),
  lax: (facts) => person(facts, { conditions: { ...PERSON.conditions, 'very-lax-skin': 'yes' } }),
  evaluated: (facts) => pen(facts, { evaluatedDepthUmMax: um(600) }),
  shallow: (facts) => pen(facts, { depthUmMax: um(550) }),
  coarse: (facts) => pen(facts, { depthStepUm: um(100) }),
  overshooting: (facts) => pen(facts, { overshootUm: um(90) }),
  stingy: (facts) => pen(facts, { creditMax: strokes(3) }),
  blind: (facts) => pen(facts, { sensors: { ...PEN_P.sensors, motion: false, contact: false } }),
  due: (facts) => certificate(facts, { dueDay: day(facts.today - 1) }),
  ordinary: (facts) => certificate(facts, { class: 'S' }),
  doubtful: (facts) => certificate(facts, { uncertaintyHighUm: um(200) }),
  biased: (facts) => certificate(facts, { biasLowUm: -120 }),
} as const satisfies Record<string, (facts: AdmissionFacts) => AdmissionFacts>;

function person(facts: AdmissionFacts, change: Partial<CaseFile>): AdmissionFacts {
  return { ...facts, caseFile: { ...(facts.caseFile ?? PERSON), ...change } };
}

function pen(facts: AdmissionFacts, change: Partial<PenDescription>): AdmissionFacts {
  return { ...facts, pen: { ...(facts.pen ?? PEN_P), ...change } };
}

function certificate(facts: AdmissionFacts, change: Partial<Calibration>): AdmissionFacts {
  const before = facts.pen ?? PEN_P;
  return pen(facts, { calibration: { ...before.calibration, ...change } });
}

const NUMBERS = [
  'depthUm',
  'rateCentiHz',
  'passes',
  'strokesTotal',
  'densityPerCm2',
  'contactMs',
  'holdMs',
  'dwellMs',
  'creditStrokes',
] as const;

const anyArea = fc.constantFrom(
  planned({ area: 'abdomen', depthUm: um(1_500), passes: 1, reason: 'Test.' }),
  planned({ area: 'chin', depthUm: um(1_000), passes: 1, sizeMm2: mm2(1_500), reason: 'Test.' }),
  planned({ area: 'nose', depthUm: um(500), passes: 1, sizeMm2: mm2(2_000), reason: 'Test.' }),
  { ...UNDER_EYE, sizeMm2: mm2(400) },
);

// A review computes the limit of an area even where something else is refused, so that a fact can
// be seen to lower a number and not only to refuse the plan.
const limitIn = (area: PlannedArea, facts: AdmissionFacts): EffectiveLimit | undefined =>
  reviewPlan(planOf(area), facts).areas[0]?.limit;

test('S-01 no fact about person, pen or day makes any number larger, whatever else is so', () => {
  const all = Object.values(TIGHTENINGS);
  fc.assert(
    fc.property(anyArea, fc.subarray(all), fc.constantFrom(...all), (area, some, extra) => {
      const before = some.reduce((facts, tighten) => tighten(facts), FACTS);
      const [few, more] = [limitIn(area, before), limitIn(area, extra(before))];
      if (more === undefined) return;
      for (const name of NUMBERS) expect(more[name]).toBeLessThanOrEqual(few?.[name] ?? -1);
      expect(few?.stamp === true && !more.stamp).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('S-01 asking for less never gives more', () => {
  const sizes = fc.integer({ min: 50, max: 1_500 });
  fc.assert(
    fc.property(sizes, fc.nat(400), fc.integer({ min: 200, max: 1_000 }), fc.nat(300), (
      size,
      lessSize,
      depth,
      lessDepth,
    ) => {
      const large = planned({ ...CHEEK, sizeMm2: mm2(size), depthUm: um(depth) });
      const small = {
        ...large,
        sizeMm2: mm2(Math.max(1, size - lessSize)),
        depthUm: um(Math.max(1, depth - lessDepth)),
      };
      const [more, less] = [limitIn(large, FACTS), limitIn(small, FACTS)];
      if (less === undefined) return;
      for (const name of NUMBERS) expect(less[name]).toBeLessThanOrEqual(more?.[name] ?? -1);
    }),
  );
});
