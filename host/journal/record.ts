// The record of one treatment: what was planned, set aside, delivered and not known, area by area,
// with everything that happened on the way. It is a fold over the journal and nothing else, so it
// can be made again at any time and never says more than the lines do.

import type { AreaName, Side } from '../../protocol/area.ts';
import { createTallies, reservedStrokes, type Tally } from './account.ts';
import type { Entry, EntryOf, NoteKind, PlannedArea } from './entry.ts';

/** An amount of needling on one area. */
export interface Dose {
  readonly strokes: number;
  readonly punctures: number;
  /** A mean over the declared area, rounded up; what a spot of skin had may be more or less. */
  readonly meanPuncturesPerCm2: number;
  readonly contactMs: number;
}

/** What became of one area and side. */
export interface AreaRecord {
  readonly area: AreaName;
  readonly side: Side;
  readonly sizeMm2: number;
  /** Undefined for an area that was needled without being in the plan. */
  readonly planned: PlannedArea | undefined;
  readonly granted: { readonly reservations: number; readonly strokes: number };
  /** What certainly happened. */
  readonly delivered: Dose;
  /** What may have happened on top of that, at the most. */
  readonly unknown: Dose;
  readonly passes: number;
  /** The deepest stroke that the pen measured; undefined if it measures none. */
  readonly depthUmPeak: number | undefined;
  readonly reservations: readonly Tally[];
  /** Every pulse of energy that the pen told of; only where energy was armed. */
  readonly pulses?: readonly EntryOf<'pulse'>[];
}

/** A line that tells what happened, beside the strokes. */
export type Event = EntryOf<(typeof EVENT_KINDS)[number]>;

/** The record of one treatment. */
export interface TreatmentRecord {
  readonly opened: EntryOf<'treatment-opened'>;
  /** Undefined while the treatment is open. */
  readonly closed: EntryOf<'treatment-closed'> | undefined;
  readonly areas: readonly AreaRecord[];
  /** Every pen that was armed, as it introduced itself last before its first reservation. */
  readonly pens: readonly EntryOf<'pen-linked'>[];
  readonly events: readonly Event[];
  /** The newest line that the record stands on. */
  readonly lastN: number;
  readonly lastHash: string;
}

const EVENT_KINDS = [
  'journal-opened',
  'recovered',
  'treatment-resumed',
  'pen-linked',
  'pen-adopted',
  'refused',
  'alarm',
  'stop',
  'latched',
  'pen-shaken',
  'cleared',
  'link-lost',
  'link-restored',
] as const satisfies readonly NoteKind[];

const EVENTS: ReadonlySet<NoteKind> = new Set(EVENT_KINDS);
const isEvent = (entry: Entry): entry is Event => EVENTS.has(entry.kind);

/** What has been gathered of a record while walking through the lines. */
interface Gathered {
  readonly mine: Map<number, Tally>;
  readonly linked: Map<string, EntryOf<'pen-linked'>>;
  readonly pens: Map<string, EntryOf<'pen-linked'>>;
  readonly events: Event[];
  opened: EntryOf<'treatment-opened'> | undefined;
  closed: EntryOf<'treatment-closed'> | undefined;
  last: Entry | undefined;
}

/** Makes the record of a treatment; undefined if the journal has no such treatment. */
export function foldRecord(
  entries: Iterable<Entry>,
  treatmentId: string,
): TreatmentRecord | undefined {
  const tallies = createTallies();
  const gathered: Gathered = {
    mine: new Map(),
    linked: new Map(),
    pens: new Map(),
    events: [],
    opened: undefined,
    closed: undefined,
    last: undefined,
  };
  for (const entry of entries) {
    const tally = tallies.take(entry);
    if (tally?.reservation.treatmentId === treatmentId) gatherTally(gathered, entry, tally);
    gatherLine(gathered, entry, treatmentId);
  }
  const { opened, closed, last, mine, pens, events } = gathered;
  if (opened === undefined || last === undefined) return undefined;
  const { n: lastN, hash: lastHash } = last;
  const areas = areasOf(opened.plan.areas, [...mine.values()]);
  return { opened, closed, areas, pens: [...pens.values()], events, lastN, lastHash };
}

