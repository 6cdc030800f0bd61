/**
 * Judges what a run with a mutant came to. Only a broken assertion in the named test counts: a file
 * that did not load, a stumble over `undefined` or a test that ran out of time says that something
 * is wrong, but not that anybody was watching for it.
 */
import { type Check, untagged } from './mutant.ts';
import type { ToldError, ToldFile, ToldTest } from './telling-reporter.ts';

/** What became of a mutant. */
export type Verdict =
  | { readonly kind: 'caught'; readonly said: string }
  | { readonly kind: 'survived' }
  | { readonly kind: 'caught-elsewhere'; readonly by: readonly string[] }
  | { readonly kind: 'no-assertion'; readonly said: string }
  | { readonly kind: 'other-checker'; readonly said: string }
  | { readonly kind: 'not-kept'; readonly said: string }
  | { readonly kind: 'not-run'; readonly why: string };

/** Whether an error is a broken assertion of a test, or of a property that a test holds. */
export function isAssertion({ name, message, cause }: ToldError): boolean {
  if (name === 'AssertionError') return true;
  if (message.startsWith('Property failed by returning false')) return true;
  return message.startsWith('Property failed after') && cause !== undefined && isAssertion(cause);
}

/** An error and what lies beneath it, as one text. */
const textOf = ({ message, cause }: ToldError): string =>
  cause === undefined ? message : `${message}\n${textOf(cause)}`;

const firstLine = (error: ToldError | undefined): string => {
  if (error === undefined) return 'it failed without an error';
  const deepest = error.cause ?? error;
  return `${deepest.name}: ${deepest.message.split('\n')[0] ?? ''}`;
};

/** The named test among those of a file; of several cases of one title, the one that failed. */
export function namedTest(files: readonly ToldFile[], check: Check): ToldTest | undefined {
  const cases = files
    .filter(({ file }) => file === check.file)
    .flatMap(({ tests }) => tests)
    .filter(({ title }) => untagged(title) === check.test);
  return cases.find(({ state }) => state !== 'passed') ?? cases[0];
}

/** What keeps a run from being evidence: a file that did not load, or a test that is not there. */
export function whyNotRun(files: readonly ToldFile[], check: Check): string | undefined {
  const broken = files.flatMap(({ errors }) => errors);
  if (broken.length > 0) return firstLine(broken[0]);
  const test = namedTest(files, check);
  if (test === undefined) return 'the named test was not found';
  return test.state === 'passed' || test.state === 'failed' ? undefined : `it was ${test.state}`;
}

/** Judges the run of a mutant by its named test alone. */
export function judge(files: readonly ToldFile[], check: Check): Verdict {
  const why = whyNotRun(files, check);
  if (why !== undefined) return { kind: 'not-run', why };
  const test = namedTest(files, check);
  if (test?.state !== 'failed') return { kind: 'survived' };
  const said = firstLine(test.errors[0]);
  if (!test.errors.some(isAssertion)) return { kind: 'no-assertion', said };
  const { checker } = check;
  const complained =
    checker === undefined ||
    test.errors.some((error) => textOf(error).includes(`${checker}: at `));
  return complained ? { kind: 'caught', said } : { kind: 'other-checker', said };
}

/** Judges the check that has to go on passing; undefined if it did. */
export function judgeKept(files: readonly ToldFile[], check: Check): Verdict | undefined {
  const why = whyNotRun(files, check);
  if (why !== undefined) return { kind: 'not-run', why };
  const test = namedTest(files, check);
  if (test?.state === 'passed') return undefined;
  return { kind: 'not-kept', said: firstLine(test?.errors[0]) };
}

/** What a whole file says about a mutant that its named test let pass. */
export function judgeElsewhere(files: readonly ToldFile[]): Verdict {
  const by = files
    .flatMap(({ tests }) => tests)
    .filter(({ state, errors }) => state === 'failed' && errors.some(isAssertion))
    .map(({ title }) => untagged(title));
  return by.length === 0 ? { kind: 'survived' } : { kind: 'caught-elsewhere', by };
}
