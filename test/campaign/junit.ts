/**
 * A campaign for a pipeline: one case for each judge, one for each kind of trouble, one for the
 * share of runs near a limit. A case that failed carries the commands that play it again.
 */
import { newJunitReport } from '../support/junit.ts';
import { CHECKER_NAMES } from '../world/checkers/all.ts';
import { BOUND_NAMES } from './bounds.ts';
import { TROUBLE_KINDS } from './draw-troubles.ts';
import { failureLines } from './report.ts';
import { effectsDemanded, type Failure, nearPercent, type Tally, untried } from './tally.ts';

const ofJudge = ({ failures }: Tally, name: string): readonly Failure[] =>
  failures.filter(({ complaints }) => complaints.some((one) => one.startsWith(`${name}: `)));

/** The report as XML. */
export function junitOf(tally: Tally, wallMs: number): string {
  const report = newJunitReport();
  const judges = report.testSuite().name('campaign judges').time(wallMs / 1_000);
  const known: readonly string[] = [...CHECKER_NAMES, ...BOUND_NAMES];
  const others = [...tally.complaintsBy.keys()].filter(
    (name) => !known.includes(name),
  );
  for (const name of [...known, ...others]) {
    const failed = ofJudge(tally, name);
    const one = judges.testCase().className('campaign').name(`${name} has nothing to say`);
    if (failed.length > 0) one.failure(failed.slice(0, 5).flatMap(failureLines).join('\n'));
  }
  const tried = report.testSuite().name('campaign reach');
  const demanded = effectsDemanded(tally.runs);
  for (const kind of TROUBLE_KINDS) {
    const { took } = tally.troubles[kind];
    const one = tried.testCase().className('trouble').name(`${kind} takes effect`);
    if (took < demanded) one.failure(`${took} times, and ${demanded} are asked`);
  }
  const near = tried.testCase().className('limits').name('runs come near their limits');
  const missed = untried(tally).find((sentence) => sentence.startsWith('Only'));
  if (missed !== undefined) near.failure(missed);
  near.standardOutput(`${nearPercent(tally).toFixed(1)} % of ${tally.runs} runs`);
  return report.build();
}
