/** What counts as caught, and what only looks like it. */
import { expect, test } from 'vitest';
import { by, byChecker } from './mutant.ts';
import type { ToldError, ToldFile } from './telling-reporter.ts';
import { judge, judgeElsewhere } from './verdict.ts';

const FILE = 'test/a.test.ts';
const CHECK = by(FILE, 'a stop > ends it');

const told = (state: string, ...errors: readonly ToldError[]): readonly ToldFile[] => [
  {
    file: FILE,
    errors: [],
    tests: [
      { title: 'S-13 a stop > ends it', state, errors },
      { title: 'another', state: 'passed', errors: [] },
    ],
  },
];

const ASSERTION: ToldError = { name: 'AssertionError', message: 'expected 1 to be 2' };
const STUMBLE: ToldError = { name: 'TypeError', message: "reading 'x' of undefined" };

test('an assertion that breaks in the named test is a catch', () => {
  expect(judge(told('failed', ASSERTION), CHECK)).toMatchObject({ kind: 'caught' });
});

test('a property that breaks by an assertion, or by saying no, is a catch', () => {
  const failed = { name: 'Error', message: 'Property failed after 3 tests' };
  const no = { name: 'Error', message: 'Property failed by returning false' };
  for (const cause of [ASSERTION, no]) {
    expect(judge(told('failed', { ...failed, cause }), CHECK)).toMatchObject({ kind: 'caught' });
  }
  expect(judge(told('failed', { ...failed, cause: STUMBLE }), CHECK)).toMatchObject({
    kind: 'no-assertion',
  });
});

test('a stumble, our own assertion and a test that ran out of time are none', () => {
  const ours = { name: 'Error', message: 'Corium stopped: it should be true that it is.' };
  const late = { name: 'Error', message: 'Test timed out in 20000ms.' };
  for (const error of [STUMBLE, ours, late]) {
    expect(judge(told('failed', error), CHECK)).toMatchObject({ kind: 'no-assertion' });
  }
});

test('a test that passes has let its mutant survive, whoever else noticed', () => {
  expect(judge(told('passed'), CHECK)).toEqual({ kind: 'survived' });
  expect(judgeElsewhere(told('passed'))).toEqual({ kind: 'survived' });
  expect(judgeElsewhere(told('failed', ASSERTION))).toEqual({
    kind: 'caught-elsewhere', by: ['a stop > ends it'],
  });
});

test('of several cases of one title one that fails is enough', () => {
  const both = [...told('passed'), ...told('failed', ASSERTION)];
  expect(judge(both, CHECK).kind).toBe('caught');
  expect(judge([...told('passed'), ...told('passed')], CHECK).kind).toBe('survived');
});

test('a file that did not load, and a test that is not there or was skipped, prove nothing', () => {
  const broken = told('failed', ASSERTION).map((file) => ({ ...file, errors: [STUMBLE] }));
  expect(judge(broken, CHECK)).toMatchObject({ kind: 'not-run' });
  expect(judge(told('failed', ASSERTION), by(FILE, 'ends it'))).toMatchObject({ kind: 'not-run' });
  expect(judge(told('skipped'), CHECK)).toMatchObject({ kind: 'not-run' });
});

test('where a checker of a world is named, the test has to fail with its complaint', () => {
  const check = byChecker('dose', FILE, 'a stop > ends it');
  const said = (what: string): ToldError => ({
    name: 'AssertionError', message: 'expected [ …(1) ] to deeply equal []', cause: {
      name: 'Error', message: what,
    },
  });
  expect(judge(told('failed', said('dose: at 3 ms too much')), check).kind).toBe('caught');
  expect(judge(told('failed', said('depth: at 3 ms too deep')), check).kind).toBe('other-checker');
});
