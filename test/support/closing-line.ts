/**
 * A vitest reporter that ends a run with one plain line: `12 passed, 0 failed`.
 *
 * It counts tests as vitest does, and adds what vitest tells apart from tests but which must
 * never look like success: a file that did not load, a failed hook, an error nobody awaited.
 * Before it stand the tests that passed at a second try only, if there are any; the usual reporter
 * stands beside it.
 */
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** What came of a run, in whole tests. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** A test as far as the tally reads it. */
export interface CountedTest {
  readonly fullName: string;
  readonly result: () => { readonly state: string };
  readonly diagnostic: () => { readonly flaky: boolean } | undefined;
}

/** The part of a vitest test module that the tally reads. */
export interface CountedModule {
  readonly errors: () => readonly unknown[];
  readonly children: {
    readonly allTests: () => Iterable<CountedTest>;
    readonly allSuites: () => Iterable<{ readonly errors: () => readonly unknown[] }>;
  };
}

/** Counts tests, unloadable files, failed hooks and stray errors of one run. */
export function tallyOf(modules: readonly CountedModule[], strayErrors: number): Tally {
  let passed = 0;
  let failed = strayErrors;
  let skipped = 0;
  for (const module of modules) {
    if (module.errors().length > 0) failed += 1;
    for (const suite of module.children.allSuites()) if (suite.errors().length > 0) failed += 1;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed += 1;
      else if (state === 'skipped') skipped += 1;
      else failed += 1; // a test still pending when the run has ended did not pass
    }
  }
  return { passed, failed, skipped };
}

/** The tests that failed first and passed then, by name. */
export const secondTries = (modules: readonly CountedModule[]): readonly string[] =>
  modules.flatMap(({ children }) =>
    [...children.allTests()]
      .filter((test) => test.diagnostic()?.flaky === true)
      .map(({ fullName }) => `passed at the second try only: ${fullName}`),
  );

/** The closing line itself; skipped tests are named only when there are some. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? line : `${line}, ${skipped} skipped`;
}

/** The reporter that `vitest.config.ts` names. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], strayErrors: readonly SerializedError[]): void {
    const line = closingLine(tallyOf(modules, strayErrors.length));
    const lines = [...secondTries(modules), line];
    // Other reporters write when the run ends; the process ends after all of them.
    process.once('exit', () => {
      process.stdout.write(`${lines.join('\n')}\n`);
    });
  }
}
