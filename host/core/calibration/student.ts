// The coverage factor for a 95.45 % interval. From JCGM 100:2008 (GUM), table G.2, by the effective
// degrees of freedom truncated to the next lower entry, as G.4.1 and G.6.4 advise: never too small.

import { assert } from '../../../protocol/assert.ts';

// Degrees of freedom, and the value of t for the fraction 95.45 %.
const TABLE = [
  [1, 13.97], [2, 4.53], [3, 3.31], [4, 2.87], [5, 2.65], [6, 2.52], [7, 2.43], [8, 2.37],
  [9, 2.32], [10, 2.28], [11, 2.25], [12, 2.23], [13, 2.21], [14, 2.2], [15, 2.18], [16, 2.17],
  [17, 2.16], [18, 2.15], [19, 2.14], [20, 2.13], [25, 2.11], [30, 2.09], [35, 2.07], [40, 2.06],
  [45, 2.06], [50, 2.05], [100, 2.025],
] as const;

/** What t becomes when nothing is in doubt about a standard deviation. */
const K_CERTAIN = 2;
/** Above this many degrees of freedom the table has only infinity. */
const CERTAIN_FROM = 10_000;

/** The coverage factor for 95.45 % with so many effective degrees of freedom, at least one. */
export function coverageFactor(degreesOfFreedom: number): number {
  assert(degreesOfFreedom >= 1, 'an uncertainty rests on at least one degree of freedom');
  if (degreesOfFreedom >= CERTAIN_FROM) return K_CERTAIN;
  let found: number = TABLE[0][1];
  for (const [entry, t] of TABLE) if (entry <= degreesOfFreedom) found = t;
  return found;
}
