// Whose hand holds the pen of a simulator that runs by itself: an automatic person, a technician at
// a bench, somebody at the keyboard, or nobody.

import { automaticHand, handStep, type Operator, STEADY_HAND } from './operator/index.ts';
import { NEW_TECHNICIAN, technicianStep } from './operator/technician.ts';
import type { Pen } from './pen.ts';
import { HANDS_OFF, type Hand } from './plant/index.ts';
import type { HandInTime } from './real-time.ts';

/** The names of the operators. */
export const OPERATORS = ['auto', 'bench', 'technician', 'keyboard', 'none'] as const;

/** The name of an operator. */
export type OperatorName = (typeof OPERATORS)[number];

/** Whether a text is the name of an operator. */
export const isOperator = (name: string): name is OperatorName =>
  OPERATORS.some((operator) => operator === name);

/** An operator who sees the pen's own light, and presses, glides and lifts like a person. */
export function automatic(pen: Pen, seed: number): HandInTime {
  let operator: Operator = automaticHand(STEADY_HAND, seed);
  return (elapsedMs) => {
    const { doing, hold } = pen.firmware();
    const arming = 'arming' in doing ? doing.arming : undefined;
    const after = handStep(
      operator,
      {
        phase: doing.kind,
        holdSpent: hold.spent,
        stamp: arming?.stamp ?? false,
        areaTag: arming?.area ?? 0,
      },
      elapsedMs,
    );
    operator = after.state;
    return after.hand;
  };
}

/** Nobody: the pen lies on the table. */
export const nobody: HandInTime = () => HANDS_OFF;

const BENCH_PRESS_MS = 1_500;
const BENCH_REST_MS = 800;

/**
 * Somebody at a bench who presses and lets go in turn, whatever the pen says, with nothing under
 * the head; or who never presses.
 */
export function benchHand(presses = true): HandInTime {
  let atMs = 0;
  return (elapsedMs) => {
    atMs = (atMs + elapsedMs) % (BENCH_PRESS_MS + BENCH_REST_MS);
    return { ...HANDS_OFF, trigger: presses && atMs >= BENCH_REST_MS };
  };
}

/** A technician who calibrates: presses when a press may be needed, and lets go when it is used. */
export function technicianHand(pen: Pen): HandInTime {
  let technician = NEW_TECHNICIAN;
  return (elapsedMs) => {
    const { doing, hold, link } = pen.firmware();
    const work = doing.kind === 'calibrating' ? doing.bench.work : undefined;
    technician = technicianStep(
      technician,
      {
        joined: link.mode === 'calibration',
        phase: doing.kind,
        holdSpent: hold.spent,
        runs: work?.kind === 'run',
        depthUm: work?.task.depthUm ?? 0,
      },
      elapsedMs,
    );
    return { ...HANDS_OFF, trigger: technician.presses };
  };
}

/** What the keys do, in the order in which help lists them. */
export const KEYS = [
  ['space', 'press or release the trigger'],
  ['c', 'lay the head on skin, or lift it'],
  ['t', 'tilt the pen, or hold it upright'],
  ['f', 'press harder, or lightly again'],
  ['q', 'stop the simulator'],
] as const;

const STEEP_TILT_DEG = 60;
const HARD_FORCE_MN = 3_500;
const LIGHT_FORCE_MN = 400;
const GLIDE_MM_S = 30;

/** A hand that keys move; `press` answers whether a key means that the simulator is to stop. */
export interface KeyboardHand {
  readonly hand: HandInTime;
  readonly press: (key: string) => boolean;
}

/** Makes a hand that keys move. */
export function keyboardHand(): KeyboardHand {
  let hand: Hand = { ...HANDS_OFF, areaTag: 1 };
  const changes: Readonly<Record<string, () => Partial<Hand>>> = {
    ' ': () => ({ trigger: !hand.trigger }),
    c: () => (hand.contact ? LIFTED : LAID),
    t: () => ({ tiltDeg: hand.tiltDeg === 0 ? STEEP_TILT_DEG : 0 }),
    f: () => ({ forceMn: hand.forceMn === HARD_FORCE_MN ? LIGHT_FORCE_MN : HARD_FORCE_MN }),
  };
  return {
    hand: () => hand,
    press: (key) => {
      hand = { ...hand, ...changes[key]?.() };
      return key === 'q' || key === '\u0003';
    },
  };
}

const LAID: Partial<Hand> = { contact: true, forceMn: LIGHT_FORCE_MN, glideMmS: GLIDE_MM_S };
const LIFTED: Partial<Hand> = { contact: false, forceMn: 0, glideMmS: 0 };
