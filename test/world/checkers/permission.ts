/**
 * No stroke outlives its permission: the newest grant's not-after by one period of the motor and no
 * more; arming and finger, whose end no pen can foresee, by the time in which it says that it
 * brakes; and without power by the time in which the spring withdraws the needles. A cam that has
 * run without power is braked from the boot on, which is seen to within a moment of the world.
 */
import { RETRACT_MS_MAX } from '../../../protocol/timing.ts';
import { BLUR_MS, type Checker, periodMs } from './checker.ts';

/** The longest moment of a world. */
const MOMENT_MS = 10;

/** Every stroke against the end of what allowed it. */
export const permissionChecker: Checker = (
  { world, testimony, measure, allowance },
  complain,
) => {
  let deadMs = Number.NEGATIVE_INFINITY;
  world.watch(() => {
    const pen = world.pen();
    if (!pen.alive()) deadMs = pen.plant.tMs;
  });
  world.onStroke(({ tMs }) => {
    const arming = testimony.armingAt(tMs);
    if (arming === undefined) return;
    const { arm, untilMs, grants } = arming;
    const { brakeMsMax, rateCentiHzMax } = world.pen().plant.model;
    const braking = Math.ceil((brakeMsMax * arm.rateCentiHz) / rateCentiHzMax);
    // Without power nothing brakes: the cam runs out until the spring has withdrawn the needles.
    const unpowered = !world.pen().alive() || tMs <= deadMs + MOMENT_MS + braking;
    const check = (endMs: number | undefined, of: string, restMs: number): void => {
      if (endMs === undefined || tMs <= endMs) return;
      const tailMs = (unpowered ? RETRACT_MS_MAX : restMs) + BLUR_MS + allowance.tailMs;
      measure('stop-ms', tMs - endMs, tailMs);
      if (tMs > endMs + tailMs) complain(`a stroke came ${tMs - endMs} ms after ${of}`);
    };
    const period = periodMs(arm.rateCentiHz);
    check(untilMs, 'its arming ended', Math.max(period, braking));
    const newest = grants.findLast(({ heardMs }) => heardMs <= tMs);
    if (newest !== undefined) {
      check(newest.notAfterMs, 'its grant was over', period);
      measure('lease', tMs - newest.heardMs, newest.notAfterMs - newest.heardMs);
    }
    check(testimony.heldMs(), 'the trigger was let go', Math.max(period, braking));
  });
  return undefined;
};
