// The bench as a table: whatever it is waiting for meets whatever can happen. An empty cell does
// not compile. What holds in every phase (a lost link, a latch, a stop) is bench.ts's.

import type { CalibrationTable } from '../../../protocol/table.ts';
import type { Telemetry, Vitals } from '../../../protocol/from-pen.ts';
import { motionRefused, stepBack } from './advance.ts';
import { countingHeard, countingLine, countingRefused, countingVitals } from './counting.ts';
import { type Answer, type BenchStep, enter, type RawLine, stay } from './event.ts';
import { extendingHeard, extendingLine, extendingTicked } from './extending.ts';
import { pressingLine, pressingTicked } from './pressing.ts';
import {
  clearLatch,
  holdHeard,
  latchAnswered,
  lookedAt,
  seated,
  write,
  writingAnswered,
  writingTicked,
  zeroingLine,
} from './resting.ts';
import type { Bench, Phase, PhaseKind } from './state.ts';

/** Everything that a phase can meet. */
export interface Row<Kind extends PhaseKind> {
  readonly heard: (bench: Bench, phase: Phase<Kind>, telemetry: Telemetry) => BenchStep;
  readonly vitals: (
    bench: Bench, phase: Phase<Kind>, vitals: Vitals, atMs: number,
  ) => BenchStep;
  readonly answered: (
    bench: Bench, phase: Phase<Kind>, ticket: number, answer: Answer,
  ) => BenchStep;
  readonly line: (bench: Bench, phase: Phase<Kind>, line: RawLine) => BenchStep;
  readonly confirm: (bench: Bench, phase: Phase<Kind>) => BenchStep;
  readonly back: (bench: Bench, phase: Phase<Kind>) => BenchStep;
  readonly write: (bench: Bench, phase: Phase<Kind>, table: CalibrationTable) => BenchStep;
  readonly tick: (bench: Bench, phase: Phase<Kind>) => BenchStep;
}

const notNow = (bench: Bench): BenchStep => ({
  bench,
  effects: [{ kind: 'refused', reason: 'not-now' }],
});

/** Waits: nothing but what a row names makes a difference. */
const WAITS = {
  heard: stay, vitals: stay, answered: stay, line: stay, confirm: stay, back: stay, write: notNow,
  tick: stay,
} as const;

/** Whatever a bench waits for, against whatever happens. */
export const MATRIX: { readonly [Kind in PhaseKind]: Row<Kind> } = {
  unlinked: WAITS,
  zeroing: { ...WAITS, line: zeroingLine },
  seating: { ...WAITS, confirm: seated, back: stepBack },
  hold: { ...WAITS, heard: holdHeard, back: stepBack },
  extending: {
    ...WAITS,
    heard: extendingHeard,
    answered: (bench, phase, _ticket, answer) =>
      answer.kind === 'outcome' && answer.outcome === 'refused'
        ? motionRefused(bench, answer.reason)
        : enter(bench, { ...phase, extending: { ...phase.extending, asking: undefined } }),
    line: extendingLine,
    back: stepBack,
    tick: extendingTicked,
  },
  counting: {
    ...WAITS,
    heard: countingHeard,
    vitals: countingVitals,
    answered: (bench, phase, _ticket, answer) =>
      answer.kind === 'outcome' && answer.outcome === 'refused'
        ? countingRefused(bench, phase, answer.reason)
        : enter(bench, { ...phase, counting: { ...phase.counting, asking: undefined } }),
    line: countingLine,
  },
  pressing: { ...WAITS, line: pressingLine, tick: pressingTicked, back: stepBack },
  release: {
    ...WAITS,
    heard: extendingHeard,
    answered: (bench, phase) =>
      enter(bench, { ...phase, extending: { ...phase.extending, asking: undefined } }),
    back: stepBack,
  },
  doubting: {
    ...WAITS,
    heard: (bench, phase, telemetry) =>
      phase.extending === undefined
        ? stay(bench)
        : extendingHeard(bench, { ...phase, extending: phase.extending }, telemetry),
    answered: (bench, phase) =>
      phase.extending === undefined
        ? stay(bench)
        : enter(bench, { ...phase, extending: { ...phase.extending, asking: undefined } }),
    confirm: (bench, phase) => (phase.extending === undefined ? lookedAt(bench) : notNow(bench)),
    back: (bench, phase) => (phase.extending === undefined ? stepBack(bench) : notNow(bench)),
  },
  latched: { ...WAITS, answered: latchAnswered, confirm: clearLatch },
  measured: {
    ...WAITS,
    back: stepBack,
    write: (bench, _phase, table) => write(bench, table),
  },
  writing: {
    ...WAITS,
    answered: (bench, { writing }, ticket, answer) =>
      writingAnswered(bench, writing, ticket, answer),
    tick: (bench, { writing }) => writingTicked(bench, writing),
  },
  written: { ...WAITS, write: (bench, _phase, table) => write(bench, table) },
  stopped: WAITS,
};
