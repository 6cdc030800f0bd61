/**
 * A vitest reporter that writes down how each test ended and with what kind of error, causes
 * included. The reporters that come with vitest keep the text of an error and drop its name, and
 * the name is what tells a broken assertion from a mutant that only stumbled.
 */
import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** An error as the judge needs it. */
export interface ToldError {
  readonly name: string;
  readonly message: string;
  readonly cause?: ToldError;
}

/** One test that was run. */
export interface ToldTest {
  readonly title: string;
  readonly state: string;
  readonly errors: readonly ToldError[];
}

/** One test file, with what kept it from being run at all. */
export interface ToldFile {
  readonly file: string;
  readonly errors: readonly ToldError[];
  readonly tests: readonly ToldTest[];
}

/** Where the reporter writes. */
export const TOLD_IN = 'CORIUM_MUTANTS_TOLD';

const MESSAGE_CHARS_MAX = 20_000;

function told({ name, message, cause, diff }: SerializedError): ToldError {
  const shown = typeof diff === 'string' ? `${message}\n${diff}` : message;
  return {
    name: name ?? 'Error',
    message: shown.slice(0, MESSAGE_CHARS_MAX),
    ...(cause === undefined ? {} : { cause: told(cause) }),
  };
}

/** The reporter that a run for mutants names. */
export default class TellingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], stray: readonly SerializedError[]): void {
    const files = modules.map((module): ToldFile => ({
      file: module.relativeModuleId,
      errors: [
        ...module.errors(),
        ...[...module.children.allSuites()].flatMap((suite) => suite.errors()),
        ...stray,
      ].map(told),
      tests: [...module.children.allTests()].map((test) => ({
        title: test.fullName,
        state: test.result().state,
        errors: (test.result().errors ?? []).map(told),
      })),
    }));
    writeFileSync(process.env[TOLD_IN] ?? 'told.json', JSON.stringify(files));
  }
}
