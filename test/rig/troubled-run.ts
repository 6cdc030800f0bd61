/**
 * A troubled host under a console that is the rig itself: the product's pure console between the
 * words of the rig and the process channel, so that this host is spoken to and heard like any
 * other.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FromHost } from '../../host/api.ts';
import { changeWords } from '../../host/cli/console/change-words.ts';
import { lineCommand } from '../../host/cli/console/command.ts';
import { consoleStep } from '../../host/cli/console/state.ts';
import { type ConsoleEvent, newConsole } from '../../host/cli/console/step.ts';
import type { Folder } from './console-run.ts';
import { type Heard, type HostRun, type RunEnd, unfitWords } from './heard.ts';
import type { Trouble } from './trouble.ts';

const PROGRAM = fileURLToPath(new URL('troubled-host.ts', import.meta.url));

/** Starts a host that will be troubled once it gets SIGUSR2. */
export function runTroubled(folder: Folder, pen: string, trouble: Trouble): HostRun {
  const child = fork(PROGRAM, [], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, RIG_TROUBLE: JSON.stringify(trouble) },
  });
  const heard: Heard[] = [];
  const unfit: string[] = [];
  const listeners: ((heard: Heard) => void)[] = [];
  let state = newConsole('provider');
  let sentences: readonly string[] = [];
  let over = false;

  const tell = (message: object): void => {
    if (child.connected) child.send(message);
  };
  const say = (one: Heard): void => {
    heard.push(one);
    unfit.push(...unfitWords(one.says));
    for (const listener of listeners) listener(one);
  };
  const happened = (event: ConsoleEvent): void => {
    const step = consoleStep(state, event);
    ({ state } = step);
    for (const request of step.requests) tell({ kind: 'request', request });
    for (const change of step.changes) say({ kind: change.kind, says: changeWords(change) });
    for (const says of step.says) say({ kind: 'said', says });
    if (step.go === 'leave') tell({ kind: 'leave' });
  };
  child.on('message', (raw) => {
    const message = raw as FromHost;
    if (message.kind === 'not-admitted') ({ sentences } = message);
    happened({ kind: 'heard', message });
  });
  child.stderr?.on('data', (piece: Buffer) => unfit.push(`it said: ${piece.toString()}`));
  const ended = new Promise<RunEnd>((resolve) => {
    child.on('close', (code, by) => {
      over = true;
      resolve({ code, signal: by, sentences });
    });
  });
  const { dataDir, planPath, casePath } = folder;
  tell({ kind: 'start', start: { dataDir, planPath, casePath, pen, pedal: false } });
  return {
    hostPid: () => child.pid,
    consolePid: undefined,
    write: (words) => {
      for (const line of words.split('\n')) {
        const command = lineCommand(line);
        if (command.ok) happened({ kind: 'command', command: command.value });
      }
    },
    heard,
    onHeard: (listener) => {
      listeners.push(listener);
    },
    ended,
    hasEnded: () => over,
    unfit: () => unfit,
  };
}
