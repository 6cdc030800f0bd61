// From one step to the next, and back: which phase a step begins in, given whether the needles are
// out and how deep. Needles that are out go on to the next depth; anything else needs them in, and
// so needs the finger off the trigger first.

import type { RefusalReason } from '../../../protocol/reason.ts';
import { UNSTEADY } from '../gauge/steady.ts';
import { type BenchEffect, type BenchStep, enter, type Sample } from './event.ts';
import { type Bench, type Extending, type Phase, stepNow } from './state.ts';
import type { DepthStep, Step, StillStep } from './steps.ts';

/** The way to a depth, from needles that are in or out so far. */
export function pathTo(
  bench: Bench,
  step: DepthStep | StillStep,
  fromUm: number | undefined,
): readonly number[] {
  const { pointsUm } = bench.plan;
  const deepestUm = pointsUm.at(-1) ?? step.commandedUm;
  const shallowestUm = pointsUm[0] ?? step.commandedUm;
  const { commandedUm, direction } = step;
  // Needles come out from nothing, so whatever is first is come to from above the skin: upwards.
  const fromSide = direction === 'up'
    ? fromUm === undefined || fromUm <= commandedUm
    : fromUm !== undefined && fromUm >= commandedUm;
  const turn = direction === 'up' ? shallowestUm : deepestUm;
  return fromSide || turn === commandedUm ? [commandedUm] : [turn, commandedUm];
}

/** Needles that are told to go somewhere. */
export const setOut = (path: readonly number[]): Extending => ({
  path,
  thereMs: 0,
  sinceAskMs: Number.POSITIVE_INFINITY,
  asking: undefined,
  steady: UNSTEADY,
});

/** The phase in which a step begins while the needles are in. */
export function phaseAtRest(bench: Bench): Phase {
  const step = stepNow(bench);
  if (step === undefined) return { kind: 'measured' };
  if (step.kind === 'seat') return { kind: 'seating' };
  return step.kind === 'force'
    ? { kind: 'pressing', pairs: [], waitedMs: 0 }
    : { kind: 'hold', before: bench.pen?.telemetry?.holdId };
}

/** Goes on to the next step with the needles held out at a depth. */
export function advanceHeld(
  bench: Bench,
  extending: Extending,
  effects: readonly BenchEffect[],
): BenchStep {
  const next = { ...bench, at: bench.at + 1 };
  const step = stepNow(next);
  if (step?.kind !== 'depth') return enter(next, { kind: 'release', extending }, effects);
  const path = pathTo(next, step, extending.path.at(-1));
  const onward = { ...setOut(path), sinceAskMs: extending.sinceAskMs, asking: extending.asking };
  return enter(next, { kind: 'extending', extending: onward }, effects);
}

/** Goes on to the next step with the needles in. */
export const advanceAtRest = (bench: Bench, effects: readonly BenchEffect[] = []): BenchStep => {
  const next = { ...bench, at: bench.at + 1, counted: [] };
  return enter(next, phaseAtRest(next), effects);
};

/** Whether a sample was measured in a step. */
function belongs(step: Step, sample: Sample): boolean {
  if (step.series !== sample.series) return false;
  if ('direction' in sample) {
    return step.kind === 'depth'
      && sample.seating === step.seating
      && sample.repeat === step.repeat
      && sample.direction === step.direction
      && sample.commandedUm === step.commandedUm;
  }
  if ('overshootNm' in sample) {
    return step.kind === 'peak' && sample.rateCentiHz === step.rateCentiHz;
  }
  if ('gaugeMn' in sample) {
    return step.kind === 'force' && sample.commandedMn === step.commandedMn;
  }
  return step.kind === 'rate' && sample.commandedCentiHz === step.commandedCentiHz;
}

/** How much was measured. */
export const countOf = (
  { depths, rates, overshoots, forces }:
    Pick<Bench, 'depths' | 'rates' | 'overshoots' | 'forces'>,
): number => depths.length + rates.length + overshoots.length + forces.length;

/** One step back, with what was measured in it forgotten; the needles have to come in first. */
export function stepBack(bench: Bench): BenchStep {
  if (bench.at === 0) return { bench, effects: [] };
  const at = bench.at - (stepNow({ ...bench, at: bench.at - 1 })?.kind === 'peak' ? 2 : 1);
  const gone = bench.steps.slice(at, bench.at);
  const kept = <One extends Sample>(samples: readonly One[]): readonly One[] =>
    samples.filter((sample) => !gone.some((step) => belongs(step, sample)));
  const [depths, rates] = [kept(bench.depths), kept(bench.rates)];
  const [overshoots, forces] = [kept(bench.overshoots), kept(bench.forces)];
  const count = countOf(bench) - countOf({ depths, rates, overshoots, forces });
  const measured = { depths, rates, overshoots, forces };
  const back = { ...bench, at, ...measured, counted: [], still: undefined };
  const effects: BenchEffect[] = count === 0 ? [] : [{ kind: 'unsampled', count }];
  const { phase } = bench;
  const isOut = phase.kind === 'extending' || phase.kind === 'release';
  return isOut
    ? enter(back, { kind: 'release', extending: phase.extending }, effects)
    : enter(back, phaseAtRest(back), effects);
}

/** Refusals that another press of the trigger mends; any other wants a person to look. */
const PRESS_AGAIN: ReadonlySet<RefusalReason> = new Set([
  'no-trigger', 'stale-hold', 'lease-over', 'nothing-left', 'not-idle', 'not-retracted',
]);

/** The pen would not move. */
export function motionRefused(bench: Bench, reason: RefusalReason): BenchStep {
  if (PRESS_AGAIN.has(reason)) {
    return enter(bench, { kind: 'hold', before: bench.pen?.telemetry?.holdId });
  }
  const doubt = { code: 'pen-refused', reason } as const;
  return enter(bench, { kind: 'doubting', doubt, extending: undefined });
}
