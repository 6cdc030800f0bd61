/**
 * Makes a scenario smaller as long as the same judge still complains: first without whole troubles,
 * areas and circumstances, then with smaller numbers. What is left is what matters.
 */
import type { AreaWish, Scenario, Trouble } from './scenario.ts';
import { play, type Broken, type Run } from './run.ts';

/** A scenario that is as small as it could be made, and what it took. */
export interface Shrunk {
  readonly scenario: Scenario;
  readonly run: Run;
  readonly tried: number;
}

/** How long somebody wants to wait for it. */
export interface Patience {
  readonly tries: number;
  readonly wallMs: number;
}

/** The judges that complained in a run, by name. */
export const complainers = ({ complaints }: Run): readonly string[] => [
  ...new Set(complaints.map((complaint) => complaint.split(':')[0] ?? '')),
];

const without = <Item>(items: readonly Item[], index: number): readonly Item[] =>
  items.filter((_, at) => at !== index);

type Smaller = (scenario: Scenario) => readonly Scenario[];

const fewer: Smaller = (scenario) => [
  ...scenario.faults.map((_, index) => ({ ...scenario, faults: without(scenario.faults, index) })),
  ...scenario.mishaps.map((_, index) => ({
    ...scenario,
    mishaps: without(scenario.mishaps, index),
  })),
  ...(scenario.areas.length < 2
    ? []
    : scenario.areas.map((_, index) => ({ ...scenario, areas: without(scenario.areas, index) }))),
  ...scenario.before.map((_, index) => ({ ...scenario, before: without(scenario.before, index) })),
];

/** Everything about a scenario that could be ordinary and is not. */
const plainer: Smaller = (scenario) => {
  const plain: readonly Partial<Scenario>[] = [
    { line: 'good wire' },
    { hand: 'steady' },
    { pedal: false },
    { clockDriftPpm: 0 },
    { chargePercent: 100 },
    { deepest: false },
    { site: 'base table' },
    { calibratedDaysAgo: 30 },
  ];
  return plain
    .map((change) => ({ ...scenario, ...change }))
    .filter((changed) => JSON.stringify(changed) !== JSON.stringify(scenario));
};

const half = (value: number, least: number): number => Math.max(least, Math.floor(value / 2));

const smallerArea = (area: AreaWish): readonly AreaWish[] => [
  { ...area, sizeMm2: half(area.sizeMm2, 20) },
  { ...area, passes: 1 },
];

function earlier<Some extends Trouble>(trouble: Some): readonly Some[] {
  const { at } = trouble;
  const sooner: readonly object[] =
    at.kind === 'ms'
      ? [{ kind: 'ms', ms: half(at.ms, 1) }, { kind: 'ms', ms: Math.floor(at.ms * 0.8) }]
      : at.kind === 'stroke'
        ? [{ kind: 'stroke', stroke: half(at.stroke, 1) }]
        : [];
  return sooner.map((moment) => ({ ...trouble, at: moment }));
}

const swapped = <Item>(items: readonly Item[], smaller: (item: Item) => readonly Item[]) =>
  items.flatMap((item, index) => smaller(item).map((one) => items.with(index, one)));

const less: Smaller = (scenario) =>
  [
    ...swapped(scenario.areas, smallerArea).map((areas) => ({ ...scenario, areas })),
    ...swapped(scenario.faults, earlier).map((faults) => ({ ...scenario, faults })),
    ...swapped(scenario.mishaps, earlier).map((mishaps) => ({ ...scenario, mishaps })),
  ].filter((changed) => JSON.stringify(changed) !== JSON.stringify(scenario));

/** Nobody needs to look on for longer than until the complaint. */
function cutShort(scenario: Scenario, { simulatedMs }: Run): Scenario {
  return { ...scenario, longestMs: Math.min(scenario.longestMs, simulatedMs + 20_000) };
}

/** Shrinks a scenario in which somebody complains. */
export function shrink(
  scenario: Scenario,
  first: Run,
  broken: Broken = {},
  patience: Patience = { tries: 400, wallMs: 60_000 },
): Shrunk {
  const guilty = complainers(first);
  const untilMs = performance.now() + patience.wallMs;
  let best: Shrunk = { scenario: cutShort(scenario, first), run: first, tried: 0 };
  let tried = 0;
  const improve = (smaller: Smaller): boolean => {
    for (const candidate of smaller(best.scenario)) {
      if (tried >= patience.tries || performance.now() > untilMs) return false;
      tried += 1;
      const run = play(candidate, broken);
      if (!complainers(run).some((name) => guilty.includes(name))) continue;
      best = { scenario: cutShort(candidate, run), run, tried };
      return true;
    }
    return false;
  };
  while (improve(fewer) || improve(plainer) || improve(less));
  return { ...best, tried };
}
