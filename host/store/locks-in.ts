// The areas that are locked, of the lines of a chart as the store has them: each room's lines by
// themselves, since a lock is opened by the lines of the room that knows of it.

import { z } from 'zod';
import { createLockFold } from '../core/chart/fold-locks.ts';
import { readEntry } from '../journal/entry.ts';
import type { Row } from './tables.ts';

/** A lock in a chart. */
export type LockShown = Omit<Row<'area_locks'>, 'site'>;

const fields = z.record(z.string(), z.unknown());
const NOUGHT = '0'.repeat(64);

/** The locks that hold now, each skin once. */
export function locksIn(lines: readonly Row<'chart_lines'>[]): readonly LockShown[] {
  const about = lines.filter(({ kind }) => ABOUT.has(kind));
  const shown = [...Map.groupBy(about, ({ site }) => site).values()].flatMap((of) => {
    const fold = createLockFold();
    for (const line of of.toSorted((one, other) => one.n - other.n)) {
      const entry = entryOf(line);
      if (entry !== undefined) fold.take(entry);
    }
    return [...fold.now()];
  });
  return [...new Map(shown)].map(([, { person, area, side, because, at, n }]) =>
    ({ person, area, side, because, locked_at: at, n }));
}

const ABOUT: ReadonlySet<string> =
  new Set(['area-locked', 'area-unlocked', 'lock-elsewhere', 'unlock-elsewhere']);

function entryOf({ n, at, note }: Row<'chart_lines'>) {
  const said = fields.parse(JSON.parse(note));
  const envelope = { v: 1, n, at, ms: 0, synced: 0, prev: NOUGHT, hash: NOUGHT };
  const entry = readEntry({ ...said, ...envelope });
  const isAbout = entry?.kind === 'area-locked' || entry?.kind === 'area-unlocked'
    || entry?.kind === 'lock-elsewhere' || entry?.kind === 'unlock-elsewhere';
  return isAbout ? entry : undefined;
}
