// Admission: what is refused and why, all of it at once, and that nothing is admitted in part.
import { expect, test } from 'vitest';
import type { AdmissionFacts } from '../../../host/core/admission-facts.ts';
import { admit, reviewPlan } from '../../../host/core/admit.ts';
import type { CaseFile } from '../../../host/core/case-file.ts';
import { day } from '../../../host/core/day.ts';
import type { PenDescription } from '../../../host/core/pen-description.ts';
import type { Plan, PlannedArea } from '../../../host/core/plan.ts';
import { centiHz, mm2, strokes, um } from '../../../protocol/units.ts';
import {
  CARTRIDGE,
  codes,
  DEMO_PLAN,
  FACTS,
  given,
  PEN_P,
  PEN_S,
  PERSON,
  planned,
  planOf,
  PROFILE,
  refused,
  TODAY,
  UNDER_EYE,
} from '../../support/limit-world.ts';

const against = (plan: Plan, facts: Partial<AdmissionFacts> = {}): readonly string[] => {
  const result = admit(plan, 'hash', { ...FACTS, ...facts });
  return result.ok ? [] : codes(result.error);
};

const againstArea = (
  change: Partial<PlannedArea>,
  facts: Partial<AdmissionFacts> = {},
): readonly string[] => against(planOf(planned(change)), facts);

const withPen = (change: Partial<PenDescription>): readonly string[] =>
  againstArea({}, { pen: { ...PEN_P, ...change } });

const withPerson = (change: Partial<CaseFile>): readonly string[] =>
  againstArea({}, { caseFile: { ...PERSON, ...change } });

test('a plan within the table, for a known person and a sound pen, is admitted whole', () => {
  const admitted = given(admit(DEMO_PLAN, 'hash', FACTS));
  expect(admitted.areas.map(({ key }) => key)).toEqual([
    'demo-person-1/forehead/midline',
    'demo-person-1/cheek/left',
    'demo-person-1/cheek/right',
    'demo-person-1/infraorbital/left',
  ]);
  expect(admitted.planHash).toBe('hash');
  expect(admitted.notices).toEqual([]);
});

test('S-38 everything against a plan is said at once, area by area', () => {
  const bad = planOf(
    planned({ depthUm: um(900), passes: 9, sizeMm2: mm2(50_000), rateCentiHz: centiHz(14_000) }),
    planned({}),
    planned({ area: 'upper-eyelid', side: 'left' }),
    planned({ area: 'cheek', side: 'midline' }),
  );
  expect(against(bad, { pen: undefined, spent: 'unknown' })).toEqual([
    'pen-unknown',
    'budget-unknown',
    'duplicate-area',
    'depth-over-limit',
    'passes-over-limit',
    'size-over-limit',
    'rate-over-limit',
    'reason-missing',
    'area-blocked',
    'eye-protection-missing',
    'side-not-possible',
  ]);
});

test.each(['upper-eyelid', 'vermilion'] as const)('the %s stays blocked', (area) => {
  const side = area === 'vermilion' ? 'midline' : 'left';
  for (const indication of [undefined, 'acne-scar', 'striae'] as const) {
    expect(againstArea({ area, side, indication, depthUm: um(1) })).toContain('area-blocked');
  }
});

test('S-10 the same skin twice is refused, on one side and under an indication as well', () => {
  const cheek = planned({ area: 'cheek', side: 'left' });
  expect(against(planOf(cheek, { ...cheek, side: 'right' }))).toEqual([]);
  expect(against(planOf(cheek, { ...cheek, indication: 'acne-scar' }))).toContain('duplicate-area');
});

test('more than the recommended depth needs a reason, and no reason opens the cap', () => {
  expect(againstArea({ depthUm: um(750) })).toEqual(['reason-missing']);
  expect(againstArea({ depthUm: um(750), reason: 'Thick skin.' })).toEqual([]);
  expect(againstArea({ depthUm: um(751), reason: 'Thick skin.' })).toEqual(['depth-over-limit']);
});

