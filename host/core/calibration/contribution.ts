// An uncertainty budget: standard uncertainties, each with its degrees of freedom and its reason,
// combined by JCGM 100:2008 (GUM): root sum of squares (5.1.2), effective degrees of freedom by
// Welch and Satterthwaite (G.4.1), expanded by the coverage factor for 95.45 % (6.2.1).

import { sum } from './statistics.ts';
import { coverageFactor } from './student.ts';

/** Where a part of an uncertainty comes from. */
export type Source =
  | 'repeatability'
  | 'mean'
  | 'seating'
  | 'hysteresis'
  | 'gauge'
  | 'resolution'
  | 'datum'
  | 'temperature'
  | 'between-points'
  | 'typed'
  | 'typed-datum';

/** One line of a budget, in nanometres. */
export interface Contribution {
  readonly source: Source;
  /** A: from the spread of these readings; B: from anything else (GUM 4.2, 4.3). */
  readonly type: 'A' | 'B';
  readonly standardNm: number;
  readonly degreesOfFreedom: number;
}

/** A budget and what it comes to. */
export interface Budget {
  readonly contributions: readonly Contribution[];
  readonly combinedNm: number;
  readonly effectiveDegrees: number;
  readonly k: number;
  readonly expandedNm: number;
}

/** What is known to lie within plus or minus so much, and nothing more (GUM 4.3.7). */
export const rectangular = (halfWidth: number): number => halfWidth / Math.sqrt(3);

/** A line for what is not in doubt itself: type B, of infinite degrees of freedom. */
export const given = (source: Source, standardNm: number): Contribution => ({
  source,
  type: 'B',
  standardNm,
  degreesOfFreedom: Number.POSITIVE_INFINITY,
});

/** A line from a spread of readings. */
export const spread = (
  source: Source,
  standardNm: number,
  degreesOfFreedom: number,
): Contribution => ({ source, type: 'A', standardNm, degreesOfFreedom });

/** Effective degrees of freedom (Welch and Satterthwaite, GUM G.2b); infinite if nothing is. */
export function effectiveDegrees(contributions: readonly Contribution[]): number {
  const combined = sum(contributions.map(({ standardNm }) => standardNm ** 2));
  const doubt = sum(
    contributions.map(({ standardNm, degreesOfFreedom }) => standardNm ** 4 / degreesOfFreedom),
  );
  return doubt === 0 ? Number.POSITIVE_INFINITY : combined ** 2 / doubt;
}

/** Combines a budget. */
export function combine(contributions: readonly Contribution[]): Budget {
  const combinedNm = Math.sqrt(sum(contributions.map(({ standardNm }) => standardNm ** 2)));
  const degrees = effectiveDegrees(contributions);
  const k = coverageFactor(Math.max(1, degrees));
  return {
    contributions,
    combinedNm,
    effectiveDegrees: degrees,
    k,
    expandedNm: k * combinedNm,
  };
}
