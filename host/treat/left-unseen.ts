// What a host that comes up says of armings whose end nobody saw and whose pen is not there to be
// asked: that it is not known, and how much it may have been. Said before anything is resumed or
// closed, so that no treatment ends with an arming of which its record says nothing.

import { createTallies, reservedStrokes } from '../journal/account.ts';
import type { Entry, NoteGiven } from '../journal/index.ts';

/**
 * The lines that mark every such arming, each once. It stays open: its own pen's ledger may still
 * say better, and until then it counts whole.
 */
export function unseenNotes(entries: readonly Entry[]): readonly NoteGiven[] {
  const tallies = createTallies();
  for (const entry of entries) tallies.take(entry);
  return tallies
    .open()
    .filter(({ retracted }) => retracted === undefined)
    .map(({ reservation }) => ({
      // An end that nobody saw is marked unknown, at its worst.
      kind: 'settled',
      armingId: reservation.armingId,
      strokes: reservedStrokes(reservation),
      counted: 0,
      contactMs: reservation.contactMsMax,
      outcome: 'unknown',
      retracted: false,
    }));
}
