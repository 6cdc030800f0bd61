// A plan: what somebody wants to be done today, area by area. It asks; it allows nothing.
// A plan's depth is the deepest that any needle may reach, uncertainty included, like the caps.

import type { AreaName, Side } from '../../protocol/area.ts';
import type { CentiHz, Micrometres, SquareMm } from '../../protocol/units.ts';
import type { EnergyAsked } from './energy-facts.ts';
import type { Indication } from './limit-profile.ts';

/** What a plan asks for one area. */
export interface PlannedArea {
  readonly area: AreaName;
  readonly side: Side;
  readonly sizeMm2: SquareMm;
  readonly depthUm: Micrometres;
  readonly rateCentiHz: CentiHz;
  readonly passes: number;
  readonly indication: Indication | undefined;
  readonly eyeProtection: boolean;
  readonly reason: string | undefined;
  /** Radiofrequency beside the needles; none unless it is asked for. */
  readonly energy?: EnergyAsked | undefined;
}

/** A piece of skin: an area and its side. */
export type Skin = Pick<PlannedArea, 'area' | 'side'>;

/** A whole plan for one visit of one person. */
export interface Plan {
  readonly planId: string;
  readonly person: string;
  readonly operator: string;
  readonly areas: readonly PlannedArea[];
}

/** Names one piece of one person's skin: budgets are kept under it, whatever plan spends them. */
export type BudgetKey = `${string}/${AreaName}/${Side}`;

/** The key of a person's skin; neither indication nor plan is part of it. */
export const budgetKey = (person: string, area: AreaName, side: Side): BudgetKey =>
  `${person}/${area}/${side}`;
