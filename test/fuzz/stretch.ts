/**
 * A stretch of line: bytes laid one behind the other, to be pushed in pieces of some size. It is
 * laid into the same memory again and again, so that making noise costs little beside judging it.
 */
import { nextU32, type Random } from '../../sim/random.ts';

/** No piece of noise is longer than this. */
export const PIECE_BYTES_MAX = 4_096;

const STRETCH_BYTES = 32_768;

/** Bytes on their way. */
export interface Stretch {
  readonly byte: (value: number) => void;
  readonly add: (bytes: Uint8Array) => void;
  /** Adds so many bytes that chance draws, each of them passed through `shape`. */
  readonly draw: (random: Random, bytes: number, shape?: (byte: number) => number) => void;
  /** Whether another piece of noise and a frame find no room any more. */
  readonly isFull: () => boolean;
  readonly length: () => number;
  /** Takes all that was laid; valid until more is laid. */
  readonly take: () => Uint8Array;
}

const same = (byte: number): number => byte;

/** Makes a stretch with nothing on it. */
export function createStretch(): Stretch {
  const bytes = new Uint8Array(STRETCH_BYTES);
  let at = 0;
  return {
    byte: (value) => {
      bytes[at] = value;
      at += 1;
    },
    add: (more) => {
      bytes.set(more, at);
      at += more.length;
    },
    draw: (random, count, shape = same) => {
      let word = 0;
      for (let index = 0; index < count; index += 1) {
        word = (index & 3) === 0 ? nextU32(random) : word >>> 8;
        bytes[at + index] = shape(word & 0xff);
      }
      at += count;
    },
    isFull: () => STRETCH_BYTES - at < 2 * PIECE_BYTES_MAX,
    length: () => at,
    take: () => {
      const taken = bytes.subarray(0, at);
      at = 0;
      return taken;
    },
  };
}

/** Sizes in which a carrier may hand bytes over: whole reads, packets, single bytes. */
const CHUNKS = [32_768, 4_096, 1_025, 1_024, 1_023, 512, 256, 255, 254, 64, 63, 37, 16, 7, 3, 2, 1];
/** Kinds of noise that go through every size do so up to here. */
const EVERY_SIZE = 1_500;

/** How the nth stretch is cut. */
export const chunkBytes = (n: number, every: boolean): number =>
  every ? 1 + (n % EVERY_SIZE) : CHUNKS[n % CHUNKS.length] ?? 1;

/** Pushes bytes in chunks. */
export function inChunks(bytes: Uint8Array, size: number, push: (b: Uint8Array) => void): void {
  for (let from = 0; from < bytes.length; from += size) push(bytes.subarray(from, from + size));
}
