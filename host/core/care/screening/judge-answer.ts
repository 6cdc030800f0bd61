// What one question's answer means on the day of the visit. A yes about something that is over for
// long enough is told and no longer counts; a yes without a day counts: nobody knows better.

import type { Day } from '../../day.ts';
import type { GivenAnswer, Screened } from './answers.ts';
import type { Question } from './question.ts';

/** What an answer comes to. */
export type Judged =
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'contradicted' }
  | { readonly kind: 'day-impossible' }
  | { readonly kind: 'no' }
  /** It was so, and is over: this many days ago. */
  | { readonly kind: 'over'; readonly days: number }
  | { readonly kind: 'yes'; readonly note: string | undefined };

const isBlank = (text: string | undefined): boolean => (text ?? '').trim() === '';

/** A text that says something, or undefined. */
export const saying = (text: string | undefined): string | undefined =>
  isBlank(text) ? undefined : text?.trim();

const isPossible = (on: Day, { answeredOn, bornOn }: Screened): boolean =>
  (answeredOn === undefined || on <= answeredOn) && (bornOn === undefined || on >= bornOn);

function judgeYes(question: Question, given: GivenAnswer, screened: Screened): Judged {
  const { windowDays } = question;
  const { answeredOn } = screened;
  const { on } = given;
  if (on !== undefined && !isPossible(on, screened)) return { kind: 'day-impossible' };
  const days = on === undefined || answeredOn === undefined ? 0 : answeredOn - on;
  const isOver = windowDays !== undefined && days > windowDays;
  return isOver ? { kind: 'over', days } : { kind: 'yes', note: saying(given.note) };
}

/** Judges the answer to a question. */
export function judgeAnswer(question: Question, screened: Screened): Judged {
  const given = screened.answers.filter(({ question: id }) => id === question.id);
  const [first] = given;
  if (first === undefined) return { kind: 'unanswered' };
  // The same question answered twice is no answer: nobody can say which one is meant.
  if (given.length > 1) return { kind: 'contradicted' };
  return first.answer === 'no' ? { kind: 'no' } : judgeYes(question, first, screened);
}

/** Whether a judged answer says neither yes nor no. */
export const isOpen = ({ kind }: Judged): boolean =>
  kind === 'unanswered' || kind === 'contradicted' || kind === 'day-impossible';
