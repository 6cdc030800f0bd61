/**
 * How much memory is in use once garbage is collected, and whether that is more after noise than
 * before: in the middle of a flood that has no end, which a decoder must not keep.
 */
import v8 from 'node:v8';
import vm from 'node:vm';
import { note, type Tally } from './tally.ts';
import type { Task } from './task.ts';

/** What may be in use more than before: compiled code and the allocator's own rest. */
const GROWN_BYTES_MAX = 1_024 * 1_024;
const FLOOD_CHUNK = new Uint8Array(65_536).fill(0x55);
const FLOOD_CHUNKS = 64;

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc') as () => void;

/** Bytes in use by this process: objects and buffers. */
function inUse(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/**
 * Weighs what is in use now. The function that is returned pours in four mebibytes without a
 * delimiter, weighs again, and notes what is held more.
 */
export function weigh(task: Task, tally: Tally): (push?: (bytes: Uint8Array) => void) => void {
  if (task.weigh === false) return () => undefined;
  const before = inUse();
  return (push) => {
    for (let n = 0; n < FLOOD_CHUNKS; n += 1) push?.(FLOOD_CHUNK);
    tally.grownBytes = Math.max(0, inUse() - before);
    if (tally.grownBytes > GROWN_BYTES_MAX) note(tally, 'memory', `${tally.grownBytes} bytes more`);
  };
}
