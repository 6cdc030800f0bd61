// A certificate out of what a bench measured. Its figures are not taken over from anybody: they are
// evaluated here, from the very data that go into the file, as a verifier will do it again.

import { ok, refuse, type Result } from '../../../protocol/result.ts';
import type { Curve } from '../../../protocol/curve.ts';
import type { CalibrationTable } from '../../../protocol/table.ts';
import { um } from '../../../protocol/units.ts';
import type { Adjustment } from '../calibration/adjust.ts';
import type { CalibrationPlan } from '../calibration/plan.ts';
import type {
  DepthSample,
  ForceSample,
  OvershootSample,
  RateSample,
  Series,
} from '../calibration/sample.ts';
import { VALID_DAYS, VALID_TREATMENTS } from '../calibration/validity.ts';
import {
  type Certificate,
  CERTIFICATE_VERSION,
  certificateShape,
  type CertifiedInstrument,
  type CertifiedPen,
  type CertifiedTable,
} from './certificate-shape.ts';
import { certifiedSeries, depthGaugeOf, evaluateMeasured } from './figures.ts';
import type { CertifiedFigures, CertifiedSeries } from './figures-shape.ts';
import type { Impact } from './impact-shape.ts';
import { zeroLines } from './readings.ts';

/** Everything that a certificate is made of. */
export interface MakeInput {
  readonly certificateId: string;
  /** The hash of this pen's newest certificate so far; null for its first. */
  readonly previous: string | null;
  readonly pen: CertifiedPen;
  /** What the pen carried when it was found. */
  readonly before: CalibrationTable | undefined;
  readonly plan: CalibrationPlan;
  readonly operator: string;
  readonly preconditions: Certificate['preconditions'];
  readonly environment: Certificate['environment'];
  readonly issuedDay: number;
  readonly instruments: readonly CertifiedInstrument[];
  readonly depthGauge: string;
  readonly lines: Certificate['lines'];
  /** What the gauge read on its datum, for each series; lines not named are looked up. */
  readonly zeros: readonly {
    readonly series: Series;
    readonly readingNm: number;
    readonly lines?: readonly number[];
  }[];
  readonly depths: readonly DepthSample[];
  readonly rates: readonly RateSample[];
  readonly overshoots: readonly OvershootSample[];
  readonly forces?: readonly ForceSample[];
  /** The curve that went into the pen before as-left; undefined if nothing was adjusted. */
  readonly adjustedTo: Curve | undefined;
  /** Undefined where the pen was found in tolerance. */
  readonly impact: Impact | undefined;
}

/** Why there is no certificate. */
export type MakeRefusal =
  | { readonly code: 'no-gauge'; readonly serial: string }
  | { readonly code: 'no-zero'; readonly series: Series }
  | { readonly code: 'incomplete'; readonly series: Series; readonly why: string }
  /** The curve that went into the pen is not the one that the as-found readings ask for. */
  | { readonly code: 'other-curve' }
  | { readonly code: 'bad-value'; readonly field: string; readonly says: string };

const NO_FIGURES = {
  biasLowUm: um(0), uncertaintyLowUm: um(0xffff), biasHighUm: um(0), uncertaintyHighUm: um(0xffff),
};

/** What a table is made of. */
export interface TableParts {
  readonly serial: string;
  readonly certificateId: string;
  readonly issuedDay: number;
  readonly dueDay: number;
  readonly curve: Curve;
  readonly figures: CertifiedFigures;
}

/** The table that goes into the pen. */
export function tableOf({ figures: of, ...parts }: TableParts): CertifiedTable & CalibrationTable {
  const { figures } = of;
  return {
    ...parts,
    class: of.class,
    ...(figures === null ? NO_FIGURES : {
      biasLowUm: um(figures.biasLowUm),
      uncertaintyLowUm: um(figures.uncertaintyLowUm),
      biasHighUm: um(figures.biasHighUm),
      uncertaintyHighUm: um(figures.uncertaintyHighUm),
    }),
  };
}

