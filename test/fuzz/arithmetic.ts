/**
 * What chance alone predicts, beside which the counts of a run are laid: misses of a check of so
 * many bits, and how unlikely a count is when so many were expected.
 */

/** Bits of the check of a frame. */
export const CHECK_BITS = 32;

/** How many of so many wrong blocks a check of so many bits is expected to pass. */
export const expectedPasses = (trials: number, bits: number): number => trials / 2 ** bits;

/** The chance of at least `count` events where `mean` are expected (Poisson). */
export function chanceOfAtLeast(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let under = 0;
  for (let n = 0; n < count; n += 1) {
    under += term;
    term *= mean / (n + 1);
  }
  return Math.max(0, 1 - under);
}

/** How many standard deviations a count is away from what was expected (Poisson). */
export const deviations = (count: number, mean: number): number =>
  mean === 0 ? 0 : (count - mean) / Math.sqrt(mean);

/** So many wrong frames are too many for chance. */
const CHANCE_MIN = 0.001;

/** Whether so many frames that were never sent are more than the check's misses explain. */
export const isTooMany = (neverSent: number, trials: number): boolean =>
  neverSent > 0
  && chanceOfAtLeast(neverSent, expectedPasses(trials, CHECK_BITS)) < CHANCE_MIN;

/**
 * The rate that is not exceeded with 95 % confidence when nothing was counted in so many trials
 * (the rule of three).
 */
export const rateBelow = (trials: number): number => 3 / Math.max(1, trials);
