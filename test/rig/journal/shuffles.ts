/**
 * Whole lines that are gone, doubled, moved or exchanged, and pieces of disk that read as zeros.
 * Inside a journal all of it is refused by line; lines that are gone from its end leave a shorter
 * chain, and the pen is the one who says so.
 */
import type { Sweep, Swept } from '../sweep.ts';
import { lineAt } from './line-by-line.ts';
import { recordTreatment, type Recorded } from './recorded.ts';
import { reopen } from './reopen.ts';

const SECTOR_BYTES = 512;

interface Changed {
  readonly what: string;
  readonly bytes: Uint8Array;
  /** Whether it may open as a shorter journal, because a crash can have left it so. */
  readonly mayOpen: boolean;
}

/** The lines of the journal, each with its end. */
function linesOf({ bytes, starts }: Recorded): readonly Uint8Array[] {
  return starts.slice(0, -1).map((start, index) => bytes.subarray(start, starts[index + 1]));
}

const joined = (lines: readonly (Uint8Array | undefined)[]): Uint8Array =>
  Buffer.concat(lines.map((line) => line ?? new Uint8Array()));

function changes(recorded: Recorded): readonly Changed[] {
  const lines = linesOf(recorded);
  const last = lines.length - 1;
  const each = lines.flatMap((line, at): readonly Changed[] => [
    { what: `line ${at + 1} gone`, bytes: joined(lines.toSpliced(at, 1)), mayOpen: at === last },
    { what: `line ${at + 1} doubled`, bytes: joined(lines.toSpliced(at, 0, line)), mayOpen: false },
    {
      what: `line ${at + 1} again at the end`,
      bytes: joined([...lines, line]),
      mayOpen: false,
    },
    ...(at === last
      ? []
      : [
          {
            what: `lines ${at + 1} and ${at + 2} exchanged`,
            bytes: joined(lines.toSpliced(at, 2, lines[at + 1] ?? line, line)),
            mayOpen: false,
          },
          {
            what: `lines ${at + 1} to ${last} gone`,
            bytes: joined(lines.toSpliced(at, last - at)),
            mayOpen: false,
          },
        ]),
  ]);
  return [...each, ...holes(recorded)];
}

/** Sectors of the disk that were written and synced, and read as zeros now. */
function holes(recorded: Recorded): readonly Changed[] {
  const { bytes, entries } = recorded;
  const count = Math.floor(bytes.length / SECTOR_BYTES);
  return Array.from({ length: count }, (_, sector) => {
    const holed = bytes.slice();
    holed.fill(0, sector * SECTOR_BYTES, (sector + 1) * SECTOR_BYTES);
    // A crash may leave that of lines of which no later one says that they were on disk.
    const lost = lineAt(recorded, sector * SECTOR_BYTES) + 1;
    const behind = entries.slice(lineAt(recorded, (sector + 1) * SECTOR_BYTES) + 1);
    const mayOpen = !behind.some(({ synced }) => synced >= lost);
    return { what: `sector ${sector} reads as zeros`, bytes: holed, mayOpen };
  });
}

function tryOne(recorded: Recorded, { what, bytes, mayOpen }: Changed): readonly string[] {
  const opened = reopen(recorded, bytes);
  if (opened.kind === 'refused') return opened.unfit;
  const same = opened.entries.every(({ hash }, index) => hash === recorded.entries[index]?.hash);
  if (!same) return [`${what}: opened with lines that were never written there`];
  return mayOpen ? [] : [`${what}: opened with ${opened.entries.length} lines`];
}

/** Every line and every sector. */
export const SHUFFLES: Sweep = {
  name: 'journal-lines',
  what: 'lines of the journal gone, doubled, exchanged; sectors that read as zeros',
  run: (stride, progress): Swept => {
    const recorded = recordTreatment();
    const all = changes(recorded).filter((_, index) => index % stride === 0);
    const wrong: string[] = [];
    for (const [index, change] of all.entries()) {
      wrong.push(...tryOne(recorded, change));
      progress(index + 1, all.length);
    }
    const times = all.length;
    return {
      times, took: times, strokes: 0, bound: 0, stopMs: 0, unaccounted: 0, wrong, notes: [],
    };
  },
};
