// How far the pen's own sensor of force is off: what it told while a force gauge stood still, less
// what that said. The host stops a treatment by this sensor, so one that says too little lets
// somebody press too hard.

import { deviation, mean } from './statistics.ts';
import { coverageFactor } from './student.ts';

/** What a force gauge says of itself. */
export interface ForceGaugeFigures {
  readonly expandedMn: number;
  readonly k: number;
  readonly resolutionMn: number;
}

/** Its uncertainty at k = 2, with half a step of its display. */
export const forceExpanded = (of: ForceGaugeFigures): number =>
  Math.ceil((of.expandedMn * 2) / of.k) + Math.ceil(of.resolutionMn / 2);

/** A force by two instruments, with the expanded uncertainty of their difference. */
export interface Force {
  readonly gaugeMn: number;
  readonly penMn: number;
  readonly expandedMn: number;
}

/** How many pairs make one. */
export const FORCE_PAIRS_MIN = 3;

/**
 * Pairs of readings of one moment each: both means, and the spread of their differences beside what
 * the gauge may be off by (JCGM 100:2008, 4.2.3); undefined where there are too few.
 */
export function forceOf(
  gaugeMn: readonly number[],
  toldMn: readonly number[],
  expandedMn: number,
): Force | undefined {
  if (gaugeMn.length < FORCE_PAIRS_MIN || toldMn.length !== gaugeMn.length) return undefined;
  const apart = toldMn.map((told, index) => told - (gaugeMn[index] ?? 0));
  const spread = coverageFactor(apart.length - 1) * (deviation(apart) / Math.sqrt(apart.length));
  return {
    gaugeMn: Math.round(mean(gaugeMn)),
    penMn: Math.round(mean(toldMn)),
    expandedMn: Math.ceil(Math.hypot(expandedMn, spread)),
  };
}
