// The outcome of anything that may be refused. A refusal is a value with its reasons, never an
// exception, and never an undefined that somebody forgets to look at.

/** Done, with a value, or refused, with what the refusal is made of. */
export type Result<Value, Refused> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refused };

/** Wraps a value that was granted. */
export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });

/** Wraps the reasons of a refusal. */
export const refuse = <Refused>(error: Refused): Result<never, Refused> => ({ ok: false, error });
