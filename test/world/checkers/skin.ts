/**
 * Skin remembers: every puncture by the plant's own count, by person, area and side, whatever any
 * journal says. It outlives hosts, pens, disks and worlds, so that a budget that was given back by
 * a restart is seen.
 */
import type { BudgetKey } from '../../../host/core/plan.ts';

/** What pieces of skin have had. */
export interface Skin {
  readonly punctures: Map<BudgetKey, number>;
}

/** Skin that nobody has touched. */
export const freshSkin = (): Skin => ({ punctures: new Map() });
