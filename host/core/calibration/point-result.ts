// What is known of each depth after a series: its error, and an uncertainty that covers one stroke
// of a later treatment, with whatever cartridge, from whichever side, on a warm or a cold day. An
// uncertainty of the mean alone would be smaller and would say nothing about skin.

import { type Budget, combine, given, rectangular, spread } from './contribution.ts';
import type { Effects, PointEffect } from './effects.ts';
import type { Instrument } from './sample.ts';

/** How far the pen's length may change with the days of its use, as its maker may declare it. */
export interface Climate {
  /** Growth of needle carrier and housing apart, per degree. */
  readonly nmPerDegC: number;
  /** Half the span of temperatures between bench and treatment. */
  readonly halfSpanDegC: number;
}

/** What we assume where a maker says nothing (a proposal of ours, grade D). */
export const USUAL_CLIMATE: Climate = { nmPerDegC: 50, halfSpanDegC: 10 };

/** One depth with its budget, in nanometres. */
export interface PointResult {
  readonly commandedUm: number;
  readonly readings: number;
  readonly meanErrorNm: number;
  /** Between coming from above and from below. */
  readonly hysteresisNm: number;
  /** Expanded uncertainty of that difference. */
  readonly hysteresisExpandedNm: number;
  readonly budget: Budget;
}

/** What the line between two neighbouring points may miss at the most, if the errors bow. */
function betweenNm(points: readonly PointEffect[], index: number): number {
  const bends = [index - 1, index, index + 1].flatMap((at) => {
    const [low, here, high] = [points[at - 1], points[at], points[at + 1]];
    if (low === undefined || here === undefined || high === undefined) return [];
    const share = (here.commandedUm - low.commandedUm) / (high.commandedUm - low.commandedUm);
    const onLineNm = low.meanErrorNm + share * (high.meanErrorNm - low.meanErrorNm);
    // At an interval's middle a parabola is a quarter as far from its chord as over two intervals.
    return [Math.abs(here.meanErrorNm - onLineNm) / 4];
  });
  return Math.max(0, ...bends);
}

const lagNm = ({ upErrorNm, downErrorNm }: PointEffect): number =>
  Math.abs(upErrorNm - downErrorNm);

/** Digital indication: anything within half a step reads the same (GUM F.2.2.1). */
const resolution = (gauge: Instrument): number => rectangular(gauge.resolutionNm / 2);

/** What a person read off a display and typed. */
export interface Typed {
  readonly readings: boolean;
  readonly datum: boolean;
}

const BY_GAUGE: Typed = { readings: false, datum: false };

/** The results of a series at every depth. */
export function pointResults(
  effects: Effects,
  gauge: Instrument,
  climate: Climate,
  typed: Typed = BY_GAUGE,
): readonly PointResult[] {
  const { repeatability, seating, seatings } = effects;
  // The deepest point can only be come to from above it, so its own lag looks smaller than it is.
  const worstLagNm = Math.max(...effects.points.map(lagNm));
  return effects.points.map((point, index) => {
    const { deviationNm, degreesOfFreedom } = repeatability;
    const hysteresisNm = lagNm(point);
    const ofMeanNm = deviationNm / Math.sqrt(point.readings);
    const budget = combine([
      spread('repeatability', deviationNm, degreesOfFreedom),
      spread('mean', ofMeanNm, degreesOfFreedom),
      // The seating of a treatment is another one, beside those that the mean was taken over.
      spread(
        'seating',
        seating.deviationNm * Math.sqrt(1 + 1 / seatings),
        seating.degreesOfFreedom,
      ),
      given('hysteresis', worstLagNm / 2),
      given('gauge', gauge.expandedNm / gauge.k),
      given('resolution', resolution(gauge)),
      given('datum', resolution(gauge)),
      given('temperature', rectangular(climate.nmPerDegC * climate.halfSpanDegC)),
      given('between-points', rectangular(betweenNm(effects.points, index))),
      // A person who reads a display may be a digit off to either side (grade D).
      ...(typed.readings ? [given('typed', rectangular(gauge.resolutionNm))] : []),
      // Every reading is taken from the datum, so a digit off there is a digit off everywhere.
      ...(typed.datum ? [given('typed-datum', rectangular(gauge.resolutionNm))] : []),
    ]);
    return {
      commandedUm: point.commandedUm,
      readings: point.readings,
      meanErrorNm: point.meanErrorNm,
      hysteresisNm,
      // A difference of two means of half the readings each.
      hysteresisExpandedNm: budget.k * 2 * ofMeanNm,
      budget,
    };
  });
}
