// A stroke rate: the needles run at it for a while, twenty strokes of permission at a time, and
// are counted by the pen's encoder against this computer's clock, or by a tachometer. At the end
// the ceiling is not raised any more, and the run uses itself up: a lease that ran out with the
// finger on the trigger would latch.

import type { Telemetry, Vitals } from '../../../protocol/from-pen.ts';
import type { RefusalReason } from '../../../protocol/reason.ts';
import { CREDIT_MAX, LEASE_MS_MAX, RENEW_MS } from '../../../protocol/timing.ts';
import { centiHz, penMs, strokes, um } from '../../../protocol/units.ts';
import { overshootOf } from '../calibration/overshoot.ts';
import { type Rate, rateByCounter, rateByTachometer } from '../calibration/rate.ts';
import type { Counted, OvershootSample, RateSample } from '../calibration/sample.ts';
import { toNm } from '../gauge/decimal.ts';
import { readLine } from '../gauge/formats.ts';
import { advanceAtRest, motionRefused, phaseAtRest } from './advance.ts';
import { ask, type BenchStep, enter, type RawLine, type Sample, stay } from './event.ts';
import {
  type Bench,
  type Beside,
  type Counting,
  type Doubt,
  type Phase,
  stepNow,
} from './state.ts';
import type { PeakStep, RateStep, Step } from './steps.ts';

type Running = Phase<'counting'>;

/** How long the motor may take to its rate before anything is counted. */
const SPIN_UP_MS = 500;
/** A run that was broken off sooner than this counts for nothing. */
const COUNTED_MS_MIN = 1_000;
/** A line tells of the time since the one before, so the first to count begins well after that. */
const LINE_SPIN_UP_MS = 1_500;
/** How far a tachometer and the pen's own count may lie apart beside their uncertainties. */
const APART_SHARE = 0.02;

/** A rate that nothing was measured of yet. */
export const BEGIN_COUNTING: Counting = {
  ranMs: 0,
  sinceAskMs: Number.POSITIVE_INFINITY,
  asking: undefined,
  from: undefined,
  until: undefined,
  readings: [],
  said: undefined,
  lastCeiling: undefined,
};

const msOf = (counted: readonly Counted[]): number =>
  counted.reduce((total, { elapsedMs }) => total + elapsedMs, 0);

type Runs = RateStep | PeakStep;

const runs = (step: Step | undefined): step is Runs =>
  step?.kind === 'rate' || step?.kind === 'peak';

/** What is commanded, under one name for both. */
const commanded = (step: Runs) =>
  step.kind === 'rate'
    ? { depthUm: step.depthUm, rateCentiHz: step.commandedCentiHz }
    : { depthUm: step.commandedUm, rateCentiHz: step.rateCentiHz };

/** Everything that was counted at this rate: by earlier presses, and by this one so far. */
const allOf = (bench: Bench, { until }: Counting): readonly Counted[] =>
  until === undefined ? bench.counted : [...bench.counted, until];

const isOver = (bench: Bench, step: Runs, counting: Counting): boolean =>
  msOf(allOf(bench, counting)) >= step.seconds * 1_000;

/** Telemetry while strokes run: renewed until it was long enough, and then left to end. */
export function countingHeard(bench: Bench, phase: Running, telemetry: Telemetry): BenchStep {
  const step = stepNow(bench);
  const { counting } = phase;
  if (!runs(step)) return enter(bench, phaseAtRest(bench));
  const { depthUm, rateCentiHz } = commanded(step);
  const standing = telemetry.phase === 'idle' && counting.ranMs > LEASE_MS_MAX;
  if (standing) {
    return isOver(bench, step, counting) ? done(bench, step, counting) : again(bench, counting);
  }
  const due = counting.asking === undefined && counting.sinceAskMs >= RENEW_MS;
  if (!due || telemetry.phase === 'stopping') return stay(bench);
  const over = isOver(bench, step, counting);
  const ceiling = ceilingFor(over, counting, telemetry);
  const asked = ask(bench, {
    kind: 'run',
    depthUm: um(depthUm),
    rateCentiHz: centiHz(rateCentiHz),
    ceiling: strokes(ceiling),
    notAfterPenMs: penMs(telemetry.penMs + LEASE_MS_MAX),
  });
  const lastCeiling = over ? ceiling : undefined;
  const next = { ...counting, asking: asked.ticket, sinceAskMs: 0, lastCeiling };
  return enter(asked.bench, { kind: 'counting', counting: next }, [asked.effect]);
}

/** A few strokes, so that even a slow motor comes to the end of a run within one lease. */
const LAST_STROKES = 3;

const ceilingFor = (over: boolean, counting: Counting, { strokes: now }: Telemetry): number =>
  over ? (counting.lastCeiling ?? now + LAST_STROKES) : now + CREDIT_MAX;

/** The pen would not go on: at the end of a run that is as it should be. */
export function countingRefused(
  bench: Bench,
  { counting }: Running,
  reason: RefusalReason,
): BenchStep {
  if (counting.lastCeiling !== undefined) {
    return enter(bench, { kind: 'counting', counting: { ...counting, asking: undefined } });
  }
  return motionRefused(bench, reason);
}

