// The case file for an admission, made of the facts of the chart and of the skin that the treatment
// journal says was needled. Only today's screening of the visit itself counts; an earlier one is
// history. Nothing gets a default: what nobody wrote down stays missing and blocks.

import type { AreaName, Side } from '../../../protocol/area.ts';
import type { EntryOf } from '../../journal/entry.ts';
import {
  type CaseFile,
  type Condition,
  CONDITIONS,
  type PastVisit,
  type Precaution,
  PRECAUTIONS,
  SCREENING_ITEMS,
  type ScreeningItem,
} from '../case-file.ts';
import { type Day, parseDay } from '../day.ts';
import type { Indication } from '../limit-profile.ts';
import { aliasesOf, type ChartFacts, type VisitFact } from './chart-facts.ts';

/** Skin that was needled on a day, as the treatment journal of this or another room says. */
export interface TreatedSkin {
  readonly person: string;
  readonly on: Day;
  readonly area: AreaName;
  readonly side: Side;
}

/** What the case file is made for. */
export interface CaseFileAsked {
  readonly facts: ChartFacts;
  readonly person: string;
  readonly visitId: string | undefined;
  /** The birth date, where the identity could be opened. */
  readonly bornOn: Day | undefined;
  readonly treated: readonly TreatedSkin[];
}

/** Makes the case file of a person for a visit; undefined if nobody of this key has a chart. */
export function caseFileOf(asked: CaseFileAsked): CaseFile | undefined {
  const { facts, person, visitId } = asked;
  const known = facts.people.get(person);
  if (known === undefined) return undefined;
  const visit = visitId === undefined ? undefined : facts.visits.get(visitId);
  const screening = visit?.screenings.at(-1);
  return {
    person,
    bornOn: asked.bornOn ?? bornAtLatest(known.amendments.at(-1) ?? known.registered),
    fitzpatrick: screening?.fitzpatrick,
    history: historyOf(asked),
    screening: {
      answeredOn: screening && parseDay(screening.answeredOn),
      answers: answersOf(screening),
      signedBy: screening?.signedBy,
    },
    conditions: conditionsOf(screening),
    clearances: clearancesOf(visit),
    precautions: precautionsOf(screening),
    signer: screening?.signedBy,
  };
}

/** The last day of the year of birth: nobody is taken for older than they certainly are. */
const bornAtLatest = ({ bornYear }: { readonly bornYear: number }): Day | undefined =>
  parseDay(`${String(bornYear)}-12-31`);

type Screened = EntryOf<'screening-answered'> | undefined;

const isIn = <Word extends string>(words: readonly Word[], word: string): word is Word =>
  words.some((known) => known === word);

function answersOf(screened: Screened): CaseFile['screening']['answers'] {
  const answers: Partial<Record<ScreeningItem, 'yes' | 'no'>> = {};
  for (const { question, answer } of screened?.answers ?? []) {
    // Asked twice with two answers, the one that stands against treating counts.
    if (isIn(SCREENING_ITEMS, question)) {
      answers[question] = answers[question] === 'yes' ? 'yes' : answer;
    }
  }
  return answers;
}

function conditionsOf(screened: Screened): CaseFile['conditions'] {
  const conditions: Partial<Record<Condition, 'yes' | 'no'>> = {};
  for (const { condition, answer } of screened?.conditions ?? []) {
    if (isIn(CONDITIONS, condition)) {
      conditions[condition] = conditions[condition] === 'yes' ? 'yes' : answer;
    }
  }
  return conditions;
}

const precautionsOf = (screened: Screened): CaseFile['precautions'] =>
  (screened?.precautions ?? []).flatMap(({ item, note }) =>
    isIn<Precaution>(PRECAUTIONS, item) ? [{ item, note }] : []);

const INDICATIONS: readonly Indication[] = ['acne-scar', 'striae'];

