// One line of a gauge and what it means. A line is a reading, an error that the gauge reports, or
// damaged; it is never half of one of them. What the line does not say, above all its unit, is not
// guessed here.

import type { LengthUnit, Written } from './decimal.ts';

/** The kinds of gauges whose lines are understood. */
export const GAUGE_KINDS = [
  'mitutoyo', 'cdi', 'mark-10', 'plain', 'tachometer', 'peak-hold',
] as const;
/** One of them. */
export type GaugeKind = (typeof GAUGE_KINDS)[number];

/** Units in which gauges state something; `unstated` leaves the unit to the operator. */
export type StatedUnit = LengthUnit | 'unstated' | ForceUnit | RateUnit;
/** Units of force. */
export type ForceUnit = 'mN' | 'N' | 'kN' | 'gf' | 'kgf' | 'ozf' | 'lbf';
/** Units of rate: strokes, or turns of a motor. */
export type RateUnit = 'Hz' | 'rpm';

/** Why a line is none. */
export type Damage =
  | 'empty'
  | 'too-long'
  | 'not-printable'
  | 'bad-header'
  | 'bad-value'
  | 'bad-length'
  | 'bad-unit';

/** What a line means. */
export type GaugeLine =
  | { readonly kind: 'reading'; readonly written: Written; readonly unit: StatedUnit }
  | { readonly kind: 'gauge-error'; readonly code: string }
  | { readonly kind: 'damaged'; readonly why: Damage };

/** Longer lines are no gauge's; every format here has less than half of that. */
export const LINE_CHARACTERS_MAX = 64;

/** A damaged line. */
export const damaged = (why: Damage): GaugeLine => ({ kind: 'damaged', why });

/** What is wrong with a line of whatever format, or undefined. */
export function commonDamage(text: string): GaugeLine | undefined {
  if (text === '') return damaged('empty');
  if (text.length > LINE_CHARACTERS_MAX) return damaged('too-long');
  return /^[\x20-\x7e]*$/.test(text) ? undefined : damaged('not-printable');
}
