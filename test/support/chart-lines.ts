/**
 * Lines of a chart journal made of notes, without a journal: for tests of what follows from lines.
 * The chain is not made, because nothing that folds a chart looks at it.
 */
import { type Entry, type NoteGiven, readEntry } from '../../host/journal/entry.ts';

/** Makes lines of one day, a minute apart. */
export function createLine(day: string): (note: NoteGiven) => Entry {
  let n = 0;
  return (note) => {
    n += 1;
    const at = `${day}T09:${String(n).padStart(2, '0')}:00.000Z`;
    const hash = 'ab'.repeat(32);
    const line = readEntry({ v: 1, n, at, ms: n, synced: 0, prev: hash, hash, ...note });
    if (line === undefined) throw new Error(`no line of a chart: ${JSON.stringify(note)}`);
    return line;
  };
}
