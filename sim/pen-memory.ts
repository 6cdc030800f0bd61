// The pen's non-volatile memory: records are written one after the other, each takes its time, and
// a reset loses what was still being written. Writing never tears a record (where memory tears is
// table-memory.ts); losing or damaging one is a fault that somebody orders.

import { FRESH, type NonVolatile } from './firmware/index.ts';
import { type KeptTables, NO_TABLES } from './table-memory.ts';
import { type KeptPlaces, NO_PLACES } from './two-places.ts';

/** The ledger's part of a memory; `undefined` is a record that is gone or fails its check. */
export interface KeptRecord {
  readonly record: NonVolatile | undefined;
  readonly bootCount: number;
}

/** What a pen keeps without power. */
export interface KeptMemory extends KeptRecord {
  /** The two places of the calibration table. */
  readonly tables: KeptTables;
  /** The two places of keys and count. */
  readonly keys: KeptPlaces;
}

/** The memory of a pen that was never switched on. */
export const BLANK: KeptMemory = {
  record: undefined, bootCount: 0, tables: NO_TABLES, keys: NO_PLACES,
};

/** How a stroke ledger can be lost. */
export type LedgerLoss = 'nothing' | 'older' | 'damaged';

interface Writing {
  readonly id: number;
  readonly record: NonVolatile;
  leftMs: number;
}

/** Non-volatile memory with a queue of writes in front of it. */
export interface PenMemory {
  readonly write: (id: number, record: NonVolatile) => void;
  /** Lets time pass and tells the numbers of the records that are stored now. */
  readonly pass: (ms: number, stored: (id: number) => void) => void;
  /** Whether nothing is being written. */
  readonly isIdle: () => boolean;
  /** The milliseconds until the next record is stored, or a large number. */
  readonly nextInMs: () => number;
  /** Power was gone: what was being written is lost. Counts the boot and tells what is left. */
  readonly boot: () => KeptRecord;
  /** What the next boot will not find as it was. */
  readonly lose: (how: LedgerLoss) => void;
  readonly setStore: (how: { readonly ms: number; readonly fails: boolean }) => void;
  readonly kept: () => KeptRecord;
}

/** How long a record takes to be stored (grade D: an FRAM or a page of flash with its check). */
export const STORE_MS = 2;

const LONG_MS = 1_000_000;

/** Makes a memory that starts with what was kept. */
export function createPenMemory(start: KeptRecord): PenMemory {
  let { record, bootCount } = start;
  let older: NonVolatile | undefined = record;
  let storeMs = STORE_MS;
  let fails = false;
  let queue: Writing[] = [];
  let loss: LedgerLoss | undefined;

  const suffer = (): void => {
    if (loss === undefined) return;
    record = loss === 'older' ? (older ?? FRESH) : undefined;
    loss = undefined;
  };

  const finish = (stored: (id: number) => void): void => {
    const first = queue[0];
    if (first === undefined || first.leftMs > 0) return;
    queue.shift();
    older = record;
    record = first.record;
    stored(first.id);
    finish(stored);
  };

  return {
    write: (id, written) => {
      if (!fails) queue.push({ id, record: written, leftMs: storeMs });
    },
    pass: (ms, stored) => {
      if (queue.length === 0) return;
      let leftMs = ms;
      for (const writing of queue) {
        const usedMs = Math.min(leftMs, writing.leftMs);
        writing.leftMs -= usedMs;
        leftMs -= usedMs;
      }
      finish(stored);
    },
    isIdle: () => queue.length === 0,
    nextInMs: () => queue[0]?.leftMs ?? LONG_MS,
    boot: () => {
      queue = [];
      suffer();
      bootCount += 1;
      return { record, bootCount };
    },
    lose: (how) => {
      loss = how;
    },
    setStore: (how) => {
      storeMs = how.ms;
      fails = how.fails;
    },
    kept: () => ({ record, bootCount }),
  };
}
