// The pen's own clock against true time. A pen drifts by so many millionths; what is left over is
// carried on exactly, so that a run of any length comes out the same however it is cut.

const MILLION = 1_000_000;

/** A clock that turns true milliseconds into the pen's. */
export interface PenClock {
  /** How many of the pen's milliseconds have passed in so many true ones. */
  readonly take: (trueMs: number) => number;
  readonly setDriftPpm: (ppm: number) => void;
}

/** Makes a clock; a positive drift is a clock that is fast. */
export function createPenClock(driftPpm: number): PenClock {
  let ppm = driftPpm;
  let rest = 0;
  return {
    take: (trueMs) => {
      if (ppm === 0) return trueMs;
      rest += trueMs * (MILLION + ppm);
      const penMs = Math.floor(rest / MILLION);
      rest -= penMs * MILLION;
      return penMs;
    },
    setDriftPpm: (next) => {
      ppm = next;
    },
  };
}
