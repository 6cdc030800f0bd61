// What a console shows of an admitted area beside its progress: what the plan asked, what the cap
// is, which rule binds it, and what the pen is told in the end. Numbers that admission decided,
// picked out and not computed again.

import type { AreaName, Side } from '../../protocol/area.ts';
import type { AdmittedPlan } from './admit.ts';
import type { LimitReason, RuleId } from './limit-reason.ts';

/** One admitted area as a console shows it. */
export interface AdmittedView {
  readonly area: AreaName;
  readonly side: Side;
  readonly plannedUm: number;
  /** The deepest that any needle may reach, and the rule that says so. */
  readonly capUm: number;
  readonly capRule: RuleId;
  /** What the pen is told: the cap less what the pen may be wrong by. */
  readonly depthUm: number;
  /** The most that the plan may lay, as a mean over the declared area. */
  readonly densityPerCm2: number;
}

/** The true depth that a list of reasons comes to, before the pen's own doubt is taken off. */
export function depthCapUm(reasons: readonly LimitReason[]): number {
  const bounds = reasons.filter(
    ({ quantity, rule }) =>
      quantity === 'depth' && rule !== 'calibration-uncertainty' && rule !== 'pen-step',
  );
  return bounds.length === 0 ? 0 : Math.min(...bounds.map(({ value }) => value));
}

/** The areas of an admitted plan, in its order. */
export const admittedViews = ({ areas }: AdmittedPlan): readonly AdmittedView[] =>
  areas.map(({ planned, limit }) => ({
    area: planned.area,
    side: planned.side,
    plannedUm: planned.depthUm,
    capUm: depthCapUm(limit.reasons),
    capRule: limit.binding.depth,
    depthUm: limit.depthUm,
    densityPerCm2: limit.densityPerCm2,
  }));
