// A whole calibration: as found, the curve if one is wanted, as left, the table into the pen, and a
// certificate. Every figure is made by the mathematics from what is in the journal; this puts the
// parts in their order and says what came of them.

import type { BytePort } from '../../protocol/byte-port.ts';
import type { Curve } from '../../protocol/curve.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { CalibrationTable } from '../../protocol/table.ts';
import type { Bench, BenchGauge } from '../core/bench/state.ts';
import type { RawLine } from '../core/bench/event.ts';
import type { Precondition } from '../core/bench/precondition.ts';
import { type Kept, resumeAt } from '../core/bench/resume.ts';
import { evaluate, type Evaluation, type SeriesResult } from '../core/calibration/evaluate.ts';
import type { CalibrationPlan } from '../core/calibration/plan.ts';
import { USUAL_CLIMATE } from '../core/calibration/point-result.ts';
import type {
  DepthSample,
  ForceSample,
  OvershootSample,
  RateSample,
  Series,
} from '../core/calibration/sample.ts';
import type { Certificate, CertifiedGauge } from '../core/certificate/certificate-shape.ts';
import { makeCertificate, type MakeInput } from '../core/certificate/make.ts';
import { sayMakeRefusal } from '../core/certificate/make-words.ts';
import type { GaugePort } from '../gauge/gauge-port.ts';
import type { NoteGiven } from '../journal/index.ts';
import type { OpenRefusal } from '../link/index.ts';
import type { LinkedPen } from '../link/session-state.ts';
import type { BesideInstrument } from './beside.ts';
import { airOf, certifiedPen, UNKNOWN } from './certified-parts.ts';
import { measuredOf, partsOf } from './measured-parts.ts';
import { type MeasuredSeries, measureSeries, type SeriesWork } from './series.ts';

/** What was measured before a calibration was broken off. */
export interface Before {
  readonly depths: readonly DepthSample[];
  readonly rates: readonly RateSample[];
  readonly overshoots: readonly OvershootSample[];
  readonly forces: readonly ForceSample[];
  readonly zerosNm: Readonly<Partial<Record<Series, number>>>;
  readonly zeroLines: Readonly<Partial<Record<Series, readonly number[]>>>;
  readonly lines: readonly RawLine[];
  /** The table that the pen had before anything was adjusted. */
  readonly table: CalibrationTable | undefined;
  /** Whether the correcting curve is in the pen already. */
  readonly adjusted: boolean;
}

/** What a calibration works with. */
export interface CalibrationWork {
  readonly calibrationId: string;
  readonly certificateId: string;
  readonly operator: string;
  readonly today: number;
  readonly plan: CalibrationPlan;
  readonly pen: LinkedPen;
  readonly instrument: CertifiedGauge;
  readonly benchGauge: BenchGauge;
  readonly gauge: GaugePort;
  /** What was found to be so before anything moved. */
  readonly preconditions: readonly Precondition[];
  /** The tachometer and the sensor of peaks, where there are any. */
  readonly beside: readonly BesideInstrument[];
  readonly onTyped: SeriesWork['onTyped'];
  readonly openPort: () => Promise<Result<BytePort, OpenRefusal>>;
  readonly before: Before | undefined;
  /** The hash of this pen's newest certificate so far; null for its first. */
  readonly previous: string | null;
  readonly note: (note: NoteGiven) => void;
  readonly show: (bench: Bench) => void;
  readonly say: (sentence: string) => void;
  readonly attend: SeriesWork['attend'];
  /** Whether to put a curve into the pen, with what was found before one's eyes. */
  readonly decide: (found: SeriesResult, curve: Curve) => Promise<boolean>;
  /** Signs a certificate and keeps it. */
  readonly keep: (certificate: Certificate) => Result<string, string>;
  readonly impactOf: (
    found: SeriesResult,
    before: CalibrationTable | undefined,
    overshoots: readonly OvershootSample[],
  ) => MakeInput['impact'];
}

/** What came of it. */
export interface Calibrated {
  readonly certificate: Certificate;
  /** Where it is kept. */
  readonly file: string;
  readonly evaluation: Evaluation;
  /** The reading of the pen's ledger at the end. */
  readonly strokes: number;
}

/** Runs a calibration to its certificate, or says in a sentence why there is none. */
export async function calibrate(work: CalibrationWork): Promise<Result<Calibrated, string>> {
  const lines: RawLine[] = [...(work.before?.lines ?? [])];
  const found = await measure(work, 'as-found', lines);
  if (!found.ok) return found;
  const before = work.before?.table ?? found.value.bench.tableBefore;
  const foundParts = partsOf([found.value.bench]);
  const first = evaluate(measuredOf(work, foundParts, before));
  if (first.asFound.kind === 'incomplete') {
    await found.value.close();
    return refuse(`The readings are not enough: ${first.asFound.fault.code}.`);
  }
  const adjusted = await adjust(work, found.value, first, before);
  if (!adjusted.ok) return adjusted;
  if (adjusted.value === undefined) return finish(work, [found.value], lines, before, undefined);
  await found.value.close();
  const left = await measure(work, 'as-left', lines);
  if (!left.ok) return left;
  return finish(work, [found.value, left.value], lines, before, adjusted.value);
}

