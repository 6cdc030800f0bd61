// The newest latches of a boot, kept beside the firmware for whoever asks in service mode. Nothing
// is decided by it: the one latch that stops a pen is in its state and in its memory.

import type { Latch } from './firmware/index.ts';

/** The most latches that are kept. */
const KEPT_MAX = 8;

/** A diary of latches. */
export interface LatchDiary {
  /** Looks at the latch after a step; another number is another latch. */
  readonly note: (latch: Latch) => void;
  /** What is kept, the newest last. */
  readonly read: () => readonly Latch[];
}

/** Makes a diary that begins with what a pen woke with. */
export function createLatchDiary(first: Latch): LatchDiary {
  let newestId = first.latchId;
  let seen = first;
  let kept: readonly Latch[] = first.latchId === 0 ? [] : [first];
  return {
    note: (latch) => {
      if (latch === seen) return;
      seen = latch;
      if (latch.latchId === newestId) return;
      newestId = latch.latchId;
      kept = [...kept, latch].slice(-KEPT_MAX);
    },
    read: () => kept,
  };
}
