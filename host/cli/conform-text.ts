// A run of the conformance kit as lines: one for each check, in columns, and what it came to. Pure.

import type { Check } from '../conform/check.ts';
import type { Judged } from '../conform/conduct.ts';
import type { HandAct } from '../conform/order.ts';
import { findingOf, MARKS, type Tally, tallyOf } from '../conform/tally.ts';
import { type Line, span, type Tone, wrap } from './console/span.ts';

const MARK_COLUMNS = 11;
const NAME_COLUMNS = 32;
const TIME_COLUMNS = 8;

const TONES: Readonly<Record<Judged['verdict']['kind'], Tone>> = {
  ok: 'good',
  failed: 'high',
  'not-judged': 'faint',
};

const seconds = (tookMs: number): string => `${(tookMs / 1_000).toFixed(1)} s`;

/** The lines of one check: its row, and what is to be said about it below. */
export function judgedLines({ check, verdict, tookMs }: Judged, columns: number): readonly Line[] {
  const mark = span(MARKS[verdict.kind].padEnd(MARK_COLUMNS), TONES[verdict.kind]);
  const row = [
    mark,
    span(check.name.padEnd(NAME_COLUMNS)),
    span(check.promise.padEnd(6), 'faint'),
    span(seconds(tookMs).padStart(TIME_COLUMNS), 'faint'),
  ];
  if (verdict.kind === 'ok') {
    return [[...row, span(`  ${verdict.notes.join('; ')}`, 'faint')]];
  }
  if (verdict.kind === 'not-judged') {
    return [[...row, span(`  ${verdict.why}`, 'faint')]];
  }
  const indent = ' '.repeat(MARK_COLUMNS);
  const set = (text: string): readonly Line[] =>
    wrap([span(indent), span(text)], columns, MARK_COLUMNS);
  return [
    row,
    ...set(check.says),
    ...set(`Expected ${verdict.expected}; came ${verdict.came}.`),
    ...set(`See protocol/README.md#${check.section}`),
  ];
}

const FINDINGS = {
  conforms: 'The pen conforms, as far as can be told from this end of the wire.',
  'does-not-conform': 'The pen does not conform.',
  'not-wholly-judged': 'Nothing failed, and not everything was judged: this is no conformance.',
} as const;

const PART_CONFORMS = 'What was asked is so; the pen conforms only if all of it is.';

/** The lines at the end; a part of the checks says less than all of them. */
export function tallyLines(
  all: readonly Judged[],
  tookMs: number,
  whole: boolean,
): readonly string[] {
  const tally = tallyOf(all);
  const finding = findingOf(tally);
  const count = all.length === 1 ? '1 check' : `${all.length} checks`;
  return [
    '',
    `${count} in ${seconds(tookMs)}: ${inNumbers(tally)}.`,
    finding === 'conforms' && !whole ? PART_CONFORMS : FINDINGS[finding],
  ];
}

const inNumbers = ({ ok, failed, notJudged }: Tally): string =>
  `${ok} ok, ${failed} failed, ${notJudged} not judged`;

/** The checks there are, in columns. */
export const listLines = (checks: readonly Check[]): readonly string[] =>
  checks.map(({ name, group, promise, moves, hand, says }) => {
    const needs = [...(moves ? ['motion'] : []), ...(hand ? ['hand'] : [])].join(' ');
    const row = [group.padEnd(11), name.padEnd(NAME_COLUMNS), promise, needs.padEnd(12), says];
    return row.join(' ');
  });

const ACTS: Readonly<Record<HandAct, string>> = {
  hold: 'Press the trigger and hold it until you are asked to let go.',
  'let-go': 'Let go of the trigger.',
};

/** What a person at the pen is asked. */
export const handWords = (act: HandAct): string => `>>> ${ACTS[act]}`;

/** One check for a program. */
export const judgedDocument = ({ check, verdict, tookMs }: Judged): object => {
  const { name, group, promise, section, says } = check;
  return { name, group, promise, section: `protocol/README.md#${section}`, says, tookMs, verdict };
};
