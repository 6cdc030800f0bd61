// Asks the pen's ledger what became of reservations whose end nobody saw. The ledger is one
// absolute count, so what moved between two readings moved under the reservation that was open
// then; what no reservation explains is not explained away, it blocks.

import { ok, refuse, type Result } from '../../protocol/result.ts';
import { reservedStrokes, type Tally } from './account.ts';
import type { KnownPen } from './budgets.ts';
import type { EntryOf, NoteGiven } from './entry.ts';

/** What a pen's ledger reads. */
export interface PenLedger {
  readonly serial: string;
  readonly bootId: number;
  readonly strokes: number;
  /** The encoder's own lifetime count. */
  readonly counted: number;
  /** Whether the pen's last stop was clean, so that the reading is exact even after a boot. */
  readonly closed: boolean;
  readonly lastArmingId: number;
}

/** What is known when a pen's ledger has been read. */
export interface LedgerFacts {
  /** What the journal explains of this pen; undefined for a pen it has never seen move. */
  readonly known: KnownPen | undefined;
  /** The open reservations of this pen, in the order in which they were made. */
  readonly open: readonly Tally[];
  readonly ledger: PenLedger;
  /** How far beyond a grant's ceiling this pen stores its mark in advance. */
  readonly reserveAhead: number;
}

/** Why a pen's ledger and the journal cannot both be right. */
export interface LedgerRefusal {
  readonly code:
    | 'ledger-went-backwards'
    | 'ledger-unexplained'
    | 'ledger-unknown-pen'
    | 'ledger-foreign-arming';
  readonly serial: string;
  /** The reading that the journal explains, and the reading that there is. */
  readonly explainedStrokes: number;
  readonly ledgerStrokes: number;
}

/** The note that a resolution becomes. */
export type ResolvedNote = Extract<NoteGiven, { readonly kind: 'resolved' }>;

/** A later reading of the same absolute count: where one reservation ended. */
interface Reading {
  readonly strokes: number;
  readonly bootId: number;
  readonly closed: boolean;
  readonly counted: number;
}

/** Resolves every open reservation of a pen by its ledger, or says why that cannot be. */
export function resolveByLedger(
  facts: LedgerFacts,
): Result<readonly ResolvedNote[], LedgerRefusal> {
  const { open, ledger } = facts;
  const newest = open.at(-1);
  if (newest === undefined) return compareKnown(facts);
  if (isForeign(newest, ledger)) {
    const explained = newest.reservation.fromStrokes;
    return refuse(contradiction('ledger-foreign-arming', ledger, explained));
  }
  const notes: ResolvedNote[] = [];
  for (const [index, tally] of open.entries()) {
    const next = open[index + 1];
    const end = next === undefined ? ledger : readingAt(next.reservation);
    const note = resolveOne(tally, end, facts);
    if (!note.ok) return note;
    notes.push(note.value);
  }
  return ok(notes);
}

function compareKnown({
  known,
  ledger,
}: LedgerFacts): Result<readonly ResolvedNote[], LedgerRefusal> {
  const explained = known?.strokes ?? 0;
  if (ledger.strokes === explained) return ok([]);
  if (ledger.strokes < explained) {
    return refuse(contradiction('ledger-went-backwards', ledger, explained));
  }
  const code = known === undefined ? 'ledger-unknown-pen' : 'ledger-unexplained';
  return refuse(contradiction(code, ledger, explained));
}

/**
 * Strokes since the newest reservation, in the same boot, but under another arming than its own.
 */
const isForeign = ({ reservation }: Tally, ledger: PenLedger): boolean =>
  ledger.bootId === reservation.bootId &&
  ledger.strokes > reservation.fromStrokes &&
  ledger.lastArmingId !== reservation.armingId;

/** A reservation begins with a reading of the ledger, which ends the one before it. */
const readingAt = (reservation: EntryOf<'reservation'>): Reading => ({
  strokes: reservation.fromStrokes,
  bootId: reservation.bootId,
  closed: false,
  counted: reservation.fromCounted,
});

