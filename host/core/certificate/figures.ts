// From what evaluate() found to what a certificate states: the same figures, whole. Both the one
// who issues and the one who verifies go through here, so they cannot differ by a rounding.

import { um } from '../../../protocol/units.ts';
import {
  evaluate,
  type Evaluation,
  type SeriesFault,
  type SeriesOutcome,
} from '../calibration/evaluate.ts';
import type { ClassReason } from '../calibration/decide.ts';
import type { PointResult } from '../calibration/point-result.ts';
import type { Instrument } from '../calibration/sample.ts';
import type { Certificate, CertifiedGauge } from './certificate-shape.ts';
import type { CertifiedPoint, CertifiedReason, CertifiedSeries } from './figures-shape.ts';

/** Stands for infinitely many degrees of freedom. */
export const INFINITE_DEGREES = 1_000_000;

// Adding nothing makes a plain zero of a negative one, which JSON could not tell apart.
const whole = (value: number): number => Math.round(value) + 0;
const degreesOf = (value: number): number => Math.min(INFINITE_DEGREES, Math.floor(value));

const pointOf = ({ budget, ...point }: PointResult): CertifiedPoint => ({
  commandedUm: point.commandedUm,
  readings: point.readings,
  meanErrorNm: whole(point.meanErrorNm),
  hysteresisNm: whole(point.hysteresisNm),
  hysteresisExpandedNm: whole(point.hysteresisExpandedNm),
  contributions: budget.contributions.map(({ source, type, standardNm, degreesOfFreedom }) => ({
    source,
    type,
    standardNm: whole(standardNm),
    degreesOfFreedom: degreesOf(degreesOfFreedom),
  })),
  combinedNm: whole(budget.combinedNm),
  effectiveDegrees: degreesOf(budget.effectiveDegrees),
  kThousandths: whole(budget.k * 1_000),
  expandedNm: whole(budget.expandedNm),
});

/** A reason in whole numbers; ratios in hundredths. */
function reasonOf({ code, ...rest }: ClassReason | SeriesFault): CertifiedReason {
  const figures = Object.entries(rest).map(([name, value]) => {
    const isRatio = name === 'ratio' || (code === 'gauge-too-coarse' && name === 'needed');
    return isRatio
      ? ([`${name}Hundredths`, whole(value * 100)] as const)
      : ([name, whole(value)] as const);
  });
  return { code, figures: Object.fromEntries(figures) };
}

/** A series as a certificate states it. */
export function certifiedSeries(outcome: SeriesOutcome): CertifiedSeries {
  if (outcome.kind === 'incomplete') {
    return { kind: 'incomplete', fault: reasonOf(outcome.fault) };
  }
  const { result } = outcome;
  const { fit, testUncertaintyRatio: ratio, figures } = result;
  return {
    kind: 'evaluated',
    points: result.points.map(pointOf),
    fit: {
      kind: fit.kind,
      offsetNm: whole(fit.offsetNm),
      gainPpm: whole(fit.gainPpm),
      residualsNm: fit.residualsNm.map(whole),
    },
    repeatabilityNm: whole(result.repeatabilityNm),
    seatingNm: whole(result.seatingNm),
    seatings: result.seatings,
    class: result.class,
    against: { P: result.against.P.map(reasonOf), S: result.against.S.map(reasonOf) },
    ratioHundredths: { P: whole(ratio.P * 100), S: whole(ratio.S * 100) },
    figures: figures === undefined ? null : { ...figures },
  };
}

/** A gauge as the mathematics takes it. */
export const instrumentOf = (of: CertifiedGauge): Instrument => ({
  serial: of.serial,
  kind: of.kind,
  resolutionNm: of.resolutionNm,
  expandedNm: of.expandedNm,
  k: of.kThousandths / 1_000,
  certificate: of.certificate,
  dueDay: of.dueDay,
});

/** What of a certificate was measured; figures are made of it and of nothing else. */
export type MeasuredPart = Pick<
  Certificate,
  | 'depths'
  | 'rates'
  | 'overshoots'
  | 'forces'
  | 'instruments'
  | 'depthGauge'
  | 'environment'
  | 'curveBefore'
  | 'pen'
  | 'issuedDay'
  | 'zeros'
>;

/** The gauge that the depths of a certificate were read from. */
export const depthGaugeOf = (
  { instruments, depthGauge }: Pick<Certificate, 'instruments' | 'depthGauge'>,
): CertifiedGauge | undefined =>
  instruments.find(
    (one): one is CertifiedGauge => one.kind === 'depth' && one.serial === depthGauge,
  );

/** Evaluates what a certificate says was measured; undefined if it does not name its gauge. */
export function evaluateMeasured(of: MeasuredPart): Evaluation | undefined {
  const gauge = depthGaugeOf(of);
  if (gauge === undefined) return undefined;
  const { nmPerDegC, halfSpanDegC } = of.environment;
  return evaluate({
    depths: of.depths,
    rates: of.rates,
    overshoots: of.overshoots,
    forces: of.forces ?? [],
    // One line is a zero that was typed; a gauge's own takes three.
    typedZeros: of.zeros.filter(({ lines }) => lines.length === 1).map(({ series }) => series),
    gauge: instrumentOf(gauge),
    climate: { nmPerDegC, halfSpanDegC },
    curveBefore: of.curveBefore.map(({ atUm, addUm }) => ({ atUm: um(atUm), addUm: um(addUm) })),
    overshootUm: of.pen.overshootUm ?? undefined,
    day: of.issuedDay,
  });
}
