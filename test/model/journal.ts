/**
 * The journal of the walk: as much of it as a restart reads, told by the real folds. Lines that are
 * closed are kept as they were written, since only amounts are taken from them; of what is open,
 * and of what is not on the disk yet, every number goes with the pen's counter.
 */
import { assert } from '../../protocol/assert.ts';
import { restOf } from '../../host/core/control/account.ts';
import { newControl } from '../../host/core/control/control.ts';
import type { Control } from '../../host/core/control/state.ts';
import type { Progress, Treatment } from '../../host/core/control/task.ts';
import { createTallies } from '../../host/journal/account.ts';
import { createAccounts, type Entry, type NoteGiven } from '../../host/journal/index.ts';
import type { LinkedPen } from '../../host/link/session-state.ts';
import { ownProgress } from '../../host/treat/own-progress.ts';
import { resolveOpen } from '../../host/treat/pen-ledger.ts';
import { MAKE } from './setting.ts';

/** A journal. */
export interface Journal {
  /** Lines of reservations whose end is known. */
  readonly closed: readonly Entry[];
  /** How far the closed lines have come. */
  readonly progress: readonly Progress[];
  /** The reading of the pen's ledger that they explain. */
  readonly known: number;
  readonly lastArmingId: number;
  /** Lines of reservations whose end is not known. */
  readonly open: readonly Entry[];
  readonly stops: number;
  /** What was written and is not on the disk yet; nobody knows how much of it a crash leaves. */
  readonly tail: readonly Entry[];
}

const AT = '2026-01-05T10:00:00.000Z';
const ENVELOPE = { v: 1, n: 1, at: AT, ms: 0, synced: 0, prev: '', hash: '' };
const entryOf = (note: NoteGiven): Entry => ({ ...note, ...ENVELOPE }) as Entry;

/** The journal of a day on which the pen's ledger was taken over and nothing was done yet. */
export const newJournal = (treatment: Treatment, known: number): Journal => ({
  closed: [],
  progress: progressOf(treatment, []),
  known,
  lastArmingId: 0,
  open: [],
  stops: 0,
  tail: [],
});

const progressOf = (treatment: Treatment, own: readonly Entry[]): readonly Progress[] =>
  ownProgress(own, treatment.treatmentId, treatment.tasks, (task) =>
    restOf(task, MAKE.brakeMsMax),
  );

const STOPS_MAX = 3;

/** The journal with one more note behind its tail, if a restart would read it. */
export function written(journal: Journal, note: NoteGiven): Journal {
  if (note.kind === 'settled' && isNothing(journal, note)) {
    return { ...journal, tail: without(journal.tail, note.armingId) };
  }
  if (note.kind === 'train') {
    return hasTold(journal, note) ? journal : { ...journal, tail: withTrain(journal.tail, note) };
  }
  const isStop = note.kind === 'stop' && note.reason !== 'operator' && stopsOf(journal) < STOPS_MAX;
  return isStop || BOOKED.has(note.kind)
    ? { ...journal, tail: [...journal.tail, entryOf(note)] }
    : journal;
}

const BOOKED: ReadonlySet<string> = new Set(['reservation', 'settled', 'resolved']);

type Settled = Extract<NoteGiven, { readonly kind: 'settled' }>;

/** A reservation that came to nothing before it was on the disk need not have been written. */
const isNothing = ({ tail }: Journal, { armingId, strokes, outcome }: Settled): boolean =>
  strokes === 0 && outcome === 'known'
  && tail.some((line) => line.kind === 'reservation' && line.armingId === armingId);

const without = (tail: readonly Entry[], armingId: number): readonly Entry[] =>
  tail.filter((line) => !('armingId' in line) || line.armingId !== armingId);

type Train = Extract<NoteGiven, { readonly kind: 'train' }>;

/** A hold that adds no stroke to what was written adds nothing that a restart reads. */
const hasTold = ({ open, tail }: Journal, train: Train): boolean =>
  [...open, ...tail].some((line) =>
    (line.kind === 'reservation' && line.armingId === train.armingId
      && train.toStrokes <= line.fromStrokes)
    || (line.kind === 'train' && line.armingId === train.armingId
      && line.toStrokes >= train.toStrokes),
  );

