/**
 * The outward shape of a file: how long it is, how wide, and whether it opens by saying what it is.
 *
 * Length is the honest warning that one file holds two ideas; data tables are the exception, and
 * each is named here with its reason.
 */
import type { TextFile } from './tree.ts';

/** A file of the product longer than this wants to be two. */
export const LINES_MAX = 250;

/** A test is a list of examples of one source file, and may be longer than what it tests. */
export const TEST_LINES_MAX = 400;

/** A line longer than this does not fit beside another on a screen. */
export const COLUMNS_MAX = 100;

/** Data tables that may be as long as their data; everything else is split. */
export const LONG_TABLES: ReadonlyMap<string, string> = new Map([
  ['host/core/control/matrix.ts', 'Every phase meets every event on one page, which is its point.'],
]);

/** Words the opening comment needs at least, to say more than the file's name does. */
const OPENING_WORDS_MIN = 6;

/** The number of lines, without the empty one after the last line break. */
function lineCount(text: string): number {
  return text.replace(/\n$/, '').split('\n').length;
}

/** Says so when a file is longer than a file may be. */
export function tooLong({ path, text }: TextFile): readonly string[] {
  const lines = lineCount(text);
  const linesMax = path.startsWith('test/') ? TEST_LINES_MAX : LINES_MAX;
  if (lines <= linesMax || LONG_TABLES.has(path)) return [];
  return [`${path} has ${lines} lines; more than ${linesMax} want to be two files.`];
}

/** Whether a long line cannot be broken: a row of a table, or one long word such as an address. */
function isUnbreakable(line: string): boolean {
  return line.trimStart().startsWith('|') || /\S{60}/.test(line);
}

/** Lines of a document that are shown as they are, such as the output of a command. */
function fencedLines(lines: readonly string[]): ReadonlySet<number> {
  const fenced = new Set<number>();
  let inside = false;
  for (const [index, line] of lines.entries()) {
    if (/^\s*```/.test(line)) inside = !inside;
    else if (inside) fenced.add(index);
  }
  return fenced;
}

/** Each line of a file that is too wide and could have been broken. */
export function tooWide({ path, text }: TextFile): readonly string[] {
  const lines = text.split('\n');
  const fenced = path.endsWith('.md') ? fencedLines(lines) : new Set<number>();
  return lines.flatMap((line, index) => {
    if (line.length <= COLUMNS_MAX || fenced.has(index) || isUnbreakable(line)) return [];
    return [`${path}:${index + 1} is ${line.length} columns wide; ${COLUMNS_MAX} fit.`];
  });
}

/** The words of the comment that a file opens with; none when it opens otherwise. */
function openingWords(text: string): readonly string[] {
  const body = text.replace(/^#!.*\n/, '').trimStart();
  const block = /^\/\*[\s\S]*?\*\//.exec(body)?.[0] ?? /^(?:\/\/.*\n?)+/.exec(body)?.[0] ?? '';
  return block.match(/[\p{L}\d'-]{2,}/gu) ?? [];
}

/** Says so when a file does not open with a comment that tells what it is. */
export function unopened({ path, text }: TextFile): readonly string[] {
  if (openingWords(text).length >= OPENING_WORDS_MIN) return [];
  return [`${path} does not open by saying what it is and why it is here.`];
}
