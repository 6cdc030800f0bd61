// A diagnosis as a person reads it: one line for what is well, three for what is not. The same
// findings as data are what `--json` prints.

import type { Diagnosis } from './diagnose.ts';
import type { Finding, Level } from './finding.ts';

const MARKS: Readonly<Record<Level, string>> = {
  good: 'ok   ',
  warning: 'warn ',
  bad: 'BAD  ',
  unknown: '?    ',
};
const INDENT = ' '.repeat(MARKS.good.length);

/** Writes a diagnosis as lines of text. */
export function diagnosisText({ findings, healthy }: Diagnosis): readonly string[] {
  const last = healthy ? 'Nothing stands in the way.' : 'Something stands in the way: see BAD.';
  return [...findings.flatMap(findingText), '', last];
}

function findingText({ level, what, why, next }: Finding): readonly string[] {
  const first = `${MARKS[level]}${what}`;
  if (level === 'good') return [first];
  return [first, `${INDENT}${why}`, ...(next === '' ? [] : [`${INDENT}${next}`])];
}
