// What was done to the same skin before: intervals, red flags, budgets that outlive their plan.
import { expect, test } from 'vitest';
import type { AdmissionFacts } from '../../../host/core/admission-facts.ts';
import { admit } from '../../../host/core/admit.ts';
import { NOTHING_SPENT, type SpentArea } from '../../../host/core/budget-spent.ts';
import type { CaseFile, PastVisit } from '../../../host/core/case-file.ts';
import { day } from '../../../host/core/day.ts';
import { budgetKey, type PlannedArea } from '../../../host/core/plan.ts';
import { mm2, um } from '../../../protocol/units.ts';
import {
  codes,
  FACTS,
  given,
  PERSON,
  planned,
  planOf,
  refused,
  TODAY,
  UNDER_EYE,
} from '../../support/limit-world.ts';

const FOREHEAD = planned({});
const NOSE = planned({ area: 'nose', depthUm: um(250), sizeMm2: mm2(500) });

const visit = (daysAgo: number, area: PlannedArea): PastVisit => ({
  on: day(TODAY - daysAgo),
  areas: [{ area: area.area, side: area.side }],
  followUpOn: day(TODAY - daysAgo + 1),
  redFlag: 'no',
});

const withVisits = (...visits: readonly PastVisit[]): CaseFile => {
  const earlier = PERSON.history === 'unknown' ? [] : PERSON.history;
  return { ...PERSON, history: [...earlier, ...visits] };
};

const against = (area: PlannedArea, facts: Partial<AdmissionFacts>): readonly string[] => {
  const result = admit(planOf(area), 'hash', { ...FACTS, ...facts });
  return result.ok ? codes(result.value.notices) : codes(result.error);
};

const spentBy = (area: PlannedArea, change: Partial<SpentArea>): Partial<AdmissionFacts> => ({
  spent: {
    ...NOTHING_SPENT,
    areas: {
      [budgetKey(PERSON.person, area.area, area.side)]: {
        treatedOn: [TODAY],
        punctures: 0,
        passes: 0,
        contactMs: 0,
        sizeMm2: area.sizeMm2,
        ...change,
      },
    },
  },
});

test.each([
  [27, NOSE, ['interval-too-short']],
  [28, NOSE, ['interval-short']],
  [41, NOSE, ['interval-short']],
  [42, NOSE, []],
  [12, { ...FOREHEAD, area: 'scalp' as const }, ['interval-too-short']],
  [13, { ...FOREHEAD, area: 'scalp' as const }, ['interval-short']],
  [41, UNDER_EYE, ['interval-too-short']],
  [42, UNDER_EYE, ['interval-short']],
])('S-10 an area treated %i days ago', (daysAgo, area, expected) => {
  expect(against(area, { caseFile: withVisits(visit(daysAgo, area)) })).toEqual(expected);
});

test('S-10 the interval counts from the journal as well as from the case file', () => {
  const facts = spentBy(NOSE, { treatedOn: [day(TODAY - 10)] });
  expect(against(NOSE, facts)).toEqual(['interval-too-short']);
});

test('an interval of one side says nothing of the other', () => {
  const left = planned({ area: 'temple', side: 'left', depthUm: um(400) });
  const caseFile = withVisits(visit(5, left));
  expect(against({ ...left, side: 'right' }, { caseFile })).toEqual([]);
});

test('from day 28 through day 35 the density is three quarters', () => {
  const density = (daysAgo: number): number | undefined => {
    const caseFile = withVisits(visit(daysAgo, NOSE));
    const admitted = given(admit(planOf(NOSE), 'hash', { ...FACTS, caseFile }));
    return admitted.areas[0]?.limit.densityPerCm2;
  };
  expect([28, 35, 36].map(density)).toEqual([300, 300, 400]);
});

