// What people read: one English sentence per refusal and notice, gathered here from the tables for
// plan, person and pen. Each says what, why, and what to do next, in millimetres and hertz.

import { PEN_SENTENCES } from './pen-words.ts';
import { PERSON_SENTENCES } from './person-words.ts';
import { PLAN_SENTENCES } from './plan-words.ts';
import type { Notice, NoticeCode, Refusal, RefusalCode } from './refusal.ts';
import { allowed, asked, item, type Subject, where } from './word-parts.ts';

const REFUSALS: Readonly<Record<RefusalCode, (subject: Subject) => string>> = {
  ...PLAN_SENTENCES,
  ...PERSON_SENTENCES,
  ...PEN_SENTENCES,
};

/** The sentence of a refusal. */
export const refusalSentence = (refusal: Refusal): string => REFUSALS[refusal.code](refusal);

const NOTICES: Readonly<Record<NoticeCode, (subject: Subject) => string>> = {
  'interval-short': (r) =>
    `The ${where(r)} was treated ${asked(r)} days ago, which is early; look at the skin before ` +
      'going on.',
  'many-visits': (r) =>
    `This is visit ${asked(r)} of the ${where(r)} within a year, and more than ${allowed(r)} ` +
      'is much; consider a pause.',
  'calibration-out-of-date': () =>
    'The calibration of the pen is out of date, so recommended depths are the caps; have it ' +
      'calibrated.',
  'calibration-shaken': () =>
    'The pen stalled, went too deep or was dropped since it was calibrated, so recommended ' +
      'depths are the caps; have it calibrated.',
  'calibration-used-up': () =>
    'The pen gave as many treatments as its certificate holds for, so recommended depths are the ' +
      'caps; have it calibrated.',
  'no-case-file': () =>
    'There is no case file: the visit counts as a first one, every reduction applies, and eye ' +
      'areas stay blocked; open one before the next visit.',
  precaution: (r) =>
    `The screening noted ${item(r)}; read the provider's note on it before beginning.`,
};

/** The sentence of a notice. */
export const noticeSentence = (notice: Notice): string => NOTICES[notice.code](notice);
