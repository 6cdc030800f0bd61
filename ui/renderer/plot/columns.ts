// Samples into columns: each pixel column of a plot holds the least and the greatest value of each
// series within its share of time, so that a peak of a single sample is never lost however many
// samples fall into a column. A column without a sample is a gap and is drawn as one. Pure.

/** The least and the greatest value in a column. */
export interface Span {
  readonly min: number;
  readonly max: number;
}

/** A column: one span for each series, undefined where nothing was measured. */
export type Column = readonly (Span | undefined)[];

/** A sample: an instant and one value for each series. */
export interface Sample {
  readonly atMs: number;
  readonly values: readonly (number | undefined)[];
}

/** The column that is being filled, and where it stands in time. */
export interface Filling {
  readonly columnMs: number;
  /** Number of the open column, counted from the first; undefined before the first sample. */
  readonly open: number | undefined;
  readonly column: Column;
  readonly lastMs: number;
}

/** Nothing has been heard. */
export const emptyFilling = (columnMs: number): Filling => ({
  columnMs,
  open: undefined,
  column: [],
  lastMs: 0,
});

/** What a step leaves: the filling, and the columns that are finished, oldest first. */
export interface ColumnStep {
  readonly filling: Filling;
  readonly done: readonly Column[];
}

const GAP: Column = [];

/** More empty columns than a plot is wide are no use to anybody. */
const GAPS_MAX = 8_192;

const widened = (span: Span | undefined, value: number | undefined): Span | undefined => {
  if (value === undefined) return span;
  if (span === undefined) return { min: value, max: value };
  if (value >= span.min && value <= span.max) return span;
  return { min: Math.min(span.min, value), max: Math.max(span.max, value) };
};

const merged = (column: Column, values: Sample['values']): Column =>
  values.map((value, index) => widened(column[index], value));

/** Closes columns up to a number; those in between are gaps. */
function closedUpTo(filling: Filling, to: number): readonly Column[] {
  const from = filling.open ?? to;
  const gaps = Math.min(GAPS_MAX, Math.max(0, to - from - 1));
  return to > from ? [filling.column, ...Array.from({ length: gaps }, () => GAP)] : [];
}

function withSample(filling: Filling, { atMs, values }: Sample): ColumnStep {
  const number = Math.floor(atMs / filling.columnMs);
  if (filling.open === undefined) {
    const column = merged(GAP, values);
    return { filling: { ...filling, open: number, column, lastMs: atMs }, done: [] };
  }
  // A clock that starts anew breaks the line, and time goes on from there.
  if (atMs < filling.lastMs) {
    const column = merged(GAP, values);
    return {
      filling: { ...filling, open: number, column, lastMs: atMs },
      done: [filling.column, GAP],
    };
  }
  const done = closedUpTo(filling, number);
  const column = merged(done.length === 0 ? filling.column : GAP, values);
  const open = Math.max(number, filling.open);
  return { filling: { ...filling, open, column, lastMs: atMs }, done };
}

/** Takes samples in; they come in the order in which they were measured. */
export function withSamples(filling: Filling, samples: readonly Sample[]): ColumnStep {
  let step: ColumnStep = { filling, done: [] };
  const done: Column[] = [];
  for (const sample of samples) {
    step = withSample(step.filling, sample);
    done.push(...step.done);
  }
  return { filling: step.filling, done };
}

/** Lets time pass without a sample: columns that are over are closed and stay empty. */
export function withSilence(filling: Filling, toMs: number): ColumnStep {
  if (filling.open === undefined) return { filling, done: [] };
  const number = Math.floor(toMs / filling.columnMs);
  const done = closedUpTo(filling, number);
  if (done.length === 0) return { filling, done };
  return { filling: { ...filling, open: number, column: GAP }, done };
}

/** The same instant of the same clock in columns of another width, so that silence goes on. */
export const refitted = (filling: Filling, columnMs: number): Filling =>
  filling.open === undefined
    ? emptyFilling(columnMs)
    : {
        ...filling,
        columnMs,
        open: Math.floor((filling.open * filling.columnMs) / columnMs),
      };

const joined = (one: Column, other: Column): Column =>
  Array.from({ length: Math.max(one.length, other.length) }, (_, index) => {
    const span = other[index];
    return span === undefined ? one[index] : widened(widened(one[index], span.min), span.max);
  });

/** The same columns for another width: several become one, or one stands for several. */
export function rescaled(columns: readonly Column[], factor: number): Column[] {
  const count = Math.round(columns.length * factor);
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor(index / factor);
    const to = Math.max(from + 1, Math.floor((index + 1) / factor));
    return columns.slice(from, to).reduce(joined, GAP);
  });
}
