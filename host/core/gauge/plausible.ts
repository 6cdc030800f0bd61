// Whether a reading can be what it is taken for. A gauge does not say its unit, or is switched to
// inches by a sleeve: half a millimetre then reads 0.0197. Nothing is converted here on suspicion;
// the operator is told what it looks like, and the reading is not taken.

/** What is wrong with a reading. */
export interface Implausible {
  readonly code: 'looks-like-inches' | 'looks-like-millimetres' | 'out-of-range';
  readonly readNm: number;
  readonly expectedNm: number;
}

/** A pen that is further off than this is not adjusted but repaired (grade D). */
export const OFF_NM_MAX = 400_000;

const INCH = 25.4;
const isNear = (valueNm: number, expectedNm: number): boolean =>
  Math.abs(valueNm - expectedNm) <= OFF_NM_MAX;

/** How near a reading taken 25.4 times comes to what is due if it is in inches (grade D). */
const ALIKE_NM = 65_000;
const ALIKE_SHARE = 0.1;

/**
 * A reading that is a twenty-fifth of what is due is that of a gauge in inches: a pen that is off
 * by so much hardly moves at all. It has to be told at small depths as well, where both would lie
 * within what a pen may be off.
 */
function looksLikeInches(readNm: number, expectedNm: number): boolean {
  const alikeNm = Math.max(ALIKE_NM, expectedNm * ALIKE_SHARE);
  return readNm > 0
    && readNm < expectedNm * 0.4
    && Math.abs(readNm * INCH - expectedNm) <= alikeNm;
}

/** What is wrong with a reading at a commanded depth, or undefined. */
export function implausible(readNm: number, commandedUm: number): Implausible | undefined {
  const expectedNm = commandedUm * 1_000;
  const told = { readNm, expectedNm };
  if (looksLikeInches(readNm, expectedNm)) return { code: 'looks-like-inches', ...told };
  if (isNear(readNm, expectedNm)) return undefined;
  if (isNear(readNm / INCH, expectedNm) && readNm > OFF_NM_MAX) {
    return { code: 'looks-like-millimetres', ...told };
  }
  return { code: 'out-of-range', ...told };
}
