/**
 * What a motor that turns too fast adds to depth. A certificate is for every rate that a pen lets
 * pass; beyond that inertia grows with the square of the rate, until the pen has noticed. The
 * derivation stands in README.md, in the row of overspeed.
 */
import { OVERSPEED } from '../../protocol/timing.ts';
import type { PenModel } from '../../sim/plant/index.ts';
import type { Scenario } from './scenario.ts';

/** How many times its order an overspeed of a scenario turns the motor, 0 without one. */
export const timesOrdered = ({ faults }: Scenario): number =>
  Math.max(0, ...faults.map((fault) => (fault.kind === 'overspeed' ? fault.permille : 0))) / 1_000;

/** How far beyond its certificate a pen's peaks may lie at so many times an ordered rate. */
export function deeperBySpeedUm(
  { mechanics, rateCentiHzMax }: PenModel,
  rateCentiHz: number,
  times: number,
): number {
  const { ratePpm, rateJitterPpm, overshootUmMax } = mechanics;
  const tolerated = OVERSPEED.numerator / OVERSPEED.denominator;
  const controllers = 1 + (ratePpm.max + rateJitterPpm) / 1_000_000;
  const share = (rateCentiHz * times * controllers) / (rateCentiHzMax * tolerated);
  return Math.ceil(overshootUmMax * Math.max(0, share ** 2 - 1));
}
