// The host process as seen from the console: started, spoken to, heard, and waited for. It has a
// process group of its own, so that Ctrl-C reaches the console first and the pen is stopped in
// order; when the console dies instead, the channel's end tells the host.

import { fork } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { FromHost, ToHost } from '../api.ts';

const HOST = fileURLToPath(new URL('../process.ts', import.meta.url));

/** How a host process ended. */
export interface HostEnd {
  readonly clean: boolean;
  /** What it wrote when it did not mean to end. */
  readonly said: string;
  /** The signal that ended it, if one did. */
  readonly signal: string | undefined;
}

/** A host process that runs. */
export interface HostChild {
  readonly tell: (message: ToHost) => void;
  readonly ended: Promise<HostEnd>;
  /** Ends it without waiting; the pen's grant runs out by itself. */
  readonly kill: () => void;
}

const KINDS: Readonly<Record<FromHost['kind'], true>> = {
  waiting: true,
  notice: true,
  snapshot: true,
  trace: true,
  refused: true,
  admitted: true,
  'not-admitted': true,
  chosen: true,
  tapped: true,
  left: true,
};

/** Our own process speaks: its kind is looked at and the rest is as it was sent. */
const isFromHost = (message: unknown): message is FromHost =>
  typeof message === 'object' &&
  message !== null &&
  'kind' in message &&
  typeof message.kind === 'string' &&
  Object.hasOwn(KINDS, message.kind);

const SAID_MAX = 20_000;

/** Starts a host process, on this Node unless another one is named. */
export function startHostChild(
  hear: (message: FromHost) => void,
  node: string = process.execPath,
): HostChild {
  const child = fork(HOST, [], {
    detached: true,
    execPath: node,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (piece: Buffer) => {
    said = (said + piece.toString()).slice(-SAID_MAX);
  });
  child.on('message', (message: unknown) => {
    if (isFromHost(message)) hear(message);
  });
  const ended = new Promise<HostEnd>((resolve) => {
    child.on('error', ({ message }) =>
      resolve({ clean: false, said: message, signal: undefined }));
    child.on('close', (code, by) =>
      resolve({ clean: code === 0, said: said.trim(), signal: by ?? undefined }));
  });
  return {
    tell: (message) => {
      // It may have been killed a moment ago: its end tells that, and not what could not be sent.
      if (child.connected) child.send(message, () => undefined);
    },
    ended,
    kill: () => void child.kill('SIGKILL'),
  };
}
