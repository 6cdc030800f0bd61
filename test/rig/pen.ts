/**
 * The pen program of a scene: the simulator as a process of its own, its memory in a file, its
 * truth heard line by line. It can be killed like a pen that loses its power, and started again as
 * the same pen.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { SIM_PROGRAM } from '../../host/cli/sim-child.ts';
import { askForPriority } from '../../host/link/priority.ts';
import { hear, newTruth, type PenSays, type Truth } from './truth.ts';

/** A pen program. */
export interface PenProgram {
  readonly truth: Truth;
  /** Where it listens: a path or a port of this computer. */
  readonly address: () => string;
  readonly start: () => Promise<void>;
  /** Takes its power away. */
  readonly kill: () => Promise<void>;
  /** Waits until something is so of its truth, and says whether it became so in time. */
  readonly until: (so: (truth: Truth) => boolean, forMs: number) => Promise<boolean>;
}

const LOOK_MS = 1;

/** Sets up a pen program; it listens when it was started. */
export function setUpPen(nvPath: string, seed: number, place: 'pty' | 'tcp'): PenProgram {
  const truth = newTruth();
  let child: ChildProcess | undefined;
  let address = '';

  const start = async (): Promise<void> => {
    const where = place === 'pty' ? ['--pty'] : ['--tcp', '127.0.0.1:0'];
    const words = [...where, '--json', '--truth', '--seed', String(seed), '--nv', nvPath];
    const started = spawn(process.execPath, [SIM_PROGRAM, ...words], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child = started;
    if (started.pid !== undefined) askForPriority(started.pid);
    address = '';
    const lines = createInterface(started.stdout);
    lines.on('line', (line) => {
      const said = JSON.parse(line) as PenSays;
      if (said.event === 'listening') ({ address } = said);
      hear(truth, said);
    });
    while (address === '') {
      await Promise.race([once(lines, 'line'), once(started, 'exit')]);
      if (started.exitCode !== null) throw new Error('the simulated pen did not start');
    }
  };

  const kill = async (): Promise<void> => {
    const killed = child;
    child = undefined;
    if (killed?.exitCode !== null || killed.signalCode !== null) return;
    killed.kill('SIGKILL');
    await once(killed, 'close');
    // Without power the depth stop is withdrawn by its spring, and nothing is told any more.
    truth.needlesOut = false;
    truth.phase = 'idle';
  };

  const until = async (so: (truth: Truth) => boolean, forMs: number): Promise<boolean> => {
    const untilMs = performance.now() + forMs;
    while (!so(truth) && performance.now() < untilMs) await pause(LOOK_MS);
    return so(truth);
  };

  return { truth, address: () => address, start, kill, until };
}
