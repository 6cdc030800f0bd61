// A series on the calendar, what it has too much of, and what is said of it.
import { expect, test } from 'vitest';
import { NOTHING_SPENT } from '../../../../../host/core/budget-spent.ts';
import { expectedOf } from '../../../../../host/core/care/series/expected.ts';
import type { SeriesFacts } from '../../../../../host/core/care/series/next-visit.ts';
import {
  STACKED_WITHIN_DAYS,
  tooMuch,
} from '../../../../../host/core/care/series/over-treatment.ts';
import { planSeries, type SeriesAsked } from '../../../../../host/core/care/series/plan-series.ts';
import { scheduleOf } from '../../../../../host/core/care/series/schedule.ts';
import {
  dated, TISSUE_STAGES, VISIBLE_STAGES,
} from '../../../../../host/core/care/series/timeline.ts';
import { seriesSentence, tooMuchSentence } from '../../../../../host/core/care/series/words.ts';
import { sourceOf } from '../../../../../host/core/care/sources.ts';
import { day } from '../../../../../host/core/day.ts';
import { spacingOf } from '../../../../../host/core/limit-row.ts';
import { AREA_NAMES } from '../../../../../protocol/area.ts';
import {
  given, PERSON, planned, PROFILE, refused, TODAY,
} from '../../../../support/limit-world.ts';

const FACTS: SeriesFacts = {
  today: TODAY,
  profile: PROFILE,
  person: PERSON.person,
  caseFile: { ...PERSON, history: [] },
  spent: NOTHING_SPENT,
};
const FOREHEAD = { area: 'forehead', side: 'midline' } as const;
const NECK = { area: 'neck', side: 'midline' } as const;
const asked = (change: Partial<SeriesAsked>): SeriesAsked =>
  ({ skins: [FOREHEAD], visits: undefined, everyDays: undefined, ...change });

test('a face has four visits six weeks apart and a refresher after six to twelve months', () => {
  const series = given(planSeries(FACTS, asked({})));
  expect(series.visits.map(({ on }) => on - TODAY)).toEqual([0, 42, 84, 126]);
  expect(series.maintenance).toEqual({ from: TODAY + 126 + 183, until: TODAY + 126 + 365 });
});

test('a neck has five, and whatever comes with it waits for it', () => {
  expect(given(planSeries(FACTS, asked({ skins: [FOREHEAD, NECK] }))).visits).toHaveLength(5);
  expect(scheduleOf('neck').visits).toEqual({ least: 3, usual: 5, most: 6 });
  expect(scheduleOf('scalp').everyDays).toBe(14);
});

test.each<[Partial<SeriesAsked>, object]>([
  [{ skins: [] }, { code: 'no-area' }],
  [{ visits: 2 }, { code: 'visits-out-of-range', asked: 2, least: 3, most: 6 }],
  [{ visits: 7 }, { code: 'visits-out-of-range' }],
  [{ visits: 3.5 }, { code: 'visits-out-of-range' }],
  [{ everyDays: 27 }, { code: 'too-close', asked: 27, allowed: 28 }],
  [{ everyDays: Number.NaN }, { code: 'too-close' }],
  [{ skins: [{ area: 'infraorbital', side: 'left' }] }, { code: 'closed' }],
])('a series of %j is refused', (change, refusal) => {
  const error = refused(planSeries(FACTS, asked(change)));
  expect(error).toMatchObject(refusal);
  expect(seriesSentence(error)).toMatch(/^.*\.$/);
});

test('no schedule wishes for what the profile refuses', () => {
  for (const area of AREA_NAMES) {
    const { refusedUnderDays } = spacingOf(PROFILE, planned({ area }));
    expect(scheduleOf(area).everyDays).toBeGreaterThanOrEqual(refusedUnderDays);
  }
});

test('the seventh visit of a year is warned of, and so is what is stacked', () => {
  const history = [100, 130, 160, 190].map((ago) => ({
    on: day(TODAY - ago),
    areas: [FOREHEAD],
    followUpOn: day(TODAY - ago + 14),
    redFlag: 'no' as const,
  }));
  const facts = { ...FACTS, caseFile: { ...PERSON, history } };
  const series = given(planSeries(facts, asked({ visits: 4 })));
  const near = { what: 'peel', on: day(TODAY + 42 + STACKED_WITHIN_DAYS - 15) } as const;
  const far = { what: 'laser', on: day(TODAY - STACKED_WITHIN_DAYS) } as const;
  const warnings = tooMuch(facts, series, [near, far]);
  expect(warnings).toEqual([
    { code: 'many-visits', skin: FOREHEAD, on: TODAY + 84, asked: 7, allowed: 6 },
    { code: 'stacked', what: 'peel', on: TODAY + 42, days: 13 },
  ]);
  for (const warning of warnings) expect(tooMuchSentence(warning)).toMatch(/^The .*\.$/);
});

test('every area has an answer with a grade that its source has, and none promises', () => {
  for (const area of AREA_NAMES) {
    for (const modality of ['dumb', 'automated', 'energy'] as const) {
      for (const { ground, says } of expectedOf(area, modality)) {
        expect(ground.sources.some((name) => sourceOf(name).grade <= ground.grade)).toBe(true);
        expect(says).not.toMatch(/\b(?:will|guarantee|always|permanent)/i);
      }
    }
  }
});

test('stages stand on the calendar in their order', () => {
  for (const stages of [TISSUE_STAGES, VISIBLE_STAGES]) {
    const days = dated(stages, TODAY).map(({ from }) => from - TODAY);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
  }
});
