// The messages of a pen that gives radiofrequency: an arming that declares it, a grant for one
// pulse of it, what the pen tells while it has it, and two pages. They stand in every catalogue,
// and a pen without the capability refuses them. No message gives a pulse without an end: its
// number is absolute, its energy and length are bounded, and it lies within a lease on the pen's
// own clock.

import { choice, count, hex, sensed, u16, u32, u8 } from './field.ts';
import { message, type MessageOf } from './message.ts';
import { penMs, strokes, um } from './units.ts';

/** The deepest that an arming with energy can name; every limit that matters is far stricter. */
const DEPTH_UM_MAX = 3_000;
/** The most energy that the wire can name for one pin; tables and pens are stricter. */
export const MICRO_JOULE_PER_PIN_MAX = 200_000;
/** The longest pulse that the wire can name: half a lease, so that no pulse outlives one. */
export const PULSE_MS_MAX = 100;

const armingId = u16(count, { min: 1 });
const microJoulePerPin = u32(count, { min: 1, max: MICRO_JOULE_PER_PIN_MAX });
const pulseMs = u16(count, { min: 1, max: PULSE_MS_MAX });

/** One human decision about energy: where, how deep, how many pulses, how much in each at most. */
export const ArmEnergy = message(0x16, 'arm-energy', { delivery: 'request', bound: true }, {
  armingId,
  area: u8(count, { min: 1 }),
  side: u8(count, { max: 2 }),
  planHash: hex(8),
  depthUm: u16(um, { max: DEPTH_UM_MAX }),
  passCeiling: u32(strokes),
  needleCount: u8(count, { min: 1 }),
  pulseCeiling: u32(count),
  microJoulePerPin,
  pulseMs,
});

/**
 * Permission to insert once and to give one pulse: up to readings of both counters of the pen, and
 * until an instant of its clock, by which the pulse has to be over and not only begun.
 */
export const EnergyGrant = message(0x17, 'energy-grant', { delivery: 'grant', bound: true }, {
  armingId,
  holdId: u16(count),
  ceiling: u32(strokes),
  pulseCeiling: u32(count),
  microJoulePerPin,
  pulseMs,
  notAfterPenMs: u32(penMs),
});

/** How far a pen has come with an insertion for energy. */
export const ENERGY_STAGES = { none: 0, inserting: 1, storing: 2, giving: 3, over: 4 } as const;

/** A word for how far it has come. */
export type EnergyStage = keyof typeof ENERGY_STAGES;

/** How a pulse ended: whole, or cut short by what. */
export const PULSE_ENDS = {
  none: 0,
  whole: 1,
  'lifted-off': 2,
  moved: 3,
  impedance: 4,
  'too-hot': 5,
  stopped: 6,
} as const;

/** A word for how a pulse ended. */
export type PulseEnd = keyof typeof PULSE_ENDS;

/**
 * What a pen with energy tells every 10 ms beside telemetry. What it says of the newest pulse it
 * repeats until the next one, so that a lost report loses no pulse.
 */
export const Energy = message(0x92, 'energy', { delivery: 'report' }, {
  penMs: u32(penMs),
  pulses: u32(count),
  stage: choice(ENERGY_STAGES),
  armingId: u16(count),
  outside: u8(count),
  impedanceOhm: sensed(u16(count)),
  tissueDeciC: sensed(u16(count)),
  end: choice(PULSE_ENDS),
  deliveredMicroJoule: u32(count),
  deliveredMs: u16(count),
  pulseImpedanceOhm: sensed(u16(count)),
  pulseDeciC: sensed(u16(count)),
  pulseDepthUm: sensed(u16(um)),
});

/** Page 11: what the pen declares of its energy. */
export const EnergyLimits = message(0xac, 'energy-limits', { delivery: 'answer' }, {
  request: u32(count),
  pins: u8(count),
  microJoulePerPinMax: u32(count),
  pulseMsMin: u16(count),
  pulseMsMax: u16(count),
  impedanceOhmMin: u16(count),
  impedanceOhmMax: u16(count),
  insulated: u8(count, { max: 1 }),
  hardwareTimer: u8(count, { max: 1 }),
  liftOffMs: u8(count),
  abortDeciC: u16(count),
});

/** Page 12: the count of pulses, which outlives a reset and never counts too few. */
export const EnergyLedger = message(0xad, 'energy-ledger', { delivery: 'answer' }, {
  request: u32(count),
  pulses: u32(count),
  lastArmingId: u16(count),
});

/** An arming with energy, as a value. */
export type ArmEnergy = MessageOf<typeof ArmEnergy>;
/** Permission for one pulse, as a value. */
export type EnergyGrant = MessageOf<typeof EnergyGrant>;
/** What a pen tells of its energy, as a value. */
export type Energy = MessageOf<typeof Energy>;
/** What a pen declares of its energy, as a value. */
export type EnergyLimits = MessageOf<typeof EnergyLimits>;
