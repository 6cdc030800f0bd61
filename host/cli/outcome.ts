// What a command comes to: a code, lines for people, one value for programs. Commands return it and
// print nothing themselves, so the same answer can be said in either way.

import { EXIT, type ExitCode } from './exit-code.ts';

/** What a command comes to. */
export interface Outcome {
  readonly code: ExitCode;
  /** What a person reads on standard output. */
  readonly lines: readonly string[];
  /** Sentences about what went wrong, for standard error. */
  readonly complaints: readonly string[];
  /** What a program reads: one JSON document, as a value or already as text. */
  readonly document: object | string | undefined;
}

/** A command that did what it was asked. */
export const done = (lines: readonly string[], document?: Outcome['document']): Outcome => ({
  code: EXIT.done,
  lines,
  complaints: [],
  document,
});

/** A command that could not do it, with every reason. */
export const failed = (
  code: ExitCode,
  complaints: readonly string[],
  more: { readonly lines?: readonly string[]; readonly document?: object } = {},
): Outcome => ({
  code,
  lines: more.lines ?? [],
  complaints,
  document: { ok: false, exitCode: code, sentences: complaints, ...more.document },
});
