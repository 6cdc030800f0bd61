// Where the people who work here say who they are, sign, and are added and changed. Every rule is
// in the core; here the secret is checked, and what the rules let through becomes lines of the
// chart journal. Whoever is told "yes" here has a line there.

import type { NoteGiven } from '../journal/entry.ts';
import type { Action } from '../core/staff/permit-table.ts';
import type { Member } from '../core/staff/roster.ts';
import { makeSignature, type Signature, type ToSign } from '../core/staff/signature.ts';
import { permitted } from '../core/staff/staff-rules.ts';
import { foldStaff, type StaffStanding } from '../core/staff/standing.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { Answer, Claimed, DeskGround, DeskRefusal } from './desk-ground.ts';
import { openDoor } from './door.ts';
import { openRosterDesk, type RosterDesk } from './roster-desk.ts';
import { turnAway } from './turn-away.ts';

/** Somebody who has signed in, and the name of the sign-in. */
export interface SignedInMember {
  readonly member: Member;
  readonly signInId: string;
}

/** Where the people who work here say who they are. */
export interface StaffDesk extends RosterDesk {
  readonly standing: () => Result<StaffStanding, readonly DeskRefusal[]>;
  /** Recognises somebody for one act, if they may do it. */
  readonly recognise: (claimed: Claimed, action: Action) => Answer<Member>;
  readonly signIn: (claimed: Claimed) => Answer<SignedInMember>;
  /** Signs in for one act; the sign-in has ended when it is answered. */
  readonly signInOnce: (claimed: Claimed) => Answer<SignedInMember>;
  readonly signOut: (staffId: string, signInId: string, why: string) => Answer<undefined>;
  /** Signs with both components; nothing rests on an earlier sign-in. */
  readonly sign: (claimed: Claimed, asked: Omit<ToSign, 'signatureId'>) => Answer<Signature>;
}

/** Opens the desk. */
export function openDesk(ground: DeskGround): StaffDesk {
  const { chart, world } = ground;
  const door = openDoor(ground);

  const signInOnce: StaffDesk['signInOnce'] = async (claimed) => {
    const { staffId, place } = claimed;
    const signInId = world.freshId();
    const entered = await door.enter(claimed, () => ok([
      { kind: 'signed-in', staffId, signInId, place },
      { kind: 'signed-out', staffId, signInId, why: 'one-act' },
    ]));
    return entered.ok ? ok({ member: entered.value, signInId }) : entered;
  };

  const recognise: StaffDesk['recognise'] = async (claimed, action) => {
    const entered = await signInOnce(claimed);
    if (!entered.ok) return entered;
    const { member } = entered.value;
    const may = permitted(member, action);
    if (may.ok) return may;
    const { staffId, place } = claimed;
    return turnAway(chart, { action, staffId, place }, may.error);
  };

  return {
    ...openRosterDesk(ground, recognise),
    standing: () => {
      const read = chart.entries();
      return read.ok ? ok(foldStaff(read.value)) : refuse([read.error]);
    },
    recognise,
    signInOnce,
    signIn: async (claimed) => {
      const { staffId, place } = claimed;
      const signInId = world.freshId();
      const note: NoteGiven = { kind: 'signed-in', staffId, signInId, place };
      const entered = await door.enter(claimed, () => ok([note]));
      return entered.ok ? ok({ member: entered.value, signInId }) : entered;
    },
    signOut: async (staffId, signInId, why) => {
      const written = await chart.append({ kind: 'signed-out', staffId, signInId, why });
      return written.ok ? ok(undefined) : refuse([written.error]);
    },
    sign: async (claimed, asked) => {
      const toSign = { ...asked, signatureId: world.freshId() };
      const entered = await door.enter(claimed, (member) => {
        const made = makeSignature(member, toSign);
        return made.ok ? ok([signedNote(made.value)]) : refuse([made.error]);
      });
      if (!entered.ok) return entered;
      const made = makeSignature(entered.value, toSign);
      return made.ok ? made : refuse([made.error]);
    },
  };
}

const signedNote = ({ reason, ...signature }: Signature): NoteGiven => ({
  kind: 'signed',
  ...signature,
  components: 'who-and-secret',
  ...(reason === undefined ? {} : { reason }),
});