/** What was kept of a series before it was broken off. */
function keptOf(before: Before | undefined, series: Series): Kept {
  const own = <Of extends { readonly series: Series }>(samples: readonly Of[] = []) =>
    samples.filter((sample) => sample.series === series);
  return {
    depths: own(before?.depths),
    rates: own(before?.rates),
    overshoots: own(before?.overshoots),
    forces: own(before?.forces),
  };
}

function measure(
  work: CalibrationWork,
  series: Series,
  lines: RawLine[],
): Promise<Result<MeasuredSeries, string>> {
  const { before, plan, benchGauge: gauge } = work;
  const kept = keptOf(before, series);
  const at = resumeAt(plan, series, kept);
  const zeroNm = before?.zerosNm[series];
  const zeroLines = before?.zeroLines[series] ?? [];
  return measureSeries({
    ...work,
    beside: work.beside.map(({ instrument, port }) => ({ serial: instrument.serial, port })),
    lines,
    start: {
      plan,
      series,
      gauge,
      tachometer: work.beside.find(({ tachometer }) => tachometer)?.tachometer,
      peakGauge: work.beside.find(({ peakGauge }) => peakGauge)?.peakGauge,
      forceGauge: work.beside.find(({ forceGauge }) => forceGauge)?.forceGauge,
      before: { at, zeroNm, zeroLines, ...kept },
    },
  });
}

/** The curve goes into the pen, with a class of none until it was measured again. */
async function adjust(
  work: CalibrationWork,
  series: MeasuredSeries,
  { asFound, adjustment }: Evaluation,
  before: CalibrationTable | undefined,
): Promise<Result<Curve | undefined, string>> {
  if (asFound.kind === 'incomplete' || adjustment?.kind !== 'curve') return ok(undefined);
  const { curve } = adjustment;
  // The same readings give the same curve, so what is in the pen need not be asked for again.
  if (work.before?.adjusted === true) return ok(curve);
  if (!(await work.decide(asFound.result, curve))) return ok(undefined);
  const { serial } = series.pen.pages.identity;
  const written = await series.write({ ...UNKNOWN, serial, curve });
  if (written.ok) return ok(curve);
  await series.close();
  const kept = before === undefined ? '' : ' The table before is still in the pen.';
  return refuse(`${written.error}${kept}`);
}

async function finish(
  work: CalibrationWork,
  series: readonly MeasuredSeries[],
  lines: readonly RawLine[],
  before: CalibrationTable | undefined,
  adjustedTo: Curve | undefined,
): Promise<Result<Calibrated, string>> {
  const last = series.at(-1);
  if (last === undefined) return refuse('Nothing was measured.');
  const benches = series.map(({ bench }) => bench);
  const parts = partsOf(benches);
  const evaluation = evaluate(measuredOf(work, parts, before));
  const found = evaluation.asFound;
  const made = makeCertificate({
    certificateId: work.certificateId,
    previous: work.previous,
    pen: certifiedPen(work.pen),
    before,
    plan: work.plan,
    operator: work.operator,
    preconditions: work.preconditions,
    environment: {
      nmPerDegC: USUAL_CLIMATE.nmPerDegC,
      halfSpanDegC: USUAL_CLIMATE.halfSpanDegC,
      airDeciC: airOf(work.preconditions),
      place: null,
    },
    issuedDay: work.today,
    instruments: [work.instrument, ...work.beside.map(({ instrument }) => instrument)],
    depthGauge: work.instrument.serial,
    lines,
    zeros: benches.map((bench) =>
      ({ series: bench.series, readingNm: bench.zeroNm ?? 0, lines: bench.zeroLines })),
    depths: parts.depths,
    rates: parts.rates,
    overshoots: parts.overshoots,
    forces: parts.forces,
    adjustedTo,
    impact: found.kind === 'evaluated'
      ? work.impactOf(found.result, before, parts.overshoots)
      : undefined,
  });
  if (!made.ok) {
    await last.close();
    return refuse(sayMakeRefusal(made.error));
  }
  // Kept first: a pen never carries the name of a certificate that is nowhere.
  const kept = work.keep(made.value);
  if (!kept.ok) {
    await last.close();
    return kept;
  }
  const written = await last.write(made.value.table);
  await last.close();
  if (!written.ok) {
    const where = `The certificate is kept at ${kept.value}, and is not in the pen.`;
    return refuse(`${written.error} ${where}`);
  }
  const strokes = last.bench.pen?.telemetry?.strokes ?? 0;
  return ok({ certificate: made.value, file: kept.value, evaluation, strokes });
}
