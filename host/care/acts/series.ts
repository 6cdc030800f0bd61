// A series as an act: what the rules laid out on the calendar is written into the chart as a plan.
// A date in it permits nothing; every visit is judged anew on its own day.

import { randomBytes } from 'node:crypto';
import type { Modality } from '../../core/care/modality/modality.ts';
import type { SeriesFacts } from '../../core/care/series/next-visit.ts';
import { planSeries, type Series, type SeriesAsked } from '../../core/care/series/plan-series.ts';
import { seriesSentence } from '../../core/care/series/words.ts';
import { formatDay } from '../../core/day.ts';
import { ok } from '../../../protocol/result.ts';
import { type Acted, type ActGround, asked, no, write } from './ground.ts';

/** What is to be written down. */
export interface SeriesGiven extends SeriesAsked {
  readonly facts: SeriesFacts;
  readonly modality: Modality;
  readonly goal: string | undefined;
}

/** A series that stands in the chart. */
export interface PlannedSeries {
  readonly seriesId: string;
  readonly series: Series;
}

/** Plans a series. */
export const planSeriesAct = (ground: ActGround, given: SeriesGiven): Acted<PlannedSeries> =>
  asked(ground, ['plan-series'], async (acting) => {
    const { person, by } = acting;
    const { facts, modality, goal, skins } = given;
    const series = planSeries(facts, given);
    if (!series.ok) return no('rules', series.error.code, seriesSentence(series.error));
    const { visits, everyDays } = series.value;
    const seriesId = `s-${randomBytes(5).toString('hex')}`;
    const written = await write(acting, () => ok([{
      kind: 'series-planned', seriesId, person, areas: skins, visits: visits.length,
      spacingDays: everyDays, firstOn: formatDay(visits[0]?.on ?? facts.today), modality, by,
      ...(goal === undefined ? {} : { goal }),
    }]));
    return written.ok ? ok({ seriesId, series: series.value }) : written;
  });
