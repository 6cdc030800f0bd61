// Whether an id and a secret belong together, with every answer written down: a failure before it
// is told, a success as the lines of whatever it was for. An id that nobody has takes as long to be
// turned away as any other. Guesses made side by side gain nothing, since a success is let through
// only if no wait has begun meanwhile.

import type { NoteGiven } from '../journal/entry.ts';
import { waitAfter } from '../core/staff/lock-out.ts';
import type { Member } from '../core/staff/roster.ts';
import { UNKNOWN_ID } from '../core/staff/staff-rules.ts';
import { failuresOf, foldStaff, waitOf } from '../core/staff/standing.ts';
import { secretText } from '../core/staff/weak-secret.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { Answer, Claimed, DeskGround, DeskRefusal } from './desk-ground.ts';
import { decoy, isSecret, USUAL_COST } from './secret.ts';

/** Where ids and secrets are held against each other. */
export interface StaffDoor {
  /** Recognises somebody and writes the lines that are made of it, or a failure. */
  readonly enter: (
    claimed: Claimed,
    notesOf: (member: Member) => Result<readonly NoteGiven[], readonly DeskRefusal[]>,
  ) => Answer<Member>;
}

interface Met {
  readonly member: Member | undefined;
  /** Under which id failures are counted. */
  readonly bucket: string;
}

/** Makes the door. */
export function openDoor({ chart, world, cost = USUAL_COST }: DeskGround): StaffDoor {
  const fail = async (bucket: string, place: string): Answer<never> => {
    let waitMs = 0;
    const written = await chart.change<never>((entries) => {
      const failures = failuresOf(foldStaff(entries), bucket) + 1;
      waitMs = waitAfter(failures);
      const failed: NoteGiven = { kind: 'sign-in-failed', staffId: bucket, place, failures };
      const locked: NoteGiven = { kind: 'locked-out', staffId: bucket, failures, waitMs };
      return ok(waitMs > 0 ? [failed, locked] : [failed]);
    });
    if (!written.ok) return refuse([written.error]);
    const more = waitMs > 0 ? [{ code: 'locked-out', waitMs } as const] : [];
    return refuse([{ code: 'not-recognised' }, ...more]);
  };

  /** Who it is whose secret this would be, and whether it may be looked at now. */
  const meet = (staffId: string): Result<Met, readonly DeskRefusal[]> => {
    const read = chart.entries();
    if (!read.ok) return refuse([read.error]);
    const standing = foldStaff(read.value);
    if (standing.roster.size === 0) return refuse([{ code: 'nobody-yet' }]);
    const known = standing.roster.get(staffId);
    const member = known?.retired === true ? undefined : known;
    const bucket = member?.staffId ?? UNKNOWN_ID;
    const waitMs = waitOf(standing, bucket, world.nowMs());
    // Not even looked at: a guess during a wait costs nothing and tells nothing.
    return waitMs > 0 ? refuse([{ code: 'locked-out', waitMs }]) : ok({ member, bucket });
  };

  return {
    enter: async ({ staffId, secret, place }, notesOf) => {
      const met = meet(staffId);
      if (!met.ok) return met;
      const { member, bucket } = met.value;
      const isTheirs = await isSecret(secretText(secret), member?.secret ?? decoy(cost));
      if (member === undefined || !isTheirs) return fail(bucket, place);
      const notes = notesOf(member);
      if (!notes.ok) return notes;
      const written = await chart.change<readonly DeskRefusal[]>((entries) => {
        const leftMs = waitOf(foldStaff(entries), staffId, world.nowMs());
        return leftMs > 0 ? refuse([{ code: 'locked-out', waitMs: leftMs }]) : notes;
      });
      if (written.ok) return ok(member);
      return refuse('code' in written.error ? [written.error] : written.error);
    },
  };
}
