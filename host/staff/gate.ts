// The gate in front of every act of the product: who does it, and whether they may. It is asked by
// the command line, by the console's desk and by the host process that treats, each time anew from
// the chart journal as it is on disk. A refusal is a line there before it is told.

import { type Actor, type HouseKind, houseKindOf } from '../core/staff/actor.ts';
import { type Action, rolesFor } from '../core/staff/permit-table.ts';
import { underSignIn } from '../core/staff/sign-ins.ts';
import { permitted, UNKNOWN_ID } from '../core/staff/staff-rules.ts';
import { foldStaff, NO_STAFF, type StaffStanding } from '../core/staff/standing.ts';
import { type Chart, openChart } from '../chart/index.ts';
import type { JournalWorld } from '../journal/index.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { openDesk, type SignedInMember } from './desk.ts';
import type { Answer, Claimed, DeskRefusal } from './desk-ground.ts';
import type { SecretCost } from './secret.ts';
import { turnAway } from './turn-away.ts';

/** How somebody shows who they are. */
export type Claim =
  /** A name as it was typed: good only where nobody signs in. */
  | { readonly kind: 'typed'; readonly name: string }
  /** An id with its secret, for this one act. */
  | { readonly kind: 'secret'; readonly staffId: string; readonly secret: string }
  /** A sign-in that lasts. */
  | { readonly kind: 'sign-in'; readonly signInId: string };

/** What is to be done, and to whom or what. */
export interface Act {
  /** All of these have to be permitted. */
  readonly actions: readonly [Action, ...Action[]];
  readonly about?: string;
}

/** The gate of an installation. */
export interface Gate {
  /** Whether people sign in here; asked anew each time. */
  readonly house: () => Result<HouseKind, readonly DeskRefusal[]>;
  /** Where everybody stands; nobody where there is no chart. */
  readonly standing: () => Result<StaffStanding, readonly DeskRefusal[]>;
  /** Whether somebody may do this, and who it is. */
  readonly may: (claim: Claim, act: Act) => Answer<Actor>;
  readonly signIn: (staffId: string, secret: string) => Answer<SignedInMember>;
  readonly signOut: (staffId: string, signInId: string, why: string) => Answer<undefined>;
}

/** What a gate stands on. */
export interface GateGround {
  readonly dataDir: string;
  readonly world: JournalWorld;
  /** Where somebody stands: console, command-line, host. */
  readonly place: string;
  readonly cost?: SecretCost;
}

/** Opens the gate of an installation; one that has no chart is open, and one that cannot be read
 * lets nobody through. */
export function openGate({ dataDir, world, place, cost }: GateGround): Gate {
  let known: Chart | undefined;
  const chart = (): Result<Chart | undefined, readonly DeskRefusal[]> => {
    if (known !== undefined) return ok(known);
    const opened = openChart(dataDir, world);
    if (opened.ok) known = opened.value;
    else if (!isMissing(opened.error)) return refuse([opened.error]);
    return ok(known);
  };
  const standing: Gate['standing'] = () => {
    const read = chart();
    if (!read.ok || read.value === undefined) return read.ok ? ok(NO_STAFF) : read;
    const lines = read.value.entries();
    return lines.ok ? ok(foldStaff(lines.value)) : refuse([lines.error]);
  };
  const withDesk = async <T>(
    then: (desk: ReturnType<typeof openDesk>) => Answer<T>,
  ): Answer<T> => {
    const read = chart();
    if (!read.ok) return read;
    if (read.value === undefined) return refuse([{ code: 'nobody-yet' }]);
    return then(openDesk({ chart: read.value, world, ...(cost === undefined ? {} : { cost }) }));
  };
  const claimed = (staffId: string, secret: string): Claimed => ({ staffId, secret, place });
  const away = ({ actions: [action], about }: Act, staffId: string, refusal: DeskRefusal) =>
    known === undefined
      ? Promise.resolve(refuse([refusal]))
      : turnAway(known, { action, staffId, place, about }, refusal);

  const bySecret = async (staffId: string, secret: string, act: Act): Answer<Actor> => {
    const entered = await withDesk((desk) => desk.signInOnce(claimed(staffId, secret)));
    if (!entered.ok) return entered;
    const { member, signInId } = entered.value;
    for (const action of act.actions) {
      const may = permitted(member, action);
      if (!may.ok) return away(act, member.staffId, may.error);
    }
    return ok(actorOf(member, signInId));
  };

  const bySignIn = (signInId: string, now: StaffStanding, act: Act): Answer<Actor> => {
    const ground = { ...now, nowMs: world.nowMs() };
    const may = underSignIn(ground, signInId, act.actions);
    if (may.ok) return Promise.resolve(ok(actorOf(may.value.member, signInId)));
    const staffId = now.signIns.open.get(signInId)?.staffId ?? UNKNOWN_ID;
    return away(act, staffId, may.error);
  };

  return {
    standing,
    house: () => {
      const read = standing();
      return read.ok ? ok(houseKindOf(read.value.roster)) : read;
    },
    may: async (claim, act) => {
      const read = standing();
      if (!read.ok) return read;
      const isOpen = houseKindOf(read.value.roster) === 'open';
      switch (claim.kind) {
        case 'typed': {
          // S-75: where people work, a name alone is nobody's.
          if (isOpen) return ok({ kind: 'typed', name: claim.name });
          const [action] = act.actions;
          const roles = rolesFor(action);
          return away(act, UNKNOWN_ID, { code: 'sign-in-needed', action, roles });
        }
        case 'secret':
          return bySecret(claim.staffId, claim.secret, act);
        case 'sign-in':
          return bySignIn(claim.signInId, read.value, act);
      }
    },
    signIn: (staffId, secret) => withDesk((desk) => desk.signIn(claimed(staffId, secret))),
    signOut: (staffId, signInId, why) => withDesk((desk) => desk.signOut(staffId, signInId, why)),
  };
}

const isMissing = (error: DeskRefusal): boolean =>
  error.code === 'chart-refused' && error.refusal.code === 'missing';

const actorOf = (
  { staffId, name, roles }: SignedInMember['member'],
  signInId: string,
): Actor => ({ kind: 'member', staffId, name, roles, signInId });
