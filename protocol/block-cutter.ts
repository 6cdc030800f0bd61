// How a stream of bytes is cut into blocks at its zero bytes, before anybody asks what a block
// means. Pieces are laid one behind the other in fixed scratch memory and searched eight bytes at a
// time; what is held back between two pieces is never more than one block of the longest length.
//
//   scratch:  | judged | start ... block so far ... end | a zero that ends the search, free |

import { BLOCK_BYTES_MAX } from './frame.ts';

/** What may be laid into the scratch memory at once. */
const PIECE_BYTES_MAX = 1024;
const SCRATCH_BYTES = 4 * PIECE_BYTES_MAX;
/** A search may look at this many bytes behind the last one. */
const SLACK_BYTES = 8;

/** Hears of a block at `scratch[from, to)`, which it may overwrite, or that one was too long. */
export interface BlockListener {
  readonly block: (scratch: DataView, bytes: Uint8Array, from: number, to: number) => void;
  readonly tooLong: () => void;
}

/** Bytes of a word that are zero, each marked by its top bit; the lowest mark is exact. */
const zerosIn = (word: number): number => (word - 0x01010101) & ~word & 0x80808080;

/** Which byte of a word the lowest mark stands for. */
const lowestByte = (marks: number): number => (31 - Math.clz32(marks & -marks)) >> 3;

/** The first zero at or after `from`; the caller made sure that there is one. */
function nextZero(view: DataView, from: number): number {
  if (view.getUint8(from) === 0) return from; // the two delimiters between neighbours
  for (let at = from; ; at += 8) {
    const low = zerosIn(view.getInt32(at, true));
    const high = zerosIn(view.getInt32(at + 4, true));
    if (low !== 0) return at + lowestByte(low);
    if (high !== 0) return at + 4 + lowestByte(high);
  }
}

/** Makes a cutter: push bytes in, and blocks come out at the listener. */
export function createBlockCutter(listener: BlockListener): (bytes: Uint8Array) => void {
  const scratch = new Uint8Array(SCRATCH_BYTES + SLACK_BYTES);
  const view = new DataView(scratch.buffer);
  let start = 0; // of the block so far
  let end = 0; // of all bytes so far
  let drowned = false; // the block so far is longer than any frame, and was let go

  const makeRoom = (): void => {
    scratch.copyWithin(0, start, end);
    end -= start;
    start = 0;
  };

  const finish = (from: number, to: number): void => {
    const tooLong = drowned || to - from > BLOCK_BYTES_MAX;
    drowned = false;
    if (tooLong) listener.tooLong();
    else if (to > from) listener.block(view, scratch, from, to);
  };

  const take = (piece: Uint8Array): void => {
    if (end + piece.length > SCRATCH_BYTES) makeRoom();
    let search = end;
    scratch.set(piece, end);
    end += piece.length;
    scratch[end] = 0;
    for (;;) {
      const zero = nextZero(view, search);
      if (zero >= end) break;
      const from = start;
      start = zero + 1;
      search = start;
      finish(from, zero);
    }
    if (end - start > BLOCK_BYTES_MAX) {
      drowned = true;
      start = end;
    }
  };

  return (bytes) => {
    if (bytes.length <= PIECE_BYTES_MAX) {
      take(bytes);
      return;
    }
    for (let from = 0; from < bytes.length; from += PIECE_BYTES_MAX) {
      take(bytes.subarray(from, from + PIECE_BYTES_MAX));
    }
  };
}
