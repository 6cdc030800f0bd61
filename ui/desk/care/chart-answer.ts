// The chart of a person as one answer: every piece of skin with what it had and when it may have
// more, visits with what followed, series, and the timeline. Doses are asked of the store, which is
// brought up to the journals first; everything else is the host's own folding of the lines.

import { ok, refuse } from '../../../protocol/result.ts';
import { chartCaseFile, type ChartGround, treatedAt } from '../../../host/care/chart-ground.ts';
import { MILESTONES } from '../../../host/core/care/aftercare/milestones.ts';
import { aliasesOf, type VisitFact } from '../../../host/core/chart/chart-facts.ts';
import { expectedOf } from '../../../host/core/care/series/expected.ts';
import { nextVisit, type SeriesFacts } from '../../../host/core/care/series/next-visit.ts';
import {
  type DatedStage, dated, TISSUE_STAGES, VISIBLE_STAGES,
} from '../../../host/core/care/series/timeline.ts';
import { locksOf, visitToday } from '../../../host/core/care/visit/visit-standing.ts';
import { type Day, day, formatDay, parseDay } from '../../../host/core/day.ts';
import type { Skin } from '../../../host/core/plan.ts';
import { journalFacts } from '../../../host/treat/facts.ts';
import { today } from '../../../host/cli/today.ts';
import type {
  ChartView, SeriesLine, SkinLine, StageLine, VisitLine,
} from '../../contract/care-says.ts';
import type { Done } from '../doer.ts';
import type { Held } from '../held.ts';
import { type Doses, dosesOf } from './doses.ts';
import { personLine } from './person-line.ts';
import { careRefusals } from './writing.ts';

/** The facts that a series is looked at with; undefined without a limit profile. */
export function seriesFactsOf(held: Held, person: string): SeriesFacts | undefined {
  const { profile, journal } = held;
  const ground = held.care.ground();
  if (!profile.ok || ground === undefined) return undefined;
  const now = today();
  const visitId = visitToday(ground.facts, person, now)?.visitId;
  return {
    today: now,
    profile: profile.value.profile,
    caseFile: chartCaseFile(ground, person, visitId, now),
    person,
    spent: journalFacts(journal.localLines(), person, now).spent,
  };
}

/** Reads it. */
export async function readChart(held: Held, person: string): Promise<Done> {
  const ground = held.care.ground();
  const line = ground && personLine(held, ground.facts, person);
  if (ground === undefined || line === undefined) {
    const care = { topic: 'people', code: 'no-such-person', facts: { person } } as const;
    return refuse(careRefusals([care]));
  }
  const visits = visitsOf(ground, person);
  const series = seriesOf(ground, person);
  const skins = skinsOf(ground, visits, series, held.person === person ? held.draft.areas : []);
  const doses = await dosesOf(held, aliasesOf(ground.facts, person), skins, today());
  const facts = seriesFactsOf(held, person);
  const counted = countedFrom(visits, series);
  const stages = (of: typeof TISSUE_STAGES): readonly StageLine[] =>
    counted === undefined ? [] : dated(of, counted).map(stageLine);
  const view: ChartView = {
    person: line,
    contact: held.care.identity(person)?.contact,
    skins: facts === undefined
      ? []
      : skins.map((skin) => skinLine(ground, facts, skin, doses)),
    visits: visits.map((visit) => visitLine(ground, visit)).toReversed(),
    series,
    tissue: newestTreated(visits, ground) === undefined
      ? []
      : dated(TISSUE_STAGES, newestTreated(visits, ground) ?? today()).map(stageLine),
    visible: stages(VISIBLE_STAGES),
    countedFrom: counted && formatDay(counted),
  };
  return ok({ kind: 'chart', view });
}

/** A stage as it is said. */
export const stageLine = ({ name, from, through, ground }: DatedStage): StageLine => ({
  stage: name.replaceAll(' ', '-'),
  from: formatDay(from),
  through: through && formatDay(through),
  grade: ground.grade,
});

const visitsOf = ({ facts }: ChartGround, person: string): readonly VisitFact[] => {
  const keys = new Set(aliasesOf(facts, person));
  return [...facts.visits.values()].filter((visit) => keys.has(visit.person));
};

