// The screening of the visit of today: from a file of answers, or asked in the terminal. It is
// judged by the same questions as "corium screen", and goes into the chart of the visit.

import { readAnswers, type ReadAnswers } from '../../care/answers-door.ts';
import { readChartGround } from '../../care/chart-ground.ts';
import { visitToday } from '../../core/care/visit/visit-standing.ts';
import { visitSentence } from '../../core/care/visit/visit-words.ts';
import { doorSentence } from '../../doors/door-words.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { EXIT } from '../exit-code.ts';
import { failed, type Outcome } from '../outcome.ts';
import type { Terminal } from '../terminal.ts';
import { type Acting, acting, type VisitGiven } from '../visit-ground.ts';
import { screen } from './screen.ts';
import { askScreening } from './screen-asking.ts';

/** Screens at the visit of today. */
export const screenVisit = (
  given: VisitGiven,
  answersPath: string | undefined,
  terminal: Terminal,
): Promise<Outcome> =>
  acting(given, 'answer-screening', async (asked) => {
    const none = visitMissing(asked);
    if (none !== undefined) return none;
    const answers = answersPath === undefined
      ? await interview(asked, terminal)
      : fromFile(answersPath, asked.person);
    if (!answers.ok) return answers.error;
    const { dataDir, today, remarks } = asked;
    const outcome = await screen(answers.value, {
      historyPath: undefined, outPath: undefined, dataDir, today,
    });
    return { ...outcome, complaints: [...outcome.complaints, ...remarks] };
  });

function visitMissing({ staff, dataDir, person, today }: Acting): Outcome | undefined {
  const read = readChartGround(dataDir, staff.world);
  if (!read.ok) return failed(EXIT.journal, [read.error]);
  const facts = read.value?.facts;
  if (facts?.people.has(person) !== true) {
    return failed(EXIT.refused, [visitSentence({ code: 'no-chart' }, person)]);
  }
  return visitToday(facts, person, today) === undefined
    ? failed(EXIT.refused, [visitSentence({ code: 'no-visit' }, person)])
    : undefined;
}

function fromFile(path: string, person: string): Result<ReadAnswers, Outcome> {
  const read = readAnswers(path);
  if (!read.ok) return refuse(failed(EXIT.refused, read.error.map(doorSentence)));
  const { told } = read.value;
  return told.person === person ? read : refuse(failed(EXIT.refused, [
    `The answers are of "${told.person}" and the visit is of "${person}"; name the right ones.`,
  ]));
}

async function interview(
  { staff, person, by, today }: Acting,
  terminal: Terminal,
): Promise<Result<ReadAnswers, Outcome>> {
  if (!terminal.interactive) {
    return refuse(failed(EXIT.usage, [
      'Questions are asked in a terminal, one by one; elsewhere name a file of answers.',
    ]));
  }
  staff.asker.close();
  const screened = await askScreening('needles', today, terminal);
  return screened === undefined
    ? refuse(failed(EXIT.leftOpen, ['Left before the last question; nobody was screened.']))
    : ok({ screened, told: { person, indications: [], signer: by } });
}
