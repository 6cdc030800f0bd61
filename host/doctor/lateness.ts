// Measures how late this computer calls timers: a short series, the same as the loop's own tick.
// It measures the process it runs in, so it is run where the loop would run.

import type { Timers } from '../link/index.ts';

const TICK_MS = 10;

/** Sets one timer after another and notes how late each one fired. */
export async function measureLateness(timers: Timers, count = 50): Promise<readonly number[]> {
  const late: number[] = [];
  for (let tick = 0; tick < count; tick += 1) {
    const dueMs = timers.nowMs() + TICK_MS;
    await new Promise<void>((resolve) => timers.after(TICK_MS, resolve));
    late.push(Math.max(0, timers.nowMs() - dueMs));
  }
  return late;
}