function seriesOf({ facts }: ChartGround, person: string): readonly SeriesLine[] {
  const keys = new Set(aliasesOf(facts, person));
  return [...facts.series.values()].filter(({ planned }) => keys.has(planned.person))
    .map(({ planned, changes }) => ({
      seriesId: planned.seriesId,
      skins: planned.areas.map(({ area, side }) => ({ area, side })),
      visits: changes.findLast(({ visits }) => visits !== undefined)?.visits ?? planned.visits,
      everyDays: changes.findLast(({ spacingDays }) => spacingDays !== undefined)?.spacingDays
        ?? planned.spacingDays,
      firstOn: planned.firstOn,
      ended: changes.some(({ ended }) => ended === true),
      by: planned.by,
    })).toReversed();
}

function skinsOf(
  ground: ChartGround,
  visits: readonly VisitFact[],
  series: readonly SeriesLine[],
  planned: readonly Skin[],
): readonly Skin[] {
  const person = visits[0]?.person;
  const all = [
    ...planned,
    ...series.filter(({ ended }) => !ended).flatMap(({ skins }) => skins),
    ...visits.flatMap((visit) => treatedAt(ground, visit)),
    ...(person === undefined ? [] : locksOf(ground.facts, person)),
  ];
  return [...new Map(all.map(({ area, side }) => [`${area}/${side}`, { area, side }])).values()];
}

function skinLine(
  { facts }: ChartGround,
  series: SeriesFacts,
  skin: Skin,
  doses: Doses,
): SkinLine {
  const { area, side } = skin;
  const next = nextVisit(series, skin);
  const lock = locksOf(facts, series.person)
    .find((one) => one.area === area && one.side === side);
  const [expected] = expectedOf(area, 'automated');
  const dose = doses.get(`${area}/${side}`);
  return {
    area,
    side,
    todayPerCm2: dose?.todayPerCm2 ?? 0,
    monthPerCm2: dose?.monthPerCm2 ?? 0,
    given: dose?.given ?? [],
    locked: lock && { since: lock.at.slice(0, 10), because: lock.because },
    earliest: next.kind === 'from' ? formatDay(next.earliest) : undefined,
    recommended: next.kind === 'from' ? formatDay(next.recommended) : undefined,
    because: next.because,
    expected: expected?.response ?? 'none',
    grade: expected?.ground.grade ?? 'D',
  };
}

function visitLine(ground: ChartGround, visit: VisitFact): VisitLine {
  const { visitId, opened, closed, followUps, aftercare } = visit;
  const skins = treatedAt(ground, visit);
  const on = parseDay(opened.on);
  const asked = new Set(followUps.filter(({ how }) => how !== 'not-reached')
    .map(({ milestone }) => milestone));
  const due = on === undefined || skins.length === 0 ? [] : MILESTONES
    .filter(({ id, afterDays }) => on + afterDays <= today() && !asked.has(id));
  return {
    visitId,
    on: opened.on,
    outcome: closed?.outcome ?? 'open',
    skins,
    treatmentIds: closed?.treatmentIds ?? [],
    handed: aftercare.length > 0,
    due: due.map(({ id }) => id),
    followUps: followUps.map((one) => ({
      on: one.on, milestone: one.milestone, how: one.how, by: one.by,
      flags: one.redFlags.map(({ flag }) => flag),
    })),
  };
}

function newestTreated(visits: readonly VisitFact[], ground: ChartGround): Day | undefined {
  const days = visits.filter((visit) => treatedAt(ground, visit).length > 0)
    .flatMap(({ opened }) => parseDay(opened.on) ?? []);
  return days.length === 0 ? undefined : day(Math.max(...days));
}

/** The first visit of the newest series that was treated, or the first visit there was. */
function countedFrom(
  visits: readonly VisitFact[],
  series: readonly SeriesLine[],
): Day | undefined {
  const running = series.find(({ ended }) => !ended)?.firstOn ?? '';
  const since = visits.map(({ opened }) => opened.on).filter((on) => on >= running).toSorted()[0];
  const first = since ?? visits.map(({ opened }) => opened.on).toSorted()[0];
  return first === undefined ? undefined : parseDay(first);
}
