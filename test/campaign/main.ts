/**
 * The campaign as a command. See `--help`, and README.md for what it proves and what it cannot.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { errandsOf, send } from './crew.ts';
import { drawScenario } from './draw.ts';
import { junitOf } from './junit.ts';
import { EXIT, HELP, type Options, readOptions } from './options.ts';
import { createProgress } from './progress.ts';
import { failureLines, reportLines, shrunkLines } from './report.ts';
import { play } from './run.ts';
import { type Scenario, scenarioWords } from './scenario.ts';
import { complainers, shrink } from './shrink.ts';
import { add, emptyTally, type Failure, type Tally, untried } from './tally.ts';

const say = (lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`);
};

/** Smallest forms are looked for of so many failures, each of other judges. */
const SHRUNK_MAX = 3;

function tellFailures({ failures }: Tally, wanted: boolean): void {
  const known = new Set<string>();
  for (const failure of failures.toSorted((one, other) => one.seed - other.seed)) {
    say(['', ...failureLines(failure)]);
    const { seed, length, complaints } = failure;
    const name = complaints[0]?.split(':')[0] ?? '';
    if (!wanted || known.has(name) || known.size >= SHRUNK_MAX || name === 'threw') continue;
    known.add(name);
    const scenario = drawScenario(seed, length);
    say(shrunkLines(shrink(scenario, play(scenario))));
  }
}

/** A whole campaign. */
async function campaign(options: Options): Promise<number> {
  const tally = emptyTally();
  const wanted = options.treatments + options.full;
  const nowMs = (): number => performance.now();
  const begunMs = nowMs();
  const progress = createProgress(process.stderr, wanted, nowMs);
  const threw: Failure[] = [];
  await send(errandsOf(options), options.jobs, (told) => {
    if (told.kind === 'run') add(tally, told.run, told.length);
    else if (told.kind === 'threw') {
      const { seed, length, stack } = told;
      threw.push({ seed, length, complaints: [`threw: ${stack}`] });
    }
    progress.show(tally);
  });
  progress.end();
  const wallMs = nowMs() - begunMs;
  const missing = untried(tally);
  say([...reportLines(tally, wallMs, options.jobs), ...missing.map((one) => `UNTRIED ${one}`)]);
  tally.failures.push(...threw);
  tellFailures(tally, options.shrink);
  write(options, tally, wallMs, missing);
  if (threw.length > 0) return EXIT.broken;
  if (tally.failures.length > 0) return EXIT.complaints;
  return missing.length > 0 ? EXIT.untried : EXIT.good;
}

function write(
  { json, junit, ...asked }: Options,
  tally: Tally,
  wallMs: number,
  missing: readonly string[],
): void {
  const complaintsBy = Object.fromEntries(tally.complaintsBy);
  const told = { asked, wallMs, untried: missing, ...tally, complaintsBy };
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(told, undefined, 2)}\n`);
  if (junit !== undefined) writeFileSync(junit, junitOf(tally, wallMs));
}

/** One scenario, in words. */
function one(scenario: Scenario, shrunk: boolean): number {
  say(scenarioWords(scenario));
  const run = play(scenario);
  const seconds = (run.simulatedMs / 1_000).toFixed(1);
  const idle = run.took.filter(({ took }) => !took).map(({ kind }) => kind);
  say([
    '',
    `${run.outcome} after ${seconds} simulated s and ${run.strokes} strokes`,
    ...(idle.length === 0 ? [] : [`came to nothing: ${idle.join(', ')}`]),
    ...run.complaints.map((complaint) => `-> ${complaint}`),
  ]);
  if (complainers(run).length === 0) return EXIT.good;
  if (shrunk) say(['', ...shrunkLines(shrink(scenario, run))]);
  return EXIT.complaints;
}

/** Does what the command line says, and answers with the exit code. */
async function main(args: readonly string[]): Promise<number> {
  let options: Options;
  try {
    options = readOptions(args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return EXIT.usage;
  }
  const { replay, scenario, help } = options;
  if (help) {
    process.stdout.write(HELP);
    return EXIT.good;
  }
  if (scenario !== undefined) {
    return one(JSON.parse(readFileSync(scenario, 'utf8')) as Scenario, options.shrink);
  }
  if (replay !== undefined) return one(drawScenario(replay.seed, replay.length), options.shrink);
  return campaign(options);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : String(error)}\n`);
  process.exitCode = EXIT.broken;
}
