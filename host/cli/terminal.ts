// The terminal, or whatever stands in for one: where lines go, how wide it is, and whether anybody
// is looking. Everything above it is told; nothing else asks the process.

import process from 'node:process';

/** Where a command speaks. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Writes without an end of line, for what is redrawn in place. */
  readonly raw: (text: string) => void;
  /** Whether a person looks at it and can press keys. */
  readonly interactive: boolean;
  readonly colour: boolean;
  readonly columns: () => number;
  readonly rows: () => number;
  readonly onResize: (listener: () => void) => () => void;
}

const COLUMNS_UNKNOWN = 80;
const ROWS_UNKNOWN = 24;

/** Whether colours are wanted: https://no-color.org, and a terminal that can show them. */
export const wantsColour = (
  isTerminal: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): boolean =>
  isTerminal && (environment['NO_COLOR'] ?? '') === '' && environment['TERM'] !== 'dumb';

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdout, stderr, stdin, env } = process;
  // A reader that has seen enough, such as `head`, is no mistake of anybody's.
  stdout.on('error', () => undefined);
  return {
    out: (text) => void stdout.write(`${text}\n`),
    err: (text) => void stderr.write(`${text}\n`),
    raw: (text) => void stdout.write(text),
    interactive: stdout.isTTY && stdin.isTTY && env['TERM'] !== 'dumb',
    colour: wantsColour(stdout.isTTY, env),
    columns: () => (stdout.isTTY ? stdout.columns : COLUMNS_UNKNOWN),
    rows: () => (stdout.isTTY ? stdout.rows : ROWS_UNKNOWN),
    onResize: (listener) => {
      stdout.on('resize', listener);
      return () => void stdout.off('resize', listener);
    },
  };
}
