// What is said when a profile is not taken into use: one sentence each, with what to do about it.

import { doorSentence } from '../doors/door-words.ts';
import type { ProfileCode, ProfileRefusal } from './profile-refusal.ts';

type Own = Extract<ProfileRefusal, { readonly code: ProfileCode }>;

const field = (refusal: Own): string => refusal.field ?? 'a row';
const asked = (refusal: Own): string => refusal.asked ?? 'nothing';
const allowed = (refusal: Own): string => refusal.allowed ?? 'nothing';

const SENTENCES: Readonly<Record<ProfileCode, (refusal: Own) => string>> = {
  'signature-missing': ({ file }) =>
    `The ${file} has no signature, so nobody answers for it; put its .sig file beside it.`,
  'signature-bad': ({ file }) =>
    `The signature of the ${file} does not fit: it was altered or signed by somebody else; ` +
      'restore it from where it came.',
  expired: (refusal) =>
    `The ${refusal.file} ran out on ${asked(refusal)}; have it reviewed and signed anew, or ` +
      'check the clock.',
  'not-yet-valid': (refusal) =>
    `The ${refusal.file} is valid from ${asked(refusal)} on; check the clock of this computer.`,
  'row-missing': (refusal) =>
    `The ${refusal.file} has nothing for ${field(refusal)}; restore the whole table.`,
  'row-twice': (refusal) =>
    `The ${refusal.file} has ${field(refusal)} twice; keep one and sign it again.`,
  'row-inconsistent': (refusal) =>
    `In the ${refusal.file} the numbers of ${field(refusal)} contradict each other; correct ` +
      'and sign it again.',
  'source-missing': (refusal) =>
    `In the ${refusal.file} a number has no source that carries its grade ` +
      `("${field(refusal)}"); name one and sign it again.`,
  'other-base': (refusal) =>
    `The ${refusal.file} was made for another base table (${asked(refusal)}); review it ` +
      'against the present one and sign it again.',
  'approver-unknown': (refusal) =>
    `The ${refusal.file} is signed by ${asked(refusal)}, who is not on the list of approvers; ` +
      'have a named approver sign it.',
  'approvers-too-few': (refusal) =>
    `The ${refusal.file} has ${asked(refusal)} valid signatures by the approvers it names ` +
      `where ${allowed(refusal)} are needed; have another approver sign it.`,
  'row-unknown': (refusal) =>
    `The ${refusal.file} changes ${field(refusal)}, which the base table does not have; a site ` +
      'cannot add rows.',
  unblocks: (refusal) =>
    `The ${refusal.file} would unblock ${field(refusal)}, which nobody can; take the row out.`,
  loosens: (refusal) =>
    `The ${refusal.file} would set ${field(refusal)} to ${asked(refusal)} where ` +
      `${allowed(refusal)} is the limit; a site may tighten it, and raise depth in trunk and ` +
      'limb rows only.',
};

const isOwn = (refusal: ProfileRefusal): refusal is Own => Object.hasOwn(SENTENCES, refusal.code);

/** The sentence of a refusal of a profile, a site's table or a list of approvers. */
export const profileSentence = (refusal: ProfileRefusal): string =>
  isOwn(refusal) ? SENTENCES[refusal.code](refusal) : doorSentence(refusal);
