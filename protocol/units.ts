// Quantities that cannot be mixed up. Inside Corium every quantity is a whole number in the unit
// that goes over the wire; the brand lives in the type only, so a value costs what a number costs.
// Arithmetic on brands yields a plain number: whoever computes says again what came out.

import { assert } from './assert.ts';

declare const unit: unique symbol;
type Whole<Name extends string> = number & { readonly [unit]: Name };

/** A depth or a length, in micrometres. */
export type Micrometres = Whole<'um'>;
/** A duration or an age, in milliseconds, on whatever clock measured it. */
export type Milliseconds = Whole<'ms'>;
/** An instant on the pen's own clock: milliseconds since the pen's boot. */
export type PenMs = Whole<'penMs'>;
/** A stroke rate, in hundredths of a hertz. */
export type CentiHz = Whole<'centiHz'>;
/** A count of strokes, or a reading of the pen's stroke ledger. */
export type Strokes = Whole<'strokes'>;
/** A force, in millinewtons. */
export type Millinewtons = Whole<'mn'>;
/** An area of skin or of a needle head, in square millimetres. */
export type SquareMm = Whole<'mm2'>;

const whole = (value: number): number => {
  assert(Number.isSafeInteger(value), 'a quantity is a whole number in its unit');
  return value;
};

/** Makes micrometres of a whole number. */
export const um = (value: number): Micrometres => whole(value) as Micrometres;
/** Makes milliseconds of a whole number. */
export const ms = (value: number): Milliseconds => whole(value) as Milliseconds;
/** Makes an instant on the pen's clock of a whole number. */
export const penMs = (value: number): PenMs => whole(value) as PenMs;
/** Makes hundredths of a hertz of a whole number. */
export const centiHz = (value: number): CentiHz => whole(value) as CentiHz;
/** Makes a stroke count of a whole number. */
export const strokes = (value: number): Strokes => whole(value) as Strokes;
/** Makes millinewtons of a whole number. */
export const mn = (value: number): Millinewtons => whole(value) as Millinewtons;
/** Makes square millimetres of a whole number. */
export const mm2 = (value: number): SquareMm => whole(value) as SquareMm;
