// What a pen still knows after its power was gone: the stroke ledger's mark, the latch, and whether
// needles may have been out. It is a plain record with a check over its text, so that a torn or
// altered one is seen. Writing it takes time, which the firmware waits for before it moves.

import { crc32c } from '../../protocol/crc.ts';
import type { LatchReason } from '../../protocol/reason.ts';

/** The latch: the first reason that made the pen stop, and where its clock and count stood. */
export interface Latch {
  readonly reason: LatchReason;
  /** Counts up with every latch in the pen's life, so that a CLEAR cannot meet another one. */
  readonly latchId: number;
  readonly atPenMs: number;
  readonly strokes: number;
  readonly bootId: number;
}

/** A pen that has never latched. */
export const NO_LATCH: Latch = { reason: 'none', latchId: 0, atPenMs: 0, strokes: 0, bootId: 0 };

/** The record that outlives a reset. */
export interface NonVolatile {
  /** Where the ledger boots: the exact count if closed, else a count that was never passed. */
  readonly mark: number;
  readonly closed: boolean;
  /** Whether an arming was in force when this was written. */
  readonly armed: boolean;
  readonly counted: number;
  readonly armingId: number;
  readonly latch: Latch;
  /** Pulses of energy that were debited; only in a pen with a generator. */
  readonly pulses?: number;
}

/** The record of a pen that left the factory and has never moved. */
export const FRESH: NonVolatile = {
  mark: 0,
  closed: true,
  armed: false,
  counted: 0,
  armingId: 0,
  latch: NO_LATCH,
};

/** The check over a record: CRC-32C of its fields as text. */
export const checkOf = (record: NonVolatile): number =>
  crc32c(Uint8Array.from(textOf(record), (char) => char.charCodeAt(0)));

const textOf = ({
  mark, closed, armed, counted, armingId, latch, pulses,
}: NonVolatile): string =>
  JSON.stringify([
    mark,
    closed,
    armed,
    counted,
    armingId,
    latch.reason,
    latch.latchId,
    latch.atPenMs,
    latch.strokes,
    latch.bootId,
    ...(pulses === undefined ? [] : [pulses]),
  ]);
