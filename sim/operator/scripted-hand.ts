/**
 * A scripted operator: does what a list says, when it says so, and looks at nothing.
 *
 * For stories in which the exact moment is the point; the automatic one is for everything else.
 */
import { HANDS_OFF, type Hand } from '../plant/index.ts';

/** From `atMs` on these parts of the hand are so, until a later action says otherwise. */
export interface HandAction {
  readonly atMs: number;
  readonly hand: Partial<Hand>;
}

/** The memory of a scripted operator. */
export interface ScriptedHand {
  readonly kind: 'scripted';
  readonly nowMs: number;
  /** Those that have not happened, earliest first. */
  readonly actions: readonly HandAction[];
  readonly hand: Hand;
}

/** Begins a script; actions may be given in any order. */
export function scriptedHand(actions: readonly HandAction[]): ScriptedHand {
  const inOrder = actions.toSorted((one, other) => one.atMs - other.atMs);
  return { kind: 'scripted', nowMs: 0, actions: inOrder, hand: HANDS_OFF };
}

/** The next moment of a script. */
export function scriptedStep(state: ScriptedHand, elapsedMs: number): ScriptedHand {
  const nowMs = state.nowMs + elapsedMs;
  let { hand, actions } = state;
  let due = actions[0];
  while (due !== undefined && due.atMs <= nowMs) {
    hand = { ...hand, ...due.hand };
    actions = actions.slice(1);
    due = actions[0];
  }
  return { ...state, nowMs, actions, hand };
}
