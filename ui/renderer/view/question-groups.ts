// The questions of the screening in groups that a finger gets through, and the answers that were
// given so far. A group is done when each of its questions was answered; there is no answer
// beforehand, and none for several at once.

import type { QuestionLine } from '../../contract/care-says.ts';
import type { Ask } from '../../contract/request.ts';

type Screening = Extract<Ask, { kind: 'screen' }>;

/** The groups, in order. */
export const GROUPS = ['today', 'health', 'medicine', 'skin', 'plans'] as const;

/** A group. */
export type Group = (typeof GROUPS)[number];

const TODAY: ReadonlySet<string> = new Set([
  'infection-or-wound', 'cold-sore-now', 'inflamed-acne', 'lesion-in-area', 'skin-cancer-in-area',
  'tattoo-in-area', 'implant-or-port',
]);

const MEDICINE: ReadonlySet<string> = new Set([
  'isotretinoin', 'anticoagulant', 'systemic-steroids', 'chemo-or-radiotherapy', 'filler',
  'sunburn', 'laser-or-light', 'peel',
]);

/** The group of a question; what is not named here is about health. */
export function groupOf({ id, outcome }: Pick<QuestionLine, 'id' | 'outcome'>): Group {
  if (outcome === 'warning') return 'plans';
  if (outcome === 'modifier') return 'skin';
  if (TODAY.has(id)) return 'today';
  return MEDICINE.has(id) ? 'medicine' : 'health';
}

/** One answer as it is being given. */
export interface GivenHere {
  readonly answer: 'yes' | 'no';
  readonly on: string;
  readonly note: string;
  readonly prescriber: string;
  readonly reason: string;
  readonly secret: string;
}

/** An answer before anything was typed beside it. */
export const answered = (answer: 'yes' | 'no'): GivenHere =>
  ({ answer, on: '', note: '', prescriber: '', reason: '', secret: '' });

/** The answers so far, by question. */
export type AnswersHere = Readonly<Record<string, GivenHere>>;

/** The questions of a group. */
export const questionsIn = (
  questions: readonly QuestionLine[],
  group: Group,
): readonly QuestionLine[] => questions.filter((question) => groupOf(question) === group);

/** How many of some questions were answered. */
export const answeredCount = (
  questions: readonly QuestionLine[],
  answers: AnswersHere,
): number => questions.filter(({ id }) => answers[id] !== undefined).length;

const filled = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** The answers as the desk takes them. */
export const answersAsked = (answers: AnswersHere): Screening['answers'] =>
  Object.entries(answers).map(([question, { answer, on, note }]) => ({
    question,
    answer,
    ...(answer === 'yes' && filled(on) !== undefined ? { on: on.trim() } : {}),
    ...(answer === 'yes' && filled(note) !== undefined ? { note: note.trim() } : {}),
  }));

/** The clearances of those questions to which a prescriber may say that they do not count. */
export const clearancesAsked = (
  questions: readonly QuestionLine[],
  answers: AnswersHere,
): Screening['clearances'] =>
  questions.flatMap(({ id, outcome }) => {
    const given = answers[id];
    if (outcome !== 'prescriber' || given?.answer !== 'yes') return [];
    const { prescriber, reason, secret } = given;
    if (filled(prescriber) === undefined || filled(reason) === undefined) return [];
    return [{
      question: id, by: prescriber.trim(), reason: reason.trim(),
      ...(secret === '' ? {} : { secret }),
    }];
  });
