/**
 * No stroke outlives its permission: the arming, the newest grant's not-after, and the finger on
 * the trigger, each with one period of the motor to come to rest in and no more; without power,
 * until the spring has withdrawn the needles.
 */
import { RETRACT_MS_MAX } from '../../../protocol/timing.ts';
import { BLUR_MS, type Checker, periodMs } from './checker.ts';

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
    // Without power nothing brakes: the cam runs out until the spring has withdrawn the needles.
    const unpowered = !world.pen().alive() || tMs <= deadMs;
    const restMs = unpowered ? RETRACT_MS_MAX : periodMs(arm.rateCentiHz);
    const tailMs = restMs + BLUR_MS + allowance.tailMs;
    const check = (endMs: number | undefined, of: string): void => {
      if (endMs === undefined || tMs <= endMs) return;
      measure('stop-ms', tMs - endMs, tailMs);
      if (tMs > endMs + tailMs) complain(`a stroke came ${tMs - endMs} ms after ${of}`);
    };
    check(untilMs, 'its arming ended');
    const newest = grants.findLast(({ heardMs }) => heardMs <= tMs);
    if (newest !== undefined) {
      check(newest.notAfterMs, 'its grant was over');
      measure('lease', tMs - newest.heardMs, newest.notAfterMs - newest.heardMs);
    }
    check(testimony.heldMs(), 'the trigger was let go');
  });
  return undefined;
};