function resolveOne(
  tally: Tally,
  end: Reading,
  { ledger, reserveAhead }: LedgerFacts,
): Result<ResolvedNote, LedgerRefusal> {
  const { reservation, seenStrokes } = tally;
  const { fromStrokes, ceilingStrokes } = reservation;
  if (end.strokes < seenStrokes) {
    return refuse(contradiction('ledger-went-backwards', ledger, seenStrokes, end.strokes));
  }
  // The mark after an unclean stop lies ahead of the strokes by what the pen reserves in advance.
  const exact = end.bootId === reservation.bootId || end.closed;
  const highest = exact ? ceilingStrokes : ceilingStrokes + reserveAhead;
  if (end.strokes > highest) {
    return refuse(contradiction('ledger-unexplained', ledger, highest, end.strokes));
  }
  const spent = Math.min(end.strokes, ceilingStrokes) - fromStrokes;
  // A mark that never moved was stored before any stroke that it would have had to cover.
  // S-23: exact only where the pen's ledger is; everything else is written down as unknown.
  const known = exact || spent === 0;
  return ok({
    kind: 'resolved',
    armingId: reservation.armingId,
    penSerial: reservation.penSerial,
    strokes: spent,
    ...(exact && end.counted >= reservation.fromCounted
      ? { counted: end.counted - reservation.fromCounted }
      : {}),
    contactMs: contactAtMost(tally, spent),
    outcome: known ? 'known' : 'unknown',
    ledgerStrokes: end.strokes,
    bootId: end.bootId,
    by: 'ledger',
  });
}

/**
 * What becomes of an open reservation when a person adopts a ledger that cannot tell: all of it
 * counts, for ever, and nothing of it is called delivered.
 */
export const resolveAtWorst = (
  { reservation, deliveredContactMs }: Tally,
  { strokes, bootId }: PenLedger,
): ResolvedNote => ({
  kind: 'resolved',
  armingId: reservation.armingId,
  penSerial: reservation.penSerial,
  strokes: reservedStrokes(reservation),
  contactMs: Math.max(reservation.contactMsMax, deliveredContactMs),
  outcome: 'unknown',
  ledgerStrokes: strokes,
  bootId,
  by: 'adoption',
});

/** The longest contact that a number of strokes can have taken, beyond what trains already told. */
function contactAtMost(tally: Tally, spent: number): number {
  const { reservation, deliveredStrokes, deliveredContactMs, rateCentiHzLowest } = tally;
  const unseen = Math.max(0, spent - deliveredStrokes);
  const unseenMs = Math.ceil((unseen * 100_000) / rateCentiHzLowest);
  const most = Math.max(reservation.contactMsMax, deliveredContactMs);
  return Math.min(most, deliveredContactMs + unseenMs);
}

const contradiction = (
  code: LedgerRefusal['code'],
  { serial, strokes }: PenLedger,
  explainedStrokes: number,
  ledgerStrokes: number = strokes,
): LedgerRefusal => ({ code, serial, explainedStrokes, ledgerStrokes });

/** One or two sentences for a ledger that contradicts the journal. */
export function explainLedger(refusal: LedgerRefusal): string {
  const { serial, explainedStrokes, ledgerStrokes } = refusal;
  return `${WHY[refusal.code]} (pen ${serial}: ledger ${ledgerStrokes}, explained ` +
    `${explainedStrokes}). The pen stays blocked until a person adopts its ledger with a reason.`;
}

const WHY: Readonly<Record<LedgerRefusal['code'], string>> = {
  'ledger-went-backwards': "The pen's ledger went backwards",
  'ledger-unexplained': "The pen's ledger holds strokes that no line of this journal explains",
  'ledger-unknown-pen': 'This journal has never seen the pen move, but its ledger holds strokes',
  'ledger-foreign-arming': 'The pen was armed by somebody else since its last reservation here',
};
