// Readings made again from the raw lines that they name: parsed by the format of the gauge, put
// through the same steadiness, less the same zero. A reading that skips a line that would have
// unsettled it is found as well, so nobody can pick the three lines that please him.

import { losesDigits, toNm, type Written } from '../gauge/decimal.ts';
import { readLine } from '../gauge/formats.ts';
import type { GaugeKind } from '../gauge/gauge-line.ts';
import { middleNm, type Reading, steadyStep, type Steadying, UNSTEADY } from '../gauge/steady.ts';
import { readTyped, TYPED } from '../gauge/typed.ts';
import type { Certificate, CertifiedGauge, CertifiedInstrument } from './certificate-shape.ts';

/** One raw line. */
export type Line = Certificate['lines'][number];

/** Why readings cannot be made again from the lines that they name. */
export type ReadingFault =
  | 'no-lines'
  | 'line-missing'
  | 'other-gauge'
  | 'no-reading'
  | 'other-unit'
  | 'not-steady'
  | 'lines-left-out';

/** What lines come to, or why to nothing. */
export type Remade =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'fault'; readonly fault: ReadingFault };

const fault = (of: ReadingFault): Remade => ({ kind: 'fault', fault: of });

/** Raw lines by gauge and number, to be looked up. */
export interface Lines {
  readonly byNumber: ReadonlyMap<number, Line>;
  readonly ofGauge: ReadonlyMap<string, readonly Line[]>;
}

/** Sorts raw lines for being looked up. */
export const linesOf = (lines: readonly Line[]): Lines => ({
  byNumber: new Map(lines.map((line) => [line.n, line])),
  ofGauge: Map.groupBy(lines, ({ gauge }) => gauge),
});

/** What one line reads, in nanometres; undefined if it is none, or lost its last digits. */
function readNm(
  line: Line,
  { format, unit, resolutionNm }: CertifiedGauge,
): number | 'other-unit' | undefined {
  const read = readLine(format, line.text);
  if (read.kind !== 'reading') return undefined;
  const stated = read.unit === 'unstated' ? unit : read.unit;
  if (stated !== unit) return 'other-unit';
  return losesDigits(read.written, unit, resolutionNm) ? undefined : toNm(read.written, unit);
}

/** A gauge that repeats itself, or breaks off, for more lines than this was not read (grade D). */
const BETWEEN_MAX = 400;

/** The lines of a gauge from the first to the last of some numbers. */
function between(lines: readonly Line[], first: number, last: number): readonly Line[] {
  const from = firstFrom(lines, first);
  const found: Line[] = [];
  for (let at = from; at < Math.min(lines.length, from + BETWEEN_MAX); at += 1) {
    const line = lines[at];
    if (line === undefined || line.n > last) break;
    found.push(line);
  }
  return found;
}

/** By halving: a certificate has hundreds of readings in thousands of lines. */
function firstFrom(lines: readonly Line[], n: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle]?.n ?? n) < n) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A steady length from the lines that it names, before the zero is taken off. */
export function remadeLength(
  numbers: readonly number[],
  gauge: CertifiedGauge,
  lines: Lines,
): Remade {
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return fault('no-lines');
  for (const n of numbers) {
    const line = lines.byNumber.get(n);
    if (line === undefined) return fault('line-missing');
    if (line.gauge !== gauge.serial) return fault('other-gauge');
  }
  let state: Steadying = UNSTEADY;
  for (const line of between(lines.ofGauge.get(gauge.serial) ?? [], first, last)) {
    const valueNm = readNm(line, gauge);
    if (valueNm === 'other-unit') return fault('other-unit');
    if (valueNm === undefined) {
      if (numbers.includes(line.n)) return fault('no-reading');
    } else {
      const step = steadyStep(state, { atMs: line.atMs, valueNm, line: line.n });
      if (step.kind === 'steady') return settled(step.readings, numbers);
      ({ state } = step);
    }
  }
  return fault('not-steady');
}

function settled(readings: readonly Reading[], numbers: readonly number[]): Remade {
  const same = readings.length === numbers.length
    && readings.every(({ line }, index) => line === numbers[index]);
  return same ? { kind: 'value', value: middleNm(readings) } : fault('lines-left-out');
}