test('a refusal says what was asked, what is allowed and which rule binds', () => {
  const plan = planOf(planned({ depthUm: um(800), reason: 'Thick skin.' }));
  expect(refused(admit(plan, 'hash', FACTS))).toEqual([
    {
      code: 'depth-over-limit',
      area: 'forehead',
      side: 'midline',
      asked: 800,
      allowed: 750,
      rule: 'row:4',
    },
  ]);
});

test('an indication without a row at that area is blocked', () => {
  const cleared = { item: 'acne-scar', by: 'Dr. Test', reason: 'Old scars.' } as const;
  const caseFile = { ...PERSON, clearances: [cleared] };
  const scar = { indication: 'acne-scar', reason: 'Scars.' } as const;
  expect(againstArea({ ...scar, area: 'nose' }, { caseFile })).toContain('indication-not-listed');
  expect(againstArea({ ...scar, area: 'neck' }, { caseFile })).toContain('indication-not-listed');
  expect(againstArea({ area: 'back', indication: 'striae' })).toContain('indication-not-listed');
  const cheek = { ...scar, area: 'cheek', side: 'left', depthUm: um(1_500) } as const;
  expect(againstArea(cheek, { caseFile })).toEqual([]);
  expect(againstArea(cheek)).toEqual(['indication-needs-prescriber']);
  const newcomer = { ...caseFile, history: [] };
  expect(againstArea(cheek, { caseFile: newcomer })).toContain('indication-on-first-visit');
});

test('S-01 on a first visit the recommendation is the cap, by an empty or unknown history', () => {
  for (const history of [[], 'unknown'] as const) {
    const facts = { caseFile: { ...PERSON, history } };
    expect(againstArea({ depthUm: um(500) }, facts)).toEqual([]);
    const more = { depthUm: um(501), reason: 'Thick skin.' };
    expect(againstArea(more, facts)).toEqual(['depth-over-limit']);
  }
});

test('S-42 without a case file every reduction applies, the eye is blocked, and it is said', () => {
  const nobody = { caseFile: undefined };
  expect(againstArea({ depthUm: um(250), passes: 1 }, nobody)).toEqual([]);
  expect(againstArea({ depthUm: um(251), passes: 1 }, nobody)).toEqual(['depth-over-limit']);
  expect(against(planOf(UNDER_EYE), nobody)).toContain('eye-too-early');
  const plan = planOf(planned({ depthUm: um(250), passes: 1 }));
  const review = reviewPlan(plan, { ...FACTS, ...nobody });
  expect(codes(review.notices)).toEqual(['no-case-file']);
});

test('a precaution stops nothing, and is said with every plan that is looked at', () => {
  const precautions = [{ item: 'cold-sore-history', note: 'Antiviral since Tuesday.' }] as const;
  const review = reviewPlan(DEMO_PLAN, { ...FACTS, caseFile: { ...PERSON, precautions } });
  expect(review.refusals).toEqual([]);
  expect(review.notices).toContainEqual({ code: 'precaution', item: 'cold-sore-history' });
});

test('skin that was burnt, peeled or lasered waits, unless a prescriber has signed', () => {
  const item = 'burnt-peeled-or-lasered-within-2-weeks';
  const answers = { ...PERSON.screening.answers, [item]: 'yes' } as const;
  const burnt = { ...PERSON, screening: { ...PERSON.screening, answers } };
  expect(against(DEMO_PLAN, { caseFile: burnt })).toEqual(['screening-forbids']);
  const clearances = [{ item, by: 'Prescriber', reason: 'Superficial peel, healed.' } as const];
  expect(against(DEMO_PLAN, { caseFile: { ...burnt, clearances } })).toEqual([]);
});

test.each<[string, Partial<CaseFile>, readonly string[]]>([
  ['another person', { person: 'somebody-else' }, ['person-mismatch']],
  ['no signature', { signer: undefined }, ['case-file-unsigned']],
  ['no date of birth', { bornOn: undefined }, ['age-unknown']],
  ['too young', { bornOn: day(TODAY - 21 * 365) }, ['age-under-limit']],
  ['no skin type', { fitzpatrick: undefined }, ['skin-type-unknown']],
  ['a date of birth to come', { bornOn: day(TODAY + 1) }, ['date-in-future', 'age-under-limit']],
])('S-42 a case file with %s is refused for it', (_, change, expected) => {
  expect(withPerson(change)).toEqual(expected);
});

