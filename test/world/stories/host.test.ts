/**
 * A host that dies, hangs or comes back: the pen is still within one lease, and the journal lets
 * the next host go on where the last one was, with what is spent spent.
 */
import { describe, expect, test } from 'vitest';
import { LEASE_MS_MAX, RETRACT_MS_MAX } from '../../../protocol/timing.ts';
import { freshSkin } from '../checkers/skin.ts';
import { demoPlan, freshDisk, onlyPlan, penFor, persistent } from '../parts.ts';
import {
  expectInnocent,
  finish,
  grip,
  lines,
  reach,
  reachStrokes,
  type Stage,
  stage,
} from '../stage.ts';

/** Kills the host now, lets the pen see to itself, and starts another host on the same disk. */
function restart({ world }: Stage, { power }: { readonly power: boolean }): void {
  world.killHost();
  if (power) world.parts.disk.door.cutPower();
  world.parts.disk.door.holdSyncs = false;
  world.runFor(LEASE_MS_MAX + RETRACT_MS_MAX + 20);
  expect(world.pen().truth()).toMatchObject({ retracted: true, motorOn: false });
  world.runFor(1_500);
  world.startHost();
}

const INSTANTS: readonly [string, (scene: Stage) => void][] = [
  [
    'while it reserves',
    (scene) => {
      scene.world.parts.disk.door.holdSyncs = true;
      reach(scene, 'reserving');
    },
  ],
  ['while it loads', (scene) => reach(scene, 'loading')],
  ['while it is armed', (scene) => reach(scene, 'armed')],
  ['at the first stroke', (scene) => reachStrokes(scene, 1)],
  ['in the first train', (scene) => reachStrokes(scene, 33)],
  ['late in the first pass', (scene) => reachStrokes(scene, 95)],
  ['in the second pass', (scene) => reachStrokes(scene, 160)],
  ['while an area ends', (scene) => reach(scene, 'ending')],
];

describe.each([false, true])('S-24 a host that dies (and its machine with it: %s)', (power) => {
  test.each(INSTANTS)('%s is followed by one that resumes the treatment', (_, until) => {
    const scene = stage({ plan: onlyPlan(), provider: persistent });
    const { world } = scene;
    until(scene);
    restart(scene, { power });
    finish(scene);
    expect(lines(world, 'treatment-opened')).toHaveLength(1);
    expect(lines(world, 'treatment-resumed')).toHaveLength(1);
    expectInnocent(scene);
  });
});

test('S-23 an arming whose pen is gone is marked unknown before its treatment is closed', () => {
  const plan = onlyPlan({ sizeMm2: 1_000 });
  const scene = stage({ model: 'linnet-p', plan, provider: persistent });
  const { world } = scene;
  reachStrokes(scene, 60);
  world.killHost();
  world.parts.disk.door.cutPower();
  world.runFor(500);
  world.swapPen(penFor('linnet-p', 77));
  world.runFor(1_500);
  world.startHost();
  reach(scene, 'ready');
  world.tell({ kind: 'finish', by: 'provider', outcome: 'stopped' });
  expect(world.phase()).toBe('finished');
  expect(lines(world, 'settled').at(-1)).toMatchObject({ outcome: 'unknown', retracted: false });
  expectInnocent(scene);
});

test('S-24 a host that dies again and again gives no stroke away', () => {
  const scene = stage({ plan: onlyPlan({ sizeMm2: 1_000 }), provider: persistent });
  const { world } = scene;
  for (const strokes of [20, 50, 110, 160, 200]) {
    world.runUntil(() => world.strokes.length >= strokes, 30_000);
    restart(scene, { power: false });
  }
  finish(scene);
  expect(lines(world, 'treatment-resumed').length).toBeGreaterThanOrEqual(4);
  expectInnocent(scene);
});

test('S-36 a host that stands still for a moment stops the pen when it comes to itself', () => {
  const scene = stage({ plan: onlyPlan(), provider: persistent });
  const { world } = scene;
  reachStrokes(scene, 40);
  grip(scene);
  world.pauseHost(400);
  world.runFor(LEASE_MS_MAX + RETRACT_MS_MAX + 20);
  expect(world.pen().truth()).toMatchObject({ retracted: true, motorOn: false });
  world.setHand(undefined);
  finish(scene);
  expect(lines(world, 'stop').at(0)?.reason).toBe('host-stalled');
  expectInnocent(scene);
});

test('S-04 a second treatment on the same day goes on with the budget that is left', () => {
  const disk = freshDisk();
  const skin = freshSkin();
  const plan = onlyPlan({ passes: 1 });
  const first = stage({ plan, disk }, { skin });
  finish(first);
  expectInnocent(first);
  const pen = first.world.pen();
  first.world.killHost();
  const second = stage({ plan: onlyPlan({ passes: 2 }), disk, pen, seed: 2 }, { skin });
  finish(second);
  expectInnocent(second);
  const [, opened] = lines(second.world, 'treatment-opened');
  const [before] = lines(second.world, 'settled');
  const limits = opened?.plan.areas[0];
  const whole = (limits?.strokesPerPass ?? 0) * (limits?.passes ?? 0);
  expect(before?.strokes).toBeGreaterThan(0);
  expect(limits?.strokesTotal).toBe(whole - (before?.strokes ?? 0));
});

test('S-04 a plan that was spent today is refused, whoever asks again', () => {
  const disk = freshDisk();
  const skin = freshSkin();
  const first = stage({ disk, plan: eyeOnly() }, { skin });
  finish(first);
  expectInnocent(first);
  const pen = first.world.pen();
  first.world.killHost();
  const second = stage({ disk, pen, seed: 2, plan: { ...eyeOnly(), planId: 'again' } }, { skin });
  const made = second.world.strokes.length;
  second.world.runFor(10_000);
  expect(second.world.strokes).toHaveLength(made);
  const refused = lines(second.world, 'refused').at(-1);
  expect(refused?.refusals.length).toBeGreaterThan(0);
  expectInnocent(second);
});

function eyeOnly(): Record<string, unknown> {
  const plan = demoPlan();
  return { ...plan, areas: plan.areas.filter(({ area }) => area === 'infraorbital') };
}
