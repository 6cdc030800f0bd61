// How much permission is given at a time: up to an absolute reading of the pen's counter, until an
// instant of the pen's clock, for one hold of one arming. The arithmetic is here and nowhere else.

import { SIGNAL, type Telemetry } from '../../../protocol/from-pen.ts';
import { LEASE_MS_MAX } from '../../../protocol/timing.ts';
import type { Grant } from '../../../protocol/to-pen.ts';
import { penMs, strokes, type Strokes } from '../../../protocol/units.ts';
import type { Arming, Control, Pedal } from './state.ts';
import type { AreaTask } from './task.ts';

const has = (telemetry: Telemetry, bit: number): boolean => (telemetry.signals & bit) !== 0;

/** Whether every hold that is asked for is there: the pen's own trigger always, a pedal as well. */
export const isHeld = (telemetry: Telemetry, pedal: Pedal, needsPedal: boolean): boolean =>
  // S-15: the pen's own trigger always, and the pedal as well where one was asked for.
  has(telemetry, SIGNAL.trigger) &&
  !has(telemetry, SIGNAL.holdSpent) &&
  (pedal === 'held' || (!needsPedal && pedal === 'none'));

/** The ceiling of the next grant: a credit above the pen's counter, and never above the pass. */
export const nextCeiling = (arming: Arming, task: AreaTask, now: Strokes): Strokes =>
  // S-04, S-12: never above the reservation, whatever the pen's counter reads.
  strokes(Math.min(arming.ceiling, now + task.creditStrokes));

/** A grant, dated with the telemetry that it rests on. */
export const grantFor = (
  control: Control,
  arming: Arming,
  telemetry: Telemetry,
  ceiling: Strokes,
): Grant => ({
  kind: 'grant',
  armingId: arming.armingId,
  holdId: telemetry.holdId,
  ceiling,
  // S-27: dated on the pen's own clock, so that no relation of two clocks is in it.
  notAfterPenMs: penMs(telemetry.penMs + leaseMs(control)),
});

const leaseMs = (control: Control): number =>
  Math.min(LEASE_MS_MAX, control.heard?.pen.pages.capabilities.leaseMsMax ?? 0);

/** Takes permission back without a latch: a ceiling that the counter has reached ends the hold. */
export const endingGrant = (control: Control, arming: Arming, telemetry: Telemetry): Grant =>
  grantFor(control, arming, telemetry, telemetry.strokes);
