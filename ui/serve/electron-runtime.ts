// Whether Electron's runtime is here, found by its files: importing the package would try to fetch
// it from the network, which a console does not do when it is started. And how it is run.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { DeskOptions } from '../desk/given.ts';
import type { StartOptions } from './start-options.ts';

const PACKAGE = fileURLToPath(new URL('../../node_modules/electron/', import.meta.url));
const MAIN = fileURLToPath(new URL('../electron/main.ts', import.meta.url));

/** The variable in which Electron's main process is told what was asked for. */
const START_VARIABLE = 'CORIUM_START';

/** The variable that names the Node which host and simulator run on. */
const NODE_VARIABLE = 'CORIUM_NODE';

/** The program of Electron's runtime, or undefined if it is not here. */
export function electronRuntime(folder: string = PACKAGE): string | undefined {
  const name = path.join(folder, 'path.txt');
  if (!existsSync(name)) return undefined;
  const program = path.join(folder, 'dist', readFileSync(name, 'utf8').trim());
  return existsSync(program) ? program : undefined;
}

/** Runs the console in Electron; settles with its exit code. */
export function runElectron(program: string, options: StartOptions): Promise<number> {
  const child = spawn(program, [MAIN], {
    stdio: 'inherit',
    env: {
      ...process.env,
      [START_VARIABLE]: JSON.stringify(options),
      [NODE_VARIABLE]: process.execPath,
    },
  });
  // Electron hears the signals of the terminal itself, and stops the pen first.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

const started = z.object({
  dataDir: z.string().optional(),
  pen: z.string().optional(),
  planPath: z.string().optional(),
  casePath: z.string().optional(),
});

/** What Electron's main process was started with; nothing where it was started by itself. */
export function startOf(environment: NodeJS.ProcessEnv): DeskOptions {
  const text = environment[START_VARIABLE];
  const node = environment[NODE_VARIABLE];
  const given = text === undefined ? {} : started.parse(JSON.parse(text));
  return { ...given, ...(node === undefined ? {} : { node }) };
}
