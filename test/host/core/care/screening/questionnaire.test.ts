// The questionnaire and the case file fit: nothing that admission wants to know goes unasked, and
// nothing that is asked is lost on the way.
import { expect, test } from 'vitest';
import {
  CLEARABLE_ITEMS,
  CONDITIONS,
  PRECAUTIONS,
  SCREENING_ITEMS,
} from '../../../../../host/core/case-file.ts';
import { ENERGY_ITEMS, type Feeds } from '../../../../../host/core/care/screening/question.ts';
import {
  questionNamed,
  questionsFor,
} from '../../../../../host/core/care/screening/questionnaire.ts';
import { sourceOf } from '../../../../../host/core/care/sources.ts';

const ALL = questionsFor('energy');
const fed = (kind: Feeds['kind']): ReadonlySet<string> =>
  new Set(ALL.filter(({ feeds }) => feeds.kind === kind).map(({ feeds }) => feeds.item));

test('every reason, condition, precaution and energy item is asked for, and nothing else', () => {
  expect(fed('screening')).toEqual(new Set(SCREENING_ITEMS));
  expect(fed('condition')).toEqual(new Set(CONDITIONS));
  expect(fed('precaution')).toEqual(new Set(PRECAUTIONS));
  expect(fed('energy')).toEqual(new Set(ENERGY_ITEMS));
});

test('what a yes does is what admission will make of it', () => {
  for (const { feeds, outcome, id } of ALL) {
    const clearable = feeds.kind === 'screening' && CLEARABLE_ITEMS.includes(feeds.item);
    const expected = {
      screening: clearable ? 'prescriber' : 'block',
      condition: 'modifier',
      precaution: 'warning',
      energy: 'block',
    }[feeds.kind];
    expect([id, outcome]).toEqual([id, expected]);
  }
});

test('each question has a name of its own, a question mark, and a source of its grade', () => {
  expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
  for (const { id, asks, ground } of ALL) {
    expect(asks).toMatch(/\?/);
    expect(questionNamed(id)?.id).toBe(id);
    const grades = ground.sources.map((name) => sourceOf(name).grade);
    expect([id, grades.some((grade) => grade <= ground.grade)]).toEqual([id, true]);
  }
});

test('radiofrequency asks all that needles ask, and four more', () => {
  expect(ALL.slice(0, questionsFor('needles').length)).toEqual(questionsFor('needles'));
  expect(ALL.length - questionsFor('needles').length).toBe(4);
});
