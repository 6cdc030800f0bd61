/**
 * Cables that go: the pseudo-terminal is hung up while the pen goes on, and another one appears
 * under the same name, at once or later, free or taken by somebody else.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { nextBetween } from '../../../sim/random.ts';
import type { Fault } from '../fault.ts';
import { startThief } from '../thieves.ts';

const AWAY_MS_MAX = 1_500;
const HEARD_MS_MAX = 3_000;
const TAKEN_MS = 1_300;

/** The master is closed, and another one appears. */
export const HANG_UP: Fault = {
  name: 'hang-up',
  what: 'the pseudo-terminal is hung up, and appears again',
  times: 20,
  cable: 'relay',
  when: 'motion',
  strike: async (scene, random) => {
    const lost = scene.untilHeard('link-lost', HEARD_MS_MAX);
    const atNs = process.hrtime.bigint();
    await scene.cable.hangUp();
    const took = await lost;
    await pause(nextBetween(random, 0, AWAY_MS_MAX));
    scene.cable.point(await scene.cable.reappear());
    const back = await scene.untilHeard('linked', HEARD_MS_MAX);
    return { atNs, took, wrong: back ? [] : ['the pen behind the new cable was not met again'] };
  },
};

/** The cable comes back, and somebody else has locked it first. */
export const TAKEN_ON_RETURN: Fault = {
  name: 'taken-on-return',
  what: 'hung up, and somebody else locks the port when it is back',
  times: 6,
  cable: 'relay',
  when: 'motion',
  strike: async (scene) => {
    const lost = scene.untilHeard('link-lost', HEARD_MS_MAX);
    const atNs = process.hrtime.bigint();
    await scene.cable.hangUp();
    await lost;
    const device = await scene.cable.reappear();
    const thief = await startThief('lock', device);
    scene.cable.point(device);
    await pause(TAKEN_MS);
    const took = scene.host().heard.some(({ says }) => / is in use: /.test(says));
    await thief.end();
    const back = await scene.untilHeard('linked', HEARD_MS_MAX);
    const wrong = back ? [] : ['a port that was given back was not opened again'];
    return { atNs, took, wrong };
  },
};
