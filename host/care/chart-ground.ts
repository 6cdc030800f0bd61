// The chart of an installation with the skin that its treatment journal says was needled: what a
// visit, a treatment, a series and a sheet for afterwards all look at. Read only, without a lock;
// an installation that never had a chart has none, and that is no fault.

import {
  explainChart, nowOf, openChart, openIdentity, readIdentityKey,
  usualIdentityKeyPath,
} from '../chart/index.ts';
import type { CaseFile } from '../core/case-file.ts';
import { aliasesOf, type ChartFacts, type VisitFact } from '../core/chart/chart-facts.ts';
import { caseFileOf, type TreatedSkin } from '../core/chart/case-file-of.ts';
import { foldChart } from '../core/chart/fold-chart.ts';
import { type Day, parseDay } from '../core/day.ts';
import type { Skin } from '../core/plan.ts';
import { createTallies } from '../journal/account.ts';
import { type Entry, explainRefusal, type JournalWorld, readJournal } from '../journal/index.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { localTime } from '../treat/local-time.ts';

/** Skin that was needled here, or may have been, and in which treatment. */
export interface NeedledSkin extends TreatedSkin {
  readonly treatmentId: string;
  /** When its strokes were set aside, in UTC. */
  readonly at: string;
}

/** What the two journals of an installation say about people. */
export interface ChartGround {
  readonly facts: ChartFacts;
  readonly needled: readonly NeedledSkin[];
}

/** The skin that lines of a treatment journal say was needled. */
export function needledIn(entries: readonly Entry[]): readonly NeedledSkin[] {
  const tallies = createTallies();
  const ended = entries.flatMap((entry) => tallies.take(entry) ?? []).filter(({ open }) => !open);
  return [...ended, ...tallies.open()].flatMap(({ reservation, countedStrokes }) => {
    const on = parseDay(localTime(reservation.at).slice(0, 10));
    if (countedStrokes === 0 || on === undefined) return [];
    const { person, area, side, treatmentId, at } = reservation;
    return [{ person, on, area, side, treatmentId, at }];
  });
}

/** Reads both; undefined where no chart was ever made. */
export function readChartGround(
  dataDir: string,
  world: JournalWorld,
): Result<ChartGround | undefined, string> {
  const chart = openChart(dataDir, world);
  if (!chart.ok) {
    const { error } = chart;
    const isNone = error.code === 'chart-refused' && error.refusal.code === 'missing';
    return isNone ? ok(undefined) : refuse(explainChart(error));
  }
  const lines = chart.value.entries();
  if (!lines.ok) return refuse(explainChart(lines.error));
  const entries: Entry[] = [];
  const read = readJournal(dataDir, world, (entry) => {
    entries.push(entry);
  });
  if (!read.ok) return refuse(explainRefusal(read.error));
  return ok({ facts: foldChart(lines.value), needled: needledIn(entries) });
}

/** The skin that was needled at a visit, between its opening and its end. */
export function needledAt(
  { facts, needled }: ChartGround,
  visit: VisitFact,
): readonly NeedledSkin[] {
  const keys = new Set(aliasesOf(facts, visit.person));
  const until = visit.closed?.at;
  return needled.filter(({ person, at }) =>
    keys.has(person) && at >= visit.opened.at && (until === undefined || at <= until));
}

/** The visit at which a treatment was given; undefined if no visit in the chart has it. */
export const visitOfTreatment = (
  ground: ChartGround,
  treatmentId: string,
): VisitFact | undefined =>
  [...ground.facts.visits.values()].find((visit) =>
    needledAt(ground, visit).some((skin) => skin.treatmentId === treatmentId));

const distinct = (skins: readonly Skin[]): readonly Skin[] =>
  [...new Map(skins.map(({ area, side }) => [`${area}/${side}`, { area, side }])).values()];

/** All skin that a visit treated, by the journal and by what was told of treating by hand. */
export const treatedAt = (ground: ChartGround, visit: VisitFact): readonly Skin[] =>
  distinct([...needledAt(ground, visit), ...visit.told.flatMap(({ areas }) => areas)]);

/** The birth date of a person, where this computer has the key that opens it. */
export function bornOnOf(facts: ChartFacts, person: string): Day | undefined {
  const known = facts.people.get(person);
  const key = readIdentityKey(usualIdentityKeyPath());
  if (known === undefined || !key.ok) return undefined;
  const identity = openIdentity(nowOf(known).identity, person, key.value);
  return identity && parseDay(identity.born);
}

/**
 * The case file of a person as the chart has it. What was needled here today is left to the
 * budgets, which count it stroke by stroke; here it would stand against going on with it.
 */
export function chartCaseFile(
  { facts, needled }: ChartGround,
  person: string,
  visitId: string | undefined,
  today: Day,
): CaseFile | undefined {
  const keys = new Set(aliasesOf(facts, person));
  const treated = needled.filter((skin) => !keys.has(skin.person) || skin.on !== today);
  return caseFileOf({ facts, person, visitId, bornOn: bornOnOf(facts, person), treated });
}
