// The screening as a conversation: nothing assumed, nothing skipped.
import { expect, test } from 'vitest';
import {
  beginInterview, hear, type Interview, promptOf,
} from '../../../../../host/core/care/screening/interview.ts';
import { judgeScreening } from '../../../../../host/core/care/screening/verdict.ts';
import { questionsFor } from '../../../../../host/core/care/screening/questionnaire.ts';
import { TODAY } from '../../../../support/limit-world.ts';

const COUNT = questionsFor('needles').length;

/** Answers by what a prompt says; everything else with no. */
function held(answers: readonly (readonly [RegExp, string])[], type = '2'): Interview {
  let interview = beginInterview('needles', TODAY);
  for (let turn = 0; turn < 200; turn += 1) {
    const prompt = promptOf(interview);
    if (prompt === undefined) return interview;
    const found = answers.find(([pattern]) => pattern.test(prompt))?.[1];
    const heard = hear(interview, found ?? usual(prompt, type));
    if (heard.kind === 'again') throw new Error(`${prompt}: ${heard.sentence}`);
    ({ interview } = heard);
  }
  throw new Error('it never ends');
}

function usual(prompt: string, type: string): string {
  if (prompt.startsWith('Date of birth')) return '1986-04-12';
  if (prompt.startsWith('Fitzpatrick')) return type;
  return prompt.startsWith('Your name') ? 'Provider' : 'no';
}

const conclusion = ({ screened }: Interview): string =>
  judgeScreening(screened, { today: TODAY, ageYearsMin: 22 }).conclusion;

test('everything is asked once, and with no to all of it one may go on', () => {
  const interview = held([]);
  expect(interview.screened.answers).toHaveLength(COUNT);
  expect(conclusion(interview)).toBe('go-on');
});

test('a yes asks on: the day, the note, the prescriber and the reason', () => {
  const noted = held([[/Cold sores at any/, 'yes'], [/Note/, 'Antiviral since Tuesday.']]);
  expect(conclusion(noted)).toBe('go-on');
  const cleared = held([
    [/Isotretinoin/, 'y'], [/On which day/, '2026-09-01'], [/Prescriber who/, 'Dr. Ito'],
    [/Reason/, 'Low dose, stopped.'],
  ]);
  expect(cleared.screened.clearances).toEqual([
    { question: 'isotretinoin', by: 'Dr. Ito', reason: 'Low dose, stopped.' },
  ]);
  expect(conclusion(cleared)).toBe('go-on');
  const uncleared = held([[/Isotretinoin/, 'y'], [/On which day/, ''], [/Prescriber who/, '']]);
  expect(conclusion(uncleared)).toBe('prescriber');
});

test('darker skin does not get past the plan for pigment without one', () => {
  expect(() => held([], '5')).toThrow(/dark marks/);
  const planned = held([[/types IV to VI/, 'yes'], [/Note/, 'SPF 50, photographs.']], '5');
  expect(conclusion(planned)).toBe('go-on');
});

test.each([
  ['', 'no date'], ['1986-02-30', 'no date'], ['2026-11-21', 'to come'], ['heute', 'no date'],
])('a date of birth "%s" is asked for again', (line, says) => {
  const heard = hear(beginInterview('needles', TODAY), line);
  expect(heard.kind === 'again' ? heard.sentence : '').toContain(says);
});

test('Enter, "no to all" and other words answer nothing', () => {
  let interview = beginInterview('needles', TODAY);
  for (const line of ['1986-04-12', '3']) {
    const heard = hear(interview, line);
    if (heard.kind === 'taken') ({ interview } = heard);
  }
  for (const line of ['', 'all no', '0', 'нет', 'maybe']) {
    expect(hear(interview, line).kind).toBe('again');
  }
  expect(promptOf(interview)).toMatch(/^1\//);
});
