// Means, spreads and straight lines: the textbook part, with nothing of pens in it.

import { assert } from '../../../protocol/assert.ts';

/** The sum of numbers. */
export const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** The arithmetic mean; of nothing there is none. */
export function mean(values: readonly number[]): number {
  assert(values.length > 0, 'a mean has at least one value');
  return sum(values) / values.length;
}

/** The sum of squared deviations from the mean. */
export function squaresAbout(values: readonly number[]): number {
  const centre = mean(values);
  return sum(values.map((value) => (value - centre) ** 2));
}

/** The experimental standard deviation (GUM 4.2.2). */
export function deviation(values: readonly number[]): number {
  assert(values.length > 1, 'a spread takes at least two values');
  return Math.sqrt(squaresAbout(values) / (values.length - 1));
}

/** A straight line through points, by least squares. */
export interface Line {
  readonly intercept: number;
  readonly slope: number;
  /** Standard uncertainties of both, and their correlation (GUM H.3.2). */
  readonly interceptDeviation: number;
  readonly slopeDeviation: number;
  readonly correlation: number;
  /** The standard deviation of what the line leaves over. */
  readonly residualDeviation: number;
}

/** Fits a line to pairs of x and y; needs three pairs with two different x. */
export function fitLine(pairs: readonly (readonly [x: number, y: number])[]): Line {
  const n = pairs.length;
  assert(n > 2, 'a line with a spread takes at least three points');
  const meanX = mean(pairs.map(([x]) => x));
  const meanY = mean(pairs.map(([, y]) => y));
  const sxx = sum(pairs.map(([x]) => (x - meanX) ** 2));
  assert(sxx > 0, 'a line takes two different places');
  const slope = sum(pairs.map(([x, y]) => (x - meanX) * (y - meanY))) / sxx;
  const intercept = meanY - slope * meanX;
  const left = sum(pairs.map(([x, y]) => (y - intercept - slope * x) ** 2));
  const residualDeviation = Math.sqrt(left / (n - 2));
  const sumX2 = sum(pairs.map(([x]) => x * x));
  return {
    intercept,
    slope,
    interceptDeviation: residualDeviation * Math.sqrt(sumX2 / (n * sxx)),
    slopeDeviation: residualDeviation / Math.sqrt(sxx),
    correlation: -sum(pairs.map(([x]) => x)) / Math.sqrt(n * sumX2),
    residualDeviation,
  };
}

/**
 * The values nearest to given ones, by least squares, that never fall: neighbours that would are
 * pooled (Barlow and others, Statistical Inference under Order Restrictions, 1972).
 */
export function neverFalling(values: readonly number[]): readonly number[] {
  const pools: { total: number; count: number }[] = [];
  for (const value of values) {
    pools.push({ total: value, count: 1 });
    for (;;) {
      const last = pools.at(-1);
      const before = pools.at(-2);
      if (last === undefined || before === undefined) break;
      if (before.total / before.count <= last.total / last.count) break;
      pools.splice(-2, 2, {
        total: before.total + last.total,
        count: before.count + last.count,
      });
    }
  }
  return pools.flatMap(({ total, count }) => Array.from({ length: count }, () => total / count));
}