/** Makes a certificate, or says why it cannot be one. */
export function makeCertificate(input: MakeInput): Result<Certificate, MakeRefusal> {
  const { adjustedTo, before, impact, issuedDay, forces, ...rest } = input;
  const zeros = zerosOf(input);
  if (!zeros.ok) return zeros;
  const curveBefore = before?.curve ?? [];
  const measured = { ...rest, ...saidOf(forces), issuedDay, curveBefore, zeros: zeros.value };
  const evaluation = evaluateMeasured(measured);
  if (evaluation === undefined) return refuse({ code: 'no-gauge', serial: input.depthGauge });
  const asFound = certifiedSeries(evaluation.asFound);
  const asLeft = certifiedSeries(evaluation.asLeft);
  const hasLeft = input.depths.some(({ series }) => series === 'as-left');
  const decided = adjustedTo !== undefined || hasLeft ? 'as-left' : 'as-found';
  const figures = decided === 'as-left' ? asLeft : asFound;
  if (figures.kind === 'incomplete') {
    return refuse({ code: 'incomplete', series: decided, why: figures.fault.code });
  }
  if (adjustedTo !== undefined && !isAskedFor(adjustedTo, evaluation.adjustment)) {
    return refuse({ code: 'other-curve' });
  }
  const curve = adjustedTo ?? curveBefore;
  const dueDay = issuedDay + VALID_DAYS;
  const { certificateId, pen: { serial } } = input;
  return checked({
    ...measured,
    version: CERTIFICATE_VERSION,
    mathematics: evaluation.mathematics,
    before: before ?? null,
    dueDay,
    treatmentsMax: VALID_TREATMENTS,
    asFound,
    asLeft,
    curve,
    adjusted: adjustedTo !== undefined,
    decided,
    table: tableOf({ serial, certificateId, issuedDay, dueDay, curve, figures }),
    impact: impact ?? null,
  });
}

/** Where force was not measured, nothing is said of it. */
const saidOf = (forces: MakeInput['forces']): Pick<MakeInput, 'forces'> =>
  forces === undefined || forces.length === 0 ? {} : { forces };

/** A curve by anybody else's hand could not be made again from the raw lines. */
const isAskedFor = (curve: Curve, adjustment: Adjustment | undefined): boolean =>
  adjustment?.kind === 'curve'
  && adjustment.curve.length === curve.length
  && adjustment.curve.every(({ atUm, addUm }, index) =>
    curve[index]?.atUm === atUm && curve[index].addUm === addUm);

/** What is issued can be read back: the schema is asked before anything is signed. */
function checked(value: Certificate): Result<Certificate, MakeRefusal> {
  const parsed = certificateShape.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return refuse({
    code: 'bad-value',
    field: issue?.path.map(String).join('.') ?? '',
    says: issue?.message ?? '',
  });
}

function zerosOf(input: MakeInput): Result<Certificate['zeros'], MakeRefusal> {
  const gauge = depthGaugeOf(input);
  if (gauge === undefined) return refuse({ code: 'no-gauge', serial: input.depthGauge });
  const zeros: Certificate['zeros'][number][] = [];
  for (const { series, readingNm, lines } of input.zeros) {
    const mine = input.depths.filter((sample) => sample.series === series);
    const first = Math.min(...mine.flatMap((sample) => sample.lines));
    const isNamed = lines !== undefined && lines.length > 0;
    const found = isNamed ? lines : zeroLines(readingNm, gauge, input.lines, first);
    if (found === undefined) return refuse({ code: 'no-zero', series });
    zeros.push({ series, gauge: gauge.serial, readingNm, lines: found });
  }
  const measured = new Set(input.depths.map(({ series }) => series));
  for (const series of measured) {
    if (!zeros.some((zero) => zero.series === series)) return refuse({ code: 'no-zero', series });
  }
  return ok(zeros);
}

/** The series that a certificate was decided by, in figures. */
export const decidedSeries = (of: Certificate): CertifiedSeries =>
  of.decided === 'as-left' ? of.asLeft : of.asFound;
