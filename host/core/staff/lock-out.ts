// How long somebody has to wait who did not know their secret. Waits grow with every failure since
// the last success. They are served on the clock that never goes back, as the journal keeps it in
// every line, so that a wall clock moved in either direction shortens nothing; after a restart of
// the machine only the time since then counts as served.

/** Failures that are let pass without a wait. */
export const FREE_FAILURES = 3;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;
/** NIST SP 800-63B, 5.2.2 (A): not more than a hundred failures in a row on one account. */
const FAILURES_MANY = 100;
const MANY_WAIT_MS = 24 * 3_600_000;

/** What stands against somebody's signing in. */
export interface Strikes {
  /** Failures since the last success. */
  readonly failures: number;
  /** Where the clock stood at the newest failure, and how much of the wait was served before. */
  readonly sinceMs: number;
  readonly servedMs: number;
}

/** Nothing stands against it. */
export const NO_STRIKES: Strikes = { failures: 0, sinceMs: 0, servedMs: 0 };

/** How long one waits after so many failures in a row. */
export function waitAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  if (failures >= FAILURES_MANY) return MANY_WAIT_MS;
  const doublings = Math.min(failures - FREE_FAILURES, 20);
  return Math.min(FIRST_WAIT_MS * 2 ** doublings, LONGEST_WAIT_MS);
}

/** After one more failure, at a reading of the clock. */
export const afterFailure = ({ failures }: Strikes, nowMs: number): Strikes => ({
  failures: failures + 1,
  sinceMs: nowMs,
  servedMs: 0,
});

/** A clock that reads less than before was set to nought by a restart of the machine. */
const passedMs = (fromMs: number, toMs: number): number =>
  toMs >= fromMs ? toMs - fromMs : toMs;

/** After the clock was read once more. */
export const afterReading = (strikes: Strikes, nowMs: number): Strikes => ({
  ...strikes,
  sinceMs: nowMs,
  servedMs: Math.min(
    waitAfter(strikes.failures),
    strikes.servedMs + Math.max(0, passedMs(strikes.sinceMs, nowMs)),
  ),
});

// S-77: what is left is reckoned by a clock that nobody sets.
/** What is left to wait, at a reading of the clock. */
export function waitLeft(strikes: Strikes, nowMs: number): number {
  const { failures, servedMs } = afterReading(strikes, nowMs);
  return Math.max(0, waitAfter(failures) - servedMs);
}
