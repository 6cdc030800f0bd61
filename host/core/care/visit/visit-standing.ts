// Where a visit stands: the lines of its chart, put together to the facts of the room and to
// everything that still stands against a needle, all of it at once. It permits nothing: admission
// and the checklist of arming come after it, and look at more.

import type { EntryOf } from '../../../journal/entry.ts';
import type { RoomFacts } from '../../checklist.ts';
import { aliasesOf, type ChartFacts, personNow, skinKey, type VisitFact }
  from '../../chart/chart-facts.ts';
import { type Day, formatDay, parseDay } from '../../day.ts';
import type { Skin } from '../../plan.ts';
import { adjunctAgainst, adjunctNamed } from './adjuncts.ts';
import { type Numbing, numbingAlert, type NumbingAlert } from './numbing.ts';
import { openSteps, roomFactsOf, type Step, STEPS, type Tick } from './steps.ts';
import { minuteOf, numbingOf } from './visit-numbing.ts';

/** What a visit is looked at with. */
export interface VisitAsked {
  readonly facts: ChartFacts;
  readonly person: string;
  readonly today: Day;
  /** Now, as an instant in UTC. */
  readonly at: string;
  /** What is to be treated. */
  readonly skins: readonly Skin[];
  /** Whether a needle has been through the skin at this visit. */
  readonly needled: boolean;
}

/** One thing that stands against the needle. */
export type VisitReason =
  | { readonly code: 'no-chart' | 'no-visit' | 'not-screened' | 'numbing-not-cleaned'
      | 'cartridge-not-claimed' }
  | { readonly code: 'chart-merged'; readonly into: string }
  | { readonly code: 'clock-behind'; readonly seen: string }
  | { readonly code: 'numbing-on-skin'; readonly minutes: number; readonly alert: NumbingAlert }
  | { readonly code: 'step-open'; readonly step: Step }
  | { readonly code: 'adjunct-against'; readonly says: string }
  | { readonly code: 'cartridge-blocked'; readonly serial: string }
  | (Skin & { readonly code: 'area-locked'; readonly since: string; readonly because: string });

/** Where it stands. */
export interface VisitStanding {
  /** The visit of today; undefined while none is open. */
  readonly visit: VisitFact | undefined;
  readonly numbing: Numbing;
  readonly room: RoomFacts;
  /** The cartridges that were claimed for it and are good. */
  readonly cartridges: readonly string[];
  readonly against: readonly VisitReason[];
}

/** The visit of a person that was opened today and is not closed; the newest of them. */
export function visitToday(
  facts: ChartFacts,
  person: string,
  today: Day,
): VisitFact | undefined {
  const keys = new Set(aliasesOf(facts, person));
  return [...facts.visits.values()].findLast((visit) =>
    keys.has(visit.person) && visit.closed === undefined
    && visit.opened.on === formatDay(today));
}

const isStep = (name: string): name is Step => STEPS.some((step) => step === name);

/** What was ticked: by a line of its own, by a scan that looked at the package, by the glide. */
function ticksOf({ steps, scans, adjuncts }: VisitFact): readonly Tick[] {
  const intact = scans.filter(({ packageIntact, against }) =>
    packageIntact && against.length === 0);
  const glides = adjuncts.filter(({ standing }) => standing === 'glide');
  return [
    ...steps.flatMap(({ step, by }) => (isStep(step) ? [{ step, by }] : [])),
    ...intact.map(({ by }): Tick => ({ step: 'package-intact', by })),
    // What a prescriber signed is no glide: then the step is done by that signature, and the room
    // says that there was more than glide.
    ...(adjunctReasons(adjuncts).length > 0
      ? []
      : [...glides, ...signedOf(adjuncts)].map(({ by }): Tick => ({ step: 'glide-only', by }))),
  ];
}

type Chosen = EntryOf<'adjunct-chosen'>;

/** What a prescriber signed for. */
const signedOf = (adjuncts: readonly Chosen[]): readonly Chosen[] =>
  adjuncts.filter(({ standing, signedBy }) =>
    standing === 'needs-prescriber' && signedBy !== undefined);

/** The same in words for the record. */
const signedWords = (adjuncts: readonly Chosen[]): readonly string[] =>
  signedOf(adjuncts).map(({ adjunct, lot = '', signedBy = '' }) =>
    `${adjunctNamed(adjunct).name}, lot ${lot}, signed by ${signedBy}`);

