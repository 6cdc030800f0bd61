/**
 * What happens to frames on a bad line: bytes and bits that turn, go or come, frames cut short, two
 * frames that run into one another. What is left is never the whole frame: a hit that only touched
 * its delimiters is dealt again, so that whatever is heard of it was not sent.
 */
import { FRAME_BYTES_MAX } from '../../protocol/frame.ts';
import { nextBetween, nextU32, type Random } from '../../sim/random.ts';
import type { Hand } from './noise.ts';
import type { Source } from './source.ts';

/** Room for a frame that grew, or for two. */
const ROOM_BYTES = 2 * FRAME_BYTES_MAX;

/**
 * How a frame is spoilt: `bad` holds its `length` bytes at first, and what is left of it after; the
 * new length is returned. `other` is a second frame for those that need it.
 */
type Spoil = (random: Random, bad: Uint8Array, length: number, other: Uint8Array) => number;

const below = (random: Random, limit: number): number => nextBetween(random, 0, limit - 1);

const turnBytes: Spoil = (random, bad, length) => {
  for (let hits = nextBetween(random, 1, 8); hits > 0; hits -= 1) {
    const at = below(random, length);
    bad[at] = (bad[at] ?? 0) ^ (1 + below(random, 255));
  }
  return length;
};

const turnBits: Spoil = (random, bad, length) => {
  for (let hits = nextBetween(random, 1, 12); hits > 0; hits -= 1) {
    const at = below(random, length);
    bad[at] = (bad[at] ?? 0) ^ (1 << (nextU32(random) & 7));
  }
  return length;
};

const burst: Spoil = (random, bad, length) => {
  const from = below(random, length);
  const to = Math.min(length, from + nextBetween(random, 1, 16));
  for (let at = from; at < to; at += 1) bad[at] = nextU32(random) >>> 24;
  return length;
};

const lose: Spoil = (random, bad, length) => {
  let left = length;
  for (let hits = nextBetween(random, 1, 4); hits > 0; hits -= 1) {
    const at = below(random, left);
    bad.copyWithin(at, at + 1, left);
    left -= 1;
  }
  return left;
};

const insert: Spoil = (random, bad, length) => {
  let grown = length;
  for (let hits = nextBetween(random, 1, 4); hits > 0; hits -= 1) {
    const at = below(random, grown);
    bad.copyWithin(at + 1, at, grown);
    bad[at] = nextU32(random) >>> 24;
    grown += 1;
  }
  return grown;
};

/** Only its beginning came, or only its end. */
const cut: Spoil = (random, bad, length) => {
  const at = nextBetween(random, 1, length - 2);
  if ((nextU32(random) & 1) === 0) return at;
  bad.copyWithin(0, at, length);
  return length - at;
};

/** The beginning of one and the end of another, with nothing in between. */
const splice: Spoil = (random, bad, length, other) => {
  const kept = nextBetween(random, 2, length - 2);
  const rest = other.subarray(nextBetween(random, 2, other.length - 2));
  bad.set(rest, kept);
  return kept + rest.length;
};

/** Its halves in the wrong order, inside its delimiters. */
const swap: Spoil = (random, bad, length) => {
  const at = nextBetween(random, 2, length - 3);
  const first = bad.slice(1, at);
  bad.copyWithin(1, at, length - 1);
  bad.set(first, length - 1 - first.length);
  return length;
};

/**
 * Four to twelve bytes of the body are others, and it was stuffed again: as if it had been hit
 * before COBS, in somebody's memory. COBS has nothing to object, so the check is always asked.
 */
const alter: Spoil = (random, bad, length) => {
  for (let at = 1, code = bad[1] ?? 0; at + code < length - 1; ) {
    at += code;
    code = bad[at] ?? 0;
    bad[at] = 0;
  }
  for (let hits = nextBetween(random, 4, 12); hits > 0; hits -= 1) {
    const at = nextBetween(random, 2, length - 2);
    bad[at] = (bad[at] ?? 0) ^ (1 + below(random, 255));
  }
  let codeAt = 1;
  for (let at = 2; at < length - 1; at += 1) {
    if (bad[at] !== 0) continue;
    bad[codeAt] = at - codeAt;
    codeAt = at;
  }
  bad[codeAt] = length - 1 - codeAt;
  return length;
};

/** Every way to spoil a frame. */
export const SPOILS = {
  'turned bytes': turnBytes,
  'turned bits': turnBits,
  'bursts': burst,
  'bytes lost': lose,
  'bytes too many': insert,
  'frames cut short': cut,
  'frames spliced': splice,
  'halves swapped': swap,
  'bodies altered': alter,
} as const satisfies Readonly<Record<string, Spoil>>;

const TRIES = 8;

/** Whether the whole block of a frame is still in what is left of it. */
function holds(left: Uint8Array, length: number, frame: Uint8Array): boolean {
  const block = frame.length - 2;
  for (let from = 0; from + block <= length; from += 1) {
    let same = 0;
    while (same < block && left[from + same] === frame[1 + same]) same += 1;
    if (same === block) return true;
  }
  return false;
}

/** Noise that spoils frames in one way. */
export function damaging(spoil: Spoil): (hand: Hand, source: Source) => void {
  const room = new Uint8Array(ROOM_BYTES);
  return ({ random, out, guarded }, source) => {
    const frame = source.unsent();
    const other = spoil === splice ? source.unsent() : frame;
    for (let tries = TRIES; tries > 0; tries -= 1) {
      room.set(frame);
      const length = spoil(random, room, frame.length, other);
      if (holds(room, length, frame) || holds(room, length, other)) continue;
      // Two halves that meet could make a frame again; where it would act they are kept apart.
      if (guarded) out.byte(0);
      out.add(room.subarray(0, length));
      if (guarded) out.byte(0);
      return;
    }
  };
}