/** A length that was typed: one line, with the unit that was confirmed and every digit. */
export function remadeTyped(
  numbers: readonly number[],
  { unit, resolutionNm }: CertifiedGauge,
  { byNumber }: Lines,
): Remade {
  const [n, ...more] = numbers;
  if (n === undefined || more.length > 0) return fault('no-lines');
  const line = byNumber.get(n);
  if (line === undefined) return fault('line-missing');
  if (line.gauge !== TYPED) return fault('other-gauge');
  const read = readTyped(line.text);
  if (read === undefined) return fault('no-reading');
  if (read.unit !== unit) return fault('other-unit');
  return losesDigits(read.written, unit, resolutionNm)
    ? fault('no-reading')
    : { kind: 'value', value: toNm(read.written, unit) };
}

/** What an instrument said while something ran: every reading, or why there is none. */
export type Followed =
  | { readonly kind: 'values'; readonly values: readonly number[] }
  | { readonly kind: 'fault'; readonly fault: ReadingFault };

type Followable = Extract<CertifiedInstrument, { readonly kind: 'rate' | 'peak' | 'force' }>;

/** How each of them writes, in which unit, and what that comes to. */
const FOLLOWED: Readonly<Record<Followable['kind'], {
  readonly format: GaugeKind;
  readonly unit: string;
  readonly valueOf: (written: Written) => number;
}>> = {
  rate: {
    format: 'tachometer', unit: 'Hz', valueOf: ({ digits }) => Math.round(Number(digits) * 100),
  },
  peak: { format: 'peak-hold', unit: 'mm', valueOf: (written) => toNm(written, 'mm') },
  force: {
    format: 'mark-10',
    unit: 'N',
    valueOf: ({ digits }) => Math.abs(Math.round(Number(digits) * 1_000)),
  },
};

/**
 * The readings of an instrument that was followed from one line to another. None of them is left
 * out: whoever could choose among them could choose the rate.
 */
export function remadeFollowed(
  numbers: readonly number[],
  { serial, kind }: Followable,
  lines: Lines,
): Followed {
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return { kind: 'fault', fault: 'no-lines' };
  const { format, unit, valueOf } = FOLLOWED[kind];
  const named = new Set(numbers);
  const values: number[] = [];
  for (const { n, text } of between(lines.ofGauge.get(serial) ?? [], first, last)) {
    const read = readLine(format, text);
    if (!named.delete(n)) {
      // Damage in between was no reading for the bench either.
      if (read.kind === 'reading') return { kind: 'fault', fault: 'lines-left-out' };
      continue;
    }
    if (read.kind !== 'reading') return { kind: 'fault', fault: 'no-reading' };
    if (read.unit !== unit) return { kind: 'fault', fault: 'other-unit' };
    values.push(valueOf(read.written));
  }
  return named.size > 0
    ? { kind: 'fault', fault: 'line-missing' }
    : { kind: 'values', values };
}

/**
 * The lines that a zero was made of: the last steady ones with this middle before the first
 * reading; for a bench that remembers the zero and not its lines.
 */
export function zeroLines(
  zeroNm: number,
  gauge: CertifiedGauge,
  lines: readonly Line[],
  before: number,
): readonly number[] | undefined {
  const readings = lines.flatMap((line): readonly Reading[] => {
    if (line.n >= before || line.gauge !== gauge.serial) return [];
    const valueNm = readNm(line, gauge);
    return typeof valueNm === 'number' ? [{ atMs: line.atMs, valueNm, line: line.n }] : [];
  });
  for (let from = readings.length - 1; from >= 0; from -= 1) {
    const steady = firstSteady(readings, from);
    if (steady !== undefined && middleNm(steady) === zeroNm) return steady.map(({ line }) => line);
  }
  return undefined;
}

/** The first readings from some place on that agree; a bench may begin to look at any of them. */
function firstSteady(readings: readonly Reading[], from: number): readonly Reading[] | undefined {
  let state: Steadying = UNSTEADY;
  for (const reading of readings.slice(from, from + BETWEEN_MAX)) {
    const step = steadyStep(state, reading);
    if (step.kind === 'steady') return step.readings;
    ({ state } = step);
  }
  return undefined;
}
