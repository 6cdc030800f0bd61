/**
 * A campaign has teeth: with one rule taken out of the firmware or the host, a few seeds are enough
 * for the right judge to complain, and the scenario that is left after shrinking still shows it.
 */
import { expect, test } from 'vitest';
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
    return shrink(scenario, only, broken, { tries: 25, wallMs: 1_500 });
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

/** A host that clears a latch by itself, as soon as it sees one. */
function clearsByItself(world: World): void {
  world.watch(() => {
    if (world.phase() === 'latched') world.tellUnasked({ kind: 'clear', by: 'nobody' });
  });
}

/** A host that arms the first area again by itself, as soon as nothing is in the way. */
function armsByItself(world: World): void {
  const [first] = world.parts.wish.plan.areas;
  let mayAtMs = 0;
  world.watch(() => {
    if (world.phase() !== 'ready' || first === undefined || world.nowMs() < mayAtMs) return;
    mayAtMs = world.nowMs() + 500;
    const { area, side } = first;
    world.tellUnasked({ kind: 'arm', area, side, eyeConfirmed: true });
  });
}

test.each([
  ['clears a latch by itself', clearsByItself, 'was cleared and nobody had asked'],
  ['arms an area by itself', armsByItself, 'was armed and nobody had asked'],
] as const)('a host that %s is found, and human names it', (_, meddle, words) => {
  const { run, scenario } = find(seeds(1), { meddle }, 'human');
  expect(run.complaints.join()).toContain(words);
  expect(play(scenario).complaints).toEqual([]);
});
