// What was judged as a JUnit report, for pipelines that draw one. What could not be judged is
// skipped there, with the reason beside it.

import library, { type Builder } from 'junit-report-builder';
import { assert } from '../../protocol/assert.ts';
import type { Judged } from './conduct.ts';
import { MARKS } from './tally.ts';

// The package hands its builder out as the whole module; its types say otherwise.
const isBuilder = (value: unknown): value is Builder =>
  typeof value === 'object' && value !== null && 'newBuilder' in value;

/** The report of a run as XML. */
export function junitOf(all: readonly Judged[], pen: string): string {
  const loaded: unknown = library;
  assert(isBuilder(loaded), 'the library hands out its builder');
  const report = loaded.newBuilder();
  const suite = report.testSuite().name(`corium conform ${pen}`);
  for (const { check, verdict, tookMs } of all) {
    const row = suite.testCase().className(`conform.${check.group}`).name(check.name);
    row.time(tookMs / 1_000);
    const about = `${check.promise}: ${check.says} (protocol/README.md#${check.section})`;
    if (verdict.kind === 'failed') {
      row.failure(`expected ${verdict.expected}; came ${verdict.came}`, MARKS.failed);
    }
    if (verdict.kind === 'not-judged') row.skipped();
    row.standardOutput(verdict.kind === 'not-judged' ? `${about}\n${verdict.why}` : about);
  }
  return report.build();
}
