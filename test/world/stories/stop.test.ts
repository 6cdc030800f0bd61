/**
 * Stops that a person orders, at every moment at which they can be ordered, and what it takes to go
 * on after one.
 */
import { describe, expect, test } from 'vitest';
import { diligent, onlyPlan, persistent } from '../parts.ts';
import {
  expectInnocent,
  finish,
  grip,
  letGo,
  lines,
  reach,
  reachStrokes,
  stage,
} from '../stage.ts';

const STOP = { kind: 'stop', by: 'provider' } as const;

test('S-14 an emergency stop ends in a retracted pen, and a person goes on', () => {
  const scene = stage({ plan: onlyPlan(), provider: persistent });
  const { world } = scene;
  reachStrokes(scene, 40);
  const before = world.strokes.length;
  world.tell(STOP);
  world.runFor(140);
  expect(world.pen().truth()).toMatchObject({ retracted: true, motorOn: false });
  expect(world.strokes.length - before).toBeLessThanOrEqual(2);
  finish(scene);
  expect(lines(world, 'latched').map(({ reason }) => reason)).toEqual(['host-stop']);
  expect(lines(world, 'cleared').map(({ reason, by }) => [reason, by])).toEqual([
    ['host-stop', 'provider'],
  ]);
  expectInnocent(scene);
});

test('S-21 a finger on the trigger through a stop moves nothing afterwards', () => {
  const scene = stage({ plan: onlyPlan(), provider: diligent });
  const { world } = scene;
  reachStrokes(scene, 40);
  grip(scene);
  world.tell(STOP);
  world.runFor(200);
  const made = world.strokes.length;
  world.tell({ kind: 'clear', by: 'provider' });
  world.runFor(5_000);
  expect(world.strokes).toHaveLength(made);
  expect(world.snapshot()?.phase).toBe('latched');
  letGo(scene);
  world.runFor(500);
  world.tell({ kind: 'clear', by: 'provider' });
  world.runUntil(() => world.snapshot()?.phase !== 'latched', 2_000);
  world.setHand(undefined);
  finish(scene);
  expectInnocent(scene);
});

describe('a stop before anything moves', () => {
  test.each(['reserving', 'loading', 'armed'])('S-21 while %s ends the arming', (phase) => {
    const scene = stage({ plan: onlyPlan(), provider: persistent });
    const { world } = scene;
    // A disk that takes its time, so that there is a moment in which to stop.
    if (phase === 'reserving') world.parts.disk.door.holdSyncs = true;
    reach(scene, phase);
    world.tell(STOP);
    world.parts.disk.door.holdSyncs = false;
    while (world.parts.disk.door.finishSync());
    world.runFor(300);
    expect(world.strokes).toEqual([]);
    finish(scene);
    expect(lines(world, 'stop').map(({ reason }) => reason)).toEqual(['operator']);
    expectInnocent(scene);
  });
});

test('S-21 a latch stays until a person clears it, and says why it is there', () => {
  const scene = stage({ plan: onlyPlan(), provider: diligent });
  const { world } = scene;
  reachStrokes(scene, 10);
  world.tell(STOP);
  world.runFor(20_000);
  expect(world.snapshot()).toMatchObject({ phase: 'latched', next: 'clear', latch: 'host-stop' });
  expect(world.snapshot()?.cause).toEqual({ kind: 'operator', by: 'provider' });
  expect(lines(world, 'cleared')).toEqual([]);
  expectInnocent(scene);
});

test('S-21 three stops that nobody ordered lock the treatment for ten minutes', () => {
  const scene = stage({ plan: onlyPlan({ sizeMm2: 2_000 }), provider: persistent });
  const { world } = scene;
  for (const time of [1, 2, 3]) {
    reach(scene, 'running');
    world.tell({ kind: 'host-trouble', why: 'console-gone' });
    world.runFor(300);
    expect(lines(world, 'stop')).toHaveLength(time);
  }
  expect(world.runUntil(() => world.snapshot()?.phase === 'ready', 5_000)).toBe(true);
  const made = world.strokes.length;
  world.tell({ kind: 'arm', area: 'forehead', side: 'midline', eyeConfirmed: false });
  const refused = world.said.findLast(({ kind }) => kind === 'refused');
  expect(JSON.stringify(refused)).toContain('locked-out');
  world.runFor(120_000);
  expect(world.strokes).toHaveLength(made);
  expectInnocent(scene);
});
