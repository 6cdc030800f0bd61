// Decimals as gauges write them, kept exact: a reading is turned into whole nanometres digit by
// digit, because 0.0018 mm has no exact binary fraction and a calibration is about single digits.

/** How a gauge wrote a number: its sign, and its digits with the point in its place. */
export interface Written {
  readonly negative: boolean;
  readonly digits: string;
}

/** How many nanometres one unit of a digit before the point is. */
export const NM_PER = { mm: 1_000_000, inch: 25_400_000 } as const;

/** The units of length that a gauge can be set to. */
export type LengthUnit = keyof typeof NM_PER;

/** What was written, in nanometres, rounded to the nearest one; inches are 25.4 mm exactly. */
export function toNm({ negative, digits }: Written, unit: LengthUnit): number {
  const [whole = '', fraction = ''] = digits.split('.');
  const scale = 10 ** fraction.length;
  const nm = Math.round((Number(`${whole}${fraction}`) * NM_PER[unit]) / scale);
  return negative ? 0 - nm : nm;
}

/** The smallest step that so many digits behind the point can show, in nanometres. */
export const stepNm = ({ digits }: Written, unit: LengthUnit): number =>
  Math.round(NM_PER[unit] / 10 ** (digits.split('.')[1]?.length ?? 0));

/** A plain decimal out of a text: an optional sign, digits, at most one point; else undefined. */
export function readDecimal(text: string): Written | undefined {
  const found = /^([+-]?)(\d{1,9}(?:\.\d{1,6})?)$/.exec(text);
  if (found === null) return undefined;
  const [, sign, digits = ''] = found;
  return { negative: sign === '-', digits };
}

/**
 * Whether a reading has fewer digits than its gauge shows: a line that lost its end, or a gauge
 * that was switched. A plain decimal has nothing else by which half of it could be told.
 */
export const losesDigits = (written: Written, unit: LengthUnit, resolutionNm: number): boolean =>
  stepNm(written, unit) > resolutionNm;
