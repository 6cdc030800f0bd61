// The calendar and admission read the same history and come to the same, day by day.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { admit } from '../../../../../host/core/admit.ts';
import { NOTHING_SPENT, type SpentArea } from '../../../../../host/core/budget-spent.ts';
import type { PastVisit } from '../../../../../host/core/case-file.ts';
import {
  historyAgainst,
  nextVisit,
  type SeriesFacts,
} from '../../../../../host/core/care/series/next-visit.ts';
import { type Day, day } from '../../../../../host/core/day.ts';
import { budgetKey, type Skin } from '../../../../../host/core/plan.ts';
import { AREA_NAMES, type AreaName, isPaired } from '../../../../../protocol/area.ts';
import { centiHz, mm2 } from '../../../../../protocol/units.ts';
import {
  FACTS, PERSON, planned, planOf, PROFILE, TODAY,
} from '../../../../support/limit-world.ts';

const skinOf = (area: AreaName): Skin => ({ area, side: isPaired(area) ? 'left' : 'midline' });
const NOSE = skinOf('nose');
const UNDER_EYE = skinOf('infraorbital');

const visit = (daysAgo: number, skin: Skin, change: Partial<PastVisit> = {}): PastVisit => ({
  on: day(TODAY - daysAgo), areas: [skin], followUpOn: day(TODAY - daysAgo + 1), redFlag: 'no',
  ...change,
});

const factsWith = (
  history: readonly PastVisit[] | 'unknown',
  spent: SeriesFacts['spent'] = NOTHING_SPENT,
): SeriesFacts => ({
  today: TODAY, profile: PROFILE, person: PERSON.person, caseFile: { ...PERSON, history }, spent,
});

test.each<[string, number, Skin, number, number, number | undefined]>([
  ['nose', 10, NOSE, 28, 42, 41],
  ['scalp', 5, skinOf('scalp'), 13, 14, 20],
  ['under the eye', 10, UNDER_EYE, 42, 50, 49],
])('%s, treated %i days ago', (_, ago, skin, earliest, recommended, cautious) => {
  const face = visit(80, skinOf('forehead'));
  const next = nextVisit(factsWith([face, visit(ago, skin)]), skin);
  expect(next).toMatchObject({
    kind: 'from',
    earliest: TODAY - ago + earliest,
    recommended: TODAY - ago + recommended,
    cautiousThrough: cautious === undefined ? undefined : TODAY - ago + cautious,
    because: [{ code: 'interval-too-short', asked: ago, allowed: earliest }],
  });
});

test('unknown history is a first visit: today, and the eye stays closed', () => {
  expect(nextVisit(factsWith('unknown'), NOSE)).toEqual({
    kind: 'from', earliest: TODAY, recommended: TODAY, because: [],
    isFirstVisit: true, cautiousThrough: undefined,
  });
  expect(nextVisit(factsWith('unknown'), UNDER_EYE)).toMatchObject({
    kind: 'closed', because: [{ code: 'eye-too-early' }],
  });
});

test('waiting opens no red flag, no blocked area and no journal that cannot be read', () => {
  const flagged = factsWith([visit(90, NOSE, { redFlag: 'yes' })]);
  expect(nextVisit(flagged, NOSE)).toMatchObject({
    kind: 'closed', because: [{ code: 'red-flag' }],
  });
  expect(nextVisit(factsWith([]), skinOf('vermilion'))).toMatchObject({
    kind: 'closed', because: [{ code: 'area-blocked' }],
  });
  expect(nextVisit(factsWith([]), { area: 'nose', side: 'left' }).kind).toBe('closed');
  expect(nextVisit(factsWith([], 'unknown'), NOSE)).toMatchObject({
    kind: 'closed', because: [{ code: 'budget-unknown' }],
  });
});

test('what was treated today waits its whole spacing, not until tomorrow', () => {
  const key = budgetKey(PERSON.person, 'nose', 'midline');
  const spent = { ...NOTHING_SPENT, areas: { [key]: spentOn([TODAY]) } };
  expect(nextVisit(factsWith([], spent), NOSE)).toMatchObject({
    earliest: TODAY + 28, because: [{ code: 'interval-too-short', asked: 0, allowed: 28 }],
  });
});

const spentOn = (treatedOn: readonly Day[]): SpentArea => ({
  treatedOn, punctures: 0, passes: 0, contactMs: 0, sizeMm2: mm2(300),
});

