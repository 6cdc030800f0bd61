// How every doubt ends: needles in, motor braked, the arming over, and a latch that says why. The
// first reason stays until a person clears exactly that; what follows it changes nothing but that
// the pen is stopped, if it should have moved.

import type { LatchReason } from '../../protocol/reason.ts';
import { type Step, stay } from './event.ts';
import { store } from './ledger.ts';
import type { Latch } from './non-volatile.ts';
import { type Arming, type Doing, type Firmware, HALT, type Motion, STILL } from './state.ts';

const LATCH_ID_MAX = 0xffff;

/** Brakes the motor and withdraws the needles; the hold is spent, and the arming stays if given. */
export function halt(state: Firmware, motion: Motion, arming: Arming | undefined): Firmware {
  return {
    ...state,
    doing: { kind: 'stopping', arming, motion },
    // S-14: every way to stop passes here: motor braked, depth stop ordered in.
    drive: HALT,
    hold: { ...state.hold, spent: true },
    ages: { ...state.ages, doingMs: 0, outMs: 0 },
  };
}

/** What a pen does that may no longer do what it did: stop if it moves, and stand. */
function ended(state: Firmware): Firmware {
  const { doing } = state;
  switch (doing.kind) {
    case 'running':
      return halt(state, doing.motion, undefined);
    case 'calibrating':
      return doing.bench.kind === 'moving'
        ? halt(state, doing.bench.motion, undefined)
        : doingNext(state, { kind: 'idle' });
    case 'stopping':
      return { ...state, doing: { ...doing, arming: undefined } };
    case 'armed':
      return doingNext(state, { kind: 'idle' });
    case 'idle':
    case 'latched':
      return state;
  }
}

/** Begins to do something at rest. */
export const doingNext = (state: Firmware, doing: Doing): Firmware => ({
  ...state,
  doing,
  drive: STILL,
  ages: { ...state.ages, doingMs: 0 },
});

const released = (state: Firmware): Firmware =>
  ended(state.hold.fresh ? { ...state, hold: { ...state.hold, fresh: false } } : state);

/** Ends whatever is armed or moving, without a latch. */
export function endArming(state: Firmware): Step {
  const next = released(state);
  return next.doing === state.doing ? stay(next) : store(next);
}

function latchOf({ latch, ages, ledger, boot }: Firmware, reason: LatchReason): Latch {
  return {
    reason,
    latchId: latch.latchId === LATCH_ID_MAX ? 1 : latch.latchId + 1,
    atPenMs: ages.penMs,
    strokes: ledger.strokes,
    bootId: boot.bootId,
  };
}

/**
 * Ends whatever is armed or moving, and latches if nothing is latched yet. One record is stored, so
 * that a reset in between finds either the arming or the latch, and never neither.
 */
export function latchUp(state: Firmware, reason: LatchReason): Step {
  const next = released(state);
  // S-21: the first reason stays until a person has cleared exactly that.
  if (next.latch.reason !== 'none') return next.doing === state.doing ? stay(next) : store(next);
  const latched = { ...next, latch: latchOf(next, reason) };
  const { kind } = latched.doing;
  return store(kind === 'stopping' ? latched : doingNext(latched, { kind: 'latched' }));
}
