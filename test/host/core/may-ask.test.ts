// What may be entered keeps out what could never be admitted, and nothing that could be.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AdmissionFacts } from '../../../host/core/admission-facts.ts';
import { reviewArea } from '../../../host/core/area-review.ts';
import { type AskRange, mayAsk, type MayAsk } from '../../../host/core/may-ask.ts';
import type { PlannedArea } from '../../../host/core/plan.ts';
import { AREA_NAMES, isPaired } from '../../../protocol/area.ts';
import { centiHz, mm2, um } from '../../../protocol/units.ts';
import { codes, FACTS, PEN_P, PEN_S, planned } from '../../support/limit-world.ts';

const PERSON = 'demo-person-1';

const OF_THE_ASKING = [
  'depth-over-limit', 'depth-under-pen', 'passes-over-limit', 'size-over-limit',
  'size-too-small', 'rate-over-limit', 'rate-under-pen',
];

const against = (facts: AdmissionFacts, asked: PlannedArea): readonly string[] =>
  codes(reviewArea(facts, PERSON, asked).refusals).filter((code) => OF_THE_ASKING.includes(code));

const inRange = ({ min, max, step }: AskRange): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: Math.floor((max - min) / step) }).map((steps) => min + steps * step);

const askedIn = (may: MayAsk): fc.Arbitrary<Partial<PlannedArea>> =>
  fc.record({
    depthUm: inRange(may.depthUm).map(um),
    rateCentiHz: inRange(may.rateCentiHz).map(centiHz),
    passes: inRange(may.passes),
    sizeMm2: inRange(may.sizeMm2).map(mm2),
  });

const places = AREA_NAMES.map((area) => {
  const side = isPaired(area) ? 'left' : 'midline';
  return planned({ area, side, reason: 'said', eyeProtection: true });
});

const GROUNDS: readonly (readonly [string, AdmissionFacts])[] = [
  ['a pen of class P', { ...FACTS, pen: PEN_P }],
  ['a pen of class S', { ...FACTS, pen: PEN_S }],
  ['no pen', { ...FACTS, pen: undefined }],
  ['nobody known', { ...FACTS, caseFile: undefined }],
];

test.each(GROUNDS)('with %s, whatever may be entered is not refused for its size', (_, facts) => {
  const open = places.flatMap((place) => {
    const may = mayAsk(facts, PERSON, place);
    return may === undefined ? [] : [{ place, may }];
  });
  expect(open.length).toBeGreaterThan(5);
  for (const { place, may } of open) {
    fc.assert(
      fc.property(askedIn(may), (asked) => {
        expect(against(facts, { ...place, ...asked })).toEqual([]);
      }),
      { numRuns: 20 },
    );
  }
});

test('one step beyond any upper end is refused by the rule that is named', () => {
  for (const place of places) {
    const may = mayAsk(FACTS, PERSON, place);
    if (may === undefined) continue;
    const deeper = { ...place, depthUm: um(may.depthUm.max + may.depthUm.step) };
    expect(against(FACTS, deeper)).toContain('depth-over-limit');
    const { refusals } = reviewArea(FACTS, PERSON, deeper);
    expect(refusals.find(({ code }) => code === 'depth-over-limit')?.rule).toBe(may.depthUm.rule);
    expect(against(FACTS, { ...place, passes: may.passes.max + 1 })).toContain('passes-over-limit');
  }
});

test('an area that the table blocks offers nothing', () => {
  expect(mayAsk(FACTS, PERSON, planned({ area: 'upper-eyelid', side: 'left' }))).toBeUndefined();
});
