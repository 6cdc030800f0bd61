// What a follow-up comes to. A red flag locks the skin that it was seen on, and a flag without a
// place locks everything that was treated; a flag at the eye closes the eye rows by the rules of
// admission. A follow-up at which nobody was reached is no follow-up.

import { isEyeArea } from '../../body-part.ts';
import type { Day } from '../../day.ts';
import type { Skin } from '../../plan.ts';
import { ok, refuse, type Result } from '../../../../protocol/result.ts';
import { MILESTONES } from './milestones.ts';
import { flagNamed, type RedFlag, type Urgency } from './red-flags.ts';

/** One follow-up, as it was told. */
export interface FollowUpTold {
  readonly visitOn: Day;
  readonly on: Day;
  readonly milestone: string;
  readonly how: 'seen' | 'photo' | 'telephone' | 'message' | 'not-reached';
  readonly treated: readonly Skin[];
  /** An empty list says that there was none; somebody has to have asked. */
  readonly flags: readonly { readonly flag: string; readonly skins: readonly Skin[] }[];
}

/** What it comes to. */
export interface FollowUpVerdict {
  /** What a case file says of the visit; undefined while nobody has been reached. */
  readonly redFlag: 'yes' | 'no' | undefined;
  readonly flags: readonly RedFlag[];
  readonly urgency: Urgency | undefined;
  readonly locks: readonly Skin[];
}

/** Why a follow-up is not taken. */
export type FollowUpRefusal =
  | 'before-visit' | 'in-future' | 'milestone-unknown' | 'flag-unknown' | 'nothing-treated'
  | 'not-reached-with-flags';

const isSame = (one: Skin, other: Skin): boolean =>
  one.area === other.area && one.side === other.side;

function refusalOf(told: FollowUpTold, today: Day): FollowUpRefusal | undefined {
  const checks: readonly (readonly [boolean, FollowUpRefusal])[] = [
    [told.on <= told.visitOn, 'before-visit'],
    [told.on > today, 'in-future'],
    [!MILESTONES.some(({ id }) => id === told.milestone), 'milestone-unknown'],
    [told.treated.length === 0, 'nothing-treated'],
    [told.flags.some(({ flag }) => flagNamed(flag) === undefined), 'flag-unknown'],
    [told.how === 'not-reached' && told.flags.length > 0, 'not-reached-with-flags'],
  ];
  return checks.find(([holds]) => holds)?.[1];
}

function locksOf({ flags, treated }: FollowUpTold): readonly Skin[] {
  const named = flags.flatMap(({ flag, skins }) => {
    if (skins.length > 0) return skins;
    const eye = treated.filter(({ area }) => isEyeArea(area));
    // S-64: a flag that nobody placed locks all that was treated.
    return flagNamed(flag)?.only === 'eye' && eye.length > 0 ? eye : treated;
  });
  return named.filter((skin, index) =>
    named.findIndex((other) => isSame(other, skin)) === index);
}

/** Judges a follow-up. */
export function judgeFollowUp(
  told: FollowUpTold,
  today: Day,
): Result<FollowUpVerdict, FollowUpRefusal> {
  const against = refusalOf(told, today);
  if (against !== undefined) return refuse(against);
  const flags = told.flags.flatMap(({ flag }) => flagNamed(flag) ?? []);
  const urgency = (['emergency', 'same-day', 'soon'] as const).find((one) =>
    flags.some((flag) => flag.urgency === one));
  const isAsked = told.how !== 'not-reached';
  const redFlag = flags.length > 0 ? 'yes' : 'no';
  return ok({ redFlag: isAsked ? redFlag : undefined, flags, urgency, locks: locksOf(told) });
}

const SENTENCES: Readonly<Record<FollowUpRefusal, string>> = {
  'before-visit': 'A follow-up comes at least a day after the visit; correct the date.',
  'in-future': 'The follow-up lies after today; correct the date, or the clock.',
  'milestone-unknown': 'No such milestone is known; choose one from the list.',
  'flag-unknown': 'No such red flag is known; choose from the list.',
  'nothing-treated': 'The visit treated nothing, so there is nothing to follow up.',
  'not-reached-with-flags': 'Nobody was reached, and yet red flags are told; say how they came.',
};

/** The sentence of a refusal. */
export const followUpSentence = (refusal: FollowUpRefusal): string => SENTENCES[refusal];
