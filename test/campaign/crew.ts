/**
 * The processes of a campaign: hands out seeds a few at a time, long treatments first so that no
 * process is left with them at the end, and passes on what comes back.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Errand, Told } from './errand.ts';
import type { Options } from './options.ts';

const WORKER = fileURLToPath(new URL('worker.ts', import.meta.url));
const SHORT_AT_ONCE = 25;

/** The errands of a campaign, in the order in which they are handed out. */
export function errandsOf({ seed, treatments, full }: Options): readonly Errand[] {
  const long = Array.from({ length: full }, (_, index): Errand => ({
    seeds: [seed + index],
    length: 'full',
  }));
  const batches = Math.ceil(treatments / SHORT_AT_ONCE);
  const short = Array.from({ length: batches }, (_, index): Errand => {
    const first = index * SHORT_AT_ONCE;
    const count = Math.min(SHORT_AT_ONCE, treatments - first);
    const seeds = Array.from({ length: count }, (__, at) => seed + first + at);
    return { seeds, length: 'short' };
  });
  return [...long, ...short];
}

/** Plays all errands in so many processes; ends when all are done, throws when a process dies. */
export async function send(
  errands: readonly Errand[],
  jobs: number,
  told: (what: Told) => void,
): Promise<void> {
  const waiting = [...errands];
  const crew = Array.from({ length: Math.min(jobs, waiting.length) }, () =>
    work(waiting, told),
  );
  await Promise.all(crew);
}

function work(waiting: Errand[], told: (what: Told) => void): Promise<void> {
  return new Promise((done, failed) => {
    const child = fork(WORKER, { serialization: 'advanced' });
    let finished = false;
    child.on('message', (what: Told) => {
      told(what);
      if (what.kind !== 'idle') return;
      const next = waiting.shift();
      if (next !== undefined) {
        child.send(next);
        return;
      }
      finished = true;
      child.disconnect();
      done();
    });
    child.on('exit', (code, signal) => {
      if (!finished) failed(new Error(`a process of the campaign died (${code ?? signal})`));
    });
  });
}
