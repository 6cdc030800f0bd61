// A screening as lines of the chart: the reasons as admission knows them, beside them every answer
// in the words of the questionnaire, and each clearance as a line of its own. The case file that
// the chart makes of these lines is the one that the same answers make directly.

import type { CaseFile } from '../../case-file.ts';
import { formatDay } from '../../day.ts';
import type { NoteGiven } from '../../../journal/entry.ts';
import { ok, refuse, type Result } from '../../../../protocol/result.ts';
import type { GivenAnswer, Screened } from './answers.ts';
import { QUESTIONS_VERSION } from './questionnaire.ts';

/** What the lines are written for. */
export interface ChartVisit {
  readonly screeningId: string;
  readonly visitId: string;
  readonly by: string;
}

const answerNote = ({ question, answer, on, note }: GivenAnswer): object & AnswerNote => ({
  question,
  answer,
  ...(on === undefined ? {} : { on: formatDay(on) }),
  ...((note ?? '').trim() === '' ? {} : { details: note ?? '' }),
});

interface AnswerNote {
  readonly question: string;
  readonly answer: 'yes' | 'no';
}

/** Answers by the names of admission's reasons; a question of the same name says the same. */
function answersOf({ screening }: CaseFile, { answers }: Screened): readonly AnswerNote[] {
  const reasons = Object.entries(screening.answers).map(([question, answer]) =>
    ({ question, answer }));
  const named = new Set(reasons.map(({ question }) => question));
  return [...reasons, ...answers.filter(({ question }) => !named.has(question)).map(answerNote)];
}

/** The lines of a screening that nothing is open in; otherwise there is nothing to write down. */
export function screeningNotes(
  caseFile: CaseFile,
  screened: Screened,
  { screeningId, visitId, by }: ChartVisit,
): Result<readonly NoteGiven[], 'screening-open'> {
  const { person, screening, fitzpatrick, conditions, precautions, clearances } = caseFile;
  const { answeredOn, signedBy } = screening;
  if (answeredOn === undefined || signedBy === undefined) return refuse('screening-open');
  return ok([
    {
      kind: 'screening-answered',
      screeningId,
      visitId,
      person,
      questions: QUESTIONS_VERSION,
      answeredOn: formatDay(answeredOn),
      ...(fitzpatrick === undefined ? {} : { fitzpatrick }),
      answers: answersOf(caseFile, screened),
      conditions: Object.entries(conditions).map(([condition, answer]) => ({ condition, answer })),
      precautions,
      medicines: [],
      signedBy,
      by,
    },
    ...clearances.map(({ item, reason, by: prescriber }, index): NoteGiven => ({
      kind: 'clearance-signed',
      clearanceId: `${screeningId}-${index + 1}`,
      visitId,
      person,
      item,
      reason,
      signedBy: prescriber,
      by,
    })),
  ]);
}
