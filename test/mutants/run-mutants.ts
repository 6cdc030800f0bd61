/**
 * Runs mutants on a few workplaces at once: first every named check without any mutant, which has
 * to pass, then one mutant after the other with nothing but its named check. What that check lets
 * pass is shown to its whole file, so that a check that sees it under another name is named.
 */
import type { Check, Mutant } from './mutant.ts';
import { runTests } from './run-tests.ts';
import type { ToldFile } from './telling-reporter.ts';
import { judge, judgeElsewhere, judgeKept, namedTest, type Verdict, whyNotRun } from './verdict.ts';
import { createWorkplace, type Workplace } from './workplace.ts';

/** A mutant with the folder whose table it stands in. */
export interface Placed {
  readonly folder: string;
  readonly mutant: Mutant;
}

/** What became of one mutant, and how long that took. */
export interface Outcome extends Placed {
  readonly verdict: Verdict;
  readonly tookMs: number;
}

/** Who wants to know how far it has got. */
export interface Watcher {
  readonly baseline: (files: number) => void;
  readonly begun: (mutant: Mutant) => void;
  readonly done: (outcome: Outcome) => void;
}

/** Everything that a run needs. */
export interface Run {
  readonly root: string;
  readonly jobs: number;
  readonly mutants: readonly Placed[];
  readonly watcher: Watcher;
}

const keyOf = ({ file, test }: Check): string => `${file} > ${test}`;

/** Runs all of some mutants; the workplaces are removed whatever happens. */
export async function runMutants({ root, jobs, mutants, watcher }: Run): Promise<
  readonly Outcome[]
> {
  const places = Array.from({ length: jobs }, () => createWorkplace(root));
  // Whoever interrupts the command finds no copies left behind.
  const remove = (): void => {
    for (const place of places) place.remove();
  };
  process.once('exit', remove);
  try {
    const unsound = await baseline(places, mutants, watcher);
    const unsoundOf = ({ caught, keeps }: Mutant): string | undefined =>
      unsound.get(keyOf(caught)) ?? (keeps && unsound.get(keyOf(keeps)));
    const waiting = [...mutants];
    const outcomes: Outcome[] = [];
    await Promise.all(
      places.map(async (place) => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          watcher.begun(next.mutant);
          const outcome = await runOne(place, next, unsoundOf(next.mutant));
          outcomes.push(outcome);
          watcher.done(outcome);
        }
      }),
    );
    return outcomes;
  } finally {
    remove();
    process.off('exit', remove);
  }
}

/** How many test files are run together where there is no mutant to tell apart. */
const TOGETHER = 5;

/** Runs every named check as the sources are; what does not pass then can catch nothing. */
async function baseline(
  places: readonly Workplace[],
  mutants: readonly Placed[],
  watcher: Watcher,
): Promise<ReadonlyMap<string, string>> {
  const named = mutants.flatMap(({ mutant: { caught, keeps } }) => [caught, keeps ?? caught]);
  const checks = [...new Map(named.map((check) => [keyOf(check), check])).values()];
  const files = [...new Set(checks.map(({ file }) => file))];
  watcher.baseline(files.length);
  const told = await Promise.all(
    places.map(async (place) => {
      const found: ToldFile[] = [];
      for (let some = files.splice(0, TOGETHER); some.length > 0; ) {
        const titles = checks.filter(({ file }) => some.includes(file)).map(({ test }) => test);
        found.push(...((await runTests(place, some, titles)) ?? []));
        some = files.splice(0, TOGETHER);
      }
      return found;
    }),
  );
  const all = told.flat();
  return new Map(
    checks.flatMap((check) => {
      const why = unsoundness(all, check);
      return why === undefined ? [] : [[keyOf(check), why] as const];
    }),
  );
}

function unsoundness(told: readonly ToldFile[], check: Check): string | undefined {
  const why = whyNotRun(told.filter(({ file }) => file === check.file), check);
  if (why !== undefined) return why;
  return namedTest(told, check)?.state === 'passed' ? undefined : 'the check fails by itself';
}

async function runOne(
  place: Workplace,
  { folder, mutant }: Placed,
  unsound: string | undefined,
): Promise<Outcome> {
  const begunMs = performance.now();
  const verdict: Verdict =
    unsound === undefined
      ? await place.within(mutant.edits, () => verdictOn(place, mutant))
      : { kind: 'not-run', why: `without the mutant: ${unsound}` };
  return { folder, mutant, verdict, tookMs: Math.round(performance.now() - begunMs) };
}

async function verdictOn(place: Workplace, { caught, keeps }: Mutant): Promise<Verdict> {
  const told = await runTests(place, [caught.file], [caught.test]);
  if (told === undefined) return { kind: 'not-run', why: 'the run did not come to an end' };
  const verdict = judge(told, caught);
  if (verdict.kind === 'survived') {
    return judgeElsewhere((await runTests(place, [caught.file])) ?? []);
  }
  if (verdict.kind !== 'caught' || keeps === undefined) return verdict;
  return judgeKept((await runTests(place, [keeps.file], [keeps.test])) ?? [], keeps) ?? verdict;
}
