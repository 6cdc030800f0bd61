// Everything that the journal takes from the machine it runs on, in one value: files, clocks, the
// hash function, the table of processes. A test or a simulated world hands in its own.

import { hash, randomUUID } from 'node:crypto';
import os from 'node:os';
import type { Sha256 } from './chain.ts';
import type { FileDoor } from './door.ts';
import { nodeDoor } from './node-door.ts';
import { type ProcessTable, processTable } from './process-table.ts';

/** The machine as the journal sees it. */
export interface JournalWorld {
  readonly door: FileDoor;
  readonly sha256: Sha256;
  readonly processes: ProcessTable;
  /** The wall clock in UTC with milliseconds, for people who read the record. */
  readonly nowIso: () => string;
  /** A clock that never goes back, in whole milliseconds. */
  readonly nowMs: () => number;
  /** A name that nobody else has. */
  readonly freshId: () => string;
  /** Version of the host, written down at every opening. */
  readonly host: string;
}

/** SHA-256 by the machine's own implementation, one call a line. */
export const sha256: Sha256 = (text) => hash('sha256', text, 'hex');

/** This machine. */
export const nodeWorld = (host: string): JournalWorld => ({
  door: nodeDoor,
  sha256,
  processes: processTable({ procRoot: '/proc', machine: os.hostname(), pid: process.pid }),
  nowIso: () => new Date().toISOString(),
  nowMs: () => Number(process.hrtime.bigint() / 1_000_000n),
  freshId: randomUUID,
  host,
});
