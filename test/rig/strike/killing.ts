/**
 * Processes that die: the one that holds the port, the console above it, both, and the pen program,
 * which is a pen that loses its power. Whoever is left must know what to do.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { EXIT } from '../../../host/cli/exit-code.ts';
import { nextBetween } from '../../../sim/random.ts';
import type { Fault, Struck } from '../fault.ts';
import type { RunEnd } from '../heard.ts';
import { signal, untilGone } from '../processes.ts';
import type { Scene } from '../scene.ts';

const END_MS_MAX = 6_000;
const SPAWN_MS_MAX = 15_000;

/** The process under the console, which may not be there in the first moments. */
async function hostPidOf(scene: Scene): Promise<number | undefined> {
  const untilMs = performance.now() + SPAWN_MS_MAX;
  while (scene.host().hostPid() === undefined && performance.now() < untilMs) await pause(5);
  return scene.host().hostPid();
}

const endedWith = async (scene: Scene): Promise<RunEnd | undefined> =>
  Promise.race([scene.host().ended, pause(END_MS_MAX).then(() => undefined)]);

/** SIGKILL of the process that holds port and journal, the console living on. */
export const KILL_HOST: Fault = {
  name: 'kill-host',
  what: 'SIGKILL of the process that holds port and journal',
  times: 24,
  cable: 'direct',
  when: 'any',
  strike: async (scene) => {
    const pid = await hostPidOf(scene);
    const atNs = process.hrtime.bigint();
    const took = signal(pid, 'SIGKILL');
    const end = await endedWith(scene);
    return { atNs, took, wrong: saidSo(end) };
  },
};

/** A console whose host was killed says so in words that a person can act on, and ends. */
function saidSo(end: RunEnd | undefined): readonly string[] {
  if (end === undefined) return ['the console went on without its host'];
  const said = end.sentences.join(' ');
  const wrong = end.code === EXIT.leftOpen ? [] : [`it ended with ${end.code ?? 'nothing'}`];
  return /SIGKILL/.test(said) ? wrong : [...wrong, `it did not say what happened: "${said}"`];
}

/** SIGKILL of the console; the process under it stops the pen, settles, and ends by itself. */
export const KILL_CONSOLE: Fault = {
  name: 'kill-console',
  what: 'SIGKILL of the console alone',
  times: 18,
  cable: 'direct',
  when: 'any',
  strike: async (scene) => {
    const pid = await hostPidOf(scene);
    const atNs = process.hrtime.bigint();
    const took = signal(scene.host().consolePid, 'SIGKILL');
    await scene.host().ended;
    const gone = pid === undefined || (await untilGone(pid, END_MS_MAX));
    return { atNs, took, wrong: gone ? [] : ['the host outlived its console'] };
  },
};

/** SIGKILL of both at once, as when the computer is short of memory. */
export const KILL_BOTH: Fault = {
  name: 'kill-both',
  what: 'SIGKILL of console and host together',
  times: 24,
  cable: 'direct',
  when: 'any',
  strike: async (scene) => {
    const pid = await hostPidOf(scene);
    const atNs = process.hrtime.bigint();
    const took = signal(pid, 'SIGKILL');
    signal(scene.host().consolePid, 'SIGKILL');
    await scene.host().ended;
    const gone = pid !== undefined && (await untilGone(pid, END_MS_MAX));
    return { atNs, took: took && gone, wrong: [] };
  },
};

const DEAD_MS_MAX = 1_200;
const HEARD_MS_MAX = 3_000;

/** SIGKILL of the pen program, and the same pen again behind the same name. */
export const KILL_PEN: Fault = {
  name: 'kill-pen',
  what: 'SIGKILL of the pen program, then the same pen again',
  times: 20,
  cable: 'direct',
  when: 'motion',
  strike: async (scene, random): Promise<Struck> => {
    const lost = scene.untilHeard('link-lost', HEARD_MS_MAX);
    const atNs = process.hrtime.bigint();
    await scene.pen.kill();
    // The next pen of anybody may get the number of this one's terminal; the name is gone first.
    await scene.cable.hangUp();
    const took = await lost;
    await pause(nextBetween(random, 0, DEAD_MS_MAX));
    await scene.pen.start();
    await scene.cable.plug();
    const back = await scene.untilHeard('linked', HEARD_MS_MAX);
    return { atNs, took, wrong: back ? [] : ['the pen that came back was not met again'] };
  },
};
