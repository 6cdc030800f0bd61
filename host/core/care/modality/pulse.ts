// What is kept of one pulse of energy, and what a pulse that was given calls for. Every pulse is a
// record of its own; the sum over an area is what is left of its budget.

import { ENERGY_BOUNDS } from './energy-limits.ts';

/** A pulse that was given, as a pen would report it. */
export interface Pulse {
  readonly depthUm: number;
  readonly microJouleRequested: number;
  readonly microJouleDelivered: number;
  readonly impedanceOhm: number;
  readonly deciC: number;
  readonly pulseMs: number;
}

/** What follows from a pulse. */
export type AfterPulse = 'go-on' | 'below-target' | 'abort' | 'alarm';

/** Judges a pulse that was given; a temperature that cannot be read is an alarm. */
export function judgePulse({ deciC }: Pick<Pulse, 'deciC'>): AfterPulse {
  if (!(deciC < ENERGY_BOUNDS.alarmDeciC)) return 'alarm';
  if (deciC >= ENERGY_BOUNDS.abortDeciC) return 'abort';
  return deciC < ENERGY_BOUNDS.targetDeciC.least ? 'below-target' : 'go-on';
}

/** The sum of what some pulses gave, in millijoules, rounded up. */
export const milliJouleOf = (pulses: readonly Pulse[], pins: number): number =>
  Math.ceil(
    pulses.reduce((sum, { microJouleDelivered }) => sum + microJouleDelivered * pins, 0) / 1_000,
  );

/** What stands in the consent wherever energy is given; the report goes to MedWatch as well. */
export const ENERGY_CONSENT = 'Radiofrequency microneedling is a medical procedure and not for '
  + 'home use. The FDA has reports of burns, scarring, fat loss, disfigurement and nerve damage, '
  + 'some of which needed surgery (safety communication of 15 October 2025). Tell us of any '
  + 'complication; it is reported to the maker and to the FDA (MedWatch).';
