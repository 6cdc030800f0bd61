// Needles held out: permission prolonged every fifty milliseconds, from the pen's own clock, as
// long as a finger holds the trigger; and the gauge read once they stand still. No permission here
// outlives the telemetry that it rests on.

import { SIGNAL, type Telemetry } from '../../../protocol/from-pen.ts';
import { LEASE_MS_MAX, RENEW_MS } from '../../../protocol/timing.ts';
import { penMs, um } from '../../../protocol/units.ts';
import type { DepthSample } from '../calibration/sample.ts';
import { implausible } from '../gauge/plausible.ts';
import { middleNm, type Reading, steadyStep } from '../gauge/steady.ts';
import { advanceHeld, phaseAtRest } from './advance.ts';
import { ask, type BenchStep, enter, type RawLine, stay } from './event.ts';
import { type Reader, readLength } from './length.ts';
import { type Bench, type Doubt, type Extending, type Phase, stepNow } from './state.ts';
import type { Step } from './steps.ts';

/** Phases in which needles may be held out. */
export type Out =
  | Phase<'extending' | 'release'>
  | (Phase<'doubting'> & { readonly extending: Extending });

/** How long the depth stop and the cam may take to come to rest at a depth. */
export const SETTLE_MS = 600;
/** A gauge that finds no steady value for so long is not measuring. */
export const UNSTEADY_MS_MAX = 15_000;
/** Telemetry older than this prolongs nothing. */
const LAG_MS_MAX = 60;

const isHeld = ({ signals }: Telemetry): boolean =>
  (signals & SIGNAL.trigger) !== 0 && (signals & SIGNAL.holdSpent) === 0;

/** Whether this is a press that nobody has used yet. */
export const isFreshHold = (telemetry: Telemetry, before: number | undefined): boolean =>
  isHeld(telemetry) && telemetry.phase === 'idle' && telemetry.holdId !== before;

/** Telemetry while the needles are out: go on, prolong, or find that the finger is gone. */
export function extendingHeard(bench: Bench, phase: Out, telemetry: Telemetry): BenchStep {
  if (!isHeld(telemetry)) return enter(bench, atRest(bench, phase));
  const { extending } = phase;
  const arrived = phase.kind === 'extending'
    && extending.path.length > 1
    && extending.thereMs >= SETTLE_MS;
  const onward = arrived
    ? { ...extending, path: extending.path.slice(1), thereMs: 0 }
    : extending;
  return prolong(bench, { ...phase, extending: onward }, telemetry);
}

const atRest = (bench: Bench, phase: Out): Phase =>
  phase.kind === 'doubting' ? { ...phase, extending: undefined } : phaseAtRest(bench);

function prolong(bench: Bench, phase: Out, telemetry: Telemetry): BenchStep {
  const { extending } = phase;
  const depthUm = extending.path[0];
  const late = bench.pen?.lagMs === undefined || bench.pen.lagMs > LAG_MS_MAX;
  const due = extending.asking === undefined && extending.sinceAskMs >= RENEW_MS;
  if (!due || late || depthUm === undefined) return enter(bench, phase);
  const asked = ask(bench, {
    kind: 'extend',
    depthUm: um(depthUm),
    notAfterPenMs: penMs(telemetry.penMs + LEASE_MS_MAX),
  });
  const next: Extending = { ...extending, asking: asked.ticket, sinceAskMs: 0 };
  return enter(asked.bench, { ...phase, extending: next }, [asked.effect]);
}

/** Who reads the depth of a step, and what it reads on the datum. */
function readerOf(bench: Bench, step: Step): readonly [Reader, number] | undefined {
  if (step.kind === 'depth') return [bench.gauge, bench.zeroNm ?? 0];
  // The sensor's own zero falls out: only the difference to its peaks is used.
  return step.kind === 'still' && bench.peakGauge !== undefined
    ? [{ ...bench.peakGauge, kind: 'peak-hold', unit: 'mm' }, 0]
    : undefined;
}

/** A line of the gauge while the needles stand at their depth. */
export function extendingLine(
  bench: Bench,
  { extending }: Phase<'extending'>,
  line: RawLine,
): BenchStep {
  const step = stepNow(bench);
  const there = extending.path.length === 1 && extending.thereMs >= SETTLE_MS;
  if (!there || (step?.kind !== 'depth' && step?.kind !== 'still')) return stay(bench);
  const reads = readerOf(bench, step);
  if (reads === undefined) return stay(bench);
  const [reader, zeroNm] = reads;
  const read = readLength(reader, line);
  if (read.kind === 'nothing') return stay(bench);
  if (read.kind === 'bad-line') return stay({ ...bench, badLines: bench.badLines + 1 });
  if (read.kind === 'doubt') return doubtful(bench, extending, read.doubt);
  const valueNm = read.valueNm - zeroNm;
  const doubt = implausible(valueNm, step.commandedUm);
  if (doubt !== undefined) return doubtful(bench, extending, doubt);
  const reading = { atMs: line.atMs, valueNm, line: line.n };
  if (read.typed) return taken({ ...bench, badLines: 0 }, extending, [reading], 'typed');
  const steadied = steadyStep(extending.steady, reading);
  const next = { ...extending, steady: steadied.state };
  if (steadied.kind !== 'steady') return enter(bench, { kind: 'extending', extending: next });
  return taken({ ...bench, badLines: 0 }, next, steadied.readings, 'gauge');
}

const doubtful = (bench: Bench, extending: Extending, doubt: Doubt): BenchStep =>
  enter(bench, { kind: 'doubting', doubt, extending });

/** Time goes by at a depth; a gauge that never settles has to be looked at. */
export function extendingTicked(
  bench: Bench,
  phase: Phase<'extending'>,
): BenchStep {
  const { extending } = phase;
  if (extending.thereMs < UNSTEADY_MS_MAX || bench.gauge.byHand === true) return stay(bench);
  const silent = extending.steady.recent.length === 0;
  if (silent && stepNow(bench)?.kind === 'still') {
    return doubtful(bench, extending, { code: 'instrument-silent', which: 'peak sensor' });
  }
  return doubtful(bench, extending, { code: silent ? 'gauge-silent' : 'gauge-unsteady' });
}

function taken(
  bench: Bench,
  extending: Extending,
  readings: readonly Reading[],
  by: DepthSample['by'],
): BenchStep {
  const step = stepNow(bench);
  const lines = readings.map(({ line }) => line);
  if (step?.kind === 'still') {
    return advanceHeld({ ...bench, still: { nm: middleNm(readings), lines } }, extending, []);
  }
  if (step?.kind !== 'depth') return stay(bench);
  const { kind: _kind, ...where } = step;
  const sample: DepthSample = {
    ...where,
    readingNm: middleNm(readings),
    temperatureDeciC: bench.pen?.temperatureDeciC ?? 0,
    gauge: bench.gauge.serial,
    by,
    lines,
  };
  const next = { ...bench, depths: [...bench.depths, sample] };
  return advanceHeld(next, extending, [{ kind: 'sampled', sample }]);
}
