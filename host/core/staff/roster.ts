// The list of people who work here, as a fold over what the journal says of them. Nobody is ever
// taken out of it: who has left is retired and stays, because their signatures stay. Ids are not
// given twice.

import type { Role } from './role.ts';

/** What is kept of a secret: never the secret, but what it can be checked against. */
export interface SecretRecord {
  readonly algorithm: 'scrypt';
  readonly n: number;
  readonly r: number;
  readonly p: number;
  readonly saltHex: string;
  readonly hashHex: string;
}

/** What somebody signs in with. */
export type SecretKind = 'pin' | 'passphrase';

/** One of the people who work here. */
export interface Member {
  readonly staffId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly secret: SecretRecord;
  readonly secretKind: SecretKind;
  readonly retired: boolean;
}

/** Everybody, by id, in the order in which they came. */
export type Roster = ReadonlyMap<string, Member>;

/** What is changed about somebody. */
export type StaffChange =
  | { readonly kind: 'roles'; readonly roles: readonly Role[] }
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'secret';
      readonly secret: SecretRecord;
      readonly secretKind: SecretKind;
    }
  | { readonly kind: 'retired'; readonly why: string }
  | { readonly kind: 'unlocked'; readonly why: string };

/** Something that the journal says about the people who work here. */
export type StaffFact =
  | (Omit<Member, 'retired'> & { readonly kind: 'staff-added' })
  | {
      readonly kind: 'staff-changed';
      readonly staffId: string;
      readonly change: StaffChange;
    };

/** The roster before anybody was added. */
export const NOBODY: Roster = new Map();

/** The roster after one more line. */
export function afterStaffFact(roster: Roster, fact: StaffFact): Roster {
  if (fact.kind === 'staff-added') {
    const { kind: _, ...member } = fact;
    return new Map(roster).set(member.staffId, { ...member, retired: false });
  }
  const before = roster.get(fact.staffId);
  if (before === undefined) return roster;
  return new Map(roster).set(fact.staffId, changed(before, fact.change));
}

function changed(member: Member, change: StaffChange): Member {
  switch (change.kind) {
    case 'roles':
      return { ...member, roles: change.roles };
    case 'name':
      return { ...member, name: change.name };
    case 'secret':
      return { ...member, secret: change.secret, secretKind: change.secretKind };
    case 'retired':
      return { ...member, retired: true };
    case 'unlocked':
      return member;
  }
}

/** Who works here today as a clinical lead. */
export const leadsOf = (roster: Roster): readonly Member[] =>
  [...roster.values()].filter(({ roles, retired }) => !retired && roles.includes('clinical-lead'));
