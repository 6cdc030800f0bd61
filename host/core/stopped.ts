// What counts as the proof that a pen has stopped. Link and control both ask for it, one to stop
// repeating STOP and one to go on, and they must not differ.

import { SIGNAL, type Telemetry } from '../../protocol/from-pen.ts';

/** Whether the needles are behind the rim by the pen's own position sensor. */
export const isRetracted = (telemetry: Telemetry | undefined): boolean =>
  ((telemetry?.signals ?? 0) & SIGNAL.retracted) !== 0;

/** Latched, still and withdrawn: only a person's CLEAR leads out of it. */
export const isStoppedForGood = (telemetry: Telemetry): boolean =>
  // S-14: a stop counts as proven only with the needles behind the rim.
  telemetry.phase === 'latched' && telemetry.latch !== 'none' && isRetracted(telemetry);
