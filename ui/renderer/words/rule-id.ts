// How the catalogue names the rules that bind a number: rows by one text with a hole, reductions
// without their prefix, every other rule by its own name.

import type { ModifierId, RuleId } from '../../../host/core/limit-reason.ts';

/** A rule whose text has no hole. */
export type PlainRule =
  | ModifierId
  | Exclude<RuleId, `row:${string}` | `site-row:${string}` | `modifier:${string}`>;

/** The key of a rule in the catalogue, and the row that it names, if it is one. */
export function ruleKey(rule: RuleId): { readonly name: string; readonly row: string } {
  const colon = rule.indexOf(':');
  if (colon < 0) return { name: rule, row: '' };
  const [kind, rest] = [rule.slice(0, colon), rule.slice(colon + 1)];
  return kind === 'modifier' ? { name: rest, row: '' } : { name: kind, row: rest };
}