/** One line for the holds of an arming that are not on the disk yet: the newest says it all. */
const withTrain = (tail: readonly Entry[], train: Train): readonly Entry[] => [
  ...tail.filter((line) => line.kind !== 'train' || line.armingId !== train.armingId),
  entryOf(train),
];

const stopsOf = ({ stops, tail }: Journal): number =>
  stops + tail.filter(({ kind }) => kind === 'stop').length;

/** The tail is on the disk. */
export function synced(journal: Journal, treatment: Treatment): Journal {
  if (journal.tail.length === 0) return journal;
  const tallies = createTallies();
  const lines = [...journal.open, ...journal.tail].filter(({ kind }) => kind !== 'stop');
  let { closed, known, lastArmingId } = journal;
  let open: readonly Entry[] = [];
  for (const line of lines) {
    const tally = tallies.take(line);
    open = [...open, line];
    if (line.kind === 'reservation') lastArmingId = Math.max(lastArmingId, line.armingId);
    if (tally === undefined || tally.open) continue;
    const { armingId } = tally.reservation;
    const about = open.filter((one) => 'armingId' in one && one.armingId === armingId);
    closed = [...closed, ...about];
    open = open.filter((one) => !about.includes(one));
    known = tally.seenStrokes;
  }
  const progress = progressOf(treatment, closed);
  return { closed, progress, known, lastArmingId, open, stops: stopsOf(journal), tail: [] };
}

/** What a crash leaves: all that was written, or no more than what was on the disk. */
export const crashed = (journal: Journal, treatment: Treatment, kept: boolean): Journal =>
  kept ? synced(journal, treatment) : { ...journal, tail: [] };

/** The lines as a restart reads them. */
const linesOf = ({ closed, known, open }: Journal): readonly Entry[] => [
  ...closed,
  entryOf({
    kind: 'pen-adopted',
    serial: MAKE.serial,
    strokes: known,
    by: 'Operator',
    why: 'So far it is explained.',
  }),
  ...open,
];

/** A restart: what the treatment goes on from, or nothing if the pen's ledger is in the way. */
export interface Restart {
  readonly journal: Journal;
  readonly control: Control | undefined;
}

/** The pen was met: its ledger resolves what was open, and a treatment starts from there. */
export function restart(
  journal: Journal,
  treatment: Treatment,
  pen: LinkedPen,
): Restart {
  const entries = linesOf(journal);
  const resolved = resolveOpen(entries, pen);
  if (!resolved.ok) return { journal, control: undefined };
  const next = synced(resolved.value.reduce<Journal>(written, journal), treatment);
  const own = [...entries, ...resolved.value.map(entryOf)];
  const progress = progressOf(treatment, own);
  const first = Math.max(pen.pages.ledger.lastArmingId, journal.lastArmingId) + 1;
  const control = newControl(treatment, first, progress);
  return { journal: next, control: { ...control, stopAgesMs: stopsAgo(journal.stops) } };
}

const stopsAgo = (count: number): readonly number[] => Array.from({ length: count }, () => 0);

/** Strokes that the lines on the disk count for each area, at their worst. */
export function countedOnDisk(journal: Journal, treatment: Treatment): readonly number[] {
  const accounts = createAccounts();
  for (const line of linesOf({ ...journal, tail: [] })) accounts.take(line);
  const { spent } = accounts.since('');
  return treatment.tasks.map(({ area, side }) => {
    const found = [...spent].filter(([key]) => key.includes(area) && key.includes(side));
    assert(found.length <= 1, 'an area has one account');
    return found[0]?.[1].strokes ?? 0;
  });
}

/** Whether the reservation of an arming is on the disk. */
export const isOnDisk = (journal: Journal, armingId: number): boolean =>
  journal.open.some((line) => line.kind === 'reservation' && line.armingId === armingId);
