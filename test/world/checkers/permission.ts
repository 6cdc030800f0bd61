/**
 * No stroke outlives its permission: the arming, the newest grant's not-after, and the finger on
 * the trigger, each with one period of the motor to come to rest in and no more.
 */
import { BLUR_MS, type Checker, periodMs } from './checker.ts';

/** Every stroke against the end of what allowed it. */
export const permissionChecker: Checker = ({ world, testimony }, complain) => {
  world.onStroke(({ tMs }) => {
    const arming = testimony.armingAt(tMs);
    if (arming === undefined) return;
    const { arm, untilMs, grants } = arming;
    const tailMs = periodMs(arm.rateCentiHz) + BLUR_MS;
    const late = (endMs: number | undefined): boolean =>
      endMs !== undefined && tMs > endMs + tailMs;
    if (late(untilMs)) complain(`a stroke came ${tMs - (untilMs ?? 0)} ms after its arming ended`);
    const newest = grants.findLast(({ heardMs }) => heardMs <= tMs);
    if (late(newest?.notAfterMs)) {
      complain(`a stroke came ${tMs - (newest?.notAfterMs ?? 0)} ms after its grant was over`);
    }
    if (late(testimony.heldMs())) {
      complain(`a stroke came ${tMs - testimony.heldMs()} ms after the trigger was let go`);
    }
  });
  return undefined;
};
