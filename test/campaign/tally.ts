/**
 * What a campaign comes to: runs are added one by one, in whatever order they come in, and the sums
 * say whether it has proven anything.
 */
import { LIMITS, type LimitName, type Margin, shareOf } from '../world/checkers/measure.ts';
import type { Length } from './draw.ts';
import { TROUBLE_KINDS } from './draw-troubles.ts';
import { OUTCOMES, type Outcome, type Run } from './run.ts';
import type { Trouble } from './scenario.ts';
import { complainers } from './shrink.ts';

/** How many times a kind of trouble was drawn, and how often it made a difference. */
export interface TroubleSum {
  drawn: number;
  took: number;
}

/** The nearest that any run came to a limit. */
export interface Nearest {
  readonly margin: Margin;
  readonly seed: number;
  readonly length: Length;
}

/** A run in which somebody complained. */
export interface Failure {
  readonly seed: number;
  readonly length: Length;
  readonly complaints: readonly string[];
}

/** A campaign so far. */
export interface Tally {
  runs: number;
  nearRuns: number;
  strokes: number;
  simulatedMs: number;
  readonly outcomes: Record<Outcome, number>;
  readonly troubles: Record<Trouble['kind'], TroubleSum>;
  readonly nearest: Partial<Record<LimitName, Nearest>>;
  readonly nearBy: Partial<Record<LimitName, number>>;
  readonly complaintsBy: Map<string, number>;
  readonly failures: Failure[];
}

/** As near as this to a limit counts as near. */
const NEAR = 0.95;

/** Limits that every run comes near by their nature, or that are bounds of a stop. */
const NO_LIMIT_OF_A_PLAN: ReadonlySet<string> = new Set<LimitName>([
  'stop-strokes', 'stop-ms', 'retract-ms',
]);

const recordOf = <Name extends string, Value>(
  names: readonly Name[],
  make: () => Value,
): Record<Name, Value> =>
  Object.fromEntries(names.map((name) => [name, make()])) as Record<Name, Value>;

/** A campaign that has not begun. */
export const emptyTally = (): Tally => ({
  runs: 0,
  nearRuns: 0,
  strokes: 0,
  simulatedMs: 0,
  outcomes: recordOf(OUTCOMES, () => 0),
  troubles: recordOf(TROUBLE_KINDS, () => ({ drawn: 0, took: 0 })),
  nearest: {},
  nearBy: {},
  complaintsBy: new Map(),
  failures: [],
});

/** Adds one run. */
export function add(tally: Tally, run: Run, length: Length): void {
  tally.runs += 1;
  tally.strokes += run.strokes;
  tally.simulatedMs += run.simulatedMs;
  tally.outcomes[run.outcome] += 1;
  for (const { kind, took } of run.took) {
    tally.troubles[kind].drawn += 1;
    if (took) tally.troubles[kind].took += 1;
  }
  addMargins(tally, run, length);
  if (run.complaints.length === 0) return;
  tally.failures.push({ seed: run.seed, length, complaints: run.complaints });
  for (const name of complainers(run)) {
    tally.complaintsBy.set(name, (tally.complaintsBy.get(name) ?? 0) + 1);
  }
}

function addMargins(tally: Tally, { margins, seed }: Run, length: Length): void {
  let isNear = false;
  for (const limit of LIMIT_NAMES) {
    const margin = margins[limit];
    if (margin === undefined) continue;
    const before = tally.nearest[limit];
    if (before === undefined || shareOf(margin) > shareOf(before.margin)) {
      tally.nearest[limit] = { margin, seed, length };
    }
    if (shareOf(margin) < NEAR) continue;
    tally.nearBy[limit] = (tally.nearBy[limit] ?? 0) + 1;
    isNear ||= !NO_LIMIT_OF_A_PLAN.has(limit);
  }
  if (isNear) tally.nearRuns += 1;
}

/** The names of all limits, in the order in which they are told. */
export const LIMIT_NAMES = Object.keys(LIMITS) as readonly LimitName[];

/** What a campaign of twenty thousand has to show of every kind of trouble. */
const EFFECTS_MIN = 100;
const WHOLE_CAMPAIGN = 20_000;
/** Fewer runs than this show nothing about kinds. */
const FEW_RUNS = 1_000;
const NEAR_PERCENT_MIN = 30;

/** How often every kind has to have made a difference in so many runs. */
export const effectsDemanded = (runs: number): number =>
  runs < FEW_RUNS ? 0 : Math.min(EFFECTS_MIN, Math.floor((EFFECTS_MIN * runs) / WHOLE_CAMPAIGN));

/** The share of runs near a limit, in per cent. */
export const nearPercent = ({ runs, nearRuns }: Tally): number =>
  runs === 0 ? 0 : (100 * nearRuns) / runs;

/** What a campaign failed to try, in sentences; none if it tried enough. */
export function untried(tally: Tally): readonly string[] {
  if (tally.runs < FEW_RUNS / 10) return [];
  const demanded = effectsDemanded(tally.runs);
  const rare = TROUBLE_KINDS.filter((kind) => tally.troubles[kind].took < demanded).map(
    (kind) => `${kind} took effect ${tally.troubles[kind].took} times, and ${demanded} are asked.`,
  );
  const percent = nearPercent(tally);
  const told = percent.toFixed(0);
  const far = `Only ${told} % of runs came near a limit; ${NEAR_PERCENT_MIN} are asked.`;
  return percent < NEAR_PERCENT_MIN ? [...rare, far] : rare;
}