const clearancesOf = (visit: VisitFact | undefined): CaseFile['clearances'] =>
  (visit?.clearances ?? []).flatMap(({ item, signedBy, reason }) =>
    isIn<ScreeningItem>(SCREENING_ITEMS, item) || isIn<Indication>(INDICATIONS, item)
      ? [{ item, by: signedBy, reason }]
      : []);

/** What is known of earlier visits, from all sides; nothing told and nothing done is unknown. */
function historyOf({ facts, person, treated }: CaseFileAsked): CaseFile['history'] {
  const keys = new Set(aliasesOf(facts, person));
  const told = [...keys].flatMap((key) => facts.histories.get(key) ?? []);
  // S-74: what other rooms told is as much a treatment as what was done here.
  const past = [
    ...told.flatMap(toldVisits),
    ...[...facts.visits.values()].filter((visit) => keys.has(visit.person)).flatMap(visitPast),
    ...[...facts.elsewhere.values()].filter((line) => keys.has(line.person)).flatMap(pastElsewhere),
    ...treated.filter((skin) => keys.has(skin.person)).map(pastOf),
  ];
  if (past.length === 0 && told.every(({ visits }) => visits === 'unknown')) return 'unknown';
  return withFollowUps(joined(past), [...facts.visits.values()], keys);
}

const toldVisits = ({ visits }: EntryOf<'history-told'>): readonly PastVisit[] =>
  visits === 'unknown' ? [] : visits.flatMap(({ on, areas, followUpOn, redFlag }) => {
    const day = parseDay(on);
    const followUp = followUpOn === undefined ? undefined : parseDay(followUpOn);
    return day === undefined ? [] : [{ on: day, areas, followUpOn: followUp, redFlag }];
  });

function visitPast({ opened, told }: VisitFact): readonly PastVisit[] {
  const day = parseDay(opened.on);
  const areas = told.flatMap((line) => line.areas);
  if (day === undefined || areas.length === 0) return [];
  return [{ on: day, areas, followUpOn: undefined, redFlag: undefined }];
}

function pastElsewhere({ on, area, side }: EntryOf<'treatment-elsewhere'>): readonly PastVisit[] {
  const day = parseDay(on);
  return day === undefined ? [] : [pastOf({ on: day, area, side })];
}

const pastOf = ({ on, area, side }: Omit<TreatedSkin, 'person'>): PastVisit =>
  ({ on, areas: [{ area, side }], followUpOn: undefined, redFlag: undefined });

/** One visit for each day, with all the skin of that day. */
function joined(past: readonly PastVisit[]): readonly PastVisit[] {
  const days = Map.groupBy(past, ({ on }) => on);
  return [...days].toSorted(([one], [other]) => one - other).map(([on, visits]) => ({
    on,
    areas: distinct(visits.flatMap(({ areas }) => areas)),
    followUpOn: visits.find(({ followUpOn }) => followUpOn !== undefined)?.followUpOn,
    redFlag: visits.some(({ redFlag }) => redFlag === 'yes')
      ? 'yes'
      : visits.find(({ redFlag }) => redFlag !== undefined)?.redFlag,
  }));
}

function distinct(areas: PastVisit['areas']): PastVisit['areas'] {
  const seen = new Map(areas.map(({ area, side }) => [`${area}/${side}`, { area, side }]));
  return [...seen.values()];
}

/** Adds the newest follow-up of the visits of a day; a red flag once seen stays. */
function withFollowUps(
  past: readonly PastVisit[],
  visits: readonly VisitFact[],
  keys: ReadonlySet<string>,
): readonly PastVisit[] {
  return past.map((visit) => {
    const ups = visits
      .filter(({ person, opened }) => keys.has(person) && parseDay(opened.on) === visit.on)
      .flatMap(({ followUps }) => followUps)
      .filter(({ how }) => how !== 'not-reached');
    const newest = ups.at(-1);
    if (newest === undefined) return visit;
    const flagged = visit.redFlag === 'yes' || ups.some(({ redFlags }) => redFlags.length > 0);
    return { ...visit, followUpOn: parseDay(newest.on), redFlag: flagged ? 'yes' : 'no' };
  });
}
