// A stroke rate and how well it is known: from what a tachometer said, or from the pen's own count
// against the computer's clock. The bench goes through here when it measures, and whoever verifies
// a certificate goes through here again.

import type { Counted } from './sample.ts';
import { deviation, mean } from './statistics.ts';
import { coverageFactor } from './student.ts';

/** A rate with its expanded uncertainty, k = 2. */
export interface Rate {
  readonly measuredCentiHz: number;
  readonly expandedCentiHz: number;
}

/** How few readings of a tachometer are too few for a spread. */
export const RATE_READINGS_MIN = 3;

/** How late this computer may be in hearing of a count, at either end of the time. */
const HEARING_MS = 20;

/** What a tachometer says of itself. */
export interface RateGaugeFigures {
  readonly expandedCentiHz: number;
  readonly k: number;
  readonly resolutionCentiHz: number;
}

/** Its uncertainty at k = 2, with half a step of its display. */
export const tachometerExpanded = (of: RateGaugeFigures): number =>
  Math.ceil((of.expandedCentiHz * 2) / of.k) + Math.ceil(of.resolutionCentiHz / 2);

/**
 * The mean of a tachometer's readings, with its own uncertainty and that of a mean of so many
 * (JCGM 100:2008, 4.2.3, 5.1.2); undefined where there are too few.
 */
export function rateByTachometer(
  values: readonly number[],
  expandedCentiHz: number,
): Rate | undefined {
  if (values.length < RATE_READINGS_MIN) return undefined;
  const ofMean = deviation(values) / Math.sqrt(values.length);
  const spread = coverageFactor(values.length - 1) * ofMean;
  return {
    measuredCentiHz: Math.round(mean(values)),
    expandedCentiHz: Math.ceil(Math.hypot(expandedCentiHz, spread)),
  };
}

/**
 * Strokes over time; one stroke more or less at either end of each run, and two ends of which this
 * computer was told late, both as bounds and not as deviations. Undefined where nothing ran.
 */
export function rateByCounter(runs: readonly Counted[]): Rate | undefined {
  const elapsedMs = runs.reduce((total, run) => total + run.elapsedMs, 0);
  if (elapsedMs === 0) return undefined;
  const counted = runs.reduce((total, run) => total + run.counted, 0);
  const rate = (counted * 100_000) / elapsedMs;
  const late = rate * ((2 * HEARING_MS) / elapsedMs);
  const doubt = runs.length * (late + 200_000 / elapsedMs);
  return { measuredCentiHz: Math.round(rate), expandedCentiHz: Math.ceil(doubt) };
}
