/**
 * A journal that ends at any byte: cut off there, or never written from there on in space that was
 * set aside. What was whole counts, what was torn is kept aside and said, and nothing else happens.
 */
import type { Sweep, Swept } from '../sweep.ts';
import { lineAt, readOn } from './line-by-line.ts';
import { wrongPrefixes } from './prefixes.ts';
import { recordTreatment, type Recorded } from './recorded.ts';
import { reopen } from './reopen.ts';

const SPACE_BYTES = 64;

/** Whole lines in the first so many bytes; one that only lacks its end is whole. */
const wholeLines = ({ starts }: Recorded, cut: number): number =>
  starts.slice(1).filter((end) => end - 1 <= cut).length;

/** Reads the line that was cut, as the product does, and compares with what was intact. */
function cutQuickly(recorded: Recorded, cut: number, space: number): readonly string[] {
  const line = lineAt(recorded, Math.min(cut, recorded.bytes.length - 1));
  const from = recorded.starts[line] ?? 0;
  const piece = new Uint8Array(cut - from + space);
  piece.set(recorded.bytes.subarray(from, cut));
  const { outcome, found } = readOn(recorded, line, piece);
  const there = wholeLines(recorded, cut) - line;
  if (!outcome.ok) return [`cut at ${cut}: refused, and a crash may leave that`];
  const { tail } = outcome.value;
  const torn = found.length === 0 && cut > from;
  const same = found.every(({ hash }, index) => hash === recorded.entries[line + index]?.hash);
  return [
    ...(found.length === there && same ? [] : [`cut at ${cut}: ${found.length} lines of ${there}`]),
    ...(torn && (tail.kind !== 'torn' || tail.bytes !== cut - from)
      ? [`cut at ${cut}: the torn tail is ${tail.kind}`]
      : []),
  ];
}

/** Opens the whole of it, as a host does. */
function cutWholly(recorded: Recorded, cut: number, space: number): readonly string[] {
  const bytes = new Uint8Array(cut + space);
  bytes.set(recorded.bytes.subarray(0, cut));
  const opened = reopen(recorded, bytes);
  const there = wholeLines(recorded, cut);
  const where = `opened, cut at ${cut}`;
  if (opened.kind === 'refused') {
    // Without one whole line there is no journal to go on with.
    return there === 0 ? opened.unfit : [`${where}: ${opened.sentence}`];
  }
  const { entries, recovered, kept } = opened;
  const end = recorded.starts.findLast((start) => start <= cut) ?? 0;
  const torn = cut > end && entries.length === there && recorded.starts[there] === end;
  const tornBytes = Buffer.from(recorded.bytes.subarray(end, cut));
  const same = entries.every(({ hash }, index) => hash === recorded.entries[index]?.hash);
  return [
    ...(entries.length === there && same ? [] : [`${where}: ${entries.length} of ${there} lines`]),
    ...(torn && (recovered.length !== 1 || !tornBytes.equals(kept ?? new Uint8Array()))
      ? [`${where}: the torn tail was not kept as it was`]
      : []),
    ...(cut === end && recovered.length > 0 ? [`${where}: something was put right`] : []),
  ];
}

/** Every byte offset, quickly; every so many of them by opening the whole. */
export const CUTS: Sweep = {
  name: 'journal-cut',
  what: 'the journal cut at every byte, with and without space behind',
  run: (stride, progress): Swept => {
    const recorded = recordTreatment();
    const { length } = recorded.bytes;
    const wrong: string[] = [...wrongPrefixes(recorded)];
    let opened = 0;
    for (let cut = 0; cut <= length; cut += 1) {
      const quickly = [0, SPACE_BYTES].flatMap((space) => cutQuickly(recorded, cut, space));
      const atEnd = recorded.starts.some((start) => Math.abs(start - cut) <= 1);
      const wholly = cut % stride === 0 || atEnd;
      if (wholly) opened += 1;
      const space = cut % 2 === 0 ? SPACE_BYTES : 0;
      wrong.push(...quickly, ...(wholly ? cutWholly(recorded, cut, space) : []));
      progress(cut, length);
    }
    const notes = [
      `${recorded.entries.length} lines, ${length} bytes, ${recorded.last.made} strokes; `
      + `read at every byte twice, opened whole at ${opened} of them`,
    ];
    const times = 2 * (length + 1) + opened;
    return { times, took: times, strokes: 0, bound: 0, stopMs: 0, unaccounted: 0, wrong, notes };
  },
};
