// The one message that the host sends many times a second, written by hand. The layout is the
// definition in to-pen.ts, and a test holds the two against each other byte for byte, refusals
// included; what is gained is that renewing a permission costs no look-ups and no memory.

import { assert } from './assert.ts';
import type { Grant } from './to-pen.ts';

const isU16 = (value: number): boolean => (value & 0xffff) === value;
const isU32 = (value: number): boolean => value >>> 0 === value;

/** Writes the payload of a grant at `at` and returns where it ends. */
export function writeGrant(grant: Grant, view: DataView, at: number): number {
  const { armingId, holdId, ceiling, notAfterPenMs } = grant;
  assert(
    isU16(armingId) && armingId > 0 && isU16(holdId) && isU32(ceiling) && isU32(notAfterPenMs),
    'every field of a grant that is sent is within its range',
  );
  view.setUint16(at, armingId, true);
  view.setUint16(at + 2, holdId, true);
  view.setUint32(at + 4, ceiling, true);
  view.setUint32(at + 8, notAfterPenMs, true);
  return at + 12;
}
