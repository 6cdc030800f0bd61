/**
 * What was found, as rows: one for each fault, with how often it struck and took effect, how near a
 * pen came to its bound, and what is missing from the books.
 */
import type { Finding } from './fault.ts';

/** One row of the table. */
export interface Row {
  readonly fault: string;
  readonly what: string;
  readonly times: number;
  readonly took: number;
  /** Of the time that came nearest to its bound. */
  readonly strokes: number;
  readonly bound: number;
  readonly stopMs: number;
  readonly unaccounted: number;
  readonly wrong: number;
  /** Whether these are positions on virtual time rather than faults of real processes. */
  readonly swept?: boolean;
  /** Why it was not run, where it was not. */
  readonly notRun?: string;
}

/** Makes the row of a fault. */
export function rowOf(fault: string, what: string, found: readonly Finding[]): Row {
  const armed = found.filter(({ bound }) => bound > 0);
  const nearest = armed.toSorted((a, b) => b.strokes / b.bound - a.strokes / a.bound).at(0);
  return {
    fault,
    what,
    times: found.length,
    took: found.filter(({ took }) => took).length,
    strokes: nearest?.strokes ?? 0,
    bound: nearest?.bound ?? 0,
    stopMs: Math.round(Math.max(0, ...found.map(({ stopMs }) => stopMs))),
    unaccounted: found.reduce((sum, { unaccounted }) => sum + unaccounted, 0),
    wrong: found.filter(({ wrong }) => wrong.length > 0).length,
  };
}

const HEADS = [
  'fault', 'times', 'took effect', 'worst strokes after', 'bound', 'worst ms to stop',
  'unaccounted', 'wrong',
] as const;

const cellsOf = (row: Row): readonly string[] =>
  row.notRun === undefined
    ? [
        row.fault, row.times, row.took, row.strokes, row.bound, row.stopMs, row.unaccounted,
        row.wrong,
      ].map(String)
    : [row.fault, `not run: ${row.notRun}`];

/** The rows as lines of aligned columns. */
export function tableLines(rows: readonly Row[]): readonly string[] {
  const cells = rows.map(cellsOf);
  const whole = [HEADS, ...cells.filter(({ length }) => length === HEADS.length)];
  const widths = HEADS.map((_, column) =>
    Math.max(...whole.map((line) => (line[column] ?? '').length)));
  const line = (texts: readonly string[]): string =>
    texts.length < HEADS.length
      ? `${(texts[0] ?? '').padEnd(widths[0] ?? 0)}  ${texts[1] ?? ''}`
      : texts
          .map((text, column) =>
            column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0))
          .join('  ');
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [line(HEADS), rule, ...cells.map(line)];
}
