// How far a bench has come, and how long the rest will take a practised person.

import type { Bench } from './state.ts';
import { usualMs } from './steps.ts';

/** Where a bench stands. */
export interface BenchProgress {
  readonly done: number;
  readonly all: number;
  readonly leftMs: number;
}

/** How far it is. */
export const progressOf = ({ at, steps }: Bench): BenchProgress => ({
  done: at,
  all: steps.length,
  leftMs: steps.slice(at).reduce((total, step) => total + usualMs(step), 0),
});
