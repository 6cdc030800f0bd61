// The sentences of refusals about people who work here. Each says what to do next; what was typed
// is quoted only where it cannot be a secret.

import { unreachable } from '../../../protocol/assert.ts';
import { ROLES } from './role.ts';
import type { StaffRefusal } from './staff-refusal.ts';

const quoted = (text: string): string =>
  `"${text.toWellFormed().replaceAll(/\p{C}/gu, '?').slice(0, 60)}"`;

/** How long a wait is, in words that round up. */
export function waitWords(waitMs: number): string {
  const seconds = Math.ceil(waitMs / 1_000);
  if (seconds <= 90) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes <= 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}

const WEAK = {
  repeats: 'repeats itself',
  counts: 'only counts up or down',
  common: 'is among the first that anybody tries',
  year: 'is a date or a year',
  name: 'contains the name or id of its owner',
} as const;

/** The sentence of a refusal. */
export function staffSentence(refusal: StaffRefusal): string {
  switch (refusal.code) {
    case 'not-recognised':
      return 'That id and secret do not belong together; try again, or ask a clinical lead.';
    case 'locked-out':
      return `Too many failures: wait ${waitWords(refusal.waitMs)}, or ask a clinical lead to run `
        + '"corium users '
        + 'unlock".';
    case 'not-permitted':
      return `This (${refusal.action}) is for ${refusal.roles.join(' or ')}; ask somebody who is.`;
    case 'sign-in-needed':
      return `People sign in here, and this (${refusal.action}) is for `
        + `${refusal.roles.join(' or ')}; sign in and do it again.`;
    case 'sign-in-ended':
      return 'That sign-in has ended; sign in again.';
    case 'no-such-member':
      return `Nobody here has the id ${quoted(refusal.asked)}; see "corium users list".`;
    case 'already-there':
      return `The id ${quoted(refusal.asked)} was given before, and ids are not given twice; `
        + 'choose another.';
    case 'retired':
      return `${quoted(refusal.asked)} has left and stays as they were; add them anew under `
        + 'another id.';
    case 'last-lead':
      return `${quoted(refusal.asked)} is the last clinical lead, and without one nobody could `
        + 'answer for people or '
        + 'limits; make somebody else one first.';
    case 'lead-exists':
      return 'There is a clinical lead here already, so the first one cannot be made again; have '
        + 'that '
        + 'person add you with "corium users add".';
    case 'nobody-yet':
      return 'Nobody works here yet; make the first clinical lead with "corium users first".';
    case 'bad-id':
      return `${quoted(refusal.asked)} is no id: use small letters, digits and single hyphens, at `
        + 'most 32, such as '
        + '"m-sato".';
    case 'bad-name':
      return 'A name is one line of text, at most 128 characters; type it again.';
    case 'bad-roles':
      return `${quoted(refusal.asked)} is no list of roles; name one or more of `
        + `${ROLES.join(', ')}, with commas.`;
    case 'own-work':
      return `${quoted(refusal.asked)} made this, and nobody approves their own work; have `
        + 'somebody else sign.';
    case 'bad-hash':
      return 'What is to be signed has no SHA-256 of 64 hexadecimal digits, so a signature could '
        + 'not be '
        + 'bound to it; name the record again.';
    case 'no-reason':
      return 'An override, a clearance and an export with identity are signed with a '
        + 'reason; give it in a sentence.';
    case 'short-secret':
      return `That is too short: at least ${refusal.leastChars} characters are needed.`;
    case 'long-secret':
      return `That is too long: at most ${refusal.mostChars} characters are taken.`;
    case 'weak-secret':
      return `That secret ${WEAK[refusal.why]}; choose another.`;
    default:
      return unreachable(refusal);
  }
}
