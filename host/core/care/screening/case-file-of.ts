// From the answers of a visit to the case file that admission takes. Several questions may tell of
// one reason: it holds as soon as one of them says yes, and is denied only when all of them were
// answered. What is open stays open in the case file, and blocks there.

import {
  type CaseFile,
  type Clearance,
  type Condition,
  CONDITIONS,
  type PastVisit,
  type Precaution,
  PRECAUTIONS,
  SCREENING_ITEMS,
  type ScreeningItem,
} from '../../case-file.ts';
import { day } from '../../day.ts';
import type { Indication } from '../../limit-profile.ts';
import type { Screened } from './answers.ts';
import { isOpen, type Judged, judgeAnswer, saying } from './judge-answer.ts';
import { ENERGY_ITEMS, type EnergyItem, type Feeds, type Question } from './question.ts';
import { questionsFor } from './questionnaire.ts';
import { clearanceOf, judgeScreening } from './verdict.ts';

/** What the chart knows of a person beside today's answers. */
export interface Told {
  readonly person: string;
  readonly history: readonly PastVisit[] | 'unknown';
  /** Treatments that want a prescriber and have one. */
  readonly indications: readonly (Omit<Clearance, 'item'> & { readonly item: Indication })[];
  /** Who answers for the case file. */
  readonly signer: string | undefined;
}

interface JudgedQuestion {
  readonly question: Question;
  readonly judged: Judged;
}

const judgeAll = (screened: Screened): readonly JudgedQuestion[] =>
  questionsFor(screened.askedFor).map((question) => ({
    question, judged: judgeAnswer(question, screened),
  }));

const feeding = (
  all: readonly JudgedQuestion[],
  kind: Feeds['kind'],
  item: Feeds['item'],
): readonly JudgedQuestion[] =>
  all.filter(({ question: { feeds } }) => feeds.kind === kind && feeds.item === item);

/** What some questions say together. */
function together(questions: readonly JudgedQuestion[]): 'yes' | 'no' | undefined {
  if (questions.some(({ judged }) => judged.kind === 'yes')) return 'yes';
  return questions.length === 0 || questions.some(({ judged }) => isOpen(judged))
    ? undefined
    : 'no';
}

function answersOf<Name extends Feeds['item']>(
  all: readonly JudgedQuestion[],
  kind: Feeds['kind'],
  names: readonly Name[],
): Readonly<Partial<Record<Name, 'yes' | 'no'>>> {
  const answers: Partial<Record<Name, 'yes' | 'no'>> = {};
  for (const name of names) {
    const answer = together(feeding(all, kind, name));
    if (answer !== undefined) answers[name] = answer;
  }
  return answers;
}

/** A reason is cleared when every question that says yes to it is. */
function clearancesOf(
  all: readonly JudgedQuestion[],
  screened: Screened,
): readonly Clearance[] {
  return SCREENING_ITEMS.flatMap((item) => {
    const yes = feeding(all, 'screening', item).filter(({ judged }) => judged.kind === 'yes');
    const signed = yes.map(({ question }) => clearanceOf(screened, question.id));
    const whole = signed.filter((one) => one !== undefined);
    if (yes.length === 0 || whole.length < yes.length) return [];
    const names = [...new Set(whole.map(({ by }) => by.trim()))].join(', ');
    return [{ item, by: names, reason: whole.map(({ reason }) => reason.trim()).join('; ') }];
  });
}

function precautionsOf(all: readonly JudgedQuestion[]): CaseFile['precautions'] {
  const noted = (item: Precaution): CaseFile['precautions'] =>
    feeding(all, 'precaution', item).flatMap(({ judged }) =>
      judged.kind === 'yes' && judged.note !== undefined ? [{ item, note: judged.note }] : []);
  return PRECAUTIONS.flatMap(noted);
}

/** A signature under a screening in which something is open stands for nothing. */
function signatureOf(screened: Screened): string | undefined {
  const ground = { today: screened.answeredOn ?? day(0), ageYearsMin: 0 };
  const { conclusion } = judgeScreening(screened, ground);
  // S-60: an open point takes the signature away, and admission refuses what nobody signed.
  return conclusion === 'open' ? undefined : saying(screened.signedBy);
}

/** The case file of a visit. */
export function caseFileOf(told: Told, screened: Screened): CaseFile {
  const all = judgeAll(screened);
  return {
    person: told.person,
    bornOn: screened.bornOn,
    fitzpatrick: screened.fitzpatrick,
    history: told.history,
    screening: {
      answeredOn: screened.answeredOn,
      answers: answersOf<ScreeningItem>(all, 'screening', SCREENING_ITEMS),
      signedBy: signatureOf(screened),
    },
    conditions: answersOf<Condition>(all, 'condition', CONDITIONS),
    clearances: [...clearancesOf(all, screened), ...told.indications],
    precautions: precautionsOf(all),
    signer: saying(told.signer),
  };
}

/** What the answers say about radiofrequency; an item without an answer is not there. */
export const energyAnswers = (
  screened: Screened,
): Readonly<Partial<Record<EnergyItem, 'yes' | 'no'>>> =>
  answersOf<EnergyItem>(judgeAll(screened), 'energy', ENERGY_ITEMS);
