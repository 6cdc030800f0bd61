// The chart journal: everything about people and staff that is not a treatment, in a journal of its
// own beside that of the treatments, made of the same lines by the same machinery. The treatment
// journal belongs to one host while it treats; this one is written by whoever is at a console, so
// it is held only for as long as it takes to write and to sync.

import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import {
  type Entry,
  initInstallation,
  type Journal,
  type JournalFault,
  type JournalRefusal,
  type JournalWorld,
  type NoteGiven,
  openJournal,
  type Place,
  placeOf,
  readJournal,
} from '../journal/index.ts';
import { places } from '../journal/files.ts';

/** The folder of the chart journal in that of an installation. */
export const chartFolder = (dataDir: string): string => path.join(dataDir, 'chart');

/** Why the chart journal could not be read, or did not take a line. */
export type ChartRefusal =
  | { readonly code: 'chart-refused'; readonly refusal: JournalRefusal }
  | { readonly code: 'chart-failed'; readonly fault: JournalFault };

/** What may be appended, made of all lines there are at that moment, or a refusal. */
export type Decide<R> = (entries: readonly Entry[]) => Result<readonly NoteGiven[], R>;

/** The chart journal of an installation. */
export interface Chart {
  /** Every line, up to the newest on disk. */
  readonly entries: () => Result<readonly Entry[], ChartRefusal>;
  /** Writes lines; the promise is kept when they are on disk, or with the reason. */
  readonly append: (
    ...notes: readonly NoteGiven[]
  ) => Promise<Result<readonly Entry[], ChartRefusal>>;
  /** The same for lines that depend on those before: nobody writes between deciding and writing. */
  readonly change: <R>(decide: Decide<R>) => Promise<Result<readonly Entry[], R | ChartRefusal>>;
}

/** Space set aside in a file of the chart, whose lines are few and far between. */
const SEGMENT_BYTES = 64 << 10;
/** How long somebody else's line is waited for. */
const PATIENCE_MS = 10_000;
const RETRY_MS = 5;

/** Makes the chart journal of an installation that has none. */
export function initChart(dataDir: string, world: JournalWorld): Result<undefined, ChartRefusal> {
  const made = initInstallation(chartFolder(dataDir), world);
  return made.ok ? ok(undefined) : refuse({ code: 'chart-refused', refusal: made.error });
}

/** Opens the chart journal of an installation; never makes one. */
export function openChart(
  dataDir: string,
  world: JournalWorld,
  patienceMs = PATIENCE_MS,
): Result<Chart, ChartRefusal> {
  const reader = createReader(chartFolder(dataDir), world);
  const first = reader.entries();
  if (!first.ok) return first;
  const change: Chart['change'] = async (decide) => {
    const until = world.nowMs() + patienceMs;
    for (let tries = 1; ; tries += 1) {
      const { busy, outcome } = reader.writeOnce(decide);
      if (!busy || world.nowMs() > until) return outcome;
      // Not all at once again: whoever came together goes on apart.
      await wait(RETRY_MS + Math.random() * RETRY_MS * Math.min(tries, 20));
    }
  };
  return ok({
    entries: () => reader.entries(),
    change,
    append: (...notes) => change<never>(() => ok(notes)),
  });
}

/** Whether somebody else is writing a line just now, or was until a moment ago. */
const isBusy = (refusal: JournalRefusal, lock: string): boolean =>
  refusal.code === 'held' || refusal.code === 'held-by-unknown'
  || (refusal.code === 'file-fault' && refusal.fault.code === 'ENOENT'
    && refusal.fault.path === lock);

/** What one try came to, and whether it is worth another. */
interface Tried<R> {
  readonly busy: boolean;
  readonly outcome: Result<readonly Entry[], R | ChartRefusal>;
}

interface Reader {
  readonly entries: Chart['entries'];
  readonly writeOnce: <R>(decide: Decide<R>) => Tried<R>;
}

/** Keeps what was read, and goes on from there. */
function createReader(dir: string, world: JournalWorld): Reader {
  let all: readonly Entry[] = [];
  let place: Place | undefined;
  const refused = (refusal: JournalRefusal): Result<never, ChartRefusal> =>
    refuse({ code: 'chart-refused', refusal });

  const entries: Reader['entries'] = () => {
    const fresh: Entry[] = [];
    const read = readJournal(dir, world, (entry) => fresh.push(entry), place);
    if (!read.ok) return refused(read.error);
    place = placeOf(read.value);
    if (fresh.length > 0) all = [...all, ...fresh];
    return ok(all);
  };

  const writeOnce: Reader['writeOnce'] = (decide) => {
    const known = entries();
    if (!known.ok || place === undefined) return { busy: false, outcome: known };
    const kept = all.flatMap((entry) => (entry.kind === 'recovered' ? entry.kept ?? [] : []));
    const since: Entry[] = [];
    const opened = openJournal(dir, world, {
      segmentBytes: SEGMENT_BYTES,
      since: { place, kept },
      quiet: true,
      onEntry: (entry) => since.push(entry),
    });
    if (!opened.ok) {
      const busy = isBusy(opened.error, places(dir).lock);
      return { busy, outcome: refused(opened.error) };
    }
    const decided = decide([...all, ...since]);
    const outcome = decided.ok ? writeAll(opened.value, decided.value) : decided;
    opened.value.close();
    return { busy: false, outcome };
  };

  return { entries, writeOnce };
}

function writeAll(
  journal: Journal,
  notes: readonly NoteGiven[],
): Result<readonly Entry[], ChartRefusal> {
  const lines: Entry[] = [];
  for (const [index, note] of notes.entries()) {
    const isLast = index === notes.length - 1;
    // S-70: whoever is told that a line was taken finds it after any crash.
    const written = isLast ? journal.appendAndSyncNow(note) : journal.append(note);
    if (!written.ok) return refuse({ code: 'chart-failed', fault: written.error });
    lines.push(written.value);
  }
  return ok(lines);
}
