/**
 * A journal with one bit flipped, at any byte: refused by its line, or, where only the end of the
 * last line was hit, put right and said. Never opened with content that somebody changed.
 */
import { createRandom, nextBetween } from '../../../sim/random.ts';
import type { Sweep, Swept } from '../sweep.ts';
import { lineAt, readOn } from './line-by-line.ts';
import { recordTreatment, type Recorded } from './recorded.ts';
import { reopen } from './reopen.ts';

const BITS = 8;
/** How many bytes of lines behind the flipped one are read with it: it may have run into them. */
const BEHIND_LINES = 2;

/** Reads the line that was hit and those behind it. */
function flipQuickly(recorded: Recorded, at: number, bit: number): readonly string[] {
  const line = lineAt(recorded, at);
  const from = recorded.starts[line] ?? 0;
  const to = recorded.starts[line + BEHIND_LINES] ?? recorded.bytes.length;
  const piece = recorded.bytes.slice(from, to);
  piece[at - from] = (piece[at - from] ?? 0) ^ (1 << bit);
  const { outcome, found } = readOn(recorded, line, piece);
  if (!outcome.ok) {
    return found.length === 0 ? [] : [`bit ${bit} of byte ${at}: refused at a line behind it`];
  }
  const isLastEnd = at === recorded.bytes.length - 1;
  const same = found.every(({ hash }, index) => hash === recorded.entries[line + index]?.hash);
  return isLastEnd && same && outcome.value.tail.kind === 'unended'
    ? []
    : [`bit ${bit} of byte ${at}: accepted`];
}

function flipWholly(recorded: Recorded, at: number, bit: number): readonly string[] {
  const bytes = recorded.bytes.slice();
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  const opened = reopen(recorded, bytes);
  if (opened.kind === 'refused') {
    const said = /000001\.jsonl, line \d+, /.test(opened.sentence);
    return said ? opened.unfit : [`bit ${bit} of byte ${at}: told "${opened.sentence}"`];
  }
  const isLastEnd = at === recorded.bytes.length - 1;
  return isLastEnd && opened.recovered.length === 1 ? [] : [`bit ${bit} of byte ${at}: opened`];
}

/** Every bit of every byte, quickly; every so many of them by opening the whole. */
export const FLIPS: Sweep = {
  name: 'journal-flip',
  what: 'one bit of the journal flipped, at every byte',
  run: (stride, progress): Swept => {
    const recorded = recordTreatment();
    const { length } = recorded.bytes;
    const random = createRandom(7, 41);
    const wrong: string[] = [];
    let times = 0;
    for (let at = 0; at < length; at += 1) {
      const chosen = nextBetween(random, 0, BITS - 1);
      const bits = stride === 1 ? [0, 1, 2, 3, 4, 5, 6, 7] : [chosen];
      for (const bit of bits) wrong.push(...flipQuickly(recorded, at, bit));
      if (at % (stride * OPENED_EVERY) === 0) wrong.push(...flipWholly(recorded, at, chosen));
      times += bits.length;
      progress(at, length);
    }
    return {
      times, took: times, strokes: 0, bound: 0, stopMs: 0, unaccounted: 0, wrong, notes: [],
    };
  },
};

const OPENED_EVERY = 20;
