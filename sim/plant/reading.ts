/**
 * The one object that `sense` fills again and again, as its reader sees it and as its writer does.
 *
 * A fresh object for every simulated millisecond would be most of what the simulator allocates.
 */
import type { Sensed } from './types.ts';

/** A Sensed that may be written to, which only `sense` does. */
export type Reading = { -readonly [Field in keyof Sensed]: Sensed[Field] };

/** Makes the reading of a pen that has not been asked yet. */
export function createReading(): Reading {
  return {
    trigger: false,
    encoderStrokes: 0,
    retracted: true,
    peakUm: undefined,
    contact: undefined,
    forceMn: undefined,
    tiltDeg: undefined,
    glideMmS: undefined,
    motorMa: 0,
    batteryMv: 0,
    batteryPercent: 0,
    temperatureDeciC: 0,
    cartridge: undefined,
    charging: false,
    radio: undefined,
  };
}
