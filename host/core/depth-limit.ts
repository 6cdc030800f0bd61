// From a row of the table to the depth that a pen may be told. The order is fixed: the row; the
// recommendation where it is the cap; one exact product of reductions, floored once; the least of
// everything else; minus what the pen may be wrong by; floored to what the pen can set.
// Nothing after the first line can make the number larger.

import { assert } from '../../protocol/assert.ts';
import { um, type Micrometres } from '../../protocol/units.ts';
import type { ClassFigure, LimitRow, Modifier } from './limit-profile.ts';
import { type Bound, type LimitReason, meet, reasonsOf, type RuleId } from './limit-reason.ts';
import { depthProduct } from './modifiers.ts';
import type { PenDescription } from './pen-description.ts';
import { floorTo, scaleDown } from './ratio.ts';

/** The step to which the table itself is floored after its reductions. */
export const TABLE_STEP_UM = 50;

/** Up to this depth a certificate's figures for shallow settings apply, above it the others. */
export const LOW_RANGE_UM = 500;

/** A depth with the rule that binds it and the list behind it. */
export interface DepthLimit {
  readonly depthUm: Micrometres;
  readonly binding: RuleId;
  readonly reasons: readonly LimitReason[];
}

/** The rules by which the recommendation of a row becomes its cap. */
export type RecommendedRule =
  | 'first-visit'
  | 'calibration-out-of-date'
  | 'calibration-shaken'
  | 'calibration-used-up';

const line = (rule: RuleId, act: LimitReason['act'], value: number): LimitReason => ({
  quantity: 'depth',
  rule,
  act,
  value,
});

/** What the table allows one person today, before any pen or plan is met. */
export function tableDepth(
  row: LimitRow,
  recommendedBy: Iterable<RecommendedRule>,
  modifiers: readonly Modifier[],
): DepthLimit {
  const start: Bound = { rule: row.rule, value: row.depthUm.max };
  const becauseOf = [...new Set(recommendedBy)].sort();
  const capped = becauseOf.map((rule): Bound => ({ rule, value: row.depthUm.recommended }));
  const base = meet([start, ...capped]);
  const scaled = scaleDown(base.value, depthProduct(modifiers), TABLE_STEP_UM);
  const [reducing] = modifiers.filter(({ depth }) => depth.numerator < depth.denominator);
  const bindingRule: RuleId = reducing === undefined ? base.rule : `modifier:${reducing.id}`;
  return {
    depthUm: um(scaled),
    binding: bindingRule,
    reasons: [
      line(row.rule, 'start', row.depthUm.max),
      ...reasonsOf('depth', capped),
      ...modifiers.map(({ id }) => line(`modifier:${id}`, 'scale', scaled)),
      line('table-step', 'floor', scaled),
    ],
  };
}

/** The deepest that a needle of this pen and this cartridge may reach, by rule. */
export function penBounds(pen: PenDescription): readonly Bound[] {
  const needle = pen.cartridge?.needleLengthUm ?? 0; // no cartridge has no length to reach with
  return [
    { rule: 'pen-hardware', value: pen.depthUmMax },
    { rule: 'evaluated-maximum', value: pen.evaluatedDepthUmMax },
    { rule: 'needle-length', value: needle },
  ];
}

/** The least of the table's depth and every other bound on true depth. */
export function meetDepth(table: DepthLimit, others: readonly Bound[]): DepthLimit {
  // S-01: the least of everything, and nothing after it makes the number larger.
  const bound = meet([{ rule: table.binding, value: table.depthUm }, ...others]);
  const reasons = [...table.reasons, ...reasonsOf('depth', others)];
  return { depthUm: um(bound.value), binding: bound.rule, reasons };
}

/** What a pen may be wrong by, in micrometres, up to the low range and above it. */
export interface DepthUncertainty {
  readonly lowUm: Micrometres;
  readonly highUm: Micrometres;
}

/** The larger of the class figure and what the certificate itself says, overshoot included. */
export function depthUncertainty(pen: PenDescription, figure: ClassFigure): DepthUncertainty {
  const { calibration, overshootUm = 0 } = pen;
  const { biasLowUm, uncertaintyLowUm, biasHighUm, uncertaintyHighUm } = calibration;
  const low = Math.max(figure.lowUm, Math.abs(biasLowUm) + uncertaintyLowUm + overshootUm);
  const high = Math.max(figure.highUm, Math.abs(biasHighUm) + uncertaintyHighUm + overshootUm);
  return { lowUm: um(low), highUm: um(high) };
}

/**
 * The deepest setting that, with all that the pen may be wrong by, still lies within a true depth.
 * A depth just above the low range never yields less than the range itself does: otherwise a
 * tighter plan could yield a deeper setting.
 */
export function settingWithin(trueUm: number, uncertainty: DepthUncertainty): number {
  const { lowUm, highUm } = uncertainty;
  // S-02: the setting with all that the pen may be wrong by lies within the true depth.
  if (trueUm <= LOW_RANGE_UM) return Math.max(0, trueUm - lowUm);
  return Math.max(0, trueUm - Math.max(lowUm, highUm), LOW_RANGE_UM - lowUm);
}

/** The depth that a pen may be told, on its own grid; zero when it cannot set so little. */
export function commandedDepth(
  met: DepthLimit,
  uncertainty: DepthUncertainty,
  pen: PenDescription,
): DepthLimit {
  assert(pen.depthStepUm > 0, 'a pen with a step of zero was refused before');
  const within = settingWithin(met.depthUm, uncertainty);
  // S-01, S-02: down to a step of the pen, never to the nearest.
  const setting = floorTo(within, pen.depthStepUm);
  const depthUm = um(setting < pen.depthUmMin ? 0 : setting);
  const reasons = [
    ...met.reasons,
    line('calibration-uncertainty', 'subtract', within),
    line('pen-step', 'floor', depthUm),
  ];
  return { depthUm, binding: met.binding, reasons };
}
