// The curve that takes out what a series found. It is read off the measured relation between where
// the depth stop was ordered to and where the needles came, the other way round: which order brings
// them to the depth that is asked for. A straight line if the readings leave no doubt of it, a line
// through every point if they do; never one that turns back.

import { addedUm, CURVE_ADD_UM_MAX, type Curve, curveFault } from '../../../protocol/curve.ts';
import { CURVE_KNOTS_MAX } from '../../../protocol/table.ts';
import { um } from '../../../protocol/units.ts';
import type { Effects } from './effects.ts';
import { fitLine, neverFalling } from './statistics.ts';

/** How the errors lie over the depths. */
export interface Fit {
  readonly kind: 'linear' | 'piecewise';
  readonly offsetNm: number;
  readonly gainPpm: number;
  /** What the line leaves over at each point. */
  readonly residualsNm: readonly number[];
}

/** A curve, or why there is none. */
export type Adjustment =
  | { readonly kind: 'curve'; readonly curve: Curve }
  | { readonly kind: 'too-much'; readonly commandedUm: number; readonly addUm: number }
  /** Deeper commanded is not deeper reached: there is nothing to correct by. */
  | { readonly kind: 'turns-back' };

// A residual beyond three deviations of its mean is no accident of the readings.
const DEMANDS = 3;

/** Fits a line to the errors, and says whether the residuals demand more than a line. */
export function fitOf(effects: Effects): Fit {
  const { points, repeatability } = effects;
  const line = fitLine(
    points.map(({ commandedUm, meanErrorNm }) => [commandedUm * 1_000, meanErrorNm]),
  );
  const residualsNm = points.map(
    ({ commandedUm, meanErrorNm }) =>
      meanErrorNm - line.intercept - line.slope * commandedUm * 1_000,
  );
  const demanding = points.some(({ readings }, index) => {
    const allowedNm = (DEMANDS * repeatability.deviationNm) / Math.sqrt(readings);
    return Math.abs(residualsNm[index] ?? 0) > allowedNm;
  });
  return {
    kind: demanding ? 'piecewise' : 'linear',
    offsetNm: line.intercept,
    gainPpm: line.slope * 1_000_000,
    residualsNm,
  };
}

interface Relation {
  readonly orderedNm: number;
  readonly reachedNm: number;
}

function relationOf(effects: Effects, fit: Fit, before: Curve): readonly Relation[] {
  const { points } = effects;
  const smoothed = points.map(({ commandedUm, meanErrorNm }) =>
    fit.kind === 'linear'
      ? commandedUm * 1_000 + fit.offsetNm + (fit.gainPpm * commandedUm) / 1_000
      : commandedUm * 1_000 + meanErrorNm,
  );
  const reached = neverFalling(smoothed);
  return points.map(({ commandedUm }, index) => ({
    orderedNm: (commandedUm + addedUm(before, commandedUm)) * 1_000,
    reachedNm: reached[index] ?? 0,
  }));
}

/** Which order reaches a depth: between the measured ones on the line, beyond them in parallel. */
function orderFor(relation: readonly Relation[], wantedNm: number): number {
  let before: Relation | undefined;
  for (const here of relation) {
    if (wantedNm <= here.reachedNm) {
      if (before === undefined || here.reachedNm === before.reachedNm) {
        return here.orderedNm + wantedNm - here.reachedNm;
      }
      const share = (wantedNm - before.reachedNm) / (here.reachedNm - before.reachedNm);
      return before.orderedNm + share * (here.orderedNm - before.orderedNm);
    }
    before = here;
  }
  return before === undefined ? wantedNm : before.orderedNm + wantedNm - before.reachedNm;
}

/** The curve that a pen should have instead of the one with which it was measured. */
export function adjustmentFor(effects: Effects, fit: Fit, before: Curve): Adjustment {
  const relation = relationOf(effects, fit, before);
  const depths = effects.points.map(({ commandedUm }) => commandedUm);
  const ends = [depths[0], depths.at(-1)].filter((depth) => depth !== undefined);
  const at = fit.kind === 'linear' && before.length <= 2 ? ends : spacedOut(depths);
  const knots = at.map((commandedUm) => ({
    atUm: um(commandedUm),
    // Rounded down: what is left of an error is rather too shallow than too deep.
    addUm: um(Math.floor((orderFor(relation, commandedUm * 1_000) - commandedUm * 1_000) / 1_000)),
  }));
  const over = knots.find(({ addUm }) => Math.abs(addUm) > CURVE_ADD_UM_MAX);
  if (over !== undefined) return { kind: 'too-much', commandedUm: over.atUm, addUm: over.addUm };
  return curveFault(knots) === undefined
    ? { kind: 'curve', curve: knots }
    : { kind: 'turns-back' };
}

/** As many depths as a curve has knots, both ends among them. */
function spacedOut(depths: readonly number[]): readonly number[] {
  if (depths.length <= CURVE_KNOTS_MAX) return depths;
  const last = depths.length - 1;
  const picked = Array.from({ length: CURVE_KNOTS_MAX }, (_, knot) =>
    Math.round((knot * last) / (CURVE_KNOTS_MAX - 1)),
  );
  return depths.filter((_, index) => picked.includes(index));
}
