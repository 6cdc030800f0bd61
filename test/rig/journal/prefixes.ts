/**
 * What each prefix of a journal is worth: whether a host that finds no more than it still counts
 * every stroke that was made by then, and whether the pen notices where whole lines are gone.
 */
import {
  createAccounts,
  type Entry,
  explainLedger,
  type PenLedger,
  resolveByLedger,
} from '../../../host/journal/index.ts';
import { unfitWords } from '../heard.ts';
import type { Recorded } from './recorded.ts';

/** What a prefix counts, in all areas together. */
export const countedBy = (entries: readonly Entry[]): number => {
  const accounts = createAccounts();
  for (const entry of entries) accounts.take(entry);
  return [...accounts.since('').spent.values()].reduce((sum, { strokes }) => sum + strokes, 0);
};

/** Strokes that a pen may have debited for and not made; the reservation covers them. */
const RESERVE_AHEAD = 200;

/** What a pen's ledger makes of a prefix: resolved and counted, or refused in a sentence. */
function askPen(entries: readonly Entry[], ledger: PenLedger): number | string {
  const accounts = createAccounts();
  for (const entry of entries) accounts.take(entry);
  const { open, pens } = accounts.since('');
  const known = pens.get(ledger.serial);
  const resolved = resolveByLedger({ known, open, ledger, reserveAhead: RESERVE_AHEAD });
  if (!resolved.ok) return explainLedger(resolved.error);
  const stamp = { at: entries.at(-1)?.at ?? '', ms: 0, synced: 0, v: 1, prev: '', hash: '' };
  for (const [index, note] of resolved.value.entries()) {
    accounts.take({ ...note, ...stamp, n: entries.length + index + 1 } as Entry);
  }
  return [...accounts.since('').spent.values()].reduce((sum, { strokes }) => sum + strokes, 0);
}

/** Everything that is wrong with any prefix of a recorded journal. */
export function wrongPrefixes({ entries, moments, last }: Recorded): readonly string[] {
  return entries.flatMap((entry, index) => {
    const prefix = entries.slice(0, index + 1);
    const moment = moments.get(entry.n) ?? last;
    const counted = countedBy(prefix);
    const atCrash = askPen(prefix, moment.ledger);
    const inTheEnd = askPen(prefix, last.ledger);
    const where = `up to line ${entry.n}`;
    return [
      ...(counted < moment.made ? [`${where}: ${counted} of ${moment.made} strokes`] : []),
      ...(typeof atCrash === 'string' ? [`${where}: the pen was refused: ${atCrash}`] : []),
      ...(typeof atCrash === 'number' && atCrash < moment.made
        ? [`${where}: ${atCrash} of ${moment.made} strokes once the pen was asked`]
        : []),
      // Lines that were on disk are gone: the pen knows more than the journal, and that is said.
      ...(typeof inTheEnd === 'number' && inTheEnd < last.made
        ? [`${where}: with its end lost it counts ${inTheEnd} of ${last.made} strokes`]
        : []),
      ...(typeof inTheEnd === 'string' ? unfitWords(inTheEnd) : []),
    ];
  });
}
