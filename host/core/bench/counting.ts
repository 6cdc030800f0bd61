// A stroke rate: the needles run at it for a while, twenty strokes of permission at a time, and
// are counted by the pen's encoder against this computer's clock, or by a tachometer. At the end
// the ceiling is not raised any more, and the run uses itself up: a lease that ran out with the
// finger on the trigger would latch.

import type { Telemetry, Vitals } from '../../../protocol/from-pen.ts';
import type { RefusalReason } from '../../../protocol/reason.ts';
import { CREDIT_MAX, LEASE_MS_MAX, RENEW_MS } from '../../../protocol/timing.ts';
import { centiHz, penMs, strokes, um } from '../../../protocol/units.ts';
import type { RateSample } from '../calibration/sample.ts';
import { mean } from '../calibration/statistics.ts';
import { readLine } from '../gauge/formats.ts';
import { advanceAtRest, motionRefused, phaseAtRest } from './advance.ts';
import { ask, type BenchStep, enter, type RawLine, stay } from './event.ts';
import { type Bench, type Counted, type Counting, type Phase, stepNow } from './state.ts';
import type { RateStep } from './steps.ts';

type Running = Phase<'counting'>;

/** How long the motor may take to its rate before anything is counted. */
const SPIN_UP_MS = 500;
/** A run that was broken off sooner than this counts for nothing. */
const COUNTED_MS_MIN = 1_000;
/** How late this computer may be in hearing of a count, at either end of the time. */
const HEARING_MS = 20;

/** A rate that nothing was measured of yet. */
export const BEGIN_COUNTING: Counting = {
  ranMs: 0,
  sinceAskMs: Number.POSITIVE_INFINITY,
  asking: undefined,
  from: undefined,
  until: undefined,
  readings: [],
  lastCeiling: undefined,
};

const msOf = (counted: readonly Counted[]): number =>
  counted.reduce((total, { elapsedMs }) => total + elapsedMs, 0);

/** Everything that was counted at this rate: by earlier presses, and by this one so far. */
const allOf = (bench: Bench, { until }: Counting): readonly Counted[] =>
  until === undefined ? bench.counted : [...bench.counted, until];

const isOver = (bench: Bench, step: RateStep, counting: Counting): boolean =>
  msOf(allOf(bench, counting)) >= step.seconds * 1_000;

/** Telemetry while strokes run: renewed until it was long enough, and then left to end. */
export function countingHeard(bench: Bench, phase: Running, telemetry: Telemetry): BenchStep {
  const step = stepNow(bench);
  const { counting } = phase;
  if (step?.kind !== 'rate') return enter(bench, phaseAtRest(bench));
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
    depthUm: um(step.depthUm),
    rateCentiHz: centiHz(step.commandedCentiHz),
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
  const counts = step?.kind === 'rate' && counting.ranMs >= SPIN_UP_MS;
  if (!counts || isOver(bench, step, counting)) return stay(bench);
  const from = counting.from ?? { counted: vitals.counted, atMs };
  const elapsedMs = atMs - from.atMs;
  const until = elapsedMs === 0 ? undefined : { counted: vitals.counted - from.counted, elapsedMs };
  return enter(bench, { kind: 'counting', counting: { ...counting, from, until } });
}

/** A line of a tachometer while the motor is at speed. */
export function countingLine(bench: Bench, { counting }: Running, line: RawLine): BenchStep {
  if (counting.ranMs < SPIN_UP_MS) return stay(bench);
  const read = readLine('tachometer', line.text);
  if (read.kind !== 'reading' || read.unit !== 'Hz') return stay(bench);
  const reading = { centiHz: Math.round(Number(read.written.digits) * 100), line: line.n };
  const next = { ...counting, readings: [...counting.readings, reading] };
  return enter(bench, { kind: 'counting', counting: next });
}

function done(bench: Bench, step: RateStep, counting: Counting): BenchStep {
  const sample = byTachometer(bench, step, counting) ?? byCounter(bench, step, counting);
  if (sample === undefined) return again(bench, counting);
  const next = { ...bench, rates: [...bench.rates, sample] };
  return advanceAtRest(next, [{ kind: 'sampled', sample }]);
}

function byTachometer(bench: Bench, step: RateStep, counting: Counting): RateSample | undefined {
  const { tachometer } = bench;
  const values = counting.readings.map(({ centiHz: value }) => value);
  if (tachometer === undefined || values.length < 3) return undefined;
  return {
    series: step.series,
    commandedCentiHz: step.commandedCentiHz,
    measuredCentiHz: Math.round(mean(values)),
    expandedCentiHz: tachometer.expandedCentiHz,
    by: 'tachometer',
    instrument: tachometer.serial,
    lines: counting.readings.map(({ line }) => line),
  };
}

/** One stroke more or less at either end of each run, and two ends that were heard of late. */
function byCounter(bench: Bench, step: RateStep, counting: Counting): RateSample | undefined {
  const all = allOf(bench, counting);
  const elapsedMs = msOf(all);
  if (elapsedMs === 0) return undefined;
  const strokesCounted = all.reduce((total, { counted }) => total + counted, 0);
  const rate = (strokesCounted * 100_000) / elapsedMs;
  const late = rate * ((2 * HEARING_MS) / elapsedMs);
  const doubt = all.length * (late + 200_000 / elapsedMs);
  return {
    series: step.series,
    commandedCentiHz: step.commandedCentiHz,
    measuredCentiHz: Math.round(rate),
    expandedCentiHz: Math.ceil(doubt),
    by: 'pen-counter',
    instrument: bench.pen?.serial ?? '',
    lines: [],
  };
}
