// The screening at the window: the questions with what a yes to each does, and the answers of
// today, judged by the host's own verdict. While one is open nothing is written; what forbids is
// written as well, and admission refuses on it.

import { ok, refuse, type Result } from '../../../protocol/result.ts';
import type { QuestionClearance, Screened } from '../../../host/core/care/screening/answers.ts';
import { caseFileOf } from '../../../host/core/care/screening/case-file-of.ts';
import { screeningNotes } from '../../../host/core/care/screening/chart-notes.ts';
import { questionsFor, QUESTIONS_VERSION }
  from '../../../host/core/care/screening/questionnaire.ts';
import { type Finding, judgeScreening, type Verdict }
  from '../../../host/core/care/screening/verdict.ts';
import { parseDay } from '../../../host/core/day.ts';
import { today } from '../../../host/cli/today.ts';
import type { CareRefusal } from '../../contract/care-refusal.ts';
import type { DeskRefusal } from '../../contract/desk-refusal.ts';
import type { Asked } from '../../contract/request.ts';
import { type Done, type Doers, no } from '../doer.ts';
import type { Held } from '../held.ts';
import { signsToo } from './signing.ts';
import { against, careRefusals, writeAtVisit } from './writing.ts';

type Screen = Extract<Asked, { readonly kind: 'screen' }>;

const refusalOf = ({ code, question, asked, allowed }: Finding): CareRefusal => ({
  topic: 'screening',
  code,
  facts: { question: question ?? '', asked: asked ?? 0, allowed: allowed ?? 0 },
});

type Signed = Result<readonly QuestionClearance[], readonly DeskRefusal[]>;

async function clearancesOf(held: Held, { clearances }: Screen): Promise<Signed> {
  const signed: QuestionClearance[] = [];
  for (const { question, reason, ...who } of clearances) {
    const by = await signsToo(held, who, 'sign-clearance');
    if (!by.ok) return by;
    signed.push({ question, reason, by: by.value });
  }
  return ok(signed);
}

function screenedOf(
  held: Held,
  asked: Screen,
  clearances: readonly QuestionClearance[],
): Screened | undefined {
  const known = held.person === undefined ? undefined : held.care.identity(held.person)?.born;
  const born = known ?? asked.bornOn;
  const answers = asked.answers.map(({ question, answer, on, note }) =>
    ({ question, answer, on: on === undefined ? undefined : parseDay(on), note }));
  const isWrong = asked.answers.some(({ on }) => on !== undefined && parseDay(on) === undefined);
  if (isWrong) return undefined;
  return {
    askedFor: 'needles',
    answeredOn: today(),
    bornOn: born === undefined ? undefined : parseDay(born),
    fitzpatrick: asked.fitzpatrick,
    answers,
    clearances,
    signedBy: held.choices.operator,
  };
}

async function screen(held: Held, asked: Screen): Promise<Done> {
  const { profile, person } = held;
  if (!profile.ok) return no('not-admitted', { details: profile.error });
  if (person === undefined) return refuse(careRefusals([{ topic: 'visit', code: 'no-person' }]));
  const signed = await clearancesOf(held, asked);
  if (!signed.ok) return signed;
  const screened = screenedOf(held, asked, signed.value);
  if (screened === undefined) {
    return refuse(careRefusals([refusalOf({ code: 'day-impossible' })]));
  }
  const ageYearsMin = profile.value.profile.ageYearsMin.value;
  const verdict = judgeScreening(screened, { today: today(), ageYearsMin });
  if (verdict.conclusion === 'open') {
    return refuse(careRefusals(openFindings(verdict).map(refusalOf)));
  }
  const by = held.choices.operator;
  const told = { person, history: 'unknown', indications: [], signer: by } as const;
  const caseFile = caseFileOf(told, screened);
  const written = await writeAtVisit(held, ({ visit: { visitId, screenings } }) => {
    const screeningId = `${visitId}-s${screenings.length + 1}`;
    const notes = screeningNotes(caseFile, screened, { screeningId, visitId, by });
    return notes.ok ? notes : against('screening', 'unanswered', { question: '' });
  });
  if (!written.ok) return written;
  return ok({ kind: 'screened', conclusion: verdict.conclusion });
}

const TELLING: ReadonlySet<Finding['code']> = new Set(['cleared', 'reduces', 'warns', 'over']);

const openFindings = ({ findings }: Verdict): readonly Finding[] =>
  findings.filter(({ code }) => !TELLING.has(code)).slice(0, 12);

/** The doers. */
export const screeningAsks: Doers<'read-questions' | 'screen'> = {
  'read-questions': () => ok({
    kind: 'questions',
    version: QUESTIONS_VERSION,
    questions: questionsFor('needles').map(({ id, outcome, windowDays, ground }) =>
      ({ id, outcome, windowDays, grade: ground.grade })),
  }),
  screen: ({ held }, asked) => screen(held, asked),
};
