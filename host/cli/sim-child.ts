// A simulated pen as a process of its own: the simulator is another program, and the host reaches
// it as it would reach any pen. It has a process group of its own, so that Ctrl-C at the console
// does not take the pen away before it is stopped.

import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { askForPriority } from '../link/priority.ts';

/** Where the simulator's program lies. */
export const SIM_PROGRAM = fileURLToPath(new URL('../../sim/main.ts', import.meta.url));

/** A simulated pen that listens. */
export interface SimChild {
  readonly address: string;
  readonly model: string;
  readonly serial: string;
  /** Where its gauge listens, if it was started with one. */
  readonly gauge: string | undefined;
  readonly tachometer: string | undefined;
  readonly peaks: string | undefined;
  readonly force: string | undefined;
  /** Says a word to it, if it was started to hear them. */
  readonly tell: (word: string) => void;
  readonly close: () => Promise<void>;
}

const START_MS_MAX = 15_000;
const END_MS_MAX = 2_000;

/** Starts a simulated pen, behind a pseudo-terminal or, where there are none, behind a socket. */
export async function startSim(options: readonly string[]): Promise<Result<SimChild, string>> {
  const onTerminal = await startOn(['--pty'], options);
  return onTerminal.ok ? onTerminal : startOn(['--tcp', '127.0.0.1:0'], options);
}

async function startOn(
  place: readonly string[],
  options: readonly string[],
): Promise<Result<SimChild, string>> {
  const child = spawn(process.execPath, [SIM_PROGRAM, ...place, '--json', ...options], {
    detached: true,
    stdio: [options.includes('--control') ? 'pipe' : 'ignore', 'pipe', 'pipe', 'ipc'],
  });
  // A simulated pen that is late tells old news, and a treatment is stopped for it.
  if (child.pid !== undefined) askForPriority(child.pid);
  const started = await listening(child);
  const tell = (word: string): void => void child.stdin?.write(`${word}\n`);
  if (started.ok) return ok({ ...started.value, tell, close: () => endSim(child) });
  await endSim(child);
  return started;
}

type Place = Omit<SimChild, 'close' | 'tell'>;

function listening(child: ChildProcess): Promise<Result<Place, string>> {
  let complaint = '';
  child.stderr?.on('data', (piece: Buffer) => {
    complaint = (complaint + piece.toString()).slice(0, 2_000);
  });
  return new Promise((resolve) => {
    const late = setTimeout(
      () => resolve(refuse('The simulated pen did not start in time; try again.')),
      START_MS_MAX,
    );
    const settle = (result: Result<Place, string>): void => {
      clearTimeout(late);
      resolve(result);
    };
    child.on('error', (error) => settle(refuse(`The simulator did not start: ${error.message}.`)));
    child.on('close', () => settle(refuse(firstLine(complaint))));
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on('line', (line) => {
      const place = placeIn(line);
      if (place !== undefined) settle(ok(place));
    });
  });
}

function firstLine(text: string): string {
  const [first = ''] = text.split('\n');
  return first.trim() === '' ? 'The simulated pen ended before it listened.' : first.trim();
}

/** The line in which a simulator says where it listens. */
export function placeIn(line: string): Place | undefined {
  if (!line.startsWith('{"event":"listening"')) return undefined;
  const said: unknown = JSON.parse(line);
  if (typeof said !== 'object' || said === null) return undefined;
  if (!('address' in said) || !('model' in said) || !('serial' in said)) return undefined;
  return {
    address: String(said.address),
    model: String(said.model),
    serial: String(said.serial),
    gauge: 'gauge' in said ? addressIn(said.gauge) : undefined,
    tachometer: 'tachometer' in said ? addressIn(said.tachometer) : undefined,
    peaks: 'peaks' in said ? addressIn(said.peaks) : undefined,
    force: 'force' in said ? addressIn(said.force) : undefined,
  };
}

const addressIn = (said: unknown): string | undefined =>
  typeof said === 'object' && said !== null && 'address' in said
    ? String(said.address)
    : undefined;

function endSim(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), END_MS_MAX);
    child.on('close', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
