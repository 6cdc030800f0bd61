// The one place where the firmware grows older. Everything that depends on time is an age in here,
// so that equal situations are equal values, and no handler ever adds a millisecond.

import { olderEnergy } from './energy-state.ts';
import { type Ages, type Firmware, STILL } from './state.ts';
import { TELEMETRY_MS, VITALS_MS } from '../../protocol/timing.ts';

/** The ages of a pen that has just booted. */
export const NEWBORN: Ages = {
  penMs: 0,
  telemetryInMs: TELEMETRY_MS,
  vitalsInMs: VITALS_MS,
  silentMs: 0,
  heldMs: 0,
  doingMs: 0,
  edgeMs: 0,
  edgeBeforeMs: 0,
  dueUnits: 0,
  tiltedMs: 0,
  pressedMs: 0,
  strainedMs: 0,
  storeMs: 0,
  outMs: 0,
  easeMs: 0,
  buttonMs: 0,
  windowMs: 0,
};

/** A clock that has run for so long starts anew; long before, nothing can be armed any more. */
const CLOCK_TURNS_MS = 2 ** 32;

/** Units of `dueUnits` in one stroke: hundredths of a hertz, milliseconds, and a fifth. */
export const UNITS_PER_STROKE = 500_000;

/** Units that one millisecond at a rate is worth, a fifth more than the rate itself. */
export const unitsPerMs = (rateCentiHz: number): number => 6 * rateCentiHz;

/** What this millisecond of motor time costs; nothing while the needles are ordered in. */
function duePerMs({ drive }: Firmware): number {
  if (typeof drive.motor === 'string' || drive.depthUm === 0) return 0;
  return unitsPerMs(drive.motor.rateCentiHz);
}

/** The same pen, so many milliseconds of its own clock later. */
export function older(state: Firmware, elapsedMs: number): Firmware {
  if (elapsedMs === 0) return state;
  const { energy } = state;
  return energy === undefined
    ? aged(state, elapsedMs)
    : { ...aged(state, elapsedMs), energy: olderEnergy(energy, elapsedMs) };
}

function aged(state: Firmware, elapsedMs: number): Firmware {
  const { ages, seen, pairing } = state;
  const out = !seen.retracted && state.drive.depthUm === 0;
  const resting = state.drive === STILL;
  return {
    ...state,
    ages: {
      penMs: (ages.penMs + elapsedMs) % CLOCK_TURNS_MS,
      telemetryInMs: ages.telemetryInMs - elapsedMs,
      vitalsInMs: ages.vitalsInMs - elapsedMs,
      silentMs: ages.silentMs + elapsedMs,
      heldMs: state.hold.held ? ages.heldMs + elapsedMs : 0,
      doingMs: ages.doingMs + elapsedMs,
      edgeMs: ages.edgeMs + elapsedMs,
      edgeBeforeMs: ages.edgeBeforeMs + elapsedMs,
      dueUnits: resting ? 0 : ages.dueUnits + duePerMs(state) * elapsedMs,
      tiltedMs: seen.tilted ? ages.tiltedMs + elapsedMs : 0,
      pressedMs: seen.pressed ? ages.pressedMs + elapsedMs : 0,
      strainedMs: seen.strained ? ages.strainedMs + elapsedMs : 0,
      storeMs: ages.storeMs + elapsedMs,
      outMs: out ? ages.outMs + elapsedMs : 0,
      easeMs: ages.easeMs > elapsedMs ? ages.easeMs - elapsedMs : 0,
      buttonMs: pairing.button ? ages.buttonMs + elapsedMs : 0,
      windowMs: pairing.window.kind === 'closed' ? 0 : ages.windowMs + elapsedMs,
    },
  };
}
