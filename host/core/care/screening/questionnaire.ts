// The whole questionnaire, in the order in which it is asked. Every question is asked anew at every
// visit; there is no default, no "as last time", and no way to answer several at once.

import { BLOCKING_QUESTIONS } from './blocking-questions.ts';
import { ENERGY_QUESTIONS, REDUCING_QUESTIONS, WARNING_QUESTIONS } from './other-questions.ts';
import type { Question } from './question.ts';

/** Which questions in which wording: it changes with every change of either. */
export const QUESTIONS_VERSION = 'corium-screening-1';

/** Whether the visit is with needles alone or with radiofrequency as well. */
export type AskedFor = 'needles' | 'energy';

const NEEDLES: readonly Question[] = [
  ...BLOCKING_QUESTIONS,
  ...REDUCING_QUESTIONS,
  ...WARNING_QUESTIONS,
];

/** The questions of a visit. */
export const questionsFor = (what: AskedFor): readonly Question[] =>
  what === 'needles' ? NEEDLES : [...NEEDLES, ...ENERGY_QUESTIONS];

/** A question by its name, or undefined when nobody asks it. */
export const questionNamed = (id: string): Question | undefined =>
  questionsFor('energy').find((question) => question.id === id);
