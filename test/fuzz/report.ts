/**
 * What a whole run of the fuzzer came to: a table for each subject, the check beside its
 * arithmetic, the findings with the commands that show them again, and the same as data.
 */
import { CHECK_BITS, deviations, expectedPasses, isTooMany, rateBelow } from './arithmetic.ts';
import { HEAVY, KINDS } from './kinds.ts';
import { WIDTHS } from './residue.ts';
import { addTally, emptyTally, type Finding, type Tally } from './tally.ts';
import { type Job, nameOf, type Subject, SUBJECTS } from './task.ts';

/** A finding and the task in which it was made. */
export interface Found extends Finding {
  readonly task: string;
}

/** Everything that was counted. */
export interface Report {
  readonly seed: number;
  readonly bySubject: Map<Subject, Map<string, Tally>>;
  readonly found: Found[];
}

/** A report in which nothing was counted. */
export const newReport = (seed: number): Report => ({ seed, bySubject: new Map(), found: [] });

/** Enters what one job came to. */
export function enter(report: Report, job: Job, tally: Tally): void {
  const kinds = report.bySubject.get(job.subject) ?? new Map<string, Tally>();
  report.bySubject.set(job.subject, kinds);
  const sum = kinds.get(job.task.kind) ?? emptyTally();
  kinds.set(job.task.kind, sum);
  addTally(sum, { ...tally, findings: [] });
  report.found.push(...tally.findings.map((one) => ({ ...one, task: nameOf(job) })));
}

/** All kinds of one subject, or of all, or only some of them. */
export function total(report: Report, subject?: Subject, kinds?: readonly string[]): Tally {
  const sum = emptyTally();
  for (const [who, tallies] of report.bySubject) {
    if (subject !== undefined && who !== subject) continue;
    for (const [kind, tally] of tallies) {
      if (kinds?.includes(kind) !== false) addTally(sum, tally);
    }
  }
  return sum;
}

/** One row of the comparison of measured acceptance with arithmetic. */
export interface CheckRow {
  readonly bits: number;
  readonly trials: number;
  readonly passed: number;
  readonly measured: number;
  readonly expected: number;
  readonly deviations: number;
}

/** How often checks of several widths would have passed heavily damaged blocks. */
export function checkRows(report: Report): readonly CheckRow[] {
  const { trials, passed } = total(report, 'decoder', HEAVY);
  return WIDTHS.map((bits, index) => {
    const count = passed[index] ?? 0;
    const mean = expectedPasses(trials, bits);
    return {
      bits, trials, passed: count, measured: count / Math.max(1, trials), expected: 2 ** -bits,
      deviations: deviations(count, mean),
    };
  });
}

/** More standard deviations than this are not chance. */
const DEVIATIONS_MAX = 5;

/** Why a run has failed, in sentences; nothing if it has not. */
export function failures(report: Report): readonly string[] {
  const { trials, neverSent } = total(report, 'decoder');
  const hard = report.found.filter(({ what }) => what !== 'never sent');
  const strayed = checkRows(report).filter((row) => Math.abs(row.deviations) > DEVIATIONS_MAX);
  return [
    ...hard.map(({ what, detail, task }) => `${what} in ${task}: ${detail}`),
    ...(isTooMany(neverSent, trials)
      ? [`${neverSent} frames were heard that nobody sent, more than misses of a check explain.`]
      : []),
    ...strayed.map(({ bits, measured }) =>
      `a check of ${bits} bits passes ${measured} of wrong blocks, and not 2^-${bits}`),
  ];
}

const whole = (count: number): string => count.toLocaleString('en').replaceAll(',', ' ');
const tiny = (rate: number): string => (rate === 0 ? '0' : rate.toExponential(2));

const REASONS_SHOWN = 3;

