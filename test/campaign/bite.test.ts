/**
 * A campaign has teeth: with one rule taken out of the firmware or the host, a few seeds are enough
 * for the right judge to complain, and the scenario that is left after shrinking still shows it.
 */
import { expect, test } from 'vitest';
import { ms } from '../../protocol/units.ts';
import { TWINS } from '../sim/firmware/twins.ts';
import type { CheckerName } from '../world/checkers/all.ts';
import type { World } from '../world/world.ts';
import { drawScenario } from './draw.ts';
import { play, type Broken, type Run } from './run.ts';
import { type Scenario, scenarioWords } from './scenario.ts';
import { complainers, shrink, type Shrunk } from './shrink.ts';

/** What a small campaign found, made as small as it gets in a few seconds. */
function find(seeds: readonly number[], broken: Broken, judge: CheckerName): Shrunk {
  for (const seed of seeds) {
    const scenario = drawScenario(seed);
    const run = play(scenario, broken);
    if (!complainers(run).includes(judge)) continue;
    const only: Run = { ...run, complaints: run.complaints.filter((one) => one.startsWith(judge)) };
    return shrink(scenario, only, broken, { tries: 40, wallMs: 2_500 });
  }
  throw new Error(`no seed of ${seeds.join(', ')} made ${judge} complain`);
}

const size = ({ faults, mishaps, areas }: Scenario): number =>
  faults.length + mishaps.length + areas.length;

const seeds = (from: number): readonly number[] => Array.from({ length: 8 }, (_, at) => from + at);

test.each([
  ['the trigger', 'permission', 1],
  ['to withdraw', 'retraction', 1],
  ['the debit of motor time', 'ceiling', 8],
  ['the ceiling', 'journal', 1],
] as const)('firmware that forgets %s is found, and %s names it', (rule, judge, from) => {
  const step = TWINS[rule];
  expect(step).toBeDefined();
  if (step === undefined) return;
  const { scenario, run } = find(seeds(from), { step }, judge);
  expect(complainers(run)).toContain(judge);
  expect(size(scenario)).toBeLessThan(size(drawScenario(scenario.seed)));
  expect(scenarioWords(scenario).length).toBeGreaterThan(3);
  // Without the broken twin the same scenario is innocent: it was the rule, not the scenario.
  expect(play(scenario).complaints).toEqual([]);
});

/** A host that has forgotten how long a head may rest on one spot. */
function withoutDwell(world: World): void {
  let forgot = false;
  world.watch(() => {
    const control = world.host()?.control;
    if (forgot || control?.phase.kind !== 'ready') return;
    forgot = true;
    const tasks = control.treatment.tasks.map((task) => ({ ...task, dwellMs: ms(60_000) }));
    world.tell({ kind: 'begin', control: { ...control, treatment: { ...control.treatment, tasks } } });
  });
}

test('a host that forgets the time on one spot is found, and time names it', () => {
  const dwelling = Array.from({ length: 60 }, (_, seed) => seed).filter((seed) => {
    const { hand, model } = drawScenario(seed);
    return hand === 'dwelling' && model.startsWith('meridian');
  });
  const { run, scenario } = find(dwelling, { meddle: withoutDwell }, 'time');
  expect(run.complaints.join()).toContain('rested');
  expect(play(scenario).complaints).toEqual([]);
});
