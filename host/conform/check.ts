// What a check is: a row of data, and a small script that finds out.

import type { PromiseNumber } from './promise-number.ts';
import type { Kit } from './kit.ts';
import type { Script } from './order.ts';

/** What a check is about; also what several are named by at once. */
export type Group =
  | 'frame'
  | 'session'
  | 'pages'
  | 'report'
  | 'envelope'
  | 'stop'
  | 'arming'
  | 'grant'
  | 'motion'
  | 'modes'
  | 'pairing'
  | 'transcript';

/** One check. */
export interface Check {
  readonly name: string;
  readonly group: Group;
  /** What a pen that conforms does, as one sentence. */
  readonly says: string;
  /** The heading of protocol/README.md that it judges. */
  readonly section: string;
  readonly promise: PromiseNumber;
  /** The pen is armed or given permission: needles may move, if only because it is broken. */
  readonly moves: boolean;
  /** Somebody has to hold the trigger. */
  readonly hand: boolean;
  readonly cartridge?: 'patient' | 'metrology';
  /** Where the script begins: in a session that is greeted only, or joined and at rest. */
  readonly from: 'greeted' | 'joined';
  readonly script: (kit: Kit) => Script;
}

/** The part of a check that those of a file have in common. */
export type Common = Pick<
  Check,
  'group' | 'section' | 'moves' | 'hand' | 'from' | 'cartridge'
>;

/** One check as its file writes it down: name, promise, sentence, script. */
export type Row = Pick<Check, 'name' | 'promise' | 'says' | 'script'> & Partial<Check>;

/** Makes checks of rows that have something in common. */
export const checks = (common: Common, rows: readonly Row[]): readonly Check[] =>
  rows.map((row) => ({ ...common, ...row }));
