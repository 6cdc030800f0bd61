// What a console shows of an admitted area beside its progress: what the plan asked, what the cap
// is, which rule binds it, and what the pen is told in the end. Numbers that admission decided,
// picked out and not computed again.

import type { AreaName, Side } from '../../protocol/area.ts';
import type { AdmittedPlan } from './admit.ts';
import { depthCapUm } from './depth-cap.ts';
import type { RuleId } from './limit-reason.ts';
import type { ShakenLimit } from './when-shaken.ts';

/** One admitted area as a console shows it. */
export interface AdmittedView {
  readonly area: AreaName;
  readonly side: Side;
  readonly plannedUm: number;
  /** The deepest that any needle may reach, and the rule that says so. */
  readonly capUm: number;
  readonly capRule: RuleId;
  /** The cap once the pen was shaken; undefined where the area is closed then. */
  readonly shakenCapUm: number | undefined;
  /** What the pen is told: the cap less what the pen may be wrong by. */
  readonly depthUm: number;
  /** The most that the plan may lay, as a mean over the declared area. */
  readonly densityPerCm2: number;
}

/** The areas of an admitted plan, in its order. */
export const admittedViews = (
  { areas }: AdmittedPlan,
  shaken: readonly (ShakenLimit | undefined)[],
): readonly AdmittedView[] =>
  areas.map(({ planned, limit }, index) => ({
    area: planned.area,
    side: planned.side,
    plannedUm: planned.depthUm,
    capUm: depthCapUm(limit.reasons),
    capRule: limit.binding.depth,
    shakenCapUm: shaken[index]?.capUm,
    depthUm: limit.depthUm,
    densityPerCm2: limit.densityPerCm2,
  }));
