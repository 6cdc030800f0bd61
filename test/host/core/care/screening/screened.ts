// A person who answers everything with no, so that a test can change one answer and see.
import type { Screened } from '../../../../../host/core/care/screening/answers.ts';
import { questionsFor } from '../../../../../host/core/care/screening/questionnaire.ts';
import type { Told } from '../../../../../host/core/care/screening/case-file-of.ts';
import { on, TODAY } from '../../../../support/limit-world.ts';

/** Nothing stands against this one. */
export const ALL_NO: Screened = {
  askedFor: 'needles',
  answeredOn: TODAY,
  bornOn: on('1986-04-12'),
  fitzpatrick: 2,
  answers: questionsFor('needles').map(({ id }) => ({ question: id, answer: 'no' })),
  clearances: [],
  signedBy: 'Provider',
};

/** The chart of that person. */
export const TOLD: Told = {
  person: 'demo-person-1', history: [], indications: [], signer: 'Clinical lead',
};

/** The same with another answer to one question. */
export const withAnswer = (
  screened: Screened,
  question: string,
  change: Partial<Screened['answers'][number]> | undefined,
): Screened => ({
  ...screened,
  answers: screened.answers.flatMap((answer) => {
    if (answer.question !== question) return [answer];
    return change === undefined ? [] : [{ ...answer, ...change }];
  }),
});
