// Why a number is what it is. Every effective number carries the rule that binds it and the whole
// list of rules behind it, because a provider who does not see the reason works around the number.
// Meeting is taking the least: it is the only way in which rules are combined here, so the order
// in which they come, and how often, cannot matter.

import { assert } from '../../protocol/assert.ts';

/** A reduction that applies to a person or to a moment. */
export type ModifierId = 'darker-skin' | 'fragile-skin' | 'early-interval';

/** The name of one rule that had a say in a number. */
export type RuleId =
  | `row:${string}`
  | `site-row:${string}`
  | `modifier:${ModifierId}`
  | 'first-visit'
  | 'calibration-out-of-date'
  | 'calibration-shaken'
  | 'calibration-used-up'
  | 'no-recorded-reason'
  | 'table-step'
  | 'mechanical-maximum'
  | 'pen-hardware'
  | 'evaluated-maximum'
  | 'needle-length'
  | 'calibration-uncertainty'
  | 'pen-step'
  | 'zone'
  | 'per-pass'
  | 'density'
  | 'spot-density'
  | 'stationary-contact'
  | 'grant-maximum'
  | 'pen-credit'
  | 'plan';

/** What a limit is about. */
export type Quantity =
  | 'depth'
  | 'rate'
  | 'passes'
  | 'density'
  | 'strokes-per-pass'
  | 'contact'
  | 'hold'
  | 'dwell'
  | 'credit';

/** What a rule did: gave the first number, took the least, multiplied, subtracted, floored. */
export type Act = 'start' | 'meet' | 'scale' | 'subtract' | 'floor';

/** One line of the list behind a number; `value` is the number that the rule brought or left. */
export interface LimitReason {
  readonly quantity: Quantity;
  readonly rule: RuleId;
  readonly act: Act;
  readonly value: number;
}

/** A number that one rule allows. */
export interface Bound {
  readonly rule: RuleId;
  readonly value: number;
}

// A plan that asks for exactly what the table allows is bound by the table, so the plan comes last.
const rank = (rule: RuleId): number => (rule === 'plan' ? 1 : 0);

const tighterFirst = (a: Bound, b: Bound): number =>
  a.value - b.value || rank(a.rule) - rank(b.rule) || (a.rule < b.rule ? -1 : 1);

/** The tightest of some bounds; equal values are named in one fixed order. */
export function meet(bounds: readonly Bound[]): Bound {
  const [tightest] = [...bounds].sort(tighterFirst);
  assert(tightest !== undefined, 'at least one rule bounds a quantity');
  return tightest;
}

/** The bounds as lines of the list, tightest first, each rule once. */
export function reasonsOf(quantity: Quantity, bounds: readonly Bound[]): readonly LimitReason[] {
  const sorted = [...bounds].sort(tighterFirst);
  const isNew = (bound: Bound, index: number): boolean =>
    sorted.findIndex((other) => other.rule === bound.rule) === index;
  return sorted.filter(isNew).map(({ rule, value }) => ({ quantity, rule, act: 'meet', value }));
}
