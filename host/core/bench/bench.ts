// The bench machine: a calibration, something that happens, and the time that has passed go in; the
// calibration as it stands then, and what is wanted of pen and record, come out. It grows older
// first, then looks for what must end whatever it does, and only then reacts.

import { PAGE } from '../../../protocol/from-pen.ts';
import type { CalibrationPlan } from '../calibration/plan.ts';
import type { Series } from '../calibration/sample.ts';
import { phaseAtRest } from './advance.ts';
import { type Answer, ask, type BenchEvent, type BenchStep, enter, stay } from './event.ts';
import { goneDoubt } from './gone.ts';
import { MATRIX, type Row } from './matrix.ts';
import type { Kept } from './resume.ts';
import type {
  Bench,
  BenchForceGauge,
  BenchGauge,
  BenchPeakGauge,
  BenchPen,
  BenchTachometer,
  Extending,
  Phase,
  PhaseKind,
} from './state.ts';
import { stepsOf } from './steps.ts';

/** What a series of a calibration starts from. */
export interface BenchStart {
  readonly plan: CalibrationPlan;
  readonly series: Series;
  readonly gauge: BenchGauge;
  readonly tachometer: BenchTachometer | undefined;
  readonly peakGauge?: BenchPeakGauge | undefined;
  readonly forceGauge?: BenchForceGauge | undefined;
  /** What was measured before, if it goes on after a break. */
  readonly before?: Pick<Bench, 'at' | 'zeroNm' | 'zeroLines' | keyof Kept>;
}

/** A bench before its pen is there. */
export const newBench = ({ plan, series, gauge, before, ...beside }: BenchStart): Bench => ({
  phase: { kind: 'unlinked' },
  plan,
  series,
  steps: stepsOf(plan, series),
  at: before?.at ?? 0,
  gauge,
  tachometer: beside.tachometer,
  peakGauge: beside.peakGauge,
  forceGauge: beside.forceGauge,
  zeroNm: before?.zeroNm,
  zeroLines: before?.zeroLines ?? [],
  depths: before?.depths ?? [],
  rates: before?.rates ?? [],
  overshoots: before?.overshoots ?? [],
  forces: before?.forces ?? [],
  still: undefined,
  pen: undefined,
  tableBefore: undefined,
  counted: [],
  nextTicket: 1,
  badLines: 0,
});

/** One step of the bench. */
export function benchStep(bench: Bench, event: BenchEvent, elapsedMs: number): BenchStep {
  const aged = elapsedMs === 0 ? bench : growOlder(bench, elapsedMs);
  switch (event.kind) {
    case 'linked':
      return linked(aged, event.serial);
    case 'link-lost':
      return unlinked(aged);
    case 'gauge-gone':
      return gaugeGone(aged, event.gauge);
    case 'stop':
      return stopped(aged, event.why);
    case 'heard':
      return heard(aged, event);
    case 'vitals': {
      const warm = warmed(aged, event.vitals.temperatureDeciC);
      return dispatch(warm, warm.phase, event);
    }
    case 'answered': {
      const told = tableTold(aged, event.answer);
      const step = dispatch(told.bench, told.bench.phase, event);
      return { bench: step.bench, effects: [...told.effects, ...step.effects] };
    }
    case 'line':
    case 'confirm':
    case 'back':
    case 'write':
    case 'tick':
      return dispatch(aged, aged.phase, event);
  }
}

type InRow = Extract<
  BenchEvent,
  {
    readonly kind:
      'heard' | 'vitals' | 'answered' | 'line' | 'confirm' | 'back' | 'write' | 'tick';
  }
>;

/** Lets the row of the present phase react. */
function dispatch<Kind extends PhaseKind>(
  bench: Bench,
  phase: Phase<Kind>,
  event: InRow,
): BenchStep {
  const row: Row<Kind> = MATRIX[phase.kind];
  switch (event.kind) {
    case 'heard':
      return row.heard(bench, phase, event.telemetry);
    case 'vitals':
      return row.vitals(bench, phase, event.vitals, event.atMs);
    case 'answered':
      return row.answered(bench, phase, event.ticket, event.answer);
    case 'line':
      return row.line(bench, phase, event.line);
    case 'confirm':
      return row.confirm(bench, phase);
    case 'back':
      return row.back(bench, phase);
    case 'write':
      return row.write(bench, phase, event.table);
    case 'tick':
      return row.tick(bench, phase);
  }
}

function growOlder(bench: Bench, elapsedMs: number): Bench {
  const pen = bench.pen && {
    ...bench.pen,
    telemetryAgeMs: bench.pen.telemetryAgeMs + elapsedMs,
  };
  return { ...bench, pen, phase: olderPhase(bench.phase, elapsedMs) };
}

