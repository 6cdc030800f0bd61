// What energy is asked and given by: a plan's wish, what is known of the one who treats and of the
// person, what was had, and the limit that comes of it. Types and nothing else; the rules are in
// energy-limit.ts and in care/modality.

import type { EnergyFacts } from './care/modality/energy-rules.ts';

/** What a plan asks of energy for one area. */
export interface EnergyAsked {
  readonly microJoulePerPin: number;
  readonly pulseMs: number;
  readonly pulses: number;
}

/** What is known of the one who treats and of the person; without it there is no energy. */
export type EnergyCase =
  Pick<EnergyFacts, 'role' | 'leadSigned' | 'consentWithWarning' | 'answers'>;

/** Energy that a piece of skin has had today, unknowns at their worst. */
export interface EnergySpent {
  readonly pulses: number;
  readonly microJoule: number;
}

/** What one area may have of energy, with the rule that binds each number. */
export interface EnergyLimit {
  readonly microJoulePerPin: number;
  readonly pulseMs: number;
  /** Pulses that are left today. */
  readonly pulses: number;
  readonly binding: {
    readonly microJoulePerPin: EnergyRule;
    readonly pulseMs: EnergyRule;
    readonly pulses: EnergyRule;
  };
  readonly reasons: readonly EnergyReason[];
}

/** What bounds a number of energy. */
export type EnergyRule =
  | 'table'
  | 'built-in'
  | 'skin-type'
  | 'pen'
  | 'power'
  | 'energy-per-cm2'
  | 'strokes'
  | 'plan';

/** One line of the list behind a number. */
export interface EnergyReason {
  readonly quantity: 'microJoulePerPin' | 'pulseMs' | 'pulses';
  readonly rule: EnergyRule;
  readonly value: number;
}
