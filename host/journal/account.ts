// Follows the journal and knows at every line what has been spent, in the worst case. A
// reservation counts whole, strokes and contact, from the line that makes it until a line says
// better. The folds for budgets, records and verification all stand on this one, so they cannot
// disagree.

import {
  energyAfterEnd, energyAfterPulse, type EnergyTally, openedEnergy,
} from './energy-tally.ts';
import type { Entry, EntryOf } from './entry.ts';

/** What became of one reservation, as far as the journal says. */
export interface Tally {
  readonly reservation: EntryOf<'reservation'>;
  /** Open until a known settlement or a resolution; an unknown settlement leaves it open. */
  readonly open: boolean;
  /** Whether the number of strokes is exact. */
  readonly outcome: 'known' | 'unknown';
  readonly armed: boolean;
  readonly closedBy: 'settled' | 'resolved' | undefined;
  readonly retracted: boolean | undefined;
  /**
   * Strokes that certainly happened, and strokes that count: never less, and at worst the
   * ceiling.
   */
  readonly deliveredStrokes: number;
  readonly countedStrokes: number;
  /** Contact that certainly happened, and contact that counts. */
  readonly deliveredContactMs: number;
  readonly countedContactMs: number;
  /** Strokes by the encoder's own count, where an exact end says. */
  readonly encoderStrokes: number | undefined;
  readonly depthUmPeak: number | undefined;
  readonly rateCentiHzLowest: number;
  /** The newest reading of the pen's ledger under this reservation. */
  readonly seenStrokes: number;
  readonly untilN: number;
  /** Its energy; none for a reservation that declares none. */
  readonly energy?: EnergyTally | undefined;
}

/** Strokes that a reservation sets aside. */
export const reservedStrokes = (reservation: EntryOf<'reservation'>): number =>
  Math.max(0, reservation.ceilingStrokes - reservation.fromStrokes);

/** A reservation on the line that makes it: nothing is known, so all of it counts. */
const opened = (reservation: EntryOf<'reservation'>): Tally => ({
  reservation,
  ...(reservation.energy === undefined ? {} : { energy: openedEnergy(reservation) }),
  open: true,
  outcome: 'unknown',
  armed: false,
  closedBy: undefined,
  retracted: undefined,
  deliveredStrokes: 0,
  // S-22, S-24: all of it, from the line that makes it until a line says better.
  countedStrokes: reservedStrokes(reservation),
  deliveredContactMs: 0,
  countedContactMs: reservation.contactMsMax,
  encoderStrokes: undefined,
  depthUmPeak: undefined,
  rateCentiHzLowest: reservation.rateCentiHz,
  seenStrokes: reservation.fromStrokes,
  untilN: reservation.n,
});

/** The kinds of line that say something about a reservation. */
export type TallyEntry = EntryOf<
  'armed' | 'tightened' | 'train' | 'pulse' | 'settled' | 'resolved'
>;

/** Whether a line says something about a reservation. */
export const isTallyEntry = (entry: Entry): entry is TallyEntry =>
  TALLY_KINDS.has(entry.kind);

const TALLY_KINDS: ReadonlySet<string> = new Set([
  'armed',
  'tightened',
  'train',
  'pulse',
  'settled',
  'resolved',
]);

/** What a reservation is after one more line about it. */
function tallied(tally: Tally, entry: TallyEntry): Tally {
  const next = { ...tally, untilN: entry.n };
  switch (entry.kind) {
    case 'armed':
      return { ...next, armed: true };
    case 'tightened':
      return {
        ...next,
        rateCentiHzLowest: Math.min(tally.rateCentiHzLowest, entry.rateCentiHz),
      };
    case 'train':
      return afterTrain(next, entry);
    case 'pulse':
      return withEnergy(next, energyAfterPulse(tally.energy, entry, tally.reservation));
    case 'settled':
      return withEnergy(
        afterSettled(next, entry), energyAfterEnd(tally.energy, entry, tally.reservation),
      );
    case 'resolved':
      return withEnergy(
        afterResolved(next, entry), energyAfterEnd(tally.energy, entry, tally.reservation),
      );
  }
}

