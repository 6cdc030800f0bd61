// What a screening comes to, and that admission comes to the same from the same answers.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Screened } from '../../../../../host/core/care/screening/answers.ts';
import {
  caseFileOf,
  energyAnswers,
} from '../../../../../host/core/care/screening/case-file-of.ts';
import { questionsFor } from '../../../../../host/core/care/screening/questionnaire.ts';
import { judgeScreening } from '../../../../../host/core/care/screening/verdict.ts';
import {
  conclusionSentence,
  findingSentence,
} from '../../../../../host/core/care/screening/words.ts';
import { day } from '../../../../../host/core/day.ts';
import { personRefusals } from '../../../../../host/core/person-rules.ts';
import { on, PROFILE, TODAY } from '../../../../support/limit-world.ts';
import { ALL_NO, TOLD, withAnswer } from './screened.ts';

const GROUND = { today: TODAY, ageYearsMin: 22 };
const judged = (screened: Screened): readonly [string, readonly string[]] => {
  const { conclusion, findings } = judgeScreening(screened, GROUND);
  return [conclusion, findings.map(({ code }) => code)];
};
const refusalsOf = (screened: Screened): readonly string[] =>
  personRefusals(TOLD.person, caseFileOf(TOLD, screened), PROFILE, TODAY).map(({ code }) => code);

test('whoever answers everything with no may be treated', () => {
  expect(judged(ALL_NO)).toEqual(['go-on', []]);
  expect(refusalsOf(ALL_NO)).toEqual([]);
});

test.each(questionsFor('needles'))('S-60 $id unanswered keeps the screening open', ({ id }) => {
  const screened = withAnswer(ALL_NO, id, undefined);
  expect(judged(screened)).toEqual(['open', ['unanswered']]);
  expect(refusalsOf(screened)).not.toEqual([]);
});

test.each(questionsFor('needles').filter(({ outcome }) => outcome === 'block'))(
  '$id with a yes forbids, whoever signs',
  ({ id }) => {
    const clearances = [{ question: id, by: 'Prescriber', reason: 'Looks fine.' }];
    const screened = { ...withAnswer(ALL_NO, id, { answer: 'yes' }), clearances };
    expect(judged(screened)).toEqual(['forbidden', ['forbids', 'clearance-pointless']]);
    expect(refusalsOf(screened)).toContain('screening-forbids');
  },
);

test.each(questionsFor('needles').filter(({ outcome }) => outcome === 'prescriber'))(
  '$id with a yes waits for a prescriber, with name and reason',
  ({ id }) => {
    const yes = withAnswer(ALL_NO, id, { answer: 'yes' });
    expect(judged(yes)).toEqual(['prescriber', ['needs-prescriber']]);
    expect(refusalsOf(yes)).toEqual(['screening-forbids']);
    const signed = (by: string, reason: string): Screened =>
      ({ ...yes, clearances: [{ question: id, by, reason }] });
    expect(judged(signed('Dr. Ito', ' '))[0]).toBe('open');
    expect(refusalsOf(signed('Dr. Ito', ' '))).toContain('screening-forbids');
    expect(judged(signed('Dr. Ito', 'Stopped in May.'))).toEqual(['go-on', ['cleared']]);
    expect(refusalsOf(signed('Dr. Ito', 'Stopped in May.'))).toEqual([]);
  },
);

test('one reason told by two questions is cleared only when both are', () => {
  const both = withAnswer(
    withAnswer(ALL_NO, 'hiv-or-hepatitis', { answer: 'yes' }),
    'uncontrolled-diabetes', { answer: 'yes' },
  );
  const one = [{ question: 'hiv-or-hepatitis', by: 'Dr. Ito', reason: 'Undetectable.' }];
  expect(refusalsOf({ ...both, clearances: one })).toEqual(['screening-forbids']);
  const two = [...one, { question: 'uncontrolled-diabetes', by: 'Dr. Ito', reason: 'HbA1c 6.4.' }];
  const cleared = caseFileOf(TOLD, { ...both, clearances: two });
  expect(cleared.clearances).toEqual([{
    item: 'immunosuppression-or-uncontrolled-diabetes',
    by: 'Dr. Ito',
    reason: 'Undetectable.; HbA1c 6.4.',
  }]);
});

test.each(questionsFor('needles').filter(({ outcome }) => outcome === 'warning'))(
  '$id with a yes wants a note, which goes into the case file',
  ({ id, feeds }) => {
    const yes = withAnswer(ALL_NO, id, { answer: 'yes' });
    expect(judged(yes)).toEqual(['open', ['note-missing']]);
    expect(refusalsOf(yes)).toEqual(['screening-unsigned']);
    const noted = withAnswer(ALL_NO, id, { answer: 'yes', note: 'Discussed.' });
    expect(judged(noted)).toEqual(['go-on', ['warns']]);
    expect(caseFileOf(TOLD, noted).precautions).toEqual([{ item: feeds.item, note: 'Discussed.' }]);
  },
);

describe('windows', () => {
  test.each([
    ['isotretinoin', 184], ['filler', 14], ['sunburn', 14], ['laser-or-light', 14], ['peel', 14],
  ])('%s counts through day %i and not after', (id, days) => {
    const ago = (count: number): Screened =>
      withAnswer(ALL_NO, id, { answer: 'yes', on: day(TODAY - count) });
    expect(judged(ago(days))[0]).not.toBe('go-on');
    expect(judged(ago(days + 1))).toEqual(['go-on', ['over']]);
    expect(refusalsOf(ago(days + 1))).toEqual([]);
  });

  test('a yes without a day counts as of today, and a day to come is no answer', () => {
    expect(judged(withAnswer(ALL_NO, 'filler', { answer: 'yes' }))[0]).toBe('forbidden');
    const ahead = withAnswer(ALL_NO, 'filler', { answer: 'yes', on: day(TODAY + 1) });
    expect(judged(ahead)).toEqual(['open', ['day-impossible']]);
    const unborn = withAnswer(ALL_NO, 'filler', { answer: 'yes', on: on('1970-01-01') });
    expect(judged(unborn)).toEqual(['open', ['day-impossible']]);
    expect(refusalsOf(unborn)).toContain('screening-unanswered');
  });
});

