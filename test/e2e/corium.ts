/**
 * The command line as a process, as a person starts it: with no terminal, in folders that the
 * system gives and the test takes away again.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { demoCaseFile } from '../../host/demo/case-file.ts';
import { today } from '../../host/cli/today.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = path.join(ROOT, 'host/corium.mjs');

/** The plan of the demonstration. */
export const DEMO_PLAN = path.join(ROOT, 'host/demo/plan.json');

/** How long somebody waits before asking again. */
const URGE_MS = 700;

/** How a run came out. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A run that goes on. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ended>;
  /** Waits until something was said. */
  readonly said: (what: RegExp) => Promise<RegExpMatchArray>;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

/** A new folder of the test's own. */
export function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'corium-test-'));
  folders.push(folder);
  return folder;
}

/** Starts the command line. */
export function start(words: readonly string[], folder = newFolder()): Running {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: folder, NO_COLOR: '1' },
  });
  let out = '';
  let err = '';
  const listeners = new Set<() => void>();
  child.stdout.on('data', (piece: Buffer) => {
    out += piece.toString();
    for (const listener of listeners) listener();
  });
  child.stderr.on('data', (piece: Buffer) => {
    err += piece.toString();
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
  const said = (what: RegExp): Promise<RegExpMatchArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const match = out.match(what);
        if (match === null) return;
        listeners.delete(look);
        resolve(match);
      };
      listeners.add(look);
      look();
      void ended.then(() => reject(new Error(`ended without ${String(what)}:\n${out}${err}`)));
    });
  return { child, ended, said };
}

/** Runs the command line to its end; its standard input is empty. */
export function run(...words: readonly string[]): Promise<Ended> {
  const running = start(words);
  running.child.stdin.end();
  return running.ended;
}

/** An installation with the demonstration's case file beside it. */
export async function newInstallation(): Promise<{ dataDir: string; casePath: string }> {
  const dataDir = path.join(newFolder(), 'clinic');
  const made = await run('init', '--data', dataDir);
  if (made.code !== 0) throw new Error(made.err);
  const casePath = path.join(dataDir, 'case.json');
  fs.writeFileSync(casePath, demoCaseFile(today()));
  return { dataDir, casePath };
}

/** Says something again and again until it has been answered in some words. */
export async function urge({ child, said }: Running, text: string, what: RegExp): Promise<void> {
  const say = (): unknown => child.stdin.write(`${text}\n`);
  const again = setInterval(say, URGE_MS);
  say();
  await said(what).finally(() => clearInterval(again));
}
