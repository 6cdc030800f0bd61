// How many pulses the pen counts, and what an arming used of them: the newest report if it is
// recent, and all that was set aside where nothing says better.

import type { Arming, Control } from './state.ts';

/** A report older than this says nothing of what the pen counts now. */
const REPORT_MS_MAX = 100;

/** The newest count of pulses that the pen told; undefined where nothing recent says it. */
export const pulsesNow = ({ heard }: Control): number | undefined =>
  heard?.energy !== undefined && (heard.energyAgeMs ?? REPORT_MS_MAX) < REPORT_MS_MAX
    ? heard.energy.pulses
    : undefined;

/** Pulses that an arming used: what the pen counts, or all that was set aside. */
export function pulsesUsed(
  control: Control,
  { energy }: Arming,
): { readonly pulses: number; readonly known: boolean } | undefined {
  if (energy === undefined) return undefined;
  const now = pulsesNow(control);
  const isSound = now !== undefined && now >= energy.seen && now <= energy.ceiling;
  // What nothing recent tells is all that was set aside.
  return isSound
    ? { pulses: now - energy.from, known: true }
    : { pulses: energy.ceiling - energy.from, known: false };
}
