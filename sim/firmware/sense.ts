// From raw sensors to the few facts that decisions rest on, and from a switch to a human act.
// A press has to be seen twice, a release once: whatever doubts there are end a motion.

import type { CartridgeSeen, Sensed } from '../plant/types.ts';
import {
  COOL_DECI_DEG_C,
  EMPTY_PERCENT,
  HOT_DECI_DEG_C,
  PRESS_TICKS,
  STRAIN_RATIO,
  TILT_DEG_MAX,
} from './figures.ts';
import type { Firmware, Hold, Seen } from './state.ts';

/** What a pen knows of itself before it has looked: nothing that would let it move. */
export const UNSEEN: Seen = {
  trigger: true,
  retracted: false,
  contact: undefined,
  cartridge: undefined,
  percent: 0,
  empty: true,
  hot: false,
  tilted: false,
  pressed: false,
  strained: false,
};

/** Whether two readings of a chip are of one and the same cartridge. */
export function isSameCartridge(
  one: CartridgeSeen | undefined,
  other: CartridgeSeen | undefined,
): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  return (
    one.serial === other.serial
    && one.lot === other.lot
    && one.modelCode === other.modelCode
    && one.kind === other.kind
    && one.needleCount === other.needleCount
  );
}

/** The force limit of what the pen is doing; without a task there is none to break. */
function forceMnMax({ doing }: Firmware): number {
  return doing.kind === 'running' ? doing.motion.task.forceMnMax : Number.POSITIVE_INFINITY;
}

const isHot = (deciDegC: number, before: boolean): boolean =>
  deciDegC >= (before ? COOL_DECI_DEG_C : HOT_DECI_DEG_C);

/** The facts of this tick; the same object as before when none of them changed. */
export function see(state: Firmware, sensed: Sensed): Seen {
  const before = state.seen;
  const { quietMa } = state.pace;
  const empty = sensed.batteryPercent <= EMPTY_PERCENT;
  const hot = isHot(sensed.temperatureDeciC, before.hot);
  const touching = sensed.contact !== false;
  const tilted = touching && sensed.tiltDeg !== undefined && sensed.tiltDeg > TILT_DEG_MAX;
  const pressed = sensed.forceMn !== undefined && sensed.forceMn > forceMnMax(state);
  const strained = quietMa !== undefined && sensed.motorMa > STRAIN_RATIO * quietMa;
  if (
    sensed.trigger === before.trigger
    && sensed.retracted === before.retracted
    && sensed.contact === before.contact
    && sensed.cartridge === before.cartridge
    && sensed.batteryPercent === before.percent
    && isSameState(before, empty, hot, tilted, pressed, strained)
  ) {
    return before;
  }
  return {
    trigger: sensed.trigger,
    retracted: sensed.retracted,
    contact: sensed.contact,
    cartridge: sensed.cartridge,
    percent: sensed.batteryPercent,
    empty,
    hot,
    tilted,
    pressed,
    strained,
  };
}

const isSameState = (
  before: Seen,
  empty: boolean,
  hot: boolean,
  tilted: boolean,
  pressed: boolean,
  strained: boolean,
): boolean =>
  empty === before.empty
  && hot === before.hot
  && tilted === before.tilted
  && pressed === before.pressed
  && strained === before.strained;

/** Whether a press now would be one under an arming, or in calibration mode. */
function isFresh({ doing, link }: Firmware): boolean {
  switch (doing.kind) {
    case 'armed':
    case 'running':
      return true;
    case 'stopping':
      return doing.arming !== undefined || link.mode === 'calibration';
    case 'idle':
    case 'calibrating':
      return link.mode === 'calibration';
    case 'latched':
      return false;
  }
}

const HOLD_ID_MAX = 0xffff;

/** The hold after a tick in which the trigger was seen held or not. */
export function holdAfter(state: Firmware, trigger: boolean): Hold {
  const { hold } = state;
  if (!trigger) return hold.held || hold.ticks > 0 ? { ...hold, held: false, ticks: 0 } : hold;
  if (hold.held) return hold;
  if (hold.ticks + 1 < PRESS_TICKS) return { ...hold, ticks: hold.ticks + 1 };
  const id = hold.id === HOLD_ID_MAX ? 1 : hold.id + 1;
  // S-15: a press counts only if it began under the arming; the next one has another number.
  return { id, held: true, ticks: PRESS_TICKS, spent: false, fresh: isFresh(state) };
}

/** Whether a hold is under way that may move needles: pressed under the arming, and not used up. */
export const mayMove = ({ held, spent, fresh }: Hold): boolean => held && fresh && !spent;
