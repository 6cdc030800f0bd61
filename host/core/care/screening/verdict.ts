// The verdict of a screening: everything that was found, all of it at once, and what that comes to.
// It advises whoever stands at the chair; what binds is admission, which reads the case file that
// the same answers become, and comes to the same.

import { ageYears, type Day } from '../../day.ts';
import type { QuestionClearance, Screened } from './answers.ts';
import { type Judged, judgeAnswer, saying } from './judge-answer.ts';
import type { Question } from './question.ts';
import { questionNamed, questionsFor } from './questionnaire.ts';

/** Something that was found, about a question where there is one. */
export interface Finding {
  readonly code: FindingCode;
  readonly question?: string;
  readonly asked?: number;
  readonly allowed?: number;
  readonly by?: string;
  readonly note?: string;
}

/** What may be found. */
export type FindingCode =
  | 'not-today' | 'unsigned' | 'skin-type-missing' | 'birth-missing' | 'birth-impossible'
  | 'unanswered' | 'contradicted' | 'day-impossible' | 'question-unknown'
  | 'note-missing' | 'pigment-plan-missing' | 'clearance-empty' | 'clearance-pointless'
  | 'under-age' | 'forbids' | 'needs-prescriber'
  | 'cleared' | 'reduces' | 'warns' | 'over';

/** What it comes to: questions are open, it is forbidden, a prescriber is needed, or go on. */
export type Conclusion = 'open' | 'forbidden' | 'prescriber' | 'go-on';

/** A verdict. */
export interface Verdict {
  readonly conclusion: Conclusion;
  readonly findings: readonly Finding[];
}

const FORBIDDING: ReadonlySet<FindingCode> = new Set(['under-age', 'forbids']);
const TELLING: ReadonlySet<FindingCode> = new Set(['cleared', 'reduces', 'warns', 'over']);

const YEARS_MAX = 120;
const DARKER_FROM_TYPE = 4;

/** What screening has to know beside the answers. */
export interface ScreeningGround {
  readonly today: Day;
  readonly ageYearsMin: number;
}

function birthFindings(screened: Screened, ground: ScreeningGround): readonly Finding[] {
  const { bornOn } = screened;
  const { today, ageYearsMin } = ground;
  if (bornOn === undefined) return [{ code: 'birth-missing' }];
  const years = ageYears(bornOn, today);
  if (bornOn > today || years > YEARS_MAX) return [{ code: 'birth-impossible', asked: years }];
  const young: Finding = { code: 'under-age', asked: years, allowed: ageYearsMin };
  return years < ageYearsMin ? [young] : [];
}

const isSkinType = (type: number | undefined): boolean =>
  type !== undefined && Number.isInteger(type) && type >= 1 && type <= 6;

/** The signed clearance of a question, if it is whole. */
export function clearanceOf(screened: Screened, id: string): QuestionClearance | undefined {
  return screened.clearances.find(
    ({ question, by, reason }) =>
      question === id && saying(by) !== undefined && saying(reason) !== undefined,
  );
}

function blockFindings(question: Question, screened: Screened): readonly Finding[] {
  const { id } = question;
  const cleared = clearanceOf(screened, id);
  if (question.outcome === 'block') return [{ code: 'forbids', question: id }];
  if (cleared === undefined) return [{ code: 'needs-prescriber', question: id }];
  return [{ code: 'cleared', question: id, by: cleared.by, note: cleared.reason }];
}

function yesFindings(
  question: Question,
  note: string | undefined,
  screened: Screened,
): readonly Finding[] {
  const { id, outcome } = question;
  if (outcome === 'modifier') return [{ code: 'reduces', question: id }];
  if (outcome !== 'warning') return blockFindings(question, screened);
  if (note === undefined) return [{ code: 'note-missing', question: id }];
  return [{ code: 'warns', question: id, note }];
}

function findingsOf(question: Question, judged: Judged, screened: Screened): readonly Finding[] {
  const { id } = question;
  if (judged.kind === 'no') return [];
  if (judged.kind === 'yes') return yesFindings(question, judged.note, screened);
  if (judged.kind === 'over') return [{ code: 'over', question: id, asked: judged.days }];
  return [{ code: judged.kind, question: id }];
}

/** Whether pigment has to be planned for: a darker type, or skin that keeps dark marks. */
export function marksDark({ fitzpatrick, answers }: Screened): boolean {
  const isDarkType = (fitzpatrick ?? DARKER_FROM_TYPE) >= DARKER_FROM_TYPE;
  const told = answers.find(
    ({ question }) => question === 'melasma-or-pigment-after-inflammation',
  );
  return isDarkType || told?.answer === 'yes';
}

function pigmentFindings(screened: Screened): readonly Finding[] {
  const plan = screened.answers.find(({ question }) => question === 'pigment-plan');
  const lacks = plan?.answer === 'no' && marksDark(screened);
  return lacks ? [{ code: 'pigment-plan-missing', question: 'pigment-plan' }] : [];
}

function strayFindings(screened: Screened): readonly Finding[] {
  const asked = new Set(questionsFor(screened.askedFor).map(({ id }) => id));
  const unknown = screened.answers.filter(({ question }) => !asked.has(question));
  const stray = screened.clearances.flatMap(({ question, by, reason }): readonly Finding[] => {
    if (questionNamed(question)?.outcome !== 'prescriber') {
      return [{ code: 'clearance-pointless', question }];
    }
    const isWhole = saying(by) !== undefined && saying(reason) !== undefined;
    return isWhole ? [] : [{ code: 'clearance-empty', question }];
  });
  return [
    ...unknown.map(({ question }): Finding => ({ code: 'question-unknown', question })),
    ...stray,
  ];
}

function conclude(findings: readonly Finding[]): Conclusion {
  const codes = findings.map(({ code }) => code);
  if (codes.some((code) => FORBIDDING.has(code))) return 'forbidden';
  const isOpen = codes.some((code) => !TELLING.has(code) && code !== 'needs-prescriber');
  if (isOpen) return 'open';
  return codes.includes('needs-prescriber') ? 'prescriber' : 'go-on';
}

/** Judges a screening. */
export function judgeScreening(screened: Screened, ground: ScreeningGround): Verdict {
  const { answeredOn, signedBy, fitzpatrick } = screened;
  const checks: readonly (readonly [boolean, FindingCode])[] = [
    [answeredOn !== ground.today, 'not-today'],
    [saying(signedBy) === undefined, 'unsigned'],
    [!isSkinType(fitzpatrick), 'skin-type-missing'],
  ];
  const findings = [
    ...checks.filter(([holds]) => holds).map(([, code]): Finding => ({ code })),
    ...birthFindings(screened, ground),
    ...questionsFor(screened.askedFor).flatMap((question) =>
      findingsOf(question, judgeAnswer(question, screened), screened)),
    ...pigmentFindings(screened),
    ...strayFindings(screened),
  ];
  return { conclusion: conclude(findings), findings };
}
