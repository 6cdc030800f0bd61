// Energy of one area as control needs it: numbers that admission decided, never again here.

/** What one area may have of energy. */
export interface EnergyTask {
  readonly microJoulePerPin: number;
  readonly pulseMs: number;
  /** Pulses that are left in all. */
  readonly pulses: number;
}
