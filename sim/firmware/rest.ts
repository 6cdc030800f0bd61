// What a pen does while its motor has no order to turn: come to rest after a stop, watch that it
// stays at rest, and, when armed, wait for permission whose mark is stored.

import { ARMED_SILENCE_MS, RETRACT_MS_MAX, WRAP_GUARD } from '../../protocol/timing.ts';
import type { Sensed } from '../plant/types.ts';
import { after, type Step, stay } from './event.ts';
import {
  CREEP_STROKES, PARK_MS, QUIET_MS, RUN_OUT_MS, TRAIN_STROKES_MIN,
} from './figures.ts';
import { close, debited, isAtMark, reserve, strayed } from './ledger.ts';
import { doingNext, endArming, latchUp } from './latch.ts';
import { agesAfterEdge, begin, motionOf } from './motion.ts';
import { isSameCartridge, mayMove } from './sense.ts';
import { type Doing, type Firmware, HALT, STILL } from './state.ts';
import { isTooDeep } from './watch.ts';

/**
 * Whether the cam may still run out from before a reset: the mark that the pen booted at was stored
 * far enough ahead to cover that, and debiting it again would be more than any host can explain.
 */
const isCovered = ({ ages, ledger }: Firmware): boolean =>
  ages.penMs < RUN_OUT_MS && !ledger.closed;

/** Strokes without an order: they are debited, reserved for, and soon taken for a runaway. */
function stray(state: Firmware, edges: number): Step {
  const ledger = isCovered(state)
    ? { ...state.ledger, creep: state.ledger.creep + edges }
    : strayed(state.ledger, edges);
  const next = { ...state, ledger, ages: agesAfterEdge(state.ages) };
  const reserved = ledger.strokes > ledger.mark ? reserve(next, ledger.strokes) : stay(next);
  if (ledger.creep < CREEP_STROKES || state.ages.penMs < RUN_OUT_MS) return reserved;
  return after(reserved.effects, latchUp(reserved.state, 'overspeed'));
}

/** Closes the ledger once the cam has stood for a while, and forgets single stray strokes. */
function quieten(state: Firmware): Step {
  const { ledger, ages } = state;
  const done = ledger.closed || isAtMark(state);
  if (ages.edgeMs < QUIET_MS || (done && ledger.creep === 0)) return stay(state);
  const calm = ledger.creep === 0 ? state : { ...state, ledger: { ...ledger, creep: 0 } };
  return done ? stay(calm) : close(calm);
}

/** The brake of a boot is let go once a cam from before has surely been stopped. */
const eased = (state: Firmware): Firmware =>
  state.drive === HALT && state.ages.penMs >= state.make.brakeMsMax
    ? { ...state, drive: STILL }
    : state;

/** A tick of a pen that is idle or latched. */
export function rest(before: Firmware, _doing: Doing, _sensed: Sensed, edges: number): Step {
  const state = eased(before);
  if (edges > 0) return stray(state, edges);
  if (state.ages.outMs > RETRACT_MS_MAX && state.latch.reason === 'none') {
    return latchUp(state, 'not-retracted');
  }
  return quieten(state);
}

/** A tick of a pen that is armed and stands still. */
export function waitArmed(
  state: Firmware,
  doing: Doing<'armed'>,
  sensed: Sensed,
  edges: number,
): Step {
  const { seen, ages } = state;
  if (edges > 0) return stray(state, edges);
  if (!isSameCartridge(seen.cartridge, doing.arming.cartridge)) {
    return latchUp(state, 'cartridge-gone');
  }
  if (ages.outMs > RETRACT_MS_MAX) return latchUp(state, 'not-retracted');
  if (seen.hot) return latchUp(state, 'over-temperature');
  if (seen.empty) return latchUp(state, 'battery-low');
  if (ages.silentMs >= ARMED_SILENCE_MS) return endArming(state);
  return doing.permit === undefined ? quieten(state) : useGrant(state, doing, sensed);
}

/**
 * Uses a grant that was given while the pen stood: at once if its mark is stored, or not at all.
 */
function useGrant(state: Firmware, { arming, permit }: Doing<'armed'>, sensed: Sensed): Step {
  if (permit === undefined) return stay(state);
  const { hold, ages, ledger, seen } = state;
  const over =
    !mayMove(hold)
    || ages.penMs >= permit.notAfterPenMs
    || ages.heldMs >= arming.task.holdMsMax
    || ledger.strokes >= permit.ceiling
    || ages.penMs > WRAP_GUARD;
  // Nothing has moved, so nothing latches: the grant is gone, and the next one may come.
  if (over) return stay({ ...state, doing: { kind: 'armed', arming, permit: undefined } });
  const parked = seen.retracted && ages.edgeMs >= PARK_MS;
  if (ledger.storedMark < permit.ceiling || !parked) return stay(state);
  const { task, cartridge } = arming;
  // Needles that come out may enter although no turn is ever counted: a jammed cam need not
  // stand parked. Each time that they do costs a stroke.
  const leastStrokes = TRAIN_STROKES_MIN;
  const motion = motionOf(state, { task, permit, cartridge, leastStrokes }, sensed.peakUm);
  return stay(begin(state, { kind: 'running', arming, motion }, task.depthUm));
}

/** A tick of a pen that brakes and withdraws; strokes go on being counted. */
export function comeToRest(
  state: Firmware,
  doing: Doing<'stopping'>,
  sensed: Sensed,
  edges: number,
): Step {
  const before = doing.motion;
  const motion = edges === 0 ? before : { ...before, edges: before.edges + edges };
  const ledger = debited(state.ledger, motion, state.ages);
  const next: Firmware =
    edges === 0
      ? state
      : { ...state, ledger, ages: agesAfterEdge(state.ages), doing: { ...doing, motion } };
  // S-14: needles that do not come back latch, with the order to withdraw still standing.
  if (state.ages.outMs > RETRACT_MS_MAX) return stuckOut(next);
  if (state.ages.doingMs < state.make.brakeMsMax || !state.seen.retracted) return stay(next);
  return settle(next, { ...doing, motion }, sensed);
}

/** The needles do not come back: latched, with the order to withdraw still standing. */
function stuckOut(state: Firmware): Step {
  const latched = latchUp(state, 'not-retracted');
  return after(latched.effects, stay(doingNext(latched.state, { kind: 'latched' })));
}

/** Motor and needles are at rest: the count is exact, and what was armed is armed again. */
function settle(state: Firmware, { arming, motion }: Doing<'stopping'>, sensed: Sensed): Step {
  const peakUm = motion.edges === 0 ? undefined : sensed.peakUm;
  if (state.latch.reason === 'none' && isTooDeep(state.calibrated, motion, peakUm)) {
    const latched = latchUp(state, 'too-deep');
    return after(latched.effects, close(doingNext(latched.state, { kind: 'latched' })));
  }
  return close(doingNext(state, nextOf(state, arming)));
}

function nextOf({ latch }: Firmware, arming: Doing<'stopping'>['arming']): Doing {
  if (latch.reason !== 'none') return { kind: 'latched' };
  return arming === undefined ? { kind: 'idle' } : { kind: 'armed', arming, permit: undefined };
}
