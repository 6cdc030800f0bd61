/**
 * Faults on real processes, one each of the most telling: a small version of `npm run rig`, which
 * strikes hundreds of times. Three scenes run beside each other: mostly they wait.
 */
import { expect, test } from 'vitest';
import type { Fault, Finding } from '../rig/fault.ts';
import { runLanes } from '../rig/lanes.ts';
import { HANG_UP } from '../rig/strike/cables.ts';
import { DISK_LIMIT } from '../rig/strike/disks.ts';
import { KILL_CONSOLE, KILL_HOST, KILL_PEN } from '../rig/strike/killing.ts';
import { SECOND_HELLO } from '../rig/strike/port.ts';

const once = (fault: Fault) => ({ fault: { ...fault, when: 'motion' as const }, times: 1 });

test(
  'S-13 S-14 S-21 S-24 S-26 S-29 S-35 whatever dies, hangs up, greets or fills, the pen stands',
  async () => {
    const found: Finding[] = [];
    const faults = [KILL_HOST, KILL_CONSOLE, KILL_PEN, HANG_UP, SECOND_HELLO, DISK_LIMIT].map(once);
    await runLanes(faults, { jobs: 3, seed: 4 }, (finding) => {
      found.push(finding);
    });
    const wrong = found.flatMap((one) => one.wrong.map((what) => `${one.fault}: ${what}`));
    expect(wrong).toEqual([]);
    expect(found.map(({ took }) => took)).toEqual(faults.map(() => true));
    for (const { strokes, bound, unaccounted } of found) {
      expect(strokes).toBeLessThanOrEqual(bound);
      expect(unaccounted).toBe(0);
    }
  },
  120_000,
);
