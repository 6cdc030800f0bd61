// After a visit, from the command line: how it went, which red flags there were and what they lock;
// and areas that somebody locks or opens again.

import {
  type FollowUpGiven, lockAreas as lock, recordFollowUp, unlockAreas as unlock,
} from '../../care/acts/follow-up.ts';
import type { FollowUpTold } from '../../core/care/aftercare/follow-up.ts';
import { areaWords } from '../../core/word-parts.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { EXIT } from '../exit-code.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { skinsOf } from '../skins-typed.ts';
import { acting, actRefused, type VisitGiven } from '../visit-ground.ts';

/** A follow-up as typed. */
export interface FollowUpSaid extends Omit<FollowUpGiven, 'flags'> {
  /** Flags such as `pigment` or `pigment:cheek:left`; an empty list says that there was none. */
  readonly flags: readonly string[];
}

type Flags = FollowUpTold['flags'];

function flagsOf(typed: readonly string[]): Result<Flags, readonly string[]> {
  const wrong: string[] = [];
  const flags = typed.map((text) => {
    const [flag = '', ...place] = text.split(':');
    const skins = place.length === 0 ? ok([]) : skinsOf([place.join(':')]);
    if (!skins.ok) wrong.push(...skins.error);
    return { flag, skins: skins.ok ? skins.value : [] };
  });
  return wrong.length > 0 ? refuse(wrong) : ok(flags);
}

/** Writes down how it went, and locks what a red flag says. */
export const followUp = (given: VisitGiven, typed: FollowUpSaid): Promise<Outcome> =>
  acting(given, async (ground) => {
    const flags = flagsOf(typed.flags);
    if (!flags.ok) return failed(EXIT.usage, flags.error);
    const told = await recordFollowUp(ground, { ...typed, flags: flags.value });
    if (!told.ok) return actRefused(told.error);
    const { followUpId, visitId, locks } = told.value;
    const lines = [
      `Follow-up ${typed.milestone} of visit ${visitId} is written down.`,
      ...told.value.flags.map(({ seen, urgency, provider }) =>
        `RED FLAG (${urgency.replaceAll('-', ' ')}): ${seen}. ${provider}`),
      ...locks.map(({ area, side }) => `Locked: ${areaWords(area, side)}.`),
    ];
    return done(lines, { ok: true, followUpId, locks });
  });

/** Why and which skin, as typed. */
export interface LockSaid {
  readonly areas: readonly string[];
  /** With a lock a word such as `redness`; with its end a sentence. */
  readonly why: string;
}

/** Locks areas of a person. */
export const lockAreas = (given: VisitGiven, typed: LockSaid): Promise<Outcome> =>
  changed(given, typed, lock, 'Locked');

/** Opens areas again, by somebody who may. */
export const unlockAreas = (given: VisitGiven, typed: LockSaid): Promise<Outcome> =>
  changed(given, typed, unlock, 'Open again');

const changed = (
  given: VisitGiven,
  { areas, why }: LockSaid,
  act: typeof lock,
  head: string,
): Promise<Outcome> =>
  acting(given, async (ground) => {
    const skins = skinsOf(areas);
    if (!skins.ok) return failed(EXIT.usage, skins.error);
    const change = await act(ground, { skins: skins.value, why });
    if (!change.ok) return actRefused(change.error);
    const names = skins.value.map(({ area, side }) => areaWords(area, side)).join(', ');
    return done([`${head}: ${names}.`], { ok: true, person: given.person });
  });
