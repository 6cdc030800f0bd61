/**
 * A foot pedal is one hold more, never one less: nothing is granted without it, its release ends a
 * train, and the pen's own trigger is needed all the same.
 */
import { expect, test } from 'vitest';
import { pedalStopBoundStrokes } from '../../../host/link/pedal-bound.ts';
import { LEASE_MS_MAX } from '../../../protocol/timing.ts';
import { centiHz, strokes } from '../../../protocol/units.ts';
import type { Provider, World } from '../world.ts';
import { diligent, onlyPlan, persistent } from '../parts.ts';
import { expectInnocent, finish, grip, lines, reach, reachStrokes, stage } from '../stage.ts';

/** What the table says for a pedal at the rate and credit of these stories. */
const BOUND = pedalStopBoundStrokes({
  credit: strokes(20),
  rateCentiHz: centiHz(8_000),
  leaseMs: LEASE_MS_MAX,
});

/** A foot that is on the pedal whenever an area is armed, and off it otherwise. */
const footed = (provider: Provider): Provider => {
  let held = false;
  return (snapshot, world) => {
    const wanted = snapshot.phase === 'armed' || snapshot.phase === 'running';
    if (wanted !== held || snapshot.alarms.some(({ alarm }) => alarm === 'pedal-missing')) {
      held = wanted;
      world.tell({ kind: 'pedal', pedal: held ? 'held' : 'released' });
    }
    return provider(snapshot, world);
  };
};

const release = (world: World): void => world.tell({ kind: 'pedal', pedal: 'released' });

test('with a foot on the pedal a treatment comes to its end', () => {
  const scene = stage({ plan: onlyPlan(), pedal: true, provider: footed(diligent) });
  reach(scene, 'ready');
  release(scene.world);
  finish(scene);
  expectInnocent(scene);
});

test('S-15 a pedal that is asked for and not there keeps every area unarmed', () => {
  const scene = stage({ plan: onlyPlan(), pedal: true, provider: diligent });
  const { world } = scene;
  world.runFor(5_000);
  expect(world.strokes).toEqual([]);
  expect(lines(world, 'reservation')).toEqual([]);
  expect(JSON.stringify(world.snapshot()?.areas[0]?.against)).toContain('pedal-missing');
  expectInnocent(scene);
});

test('S-13 a pedal that is let go ends its train without a latch, and a new press goes on', () => {
  const scene = stage({ plan: onlyPlan(), pedal: true, provider: diligent });
  const { world } = scene;
  reach(scene, 'ready');
  release(world);
  reach(scene, 'armed');
  world.tell({ kind: 'pedal', pedal: 'held' });
  reachStrokes(scene, 20);
  grip(scene);
  const made = world.strokes.length;
  release(world);
  world.runFor(300);
  expect(world.strokes.length - made).toBeLessThanOrEqual(BOUND);
  expect(world.pen().truth()).toMatchObject({ retracted: true, motorOn: false });
  expect(world.snapshot()?.phase).toBe('armed');
  world.tell({ kind: 'pedal', pedal: 'held' });
  world.runFor(300);
  expect(world.strokes.length - made).toBeLessThanOrEqual(BOUND);
  world.setHand(undefined);
  world.runUntil(() => world.strokes.length > made + 40, 10_000);
  expect(lines(world, 'latched')).toEqual([]);
  expectInnocent(scene);
});

test('a pedal that vanishes in a train ends it too', () => {
  const scene = stage({ plan: onlyPlan(), pedal: true, provider: persistent });
  const { world } = scene;
  reach(scene, 'ready');
  release(world);
  reach(scene, 'armed');
  world.tell({ kind: 'pedal', pedal: 'held' });
  reachStrokes(scene, 20);
  grip(scene);
  world.tell({ kind: 'pedal', pedal: 'none' });
  world.runFor(300);
  const made = world.strokes.length;
  expect(world.pen().truth()).toMatchObject({ retracted: true, motorOn: false });
  expect(lines(world, 'alarm').map(({ alarm }) => alarm)).toContain('pedal-missing');
  world.runFor(2_000);
  expect(world.strokes).toHaveLength(made);
  expectInnocent(scene);
});

test('S-15 a pedal alone moves nothing', () => {
  const scene = stage({ plan: onlyPlan(), pedal: true, provider: diligent });
  const { world } = scene;
  world.setHand((hand) => ({ ...hand, trigger: false }));
  reach(scene, 'ready');
  release(world);
  reach(scene, 'armed');
  world.tell({ kind: 'pedal', pedal: 'held' });
  world.runFor(5_000);
  expect(world.strokes).toEqual([]);
  expectInnocent(scene);
});
