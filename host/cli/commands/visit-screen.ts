// The screening of the visit of today: from a file of answers, or asked in the terminal. It is
// judged by the same questions as "corium screen", and goes into the chart of the visit.

import { readAnswers, type ReadAnswers } from '../../care/answers-door.ts';
import { readChartGround } from '../../care/chart-ground.ts';
import { visitToday } from '../../core/care/visit/visit-standing.ts';
import { visitSentence } from '../../core/care/visit/visit-words.ts';
import { doorSentence } from '../../doors/door-words.ts';
import { nodeWorld } from '../../journal/index.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { HOST_VERSION } from '../../version.ts';
import { EXIT } from '../exit-code.ts';
import { failed, type Outcome } from '../outcome.ts';
import { chartScreening } from '../screening-chart.ts';
import type { Terminal } from '../terminal.ts';
import { acting, type AtDesk, type VisitGiven } from '../visit-ground.ts';
import { verdictOutcome } from './screen.ts';
import { askScreening } from './screen-asking.ts';

/** Screens at the visit of today. */
export const screenVisit = (
  given: VisitGiven,
  answersPath: string | undefined,
  terminal: Terminal,
): Promise<Outcome> =>
  acting(given, async (ground, desk) => {
    const none = visitMissing(given);
    if (none !== undefined) return none;
    const answers = answersPath === undefined
      ? await interview(given, desk, terminal)
      : fromFile(answersPath, given.person);
    if (!answers.ok) return answers.error;
    const { screened, told } = answers.value;
    const charted = await chartScreening(ground, desk, { screened, told });
    if (!charted.ok) return charted.error;
    const { verdict, visitId } = charted.value;
    return verdictOutcome(verdict, undefined, visitId);
  });

function visitMissing({ dataDir, person, today }: VisitGiven): Outcome | undefined {
  const read = readChartGround(dataDir, nodeWorld(HOST_VERSION));
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
  { person, by, today }: VisitGiven,
  { asker }: AtDesk,
  terminal: Terminal,
): Promise<Result<ReadAnswers, Outcome>> {
  if (!terminal.interactive) {
    return refuse(failed(EXIT.usage, [
      'Questions are asked in a terminal, one by one; elsewhere name a file of answers.',
    ]));
  }
  asker.close();
  const screened = await askScreening('needles', today, terminal);
  return screened === undefined
    ? refuse(failed(EXIT.leftOpen, ['Left before the last question; nobody was screened.']))
    : ok({ screened, told: { person, indications: [], signer: by } });
}