test.each<[string, Partial<Screened>, readonly [string, readonly string[]]]>([
  ['of yesterday', { answeredOn: day(TODAY - 1) }, ['open', ['not-today']]],
  ['without a signature', { signedBy: '  ' }, ['open', ['unsigned']]],
  ['without a skin type', { fitzpatrick: undefined }, [
    'open', ['skin-type-missing', 'pigment-plan-missing'],
  ]],
  ['with skin type 7', { fitzpatrick: 7 }, [
    'open', ['skin-type-missing', 'pigment-plan-missing'],
  ]],
  ['without a date of birth', { bornOn: undefined }, ['open', ['birth-missing']]],
  ['born tomorrow', { bornOn: day(TODAY + 1) }, ['open', ['birth-impossible']]],
  ['born in 1890', { bornOn: on('1890-01-01') }, ['open', ['birth-impossible']]],
  ['of somebody of 21', { bornOn: on('2005-01-01') }, ['forbidden', ['under-age']]],
])('a screening %s', (_, change, expected) => {
  expect(judged({ ...ALL_NO, ...change })).toEqual(expected);
  expect(refusalsOf({ ...ALL_NO, ...change })).not.toEqual([]);
});

test('darker skin, and skin that marks, want a plan for pigment', () => {
  const dark = { ...ALL_NO, fitzpatrick: 5 };
  expect(judged(dark)).toEqual(['open', ['pigment-plan-missing']]);
  const planned = withAnswer(dark, 'pigment-plan', { answer: 'yes', note: 'SPF, photos.' });
  expect(judged(planned)).toEqual(['go-on', ['warns']]);
  const marks = withAnswer(ALL_NO, 'melasma-or-pigment-after-inflammation', { answer: 'yes' });
  expect(judged(marks)).toEqual(['open', ['reduces', 'pigment-plan-missing']]);
});

test('an answer twice, to no question, or an energy question before needles, is found', () => {
  const twice = [...ALL_NO.answers, { question: 'peel', answer: 'yes' } as const];
  expect(judged({ ...ALL_NO, answers: twice })).toEqual(['open', ['contradicted']]);
  const stray = [...ALL_NO.answers, { question: 'facial-palsy', answer: 'no' } as const];
  expect(judged({ ...ALL_NO, answers: stray })).toEqual(['open', ['question-unknown']]);
  expect(energyAnswers({ ...ALL_NO, askedFor: 'energy', answers: stray })).toEqual({
    'facial-palsy': 'no',
  });
});

test('S-60 for any answers, the screening lets go on exactly what admission lets pass', () => {
  const anyAnswer = fc.record({
    answer: fc.nat({ max: 9 }).map((drawn) => (drawn === 0 ? 'yes' as const : 'no' as const)),
    on: fc.option(fc.integer({ min: TODAY - 400, max: TODAY + 2 }).map(day), { nil: undefined }),
    note: fc.constantFrom(undefined, '', 'Noted.'),
  });
  const anyScreened = fc
    .record({
      fitzpatrick: fc.constantFrom(undefined, 1, 3, 6, 9),
      answeredOn: fc.constantFrom(TODAY, TODAY, TODAY, day(TODAY - 1), undefined),
      signedBy: fc.constantFrom('Provider', 'Provider', ' ', undefined),
      bornOn: fc.constantFrom(on('1980-02-29'), on('2004-11-20'), on('2004-11-21'), undefined),
      drawn: fc.array(anyAnswer, { minLength: 40, maxLength: 40 }),
      left: fc.constantFrom(0, 0, 0, 1),
      signs: fc.boolean(),
    })
    .map(({ drawn, left, signs, ...rest }): Screened => ({
      ...ALL_NO,
      ...rest,
      answers: ALL_NO.answers
        .map(({ question }, index) =>
          ({ question, ...(drawn[index] ?? { answer: 'no' as const }) }))
        .slice(left),
      clearances: signs
        ? ['isotretinoin', 'peel', 'anticoagulant'].map((question) =>
          ({ question, by: 'Dr. Ito', reason: 'Seen.' }))
        : [],
    }));
  let went = 0;
  fc.assert(
    fc.property(anyScreened, (screened) => {
      const mayGo = judgeScreening(screened, GROUND).conclusion === 'go-on';
      went += Number(mayGo);
      expect(refusalsOf(screened).length === 0).toBe(mayGo);
    }),
    { numRuns: 3_000 },
  );
  expect(went).toBeGreaterThan(0);
});

test('every finding is one sentence, and every conclusion', () => {
  const dark = withAnswer({ ...ALL_NO, fitzpatrick: 6, signedBy: undefined, answers: [] }, 'x', {});
  for (const finding of judgeScreening(dark, GROUND).findings) {
    expect(findingSentence(finding)).toMatch(/^[A-Z].*\.$/);
  }
  for (const conclusion of ['open', 'forbidden', 'prescriber', 'go-on'] as const) {
    expect(conclusionSentence(conclusion)).toMatch(/^[A-Z].*\.$/);
  }
});
