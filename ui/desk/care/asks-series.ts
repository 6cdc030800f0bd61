// Requests between visits: a series on the calendar, how it went after a visit, and areas that are
// locked or opened again. A red flag locks in the same breath in which it is written down.

import { randomBytes } from 'node:crypto';
import { ok, refuse } from '../../../protocol/result.ts';
import { treatedAt } from '../../../host/care/chart-ground.ts';
import { judgeFollowUp } from '../../../host/core/care/aftercare/follow-up.ts';
import { tooMuch } from '../../../host/core/care/series/over-treatment.ts';
import { planSeries, type Series, type SeriesRefusal }
  from '../../../host/core/care/series/plan-series.ts';
import type { SeriesFacts } from '../../../host/core/care/series/next-visit.ts';
import { locksOf } from '../../../host/core/care/visit/visit-standing.ts';
import { aliasesOf, type ChartFacts, skinKey } from '../../../host/core/chart/chart-facts.ts';
import { formatDay, parseDay } from '../../../host/core/day.ts';
import type { Skin } from '../../../host/core/plan.ts';
import type { NoteGiven } from '../../../host/journal/index.ts';
import { today } from '../../../host/cli/today.ts';
import type { CareRefusal } from '../../contract/care-refusal.ts';
import type { SeriesLaidOut } from '../../contract/care-says.ts';
import type { Asked } from '../../contract/request.ts';
import { type Done, type Doers, no } from '../doer.ts';
import type { Held } from '../held.ts';
import { seriesFactsOf } from './chart-answer.ts';
import { showChart } from './showing.ts';
import { against, careRefusals, write } from './writing.ts';

type SeriesAsked = Extract<Asked, { readonly kind: 'lay-out-series' | 'plan-series' }>;

function refusalOf(refusal: SeriesRefusal): CareRefusal {
  const { code } = refusal;
  if (code === 'no-area') return { topic: 'series', code };
  if (code === 'closed') {
    const { area, side } = refusal.skin;
    return { topic: 'series', code, facts: { area, side } };
  }
  const { code: _, ...facts } = refusal;
  return { topic: 'series', code, facts };
}

const laidOut = (facts: SeriesFacts, series: Series): SeriesLaidOut => ({
  visits: series.visits.map(({ on }) => formatDay(on)),
  everyDays: series.everyDays,
  maintenance: {
    from: formatDay(series.maintenance.from), until: formatDay(series.maintenance.until),
  },
  warnings: tooMuch(facts, series, []).flatMap((warning) =>
    (warning.code === 'many-visits'
      ? [{
        ...warning.skin, on: formatDay(warning.on), asked: warning.asked, allowed: warning.allowed,
      }]
      : [])),
});

async function series(held: Held, asked: SeriesAsked): Promise<Done> {
  showChart(held);
  const { person, areas, visits, everyDays } = asked;
  const facts = seriesFactsOf(held, person);
  if (facts === undefined) return no('not-admitted');
  const skins = areas.map(({ area, side }) => ({ area, side }));
  const planned = planSeries(facts, { skins, visits, everyDays });
  if (!planned.ok) return refuse(careRefusals([refusalOf(planned.error)]));
  const answer = ok({ kind: 'series', series: laidOut(facts, planned.value) } as const);
  if (asked.kind === 'lay-out-series') return answer;
  const first = planned.value.visits[0]?.on ?? today();
  const written = await write(held, person, () => ok([{
    kind: 'series-planned', seriesId: `s-${randomBytes(5).toString('hex')}`, person, areas: skins,
    visits: planned.value.visits.length, spacingDays: planned.value.everyDays,
    firstOn: formatDay(first), modality: 'automated', by: held.choices.operator,
  }]));
  return written.ok ? answer : written;
}

const slugOf = (why: string): string => {
  const slug = why.trim().toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '')
    .slice(0, 64).replace(/-+$/, '');
  return slug === '' ? 'by-hand' : slug;
};

const isLocked = (facts: ChartFacts, person: string, { area, side }: Skin): boolean =>
  locksOf(facts, person).some((lock) => lock.area === area && lock.side === side);

type FollowUp = Extract<Asked, { readonly kind: 'follow-up' }>;

async function followUp(held: Held, asked: FollowUp): Promise<Done> {
  const { person, visitId, milestone, how, flags, remarks } = asked;
  const by = held.choices.operator;
  const followUpId = `f-${randomBytes(5).toString('hex')}`;
  let came: { locks: readonly Skin[]; urgency: string | undefined } =
    { locks: [], urgency: undefined };
  const written = await write(held, person, ({ facts, ground }) => {
    const visit = facts.visits.get(visitId);
    const visitOn = visit && parseDay(visit.opened.on);
    const isTheirs = visit !== undefined && aliasesOf(facts, person).includes(visit.person);
    if (visitOn === undefined || !isTheirs) return against('followUp', 'no-such-visit');
    const told = { visitOn, on: today(), milestone, how, treated: treatedAt(ground, visit), flags };
    const verdict = judgeFollowUp(told, today());
    if (!verdict.ok) return against('followUp', verdict.error);
    const { locks, urgency } = verdict.value;
    came = { locks, urgency };
    const because = verdict.value.flags[0]?.id ?? 'red-flag';
    return ok([
      {
        kind: 'follow-up-recorded', followUpId, visitId, person, on: formatDay(today()),
        milestone, how, by, redFlags: flags.map(({ flag, skins }) => ({ flag, areas: skins })),
        ...(remarks === undefined ? {} : { remarks }),
      },
      ...locks.map(({ area, side }): NoteGiven =>
        ({ kind: 'area-locked', person, area, side, because, followUpId, by })),
    ]);
  });
  return written.ok ? ok({ kind: 'followed', ...came }) : written;
}

type SeriesAsk =
  | 'lay-out-series' | 'plan-series' | 'end-series' | 'follow-up' | 'lock-area' | 'unlock-area';

/** The doers. */
export const seriesAsks: Doers<SeriesAsk> = {
  'lay-out-series': ({ held }, asked) => series(held, asked),
  'plan-series': ({ held }, asked) => series(held, asked),
  'end-series': ({ held }, { person, seriesId, why }) =>
    write(held, person, ({ facts }) => {
      const known = facts.series.get(seriesId);
      const isTheirs = known && aliasesOf(facts, person).includes(known.planned.person);
      if (isTheirs !== true) return against('series', 'no-such-series');
      const by = held.choices.operator;
      return ok([{ kind: 'series-changed', seriesId, person, ended: true, why, by }]);
    }),
  'follow-up': ({ held }, asked) => followUp(held, asked),
  'lock-area': ({ held }, { person, area, side, why }) =>
    write(held, person, ({ facts }) => {
      if (isLocked(facts, person, { area, side })) return against('series', 'locked-already');
      const by = held.choices.operator;
      return ok([{ kind: 'area-locked', person, area, side, because: slugOf(why), by }]);
    }),
  'unlock-area': ({ held }, { person, area, side, why }) =>
    write(held, person, ({ facts }) => {
      if (!isLocked(facts, person, { area, side })) return against('series', 'not-locked');
      const by = held.choices.operator;
      // A lock stands under the key that it was written for; merged charts have several.
      return ok(aliasesOf(facts, person).filter((key) => facts.locks.has(skinKey(key, area, side)))
        .map((key): NoteGiven =>
          ({ kind: 'area-unlocked', person: key, area, side, why, signedBy: by, by })));
    }),
};
