// What is said when something about a person, or not knowing it, stands against a plan.

import { allowed, asked, item, where, type Subject } from './word-parts.ts';
import type { PersonRefusalCode } from './refusal.ts';

/** The sentence of every reason that lies in the person. */
export const PERSON_SENTENCES: Readonly<Record<PersonRefusalCode, (about: Subject) => string>> = {
  'person-mismatch': () =>
    'The plan and the case file are about different people; open the right case file.',
  'case-file-unsigned': () =>
    'Nobody has signed the case file, so nobody answers for it; have it signed.',
  'date-in-future': (r) =>
    `A date on record for ${where(r)} lies after today; correct the date, or the clock of this ` +
      'computer.',
  'age-unknown': () =>
    'The date of birth is not on file, so age limits cannot be applied; enter it.',
  'age-under-limit': (r) =>
    `The person is ${asked(r)} years old and no pen is cleared for anybody under ` +
      `${allowed(r)}; do not treat.`,
  'skin-type-unknown': () =>
    'The Fitzpatrick skin type is not on file, so depth cannot be reduced for it; assess and ' +
      'enter it.',
  'condition-unknown': (r) =>
    `Nobody has said yes or no to ${item(r)}, which would reduce the limits; ask and enter it.`,
  'screening-unsigned': () =>
    'Nobody has signed the screening; have the person who asked the questions sign it.',
  'screening-not-today': () =>
    'The screening was not answered today, and answers do not carry over; ask every question ' +
      'again.',
  'screening-unanswered': (r) =>
    `The screening question on ${item(r)} has no answer; ask it and enter yes or no.`,
  'screening-forbids': (r) =>
    `The screening says yes to ${item(r)}, which forbids treatment; do not treat unless a ` +
      'prescriber has signed a clearance where one is possible.',
  'interval-too-short': (r) =>
    `The ${where(r)} was treated ${asked(r)} days ago and needs ${allowed(r)} days between ` +
      'treatments; come back later.',
  'treated-today-unaccounted': (r) =>
    `The case file says that the ${where(r)} was treated today, but this installation's ` +
      'journal does not know how much; do not treat it again today.',
  'red-flag': (r) =>
    `An earlier treatment of the ${where(r)} raised a red flag or was never judged; have it ` +
      'reviewed and recorded first.',
  'eye-too-early': (r) =>
    `The ${where(r)} waits until another area of the face has been treated, followed up on a ` +
      'recorded date and found without a red flag; record the follow-up or leave the area out.',
  'eye-protection-missing': (r) =>
    `The plan does not provide eye protection for the ${where(r)}; plan a shield ` +
      '("eyeProtection": true) and put it in place.',
  'budget-unknown': () =>
    'The journal of this installation cannot be read, so nobody knows what was already spent; ' +
      'restore it before treating.',
  'budget-spent': (r) =>
    `The ${where(r)} has received all it may today; leave it out.`,
};
