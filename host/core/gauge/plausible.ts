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

/**
 * Above this depth a factor of 25.4 cannot be mistaken for an error of the pen; below it, it can,
 * so a bench asks for one reading up here before it believes any.
 */
export const TELLING_NM = 450_000;

/** What is wrong with a reading at a commanded depth, or undefined. */
export function implausible(readNm: number, commandedUm: number): Implausible | undefined {
  const expectedNm = commandedUm * 1_000;
  const told = { readNm, expectedNm };
  const telling = expectedNm >= TELLING_NM;
  if (telling && !isNear(readNm, expectedNm) && isNear(readNm * INCH, expectedNm)) {
    return { code: 'looks-like-inches', ...told };
  }
  if (isNear(readNm, expectedNm)) return undefined;
  if (isNear(readNm / INCH, expectedNm) && readNm > OFF_NM_MAX) {
    return { code: 'looks-like-millimetres', ...told };
  }
  return { code: 'out-of-range', ...told };
}
