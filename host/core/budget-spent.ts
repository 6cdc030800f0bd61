// What a person's skin has already received, as the journal of this installation tells it, and what
// that leaves. Spending is subtracted from a fresh limit; it is never forgotten by a new plan.
// Punctures are what is kept, not strokes: a continuation may use a cartridge with more needles.

import { assert } from '../../protocol/assert.ts';
import type { SquareMm } from '../../protocol/units.ts';
import { ms, type Milliseconds, strokes, type Strokes } from '../../protocol/units.ts';
import type { Day } from './day.ts';
import type { EnergySpent } from './energy-facts.ts';
import type { BudgetKey } from './plan.ts';

/** When one piece of skin was treated, and what it received today, unknowns at their worst. */
export interface SpentArea {
  /** Every day of treatment that the journal still knows, today included. */
  readonly treatedOn: readonly Day[];
  readonly punctures: number;
  readonly passes: number;
  readonly contactMs: number;
  /** The smallest size declared for it today: a budget does not grow by declaring more skin. */
  readonly sizeMm2: SquareMm;
  readonly energy?: EnergySpent;
}

/** What was spent today on the face and on the rest, for the limits of a whole treatment. */
export interface SpentToday {
  readonly faceNeedleOnMs: number;
  readonly bodyNeedleOnMs: number;
  readonly facePunctures: number;
  readonly bodyPunctures: number;
}

/** One person's spending, over all plans and hosts of an installation. */
export interface BudgetSpent {
  readonly areas: Readonly<Partial<Record<BudgetKey, SpentArea>>>;
  readonly today: SpentToday;
}

/** Nobody has spent anything. */
export const NOTHING_SPENT: BudgetSpent = {
  areas: {},
  today: { faceNeedleOnMs: 0, bodyNeedleOnMs: 0, facePunctures: 0, bodyPunctures: 0 },
};

/** What is left of one area's limits. */
export interface BudgetLeft {
  readonly strokes: Strokes;
  readonly punctures: number;
  readonly passes: number;
  readonly contactMs: Milliseconds;
}

interface AreaBudget {
  readonly strokesTotal: number;
  readonly passes: number;
  readonly contactMs: number;
}

const left = (limit: number, spent: number): number => Math.max(0, limit - spent);

/** Subtracts what one piece of skin received today from the limits of its area. */
export function budgetLeft(
  limit: AreaBudget,
  spent: SpentArea | undefined,
  needleCount: number,
): BudgetLeft {
  assert(needleCount > 0, 'a patient cartridge has needles');
  // S-04: what the same skin has had today is taken off, in punctures.
  const punctures = left(limit.strokesTotal * needleCount, spent?.punctures ?? 0);
  return {
    punctures,
    strokes: strokes(Math.floor(punctures / needleCount)),
    passes: left(limit.passes, spent?.passes ?? 0),
    contactMs: ms(left(limit.contactMs, spent?.contactMs ?? 0)),
  };
}
