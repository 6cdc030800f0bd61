// The acts after a visit: how it went, which red flags there were and what they lock; and areas
// that somebody locks or opens again. A lock is a line with a name, and so is its end.

import { randomBytes } from 'node:crypto';
import {
  followUpSentence, type FollowUpTold, judgeFollowUp,
} from '../../core/care/aftercare/follow-up.ts';
import { MILESTONES } from '../../core/care/aftercare/milestones.ts';
import { flagNamed, RED_FLAGS, type RedFlag } from '../../core/care/aftercare/red-flags.ts';
import { locksOf } from '../../core/care/visit/visit-standing.ts';
import { aliasesOf, type ChartFacts, skinKey, type VisitFact }
  from '../../core/chart/chart-facts.ts';
import { formatDay, parseDay } from '../../core/day.ts';
import type { Skin } from '../../core/plan.ts';
import { areaWords } from '../../core/word-parts.ts';
import type { NoteGiven } from '../../journal/index.ts';
import { ok, type Result } from '../../../protocol/result.ts';
import { exchangeRooms, type RoomGround } from '../../store/index.ts';
import { treatedAt } from '../chart-ground.ts';
import { type Acted, type ActGround, type ActRefusal, asked, no, write, wrote } from './ground.ts';

/** A follow-up. */
export interface FollowUpGiven {
  /** The newest visit that treated something unless it is named. */
  readonly visitId: string | undefined;
  readonly milestone: string;
  readonly how: FollowUpTold['how'];
  /** An empty list says that there was none. */
  readonly flags: FollowUpTold['flags'];
  readonly remarks: string | undefined;
}

/** What a follow-up came to. */
export interface FollowedUp {
  readonly followUpId: string;
  readonly visitId: string;
  readonly flags: readonly RedFlag[];
  readonly locks: readonly Skin[];
}

/** The visit that is meant: the named one, or the newest of the person. */
function visitMeant(
  facts: ChartFacts,
  person: string,
  visitId: string | undefined,
): VisitFact | undefined {
  const keys = new Set(aliasesOf(facts, person));
  const visits = [...facts.visits.values()].filter((visit) => keys.has(visit.person));
  return visitId === undefined
    ? visits.findLast(({ closed }) => closed?.outcome !== 'not-treated')
    : visits.find((visit) => visit.visitId === visitId);
}

const lockNote = (
  person: string,
  { area, side }: Skin,
  more: { readonly because: string; readonly by: string; readonly followUpId?: string },
): NoteGiven => ({ kind: 'area-locked', person, area, side, ...more });

function againstWords({ milestone, flags }: FollowUpGiven): Result<never, ActRefusal> | undefined {
  if (!MILESTONES.some(({ id }) => id === milestone)) {
    const known = MILESTONES.map(({ id }) => id).join(', ');
    return no('asked', 'bad-milestone', `"${milestone}" is no milestone; known are ${known}.`);
  }
  const unknown = flags.filter(({ flag }) => flagNamed(flag) === undefined);
  if (unknown.length === 0) return undefined;
  const known = RED_FLAGS.map(({ id }) => id).join(', ');
  return no('asked', 'bad-flag', ...unknown.map(({ flag }) =>
    `"${flag}" is no red flag; known are ${known}.`));
}

/** Writes down how it went, and locks what a red flag says. */
export const recordFollowUp = (ground: ActGround, given: FollowUpGiven): Acted<FollowedUp> =>
  asked(ground, ['record-follow-up'], async (acting) => {
    const { person, by, today } = acting;
    const { milestone, how, remarks, flags } = given;
    const bad = againstWords(given);
    if (bad !== undefined) return bad;
    const followUpId = `f-${randomBytes(5).toString('hex')}`;
    let came: FollowedUp = { followUpId, visitId: '', flags: [], locks: [] };
    return wrote(write(acting, ({ facts, ground: chart }) => {
      const visit = visitMeant(facts, person, given.visitId);
      const visitOn = visit && parseDay(visit.opened.on);
      if (visit === undefined || visitOn === undefined) {
        return no('rules', 'no-such-visit', `${person} has no such visit that treated anything; `
          + `see "corium chart ${person}".`);
      }
      const treated = treatedAt(chart, visit);
      const told = { visitOn, on: today, milestone, how, treated, flags };
      const verdict = judgeFollowUp(told, today);
      if (!verdict.ok) return no('rules', verdict.error, followUpSentence(verdict.error));
      const { locks } = verdict.value;
      const { visitId } = visit;
      came = { followUpId, visitId, flags: verdict.value.flags, locks };
      const because = verdict.value.flags[0]?.id ?? 'red-flag';
      return ok([
        {
          kind: 'follow-up-recorded', followUpId, visitId, person, on: formatDay(today), milestone,
          how, by, redFlags: flags.map(({ flag, skins }) => ({ flag, areas: skins })),
          ...(remarks === undefined ? {} : { remarks }),
        },
        ...locks.map((skin) => lockNote(person, skin, { because, by, followUpId })),
      ]);
    }), () => came).then((done) => told(acting, done));
  });

/** Which skin, and why. */
export interface LockGiven {
  readonly skins: readonly Skin[];
  /** With a lock a word or two such as `redness`; with its end a sentence. */
  readonly why: string;
}

const isLocked = (facts: ChartFacts, person: string, { area, side }: Skin): boolean =>
  locksOf(facts, person).some((lock) => lock.area === area && lock.side === side);

const asWord = (why: string): string => {
  const word = why.trim().toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '')
    .slice(0, 64).replace(/-+$/, '');
  return word === '' ? 'by-hand' : word;
};

/** Locks areas of a person. */
export const lockAreas = (ground: ActGround, given: LockGiven): Acted<undefined> =>
  change(ground, given, true, ({ person }, skin, by) =>
    [lockNote(person, skin, { because: asWord(given.why), by })]);

/** Opens areas again, by somebody who may. */
export const unlockAreas = (ground: ActGround, given: LockGiven): Acted<undefined> =>
  change(ground, given, false, ({ person, facts }, { area, side }, by) =>
    // A lock stands under the key that it was written for; merged charts have several.
    aliasesOf(facts, person).filter((key) => facts.locks.has(skinKey(key, area, side)))
      .map((key) => ({
        kind: 'area-unlocked', person: key, area, side, why: given.why, signedBy: by, by,
      })));

type Notes = (
  of: { readonly person: string; readonly facts: ChartFacts },
  skin: Skin,
  by: string,
) => readonly NoteGiven[];

const change = (
  ground: ActGround,
  { skins, why }: LockGiven,
  locking: boolean,
  notes: Notes,
): Acted<undefined> =>
  asked(ground, [locking ? 'lock-area' : 'unlock-area'], async (acting) => {
    const { person, by } = acting;
    if (why.trim() === '') {
      return no('asked', 'no-reason', 'Say with --why why; the chart keeps it.');
    }
    return wrote(write(acting, ({ facts }) => {
      const already = skins.filter((skin) => isLocked(facts, person, skin) === locking);
      if (already.length === 0) {
        return ok(skins.flatMap((skin) => notes({ person, facts }, skin, by)));
      }
      return no('rules', locking ? 'locked-already' : 'not-locked',
        ...already.map(({ area, side }) => `The ${areaWords(area, side)} is `
          + `${locking ? 'locked already' : 'not locked'}; nothing was written.`));
    }), () => undefined).then((done) => told(acting, done));
  });

/** A lock and its end are told to the other rooms at once, where there are others. */
async function told<T>(room: RoomGround, done: T): Promise<T> {
  await exchangeRooms(room);
  return done;
}
