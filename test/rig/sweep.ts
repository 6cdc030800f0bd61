/**
 * What a sweep is: every position of something, tried one after the other in this process and on
 * virtual time, where each of them can be tried and none is left to chance.
 */

/** What a sweep came to. */
export interface Swept {
  readonly times: number;
  readonly took: number;
  readonly strokes: number;
  readonly bound: number;
  readonly stopMs: number;
  readonly unaccounted: number;
  /** What was wrong, in sentences that name the position. */
  readonly wrong: readonly string[];
  /** What else is worth saying. */
  readonly notes: readonly string[];
}

/** A sweep. */
export interface Sweep {
  readonly name: string;
  readonly what: string;
  /** Goes through every `stride`-th position and tells how far it has come. */
  readonly run: (stride: number, progress: (done: number, of: number) => void) => Swept;
}