const adjunctReasons = (
  adjuncts: readonly EntryOf<'adjunct-chosen'>[],
): readonly VisitReason[] =>
  adjuncts.flatMap(({ adjunct, lot, signedBy }) =>
    adjunctAgainst({ id: adjunct, lot, prescriber: signedBy }).map((says): VisitReason =>
      ({ code: 'adjunct-against', says })));

function numbingReasons(numbing: Numbing, at: string): readonly VisitReason[] {
  if (numbing.kind === 'removed') return [{ code: 'numbing-not-cleaned' }];
  if (numbing.kind !== 'on-skin') return [];
  const minute = minuteOf(at);
  const first = Math.min(...numbing.applications.map(({ startMinute }) => startMinute));
  const alert = numbingAlert(numbing, minute);
  return [{ code: 'numbing-on-skin', minutes: minute - first, alert }];
}

interface Claims {
  readonly good: readonly string[];
  readonly blocked: readonly string[];
}

function claimsOf(facts: ChartFacts, visit: VisitFact | undefined): Claims {
  const mine = [...facts.cartridges.values()].filter(({ claims }) =>
    claims.some(({ visitId }) => visitId === visit?.visitId));
  const serials = (isBlocked: boolean): readonly string[] =>
    mine.filter(({ blocked }) => (blocked !== undefined) === isBlocked)
      .map(({ serial }) => serial);
  return { good: serials(false), blocked: serials(true) };
}

/** The areas of a person that are locked, under whatever key it was written. */
export function locksOf(facts: ChartFacts, person: string): readonly EntryOf<'area-locked'>[] {
  const keys = new Set(aliasesOf(facts, person));
  return [...facts.locks.values()].filter((lock) => keys.has(lock.person));
}

function lockReasons({ facts, person, skins }: VisitAsked): readonly VisitReason[] {
  const keys = aliasesOf(facts, person);
  return skins.flatMap(({ area, side }): readonly VisitReason[] => {
    const lock = keys.flatMap((key) => facts.locks.get(skinKey(key, area, side)) ?? [])[0];
    if (lock === undefined) return [];
    const { at, because } = lock;
    return [{ code: 'area-locked', area, side, since: at.slice(0, 10), because }];
  });
}

/** What is against the person and the day, whichever visit it is. */
function wideReasons({ facts, person, today }: VisitAsked): readonly VisitReason[] {
  if (!facts.people.has(person)) return [{ code: 'no-chart' }];
  const into = personNow(facts, person);
  const newest = parseDay(facts.newestDay);
  // Lines carry UTC, and the wall may be a day behind it.
  const isBehind = newest !== undefined && newest - today > 1;
  return [
    ...(into === person ? [] : [{ code: 'chart-merged', into } as const]),
    ...(isBehind ? [{ code: 'clock-behind', seen: facts.newestDay } as const] : []),
  ];
}

const isScreened = ({ screenings }: VisitFact, today: Day): boolean =>
  screenings.at(-1)?.answeredOn === formatDay(today);

/** Looks at the visit of today, or says that there is none. */
export function visitStanding(asked: VisitAsked): VisitStanding {
  const { facts, person, today, at, skins, needled } = asked;
  const visit = visitToday(facts, person, today);
  const numbing = numbingOf(visit?.steps ?? [], needled);
  const ticks = visit === undefined ? [] : ticksOf(visit);
  const { good, blocked } = claimsOf(facts, visit);
  const screened = visit !== undefined && isScreened(visit, today);
  const ofVisit: readonly VisitReason[] = visit === undefined ? [{ code: 'no-visit' }] : [
    ...(screened ? [] : [{ code: 'not-screened' } as const]),
    ...numbingReasons(numbing, at),
    ...openSteps(skins, ticks).map((step): VisitReason => ({ code: 'step-open', step })),
    ...adjunctReasons(visit.adjuncts),
    ...blocked.map((serial): VisitReason => ({ code: 'cartridge-blocked', serial })),
    ...(good.length > 0 ? [] : [{ code: 'cartridge-not-claimed' } as const]),
  ];
  const screenedBy = screened ? visit.screenings.at(-1)?.signedBy : undefined;
  return {
    visit,
    numbing,
    room: roomFactsOf(numbing, ticks, screenedBy, signedWords(visit?.adjuncts ?? [])),
    cartridges: good,
    // S-66: one open step of the visit keeps the treatment from beginning, and all are said.
    against: [...wideReasons(asked), ...ofVisit, ...lockReasons(asked)],
  };
}
