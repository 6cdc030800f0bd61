// The bench process as seen from the console: started, spoken to, heard, and waited for. It has a
// process group of its own, so that Ctrl-C reaches the console first.

import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FromBench, ToBench } from './api.ts';

const BENCH = fileURLToPath(new URL('../../bench-process.ts', import.meta.url));

/** A bench process that runs. */
export interface BenchChild {
  readonly tell: (message: ToBench) => void;
  /** Settles with what it wrote if it did not mean to end; empty otherwise. */
  readonly ended: Promise<string>;
  /** Ends it without waiting; what the pen may do runs out by itself. */
  readonly kill: () => void;
}

const KINDS: Readonly<Record<FromBench['kind'], true>> = {
  asking: true,
  begun: true,
  view: true,
  found: true,
  decided: true,
  said: true,
  done: true,
  'given-up': true,
  'turned-away': true,
  'broken-off': true,
};

/** Our own process speaks: its kind is looked at and the rest is as it was sent. */
const isFromBench = (message: unknown): message is FromBench =>
  typeof message === 'object' &&
  message !== null &&
  'kind' in message &&
  typeof message.kind === 'string' &&
  Object.hasOwn(KINDS, message.kind);

const SAID_MAX = 20_000;

/** Starts a bench process on a Node. */
export function startBenchChild(hear: (message: FromBench) => void, node: string): BenchChild {
  const child = fork(BENCH, [], {
    detached: true,
    execPath: node,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (piece: Buffer) => {
    said = (said + piece.toString()).slice(-SAID_MAX);
  });
  child.on('message', (message: unknown) => {
    if (isFromBench(message)) hear(message);
  });
  const ended = new Promise<string>((resolve) => {
    child.on('error', ({ message }) => resolve(message));
    child.on('close', (code, signal) =>
      resolve(code === 0 ? '' : [said.trim(), signal ?? ''].join(' ').trim()));
  });
  return {
    tell: (message) => {
      if (child.connected) child.send(message, () => undefined);
    },
    ended,
    kill: () => void child.kill('SIGKILL'),
  };
}
