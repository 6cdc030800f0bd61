// The one message that the host sends many times a second, written by hand. The layout is the
// definition in to-pen.ts, and a test holds the two against each other byte for byte, refusals
// included; what is gained is that renewing a permission costs no look-ups and no memory.

import { assert } from './assert.ts';
import type { Grant } from './to-pen.ts';

const fits = (value: number, min: number, max: number): boolean =>
  Number.isInteger(value) && value >= min && value <= max;

function writeU16(body: Uint8Array, at: number, value: number): void {
  body[at] = value;
  body[at + 1] = value >>> 8;
}

function writeU32(body: Uint8Array, at: number, value: number): void {
  writeU16(body, at, value);
  writeU16(body, at + 2, value >>> 16);
}

/** Writes the payload of a grant at `at` and returns where it ends. */
export function writeGrant(grant: Grant, body: Uint8Array, at: number): number {
  assert(
    fits(grant.armingId, 1, 0xffff) &&
      fits(grant.holdId, 0, 0xffff) &&
      fits(grant.ceiling, 0, 0xffffffff) &&
      fits(grant.notAfterPenMs, 0, 0xffffffff),
    'every field of a grant that is sent is within its range',
  );
  writeU16(body, at, grant.armingId);
  writeU16(body, at + 2, grant.holdId);
  writeU32(body, at + 4, grant.ceiling);
  writeU32(body, at + 8, grant.notAfterPenMs);
  return at + 12;
}