function dropsOf({ drops }: Tally): string {
  const most = Object.entries(drops).sort(([, a], [, b]) => b - a);
  const more = most.length - REASONS_SHOWN;
  const shown = most.slice(0, REASONS_SHOWN).map(([why, times]) => `${why} ${whole(times)}`);
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

const COLUMNS = ['noise', 'MB', 'pieces', 'good', 'lost', 'never sent', 'MB/s', 'dropped as'];
const WIDTHS_OF_COLUMNS = [19, 8, 12, 10, 5, 10, 6, 0];

const row = (cells: readonly string[]): string =>
  cells
    .map((cell, index) => {
      const width = WIDTHS_OF_COLUMNS[index] ?? 0;
      return index === 0 || width === 0 ? cell.padEnd(width) : cell.padStart(width);
    })
    .join('  ')
    .trimEnd();

const cellsOf = (name: string, tally: Tally): readonly string[] => [
  name, (tally.bytes / 1e6).toFixed(1), whole(tally.pieces), whole(tally.good),
  whole(tally.good - tally.heard), whole(tally.neverSent),
  (tally.bytes / 1e3 / Math.max(1, tally.ms)).toFixed(1), dropsOf(tally),
];

const TITLES: Readonly<Record<Subject, string>> = {
  decoder: 'decoder: every frame that is heard was sent, byte for byte',
  host: 'host session: noise leads to nothing, moves to what they led to without noise',
  pen: 'pen: the same, with needles moving under grants',
};

/** Processes finish in any order; a table has one. */
const inOrder = (kinds: ReadonlyMap<string, Tally>): readonly (readonly [string, Tally])[] =>
  Object.keys(KINDS).flatMap((kind) => {
    const tally = kinds.get(kind);
    return tally === undefined ? [] : [[kind, tally] as const];
  });

/** The tables of a report. */
export function tables(report: Report): string {
  const parts = SUBJECTS.flatMap((subject) => {
    const kinds = report.bySubject.get(subject);
    return kinds === undefined ? [] : [tableOf(report, subject, kinds)];
  });
  return [...parts, checkTable(report), summary(report)].filter((part) => part !== '').join('\n\n');
}

const tableOf = (report: Report, subject: Subject, kinds: ReadonlyMap<string, Tally>): string =>
  [
    TITLES[subject],
    row(COLUMNS),
    ...inOrder(kinds).map(([kind, tally]) => row(cellsOf(kind, tally))),
    row(cellsOf('all', total(report, subject))),
  ].join('\n');

function checkTable(report: Report): string {
  const all = total(report, 'decoder');
  if (all.trials === 0) return '';
  const lines = checkRows(report).map((one) => [
    `  ${String(one.bits).padStart(2)} bits`, whole(one.trials).padStart(12),
    whole(one.passed).padStart(9), tiny(one.measured).padStart(9), tiny(one.expected).padStart(9),
    one.deviations.toFixed(1).padStart(5),
  ].join('  '));
  const mean = expectedPasses(all.trials, CHECK_BITS);
  return [
    'wrong blocks that a shorter check would have passed, of heavily damaged ones',
    '  check          blocks     passed   measured       2^-k  sigma',
    ...lines,
    `  32 bits, all ${whole(all.trials)} wrong blocks whose check was asked:`
    + ` ${all.neverSent} passed, ${tiny(mean)} expected;`
    + ` below ${tiny(rateBelow(all.trials))} with 95 % confidence`,
  ].join('\n');
}

function summary(report: Report): string {
  const all = total(report);
  return `${whole(all.bytes)} bytes, most memory grown ${(all.grownBytes / 1024).toFixed(0)} KiB,`
    + ` ${failures(report).length} findings`;
}

/** A report as data. */
export const asData = (report: Report): unknown => ({
  seed: report.seed,
  subjects: Object.fromEntries(
    [...report.bySubject].map(([subject, kinds]) => [subject, Object.fromEntries(kinds)]),
  ),
  check: checkRows(report),
  found: report.found,
  failures: failures(report),
});
