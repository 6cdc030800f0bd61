// How long since last time, in whole milliseconds with nothing lost: the fraction that one step
// does not get, the next one does. This is the only way in which time enters the host's machines.

/** Gives the whole milliseconds since it was last asked. */
export type TakeElapsedMs = () => number;

/** Makes one from any monotonic clock. */
export function createElapsed(nowMs: () => number): TakeElapsedMs {
  let takenMs = nowMs();
  return () => {
    // S-28: a monotonic clock, and never backwards; the wall clock does not come in here.
    const elapsedMs = Math.max(0, Math.floor(nowMs() - takenMs));
    takenMs += elapsedMs;
    return elapsedMs;
  };
}
