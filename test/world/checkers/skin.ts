/**
 * Skin remembers: every puncture and every millisecond of contact by the plant's own count, by
 * person, area and side, and the days on which it was treated, whatever any journal says. It
 * outlives hosts, pens, disks and worlds, so that a budget that a restart gave back is seen.
 */
import type { BudgetKey } from '../../../host/core/plan.ts';

/** What a person has had today, for the limits of a whole treatment. */
export interface Today {
  faceMs: number;
  wholeMs: number;
  facePunctures: number;
  wholePunctures: number;
}

/** What pieces of skin have had. */
export interface Skin {
  readonly punctures: Map<BudgetKey, number>;
  readonly contactMs: Map<BudgetKey, number>;
  /** The days before today, counted from 2020-01-01. */
  readonly treatedOn: Map<BudgetKey, readonly number[]>;
  readonly today: Today;
  /** Cartridges that were in somebody else's skin, or on another day. */
  readonly usedCartridges: Set<string>;
}

/** Skin that nobody has touched. */
export const freshSkin = (): Skin => ({
  punctures: new Map(),
  contactMs: new Map(),
  treatedOn: new Map(),
  today: { faceMs: 0, wholeMs: 0, facePunctures: 0, wholePunctures: 0 },
  usedCartridges: new Set(),
});
