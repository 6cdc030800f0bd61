/**
 * Processes of this computer as the rig has to see them: whose child one is, whether it still
 * lives, and whether it stands still. Linux only, like the rig.
 */
import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** What /proc says of a process; undefined if it is gone. */
function statOf(pid: number): { readonly state: string; readonly parent: number } | undefined {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'latin1');
    const [state = '', parent = ''] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return undefined; // it ended between being listed and being looked at
  }
}

/** The children of a process. */
export const childrenOf = (pid: number): readonly number[] =>
  fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((each) => statOf(each)?.parent === pid);

/** Whether a process lives; one that only waits to be buried does not. */
export function lives(pid: number): boolean {
  const stat = statOf(pid);
  return stat !== undefined && stat.state !== 'Z' && stat.state !== 'X';
}

/** Whether a process was made to stand still. */
export const standsStill = (pid: number): boolean => statOf(pid)?.state === 'T';

/** Waits for the end of a process that is not ours to wait for; false if it outlives that. */
export async function untilGone(pid: number, forMs: number): Promise<boolean> {
  const untilMs = performance.now() + forMs;
  while (lives(pid) && performance.now() < untilMs) await pause(5);
  return !lives(pid);
}

/** Sends a signal, to nobody if the process is gone. */
export function signal(pid: number | undefined, name: NodeJS.Signals): boolean {
  if (pid === undefined) return false;
  try {
    return process.kill(pid, name);
  } catch {
    return false; // it was faster
  }
}
