/** The last line of a run tells the truth about it, also when no test got as far as failing. */
import { expect, test } from 'vitest';
import { closingLine, secondTries, tallyOf } from '../support/closing-line.ts';
import type { CountedModule } from '../support/closing-line.ts';

interface Told {
  readonly states?: readonly string[];
  readonly loadErrors?: number;
  readonly hookErrors?: number;
}

/** A run's test file in which tests ended in these states. */
function moduleOf({ states = [], loadErrors = 0, hookErrors = 0 }: Told): CountedModule {
  const errorsOf = (count: number) => () => Array.from({ length: count }, () => 'an error');
  return {
    errors: errorsOf(loadErrors),
    children: {
      allTests: () =>
        states.map((state) => ({
          fullName: `a test that ${state}`,
          result: () => ({ state: state === 'wavered' ? 'passed' : state }),
          diagnostic: () => ({ flaky: state === 'wavered' }),
        })),
      allSuites: () => [{ errors: errorsOf(hookErrors) }],
    },
  };
}

test('tests are counted over all files', () => {
  const modules = [moduleOf({ states: ['passed', 'failed'] }), moduleOf({ states: ['passed'] })];
  expect(closingLine(tallyOf(modules, 0))).toBe('2 passed, 1 failed');
});

test('skipped tests are named when there are some', () => {
  const modules = [moduleOf({ states: ['passed', 'skipped'] })];
  expect(closingLine(tallyOf(modules, 0))).toBe('1 passed, 0 failed, 1 skipped');
});

test('a file that did not load has failed, though it holds no test', () => {
  expect(tallyOf([moduleOf({ loadErrors: 2 })], 0).failed).toBe(1);
});

test('a failed hook and an error that nobody awaited have failed', () => {
  expect(tallyOf([moduleOf({ states: ['passed'], hookErrors: 1 })], 1).failed).toBe(2);
});

test('a test that never came to an end did not pass', () => {
  expect(closingLine(tallyOf([moduleOf({ states: ['pending'] })], 0))).toBe('0 passed, 1 failed');
});

test('a test that passed at the second try only is counted, and named', () => {
  const modules = [moduleOf({ states: ['wavered', 'passed'] })];
  expect(tallyOf(modules, 0).passed).toBe(2);
  expect(secondTries(modules)).toEqual(['passed at the second try only: a test that wavered']);
});
