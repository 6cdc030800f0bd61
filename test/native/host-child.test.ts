/** A host process that is killed is told by its signal, whatever was being said to it meanwhile. */
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { expect, test } from 'vitest';
import { startHostChild } from '../../host/cli/host-child.ts';

const TIMES = 6;
/** Long enough for the system to close the far end of the channel, and no turn of the loop. */
const BUSY_MS = 5;

/** The children of this process that are hosts. */
const hostPids = (): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return parent === process.pid && command.includes('host/process.ts');
      } catch {
        return false;
      }
    });

test('what could not be said to a host that was killed is not taken for its end', async () => {
  for (let time = 0; time < TIMES; time += 1) {
    const host = startHostChild(() => undefined);
    const [pid] = hostPids();
    expect(pid).toBeDefined();
    process.kill(Number(pid), 'SIGKILL');
    const fromMs = performance.now();
    while (performance.now() - fromMs < BUSY_MS) continue;
    for (let word = 0; word < 3; word += 1) host.tell({ kind: 'leave' });
    expect(await host.ended).toMatchObject({ clean: false, signal: 'SIGKILL' });
  }
});
