// Before a treatment: the pen's ledger against the journal, then the plan against everything that
// is known, then what control starts from. Resuming is the same way taken with what the treatment
// has already used; there is no other way back into one.

import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { Admitted } from '../api.ts';
import type { AdmissionFacts } from '../core/admission-facts.ts';
import { admit } from '../core/admit.ts';
import { admittedViews } from '../core/admitted-view.ts';
import type { CaseFile } from '../core/case-file.ts';
import { restOf } from '../core/control/account.ts';
import { newControl } from '../core/control/control.ts';
import type { Control } from '../core/control/state.ts';
import { type Day, day, formatDay, parseDay } from '../core/day.ts';
import { describePen } from '../core/describe-pen.ts';
import type { EnergyCase } from '../core/energy-facts.ts';
import type { Plan } from '../core/plan.ts';
import type { Notice, Refusal } from '../core/refusal.ts';
import { shakenSince, treatmentsSince } from '../core/registry/standing.ts';
import { treatmentOf } from '../core/treatment.ts';
import { whenShaken } from '../core/when-shaken.ts';
import { createAccounts, type Entry, type NoteGiven } from '../journal/index.ts';
import type { LinkedPen } from '../link/session-state.ts';
import type { LoadedProfile } from '../profile/base-profile.ts';
import { roomNotes, type VisitWish } from './chart-wish.ts';
import { journalFacts } from './facts.ts';
import { unseenNotes } from './left-unseen.ts';
import { type Opened, openedNote, resumedNote } from './opening-notes.ts';
import { lastArmingId, ownProgress, splitAt, stopAges } from './own-progress.ts';

/** What somebody wants to treat, read and checked at the doors. */
export interface Wish {
  readonly plan: Plan;
  /** SHA-256 of the plan file in hexadecimal. */
  readonly planHash: string;
  readonly caseFile: CaseFile | undefined;
  readonly caseFileHash: string | undefined;
  readonly profile: LoadedProfile;
  readonly today: Day;
  readonly pedal: boolean;
  /** The visit in the chart that it belongs to; its facts of the room were looked at. */
  readonly visit?: VisitWish | undefined;
  /** Every other key under which the person was written down. */
  readonly alsoKnownAs?: readonly string[] | undefined;
  /** The sign-in of whoever treats, where people sign in. */
  readonly signInId?: string | undefined;
  /** Who gives energy and what the person answered to it; without it there is none. */
  readonly energy?: EnergyCase | undefined;
}

/** A treatment that may begin, and the lines that say so; the last one is to be on disk first. */
export interface Prepared {
  readonly control: Control;
  readonly notes: readonly NoteGiven[];
  readonly notices: readonly Notice[];
  /** What a console is told of it. */
  readonly admitted: Admitted;
}

/** The treatment that a journal left open, if any. */
function leftOpen(entries: readonly Entry[]): Opened | undefined {
  const accounts = createAccounts();
  for (const entry of entries) accounts.take(entry);
  return accounts.since('').treatment;
}

/**
 * Facts for an admission. What is spent is told by the lines before the treatment, which counts its
 * own progress beside; what a cartridge has been used for is told by all of them.
 */
export function factsOf(
  wish: Wish,
  pen: AdmissionFacts['pen'],
  before: readonly Entry[],
  all: readonly Entry[] = before,
): AdmissionFacts {
  const { caseFile, profile } = wish;
  const today = dayOf(wish, all);
  const { alsoKnownAs } = wish;
  const { spent } = journalFacts(before, wish.plan.person, today, alsoKnownAs);
  const { cartridgeUses } = journalFacts(all, wish.plan.person, today, alsoKnownAs);
  const certificateId = pen?.calibration.certificateId ?? '';
  const shaken = pen && shakenSince(all, pen.serial, certificateId);
  return {
    today, profile: profile.profile, pen, caseFile, spent, cartridgeUses, shaken,
    // A treatment that is gone on with was one of them when it was begun.
    treatmentsSince: pen && treatmentsSince(before, pen.serial, certificateId),
    energy: wish.energy,
  };
}

/** Today, or the newest day of the journal: a clock that was set back gives no day back. */
function dayOf({ today }: Wish, entries: readonly Entry[]): Day {
  const accounts = createAccounts();
  for (const entry of entries) accounts.take(entry);
  const newest = parseDay(accounts.since('').newestDay);
  // S-28: today, or the newest day of the journal, whichever is later.
  return newest !== undefined && newest > today ? newest : today;
}

