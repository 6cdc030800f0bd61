/**
 * The cam that turns rotation into stroke: how far the carrier is pushed at each angle.
 *
 * A turn is a million micro-turns, so that phase is a whole number and never loses a fraction. The
 * rise (1 - cos) / 2 comes from a table of whole numbers: no result hangs on a library's last bit.
 */

/** One turn of the cam. */
export const TURN = 1_000_000;

/** The foremost angle, where a stroke has its peak. */
export const FRONT = TURN / 2;

/** Where the encoder counts: just after rest, so that a stroke which is broken off counts too. */
export const ENCODER_EDGE = TURN / 100;

const SLOTS = 1_000;
const SLOT = TURN / SLOTS;
const RISE_PPM: readonly number[] = Array.from({ length: SLOTS + 1 }, (_, slot) =>
  Math.round(((1 - Math.cos((2 * Math.PI * slot) / SLOTS)) / 2) * 1_000_000),
);

/** The share of the extension that the cam pushes out at an angle, in millionths. */
export function risePpm(phase: number): number {
  const slot = Math.floor(phase / SLOT);
  const here = RISE_PPM[slot] ?? 0;
  const next = RISE_PPM[slot + 1] ?? 0;
  return here + Math.trunc(((next - here) * (phase - slot * SLOT)) / SLOT);
}
