// The screening as a conversation: one prompt after the other, each with what may be answered. An
// answer that is not understood asks again; there is no key for "no to all", and Enter alone is an
// answer to nothing but a day or a signature that is not there.

import { type Day, formatDay, parseDay } from '../../day.ts';
import type { GivenAnswer, Screened } from './answers.ts';
import { marksDark } from './verdict.ts';
import type { Question } from './question.ts';
import { type AskedFor, questionsFor } from './questionnaire.ts';

/** Where a conversation stands. */
export interface Interview {
  readonly screened: Screened;
  readonly today: Day;
  readonly at: At;
}

type At =
  | { readonly kind: 'birth' }
  | { readonly kind: 'skin-type' }
  | { readonly kind: 'question'; readonly index: number; readonly part: Part }
  | { readonly kind: 'signature' }
  | { readonly kind: 'done' };

type Part = 'answer' | 'day' | 'note' | 'cleared-by' | 'reason';

/** Begins one. */
export const beginInterview = (askedFor: AskedFor, today: Day): Interview => ({
  today,
  at: { kind: 'birth' },
  screened: {
    askedFor, answeredOn: today, bornOn: undefined, fitzpatrick: undefined,
    answers: [], clearances: [], signedBy: undefined,
  },
});

const questionAt = ({ screened }: Interview, index: number): Question | undefined =>
  questionsFor(screened.askedFor)[index];

/** What is asked next; undefined when nothing is left to ask. */
export function promptOf(interview: Interview): string | undefined {
  const { at, screened } = interview;
  if (at.kind === 'done') return undefined;
  if (at.kind === 'birth') return 'Date of birth (YYYY-MM-DD)';
  if (at.kind === 'skin-type') return 'Fitzpatrick skin type (1 to 6)';
  if (at.kind === 'signature') return 'Your name, as a signature under these answers';
  const question = questionAt(interview, at.index);
  const count = questionsFor(screened.askedFor).length;
  return PART_PROMPTS[at.part](`${at.index + 1}/${count} ${question?.asks ?? ''}`);
}

const PART_PROMPTS: Readonly<Record<Part, (asks: string) => string>> = {
  answer: (asks) => `${asks} [yes/no]`,
  day: () => '   On which day (YYYY-MM-DD; Enter if nobody knows)',
  note: () => '   Note of the provider',
  'cleared-by': () => '   Prescriber who clears this (Enter if nobody does)',
  reason: () => '   Reason of the prescriber',
};

/** An answer taken, or what is wrong with it. */
export type Heard =
  | { readonly kind: 'taken'; readonly interview: Interview }
  | { readonly kind: 'again'; readonly sentence: string };

const again = (sentence: string): Heard => ({ kind: 'again', sentence });

/** Takes a line. */
export function hear(interview: Interview, line: string): Heard {
  const text = line.trim();
  const { at } = interview;
  if (at.kind === 'birth') return hearBirth(interview, text);
  if (at.kind === 'skin-type') return hearSkinType(interview, text);
  if (at.kind === 'signature') return hearSignature(interview, text);
  if (at.kind === 'done') return again('Everything has been asked.');
  return hearPart(interview, at.index, at.part, text);
}

const withScreened = (
  interview: Interview,
  change: Partial<Screened>,
  at: At,
): Heard => ({
  kind: 'taken', interview: { ...interview, screened: { ...interview.screened, ...change }, at },
});

function hearBirth(interview: Interview, text: string): Heard {
  const bornOn = parseDay(text);
  if (bornOn === undefined) return again(`"${text}" is no date that exists; write YYYY-MM-DD.`);
  if (bornOn > interview.today) return again('That day is to come; write the date of birth.');
  return withScreened(interview, { bornOn }, { kind: 'skin-type' });
}

function hearSkinType(interview: Interview, text: string): Heard {
  if (!/^[1-6]$/.test(text)) return again('Look at the skin and write a number from 1 to 6.');
  const at: At = { kind: 'question', index: 0, part: 'answer' };
  return withScreened(interview, { fitzpatrick: Number(text) }, at);
}

function hearSignature(interview: Interview, text: string): Heard {
  if (text === '') return again('Somebody signs for having asked; write your name.');
  return withScreened(interview, { signedBy: text }, { kind: 'done' });
}