test('S-42 a screening of yesterday, unsigned, with a gap and a yes, is refused four times', () => {
  const { 'tattoo-in-area': _, ...answers } = PERSON.screening.answers;
  const screening = {
    answeredOn: day(TODAY - 1),
    answers: { ...answers, 'pregnant-or-breastfeeding': 'yes' as const },
    signedBy: undefined,
  };
  expect(withPerson({ screening })).toEqual([
    'screening-not-today',
    'screening-unsigned',
    'screening-forbids',
    'screening-unanswered',
  ]);
});

test('a prescriber can clear what is clearable and nothing else', () => {
  const yes = (item: 'inflamed-acne' | 'pregnant-or-breastfeeding'): Partial<CaseFile> => ({
    screening: { ...PERSON.screening, answers: { ...PERSON.screening.answers, [item]: 'yes' } },
    clearances: [{ item, by: 'Dr. Test', reason: 'Judged safe.' }],
  });
  expect(withPerson(yes('inflamed-acne'))).toEqual([]);
  expect(withPerson(yes('pregnant-or-breastfeeding'))).toEqual(['screening-forbids']);
});

test.each<[string, Partial<PenDescription>, readonly string[]]>([
  ['a step of zero', { depthStepUm: um(0) }, ['pen-contradicts-itself']],
  ['a range upside down', { depthUmMax: um(50) }, ['pen-contradicts-itself', 'depth-over-limit']],
  [
    'no evaluated depth',
    { evaluatedDepthUmMax: um(0) },
    ['pen-contradicts-itself', 'depth-over-limit'],
  ],
  ['too much credit', { creditMax: strokes(21) }, ['pen-contradicts-itself']],
  ['no cartridge', { cartridge: undefined }, ['cartridge-missing']],
])('a pen with %s is refused', (_, change, expected) => {
  expect(withPen(change)).toEqual(expected);
});

test('S-46 a pen that emits energy, or whose depth is set by hand, is refused', () => {
  expect(withPen({ radioFrequency: true })).toEqual(['pen-emits-energy']);
  expect(withPen({ motorisedDepth: false })).toEqual(['pen-depth-by-hand']);
});

test('S-31 a pen never calibrated, failed, or calibrated tomorrow is refused', () => {
  const { calibration } = PEN_P;
  expect(withPen({ calibration: { ...calibration, class: 'none' } })).toEqual(
    ['calibration-missing'],
  );
  expect(withPen({ calibration: { ...calibration, class: 'fail' } })).toEqual(
    ['calibration-failed'],
  );
  const tomorrow = { ...calibration, issuedDay: day(TODAY + 1) };
  expect(withPen({ calibration: tomorrow })).toEqual(['calibration-in-future']);
});

test('S-31 S-45 a pen out of date works to the recommendation and not at the eye', () => {
  const pen = { ...PEN_P, calibration: { ...PEN_P.calibration, dueDay: day(TODAY - 1) } };
  expect(againstArea({ depthUm: um(500) }, { pen })).toEqual([]);
  expect(againstArea({ depthUm: um(600), reason: 'Thick.' }, { pen })).toEqual(
    ['depth-over-limit'],
  );
  expect(against(planOf(UNDER_EYE), { pen })).toContain('eye-calibration-out-of-date');
  const lastDay = { ...PEN_P, calibration: { ...PEN_P.calibration, dueDay: TODAY } };
  expect(against(planOf(UNDER_EYE), { pen: lastDay })).toEqual([]);
});

test('S-31 a certificate of class P without a declared overshoot is class S', () => {
  const pen = { ...PEN_P, overshootUm: undefined };
  expect(against(planOf(UNDER_EYE), { pen })).toEqual(['eye-needs-class-p']);
  const depth = (of: PenDescription): number | undefined =>
    given(admit(planOf(planned({})), 'hash', { ...FACTS, pen: of })).areas[0]?.limit.depthUm;
  expect([depth(PEN_P), depth(pen)]).toEqual([450, 400]);
});