const withEnergy = (tally: Tally, energy: EnergyTally | undefined): Tally =>
  energy === undefined ? tally : { ...tally, energy };

function afterTrain(tally: Tally, train: EntryOf<'train'>): Tally {
  const strokes = Math.max(0, train.toStrokes - tally.reservation.fromStrokes);
  const contactMs = tally.deliveredContactMs + train.contactMs;
  const peaks = [tally.depthUmPeak, train.depthUmPeak].filter((peak) => peak !== undefined);
  return {
    ...tally,
    deliveredStrokes: Math.max(tally.deliveredStrokes, strokes),
    countedStrokes: Math.max(tally.countedStrokes, strokes),
    deliveredContactMs: contactMs,
    countedContactMs: Math.max(tally.countedContactMs, contactMs),
    depthUmPeak: peaks.length === 0 ? undefined : Math.max(...peaks),
    seenStrokes: Math.max(tally.seenStrokes, train.toStrokes),
  };
}

function afterSettled(tally: Tally, settled: EntryOf<'settled'>): Tally {
  // A settlement that says less than a train before it does not take strokes back.
  const strokes = Math.max(tally.deliveredStrokes, settled.strokes);
  const contactMs = Math.max(tally.deliveredContactMs, settled.contactMs);
  const { retracted } = settled;
  if (settled.outcome === 'unknown') {
    // What it says may be a bound, not a count: it can raise what counts, and proves no stroke.
    return {
      ...tally,
      retracted,
      countedStrokes: Math.max(tally.countedStrokes, strokes),
      countedContactMs: Math.max(tally.countedContactMs, contactMs),
    };
  }
  return {
    ...tally,
    open: false,
    outcome: 'known',
    closedBy: 'settled',
    retracted,
    deliveredStrokes: strokes,
    countedStrokes: strokes,
    deliveredContactMs: contactMs,
    countedContactMs: contactMs,
    encoderStrokes: settled.counted,
    seenStrokes: Math.max(tally.seenStrokes, tally.reservation.fromStrokes + strokes),
  };
}

function afterResolved(tally: Tally, resolved: EntryOf<'resolved'>): Tally {
  const strokes = Math.max(tally.deliveredStrokes, resolved.strokes);
  const contactMs = Math.max(tally.deliveredContactMs, resolved.contactMs);
  const known = resolved.outcome === 'known';
  return {
    ...tally,
    open: false,
    outcome: resolved.outcome,
    closedBy: 'resolved',
    deliveredStrokes: known ? strokes : tally.deliveredStrokes,
    countedStrokes: strokes,
    countedContactMs: contactMs,
    encoderStrokes: known ? resolved.counted : undefined,
    seenStrokes: resolved.ledgerStrokes,
  };
}

/**
 * Whether a line is about a reservation; arming ids are given again, so pens are told apart too.
 */
const isAbout = (entry: TallyEntry, { reservation }: Tally): boolean =>
  entry.armingId === reservation.armingId &&
  (entry.kind !== 'resolved' || entry.penSerial === reservation.penSerial);

/** Follows all reservations of a journal. */
export interface Tallies {
  /**
   * Takes a line, and gives the reservation that it is about as it is afterwards, if there is
   * one.
   */
  readonly take: (entry: Entry) => Tally | undefined;
  /** The reservations whose end is not known, in the order in which they were made. */
  readonly open: () => readonly Tally[];
}

/** Begins to follow the reservations of a journal, or goes on with those that were open. */
export function createTallies(before: readonly Tally[] = []): Tallies {
  let open: readonly Tally[] = before;
  const reserve = (entry: EntryOf<'reservation'>): Tally => {
    const tally = opened(entry);
    open = [...open, tally];
    return tally;
  };
  const update = (entry: TallyEntry): Tally | undefined => {
    const at = open.findLastIndex((tally) => isAbout(entry, tally));
    const before = open[at];
    if (before === undefined) return undefined;
    const after = tallied(before, entry);
    open = after.open ? open.with(at, after) : open.toSpliced(at, 1);
    return after;
  };
  return {
    open: () => open,
    take: (entry) => {
      if (entry.kind === 'reservation') return reserve(entry);
      return isTallyEntry(entry) ? update(entry) : undefined;
    },
  };
}
