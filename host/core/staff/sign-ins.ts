// The sign-ins that are open, as a fold over the chart journal, and whether one of them is good for
// an act. A sign-in is a line; whoever names it shows that the line is there, that nothing has
// ended it, and that it is not older than a sign-in may be. That a console was left is for the
// console to see and to write down; here the lines count, and the clock that never goes back.

import { ok, refuse, type Result } from '../../../protocol/result.ts';
import type { Entry } from '../../journal/entry.ts';
import type { Action } from './permit-table.ts';
import type { Member, Roster } from './roster.ts';
import { WHOLE_MS } from './sign-in.ts';
import type { StaffRefusal } from './staff-refusal.ts';
import { permitted } from './staff-rules.ts';

/** A sign-in that nothing has ended. */
export interface OpenSignIn {
  readonly signInId: string;
  readonly staffId: string;
  readonly place: string;
  /** Where the clock stood that never goes back. */
  readonly atMs: number;
}

/** Those that are open, and where the clock stood at the newest line. */
export interface SignIns {
  readonly open: ReadonlyMap<string, OpenSignIn>;
  readonly newestMs: number;
}

/** Before the first line. */
export const NO_SIGN_INS: SignIns = { open: new Map(), newestMs: 0 };

/** After one more line. */
export function afterSignInLine(before: SignIns, entry: Entry): SignIns {
  // A clock that reads less than before was set to nought by a restart: whoever sat there is gone.
  const open = entry.ms < before.newestMs ? NO_SIGN_INS.open : before.open;
  return { open: changedBy(open, entry), newestMs: entry.ms };
}

type OpenOnes = ReadonlyMap<string, OpenSignIn>;

function changedBy(open: OpenOnes, entry: Entry): OpenOnes {
  if (entry.kind === 'signed-in') {
    const { signInId, staffId, place, ms: atMs } = entry;
    return new Map(open).set(signInId, { signInId, staffId, place, atMs });
  }
  if (entry.kind === 'signed-out') return without(open, (one) => one.signInId === entry.signInId);
  const isGone = entry.kind === 'staff-changed'
    && (entry.change.kind === 'retired' || entry.change.kind === 'secret');
  return isGone ? without(open, (one) => one.staffId === entry.staffId) : open;
}

const without = (open: OpenOnes, ends: (one: OpenSignIn) => boolean): OpenOnes =>
  [...open.values()].some(ends)
    ? new Map([...open].filter(([, one]) => !ends(one)))
    : open;

/** Somebody who is signed in, and under which line. */
export interface SignedIn {
  readonly member: Member;
  readonly signInId: string;
}

/** What a sign-in is held against. */
export interface SignInGround {
  readonly roster: Roster;
  readonly signIns: SignIns;
  readonly nowMs: number;
}

// S-75: an act under a sign-in is somebody's who is signed in now and whose role may.
/** Whether somebody may do all of this under a sign-in, or why not. */
export function underSignIn(
  { roster, signIns, nowMs }: SignInGround,
  signInId: string,
  actions: readonly Action[],
): Result<SignedIn, StaffRefusal> {
  const found = signIns.open.get(signInId);
  const member = found && roster.get(found.staffId);
  // S-77: a clock that went back ends a sign-in and makes none longer.
  const hasEnded = found === undefined || nowMs < signIns.newestMs
    || nowMs - found.atMs >= WHOLE_MS;
  if (hasEnded || member === undefined) return refuse({ code: 'sign-in-ended' });
  for (const action of actions) {
    const may = permitted(member, action);
    if (!may.ok) return may;
  }
  return ok({ member, signInId });
}
