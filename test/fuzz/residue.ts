/**
 * What the check of every wrong block left over: the check that came, exclusive-or the one that its
 * body has. All 32 bits must be zero for a frame to be heard. How often the lowest 8, 12, 16 ... of
 * them are zero is the rate at which the same blocks would be accepted with a shorter check, and
 * can be measured; that it follows 2^-k makes 2^-32 believable where nothing can be measured.
 */
import { createBlockCutter } from '../../protocol/block-cutter.ts';
import { BY_ID } from '../../protocol/catalogue.ts';
import { CRC_START, crcOver } from '../../protocol/crc.ts';
import { unstuff } from '../../protocol/deframe.ts';
import { CHECK_BYTES, HEADER_BYTES } from '../../protocol/frame.ts';
import { unstuffed } from '../support/cobs.ts';
import type { Source } from './source.ts';

/** The shorter checks that are measured, in bits. */
export const WIDTHS = [8, 12, 16, 20, 24] as const;

/** Blocks whose check was asked, and how many of them each shorter check would have passed. */
export interface Residues {
  trials: number;
  readonly passed: number[];
}

/** Counts the residues of all blocks in some bytes that are wrong. */
export interface ResidueCounter {
  readonly push: (bytes: Uint8Array) => void;
  readonly found: Residues;
}

/** Whether the body of a block is that of a frame that was made, so that only its check is hurt. */
function isIntact(body: Uint8Array, seq: number, source: Source): boolean {
  const made = source.made(seq);
  if (made === undefined) return false;
  const before = unstuffed(made);
  return before.length === body.length + CHECK_BYTES
    && body.every((byte, at) => byte === before[at]);
}

/** Makes a counter for frames of one conversation; blocks with a right check are none of its. */
export function createResidueCounter(source: Source): ResidueCounter {
  const found: Residues = { trials: 0, passed: WIDTHS.map(() => 0) };

  const note = (residue: number): void => {
    for (const [index, bits] of WIDTHS.entries()) {
      if ((residue & ((1 << bits) - 1)) === 0) found.passed[index] = (found.passed[index] ?? 0) + 1;
    }
  };

  const block = (view: DataView, bytes: Uint8Array, from: number, to: number): void => {
    if (to - from <= HEADER_BYTES + CHECK_BYTES || !unstuff(bytes, from, to)) return;
    const end = to - CHECK_BYTES;
    const bound = BY_ID[view.getUint8(from + 4)]?.bound === true;
    const start = bound ? source.binding : CRC_START;
    const residue = ~crcOver(start, view, from + 1, end) ^ view.getInt32(end, true);
    if (residue === 0) return;
    if ((residue & 0xff) === 0) {
      if (isIntact(bytes.subarray(from + 1, end), view.getUint32(from + 9, true), source)) return;
      note(residue);
    }
    found.trials += 1;
  };

  return { push: createBlockCutter({ block, tooLong: () => undefined }), found };
}
