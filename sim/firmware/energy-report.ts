// What a pen with a generator tells of it: a report beside every telemetry, and two pages.

import type { Energy, EnergyLimits } from '../../protocol/energy.ts';
import { type Page, PAGE } from '../../protocol/from-pen.ts';
import { penMs, um } from '../../protocol/units.ts';
import type { Sensed } from '../plant/types.ts';
import type { EnergyState } from './energy-state.ts';
import type { Firmware } from './state.ts';

const U16_LAST = 0xfffe;
const U32_MAX = 0xffff_ffff;

const small = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Math.max(0, Math.min(U16_LAST, value));

/** The report of a pen with energy. */
export function energyReport(state: Firmware, energy: EnergyState, { radio }: Sensed): Energy {
  const { newest } = energy;
  const leastUm = small(newest.leastUm);
  return {
    kind: 'energy',
    penMs: penMs(state.ages.penMs),
    pulses: energy.pulses,
    stage: energy.stage,
    armingId: armingIdOf(state),
    outside: Math.min(energy.outside, 0xff),
    impedanceOhm: small(radio?.impedanceOhm),
    tissueDeciC: small(radio?.tissueDeciC),
    end: newest.end,
    deliveredMicroJoule: Math.min(newest.microJoule, U32_MAX),
    deliveredMs: Math.min(newest.ms, U16_LAST),
    pulseImpedanceOhm: small(newest.leastOhm),
    pulseDeciC: small(newest.peakDeciC),
    pulseDepthUm: leastUm === undefined ? undefined : um(leastUm),
  };
}

function armingIdOf({ doing }: Firmware): number {
  const arming = 'arming' in doing ? doing.arming : undefined;
  return arming?.energy === undefined ? 0 : arming.id;
}

function limitsOf({ make, seen }: Firmware, request: number): EnergyLimits | undefined {
  const { radio } = make;
  return radio && {
    kind: 'energy-limits',
    request,
    pins: seen.cartridge?.needleCount ?? 0,
    microJoulePerPinMax: radio.microJoulePerPinMax,
    pulseMsMin: radio.pulseMsMin,
    pulseMsMax: radio.pulseMsMax,
    impedanceOhmMin: radio.impedanceOhmMin,
    impedanceOhmMax: radio.impedanceOhmMax,
    insulated: radio.insulated ? 1 : 0,
    hardwareTimer: radio.hardwareTimer ? 1 : 0,
    liftOffMs: radio.liftOffMs,
    abortDeciC: radio.abortDeciC,
  };
}

/** A page about energy; undefined for any other, and for a pen that has none. */
export function energyPage(state: Firmware, page: number, request: number): Page | undefined {
  const { energy } = state;
  if (energy === undefined) return undefined;
  if (page === PAGE['energy-limits']) return limitsOf(state, request);
  if (page !== PAGE['energy-ledger']) return undefined;
  const { pulses } = energy;
  return { kind: 'energy-ledger', request, pulses, lastArmingId: state.ledger.armingId };
}
