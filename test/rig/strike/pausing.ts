/**
 * A host that is stopped for five seconds, as a laptop does to its processes, and goes on in the
 * middle of a sentence: with grants in its mind that are five seconds old.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../fault.ts';
import { signal, standsStill } from '../processes.ts';
import { after, boundOf } from '../truth.ts';

const PAUSED_MS = 5_000;
const AWAKE_MS = 700;

/** SIGSTOP, five seconds, SIGCONT. */
export const PAUSE_HOST: Fault = {
  name: 'pause-host',
  what: 'SIGSTOP of the host for 5 s, then SIGCONT',
  times: 8,
  cable: 'direct',
  when: 'motion',
  strike: async (scene) => {
    const { truth } = scene.pen;
    const pid = scene.host().hostPid();
    const atNs = process.hrtime.bigint();
    signal(pid, 'SIGSTOP');
    await pause(PAUSED_MS);
    const took = pid !== undefined && standsStill(pid);
    const asleep = after(truth, atNs).strokes;
    signal(pid, 'SIGCONT');
    await pause(AWAKE_MS);
    const awake = after(truth, atNs).strokes - asleep;
    const wrong = [
      ...(asleep > boundOf(truth) ? [`${asleep} strokes came while the host stood still`] : []),
      ...(awake > 0 ? [`${awake} strokes came when the host went on by itself`] : []),
    ];
    return { atNs, took, wrong };
  },
};
