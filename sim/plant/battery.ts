/**
 * The open voltage of a lithium cell over its charge, as a share of nominal (grade D).
 *
 * Apart from power.ts because a new plant needs it before there is a plant to speak of.
 */

/** At each quarter of charge, from empty to full. */
const OPEN_PERMILLE: readonly number[] = [890, 970, 1_000, 1_045, 1_130];

/** What a cell gives without load when this share of its charge is left. */
export function openMv(nominalMv: number, share: number): number {
  const quarters = share * 4;
  const below = Math.min(3, Math.floor(quarters));
  const from = OPEN_PERMILLE[below] ?? 0;
  const to = OPEN_PERMILLE[below + 1] ?? 0;
  return Math.trunc((nominalMv * (from + (to - from) * (quarters - below))) / 1_000);
}