function gatherTally(gathered: Gathered, entry: Entry, tally: Tally): void {
  const { penSerial, n } = tally.reservation;
  gathered.mine.set(n, tally);
  gathered.last = entry;
  const pen = gathered.linked.get(penSerial);
  if (pen !== undefined && !gathered.pens.has(penSerial)) gathered.pens.set(penSerial, pen);
}

function gatherLine(gathered: Gathered, entry: Entry, treatmentId: string): void {
  if (entry.kind === 'pen-linked') gathered.linked.set(entry.serial, entry);
  if (entry.kind === 'treatment-opened' && entry.treatmentId === treatmentId) {
    gathered.opened = entry;
  }
  if (gathered.opened === undefined || gathered.closed !== undefined) return;
  gathered.last = entry;
  if (isEvent(entry)) gathered.events.push(entry);
  if (entry.kind === 'treatment-closed' && entry.treatmentId === treatmentId) {
    gathered.closed = entry;
  }
}

function areasOf(
  planned: readonly PlannedArea[],
  tallies: readonly Tally[],
): readonly AreaRecord[] {
  const isAt = (place: PlannedArea, { reservation }: Tally): boolean =>
    place.area === reservation.area && place.side === reservation.side;
  const inPlan = planned.map((place) =>
    areaOf(place, place, tallies.filter((tally) => isAt(place, tally))),
  );
  const strays = tallies.filter((tally) => !planned.some((place) => isAt(place, tally)));
  const place = ({ reservation }: Tally): string => `${reservation.area}/${reservation.side}`;
  const groups = Map.groupBy(strays, place);
  const beside = [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map(({ reservation }) => areaOf(reservation, undefined, group)),
  );
  return [...inPlan, ...beside];
}

function areaOf(
  { area, side, sizeMm2 }: Pick<PlannedArea, 'area' | 'side' | 'sizeMm2'>,
  planned: PlannedArea | undefined,
  reservations: readonly Tally[],
): AreaRecord {
  const begun = reservations.filter(({ countedStrokes }) => countedStrokes > 0);
  const peaks = reservations.flatMap(({ depthUmPeak }) => depthUmPeak ?? []);
  return {
    area,
    side,
    sizeMm2,
    planned,
    granted: {
      reservations: reservations.length,
      strokes: sum(reservations, ({ reservation }) => reservedStrokes(reservation)),
    },
    delivered: doseOf(reservations, sizeMm2, DELIVERED),
    unknown: doseOf(reservations, sizeMm2, UNKNOWN),
    passes: new Set(begun.map(({ reservation }) => reservation.pass)).size,
    depthUmPeak: peaks.length === 0 ? undefined : Math.max(...peaks),
    reservations,
    ...pulsesOf(reservations),
  };
}

function pulsesOf(reservations: readonly Tally[]): Pick<AreaRecord, 'pulses'> {
  const had = reservations.flatMap(({ energy }) => energy ?? []);
  return had.length === 0 ? {} : { pulses: had.flatMap(({ told }) => told) };
}

interface Part {
  readonly strokes: (tally: Tally) => number;
  readonly contactMs: (tally: Tally) => number;
}

const DELIVERED: Part = {
  strokes: (tally) => tally.deliveredStrokes,
  contactMs: (tally) => tally.deliveredContactMs,
};

const UNKNOWN: Part = {
  strokes: (tally) => tally.countedStrokes - tally.deliveredStrokes,
  contactMs: (tally) => tally.countedContactMs - tally.deliveredContactMs,
};

function doseOf(tallies: readonly Tally[], sizeMm2: number, part: Part): Dose {
  const punctures = sum(tallies, (tally) => part.strokes(tally) * tally.reservation.needleCount);
  return {
    strokes: sum(tallies, part.strokes),
    punctures,
    meanPuncturesPerCm2: Math.ceil((punctures * 100) / sizeMm2),
    contactMs: sum(tallies, part.contactMs),
  };
}

const sum = (tallies: readonly Tally[], of: (tally: Tally) => number): number =>
  tallies.reduce((total, tally) => total + of(tally), 0);
