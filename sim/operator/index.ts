/**
 * The door of the operator: whoever holds the pen, automatic or scripted, is stepped the same way.
 */
import type { Hand } from '../plant/index.ts';
import { automaticStep, type AutomaticHand, type HandSees } from './automatic-hand.ts';
import { scriptedStep, type ScriptedHand } from './scripted-hand.ts';

export { automaticHand } from './automatic-hand.ts';
export type { AutomaticHand, HandSees } from './automatic-hand.ts';
export { HASTY_HAND, HEAVY_HAND, STEADY_HAND } from './hand-style.ts';
export type { HandStyle } from './hand-style.ts';
export { scriptedHand } from './scripted-hand.ts';
export type { HandAction, ScriptedHand } from './scripted-hand.ts';

/** Whoever holds the pen. */
export type Operator = AutomaticHand | ScriptedHand;

/** Brings an operator forward in time; the hand is what the plant feels from now on. */
export function handStep(
  state: Operator,
  seen: HandSees,
  elapsedMs: number,
): { readonly state: Operator; readonly hand: Hand } {
  const after =
    state.kind === 'automatic'
      ? automaticStep(state, seen, elapsedMs)
      : scriptedStep(state, elapsedMs);
  return { state: after, hand: after.hand };
}