const SKINS: readonly Skin[] = [
  'forehead', 'nose', 'scalp', 'neck', 'infraorbital', 'crows-feet', 'abdomen', 'vermilion',
].map((area) => skinOf(AREA_NAMES.find((name) => name === area) ?? 'nose'));

const anyDay = (most: number): fc.Arbitrary<Day> =>
  fc.integer({ min: -120, max: most }).map((days) => day(TODAY + days));
const anyVisit = fc.record({
  on: anyDay(3),
  areas: fc.array(fc.constantFrom(...SKINS), { minLength: 1, maxLength: 3 }),
  followUpOn: fc.option(anyDay(2), { nil: undefined }),
  redFlag: fc.constantFrom('no' as const, 'no' as const, 'no' as const, 'yes' as const, undefined),
});
const anyHistory = fc.oneof(
  { weight: 1, arbitrary: fc.constant('unknown' as const) },
  { weight: 9, arbitrary: fc.array(anyVisit, { maxLength: 5 }) },
);
const anySpent = fc.array(fc.tuple(fc.constantFrom(...SKINS), anyDay(0)), { maxLength: 3 });

test('S-61 what the calendar allows is what admission admits, for any history and any day', () => {
  const tally = { allowed: 0, refused: 0 };
  fc.assert(
    fc.property(
      anyHistory, anySpent, fc.constantFrom(...SKINS), fc.integer({ min: 0, max: 60 }),
      (history, spentDays, skin, ahead) => {
        const areas = Object.fromEntries(
          spentDays.map(([{ area, side }, on]) =>
            [budgetKey(PERSON.person, area, side), spentOn([on])]),
        );
        const today = day(TODAY + ahead);
        const facts = { ...factsWith(history, { ...NOTHING_SPENT, areas }), today };
        const isAllowed = historyAgainst(facts, skin).length === 0;
        tally[isAllowed ? 'allowed' : 'refused'] += 1;
        expect(isAdmitted(facts, skin)).toBe(isAllowed);
      },
    ),
    { numRuns: 4_000 },
  );
  expect(Math.min(tally.allowed, tally.refused)).toBeGreaterThan(500);
});

test('S-61 the earliest day is admitted, and no day before it is', () => {
  fc.assert(
    fc.property(anyHistory, fc.constantFrom(...SKINS), (history, skin) => {
      const facts = factsWith(history);
      const next = nextVisit(facts, skin);
      if (next.kind === 'closed') {
        expect(isAdmitted({ ...facts, today: day(TODAY + 300) }, skin)).toBe(false);
        return;
      }
      expect(isAdmitted({ ...facts, today: next.earliest }, skin)).toBe(true);
      const before = day(next.earliest - 1);
      if (before > TODAY) expect(isAdmitted({ ...facts, today: before }, skin)).toBe(false);
      expect(next.recommended).toBeGreaterThanOrEqual(next.earliest);
    }),
    { numRuns: 400 },
  );
});

/** Whether a plan well within the table is admitted, with a pen that is always in date. */
function isAdmitted(facts: SeriesFacts, skin: Skin): boolean {
  const { caseFile, today } = facts;
  const row = PROFILE.rows.find(({ area }) => area === skin.area);
  const isEye = ['infraorbital', 'crows-feet'].includes(skin.area);
  const area = planned({
    ...skin,
    sizeMm2: mm2(300),
    depthUm: row === undefined || row.depthUm.recommended === 0
      ? planned({}).depthUm
      : row.depthUm.recommended,
    rateCentiHz: centiHz(isEye ? 3_000 : 8_000),
    passes: 1,
    eyeProtection: true,
  });
  const pen = FACTS.pen && {
    ...FACTS.pen,
    calibration: { ...FACTS.pen.calibration, dueDay: day(TODAY + 400) },
    cartridge: FACTS.pen.cartridge && { ...FACTS.pen.cartridge, expiryDay: day(TODAY + 400) },
  };
  const screening = { ...PERSON.screening, answeredOn: today };
  const result = admit(planOf(area), 'hash', {
    ...FACTS,
    today,
    pen,
    profile: { ...PROFILE, expiresOn: day(TODAY + 400) },
    spent: facts.spent,
    caseFile: caseFile && { ...caseFile, screening },
  });
  return result.ok;
}
