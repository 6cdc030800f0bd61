// The plan as it is being made at the console, and what admission says of it as it stands. Every
// number here was computed by the host's core; a window shows them and lets nobody enter what lies
// outside `mayAsk`.

import type { AreaName, Side } from '../../protocol/area.ts';
import type { BudgetLeft } from '../../host/core/budget-spent.ts';
import type { AreaTable } from '../../host/core/area-table.ts';
import type { EffectiveLimit } from '../../host/core/effective-limit.ts';
import type { Indication } from '../../host/core/limit-profile.ts';
import type { MayAsk } from '../../host/core/may-ask.ts';
import type { Notice, Refusal } from '../../host/core/refusal.ts';
import type { WholeLeft } from '../../host/core/whole-limit.ts';

export type { AskRange, MayAsk } from '../../host/core/may-ask.ts';

/** What the draft asks for one area. */
export interface DraftArea {
  readonly area: AreaName;
  readonly side: Side;
  readonly sizeMm2: number;
  readonly depthUm: number;
  readonly rateCentiHz: number;
  readonly passes: number;
  readonly indication?: Indication | undefined;
  /** The eye shield is planned: a row at the eye needs this step of its own. */
  readonly eyeProtection: boolean;
  /** Why more than the recommendation is wanted. */
  readonly reason?: string | undefined;
}

/** The plan as it is being made. */
export interface PlanDraft {
  readonly planId: string;
  /** The person's key; it comes with the case file. */
  readonly person: string;
  readonly areas: readonly DraftArea[];
}

/** One area of the draft as admission sees it. */
export interface AreaCheck {
  readonly area: AreaName;
  readonly side: Side;
  readonly eye: boolean;
  /** What the table allows before any pen; undefined where the area has no row. */
  readonly table?: AreaTable | undefined;
  /** What it would run on; undefined while no pen was looked at or something is in the way. */
  readonly limit?: EffectiveLimit | undefined;
  /** The deepest that any needle may reach, and the rule that says so. */
  readonly capUm?: number | undefined;
  readonly left?: BudgetLeft | undefined;
  readonly mayAsk?: MayAsk | undefined;
  readonly refusals: readonly Refusal[];
  readonly notices: readonly Notice[];
}

/** What admission says of the draft. */
export interface PlanCheck {
  /** Nothing stands against it, with the pen that was looked at. */
  readonly admissible: boolean;
  /** All of them, those of the areas too. */
  readonly refusals: readonly Refusal[];
  readonly notices: readonly Notice[];
  /** In the order of the draft. */
  readonly areas: readonly AreaCheck[];
  readonly whole?: WholeLeft | undefined;
  /** What was not looked at, so that nothing is concluded from its silence. */
  readonly notLookedAt: readonly ('pen' | 'journal' | 'case-file')[];
}

/** An area that could be added: what it would be filled with, or why it cannot be. */
export interface AreaOffer {
  readonly area: AreaName;
  readonly side: Side;
  readonly eye: boolean;
  readonly planned: boolean;
  /** What adding it fills in: the table's own recommendation, within what is allowed here. */
  readonly suggested?: DraftArea | undefined;
  /** What stands against this area whatever is asked for it. */
  readonly against: readonly Refusal[];
}
