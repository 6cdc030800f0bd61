// The simulated pen of the console: the simulator as a program of its own, reached like any pen,
// with a panel's words on its standard input. It has a process group of its own, so that Ctrl-C at
// the console does not take the pen away before it is stopped.

import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import process from 'node:process';
import { z } from 'zod';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { SIM_PROGRAM } from '../../host/cli/sim-child.ts';
import { askForPriority } from '../../host/link/priority.ts';

const names = z.array(z.string());

const beside = z.object({ address: z.string() }).optional();

const listening = z.object({
  event: z.literal('listening'),
  address: z.string(),
  model: z.string(),
  serial: z.string(),
  can: z.object({ models: names, cartridges: names, faults: names }),
  gauge: beside,
  tachometer: beside,
  peaks: beside,
});

const answered = z.discriminatedUnion('event', [
  z.object({ event: z.literal('obeyed'), line: z.string() }),
  z.object({ event: z.literal('refused'), line: z.string(), why: z.string() }),
]);

type Listening = z.output<typeof listening>;

/** A simulated pen that listens. */
export interface SimProcess extends Omit<Listening, 'event'> {
  /** Says a word; the answer is a sentence if it cannot be done. */
  readonly say: (word: string) => Promise<string | undefined>;
  readonly ended: Promise<void>;
  readonly close: () => Promise<void>;
}

const START_MS_MAX = 15_000;
const END_MS_MAX = 2_000;
const ANSWER_MS_MAX = 3_000;

/** Instruments beside a simulated pen; a metrology cartridge is in it then. */
export interface SimBench {
  /** The kind of the gauge. */
  readonly gauge: string;
  readonly tachometer: boolean;
  readonly peaks: boolean;
}

const benchOptions = ({ gauge, tachometer, peaks }: SimBench): readonly string[] => [
  '--cartridge', 'metrology', '--operator', 'technician', '--gauge', gauge,
  ...(tachometer ? ['--tachometer'] : []), ...(peaks ? ['--peaks'] : []),
];

/** Starts one, behind a pseudo-terminal or, where there are none, behind a socket. */
export async function startSimProcess(
  node: string,
  model: string,
  memoryPath: string,
  bench?: SimBench,
): Promise<Result<SimProcess, string>> {
  const hands = bench === undefined ? ['--operator', 'auto'] : benchOptions(bench);
  const options = ['--model', model, '--nv', memoryPath, ...hands];
  const onTerminal = await startOn(node, ['--pty'], options);
  return onTerminal.ok ? onTerminal : startOn(node, ['--tcp', '127.0.0.1:0'], options);
}

async function startOn(
  node: string,
  place: readonly string[],
  options: readonly string[],
): Promise<Result<SimProcess, string>> {
  const child = spawn(
    node,
    [SIM_PROGRAM, ...place, '--json', '--control', ...options],
    {
      detached: true,
      // Under Electron the program that runs is Electron; as Node it runs what Node would.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    },
  );
  if (child.pid !== undefined) askForPriority(child.pid);
  const lines = hearLines(child);
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const started = await untilListening(child, lines);
  if (!started.ok) {
    await end(child);
    return started;
  }
  const { event: _event, ...told } = started.value;
  const say = (word: string): Promise<string | undefined> => askOnce(child, lines, word);
  return ok({ ...told, say, ended, close: () => end(child) });
}

type Lines = Set<(line: string) => void>;

function hearLines(child: ChildProcess): Lines {
  const hears: Lines = new Set();
  if (child.stdout !== null) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      for (const hear of [...hears]) hear(line);
    });
  }
  child.stdin?.on('error', () => undefined); // a simulator that is gone hears nothing
  return hears;
}

function jsonOf(line: string): unknown {
  return line.startsWith('{') ? JSON.parse(line) : undefined;
}

function untilListening(child: ChildProcess, lines: Lines): Promise<Result<Listening, string>> {
  let complaint = '';
  child.stderr?.on('data', (piece: Buffer) => {
    complaint = (complaint + piece.toString()).slice(0, 2_000);
  });
  return new Promise((resolve) => {
    const settle = (result: Result<Listening, string>): void => {
      clearTimeout(late);
      lines.delete(hear);
      resolve(result);
    };
    const late = setTimeout(
      () => settle(refuse('The simulated pen did not start in time; try again.')),
      START_MS_MAX,
    );
    const hear = (line: string): void => {
      const place = listening.safeParse(jsonOf(line));
      if (place.success) settle(ok(place.data));
    };
    lines.add(hear);
    child.on('error', ({ message }) => settle(refuse(`The simulator did not start: ${message}.`)));
    child.on('close', () => settle(refuse(firstLine(complaint))));
  });
}

function firstLine(text: string): string {
  const [first = ''] = text.split('\n');
  return first.trim() === '' ? 'The simulated pen ended before it listened.' : first.trim();
}

function askOnce(child: ChildProcess, lines: Lines, word: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const settle = (answer: string | undefined): void => {
      clearTimeout(late);
      lines.delete(hear);
      resolve(answer);
    };
    const late = setTimeout(() => settle('The simulator does not answer.'), ANSWER_MS_MAX);
    const hear = (line: string): void => {
      const said = answered.safeParse(jsonOf(line));
      if (!said.success || said.data.line !== word) return;
      settle(said.data.event === 'refused' ? said.data.why : undefined);
    };
    lines.add(hear);
    child.stdin?.write(`${word}\n`);
  });
}

function end(child: ChildProcess): Promise<void> {
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
