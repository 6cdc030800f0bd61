// A pen in real time: a timer that asks how much time has passed and lets exactly that pass for pen
// and operator. A late timer makes up for it in whole milliseconds, so the pen's clock keeps true
// time; after a long sleep of the computer the pen is only so much older, as if it had been held.

import type { Pen } from './pen.ts';
import type { Hand } from './plant/index.ts';

/** A pen that lives by the computer's clock until it is stopped. */
export interface Running {
  readonly stop: () => void;
  /** When the pen's first millisecond began, with the time that it was never given. */
  readonly bornMs: () => number;
}

/** What happens in a hand as time passes. */
export type HandInTime = (elapsedMs: number) => Hand;

const TICK_MS = 2;

/** The most that is made up for at once; a computer that slept longer has a pen that slept too. */
const CATCH_UP_MS_MAX = 500;

/** How finely the hand moves while time is made up for. */
const HAND_MS = 10;

/** Runs a pen in real time. */
export function runInRealTime(
  pen: Pen,
  hand: HandInTime,
  nowMs: () => number = () => performance.now(),
): Running {
  let doneMs = Math.floor(nowMs());
  let bornMs = doneMs;
  const timer = setInterval(() => {
    const now = Math.floor(nowMs());
    let dueMs = Math.min(CATCH_UP_MS_MAX, now - doneMs);
    bornMs += now - doneMs - dueMs;
    doneMs = now;
    while (dueMs > 0) {
      const stepMs = Math.min(HAND_MS, dueMs);
      pen.advance(stepMs, hand(stepMs));
      dueMs -= stepMs;
    }
  }, TICK_MS);
  return { stop: () => clearInterval(timer), bornMs: () => bornMs };
}
