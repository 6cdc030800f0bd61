/**
 * Every bench, one after the other, each in a process of its own, and in the end every line of the
 * README's table and every reach that was missed.
 *
 *   npm run bench                the whole of it, some thirty-five minutes on a quiet machine
 *   npm run bench -- --quick     a look in seven minutes, whose figures are not to be recorded
 *   npm run bench -- --strict    the same, and an error in the end if a reach was missed
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { machine, QUICK } from '../support/bench.ts';

const BENCHES = [
  'codec', 'decision', 'world', 'memory', 'kill', 'echo', 'journal', 'plant', 'pen', 'calibration',
  'plot', 'store', 'console',
] as const;
type Bench = (typeof BENCHES)[number];

/** How each is asked to be short; those that are short anyway are not asked. */
const SHORTLY: Readonly<Record<Bench, readonly string[]>> = {
  codec: ['7'],
  decision: ['--quick'],
  world: ['--quick'],
  memory: ['--quick'],
  kill: ['--quick'],
  echo: ['200'],
  journal: [],
  plant: [],
  pen: [],
  calibration: ['--quick'],
  plot: ['--quick'],
  store: ['--quick'],
  console: ['--quick'],
};

/** What one bench said that is worth repeating in the end. */
interface Said {
  readonly rows: readonly string[];
  readonly missed: readonly string[];
  readonly failed: boolean;
}

/** Runs one bench, lets it speak, and keeps the lines that matter. */
async function run(name: Bench): Promise<Said> {
  const file = fileURLToPath(new URL(`${name}.ts`, import.meta.url));
  const words = QUICK ? SHORTLY[name] : [];
  const child = spawn(process.execPath, [file, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const rows: string[] = [];
  const missed: string[] = [];
  createInterface(child.stdout).on('line', (line) => {
    console.log(line);
    if (line.startsWith('| ')) rows.push(line);
    if (line.trimStart().startsWith('MISSED')) missed.push(`${name}: ${line.trim()}`);
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { rows, missed, failed: code !== 0 };
}

const all: Said[] = [];
for (const name of BENCHES) {
  console.log(`\n=== ${name} ${'='.repeat(90 - name.length)}\n`);
  const said = await run(name);
  if (said.failed) console.log(`\n${name} ended with an error`);
  all.push(said);
}
const missed = all.flatMap((said) => said.missed);
const failed = BENCHES.filter((_, index) => all[index]?.failed === true);

console.log(`\n=== all ${'='.repeat(87)}\n\n${machine()}\n`);
for (const row of all.flatMap(({ rows }) => rows)) console.log(row);
console.log(missed.length === 0 ? '\nevery reach was reached' : '\nreaches that were missed:');
for (const line of missed) console.log(`  ${line}`);
for (const name of failed) console.log(`  ${name}: it ended with an error`);
if (failed.length > 0 || (process.argv.includes('--strict') && missed.length > 0)) {
  process.exitCode = 1;
}
