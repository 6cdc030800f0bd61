// How many strokes an area may receive: from punctures per square centimetre, size and needles to
// whole strokes, per pass and in all. Density is a mean over the declared size; what one spot may
// receive is bounded by credit and dwell instead.

import { strokes, type SquareMm, type Strokes } from '../../protocol/units.ts';
import type { LimitRow, Modifier } from './limit-profile.ts';
import { type Bound, type LimitReason, meet, reasonsOf, type RuleId } from './limit-reason.ts';
import { densityProduct, passesAfter } from './modifiers.ts';
import { scaleDown } from './ratio.ts';

/** A whole number with the rule that binds it and the list behind it. */
export interface NumberLimit {
  readonly value: number;
  readonly binding: RuleId;
  readonly reasons: readonly LimitReason[];
}

/** The rules by which the recommended density of a row becomes its cap. */
export type RecommendedDensityRule = 'first-visit' | 'no-recorded-reason';

/** Punctures per square centimetre over all passes of a visit, floored once. */
export function densityLimit(
  row: LimitRow,
  recommendedBy: Iterable<RecommendedDensityRule>,
  modifiers: readonly Modifier[],
): NumberLimit {
  const { max, recommended } = row.densityPerCm2;
  const capped = [...new Set(recommendedBy)].map((rule): Bound => ({ rule, value: recommended }));
  const base = meet([{ rule: row.rule, value: max }, ...capped]);
  const value = scaleDown(base.value, densityProduct(modifiers), 1);
  const [reducing] = modifiers.filter(({ density }) => density.numerator < density.denominator);
  return {
    value,
    binding: reducing === undefined ? base.rule : `modifier:${reducing.id}`,
    reasons: [
      { quantity: 'density', rule: row.rule, act: 'start', value: max },
      ...reasonsOf('density', capped),
      ...modifiers.map(
        ({ id }): LimitReason => ({
          quantity: 'density',
          rule: `modifier:${id}`,
          act: 'scale',
          value,
        }),
      ),
    ],
  };
}

/** Passes allowed to one person today, before the plan is met. */
export function passesLimit(row: LimitRow, modifiers: readonly Modifier[]): NumberLimit {
  const value = passesAfter(row.passesMax, modifiers);
  const [reducing] = modifiers.filter(({ passesLess }) => passesLess > 0);
  const isReduced = reducing !== undefined && value < row.passesMax;
  return {
    value,
    binding: isReduced ? `modifier:${reducing.id}` : row.rule,
    reasons: [
      { quantity: 'passes', rule: row.rule, act: 'start', value: row.passesMax },
      ...modifiers
        .filter(({ passesLess }) => passesLess > 0)
        .map(
          ({ id }): LimitReason => ({
            quantity: 'passes',
            rule: `modifier:${id}`,
            act: 'subtract',
            value,
          }),
        ),
    ],
  };
}

/** What the strokes of an area are made of. */
export interface StrokeQuestion {
  readonly densityPerCm2: number;
  readonly densityPerPassPerCm2: number;
  readonly passes: number;
  readonly sizeMm2: SquareMm;
  readonly needleCount: number;
}

/** Strokes of an area: per pass, and over all passes of the visit. */
export interface StrokeLimit {
  readonly perPass: Strokes;
  readonly total: Strokes;
  readonly binding: RuleId;
  readonly reasons: readonly LimitReason[];
}

const MM2_PER_CM2 = 100;

const strokesFor = (perCm2: number, of: StrokeQuestion, shares: number): number =>
  Math.floor((perCm2 * of.sizeMm2) / (MM2_PER_CM2 * of.needleCount * shares));

/** Whole strokes per pass and in all: a share of the density, never more than a pass may lay. */
export function strokeLimit(of: StrokeQuestion): StrokeLimit {
  const bounds: readonly Bound[] = [
    { rule: 'per-pass', value: strokesFor(of.densityPerPassPerCm2, of, 1) },
    // S-06: the cap on punctures per cm2, over the size that was declared, in whole strokes.
    { rule: 'density', value: strokesFor(of.densityPerCm2, of, of.passes) },
  ];
  const perPass = meet(bounds);
  const whole = strokesFor(of.densityPerCm2, of, 1);
  return {
    perPass: strokes(perPass.value),
    total: strokes(Math.min(whole, perPass.value * of.passes)),
    binding: perPass.rule,
    reasons: reasonsOf('strokes-per-pass', bounds),
  };
}
