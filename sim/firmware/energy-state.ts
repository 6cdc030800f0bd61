// What the firmware of a pen with a generator remembers of it, and its own numbers for energy.
// Numbers without a source are proposals of ours (grade D); the energy above which darker skin is
// not treated (62 mJ a pin) is a maker's (Profound Matrix manual, grade B), the temperatures are
// those of study notes (grade C).

import { AREA_NAMES, type AreaName, AREAS } from '../../protocol/area.ts';
import { assert } from '../../protocol/assert.ts';
import type { EnergyStage, PulseEnd } from '../../protocol/energy.ts';
import { LEASE_MS_MAX } from '../../protocol/timing.ts';

/** What an arming with energy allows in all and for each pulse. */
export interface EnergyArming {
  readonly pulseCeiling: number;
  readonly microJoulePerPin: number;
  readonly pulseMs: number;
}

/** The newest pulse, as it was measured. */
export interface Pulse {
  readonly end: PulseEnd;
  readonly microJoule: number;
  readonly ms: number;
  readonly leastOhm: number | undefined;
  readonly peakDeciC: number | undefined;
  readonly leastUm: number | undefined;
}

/** All that a pen knows of its energy. */
export interface EnergyState {
  /** Debited before a pulse is given: may count too many, never too few. */
  readonly pulses: number;
  /** The order to store the newest debit, and whether the memory has confirmed it. */
  readonly storeId: number;
  readonly stored: boolean;
  readonly stage: EnergyStage;
  /** What the newest grant gives; none once it is used or taken back. */
  readonly permit: EnergyArming | undefined;
  /** Since the stage was entered, or while inserting since the needles last moved. */
  readonly stageMs: number;
  readonly sincePulseMs: number;
  /** Tissue has not cooled yet; energy flows now. */
  readonly isWarm: boolean;
  readonly flows: boolean;
  readonly depthUm: number;
  readonly startDeciC: number;
  /** Pulses of this arming that impedance has ended or kept back. */
  readonly outside: number;
  readonly newest: Pulse;
}

/** No pulse was given in this boot. */
export const NO_PULSE: Pulse = {
  end: 'none', microJoule: 0, ms: 0, leastOhm: undefined, peakDeciC: undefined, leastUm: undefined,
};

/** The state of a pen with energy at its boot. A pulse may have been given just before. */
export const bootEnergy = (pulses: number): EnergyState => ({
  pulses, storeId: 0, stored: true, stage: 'none', permit: undefined, stageMs: 0, sincePulseMs: 0,
  isWarm: false, flows: false, depthUm: 0, startDeciC: 0, outside: 0, newest: NO_PULSE,
});

/** The same, so many milliseconds later. */
export const olderEnergy = (energy: EnergyState, elapsedMs: number): EnergyState => ({
  ...energy,
  stageMs: energy.stageMs + elapsedMs,
  sincePulseMs: energy.sincePulseMs + elapsedMs,
});

/** Needles that stand out less give no energy: it would burn the surface. */
export const ENERGY_DEPTH_UM_MIN = 500;
/** How much shallower than armed needles may be measured and still count as fully inserted. */
export const INSERTED_UM_SHORT = 60;
/** How far needles may seem to move from one look to the next, by the noise of their sensor. */
export const STILL_UM = 15;
/** Slower than this the head rests (grade D); the sensor's own noise is within it. */
export const STILL_MM_S = 10;
/** How long needles have to be in and still before a pulse. */
export const SETTLE_MS = 15;
/** How long an insertion may wait for all that a pulse needs. */
export const INSERT_MS_MAX = 600;
/** What a pulse has to end before its lease does. */
export const FIT_MS = 5;
/** The least time between two pulses. */
export const REVISIT_MS = 1_000;
/** The most energy for each pin, whatever anybody asks. */
export const MICRO_JOULE_PER_PIN_CEILING = 62_000;
/** The most energy in a millisecond: tissue is not warmed faster than it can be watched. */
export const MICRO_JOULE_PER_MS_MAX = 800;
/** Tissue that is as warm as this has not cooled yet: no pulse begins. */
export const START_DECI_C_MAX = 450;
/** At this measured temperature a pulse ends. */
export const ABORT_DECI_C = 660;
/** At this measured temperature the pen latches. */
export const LATCH_DECI_C = 700;
/** So much energy has to show as so much warmth, or the sensor is not believed. */
export const PROOF = { microJoule: 10_000, deciC: 20 } as const;
/** Pulses in an arming that impedance may end or keep back; the last of them latches. */
export const OUTSIDE_MAX = 3;
/** The most pulses that one arming gives. */
export const PULSES_PER_ARMING_MAX = 400;

const NEVER: ReadonlySet<AreaName> = new Set<AreaName>(['nose', 'vermilion', 'scalp', 'hand']);

/** The most energy for a pin in an area; 0 where energy is never given, as anywhere at the eye. */
export const energyCeilingOf = (area: AreaName): number =>
  AREAS[area].zone === 'eye' || NEVER.has(area) ? 0 : MICRO_JOULE_PER_PIN_CEILING;

assert(
  AREA_NAMES.every((area) => AREAS[area].zone !== 'eye' || energyCeilingOf(area) === 0),
  'no energy is given at the eye',
);
assert(INSERT_MS_MAX > LEASE_MS_MAX, 'an insertion may outlast one lease, if it is renewed');
