// Checks of the program's own footing: Node itself, and how late its timers fire. Neither looks at
// a device.

import { type Finding, good } from './finding.ts';
import type { Surroundings } from './surroundings.ts';

const NODE_MAJOR_MIN = 24;

/** A renewal goes out every 50 ms under a lease of 200: this late is harmless. */
const LATE_MS_GOOD = 20;
/** Later than this the pen's lease may run out, which stops a treatment for no good reason. */
const LATE_MS_BAD = 90;

/** Whether this Node is one that the program is written for. */
export function checkNode({ nodeVersion }: Surroundings): readonly Finding[] {
  const major = Number(/^v?([0-9]+)\./.exec(nodeVersion)?.[1]);
  const what = `Node ${nodeVersion}`;
  if (major >= NODE_MAJOR_MIN) {
    return [good('node', what, `Corium is written for Node ${NODE_MAJOR_MIN} and newer.`)];
  }
  return [
    {
      check: 'node',
      level: 'bad',
      what,
      why: `Corium needs Node ${NODE_MAJOR_MIN} or newer to run its sources as they are.`,
      next: 'Start it through "npm run", which uses the Node of the lockfile.',
    },
  ];
}

/** Whether this computer calls a timer when it is due. */
export function checkLateness({ latenessMs }: Surroundings): readonly Finding[] {
  const worstMs = Math.max(0, ...latenessMs);
  const what = `Timers are at most ${worstMs.toFixed(1)} ms late (${latenessMs.length} measured)`;
  const why = 'Permission to move is renewed every 50 ms, and the pen stops after 200 without.';
  if (latenessMs.length === 0) {
    return [{ check: 'lateness', level: 'unknown', what: 'No timer was measured', why, next: '' }];
  }
  if (worstMs <= LATE_MS_GOOD) return [good('lateness', what, why)];
  return [
    {
      check: 'lateness',
      level: worstMs >= LATE_MS_BAD ? 'bad' : 'warning',
      what,
      why,
      next: 'Close other programs, switch off power saving, and run the doctor again.',
    },
  ];
}
