// Which day a line of the journal belongs to. Lines carry UTC, which is the same everywhere; days
// of treatment, screening and expiry are those of the calendar on the wall where the pen is.

/** An instant in UTC, written as the clock on the wall showed it. */
export function localTime(at: string): string {
  const instant = new Date(at);
  const aheadMs = -instant.getTimezoneOffset() * 60_000;
  return new Date(instant.getTime() + aheadMs).toISOString();
}
