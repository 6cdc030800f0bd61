// From readings to what a certificate says: the one function by which a certificate can be made
// again. It decides nothing that its readings do not bear; what is missing is said, and costs the
// class.

import type { Curve } from '../../../protocol/curve.ts';
import { type Adjustment, adjustmentFor, type Fit, fitOf } from './adjust.ts';
import { LOW_DEPTH_UM_MAX, type ReachedClass } from './class-limits.ts';
import { type ClassReason, reasonsAgainst, testUncertaintyRatio } from './decide.ts';
import { type Effects, effectsFault, type EffectsFault, effectsOf } from './effects.ts';
import { type Climate, type PointResult, pointResults } from './point-result.ts';
import type {
  DepthSample,
  ForceSample,
  Instrument,
  OvershootSample,
  RateSample,
  Series,
} from './sample.ts';
import { mean } from './statistics.ts';

/** The version of the mathematics: another one whenever the same readings give other figures. */
export const MATHEMATICS = 'corium-calibration-2';

/** Everything that a calibration measured. */
export interface Measured {
  readonly depths: readonly DepthSample[];
  readonly rates: readonly RateSample[];
  readonly overshoots: readonly OvershootSample[];
  readonly forces: readonly ForceSample[];
  /** Series whose datum a person read off the gauge's display. */
  readonly typedZeros: readonly Series[];
  /** The gauge of the depths. */
  readonly gauge: Instrument;
  readonly climate: Climate;
  /** The pen's curve while it was as found. */
  readonly curveBefore: Curve;
  /** The overshoot that the maker declares; undefined if he does not. */
  readonly overshootUm: number | undefined;
  /** The day of the calibration, from 2020-01-01. */
  readonly day: number;
}

/** The figures that go into the pen, rounded to the safe side. */
export interface Figures {
  readonly biasLowUm: number;
  readonly uncertaintyLowUm: number;
  readonly biasHighUm: number;
  readonly uncertaintyHighUm: number;
}

/** One series in figures. */
export interface SeriesResult {
  readonly points: readonly PointResult[];
  readonly fit: Fit;
  readonly repeatabilityNm: number;
  readonly seatingNm: number;
  readonly seatings: number;
  readonly class: ReachedClass | 'fail';
  /** What stands against each class. */
  readonly against: Readonly<Record<ReachedClass, readonly ClassReason[]>>;
  readonly testUncertaintyRatio: Readonly<Record<ReachedClass, number>>;
  /** Undefined where a band of depths has no point. */
  readonly figures: Figures | undefined;
}

/** A series that cannot be evaluated, and why. */
export type SeriesFault =
  | EffectsFault
  | { readonly code: 'gauge-overdue'; readonly dueDay: number };

/** What became of a series. */
export type SeriesOutcome =
  | { readonly kind: 'evaluated'; readonly result: SeriesResult }
  | { readonly kind: 'incomplete'; readonly fault: SeriesFault };

/** What a calibration came to. */
export interface Evaluation {
  readonly mathematics: string;
  readonly asFound: SeriesOutcome;
  readonly asLeft: SeriesOutcome;
  /** What the as-found readings ask for. */
  readonly adjustment: Adjustment | undefined;
}

const CLASSES: readonly ReachedClass[] = ['P', 'S'];

/** Evaluates a calibration. */
export function evaluate(measured: Measured): Evaluation {
  const asFound = evaluateSeries(measured, 'as-found');
  return {
    mathematics: MATHEMATICS,
    asFound,
    asLeft: evaluateSeries(measured, 'as-left'),
    adjustment:
      asFound.kind === 'evaluated'
        ? adjustmentFor(
            effectsOf(of(measured.depths, 'as-found')),
            asFound.result.fit,
            measured.curveBefore,
          )
        : undefined,
  };
}

const of = <Sample extends { readonly series: Series }>(
  samples: readonly Sample[],
  series: Series,
): readonly Sample[] => samples.filter((sample) => sample.series === series);

/** Evaluates one series on its own. */
export function evaluateSeries(measured: Measured, series: Series): SeriesOutcome {
  const { gauge, climate, overshootUm, day } = measured;
  const depths = of(measured.depths, series);
  const fault = effectsFault(depths);
  if (fault !== undefined) return { kind: 'incomplete', fault };
  if (gauge.dueDay < day) {
    return { kind: 'incomplete', fault: { code: 'gauge-overdue', dueDay: gauge.dueDay } };
  }
  const effects = effectsOf(depths);
  const points = pointResults(effects, gauge, climate, {
    readings: depths.some(({ by }) => by === 'typed'),
    datum: measured.typedZeros.includes(series),
  });
  const judged = {
    points,
    gauge,
    overshootUm,
    rates: of(measured.rates, series),
    overshoots: of(measured.overshoots, series),
    // No curve changes what a sensor of force says, so it counts before and after.
    forces: measured.forces,
  };
  const against = { P: reasonsAgainst('P', judged), S: reasonsAgainst('S', judged) };
  const figures = figuresOf(points);
  const reached = CLASSES.find((one) => against[one].length === 0);
  return {
    kind: 'evaluated',
    result: {
      points,
      ...spreadsOf(effects),
      fit: fitOf(effects),
      class: figures === undefined ? 'fail' : (reached ?? 'fail'),
      against,
      testUncertaintyRatio: {
        P: testUncertaintyRatio('P', gauge),
        S: testUncertaintyRatio('S', gauge),
      },
      figures,
    },
  };
}

const spreadsOf = ({ repeatability, seating, seatings }: Effects) => ({
  repeatabilityNm: repeatability.deviationNm,
  seatingNm: seating.deviationNm,
  seatings,
});

/** The figures of both bands of depths. */
function figuresOf(points: readonly PointResult[]): Figures | undefined {
  const low = bandOf(points.filter(({ commandedUm }) => commandedUm <= LOW_DEPTH_UM_MAX));
  const high = bandOf(points.filter(({ commandedUm }) => commandedUm > LOW_DEPTH_UM_MAX));
  return low && high && {
    biasLowUm: low.biasUm,
    uncertaintyLowUm: low.uncertaintyUm,
    biasHighUm: high.biasUm,
    uncertaintyHighUm: high.uncertaintyUm,
  };
}

/**
 * One bias and one uncertainty that hold at every point of a band: the widest point decides, and
 * both are rounded away from zero.
 */
function bandOf(
  points: readonly PointResult[],
): { readonly biasUm: number; readonly uncertaintyUm: number } | undefined {
  if (points.length === 0) return undefined;
  const meanNm = mean(points.map(({ meanErrorNm }) => meanErrorNm));
  const biasUm = Math.sign(meanNm) * Math.ceil(Math.abs(meanNm) / 1_000) + 0;
  const reachNm = Math.max(
    ...points.map(
      ({ meanErrorNm, budget }) => Math.abs(meanErrorNm - biasUm * 1_000) + budget.expandedNm,
    ),
  );
  return { biasUm, uncertaintyUm: Math.ceil(reachNm / 1_000) };
}
