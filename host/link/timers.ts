// When and how long, as a parameter: whatever in this folder waits or measures asks these timers,
// so that a test or a simulated world runs it on virtual time. Nothing here reads a wall clock.

import { performance } from 'node:perf_hooks';
import type { SchedulerLike } from 'rxjs';

/** A monotonic clock and a way to be called later. */
export interface Timers {
  nowMs(): number;
  /** Calls once after a delay; the returned function calls it off. */
  after(delayMs: number, run: () => void): () => void;
}

/** The clock and timers of this process. */
export const systemTimers: Timers = {
  nowMs: () => performance.now(),
  after(delayMs, run) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Timers driven by an RxJS scheduler, for instance the one that runs virtual time. */
export const schedulerTimers = (scheduler: SchedulerLike): Timers => ({
  nowMs: () => scheduler.now(),
  after(delayMs, run) {
    const action = scheduler.schedule(() => run(), delayMs);
    return () => action.unsubscribe();
  },
});