test.each<[string, Partial<typeof CARTRIDGE>, string]>([
  ['for the bench', { kind: 'metrology' }, 'cartridge-wrong-kind'],
  ['of an unknown model', { modelCode: 7 }, 'cartridge-unknown'],
  ['without a serial number', { serial: ' ' }, 'cartridge-unknown'],
  ['with other needles than its model', { needleCount: 42 }, 'cartridge-contradicts-itself'],
  [
    'with longer needles than its model',
    { needleLengthUm: um(3_000) },
    'cartridge-contradicts-itself',
  ],
  ['past its date', { expiryDay: day(TODAY - 1) }, 'cartridge-expired'],
  ['with strokes that nobody recorded', { usedStrokes: strokes(1) }, 'cartridge-used'],
])('S-30 a cartridge %s is refused', (_, change, expected) => {
  expect(withPen({ cartridge: { ...CARTRIDGE, ...change } })).toEqual([expected]);
});

test('S-30 a cartridge goes on with the same person on the same day, and nobody else', () => {
  const cartridge = { ...CARTRIDGE, usedStrokes: strokes(500) };
  const pen = { ...PEN_P, cartridge };
  const use = { serial: cartridge.serial, person: PERSON.person, on: TODAY };
  expect(againstArea({}, { pen, cartridgeUses: [use] })).toEqual([]);
  const yesterday = { ...use, on: day(TODAY - 1) };
  expect(againstArea({}, { pen, cartridgeUses: [yesterday] })).toEqual(['cartridge-used']);
  const other = { ...use, person: 'somebody-else' };
  expect(againstArea({}, { pen, cartridgeUses: [use, other] })).toEqual(['cartridge-used']);
});

test('a rate above what the skin allows or out of the reach of the pen is refused', () => {
  const rate = { rateCentiHzMin: centiHz(11_670), rateCentiHzMax: centiHz(11_670) };
  const pen = { ...PEN_P, ...rate };
  expect(against(planOf(UNDER_EYE), { pen })).toEqual(['pen-too-fast']);
  expect(againstArea({}, { pen })).toEqual(['rate-under-pen']);
  expect(againstArea({ rateCentiHz: centiHz(11_670) }, { pen })).toEqual([]);
  expect(againstArea({ rateCentiHz: centiHz(12_000) }, { pen })).toEqual(['rate-over-limit']);
});

test('S-01 what is left after uncertainty and below the pen is blocked, not rounded up', () => {
  const pen = { ...PEN_S, depthUmMin: um(200) };
  expect(againstArea({ depthUm: um(299) }, { pen })).toEqual(['depth-under-pen']);
  expect(againstArea({ depthUm: um(300) }, { pen })).toEqual([]);
});

test('an area too small for one stroke is refused', () => {
  expect(againstArea({ sizeMm2: mm2(1) })).toEqual(['size-too-small']);
});

test('S-09 too many areas for one day are refused by time on the face and in all', () => {
  const slow = { passes: 3, rateCentiHz: centiHz(2_000), reason: 'All of it.' };
  const neck = planned({ ...slow, area: 'neck', sizeMm2: mm2(12_000) });
  const scalp = planned({ ...slow, area: 'scalp', passes: 2, sizeMm2: mm2(20_000) });
  expect(against(planOf(neck))).toEqual([]);
  expect(against(planOf(neck, scalp))).toEqual(['treatment-too-long']);
});

test('S-39 a profile past its date admits nothing', () => {
  const profile = { ...PROFILE, expiresOn: day(TODAY - 1) };
  expect(againstArea({}, { profile })).toEqual(['profile-expired']);
});

test('without a pen a plan can be looked at, and is not admitted', () => {
  const facts = { ...FACTS, pen: undefined };
  const review = reviewPlan(DEMO_PLAN, facts);
  expect(review.refusals).toEqual([]);
  expect(review.areas.map(({ table }) => table?.depth.depthUm)).toEqual([750, 1_000, 1_000, 250]);
  expect(against(DEMO_PLAN, facts)).toEqual(['pen-unknown']);
});
