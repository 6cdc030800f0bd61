// A signature of a person under a record: who, when, what it means, and the hash of exactly what
// was signed (21 CFR 11.50 and 11.70; A). It takes both components each time, the id and the secret
// (21 CFR 11.200(a)(1)), so no signature rests on somebody having signed in earlier. That the
// secret was right is found in the shell; here is what may be signed by whom.

import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { type Action, rolesFor } from './permit-table.ts';
import type { Role } from './role.ts';
import type { Member } from './roster.ts';
import type { StaffRefusal } from './staff-refusal.ts';
import { permitted } from './staff-rules.ts';

/** What a signature can mean. */
export const MEANINGS = [
  'override', 'clearance', 'certificate', 'limit-profile', 'export', 'record',
] as const;

/** What a signature means. */
export type Meaning = (typeof MEANINGS)[number];

/** What a signature is under: what kind of thing, which one, and its hash. */
export interface SignedSubject {
  readonly kind: string;
  readonly id: string;
  readonly hash: string;
}

/** A signature as the journal keeps it; when is in the envelope of its line. */
export interface Signature {
  readonly signatureId: string;
  readonly staffId: string;
  readonly name: string;
  readonly role: Role;
  readonly meaning: Meaning;
  readonly subject: SignedSubject;
  readonly reason: string | undefined;
}

/** What somebody wants to sign. */
export interface ToSign {
  readonly signatureId: string;
  readonly meaning: Meaning;
  readonly subject: SignedSubject;
  readonly reason: string | undefined;
  /** Who made what is signed, by id, where that is known. */
  readonly madeBy: string | undefined;
}

const ACTION_OF: Readonly<Record<Meaning, Action>> = {
  override: 'sign-override',
  clearance: 'sign-clearance',
  certificate: 'sign-certificate',
  'limit-profile': 'sign-limit-profile',
  export: 'export-identity',
  record: 'sign-record',
};

/** What signing with a meaning takes; undefined for a meaning that there is not. */
export const actionOfMeaning = (meaning: string): Action | undefined => {
  const known = MEANINGS.find((each) => each === meaning);
  return known === undefined ? undefined : ACTION_OF[known];
};

const REASON_NEEDED: ReadonlySet<Meaning> = new Set(['override', 'clearance', 'export']);
const APPROVES: ReadonlySet<Meaning> = new Set(['override', 'limit-profile']);

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** The signature of somebody whose id and secret were both recognised just now, or why not. */
export function makeSignature(member: Member, asked: ToSign): Result<Signature, StaffRefusal> {
  const action = ACTION_OF[asked.meaning];
  const may = permitted(member, action);
  if (!may.ok) return may;
  if (!isHash(asked.subject.hash)) return refuse({ code: 'bad-hash' });
  if (REASON_NEEDED.has(asked.meaning) && (asked.reason ?? '').trim() === '') {
    return refuse({ code: 'no-reason' });
  }
  if (APPROVES.has(asked.meaning) && asked.madeBy === member.staffId) {
    return refuse({ code: 'own-work', asked: member.staffId });
  }
  const { signatureId, meaning, subject, reason } = asked;
  const { staffId, name, roles } = member;
  const role = roles.find((each) => rolesFor(action).includes(each));
  if (role === undefined) return refuse({ code: 'not-permitted', action, roles: rolesFor(action) });
  return ok({ signatureId, staffId, name, role, meaning, subject, reason });
}

// S-78: a signature holds for the one text that was signed, and for no other meaning.
/** Whether a signature is one of this meaning under exactly this text. */
export const holdsFor = (
  { meaning, subject }: Pick<Signature, 'meaning' | 'subject'>,
  wanted: { readonly meaning: Meaning; readonly kind: string; readonly hash: string },
): boolean =>
  meaning === wanted.meaning && subject.kind === wanted.kind && subject.hash === wanted.hash;
