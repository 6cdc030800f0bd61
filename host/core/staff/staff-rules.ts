// Who may be added, changed and retired, and by whom. Pure rules over the roster: a change that
// they allow is written as a line, and the roster is folded anew from there.

import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { mayDo, rolesFor, type Action } from './permit-table.ts';
import { isRole, type Role } from './role.ts';
import { leadsOf, type Member, type Roster, type StaffChange } from './roster.ts';
import type { StaffRefusal } from './staff-refusal.ts';

const STAFF_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const ID_CHARS_MAX = 32;
const NAME_CHARS_MAX = 128;
/** Stands in the journal where no id was recognised, so nobody may be called so. */
export const UNKNOWN_ID = 'unknown';
/** Stands in the journal for whoever made the first clinical lead. */
export const FIRST_ID = 'first';

const RESERVED: ReadonlySet<string> = new Set([UNKNOWN_ID, FIRST_ID]);

/** Whether a text may be somebody's id. */
export const isStaffId = (text: string): boolean =>
  text.length <= ID_CHARS_MAX && STAFF_ID.test(text) && !RESERVED.has(text);

/** Somebody new, as far as rules go. */
export interface Newcomer {
  readonly staffId: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

const isName = (name: string): boolean =>
  name.trim() !== '' && name.length <= NAME_CHARS_MAX && name.isWellFormed()
  && !/\p{C}/u.test(name);

/** Reads roles as somebody types them, with commas; each counts once. */
export function readRoles(text: string): Result<readonly Role[], StaffRefusal> {
  const said = text.split(',').map((part) => part.trim()).filter((part) => part !== '');
  const roles = [...new Set(said.filter(isRole))];
  const isWhole = roles.length > 0 && said.every(isRole);
  return isWhole ? ok(roles) : refuse({ code: 'bad-roles', asked: text });
}

function checkNewcomer(roster: Roster, { staffId, name, roles }: Newcomer): StaffRefusal[] {
  const bad: StaffRefusal[] = [];
  if (!isStaffId(staffId)) bad.push({ code: 'bad-id', asked: staffId });
  if (roster.has(staffId)) bad.push({ code: 'already-there', asked: staffId });
  if (!isName(name)) bad.push({ code: 'bad-name' });
  if (roles.length === 0) bad.push({ code: 'bad-roles', asked: '' });
  return bad;
}

/** Whether a member may do something, or why not. */
export function permitted(member: Member, action: Action): Result<Member, StaffRefusal> {
  if (member.retired) return refuse({ code: 'retired', asked: member.staffId });
  if (mayDo(member.roles, action)) return ok(member);
  return refuse({ code: 'not-permitted', action, roles: rolesFor(action) });
}

/** Everything against adding somebody. */
export function againstAdding(
  roster: Roster,
  newcomer: Newcomer,
  by: Member,
): readonly StaffRefusal[] {
  const may = permitted(by, 'add-staff');
  return may.ok ? checkNewcomer(roster, newcomer) : [may.error];
}

/** Everything against making the first clinical lead. */
export function againstFirst(roster: Roster, newcomer: Newcomer): readonly StaffRefusal[] {
  if (leadsOf(roster).length > 0) return [{ code: 'lead-exists' }];
  return checkNewcomer(roster, newcomer);
}

const ACTION_OF: Readonly<Record<StaffChange['kind'], Action>> = {
  roles: 'change-staff',
  name: 'change-staff',
  secret: 'change-staff',
  retired: 'retire-staff',
  unlocked: 'unlock-staff',
};

/** Everything against a change. */
export function againstChange(
  roster: Roster,
  staffId: string,
  change: StaffChange,
  by: Member,
): readonly StaffRefusal[] {
  const isOwnSecret = change.kind === 'secret' && by.staffId === staffId;
  const may = permitted(by, isOwnSecret ? 'change-own-secret' : ACTION_OF[change.kind]);
  if (!may.ok) return [may.error];
  const member = roster.get(staffId);
  if (member === undefined) return [{ code: 'no-such-member', asked: staffId }];
  if (member.retired) return [{ code: 'retired', asked: staffId }];
  const bad: StaffRefusal[] = [];
  if (change.kind === 'name' && !isName(change.name)) bad.push({ code: 'bad-name' });
  if (change.kind === 'roles' && change.roles.length === 0) {
    bad.push({ code: 'bad-roles', asked: '' });
  }
  if (endsLead(change) && isLastLead(roster, member)) {
    // S-76: without a clinical lead nobody could ever answer for people and limits again.
    bad.push({ code: 'last-lead', asked: staffId });
  }
  return bad;
}

const endsLead = (change: StaffChange): boolean =>
  change.kind === 'retired' || (change.kind === 'roles' && !change.roles.includes('clinical-lead'));

function isLastLead(roster: Roster, { staffId }: Member): boolean {
  const leads = leadsOf(roster);
  return leads.length === 1 && leads[0]?.staffId === staffId;
}
