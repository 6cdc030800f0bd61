/**
 * What the rig is asked on its command line.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { ok, refuse, type Result } from '../../protocol/result.ts';

/** What was asked. */
export interface Options {
  /** How often each fault strikes; as the table of faults says unless given. */
  readonly times: number | undefined;
  /** Only faults whose name begins so. */
  readonly only: readonly string[];
  readonly jobs: number;
  readonly seed: number;
  readonly json: boolean;
  readonly junit: string | undefined;
  readonly help: boolean;
}

/** What the rig says of itself. */
export const USAGE = `Faults on real processes, on a pseudo-terminal, in real time.

  npm run rig                          every fault, some six minutes
  npm run rig -- --only kill --times 5 those whose name begins so, five times each

  --times N      how often each fault of real time strikes
  --only NAME    only faults whose name begins so; may be given more than once
  --jobs N       how many scenes run beside each other (3: mostly they wait)
  --seed N       the same choice of instants and pens; real time does the rest
  --json         one document on standard output, progress on standard error
  --junit FILE   a report for a pipeline`;

const OPTIONS = {
  times: { type: 'string' },
  only: { type: 'string', multiple: true },
  jobs: { type: 'string' },
  seed: { type: 'string' },
  json: { type: 'boolean', default: false },
  junit: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

const JOBS = 3;

/** Reads the command line, or says in a sentence what is wrong with it. */
export function readOptions(words: readonly string[]): Result<Options, string> {
  const parsed = parse(words);
  if (typeof parsed === 'string') return refuse(parsed);
  const { times, jobs, seed, only, json, junit, help } = parsed;
  for (const [name, text] of Object.entries({ times, jobs, seed })) {
    if (text !== undefined && !/^[1-9]\d{0,8}$/.test(text)) {
      return refuse(`--${name} takes a whole number from 1 up, and not "${text}".`);
    }
  }
  return ok({
    times: times === undefined ? undefined : Number(times),
    only: only ?? [],
    jobs: jobs === undefined ? JOBS : Number(jobs),
    seed: seed === undefined ? randomInt(1, 1_000_000) : Number(seed),
    json,
    junit,
    help,
  });
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, strict: true }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
