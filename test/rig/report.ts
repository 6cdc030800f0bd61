/**
 * What the rig found, for people as a table, for programs as one document, and for pipelines as
 * JUnit. All three are made of the same rows.
 */
import { machine } from '../support/bench.ts';
import { newJunitReport } from '../support/junit.ts';
import { type Row, tableLines } from './table.ts';

/** Everything that was found. */
export interface Report {
  readonly seed: number;
  readonly tookMs: number;
  readonly rows: readonly Row[];
  /** Every complaint, with the fault and the time in front. */
  readonly complaints: readonly string[];
  readonly notes: readonly string[];
}

/** Whether all was as promised. */
export const isSound = ({ complaints }: Report): boolean => complaints.length === 0;

/** The report for people. */
export function reportText(report: Report): string {
  const { rows, complaints, notes, seed, tookMs } = report;
  const real = rows.filter(({ swept }) => swept !== true);
  const struck = real.reduce((sum, { times }) => sum + times, 0);
  return [
    machine(),
    '',
    ...tableLines(rows),
    '',
    ...rows.map(({ fault, what }) => `${fault}: ${what}`),
    '',
    ...notes,
    `${struck} faults on real processes, seed ${seed}, ${(tookMs / 1_000).toFixed(0)} s.`,
    complaints.length === 0
      ? 'Every promise was kept.'
      : `${complaints.length} promises were not kept:`,
    ...complaints.map((what) => `  ${what}`),
  ].join('\n');
}

/** The report for programs. */
export const reportJson = (report: Report): string =>
  JSON.stringify({ ok: isSound(report), machine: machine(), ...report });

/** Writes the report for pipelines: a suite for each fault, one case, and what was wrong in it. */
export function writeJunit({ rows, complaints }: Report, path: string): void {
  const builder = newJunitReport();
  const suite = builder.testSuite().name('rig');
  for (const { fault, what, times, took, notRun } of rows) {
    const test = suite.testCase().className('rig').name(`${fault}: ${what} (${times} times)`);
    const wrong = complaints.filter((complaint) => complaint.startsWith(`${fault} `));
    if (notRun !== undefined) test.skipped();
    else if (wrong.length > 0) test.failure(wrong.join('\n'));
    test.standardOutput(`took effect ${took} of ${times} times`);
  }
  builder.writeTo(path);
}
