// Where everybody who works here stands, as a fold over the chart journal: the roster, what stands
// against each one's signing in, and every signature. Every line carries the clock that never goes
// back, so every line is also a reading of it for those who wait.

import type { Entry, EntryOf } from '../../journal/entry.ts';
import { afterFailure, afterReading, NO_STRIKES, type Strikes, waitLeft } from './lock-out.ts';
import { afterStaffFact, NOBODY, type Roster } from './roster.ts';
import { afterSignInLine, NO_SIGN_INS, type SignIns } from './sign-ins.ts';

/** Where everybody stands. */
export interface StaffStanding {
  readonly roster: Roster;
  /** What stands against somebody's signing in, by id; nothing for most. */
  readonly strikes: ReadonlyMap<string, Strikes>;
  readonly signatures: readonly EntryOf<'signed'>[];
  /** The sign-ins that nothing has ended. */
  readonly signIns: SignIns;
}

/** Where everybody stands before the first line. */
export const NO_STAFF: StaffStanding = {
  roster: NOBODY, strikes: new Map(), signatures: [], signIns: NO_SIGN_INS,
};

/** Where everybody stands after one more line. */
export function afterStaffLine(before: StaffStanding, entry: Entry): StaffStanding {
  const signIns = afterSignInLine(before.signIns, entry);
  const standing = { ...withReading(before, entry.ms), signIns };
  const { kind } = entry;
  if (kind === 'staff-added') {
    return { ...standing, roster: afterStaffFact(standing.roster, addedOf(entry)) };
  }
  if (kind === 'staff-changed') return afterChange(standing, entry);
  if (kind === 'sign-in-failed') return afterFailed(standing, entry);
  if (kind === 'signed-in') return withStrikes(standing, entry.staffId, NO_STRIKES);
  return kind === 'signed' ? afterSigned(standing, entry) : standing;
}

const afterFailed = (standing: StaffStanding, { staffId, ms }: EntryOf<'sign-in-failed'>) =>
  withStrikes(standing, staffId, afterFailure(strikesOf(standing, staffId), ms));

const afterSigned = (standing: StaffStanding, entry: EntryOf<'signed'>): StaffStanding => ({
  ...withStrikes(standing, entry.staffId, NO_STRIKES),
  signatures: [...standing.signatures, entry],
});

const addedOf = ({ kind, staffId, name, roles, secret, secretKind }: EntryOf<'staff-added'>) =>
  ({ kind, staffId, name, roles, secret, secretKind });

function afterChange(standing: StaffStanding, entry: EntryOf<'staff-changed'>): StaffStanding {
  const { kind, staffId, change } = entry;
  const roster = afterStaffFact(standing.roster, { kind, staffId, change });
  const clears = change.kind === 'unlocked' || change.kind === 'secret';
  const after = { ...standing, roster };
  return clears ? withStrikes(after, staffId, NO_STRIKES) : after;
}

const strikesOf = ({ strikes }: StaffStanding, staffId: string): Strikes =>
  strikes.get(staffId) ?? NO_STRIKES;

function withStrikes(standing: StaffStanding, staffId: string, now: Strikes): StaffStanding {
  const strikes = new Map(standing.strikes);
  if (now.failures === 0) strikes.delete(staffId);
  else strikes.set(staffId, now);
  return { ...standing, strikes };
}

function withReading(standing: StaffStanding, nowMs: number): StaffStanding {
  if (standing.strikes.size === 0) return standing;
  const strikes = new Map(
    [...standing.strikes].map(([staffId, each]) => [staffId, afterReading(each, nowMs)]),
  );
  return { ...standing, strikes };
}

/** How long somebody still has to wait. */
export const waitOf = (standing: StaffStanding, staffId: string, nowMs: number): number =>
  waitLeft(strikesOf(standing, staffId), nowMs);

/** Failures in a row. */
export const failuresOf = (standing: StaffStanding, staffId: string): number =>
  strikesOf(standing, staffId).failures;

/** Folds a whole chart journal. */
export function foldStaff(entries: Iterable<Entry>): StaffStanding {
  let standing = NO_STAFF;
  for (const entry of entries) standing = afterStaffLine(standing, entry);
  return standing;
}
