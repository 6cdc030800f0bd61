// What a person writes for the resolution or uncertainty of a gauge, for instance "0.001mm" or
// "0.5um": a decimal and its unit, in the whole unit that the registry keeps, never rounded to the
// side that would make a gauge better than it is.

import { readDecimal } from './decimal.ts';

/** What a gauge measures. */
export const MEASURES = ['depth', 'rate', 'force', 'peak'] as const;
/** One of them. */
export type Measures = (typeof MEASURES)[number];

/** Units in which each may be written, and how many of the kept unit each is. */
const UNITS: Readonly<Record<Measures, Readonly<Record<string, number>>>> = {
  depth: { nm: 1, um: 1_000, mm: 1_000_000, in: 25_400_000 },
  rate: { Hz: 100, rpm: 100 / 60 },
  force: { mN: 1, N: 1_000 },
  peak: { nm: 1, um: 1_000, mm: 1_000_000 },
};

/** The units that a quantity may be written in, for a sentence. */
export const unitsOf = (measures: Measures): readonly string[] => Object.keys(UNITS[measures]);

/**
 * A quantity in nanometres, hundredths of a hertz or millinewtons, rounded up; undefined if it is
 * none, or nothing.
 */
export function readQuantity(text: string, measures: Measures): number | undefined {
  const [, digits = '', unit = ''] = /^([\d.]+) ?([A-Za-z]+)$/.exec(text.trim()) ?? [];
  const written = readDecimal(digits);
  const units = UNITS[measures];
  const scale = Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (written === undefined || scale === undefined) return undefined;
  const [whole = '', fraction = ''] = written.digits.split('.');
  const scaled = (Number(`${whole}${fraction}`) * scale) / 10 ** fraction.length;
  const kept = Math.ceil(Number(scaled.toFixed(6)));
  return kept > 0 && Number.isSafeInteger(kept) ? kept : undefined;
}
