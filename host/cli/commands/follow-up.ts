// After a visit: how it went, which red flags there were and what they lock; and areas that
// somebody locks or opens again. A lock is a line with a name, and so is its end.

import { randomBytes } from 'node:crypto';
import { treatedAt } from '../../care/chart-ground.ts';
import {
  followUpSentence, type FollowUpTold, judgeFollowUp,
} from '../../core/care/aftercare/follow-up.ts';
import { MILESTONES } from '../../core/care/aftercare/milestones.ts';
import { flagNamed, RED_FLAGS } from '../../core/care/aftercare/red-flags.ts';
import { locksOf } from '../../core/care/visit/visit-standing.ts';
import { aliasesOf, type ChartFacts, skinKey, type VisitFact }
  from '../../core/chart/chart-facts.ts';
import { formatDay, parseDay } from '../../core/day.ts';
import type { Skin } from '../../core/plan.ts';
import { areaWords } from '../../core/word-parts.ts';
import type { NoteGiven } from '../../journal/index.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { EXIT } from '../exit-code.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { skinsOf } from '../skins-typed.ts';
import { acting, type Said, said, type VisitGiven, write } from '../visit-ground.ts';

/** A follow-up as typed. */
export interface FollowUpSaid {
  readonly visitId: string | undefined;
  readonly milestone: string;
  readonly how: FollowUpTold['how'];
  /** Flags such as `pigment` or `pigment:cheek:left`; an empty list says that there was none. */
  readonly flags: readonly string[];
  readonly remarks: string | undefined;
}

type Flags = FollowUpTold['flags'];

function flagsOf(typed: readonly string[]): Result<Flags, readonly string[]> {
  const wrong: string[] = [];
  const flags = typed.flatMap((text): Flags => {
    const [flag = '', ...place] = text.split(':');
    const skins = place.length === 0 ? ok([]) : skinsOf([place.join(':')]);
    if (!skins.ok) wrong.push(...skins.error);
    if (flagNamed(flag) === undefined) {
      const known = RED_FLAGS.map(({ id }) => id).join(', ');
      wrong.push(`"${flag}" is no red flag; known are ${known}.`);
    }
    return [{ flag, skins: skins.ok ? skins.value : [] }];
  });
  return wrong.length > 0 ? refuse(wrong) : ok(flags);
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

/** Writes down how it went, and locks what a red flag says. */
export const followUp = (given: VisitGiven, typed: FollowUpSaid): Promise<Outcome> =>
  acting(given, 'record-follow-up', async (asked) => {
    const { person, by, today, remarks: beside } = asked;
    const { milestone, how, remarks, visitId } = typed;
    if (!MILESTONES.some(({ id }) => id === milestone)) {
      const known = MILESTONES.map(({ id }) => id).join(', ');
      return failed(EXIT.usage, [`"${milestone}" is no milestone; known are ${known}.`]);
    }
    const flags = flagsOf(typed.flags);
    if (!flags.ok) return failed(EXIT.usage, flags.error);
    const followUpId = `f-${randomBytes(5).toString('hex')}`;
    let lines: readonly string[] = [];
    let locks: readonly Skin[] = [];
    const written = await write(asked, ({ facts, ground }) => {
      const visit = visitMeant(facts, person, visitId);
      const visitOn = visit && parseDay(visit.opened.on);
      if (visit === undefined || visitOn === undefined) {
        return said(`${person} has no such visit that treated anything; see "corium chart `
          + `${person}".`);
      }
      const treated = treatedAt(ground, visit);
      const told = { visitOn, on: today, milestone, how, treated, flags: flags.value };
      const verdict = judgeFollowUp(told, today);
      if (!verdict.ok) return said(followUpSentence(verdict.error));
      ({ locks } = verdict.value);
      lines = [
        `Follow-up ${milestone} of visit ${visit.visitId} is written down.`,
        ...verdict.value.flags.map(({ seen, urgency, provider }) =>
          `RED FLAG (${urgency.replaceAll('-', ' ')}): ${seen}. ${provider}`),
        ...locks.map(({ area, side }) => `Locked: ${areaWords(area, side)}.`),
      ];
      const because = verdict.value.flags[0]?.id ?? 'red-flag';
      return ok([
        {
          kind: 'follow-up-recorded', followUpId, visitId: visit.visitId, person,
          on: formatDay(today), milestone, how, by,
          redFlags: flags.value.map(({ flag, skins }) => ({ flag, areas: skins })),
          ...(remarks === undefined ? {} : { remarks }),
        },
        ...locks.map((skin) => lockNote(person, skin, { because, by, followUpId })),
      ]);
    });
    if (!written.ok) return written.error;
    return {
      ...done(lines, { ok: true, followUpId, locks, remarks: beside }), complaints: beside,
    };
  });

/** Why and which skin, as typed. */
export interface LockSaid {
  readonly areas: readonly string[];
  /** With a lock a word such as `redness`; with its end a sentence. */
  readonly why: string;
}

const isLocked = (facts: ChartFacts, person: string, { area, side }: Skin): boolean =>
  locksOf(facts, person).some((lock) => lock.area === area && lock.side === side);

/** Locks areas of a person. */
export const lockAreas = (given: VisitGiven, typed: LockSaid): Promise<Outcome> =>
  change(given, typed, true, ({ person, by }, skin) => {
    const because = typed.why.trim().toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '').slice(0, 64).replace(/-+$/, '');
    return [lockNote(person, skin, { because: because === '' ? 'by-hand' : because, by })];
  });

/** Opens areas again, by somebody who may. */
export const unlockAreas = (given: VisitGiven, typed: LockSaid): Promise<Outcome> =>
  change(given, typed, false, ({ person, by }, { area, side }, facts) =>
    // A lock stands under the key that it was written for; merged charts have several.
    aliasesOf(facts, person).filter((key) => facts.locks.has(skinKey(key, area, side)))
      .map((key) => ({
        kind: 'area-unlocked', person: key, area, side, why: typed.why, signedBy: by, by,
      })));

type Notes = (given: VisitGiven, skin: Skin, facts: ChartFacts) => readonly NoteGiven[];

const change = (
  given: VisitGiven,
  { areas, why }: LockSaid,
  locking: boolean,
  notes: Notes,
): Promise<Outcome> =>
  acting(given, locking ? 'lock-area' : 'unlock-area', async (asked) => {
    const skins = skinsOf(areas);
    if (!skins.ok) return failed(EXIT.usage, skins.error);
    if (why.trim() === '') return failed(EXIT.usage, ['Say with --why why; the chart keeps it.']);
    const { person, remarks } = asked;
    const written = await write(asked, ({ facts }) =>
      changeOf(facts, asked, skins.value, locking, notes));
    if (!written.ok) return written.error;
    const names = skins.value.map(({ area, side }) => areaWords(area, side)).join(', ');
    const line = locking ? `Locked: ${names}.` : `Open again: ${names}.`;
    return { ...done([line], { ok: true, person, remarks }), complaints: remarks };
  });

function changeOf(
  facts: ChartFacts,
  given: VisitGiven,
  skins: readonly Skin[],
  locking: boolean,
  notes: Notes,
): Result<readonly NoteGiven[], Said> {
  const already = skins.filter((skin) => isLocked(facts, given.person, skin) === locking);
  if (already.length > 0) {
    return said(...already.map(({ area, side }) =>
      `The ${areaWords(area, side)} is ${locking ? 'locked already' : 'not locked'}; nothing was `
      + 'written.'));
  }
  return ok(skins.flatMap((skin) => notes(given, skin, facts)));
}
