/**
 * `npm run mutants`: breaks one safety line after the other in a copy of the sources, and sees
 * whether the check that the table names notices. It ends with 1 when one does not, and with 2 when
 * it was asked for something that it does not know.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { tableFaults } from './check-tables.ts';
import type { Table } from './mutant.ts';
import { showProgress } from './progress.ts';
import { asJson, asJunit } from './reports.ts';
import { abortRuns } from './run-tests.ts';
import { type Outcome, runMutants } from './run-mutants.ts';
import { complaintLines, folderLines, isCaught, listLines, outcomeLines } from './show.ts';
import { TABLES } from './table/all.ts';

const HELP = `npm run mutants -- [options]

Breaks one safety line after the other in a copy of the sources, and sees whether the check that
the table in test/mutants/table names for it notices, by a broken assertion.

  --only NAME    only this mutant, or all of this folder; may be given more than once
  --jobs N       how many at once, each in a copy of its own (2)
  --list         shows the tables and runs nothing
  --json         the report as JSON on standard output
  --junit FILE   writes a JUnit file as well
  --help         this

It ends with 0 if every mutant was caught by its named check, with 1 if not.
`;

const OPTIONS = {
  only: { type: 'string', multiple: true },
  jobs: { type: 'string' },
  list: { type: 'boolean' },
  json: { type: 'boolean' },
  junit: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Options = ReturnType<typeof parsed>;

function parsed(words: readonly string[]) {
  const { only = [], jobs = '2', ...rest } = parseArgs({
    args: [...words],
    options: OPTIONS,
  }).values;
  return { only, jobs, ...rest };
}

/** Says what cannot be done, and ends the process with 2. */
function refuse(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(2);
}

function optionsOf(words: readonly string[]): Options {
  try {
    return parsed(words);
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}

function jobsOf({ jobs }: Options): number {
  const count = Number(jobs);
  const most = Math.max(2, availableParallelism());
  if (Number.isInteger(count) && count >= 1 && count <= most) return count;
  return refuse(`--jobs is a whole number from 1 to ${most}, and not "${jobs}".`);
}

/** The tables with only what was asked for. */
function chosen(only: readonly string[]): readonly Table[] {
  if (only.length === 0) return TABLES;
  for (const name of only) {
    const known = TABLES.some(
      ({ folder, mutants }) => folder === name || mutants.some((mutant) => mutant.name === name),
    );
    if (!known) refuse(`There is no mutant and no folder "${name}"; --list shows them all.`);
  }
  return TABLES.map((table) => ({
    ...table,
    mutants: only.includes(table.folder)
      ? table.mutants
      : table.mutants.filter(({ name }) => only.includes(name)),
  })).filter(({ mutants }) => mutants.length > 0);
}

const say = (lines: readonly string[]): boolean => process.stdout.write(`${lines.join('\n')}\n`);

async function run(options: Options): Promise<void> {
  const faults = tableFaults(TABLES, ROOT);
  if (faults.length > 0) {
    process.stderr.write(`${faults.join('\n')}\n`);
    process.exitCode = 1;
    return;
  }
  const tables = chosen(options.only);
  const mutants = tables.flatMap(({ folder, mutants: own }) =>
    own.map((mutant) => ({ folder, mutant })),
  );
  const begunMs = performance.now();
  const watcher = showProgress(mutants.length);
  const outcomes = await runMutants({ root: ROOT, jobs: jobsOf(options), mutants, watcher });
  watcher.end();
  report(options, tables, inOrder(mutants, outcomes), Math.round(performance.now() - begunMs));
}

/** Outcomes in the order of the tables, and not in that in which they came. */
const inOrder = (
  mutants: readonly { readonly mutant: object }[],
  outcomes: readonly Outcome[],
): readonly Outcome[] =>
  mutants.flatMap(({ mutant }) => outcomes.filter((outcome) => outcome.mutant === mutant));

function report(
  { json = false, junit }: Options,
  tables: readonly Table[],
  outcomes: readonly Outcome[],
  tookMs: number,
): void {
  if (junit !== undefined) writeFileSync(junit, asJunit(tables, outcomes));
  if (json) say([asJson(tables, outcomes, tookMs)]);
  else {
    const columns = process.stdout.isTTY ? process.stdout.columns : undefined;
    say([...outcomeLines(outcomes, columns), '', ...folderLines(tables, outcomes)]);
    say([`It took ${(tookMs / 1000).toFixed(0)} s.`, ...complaintLines(outcomes)]);
  }
  if (!outcomes.every(isCaught)) process.exitCode = 1;
}

const options = optionsOf(process.argv.slice(2));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    abortRuns();
    process.exit(130);
  });
}
if (options.help === true) process.stdout.write(HELP);
else if (options.list === true) say(listLines(chosen(options.only), process.stdout.columns));
else await run(options);
