/**
 * The books against the truth: what the journal on disk says may have been delivered, known and
 * unknown together, area by area, beside what the needles did. Too much is safe and counts as
 * nothing here; a stroke that nobody tells of is what the rig looks for.
 */
import {
  type Entry,
  explainRefusal,
  foldRecord,
  nodeWorld,
  readJournal,
} from '../../host/journal/index.ts';
import type { Truth } from './truth.ts';

/** What the books of an installation say. */
export interface Books {
  readonly entries: readonly Entry[];
  /** Strokes by area, delivered and unknown. */
  readonly sums: ReadonlyMap<string, number>;
}

/** Reads the journal of a folder as it lies there; a sentence if it cannot be read. */
export function readBooks(dataDir: string): Books | string {
  const entries: Entry[] = [];
  const read = readJournal(dataDir, nodeWorld('rig'), (entry) => entries.push(entry));
  if (!read.ok) return explainRefusal(read.error);
  return { entries, sums: sumsOf(entries) };
}

/** Strokes by area that a journal tells of: delivered, and unknown at their worst. */
export function sumsOf(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const entry of entries) {
    if (entry.kind !== 'treatment-opened') continue;
    for (const row of foldRecord(entries, entry.treatmentId)?.areas ?? []) {
      const told = row.delivered.strokes + row.unknown.strokes;
      sums.set(row.area, (sums.get(row.area) ?? 0) + told);
    }
  }
  return sums;
}

/** Strokes of the needles that the books do not tell of. */
export const unaccounted = (truth: Pick<Truth, 'strokesOf'>, books: Pick<Books, 'sums'>): number =>
  [...truth.strokesOf].reduce(
    (missing, [area, made]) => missing + Math.max(0, made - (books.sums.get(area) ?? 0)),
    0,
  );

/** How often this treatment was stopped by anybody but a person; three of them lock it. */
export const stopsOf = (books: Books): number =>
  books.entries.filter((entry) => entry.kind === 'stop' && entry.reason !== 'operator').length;
