/**
 * Every fault of real time, in the order of the table.
 */
import type { Fault } from './fault.ts';
import { HANG_UP, TAKEN_ON_RETURN } from './strike/cables.ts';
import { CLOCK_STEPPED } from './strike/clocks.ts';
import { DISK_FULL, DISK_LIMIT, DISK_READ_ONLY } from './strike/disks.ts';
import { KILL_BOTH, KILL_CONSOLE, KILL_HOST, KILL_PEN } from './strike/killing.ts';
import { PAUSE_HOST } from './strike/pausing.ts';
import { EATEN, NOISE, SECOND_HELLO, SECOND_HOST } from './strike/port.ts';

/** All of them. */
export const FAULTS: readonly Fault[] = [
  KILL_HOST,
  KILL_CONSOLE,
  KILL_BOTH,
  PAUSE_HOST,
  KILL_PEN,
  HANG_UP,
  TAKEN_ON_RETURN,
  NOISE,
  EATEN,
  SECOND_HELLO,
  SECOND_HOST,
  DISK_LIMIT,
  DISK_FULL,
  DISK_READ_ONLY,
  CLOCK_STEPPED,
];
