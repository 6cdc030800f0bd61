/**
 * What the processes of a campaign say to each other.
 */
import type { Length } from './draw.ts';
import type { Run } from './run.ts';

/** Seeds that a process is to play. */
export interface Errand {
  readonly seeds: readonly number[];
  readonly length: Length;
}

/** What a process tells. */
export type Told =
  | { readonly kind: 'run'; readonly run: Run; readonly length: Length }
  | {
      readonly kind: 'threw';
      readonly seed: number;
      readonly length: Length;
      readonly stack: string;
    }
  | { readonly kind: 'idle' };
