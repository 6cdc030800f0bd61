/**
 * Every stop ends with the needles behind the rim, within the time that protocol and pen declare,
 * whatever stopped it: the end of a grant, of an arming or of a hold, or a motor that simply
 * stands. Before a motor turns, the needles come out under it, which takes a pen no longer than it
 * declares for the way back; a press may end just then.
 */
import { RETRACT_MS_MAX } from '../../../protocol/timing.ts';
import { isRetracted } from '../../../sim/plant/index.ts';
import { BLUR_MS, type Checker } from './checker.ts';

/** How long needles are out without anything that allows it. */
export const retractionChecker: Checker = (
  { world, testimony, measure, allowance },
  complain,
) => {
  let allowedMs = 0;
  let turnedMs = 0;
  let said = false;
  const patienceMs = RETRACT_MS_MAX + BLUR_MS + allowance.tailMs;

  const isAllowed = (nowMs: number): boolean => {
    const newest = testimony.arming()?.grants.at(-1);
    return newest !== undefined && nowMs <= newest.notAfterMs && testimony.heldMs() === nowMs;
  };

  world.watch(() => {
    const { plant } = world.pen();
    const { tMs, motorOn, model } = plant;
    const retracted = isRetracted(plant);
    if (isAllowed(tMs)) allowedMs = tMs;
    if (motorOn || retracted) turnedMs = tMs;
    if (!retracted) measure('retract-ms', tMs - allowedMs, patienceMs);
    const outlasts = tMs - allowedMs > patienceMs;
    const stands = tMs - turnedMs > patienceMs + model.retractMsMax;
    const isOut = !retracted && (outlasts || stands);
    if (isOut && !said) {
      const since = `${tMs - allowedMs} ms after all permission`;
      complain(`needles were out ${since}, and ${tMs - turnedMs} ms with the motor standing`);
    }
    said = isOut;
  });
  return undefined;
};
