/**
 * What the codecs are measured on: the same telemetry, and the same permission, as each of them
 * would carry it. Values vary as on a real link, so that nobody profits from a constant.
 */
import { count } from '../../protocol/field.ts';
import type { Telemetry } from '../../protocol/from-pen.ts';
import type { Grant } from '../../protocol/to-pen.ts';
import { centiHz, mn, penMs, strokes, um } from '../../protocol/units.ts';

/** The pieces that bytes arrive in. */
export const CHUNK_BYTES = 64;
/** The header of every frame of the run. */
export const SESSION = 0x5eed5eed;
/** What bound frames of the run are bound with. */
export const BINDING = 0x1234567;

/** The telemetry of tick `n`: 100 strokes a second into a treatment of some minutes. */
export const telemetryAt = (n: number): Telemetry => ({
  kind: 'telemetry',
  penMs: penMs(600_000 + 10 * n),
  strokes: strokes(40_000 + n),
  phase: 'running',
  latch: 'none',
  signals: count(0b0000_0000_0110_0111),
  armingId: count(17),
  holdId: count(4 + (n >> 9)),
  depthUm: um(480 + (n % 23)),
  rateCentiHz: centiHz(9_970 + (n % 61)),
  forceMn: mn(900 + (n % 300)),
  tiltDeg: count(3 + (n % 7)),
  glideMmS: count(20 + (n % 11)),
});

/** The grant that renews permission for the `n`th time. */
export const grantAt = (n: number): Grant => ({
  kind: 'grant',
  armingId: 17,
  holdId: 4,
  ceiling: strokes(40_012 + n),
  notAfterPenMs: penMs(600_200 + 50 * n),
});

/** Frames one after the other, cut into pieces as a driver hands them over. */
export function cut(frames: readonly Uint8Array[]): readonly Buffer[] {
  const all = Buffer.concat(frames);
  const pieces: Buffer[] = [];
  for (let from = 0; from < all.length; from += CHUNK_BYTES) {
    pieces.push(Buffer.from(all.subarray(from, from + CHUNK_BYTES)));
  }
  return pieces;
}
