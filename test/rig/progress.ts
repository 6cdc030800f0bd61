/**
 * How far the rig has come: one line that is redrawn where somebody looks at a terminal, and
 * otherwise a line for each row as it is done.
 */
import process from 'node:process';

/** Tells how far things have come. */
export interface Progress {
  readonly at: (text: string) => void;
  /** A line that stays. */
  readonly line: (text: string) => void;
  readonly end: () => void;
}

/** Tells it on standard error, so that standard output has the findings alone. */
export function startProgress(): Progress {
  const { stderr } = process;
  const live = stderr.isTTY;
  const startedMs = performance.now();
  const seconds = (): string => `${((performance.now() - startedMs) / 1_000).toFixed(0)} s`;
  const wipe = (): void => {
    if (live) stderr.write('\r\u001b[K');
  };
  return {
    at: (text) => {
      if (!live) return;
      wipe();
      stderr.write(`${seconds().padStart(6)}  ${text}`.slice(0, Math.max(20, stderr.columns - 1)));
    },
    line: (text) => {
      wipe();
      stderr.write(`${seconds().padStart(6)}  ${text}\n`);
    },
    end: wipe,
  };
}
