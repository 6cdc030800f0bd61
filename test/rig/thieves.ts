/**
 * Thieves as seen from the rig: started at a device, heard until they have begun, and ended.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('thief.ts', import.meta.url));

/** A thief that has begun. */
export interface Thief {
  /** How many bytes it has written or eaten so far; one for a lock that it got. */
  readonly bytes: () => number;
  /** When it did what it does once. */
  readonly atNs: () => bigint | undefined;
  /** Tells one that waits for its moment that this is it. */
  readonly go: () => void;
  readonly end: () => Promise<void>;
}

interface Said {
  readonly bytes: number;
  readonly atNs?: string;
}

/** Starts a thief and waits until it has done something. */
export async function startThief(
  mode: 'noise' | 'eat' | 'hello' | 'lock',
  device: string,
): Promise<Thief> {
  const child = spawn(process.execPath, [PROGRAM, mode, device], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.on('error', () => undefined); // one that has ended is told nothing
  let bytes = 0;
  let atNs: bigint | undefined;
  const lines = createInterface(child.stdout);
  lines.on('line', (line) => {
    const said = JSON.parse(line) as Said;
    ({ bytes } = said);
    if (said.atNs !== undefined) atNs = BigInt(said.atNs);
  });
  await Promise.race([once(lines, 'line'), once(child, 'exit')]);
  return {
    bytes: () => bytes,
    atNs: () => atNs,
    go: () => void child.stdin.write('\n'),
    end: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  };
}
