// Starts the simulator as the program that it is, with the terminal it was given. Ctrl-C reaches it
// directly; this process only waits and answers with the same code.

import { spawn } from 'node:child_process';
import process from 'node:process';
import { SIM_PROGRAM } from '../sim-child.ts';

/** Runs the simulator until it ends and answers with its code. */
export function simCommand(options: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [SIM_PROGRAM, ...options], { stdio: 'inherit' });
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  const ignore = (): void => undefined;
  process.on('SIGINT', ignore);
  process.on('SIGTERM', pass);
  return new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
