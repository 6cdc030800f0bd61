/**
 * A host as a person starts it: `corium treat` on a serial port, words on its standard input, its
 * story as lines of JSON, and under it the process that holds the port.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { EXIT } from '../../host/cli/exit-code.ts';
import { type Heard, type HostRun, type RunEnd, unfitWords } from './heard.ts';
import { childrenOf } from './processes.ts';

const PROGRAM = fileURLToPath(new URL('../../host/corium.mjs', import.meta.url));
const CODES: ReadonlySet<number> = new Set(Object.values(EXIT));

/** Where a treatment is kept and what it is started with. */
export interface Folder {
  readonly dataDir: string;
  readonly planPath: string;
  readonly casePath: string;
}

interface Line {
  readonly kind?: string;
  readonly says?: string;
  readonly sentences?: readonly string[];
}

/** Starts a treatment at a console. */
export function runConsole({ dataDir, planPath, casePath }: Folder, pen: string): HostRun {
  const words = ['treat', planPath, '--data', dataDir, '--case', casePath, '--pen', pen, '--json'];
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    env: { ...process.env, NO_COLOR: '1' },
  });
  const heard: Heard[] = [];
  const unfit: string[] = [];
  const listeners: ((heard: Heard) => void)[] = [];
  let sentences: readonly string[] = [];
  let over = false;
  let hostPid: number | undefined;

  createInterface(child.stdout).on('line', (text) => {
    const line = lineOf(text);
    if (line === undefined) {
      unfit.push(`this is no line of JSON: "${text.slice(0, 120)}"`);
      return;
    }
    ({ sentences = sentences } = line);
    const says = line.says ?? '';
    for (const each of [...(line.sentences ?? []), ...(says === '' ? [] : [says])]) {
      unfit.push(...unfitWords(each));
    }
    if (line.kind === undefined) return;
    const one = { kind: line.kind, says };
    heard.push(one);
    for (const listener of listeners) listener(one);
  });
  child.stderr.on('data', (piece: Buffer) => {
    unfit.push(`beside its lines of JSON it said: ${piece.toString().slice(0, 400)}`);
  });
  child.stdin.on('error', () => undefined); // a console that is dead hears nothing
  const ended = new Promise<RunEnd>((resolve) => {
    child.on('close', (code, by) => {
      over = true;
      if (code !== null && !CODES.has(code)) unfit.push(`it ended with ${code}: no such code`);
      resolve({ code, signal: by, sentences });
    });
  });
  return {
    hostPid: () => {
      if (child.pid !== undefined) hostPid ??= childrenOf(child.pid)[0];
      return hostPid;
    },
    consolePid: child.pid,
    write: (text) => {
      if (!over) child.stdin.write(`${text}\n`);
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

function lineOf(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
}
