// A pen's ledger against the journal: what became of armings whose end nobody saw, and what a
// person takes over when the ledger cannot say. Done before any plan is looked at.

import type { Result } from '../../protocol/result.ts';
import {
  createAccounts,
  type Entry,
  type LedgerRefusal,
  type NoteGiven,
  type PenLedger,
  resolveAtWorst,
  resolveByLedger,
} from '../journal/index.ts';
import type { LinkedPen } from '../link/session-state.ts';

/** Asks the pen's ledger what became of armings whose end nobody saw. */
export function resolveOpen(
  entries: readonly Entry[],
  pen: LinkedPen,
): Result<readonly NoteGiven[], LedgerRefusal> {
  const accounts = createAccounts();
  for (const entry of entries) accounts.take(entry);
  const { open, pens } = accounts.since('');
  const { identity, capabilities } = pen.pages;
  return resolveByLedger({
    known: pens.get(identity.serial),
    open: open.filter(({ reservation }) => reservation.penSerial === identity.serial),
    ledger: ledgerOf(pen),
    reserveAhead: capabilities.reserveAhead,
  });
}

/** The lines with which a person takes over a pen's ledger: what was open counts whole. */
export function adoptionNotes(
  entries: readonly Entry[],
  pen: LinkedPen,
  { by, why }: { readonly by: string; readonly why: string },
): readonly NoteGiven[] {
  const accounts = createAccounts();
  for (const entry of entries) accounts.take(entry);
  const ledger = ledgerOf(pen);
  const { serial, strokes } = ledger;
  const open = accounts.since('').open.filter((tally) => tally.reservation.penSerial === serial);
  return [
    ...open.map((tally) => resolveAtWorst(tally, ledger)),
    { kind: 'pen-adopted', serial, strokes, by, why },
  ];
}

const ledgerOf = ({ pages: { identity, ledger } }: LinkedPen): PenLedger => ({
  serial: identity.serial,
  bootId: ledger.bootId,
  strokes: ledger.strokes,
  counted: ledger.counted,
  closed: ledger.closed === 1,
  lastArmingId: ledger.lastArmingId,
});
