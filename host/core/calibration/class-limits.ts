// The two classes of calibration as numbers. Tied to the one published tolerance of a pen's dial,
// +-0.15 mm (Exceed, 510(k) K182407, grade B), and tighter: proposals of ours, grade D.

/** The classes that a pen can reach. */
export type ReachedClass = 'P' | 'S';

/** Up to this depth the low figures hold. */
export const LOW_DEPTH_UM_MAX = 500;

/** How far off a pen of a class may be at one depth, in micrometres, too shallow and too deep. */
export interface ErrorLimits {
  readonly shallowUm: number;
  readonly deepUm: number;
}

/** What a class asks for. */
export interface ClassLimits {
  readonly low: ErrorLimits;
  readonly high: ErrorLimits;
  readonly hysteresisUm: number;
  readonly ratePercent: number;
  /** How far its sensor of force may be off, where it was held against a gauge. */
  readonly forcePercent: number;
}

/** Both classes; nothing deeper than 100 um too deep is passed in any of them. */
export const CLASS_LIMITS: Readonly<Record<ReachedClass, ClassLimits>> = {
  P: {
    low: { shallowUm: 50, deepUm: 50 },
    high: { shallowUm: 80, deepUm: 80 },
    hysteresisUm: 40,
    ratePercent: 5,
    forcePercent: 15,
  },
  S: {
    low: { shallowUm: 100, deepUm: 100 },
    high: { shallowUm: 120, deepUm: 100 },
    hysteresisUm: 80,
    ratePercent: 10,
    forcePercent: 30,
  },
};

/** The limits of a class at a depth. */
export const limitsAt = (of: ReachedClass, commandedUm: number): ErrorLimits =>
  commandedUm <= LOW_DEPTH_UM_MAX ? CLASS_LIMITS[of].low : CLASS_LIMITS[of].high;

/**
 * A measurement has to be this many times finer than the tolerance that it judges: the test
 * uncertainty ratio of ANSI/NCSL Z540.3-2006, 5.3 b.
 */
export const RATIO_MIN = 4;
