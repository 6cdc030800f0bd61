/**
 * What every bench says in the same way: on which machine, medians and spreads of what was
 * measured, whether a reach was reached, and one line to be pasted into the table of
 * test/bench/README.md.
 */
import os from 'node:os';

/** Whether a short version was asked for. */
export const QUICK = process.argv.includes('--quick');

/** Whether to end with an error when a reach was missed; benches run by hand just say so. */
const STRICT = process.argv.includes('--strict');

/** The number after an option, or what it is otherwise. */
export function numberOf(option: string, otherwise: number): number {
  const at = process.argv.indexOf(option);
  const given = at < 0 ? Number.NaN : Number(process.argv[at + 1]);
  return Number.isFinite(given) ? given : otherwise;
}

/** The machine in words. */
export function machine(): string {
  const cores = os.cpus();
  const model = cores[0]?.model ?? 'unknown processor';
  const load = os.loadavg().map((each) => each.toFixed(1)).join(' ');
  return `${cores.length} x ${model}, ${os.type()} ${os.release()}, node ${process.version}`
    + `, load ${load}`;
}

/** The value below which so many per cent of all values lie. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))]
    ?? Number.NaN;
}

/** The middle value. */
export const median = (values: readonly number[]): number => percentile(values, 50);

/** One figure and what it should reach. */
export interface Figure {
  readonly what: string;
  readonly found: number;
  readonly text: string;
  readonly reach: string;
  readonly reached: boolean;
}

/** A figure that should be at least so much. */
export const atLeast = (what: string, found: number, least: number, unit = ''): Figure => ({
  what,
  found,
  text: `${said(found)}${unit}`,
  reach: `>= ${said(least)}${unit}`,
  reached: found >= least,
});

/** A figure that should be at most so much. */
export const atMost = (what: string, found: number, most: number, unit = ''): Figure => ({
  what,
  found,
  text: `${said(found)}${unit}`,
  reach: `<= ${said(most)}${unit}`,
  reached: found <= most,
});

const said = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 2 : 0);

/** Prints what a bench is about to measure, and on what. */
export function announce(title: string): void {
  console.log(`${title}\n${machine()}${QUICK ? '\nshort version: figures for a look only' : ''}\n`);
}

/** Prints every figure beside its reach, then the line for the README. */
export function conclude(command: string, figures: readonly Figure[]): void {
  console.log('');
  for (const { what, text, reach, reached } of figures) {
    console.log(`  ${reached ? 'reached' : 'MISSED '}  ${what}: ${text} (reach ${reach})`);
  }
  const day = new Date().toISOString().slice(0, 10);
  const found = figures.map(({ what, text, reach, reached }) =>
    `${what} ${text} (${reach}${reached ? '' : ', **missed**'})`);
  console.log(`\n| ${day} | \`${command}\` | ${found.join('; ')} |`);
  if (STRICT && figures.some(({ reached }) => !reached)) process.exitCode = 1;
}
