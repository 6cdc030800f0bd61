// Everything that the guard knows, in one record that only this folder writes to: what was wished
// for, what the raw table and the raw lines say, what the pen said, and what it was let do.

import { type Account, createAccount } from './account.ts';
import type { Arming } from './arming.ts';
import { createHeard, type Heard } from './heard.ts';
import type { Table } from './raw-table.ts';
import type { Spent } from './spent.ts';
import type { Wished } from './wished.ts';

/** The modes of a link session by their codes on the wire. */
export const MODE = { outside: 0, treatment: 1, calibration: 2, service: 3 } as const;

/** What the guard knows. */
export interface Facts {
  /** Undefined for a host that only reads pens: nothing may move. */
  readonly wished: Wished | undefined;
  table: Table | undefined;
  spent: Spent | undefined;
  readonly heard: Heard;
  readonly account: Account;
  arming: Arming | undefined;
  /** The pen that was armed first; no other one is armed in the same treatment. */
  penSerial: string | undefined;
  /** Pens, each under its certificate, that the guard itself saw being shaken. */
  readonly shaken: Set<string>;
  /** The mode that the pen has confirmed, and the JOIN that waits for its answer. */
  mode: number;
  joinMode: number;
  joinSeq: number;
}

/** What a guard knows before anything has happened. */
export const createFacts = (wished: Wished | undefined): Facts => ({
  wished,
  table: undefined,
  spent: undefined,
  heard: createHeard(),
  account: createAccount(),
  arming: undefined,
  penSerial: undefined,
  shaken: new Set(),
  mode: MODE.outside,
  joinMode: MODE.outside,
  joinSeq: 0,
});
