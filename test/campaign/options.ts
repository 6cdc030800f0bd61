/**
 * The command line of the campaign: what can be asked, what is asked if nothing is said, and how
 * everything is called in the help.
 */
import { parseArgs } from 'node:util';
import type { Length } from './draw.ts';

/** What somebody wants. */
export interface Options {
  readonly treatments: number;
  readonly full: number;
  readonly seed: number;
  readonly jobs: number;
  readonly json: string | undefined;
  readonly junit: string | undefined;
  readonly replay: { readonly seed: number; readonly length: Length } | undefined;
  readonly scenario: string | undefined;
  readonly shrink: boolean;
  readonly help: boolean;
}

/** The exit codes, as they are documented. */
export const EXIT = { good: 0, complaints: 1, usage: 2, untried: 3, broken: 4 } as const;

/** The help text. */
export const HELP = `Delivers made-up treatments on virtual time, with all that can go wrong.

  npm run campaign -- [options]

  --treatments N     short treatments, of about a simulated minute each (2000)
  --full N           full-length ones besides, of about twenty simulated minutes each (0)
  --seed N           the first seed; the others follow it (1)
  --jobs N           processes (2)
  --json FILE        writes everything that is told at the end as JSON
  --junit FILE       writes it for a pipeline
  --replay N[:full]  plays one seed again, in words, with whatever is wrong and its smallest form
  --scenario FILE    plays one scenario from a JSON file, as a failure prints it
  --no-shrink        does not look for the smallest form of a failure
  --help             says this

Exit codes
  0  nobody complained, and enough was tried
  1  somebody complained
  2  the command line makes no sense
  3  nobody complained, but something was tried too rarely to say so
  4  a process died or a run threw
`;

const WHOLE = /^\d{1,9}$/;

function whole(name: string, text: string, least: number): number {
  const value = WHOLE.test(text) ? Number(text) : -1;
  if (value < least) throw new TypeError(`--${name} takes a whole number from ${least} up.`);
  return value;
}

function replayOf(text: string | undefined): Options['replay'] {
  if (text === undefined) return undefined;
  const [seed = '', variant = 'short'] = text.split(':');
  if (variant !== 'short' && variant !== 'full') {
    throw new TypeError('--replay takes a seed, and behind a colon the word full.');
  }
  return { seed: whole('replay', seed, 0), length: variant };
}

/** Reads a command line; throws a TypeError that says what is wrong with it. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      treatments: { type: 'string', default: '2000' },
      full: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      jobs: { type: 'string', default: '2' },
      json: { type: 'string' },
      junit: { type: 'string' },
      replay: { type: 'string' },
      scenario: { type: 'string' },
      shrink: { type: 'boolean', default: true },
      help: { type: 'boolean', default: false },
    },
    allowNegative: true,
  });
  return {
    treatments: whole('treatments', values.treatments, 0),
    full: whole('full', values.full, 0),
    seed: whole('seed', values.seed, 0),
    jobs: whole('jobs', values.jobs, 1),
    json: values.json,
    junit: values.junit,
    replay: replayOf(values.replay),
    scenario: values.scenario,
    shrink: values.shrink,
    help: values.help,
  };
}
