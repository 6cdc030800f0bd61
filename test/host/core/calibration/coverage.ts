/**
 * Counts how often a later stroke lies inside what a calibration stated, and how often a pen that
 * is truly outside a class is passed all the same.
 */
import type { ReachedClass } from '../../../../host/core/calibration/class-limits.ts';
import { limitsAt } from '../../../../host/core/calibration/class-limits.ts';
import { combine, type Source } from '../../../../host/core/calibration/contribution.ts';
import { evaluateSeries, type SeriesResult } from '../../../../host/core/calibration/evaluate.ts';
import {
  calibrateVirtually,
  type Condition,
  DEEPEST_UM,
  type Placed,
  type VirtualCalibration,
} from './virtual-bench.ts';

/** How often a later stroke lay inside. */
export interface Coverage {
  /** Inside the interval of its own depth. */
  readonly perPoint: number;
  /** Inside the one bias and uncertainty of its band, which is what a pen is told. */
  readonly inBand: number;
  readonly strokes: number;
}

function resultOf({ measured }: VirtualCalibration): SeriesResult {
  const outcome = evaluateSeries(measured, 'as-found');
  if (outcome.kind !== 'evaluated') throw new Error(JSON.stringify(outcome.fault));
  return outcome.result;
}

/** Calibrates many pens of a condition and uses each once at every depth. */
export function coverageOf(
  condition: Condition,
  calibrations: number,
  firstSeed: number,
  keep: (source: Source) => boolean = () => true,
): Coverage {
  let inside = 0;
  let insideBand = 0;
  let strokes = 0;
  for (let seed = firstSeed; seed < firstSeed + calibrations; seed += 1) {
    const calibration = calibrateVirtually(condition, seed);
    const { points, figures } = resultOf(calibration);
    if (figures === undefined) throw new Error('a standard plan has points in both bands');
    for (const { commandedUm, meanErrorNm, budget } of points) {
      const low = commandedUm <= 500;
      const biasUm = low ? figures.biasLowUm : figures.biasHighUm;
      const bandUm = low ? figures.uncertaintyLowUm : figures.uncertaintyHighUm;
      const trueNm = calibration.pen.strokeErrorNm(commandedUm, calibration.later());
      const { expandedNm } = combine(budget.contributions.filter(({ source }) => keep(source)));
      strokes += 1;
      if (Math.abs(trueNm - meanErrorNm) <= expandedNm) inside += 1;
      if (Math.abs(trueNm - biasUm * 1_000) <= bandUm * 1_000) insideBand += 1;
    }
  }
  return { perPoint: inside / strokes, inBand: insideBand / strokes, strokes };
}

/** How many pens were passed although they were outside. */
export interface Acceptance {
  readonly passed: number;
  readonly tried: number;
}

/** Which depths lie at the limit: all of the shallow ones, or the deepest alone. */
export type AtLimit = 'shallow' | 'deepest';

function placedAt(of: ReachedClass, where: AtLimit): Placed {
  if (where === 'shallow') return { centreNm: limitsAt(of, 500).deepUm * 1_000, slope: 0 };
  return { centreNm: 0, slope: limitsAt(of, DEEPEST_UM).deepUm / DEEPEST_UM };
}

/** Tries pens whose errors lie exactly at the limit of a class: each of them is one too many. */
export function falseAcceptance(
  condition: Condition,
  of: ReachedClass,
  where: AtLimit,
  calibrations: number,
  firstSeed: number,
): Acceptance {
  // Nothing differs from pen to pen, so that each of them lies exactly there.
  const exact = { ...condition, offsetNm: 0, gainPpm: 0, bowNm: 0, hysteresisNm: 0 };
  const placed = placedAt(of, where);
  let passed = 0;
  for (let seed = firstSeed; seed < firstSeed + calibrations; seed += 1) {
    const { against } = resultOf(calibrateVirtually(exact, seed, placed));
    if (against[of].length === 0) passed += 1;
  }
  return { passed, tried: calibrations };
}