const olderExtending = (extending: Extending, elapsedMs: number): Extending => ({
  ...extending,
  thereMs: extending.thereMs + elapsedMs,
  sinceAskMs: extending.sinceAskMs + elapsedMs,
});

function olderPhase(phase: Phase, elapsedMs: number): Phase {
  switch (phase.kind) {
    case 'extending':
    case 'release':
      return { ...phase, extending: olderExtending(phase.extending, elapsedMs) };
    case 'doubting':
      return phase.extending === undefined
        ? phase
        : { ...phase, extending: olderExtending(phase.extending, elapsedMs) };
    case 'counting': {
      const { counting } = phase;
      const ranMs = counting.ranMs + elapsedMs;
      const sinceAskMs = counting.sinceAskMs + elapsedMs;
      return { kind: 'counting', counting: { ...counting, ranMs, sinceAskMs } };
    }
    case 'pressing':
      return { ...phase, waitedMs: phase.waitedMs + elapsedMs };
    case 'writing': {
      const { writing } = phase;
      return { ...phase, writing: { ...writing, sinceMs: writing.sinceMs + elapsedMs } };
    }
    case 'unlinked':
    case 'zeroing':
    case 'seating':
    case 'hold':
    case 'latched':
    case 'measured':
    case 'written':
    case 'stopped':
      return phase;
  }
}

const NEW_PEN: Omit<BenchPen, 'serial'> = {
  telemetry: undefined,
  telemetryAgeMs: 0,
  lagMs: undefined,
  temperatureDeciC: 0,
};

/** A pen is there: the first, or the one that was there before; another ends the calibration. */
function linked(bench: Bench, serial: string): BenchStep {
  if (bench.phase.kind === 'stopped') return stay(bench);
  if (bench.pen !== undefined && bench.pen.serial !== serial) {
    return enter(bench, { kind: 'stopped', why: 'pen-swapped' });
  }
  const asked = ask({ ...bench, pen: { ...NEW_PEN, serial } }, { kind: 'read', page: PAGE.table });
  const met = asked.bench;
  const phase: Phase = met.zeroNm === undefined
    ? { kind: 'zeroing', steady: { recent: [] } }
    : phaseAtRest(met);
  return enter(met, phase, [asked.effect]);
}

/** The first table that a pen tells is the one that it had. */
function tableTold(bench: Bench, answer: Answer): BenchStep {
  if (answer.kind !== 'table' || bench.tableBefore !== undefined) return stay(bench);
  const { kind: _kind, request: _request, check: _check, ...table } = answer;
  return { bench: { ...bench, tableBefore: table }, effects: [{ kind: 'found', table }] };
}

/** What was asked of a pen that is gone is asked again of the one that comes back. */
const unlinked = (bench: Bench): BenchStep =>
  OVER.has(bench.phase.kind) ? stay(bench) : enter(bench, { kind: 'unlinked' });

const OVER: ReadonlySet<PhaseKind> = new Set(['stopped', 'written']);

/** A gauge that was pulled out in the middle: needles in at once, then a person looks. */
function gaugeGone(bench: Bench, gauge: string): BenchStep {
  const { phase } = bench;
  if (OVER.has(phase.kind) || phase.kind === 'unlinked') return stay(bench);
  const doubt = goneDoubt(bench, gauge);
  if (doubt === undefined) return stay(bench);
  const extending = 'extending' in phase ? phase.extending : undefined;
  return enter(bench, { kind: 'doubting', doubt, extending });
}

const MOVING: ReadonlySet<PhaseKind> = new Set([
  'extending', 'release', 'counting', 'doubting',
]);

/** A person has had enough: needles that may be out are stopped, and nothing is asked any more. */
const stopped = (bench: Bench, why: string): BenchStep =>
  enter(
    bench,
    { kind: 'stopped', why },
    MOVING.has(bench.phase.kind) ? [{ kind: 'stop' }] : [],
  );

const warmed = (bench: Bench, temperatureDeciC: number): Bench =>
  bench.pen === undefined ? bench : { ...bench, pen: { ...bench.pen, temperatureDeciC } };

type Heard = Extract<BenchEvent, { readonly kind: 'heard' }>;

function heard(bench: Bench, event: Heard): BenchStep {
  const { pen, phase } = bench;
  if (pen === undefined || phase.kind === 'unlinked' || phase.kind === 'stopped') {
    return stay(bench);
  }
  const { telemetry, lagMs } = event;
  const met = { ...bench, pen: { ...pen, telemetry, telemetryAgeMs: 0, lagMs } };
  if (telemetry.latch !== 'none' && phase.kind !== 'latched') {
    const doubt = phase.kind === 'doubting' ? phase.doubt : undefined;
    return enter(met, { kind: 'latched', clearing: undefined, doubt });
  }
  return dispatch(met, phase, event);
}
