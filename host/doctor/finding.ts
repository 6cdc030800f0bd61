// What the doctor says, as data: how bad it is, what it is, why it matters, what to do. A finding
// is made by the check that looked; nothing later changes its level.

/** How bad a finding is: good, worth knowing, in the way, or not to be told from here. */
export type Level = 'good' | 'warning' | 'bad' | 'unknown';

/** One thing that was looked at. */
export interface Finding {
  /** Which check made it, for scripts. */
  readonly check: string;
  readonly level: Level;
  readonly what: string;
  readonly why: string;
  /** What to do; empty when nothing is. */
  readonly next: string;
}

/** A finding with nothing to do about it. */
export const good = (check: string, what: string, why: string): Finding => ({
  check,
  level: 'good',
  what,
  why,
  next: '',
});
