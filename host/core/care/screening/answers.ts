// What somebody answered, before anything is concluded from it. An answer is a yes or a no to one
// question; with a yes may come the day that it is about. What was not answered is not here.

import type { Day } from '../../day.ts';
import type { AskedFor } from './questionnaire.ts';

/** The answer to one question. */
export interface GivenAnswer {
  readonly question: string;
  readonly answer: 'yes' | 'no';
  /** The day of the last dose or procedure; without it a yes counts as of today. */
  readonly on?: Day | undefined;
  /** What the provider wrote; a warning is closed by nothing else. */
  readonly note?: string | undefined;
}

/** A prescriber's decision that a yes does not stand against this visit. */
export interface QuestionClearance {
  readonly question: string;
  readonly by: string;
  readonly reason: string;
}

/** One screening, as it was answered. */
export interface Screened {
  readonly askedFor: AskedFor;
  readonly answeredOn: Day | undefined;
  readonly bornOn: Day | undefined;
  readonly fitzpatrick: number | undefined;
  readonly answers: readonly GivenAnswer[];
  readonly clearances: readonly QuestionClearance[];
  /** Who asked the questions and signs for the answers. */
  readonly signedBy: string | undefined;
}