/** A run that ended too early goes on with a fresh press; what it counted counts. */
function again(bench: Bench, { until }: Counting): BenchStep {
  // An instrument is read in one press or anew: its lines are the ones that followed one another.
  if (instrumentOf(bench, stepNow(bench)) !== undefined) return enter(bench, phaseAtRest(bench));
  const long = until !== undefined && until.elapsedMs >= COUNTED_MS_MIN;
  const kept = long ? { ...bench, counted: [...bench.counted, until] } : bench;
  return enter(kept, phaseAtRest(kept));
}

/** The pen's own count, twice: when the motor is at speed, and whenever it comes after that. */
export function countingVitals(
  bench: Bench,
  { counting }: Running,
  vitals: Vitals,
  atMs: number,
): BenchStep {
  const step = stepNow(bench);
  const counts = runs(step) && counting.ranMs >= SPIN_UP_MS;
  if (!counts || isOver(bench, step, counting)) return stay(bench);
  const from = counting.from ?? { counted: vitals.counted, atMs };
  const elapsedMs = atMs - from.atMs;
  const until = elapsedMs === 0 ? undefined : { counted: vitals.counted - from.counted, elapsedMs };
  return enter(bench, { kind: 'counting', counting: { ...counting, from, until } });
}

/** Who looks at a run beside the pen itself. */
function instrumentOf(bench: Bench, step: Step | undefined): string | undefined {
  if (step?.kind === 'rate') return bench.tachometer?.serial;
  return step?.kind === 'peak' ? bench.peakGauge?.serial : undefined;
}

/** A line of an instrument while the motor is at speed, until the run is let end. */
export function countingLine(bench: Bench, { counting }: Running, line: RawLine): BenchStep {
  const step = stepNow(bench);
  const early = counting.ranMs < LINE_SPIN_UP_MS || counting.lastCeiling !== undefined;
  if (early || line.gauge !== instrumentOf(bench, step)) return stay(bench);
  const isRate = step?.kind === 'rate';
  const read = readLine(isRate ? 'tachometer' : 'peak-hold', line.text);
  if (read.kind !== 'reading') return stay({ ...bench, badLines: bench.badLines + 1 });
  const said = read.unit === (isRate ? 'Hz' : 'mm') ? counting.said : read.unit;
  const value = isRate
    ? Math.round(Number(read.written.digits) * 100)
    : toNm(read.written, 'mm');
  const readings = [...counting.readings, { value, line: line.n }];
  return enter(bench, { kind: 'counting', counting: { ...counting, readings, said } });
}

/** The run is over and the needles are in: what was measured, or what there is to doubt. */
function done(bench: Bench, step: Runs, counting: Counting): BenchStep {
  const came = step.kind === 'rate'
    ? rateCame(bench, step, counting)
    : peakCame(bench, step, counting);
  if (came === undefined) return again(bench, counting);
  if ('code' in came) return enter(bench, { kind: 'doubting', doubt: came, extending: undefined });
  const next = 'overshootNm' in came
    ? { ...bench, overshoots: [...bench.overshoots, came], still: undefined }
    : { ...bench, rates: [...bench.rates, came] };
  return advanceAtRest(next, [{ kind: 'sampled', sample: came }]);
}

type Came<Of extends Sample> = Of | Doubt | undefined;

const silent = (which: Beside): Doubt => ({ code: 'instrument-silent', which });

function rateCame(bench: Bench, step: RateStep, counting: Counting): Came<RateSample> {
  const { tachometer } = bench;
  const { series, commandedCentiHz } = step;
  const counted = allOf(bench, counting);
  const byPen = rateByCounter(counted);
  const where = { series, commandedCentiHz };
  if (tachometer === undefined) {
    const instrument = bench.pen?.serial ?? '';
    return byPen
      && { ...where, ...byPen, by: 'pen-counter', instrument, lines: [], runs: counted };
  }
  if (counting.said !== undefined) return { code: 'unit-jumped', said: counting.said };
  const values = counting.readings.map(({ value }) => value);
  const rate = rateByTachometer(values, tachometer.expandedCentiHz);
  if (rate === undefined) return silent('tachometer');
  if (byPen !== undefined && areApart(rate, byPen)) {
    return {
      code: 'rates-disagree',
      tachometerCentiHz: rate.measuredCentiHz,
      counterCentiHz: byPen.measuredCentiHz,
    };
  }
  const lines = counting.readings.map(({ line }) => line);
  const { serial: instrument } = tachometer;
  return { ...where, ...rate, by: 'tachometer', instrument, lines, runs: [] };
}

/** Two marks on the shaft, or a line that lost its first digit, look like another rate. */
const areApart = (one: Rate, other: Rate): boolean =>
  Math.abs(one.measuredCentiHz - other.measuredCentiHz)
  > one.expandedCentiHz + other.expandedCentiHz + other.measuredCentiHz * APART_SHARE;

function peakCame(bench: Bench, step: PeakStep, counting: Counting): Came<OvershootSample> {
  const { peakGauge, still } = bench;
  if (peakGauge === undefined || still === undefined) return silent('peak sensor');
  if (counting.said !== undefined) return { code: 'unit-jumped', said: counting.said };
  const overshootNm = overshootOf(counting.readings.map(({ value }) => value), still.nm);
  if (overshootNm === undefined) return silent('peak sensor');
  return {
    series: step.series,
    commandedUm: step.commandedUm,
    rateCentiHz: step.rateCentiHz,
    overshootNm,
    expandedNm: peakGauge.expandedNm,
    instrument: peakGauge.serial,
    stillNm: still.nm,
    stillLines: still.lines,
    lines: counting.readings.map(({ line }) => line),
  };
}
