/**
 * How mutants and their fates are shown: one aligned table, survivors first, then what each folder
 * came to. Nothing is decided here.
 */
import type { Check, Equivalent, Mutant, Table } from './mutant.ts';
import type { Outcome } from './run-mutants.ts';
import type { Verdict } from './verdict.ts';

/** Whether an outcome is the one that it should be. */
export const isCaught = ({ verdict }: Outcome): boolean => verdict.kind === 'caught';

/** One or two words for what became of a mutant. */
export function fate({ kind }: Verdict): string {
  switch (kind) {
    case 'caught':
      return 'caught';
    case 'survived':
      return 'SURVIVED';
    case 'caught-elsewhere':
      return 'ELSEWHERE';
    case 'no-assertion':
      return 'STUMBLED';
    case 'other-checker':
      return 'OTHER CHECKER';
    case 'not-kept':
      return 'NOT KEPT';
    case 'not-run':
      return 'NOT RUN';
  }
}

/** A sentence for what is wrong with an outcome; empty if nothing is. */
export function complaint(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'caught':
      return '';
    case 'survived':
      return 'no test of its file notices it';
    case 'caught-elsewhere':
      return `its check lets it pass; it is noticed by "${verdict.by.join('", "')}"`;
    case 'no-assertion':
      return `its check failed, but by no assertion: ${verdict.said}`;
    case 'other-checker':
      return `its test failed, but not by the named checker: ${verdict.said}`;
    case 'not-kept':
      return `the guards that are left do not keep what they should: ${verdict.said}`;
    case 'not-run':
      return `its check could not be run: ${verdict.why}`;
  }
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const shortly = ({ file, test, checker }: Check): string =>
  `${file.replace(/^test\//, '').replace(/\.test\.ts$/, '')}: ${test}` +
  (checker === undefined ? '' : ` (checker ${checker})`);

/** Where a mutant is caught, and what is kept all the same, in one line. */
const checkOf = ({ caught, keeps }: Mutant): string =>
  shortly(caught) + (keeps === undefined ? '' : `; and still kept is ${shortly(keeps)}`);

/** Lines of a table whose columns stand below each other; what is too wide for it is cut. */
export function aligned(
  rows: readonly (readonly string[])[],
  columns: number = Number.POSITIVE_INFINITY,
): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  return rows.map((row) => {
    const line = row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ').trimEnd();
    return line.length <= columns ? line : `${line.slice(0, columns - 1)}…`;
  });
}

const ORDER: readonly Verdict['kind'][] = [
  'survived', 'caught-elsewhere', 'not-kept', 'other-checker', 'no-assertion', 'not-run', 'caught',
];

const worstFirst = (one: Outcome, other: Outcome): number =>
  ORDER.indexOf(one.verdict.kind) - ORDER.indexOf(other.verdict.kind);

/** The fates of all mutants: survivors first, the rest in the order of the tables. */
export function outcomeLines(
  outcomes: readonly Outcome[],
  columns?: number,
): readonly string[] {
  const sorted = outcomes.toSorted(worstFirst);
  const rows = sorted.map((outcome) => [
    fate(outcome.verdict),
    outcome.mutant.name,
    outcome.folder,
    outcome.mutant.promise,
    seconds(outcome.tookMs).padStart(6),
    checkOf(outcome.mutant),
  ]);
  const head = ['fate', 'mutant', 'folder', 'keeps', '  time', 'the check that has to notice'];
  return aligned([head, ...rows], columns);
}

/** What is wrong, one line for each mutant that was not caught as it should be. */
export const complaintLines = (outcomes: readonly Outcome[]): readonly string[] =>
  outcomes
    .filter((outcome) => !isCaught(outcome))
    .map(({ mutant, verdict }) => `${mutant.name}: ${complaint(verdict)}.`);

/** What each folder came to, and all of them together. */
export function folderLines(
  tables: readonly Table[],
  outcomes: readonly Outcome[],
): readonly string[] {
  const rows = tables.map(({ folder, least, equivalents = [] }) => {
    const own = outcomes.filter((outcome) => outcome.folder === folder);
    return [
      folder,
      String(own.length).padStart(7),
      String(own.filter(isCaught).length).padStart(6),
      String(least).padStart(5),
      String(equivalents.length).padStart(10),
      seconds(own.reduce((sum, { tookMs }) => sum + tookMs, 0)).padStart(8),
    ];
  });
  const caught = outcomes.filter(isCaught).length;
  const head = ['folder', 'mutants', 'caught', 'least', 'equivalent', '    time'];
  return [
    ...aligned([head, ...rows]),
    '',
    `${outcomes.length} mutants, ${caught} caught by their named check, ` +
      `${outcomes.length - caught} not.`,
  ];
}

/** All mutants as they stand in the tables, without running them. */
export function listLines(tables: readonly Table[], columns?: number): readonly string[] {
  const rows = tables.flatMap(({ folder, mutants }) =>
    mutants.map((mutant) => [folder, mutant.name, mutant.promise, mutant.kind, checkOf(mutant)]),
  );
  const head = ['folder', 'mutant', 'keeps', 'kind', 'the check that has to notice'];
  const argued = tables.flatMap(({ equivalents = [] }) => equivalents.flatMap(arguedLines));
  return [...aligned([head, ...rows], columns), ...(argued.length > 0 ? ['', ...argued] : [])];
}

const arguedLines = ({ name, promise, argument }: Equivalent): readonly string[] => [
  `equivalent, and not run: ${name} (${promise})`,
  `  ${argument}`,
];
