// A bench as a window looks at it: what is waited for, how far it is, every reading so far. Data
// only, picked out of the machine's own state; nothing is measured, decided or said here.

import { SIGNAL } from '../../../protocol/from-pen.ts';
import type { LatchReason } from '../../../protocol/reason.ts';
import type { SeriesOutcome, SeriesResult } from '../calibration/evaluate.ts';
import type { Direction } from '../calibration/plan.ts';
import type { OvershootSample, RateSample, Series } from '../calibration/sample.ts';
import { progressOf } from './progress.ts';
import { type Bench, type Doubt, type PhaseKind, stepNow } from './state.ts';
import type { Step } from './steps.ts';

/** One depth that was read. */
export interface ReadingView {
  readonly commandedUm: number;
  readonly direction: Direction;
  readonly seating: number;
  readonly readingNm: number;
  readonly typed: boolean;
}

/** One depth with its error and the uncertainty of it, in nanometres. */
export interface PointView {
  readonly commandedUm: number;
  readonly errorNm: number;
  readonly expandedNm: number;
}

/** What the pen of a bench does now. */
export interface BenchPenView {
  readonly serial: string;
  readonly trigger: boolean;
  readonly depthUm: number | undefined;
  readonly rateCentiHz: number;
  readonly strokes: number;
  readonly temperatureDeciC: number;
  readonly ageMs: number;
}

/** How a bench stands. */
export interface BenchView {
  readonly phase: PhaseKind;
  readonly series: Series;
  /** Undefined once all steps are done. */
  readonly step: Step | undefined;
  readonly done: number;
  readonly all: number;
  /** What the rest of this series takes a practised person. */
  readonly leftMs: number;
  readonly doubt: Doubt | undefined;
  /** The needles are held out until the trigger is let go of. */
  readonly out: boolean;
  readonly latch: LatchReason | undefined;
  readonly clearing: boolean;
  readonly stoppedBy: string | undefined;
  readonly byHand: boolean;
  readonly pointsUm: readonly number[];
  readonly seatings: number;
  readonly zeroNm: number | undefined;
  readonly readings: readonly ReadingView[];
  readonly rates: readonly Pick<
    RateSample, 'commandedCentiHz' | 'measuredCentiHz' | 'expandedCentiHz' | 'by'
  >[];
  readonly overshoots: readonly Pick<
    OvershootSample, 'rateCentiHz' | 'overshootNm' | 'expandedNm'
  >[];
  /** What the mathematics says already; none before it may say anything. */
  readonly points: readonly PointView[];
  readonly pen: BenchPenView | undefined;
}

/** The points of a series, as far as it can be evaluated. */
export const pointsOf = (outcome: SeriesOutcome | undefined): readonly PointView[] =>
  outcome?.kind === 'evaluated' ? pointViews(outcome.result) : [];

/** The points of a result. */
export const pointViews = ({ points }: SeriesResult): readonly PointView[] =>
  points.map(({ commandedUm, meanErrorNm, budget }) => ({
    commandedUm, errorNm: meanErrorNm, expandedNm: budget.expandedNm,
  }));

/** Looks at a bench; `points` is what its readings come to so far. */
export function benchViewOf(bench: Bench, points: readonly PointView[]): BenchView {
  const { phase, plan } = bench;
  const { done, all, leftMs } = progressOf(bench);
  return {
    phase: phase.kind,
    series: bench.series,
    step: stepNow(bench),
    done,
    all,
    leftMs,
    doubt: phase.kind === 'doubting' || phase.kind === 'latched' ? phase.doubt : undefined,
    out: 'extending' in phase && phase.extending !== undefined,
    latch: phase.kind === 'latched' ? bench.pen?.telemetry?.latch : undefined,
    clearing: phase.kind === 'latched' && phase.clearing !== undefined,
    stoppedBy: phase.kind === 'stopped' ? phase.why : undefined,
    byHand: bench.gauge.byHand === true,
    pointsUm: plan.pointsUm,
    seatings: plan.seatings,
    zeroNm: bench.zeroNm,
    readings: bench.depths.map(({ commandedUm, direction, seating, readingNm, by }) => ({
      commandedUm, direction, seating, readingNm, typed: by === 'typed',
    })),
    rates: bench.rates.map(({ commandedCentiHz, measuredCentiHz, expandedCentiHz, by }) => ({
      commandedCentiHz, measuredCentiHz, expandedCentiHz, by,
    })),
    overshoots: bench.overshoots.map(({ rateCentiHz, overshootNm, expandedNm }) => ({
      rateCentiHz, overshootNm, expandedNm,
    })),
    points,
    pen: penOf(bench),
  };
}

function penOf({ pen }: Bench): BenchPenView | undefined {
  if (pen === undefined) return undefined;
  const { serial, telemetry, temperatureDeciC, telemetryAgeMs: ageMs } = pen;
  return {
    serial,
    trigger: telemetry !== undefined && (telemetry.signals & SIGNAL.trigger) !== 0,
    depthUm: telemetry?.depthUm,
    rateCentiHz: telemetry?.rateCentiHz ?? 0,
    strokes: telemetry?.strokes ?? 0,
    temperatureDeciC,
    ageMs,
  };
}
