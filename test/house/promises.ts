/**
 * The trace of the safety promises: from a number in host/README.md to the lines that keep it and
 * the tests that show it, and back again.
 *
 * A promise is a list item that begins with its number in bold. A row of the table below names the
 * files: those whose lines are marked with a comment, all of them, and the most telling tests. Only
 * the names of tests count, as the compiler reads them; a number in a test's body shows nothing.
 */
import { posix } from 'node:path';
import ts from 'typescript';
import type { TextFile } from './tree.ts';

/** Where the promises stand. */
export const PROMISES = 'host/README.md';

/** Files by the number of the promise that they name. */
export type Trace = ReadonlyMap<string, ReadonlySet<string>>;

/** One row of the table: where a promise is kept, and by what it is shown. */
export interface Row {
  readonly id: string;
  readonly keptAt: readonly string[];
  readonly shownBy: readonly string[];
}

const PROMISE = /^- \*\*(?<id>S-\d{2})\*\* /gm;
const ROW = /^\| (?<id>S-\d{2}) \| (?<kept>[^|]*) \| (?<shown>[^|]*) \|$/gm;
const LINK = /\]\((?<target>[^)\s#]+)\)/g;
const NUMBER = /\bS-\d{2}\b/g;
const MARK = /(?:\/\/|^\s*\/?\*{1,2}) (?<ids>S-\d{2}(?:, S-\d{2})*): \S/gm;

const numbersIn = (text: string): readonly string[] => text.match(NUMBER) ?? [];

/** The numbers of the promises, in the order in which they are given. */
export const promisesOf = (readme: string): readonly string[] =>
  [...readme.matchAll(PROMISE)].map(({ groups }) => groups?.['id'] ?? '');

function linksIn(cell: string): readonly string[] {
  const home = posix.dirname(PROMISES);
  return [...cell.matchAll(LINK)].map(({ groups }) =>
    posix.join(home, groups?.['target'] ?? ''),
  );
}

/** The rows of the table, in order. */
export const rowsOf = (readme: string): readonly Row[] =>
  [...readme.matchAll(ROW)].map(({ groups }) => ({
    id: groups?.['id'] ?? '',
    keptAt: linksIn(groups?.['kept'] ?? ''),
    shownBy: linksIn(groups?.['shown'] ?? ''),
  }));

function traceOf(
  files: readonly TextFile[],
  numbers: (file: TextFile) => readonly string[],
): Trace {
  const trace = new Map<string, Set<string>>();
  for (const file of files) {
    for (const id of numbers(file)) {
      trace.set(id, (trace.get(id) ?? new Set()).add(file.path));
    }
  }
  return trace;
}

/** Files with a line that is marked as keeping a promise. */
export const marksIn = (files: readonly TextFile[]): Trace =>
  traceOf(files, ({ text }) =>
    [...text.matchAll(MARK)].flatMap(({ groups }) => numbersIn(groups?.['ids'] ?? '')),
  );

/** What is called to make a test or a group of them, whatever is chained to it. */
function isTestMaker(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return ['test', 'it', 'describe'].includes(callee.text);
  if (ts.isPropertyAccessExpression(callee) || ts.isCallExpression(callee)) {
    return isTestMaker(callee.expression);
  }
  return ts.isTaggedTemplateExpression(callee) && isTestMaker(callee.tag);
}

/** The names of all tests and groups in a file; what a template leaves open is left out. */
export function testNamesIn({ path, text }: TextFile): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2024, true);
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTestMaker(node.expression)) {
      const [name] = node.arguments;
      if (name !== undefined && ts.isStringLiteralLike(name)) names.push(name.text);
      else if (name !== undefined && ts.isTemplateExpression(name)) names.push(name.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return names;
}

/** Files with a test or a group of tests that names a promise. */
export const testsIn = (files: readonly TextFile[]): Trace =>
  traceOf(files, (file) => testNamesIn(file).flatMap(numbersIn));

/** The number that no promise will ever have, for tests of checks like this one. */
const NOBODYS = 'S-99';

/** Numbers that a file mentions and that no promise has. */
export function unknownNumbers({ path, text }: TextFile, readme: string): readonly string[] {
  const known = new Set([...promisesOf(readme), ...(path.startsWith('test/') ? [NOBODYS] : [])]);
  return [...new Set(numbersIn(text))]
    .filter((id) => !known.has(id))
    .map((id) => `${path} names ${id}, which is no promise of ${PROMISES}.`);
}

const named = (id: string, trace: Trace): ReadonlySet<string> => trace.get(id) ?? new Set();

/** Numbers that begin a subject of their own; a row of numbers may leap to one of them. */
const BEGINNINGS: ReadonlySet<number> = new Set([50, 60, 70, 75, 80]);

const numbered = (number: number): string => `S-${String(number).padStart(2, '0')}`;

function numbering(ids: readonly string[], what: string): readonly string[] {
  return ids.flatMap((id, index) => {
    const before = Number(ids[index - 1]?.slice(2) ?? 0);
    const number = Number(id.slice(2));
    const leaps = number > before && BEGINNINGS.has(number);
    const expected = numbered(before + 1);
    return leaps || id === expected ? [] : [`${what}: ${id} stands where ${expected} belongs.`];
  });
}

function rowFaults({ id, keptAt, shownBy }: Row, marks: Trace, tests: Trace): readonly string[] {
  const marked = named(id, marks);
  const shown = named(id, tests);
  return [
    ...(keptAt.length === 0 ? [`${id} names no line that keeps it.`] : []),
    ...(shownBy.length === 0 ? [`${id} names no test that shows it.`] : []),
    ...keptAt
      .filter((path) => !marked.has(path))
      .map((path) => `${id} is said to be kept in ${path}, which has no line marked "${id}:".`),
    ...[...marked]
      .filter((path) => !keptAt.includes(path))
      .map((path) => `${path} has a line marked "${id}:" and is not in the row of ${id}.`),
    ...shownBy
      .filter((path) => !shown.has(path))
      .map((path) => `${id} is said to be shown by ${path}, where no test has it in its name.`),
  ];
}

/** Everything that is wrong with the trace; nothing if every promise can be followed both ways. */
export function traceFaults(readme: string, marks: Trace, tests: Trace): readonly string[] {
  const rows = rowsOf(readme);
  const promised = promisesOf(readme);
  const sorted = [...promised].sort();
  return [
    ...numbering(sorted, 'the promises'),
    ...numbering(rows.map(({ id }) => id), 'the table'),
    ...sorted
      .filter((id) => !rows.some((row) => row.id === id))
      .map((id) => `${id} is promised and has no row in the table.`),
    ...rows
      .filter(({ id }) => !promised.includes(id))
      .map(({ id }) => `${id} has a row in the table and is not promised.`),
    ...rows.flatMap((row) => rowFaults(row, marks, tests)),
  ];
}
