// Screens a person: from a file of answers, or by asking in the terminal. It ends in a verdict and,
// when nothing is open, in the case file that a treatment takes; a yes that forbids is written down
// as well, and admission refuses on it.

import { readAnswers, type ReadAnswers } from '../../care/answers-door.ts';
import { caseFileJson } from '../../care/case-file-json.ts';
import { caseFileOf } from '../../core/care/screening/case-file-of.ts';
import { questionsFor, QUESTIONS_VERSION } from '../../core/care/screening/questionnaire.ts';
import type { AskedFor } from '../../core/care/screening/questionnaire.ts';
import { judgeScreening, type Verdict } from '../../core/care/screening/verdict.ts';
import { conclusionSentence, findingSentence } from '../../core/care/screening/words.ts';
import { gradeWords } from '../../core/care/sources.ts';
import type { CaseFile, PastVisit } from '../../core/case-file.ts';
import type { Day } from '../../core/day.ts';
import { readCaseFile } from '../../doors/case-file.ts';
import { doorSentence } from '../../doors/door-words.ts';
import { readBaseProfile } from '../../profile/base-profile.ts';
import { profileSentence } from '../../profile/profile-words.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { EXIT } from '../exit-code.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { chartScreening } from '../screening-chart.ts';
import { acting } from '../visit-ground.ts';
import { writeNew } from '../write-new.ts';

/** What a screening is asked with. */
export interface ScreenAsked {
  /** An earlier case file, of which the history is taken over and nothing else. */
  readonly historyPath: string | undefined;
  readonly outPath: string | undefined;
  /** The installation in whose chart the screening is written down. */
  readonly dataDir: string | undefined;
  /** Who writes it into the chart; whoever signed the answers unless named. */
  readonly by?: string | undefined;
  readonly today: Day;
}

/** Screens by a file of answers. */
export async function screenFile(answersPath: string, asked: ScreenAsked): Promise<Outcome> {
  const read = readAnswers(answersPath);
  if (!read.ok) return failed(EXIT.refused, read.error.map(doorSentence));
  return screen(read.value, asked);
}

type History = readonly PastVisit[] | 'unknown';

function historyOf(path: string | undefined, person: string): Result<History, Outcome> {
  if (path === undefined) return ok('unknown');
  const read = readCaseFile(path);
  if (!read.ok) return refuse(failed(EXIT.refused, read.error.map(doorSentence)));
  const { caseFile } = read.value;
  if (caseFile.person === person) return ok(caseFile.history);
  return refuse(failed(EXIT.refused, [
    `The earlier case file is of "${caseFile.person}" and the answers are of "${person}"; name `
    + 'the right one.',
  ]));
}

/** Judges answers, and writes the case file where one is wanted and nothing is open. */
export async function screen(
  { screened, told }: ReadAnswers,
  asked: ScreenAsked,
): Promise<Outcome> {
  const profile = readBaseProfile(asked.today);
  if (!profile.ok) return failed(EXIT.refused, profile.error.map(profileSentence));
  const history = historyOf(asked.historyPath, told.person);
  if (!history.ok) return history.error;
  const ageYearsMin = profile.value.profile.ageYearsMin.value;
  const verdict = judgeScreening(screened, { today: asked.today, ageYearsMin });
  const caseFile = caseFileOf({ ...told, history: history.value }, screened);
  const { outPath, dataDir, today } = asked;
  if (verdict.conclusion === 'open') return verdictOutcome(verdict, undefined, undefined);
  if (dataDir === undefined) return filed(verdict, caseFile, outPath, undefined);
  const by = asked.by ?? screened.signedBy ?? '';
  return acting({ dataDir, person: told.person, by, today }, async (ground, desk) => {
    const charted = await chartScreening(ground, desk, { screened, told });
    if (!charted.ok) return charted.error;
    return filed(verdict, charted.value.caseFile, outPath, charted.value.visitId);
  });
}

function filed(
  verdict: Verdict,
  caseFile: CaseFile,
  outPath: string | undefined,
  visitId: string | undefined,
): Outcome {
  const written = outPath === undefined ? ok(undefined) : writeNew(outPath, caseFileJson(caseFile));
  return written.ok ? verdictOutcome(verdict, outPath, visitId) : written.error;
}

/** What a verdict comes to, with the case file and the visit that have it. */
export function verdictOutcome(
  verdict: Verdict,
  written: string | undefined,
  visitId: string | undefined,
): Outcome {
  const { conclusion, findings } = verdict;
  const says = findings.map(findingSentence);
  const document = {
    ok: conclusion === 'go-on',
    conclusion,
    questions: QUESTIONS_VERSION,
    findings: findings.map((finding, index) => ({ ...finding, says: says[index] })),
    caseFile: written ?? null,
    visitId: visitId ?? null,
  };
  const file = written === undefined
    ? 'No case file was written.'
    : `The case file is ${written}.`;
  const charted = visitId === undefined ? [] : [`The chart has it as visit ${visitId}.`];
  const lines = [...says, conclusionSentence(conclusion), file, ...charted];
  if (conclusion === 'go-on') return done(lines, document);
  return failed(EXIT.refused, [], { lines, document: { ...document, sentences: says } });
}

/** Lists the questions, or makes an empty file of answers to fill in. */
export function listQuestions(askedFor: AskedFor): Outcome {
  const questions = questionsFor(askedFor);
  const lines = questions.flatMap(({ id, asks, outcome, ground, windowDays }) => [
    `${id} (${outcome}${windowDays === undefined ? '' : `, ${windowDays} days`})`,
    `    ${asks}`,
    `    ${ground.grade}, ${gradeWords(ground.grade)}: ${ground.sources.join(', ')}`,
  ]);
  return done(lines, { version: QUESTIONS_VERSION, questions });
}