const YES: ReadonlySet<string> = new Set(['y', 'yes']);
const NO: ReadonlySet<string> = new Set(['n', 'no']);

/** What has to be asked after a part of a question, in this order. */
function nextPart(question: Question, part: Part): Part | undefined {
  const parts: readonly Part[] = [
    'answer',
    ...(question.windowDays === undefined ? [] : ['day' as const]),
    ...(question.outcome === 'warning' ? ['note' as const] : []),
    ...(question.outcome === 'prescriber' ? ['cleared-by' as const, 'reason' as const] : []),
  ];
  return parts[parts.indexOf(part) + 1];
}

/** Where the conversation goes on after a question. */
function afterQuestion({ screened }: Interview, index: number): At {
  const more = index + 1 < questionsFor(screened.askedFor).length;
  return more ? { kind: 'question', index: index + 1, part: 'answer' } : { kind: 'signature' };
}

function hearPart(interview: Interview, index: number, part: Part, text: string): Heard {
  const question = questionAt(interview, index);
  if (question === undefined) return again('Everything has been asked.');
  const following = nextPart(question, part);
  const on: At = following === undefined
    ? afterQuestion(interview, index)
    : { kind: 'question', index, part: following };
  if (part === 'answer') return hearAnswer(interview, question, index, text, on);
  if (part === 'day') return hearDay(interview, text, on);
  if (part === 'note') return hearNote(interview, text, on);
  return hearClearance(interview, question, index, part, text);
}

function hearAnswer(
  interview: Interview,
  question: Question,
  index: number,
  text: string,
  onYes: At,
): Heard {
  const word = text.toLowerCase();
  if (!YES.has(word) && !NO.has(word)) return again('Answer yes or no; nothing is assumed.');
  const answer = YES.has(word) ? 'yes' : 'no';
  const { answers } = interview.screened;
  const lacksPlan = question.id === 'pigment-plan' && answer === 'no';
  if (lacksPlan && marksDark(interview.screened)) {
    return again('This skin may keep dark marks; agree on sun and photographs, then answer yes.');
  }
  const given: GivenAnswer = { question: question.id, answer };
  const at = answer === 'yes' ? onYes : afterQuestion(interview, index);
  return withScreened(interview, { answers: [...answers, given] }, at);
}

/** Changes the newest answer. */
function amend(interview: Interview, change: Partial<GivenAnswer>, at: At): Heard {
  const { answers } = interview.screened;
  const last = answers.at(-1);
  if (last === undefined) return again('Nothing has been answered.');
  const amended = [...answers.slice(0, -1), { ...last, ...change }];
  return withScreened(interview, { answers: amended }, at);
}

function hearDay(interview: Interview, text: string, at: At): Heard {
  if (text === '') return amend(interview, {}, at);
  const on = parseDay(text);
  const { bornOn } = interview.screened;
  if (on === undefined) return again(`"${text}" is no date that exists; write YYYY-MM-DD.`);
  if (on > interview.today) {
    return again(`That day is to come; today is ${formatDay(interview.today)}.`);
  }
  if (bornOn !== undefined && on < bornOn) return again('That day is before birth.');
  return amend(interview, { on }, at);
}

const hearNote = (interview: Interview, text: string, at: At): Heard =>
  text === '' ? again('Write what was decided; a yes here wants a note.')
    : amend(interview, { note: text }, at);

function hearClearance(
  interview: Interview,
  question: Question,
  index: number,
  part: Part,
  text: string,
): Heard {
  const { clearances } = interview.screened;
  const over = afterQuestion(interview, index);
  if (part === 'cleared-by') {
    if (text === '') return withScreened(interview, {}, over);
    const begun = [...clearances, { question: question.id, by: text, reason: '' }];
    const at: At = { kind: 'question', index, part: 'reason' };
    return withScreened(interview, { clearances: begun }, at);
  }
  const last = clearances.at(-1);
  if (text === '' || last === undefined) return again('A clearance has a reason; write it.');
  const whole = [...clearances.slice(0, -1), { ...last, reason: text }];
  return withScreened(interview, { clearances: whole }, over);
}
