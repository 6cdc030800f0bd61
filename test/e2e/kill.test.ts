/**
 * The host process is killed while needles run, three times, and started anew each time: a small
 * version of the bench that does so two hundred times.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createRandom, nextBetween } from '../../sim/random.ts';
import { createKillRig } from '../support/kill-rig.ts';

test(
  'S-13 S-24 a killed host leaves a pen that stops in its bound, and a journal that knows all',
  async () => {
    const random = createRandom(11, 21);
    const rig = await createKillRig(11, random);
    try {
      for (let time = 0; time < 3; time += 1) {
        rig.startHost();
        await rig.untilRunning(15_000);
        await pause(nextBetween(random, 0, 600));
        const after = await rig.kill();
        expect(after.wrong).toEqual([]);
        expect(after.bound).toBeGreaterThan(0);
        expect(after.strokes).toBeLessThanOrEqual(after.bound);
      }
    } finally {
      await rig.close();
    }
  },
  60_000,
);
