/**
 * A motor that turns too fast: how soon it is noticed, and what it adds to depth. A certificate is
 * for every rate that a pen lets pass; beyond that inertia grows with the square of the rate, until
 * the pen has noticed. The derivation stands in README.md, in the rows of overspeed.
 */
import { OVERSPEED } from '../../protocol/timing.ts';
import { certifiedPeakUmMax, certifiedPeakUmMin, type PenModel } from '../../sim/plant/index.ts';
import type { Scenario } from './scenario.ts';
import { DEEP_STROKES_MAX, type MakeBound, onTrain } from './train.ts';

const FAST_STROKES = 8;
const SURELY_FAST = 1.3;
const NOTHING_ARMED = { rateCentiHz: 0, depthUm: 0 };

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

/** A motor faster than its pen lets pass is stopped. */
export const overspeed: MakeBound = ({ faults }) => ({ world, testimony }, complain) => {
  const runsAway = faults.some(({ kind }) => kind === 'motor-runaway');
  let times: number[] = [];
  onTrain(world, () => {
    times = [];
  });
  world.onStroke(({ tMs, peakUm }) => {
    const { rateCentiHz: rate, depthUm } = testimony.armingAt(tMs)?.arm ?? NOTHING_ARMED;
    // A motor that no brake stops runs on while the depth stop goes in: those strokes are shallow.
    if (runsAway && peakUm < certifiedPeakUmMin(world.pen().plant.model, depthUm)) return;
    times = [...times, tMs].slice(-FAST_STROKES);
    const tookMs = tMs - (times[0] ?? tMs);
    const leastMs = ((FAST_STROKES - 1) * 100_000) / (rate * SURELY_FAST) - 1;
    if (times.length === FAST_STROKES && tookMs < leastMs) {
      complain(`${FAST_STROKES} strokes came in ${tookMs} ms, beyond any tolerated rate`);
    }
  });
  return undefined;
};

/** A motor beyond what its pen lets pass adds to depth by inertia, until the pen has noticed. */
export const fastDepth: MakeBound = (scenario) => ({ world, testimony }, complain) => {
  const times = timesOrdered(scenario);
  let deep = 0;
  onTrain(world, () => {
    deep = 0;
  });
  world.onStroke(({ tMs, peakUm }) => {
    const { model } = world.pen().plant;
    const arm = testimony.armingAt(tMs)?.arm;
    if (arm === undefined) return;
    const beyondUm = peakUm - certifiedPeakUmMax(model, arm.depthUm);
    if (beyondUm <= 0) return;
    deep += 1;
    if (deep > DEEP_STROKES_MAX) complain(`${deep} strokes were deeper than certified`);
    const mostUm = deeperBySpeedUm(model, arm.rateCentiHz, times);
    if (beyondUm > mostUm) {
      complain(`a stroke of ${peakUm} um is ${beyondUm} um too deep, and ${mostUm} may be`);
    }
  });
  return undefined;
};