/** Makes the treatment of a wish, resumed where the journal has the same one open. */
export function prepare(
  wish: Wish,
  pen: LinkedPen,
  entries: readonly Entry[],
  freshId: string,
): Result<Prepared, readonly Refusal[]> {
  const opened = leftOpen(entries);
  const goesOn =
    opened !== undefined && isSame(opened, wish) && hasItsNeedles(opened, pen, entries);
  const same = goesOn ? opened : undefined;
  const treatmentId = same?.treatmentId ?? freshId;
  const { before, own } = splitAt(entries, treatmentId);
  const description = describePen({
    ...pen.pages, ...(pen.energy === undefined ? {} : { 'energy-limits': pen.energy }),
  });
  const facts = factsOf(wish, description, before, entries);
  const admitted = admit(wish.plan, wish.planHash, facts);
  if (!admitted.ok) return admitted;
  const shaken = whenShaken(wish.plan, facts);
  const treatment = treatmentOf(admitted.value, description, {
    treatmentId,
    pedal: wish.pedal,
    hasCaseFile: wish.caseFile !== undefined,
    shaken,
  });
  const { brakeMsMax } = pen.pages.capabilities;
  const progress = ownProgress(own, treatmentId, treatment.tasks, (task) =>
    restOf(task, brakeMsMax),
  );
  const first = firstArmingId(pen, own);
  if (first === undefined) return refuse([{ code: 'pen-contradicts-itself', item: 'arming' }]);
  const begun = same ? resumedNote(same, wish) : openedNote(admitted.value, wish, treatmentId);
  return ok({
    control: {
      ...newControl(treatment, first, progress), ...usedSoFar(own),
      ...(wish.visit && { room: wish.visit.room }),
    },
    notes: [
      ...unseenNotes(entries), ...abandoned(opened, same, wish), begun,
      ...roomNotes(wish.visit, treatmentId, wish.plan.operator),
    ],
    notices: admitted.value.notices,
    admitted: {
      treatmentId,
      planId: wish.plan.planId,
      person: wish.plan.person,
      resumed: same !== undefined,
      areas: admittedViews(admitted.value, shaken),
    },
  });
}

const isSame = (opened: Opened, wish: Wish): boolean =>
  opened.person === wish.plan.person &&
  opened.planHash === wish.planHash &&
  opened.at.slice(0, 10) === formatDay(wish.today);

/**
 * S-04: what a treatment has used of itself is counted in strokes, so it goes on with as many
 * needles as made them. With others it is another treatment, and what it spent counts as
 * punctures.
 */
const hasItsNeedles = (
  { treatmentId }: Opened,
  { pages }: LinkedPen,
  entries: readonly Entry[],
): boolean =>
  entries.every(
    (entry) =>
      entry.kind !== 'reservation' ||
      entry.treatmentId !== treatmentId ||
      entry.needleCount === pages.cartridge.needleCount,
  );

const ARMING_ID_MAX = 0xff00;

/** The next arming id: above every one that the pen or the treatment has used. */
function firstArmingId(pen: LinkedPen, own: readonly Entry[]): number | undefined {
  const last = Math.max(pen.pages.ledger.lastArmingId, lastArmingId(own));
  // Ids start again long before they run out; a pen compares them within one link session only.
  const next = last >= ARMING_ID_MAX ? 1 : last + 1;
  return own.length > 0 && next <= lastArmingId(own) ? undefined : next;
}

/** What the treatment has used of the limits of a whole treatment before this host came up. */
function usedSoFar(own: readonly Entry[]): Partial<Control> {
  const opened = own.find((entry) => entry.kind === 'treatment-opened');
  if (opened === undefined) return {};
  // Its own lines are all of it, whichever day they were written.
  const { today } = journalFacts(own, opened.person, day(0)).spent;
  return {
    stopAgesMs: stopAges(own),
    needleOnMs: {
      face: today.faceNeedleOnMs,
      whole: today.faceNeedleOnMs + today.bodyNeedleOnMs,
    },
    punctures: {
      face: today.facePunctures,
      whole: today.facePunctures + today.bodyPunctures,
    },
  };
}

const abandoned = (
  opened: Opened | undefined,
  same: Opened | undefined,
  wish: Wish,
): readonly NoteGiven[] =>
  opened === undefined || opened === same
    ? []
    : [
        {
          kind: 'treatment-closed',
          treatmentId: opened.treatmentId,
          outcome: 'abandoned',
          by: wish.plan.operator,
          why: 'Another treatment was begun.',
        },
      ];
