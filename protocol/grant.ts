// The one message that the host sends many times a second, read and written by hand. The layout is
// the definition in to-pen.ts, and a test holds the two against each other byte for byte, refusals
// included; what is gained is that renewing a permission costs no look-ups and no memory.

import { assert } from './assert.ts';
import { Grant } from './to-pen.ts';
import type { PenMs, Strokes } from './units.ts';

const isU16 = (value: number): boolean => (value & 0xffff) === value;
const isU32 = (value: number): boolean => value >>> 0 === value;

/** The id of a grant. */
export const GRANT_ID = Grant.id;

/** Reads a grant at `[from, to)`; undefined leaves the refusal to the general reader. */
export function readGrant(view: DataView, from: number, to: number): Grant | undefined {
  if (to - from !== 12) return undefined;
  const armingId = view.getUint16(from, true);
  if (armingId === 0) return undefined;
  return {
    kind: 'grant',
    armingId,
    holdId: view.getUint16(from + 2, true),
    ceiling: view.getUint32(from + 4, true) as Strokes,
    notAfterPenMs: view.getUint32(from + 8, true) as PenMs,
  };
}

/** Writes the payload of a grant at `at` and returns where it ends. */
export function writeGrant(grant: Grant, view: DataView, at: number): number {
  const { armingId, holdId, ceiling, notAfterPenMs } = grant;
  assert(
    isU16(armingId) && armingId > 0 && isU16(holdId) && isU32(ceiling) && isU32(notAfterPenMs),
    'every field of a grant that is sent is within its range',
  );
  view.setUint32(at, armingId | (holdId << 16), true); // both at once, as the check reads them
  view.setUint32(at + 4, ceiling, true);
  view.setUint32(at + 8, notAfterPenMs, true);
  return at + 12;
}
