/**
 * How far a run has got: one line that is written over where somebody looks on, and a plain line
 * every so often where nobody does. It goes to standard error, so that a report stays clean.
 */
import type { Watcher } from './run-mutants.ts';
import { complaint, fate } from './show.ts';

const PLAIN_EVERY = 20;

const clock = (ms: number): string => {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** Watches a run of so many mutants. */
export function showProgress(total: number): Watcher & { readonly end: () => void } {
  const { stderr } = process;
  const begunMs = performance.now();
  let done = 0;
  let uncaught = 0;
  const over = (line: string): void => {
    const columns = stderr.isTTY ? stderr.columns : 80;
    stderr.write(`\r\x1b[K${line.slice(0, Math.max(20, columns - 1))}`);
  };
  const counted = (): string =>
    `${done} of ${total} mutants, ${done - uncaught} caught, ${uncaught} not, ` +
    clock(performance.now() - begunMs);
  return {
    baseline: (files) => {
      const line = `first without any mutant: the named checks of ${files} test files`;
      if (stderr.isTTY) over(line);
      else stderr.write(`${line}\n`);
    },
    begun: ({ name }) => {
      if (stderr.isTTY) over(`${counted()}, now ${name}`);
    },
    done: ({ mutant, verdict }) => {
      done += 1;
      if (verdict.kind !== 'caught') {
        uncaught += 1;
        if (stderr.isTTY) over('');
        stderr.write(`${fate(verdict)} ${mutant.name}: ${complaint(verdict)}\n`);
      }
      if (stderr.isTTY) over(counted());
      else if (done % PLAIN_EVERY === 0) stderr.write(`${counted()}\n`);
    },
    end: () => {
      if (stderr.isTTY) over('');
    },
  };
}