test('S-04 the same day goes on with what is left, whatever needles it goes on with', () => {
  const fresh = given(admit(planOf(NOSE), 'hash', FACTS)).areas[0];
  const facts = { ...FACTS, ...spentBy(NOSE, { punctures: 700, passes: 1, contactMs: 400 }) };
  const more = given(admit(planOf(NOSE), 'hash', facts)).areas[0];
  expect(more?.limit).toEqual(fresh?.limit);
  expect(fresh?.left).toEqual({ punctures: 1_988, strokes: 142, passes: 2, contactMs: 3_571 });
  expect(more?.left).toEqual({ punctures: 1_288, strokes: 92, passes: 1, contactMs: 3_171 });
});

test('S-04 an area that has had it all today is refused', () => {
  expect(against(NOSE, spentBy(NOSE, { punctures: 1_980 }))).toEqual(['budget-spent']);
  expect(against(NOSE, spentBy(NOSE, { passes: 2 }))).toEqual(['budget-spent']);
  expect(against(NOSE, spentBy(NOSE, { contactMs: 4_000 }))).toEqual(['budget-spent']);
});

test('S-06 a budget does not grow by declaring more skin later the same day', () => {
  expect(against(NOSE, spentBy(NOSE, { sizeMm2: mm2(400) }))).toEqual(['size-grew']);
});

test('coming back early stays early when the visit goes on', () => {
  const early = { treatedOn: [day(TODAY - 30), TODAY], punctures: 10 };
  const facts = { ...FACTS, ...spentBy(NOSE, early) };
  expect(given(admit(planOf(NOSE), 'hash', facts)).areas[0]?.limit.densityPerCm2).toBe(300);
});

test('a treatment of today that only the case file knows is not continued', () => {
  expect(against(NOSE, { caseFile: withVisits(visit(0, NOSE)) })).toContain(
    'treated-today-unaccounted',
  );
});

test('S-09 spending of today on the face counts against the whole treatment', () => {
  const today = { ...NOTHING_SPENT.today, facePunctures: 1_499_000 };
  const spent = { ...NOTHING_SPENT, today };
  const refusals = refused(admit(planOf(NOSE), 'hash', { ...FACTS, spent }));
  expect(refusals).toEqual([
    { code: 'treatment-too-many-punctures', item: 'face', asked: 1_988, allowed: 1_000 },
  ]);
});

test('S-42 a red flag, or nobody having looked, keeps the same skin from being treated', () => {
  for (const redFlag of ['yes', undefined] as const) {
    const caseFile = withVisits({ ...visit(60, NOSE), redFlag });
    expect(against(NOSE, { caseFile })).toEqual(['red-flag']);
  }
});

test.each<[string, Partial<PastVisit>]>([
  ['without a follow-up', { followUpOn: undefined }],
  ['followed up on the same day', { followUpOn: day(TODAY - 56) }],
  ['with a red flag', { redFlag: 'yes' }],
  ['never judged', { redFlag: undefined }],
  ['of the neck only', { areas: [{ area: 'neck', side: 'midline' }] }],
  ['of an eye area only', { areas: [{ area: 'crows-feet', side: 'right' }] }],
])('one earlier visit %s does not open the eye areas', (_, change) => {
  const history = [{ ...visit(56, planned({ area: 'chin' })), ...change }];
  expect(against(UNDER_EYE, { caseFile: { ...PERSON, history } })).toContain('eye-too-early');
});

test('S-45 one red flag on the face keeps the eye closed, however many visits went well', () => {
  const flagged: PastVisit = { ...visit(300, planned({ area: 'chin' })), redFlag: 'yes' };
  expect(against(UNDER_EYE, { caseFile: withVisits(flagged) })).toEqual(['eye-too-early']);
});

test('dates after today are refused and not counted', () => {
  const caseFile = withVisits(visit(-1, NOSE));
  expect(against(NOSE, { caseFile })).toContain('date-in-future');
  expect(against(NOSE, spentBy(NOSE, { treatedOn: [day(TODAY + 1)] }))).toContain('date-in-future');
});

test('more than six visits of an area within a year are mentioned', () => {
  const visits = [50, 100, 150, 200, 250, 300].map((daysAgo) => visit(daysAgo, NOSE));
  expect(against(NOSE, { caseFile: withVisits(...visits) })).toEqual(['many-visits']);
  expect(against(NOSE, { caseFile: withVisits(...visits.slice(1)) })).toEqual([]);
});
