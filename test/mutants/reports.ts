/**
 * The same outcomes for other programs: as JSON, and as a JUnit file with a suite for each folder.
 */
import { newJunitReport } from '../support/junit.ts';
import type { Table } from './mutant.ts';
import type { Outcome } from './run-mutants.ts';
import { complaint, isCaught } from './show.ts';

/** Everything that a run found, as JSON. */
export function asJson(
  tables: readonly Table[],
  outcomes: readonly Outcome[],
  tookMs: number,
): string {
  const report = {
    mutants: outcomes.length,
    caught: outcomes.filter(isCaught).length,
    tookMs,
    outcomes: outcomes.map(({ folder, mutant, verdict, tookMs: each }) => ({
      folder,
      name: mutant.name,
      kind: mutant.kind,
      promise: mutant.promise,
      edits: mutant.edits,
      caughtBy: mutant.caught,
      ...(mutant.keeps === undefined ? {} : { stillKept: mutant.keeps }),
      verdict,
      tookMs: each,
    })),
    equivalents: tables.flatMap(({ folder, equivalents = [] }) =>
      equivalents.map((each) => ({ folder, ...each })),
    ),
  };
  return JSON.stringify(report, undefined, 2);
}

/** Everything that a run found, as JUnit XML. */
export function asJunit(tables: readonly Table[], outcomes: readonly Outcome[]): string {
  const builder = newJunitReport();
  for (const { folder, equivalents = [] } of tables) {
    const suite = builder.testSuite().name(`mutants of ${folder}`);
    for (const outcome of outcomes.filter((each) => each.folder === folder)) {
      const { mutant, verdict, tookMs } = outcome;
      const one = suite.testCase().className(folder).name(`${mutant.promise} ${mutant.name}`);
      one.time(tookMs / 1000);
      if (!isCaught(outcome)) one.failure(complaint(verdict), verdict.kind);
    }
    for (const { name, promise } of equivalents) {
      suite.testCase().className(folder).name(`${promise} ${name}`).skipped();
    }
  }
  return builder.build();
}
