/**
 * Ports that others are at: noise on the line, a program that eats what the pen says, a second host
 * that greets an armed pen, and a second host that asks for the port as it should.
 */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EXIT } from '../../../host/cli/exit-code.ts';
import { nextBetween, type Random } from '../../../sim/random.ts';
import { runConsole } from '../console-run.ts';
import type { Fault, Struck } from '../fault.ts';
import { furnish, type Scene } from '../scene.ts';
import { startThief } from '../thieves.ts';

const BESIDE_MS_MAX = 400;
const ASKED_MS = 600;

/**
 * Asks for a stop in the middle of whatever goes on. A treatment may well go on beside a thief, so
 * what is judged is the stop that a person asks for meanwhile.
 */
async function stopMeanwhile(scene: Scene, random: Random): Promise<bigint> {
  await pause(nextBetween(random, 0, BESIDE_MS_MAX));
  const atNs = process.hrtime.bigint();
  scene.host().write('stop');
  await pause(ASKED_MS);
  return atNs;
}

async function besideThief(
  mode: 'noise' | 'eat',
  scene: Scene,
  random: Random,
): Promise<Struck> {
  const thief = await startThief(mode, scene.cable.device());
  const atNs = await stopMeanwhile(scene, random);
  const took = thief.bytes() > 0;
  await thief.end();
  return { atNs, took, wrong: [] };
}

/** Another program writes noise and modem commands into the port; a person stops meanwhile. */
export const NOISE: Fault = {
  name: 'noise',
  what: 'another program writes noise into the port; stop is asked meanwhile',
  times: 14,
  cable: 'direct',
  when: 'motion',
  strike: (scene, random) => besideThief('noise', scene, random),
};

/** Another program reads what the pen says; a person stops meanwhile. */
export const EATEN: Fault = {
  name: 'eaten',
  what: 'another program eats what the pen says; stop is asked meanwhile',
  times: 8,
  cable: 'direct',
  when: 'motion',
  strike: (scene, random) => besideThief('eat', scene, random),
};

/** A second host greets the pen while it is armed: the pen stops and latches. */
export const SECOND_HELLO: Fault = {
  name: 'second-hello',
  what: 'a second host says hello to the armed pen, past the lock',
  times: 18,
  cable: 'direct',
  when: 'motion',
  strike: async (scene) => {
    const { pen, provider } = scene;
    const thief = await startThief('hello', scene.cable.device());
    // While the thief was started the pen may have been stopped by something else.
    provider.goOn();
    await scene.untilRunning();
    provider.handsOff();
    const beforeNs = process.hrtime.bigint();
    thief.go();
    const latched = await pen.until(({ latch }) => latch !== 'none', ASKED_MS);
    await pen.until(() => thief.atNs() !== undefined, ASKED_MS);
    await thief.end();
    const { latch } = pen.truth;
    const wrong = latch === 'foreign-hello' ? [] : [`the pen latched ${latch}`];
    return { atNs: thief.atNs() ?? beforeNs, took: latched && thief.bytes() > 0, wrong };
  },
};

/** A second `corium treat` on the same port is turned away by name, and the first goes on. */
export const SECOND_HOST: Fault = {
  name: 'second-host',
  what: 'a second Corium asks for the port and is turned away',
  times: 4,
  cable: 'direct',
  when: 'motion',
  strike: async (scene, random) => {
    const other = path.join(path.dirname(scene.cable.name), `other-${nextBetween(random, 0, 1e9)}`);
    const second = runConsole(furnish(other), `serial:${scene.cable.name}`);
    const end = await second.ended;
    fs.rmSync(other, { recursive: true });
    const said = end.sentences.join(' ');
    const atNs = await stopMeanwhile(scene, random);
    const wrong = [
      ...second.unfit(),
      ...(/is in use/.test(said) ? [] : [`the second host was told "${said}"`]),
    ];
    return { atNs, took: end.code === EXIT.pen, wrong };
  },
};
