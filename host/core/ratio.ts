// Exact fractions of whole numbers. Modifiers multiply a cap by three quarters, and two of them by
// nine sixteenths: in binary fractions the order of multiplying would show, here it cannot.

import { assert } from '../../protocol/assert.ts';

/** A fraction between nothing and one, both ends included. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** The fraction that changes nothing. */
export const ONE: Ratio = { numerator: 1, denominator: 1 };

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** Makes a fraction in lowest terms; a fraction above one could loosen and is our mistake. */
export function ratio(numerator: number, denominator: number): Ratio {
  const whole = Number.isSafeInteger(numerator) && Number.isSafeInteger(denominator);
  assert(whole && numerator >= 0 && denominator > 0, 'a ratio is made of whole numbers');
  assert(numerator <= denominator, 'a modifier reduces or leaves alone, it never raises');
  const shared = divisor(denominator, numerator);
  return { numerator: numerator / shared, denominator: denominator / shared };
}

/** The exact product of two fractions. */
export const times = (a: Ratio, b: Ratio): Ratio =>
  ratio(a.numerator * b.numerator, a.denominator * b.denominator);

/** The largest multiple of a step that is not above a whole amount times a fraction. */
export function scaleDown(amount: number, by: Ratio, step: number): number {
  const product = amount * by.numerator;
  assert(Number.isSafeInteger(product), 'a scaled amount stays exact');
  return Math.floor(product / (by.denominator * step)) * step;
}

/** The largest multiple of a step that is not above an amount. */
export const floorTo = (amount: number, step: number): number => Math.floor(amount / step) * step;
