/**
 * The guard's own arithmetic beside that of admission: two hands, one table, the same numbers.
 * Where they may differ the guard is the looser one: what it does not know can only make less.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AdmissionFacts } from '../../../host/core/admission-facts.ts';
import { reviewPlan } from '../../../host/core/admit.ts';
import { NOTHING_SPENT } from '../../../host/core/budget-spent.ts';
import { day, formatDay } from '../../../host/core/day.ts';
import type { EffectiveLimit } from '../../../host/core/effective-limit.ts';
import type { PenDescription } from '../../../host/core/pen-description.ts';
import { allowedFor, isBroken } from '../../../host/guard/allowed.ts';
import { dayIn } from '../../../host/guard/calendar.ts';
import { createFacts, type Facts, MODE } from '../../../host/guard/facts.ts';
import { readTable } from '../../../host/guard/read-table.ts';
import { foldSpent } from '../../../host/guard/spent.ts';
import type { Wish } from '../../../host/treat/prepare.ts';
import { areaCode, AREAS, sideCode } from '../../../protocol/area.ts';
import { um } from '../../../protocol/units.ts';
import {
  PEN_P,
  PEN_S,
  PERSON,
  planned,
  planOf,
  TODAY,
  UNDER_EYE,
} from '../../support/limit-world.ts';
import { TELEMETRY } from '../core/control/scene.ts';
import { anyPen, anyPerson, anyPlan, pagesOf, wishOf } from './cases.ts';

/** What a guard knows of a wish and a pen in treatment mode, with an empty journal. */
function factsOf(wish: Wish, pen: PenDescription): Facts {
  const facts = createFacts(wish);
  const { identity, capabilities, calibration, cartridge } = pagesOf(pen);
  const telemetry = TELEMETRY;
  Object.assign(facts.heard, { identity, capabilities, calibration, cartridge, telemetry });
  facts.spent = foldSpent([], wish.plan.person, wish.today);
  facts.table = readTable(wish.profile.signed, wish.today);
  facts.mode = MODE.treatment;
  return facts;
}

const admission = (wish: Wish, pen: PenDescription): AdmissionFacts => ({
  today: wish.today,
  profile: wish.profile.profile,
  pen,
  caseFile: wish.caseFile,
  spent: NOTHING_SPENT,
  cartridgeUses: [],
});

const allowedIn = (wish: Wish, pen: PenDescription, index = 0) => {
  const area = wish.plan.areas[index];
  if (area === undefined) throw new Error('a plan has areas');
  return allowedFor(factsOf(wish, pen), areaCode(area.area), sideCode(area.side));
};

const PAST_DUE: PenDescription = {
  ...PEN_P,
  calibration: { ...PEN_P.calibration, dueDay: day(TODAY - 1) },
};

describe('the caps of the guard', () => {
  test('S-37 are those of admission to the last unit, for any plan, pen and person', () => {
    let compared = 0;
    fc.assert(
      fc.property(anyPlan, anyPen, anyPerson, (plan, pen, person) => {
        const wish = wishOf(plan, person);
        const { areas, refusals } = reviewPlan(plan, admission(wish, pen));
        for (const [index, { limit }] of areas.entries()) {
          const allowed = allowedIn(wish, pen, index);
          if (refusals.length === 0) expect(allowed).not.toHaveProperty('rule');
          if (isBroken(allowed) || limit === undefined) continue;
          compared += 1;
          expect(comparable(allowed.cap)).toEqual(expectedOf(limit));
        }
      }),
      { numRuns: 1_500 },
    );
    expect(compared).toBeGreaterThan(500);
  });

  test('S-02 class, bias, uncertainty and overshoot are taken off, and the step goes down', () => {
    const cheek = planned({ area: 'cheek', side: 'left', depthUm: um(1_000), reason: 'Wanted.' });
    const depthWith = (pen: PenDescription): number => {
      const allowed = allowedIn(wishOf(planOf(cheek), PERSON), pen);
      return isBroken(allowed) ? -1 : allowed.cap.depthUm;
    };
    expect(depthWith(PEN_P)).toBe(900);
    expect(depthWith(PEN_S)).toBe(800);
    expect(depthWith({ ...PEN_P, overshootUm: undefined })).toBe(850);
    expect(depthWith({ ...PEN_P, overshootUm: um(100) })).toBe(850);
    expect(depthWith({ ...PEN_P, evaluatedDepthUmMax: um(700) })).toBe(600);
    expect(depthWith({ ...PEN_P, depthUmMin: um(950) })).toBe(0);
  });

  test('S-01 a first visit and a certificate past its day make the recommendation the cap', () => {
    const cheek = planned({ area: 'cheek', side: 'left', depthUm: um(1_000), reason: 'Wanted.' });
    const first = allowedIn(wishOf(planOf(cheek), { ...PERSON, history: [] }), PEN_P);
    const old = allowedIn(wishOf(planOf(cheek), PERSON), PAST_DUE);
    for (const allowed of [first, old]) {
      expect(isBroken(allowed) ? allowed : allowed.cap.depthUm).toBe(650);
    }
  });

  test.each([
    ['a pen of class S', PEN_S, UNDER_EYE],
    ['a pen past its certificate', PAST_DUE, UNDER_EYE],
    ['no shield', PEN_P, { ...UNDER_EYE, eyeProtection: false }],
  ])('S-11 the eye is blocked by %s', (_, pen, area) => {
    expect(allowedIn(wishOf(planOf(area), PERSON), pen)).toMatchObject({ rule: 'eye' });
  });

  test('S-01 eyelid, lip red and what is not in the plan are blocked whatever a table says', () => {
    const facts = factsOf(wishOf(planOf(planned({}), UNDER_EYE), PERSON), PEN_P);
    const rule = (code: number, side: number): unknown => allowedFor(facts, code, side);
    expect(rule(AREAS['upper-eyelid'].code, 1)).toMatchObject({ rule: 'area-blocked' });
    expect(rule(AREAS.vermilion.code, 0)).toMatchObject({ rule: 'area-blocked' });
    expect(rule(99, 0)).toMatchObject({ rule: 'area-blocked' });
    expect(rule(AREAS.cheek.code, 1)).toMatchObject({ rule: 'not-in-plan' });
    expect(rule(AREAS.infraorbital.code, 2)).toMatchObject({ rule: 'not-in-plan' });
  });
});

const comparable = (cap: Exclude<ReturnType<typeof allowedIn>, { rule: unknown }>['cap']) => ({
  depthUm: cap.depthUm,
  rateCentiHz: cap.rateCentiHz,
  passes: cap.passes,
  strokesPerPass: cap.passStrokes,
  strokesTotal: cap.strokes,
  creditStrokes: cap.credit,
  contactMs: cap.contactMs,
  holdMs: cap.holdMs,
  dwellMs: cap.dwellMs,
  stamp: cap.stamp,
});

const expectedOf = (limit: EffectiveLimit) => ({
  depthUm: limit.depthUm,
  rateCentiHz: limit.rateCentiHz,
  passes: limit.passes,
  strokesPerPass: limit.strokesPerPass,
  strokesTotal: limit.strokesTotal,
  creditStrokes: limit.creditStrokes,
  contactMs: limit.contactMs,
  holdMs: limit.holdMs,
  dwellMs: limit.dwellMs,
  stamp: limit.stamp,
});

test('days are counted as the calendar has them', () => {
  for (let count = -60_000; count < 60_000; count += 13) {
    expect(dayIn(formatDay(day(count)))).toBe(count);
  }
  expect(dayIn('tomorrow')).toBeNaN();
  expect(dayIn('2026-13-01')).toBeNaN();
});
