// Adding and changing the people who work here. The rules are asked inside the lock of the journal,
// so that two consoles cannot each retire one of the last two clinical leads.

import type { NoteGiven } from '../journal/entry.ts';
import type { Action } from '../core/staff/permit-table.ts';
import type { Member, Roster, SecretKind, SecretRecord, StaffChange }
  from '../core/staff/roster.ts';
import type { StaffRefusal } from '../core/staff/staff-refusal.ts';
import {
  againstAdding, againstChange, againstFirst, FIRST_ID, type Newcomer,
} from '../core/staff/staff-rules.ts';
import { foldStaff } from '../core/staff/standing.ts';
import { checkSecret } from '../core/staff/weak-secret.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { Answer, Claimed, DeskGround } from './desk-ground.ts';
import { hashSecret, USUAL_COST } from './secret.ts';

/** Adds and changes the people who work here. */
export interface RosterDesk {
  readonly addFirst: (newcomer: Newcomer, secret: string) => Answer<undefined>;
  readonly add: (newcomer: Newcomer, secret: string, by: Claimed) => Answer<undefined>;
  readonly change: (staffId: string, change: StaffChange, by: Claimed) => Answer<undefined>;
  readonly changeSecret: (staffId: string, secret: string, by: Claimed) => Answer<undefined>;
}

type Kept = { readonly secret: SecretRecord; readonly secretKind: SecretKind };

/** Opens that part of the desk. */
export function openRosterDesk(
  { chart, cost = USUAL_COST }: DeskGround,
  recognise: (claimed: Claimed, action: Action) => Answer<Member>,
): RosterDesk {
  const write = async (
    decide: (roster: Roster) => Result<readonly NoteGiven[], readonly StaffRefusal[]>,
  ): Answer<undefined> => {
    const written = await chart.change((entries) => decide(foldStaff(entries).roster));
    if (written.ok) return ok(undefined);
    return refuse('code' in written.error ? [written.error] : written.error);
  };

  const kept = async (secret: string, owner: readonly string[]): Answer<Kept> => {
    const good = checkSecret(secret, owner);
    if (!good.ok) return refuse([good.error]);
    const { text, kind } = good.value;
    return ok({ secret: await hashSecret(text, cost), secretKind: kind });
  };

  const add = async (
    { staffId, name, roles }: Newcomer,
    secret: string,
    by: string,
    against: (roster: Roster) => readonly StaffRefusal[],
  ): Answer<undefined> => {
    const made = await kept(secret, [staffId, name]);
    if (!made.ok) return made;
    return write((roster) => {
      const refusals = against(roster);
      if (refusals.length > 0) return refuse(refusals);
      return ok([{ kind: 'staff-added', staffId, name, roles, ...made.value, by }]);
    });
  };

  const change: RosterDesk['change'] = async (staffId, what, by) => {
    // Everybody has that right; what they may change is asked below, inside the lock.
    const member = await recognise(by, 'change-own-secret');
    if (!member.ok) return member;
    return write((roster) => {
      const now = roster.get(by.staffId) ?? member.value;
      const refusals = againstChange(roster, staffId, what, now);
      if (refusals.length > 0) return refuse(refusals);
      return ok([{ kind: 'staff-changed', staffId, change: what, by: by.staffId }]);
    });
  };

  return {
    change,
    addFirst: (newcomer, secret) =>
      add(newcomer, secret, FIRST_ID, (roster) => againstFirst(roster, newcomer)),
    add: async (newcomer, secret, by) => {
      const member = await recognise(by, 'add-staff');
      if (!member.ok) return member;
      return add(newcomer, secret, by.staffId, (roster) =>
        againstAdding(roster, newcomer, roster.get(by.staffId) ?? member.value));
    },
    changeSecret: async (staffId, secret, by) => {
      const read = chart.entries();
      if (!read.ok) return refuse([read.error]);
      const name = foldStaff(read.value).roster.get(staffId)?.name ?? staffId;
      const made = await kept(secret, [staffId, name]);
      return made.ok ? change(staffId, { kind: 'secret', ...made.value }, by) : made;
    },
  };
}
