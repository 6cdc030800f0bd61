// What the definitions of commands stand on: where they speak, and who takes what they came to.

import type { Outcome } from './outcome.ts';
import type { Terminal } from './terminal.ts';

/** What the definitions of commands are given. */
export interface Ground {
  readonly terminal: Terminal;
  /** Takes what a command came to. */
  readonly take: (outcome: Outcome | Promise<Outcome>, json: boolean) => Promise<void>;
  readonly takeCode: (code: Promise<number>) => Promise<void>;
}
