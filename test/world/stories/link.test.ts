/**
 * A second host on the wire, and a cable that comes out: the pen stops by itself, nobody resumes
 * anything without a person, and no budget starts anew.
 */
import { describe, expect, test } from 'vitest';
import { SCHEMA_HASH } from '../../../protocol/catalogue.ts';
import { encodeFrame } from '../../../protocol/frame.ts';
import { LEASE_MS_MAX, RETRACT_MS_MAX } from '../../../protocol/timing.ts';
import { diligent, onlyPlan, persistent } from '../parts.ts';
import {
  expectInnocent,
  finish,
  lines,
  reach,
  reachStrokes,
  stage,
} from '../stage.ts';

const FOREIGN_HELLO = encodeFrame(
  { kind: 'hello', hostNonce: 4_711, schemaHash: SCHEMA_HASH },
  { session: 0, seq: 0, ack: 0 },
  0,
);

describe("a second host's hello", () => {
  test.each(['armed', 'running'])('S-29 stops and latches a pen that is %s', (phase) => {
    const scene = stage({ plan: onlyPlan(), provider: persistent });
    const { world } = scene;
    if (phase === 'running') reachStrokes(scene, 20);
    else reach(scene, phase);
    world.intrude(FOREIGN_HELLO);
    world.runFor(20);
    expect(world.pen().firmware().latch.reason).toBe('foreign-hello');
    world.runFor(RETRACT_MS_MAX);
    expect(world.pen().truth().retracted).toBe(true);
    finish(scene);
    expect(lines(world, 'link-lost').map(({ why }) => why)).toEqual(['silent']);
    expect(lines(world, 'latched').map(({ reason }) => reason)).toEqual(['foreign-hello']);
    expectInnocent(scene);
  });

  test('disturbs nothing but the link while the pen lies idle', () => {
    const scene = stage({ plan: onlyPlan(), provider: diligent });
    scene.world.runUntil(() => scene.world.snapshot() !== undefined);
    scene.world.intrude(FOREIGN_HELLO);
    finish(scene);
    expectInnocent(scene);
  });
});

test('S-21 S-26 a cable out in motion leaves a pen that stops, and a person clears it', () => {
  const scene = stage({ plan: onlyPlan(), provider: diligent });
  const { world } = scene;
  reachStrokes(scene, 60);
  world.unplug();
  world.setHand((hand) => ({ ...hand, trigger: true, contact: true }));
  world.runFor(LEASE_MS_MAX + RETRACT_MS_MAX + 20);
  expect(world.pen().truth()).toMatchObject({ retracted: true, motorOn: false });
  world.setHand(undefined);
  world.runFor(5_000);
  expect(world.snapshot()?.phase).toBe('unlinked');
  const made = world.strokes.length;
  world.plugIn();
  reach(scene, 'latched');
  world.runFor(10_000);
  expect(world.strokes).toHaveLength(made);
  world.tell({ kind: 'clear', by: 'provider' });
  finish(scene);
  expect(lines(world, 'link-restored')).toHaveLength(1);
  expectInnocent(scene);
});

test('a cable that comes out and goes in again within a moment changes nothing', () => {
  const scene = stage({ plan: onlyPlan() });
  const { world } = scene;
  reachStrokes(scene, 40);
  world.unplug();
  world.runFor(60);
  world.plugIn();
  finish(scene);
  expect(lines(world, 'link-lost')).toEqual([]);
  expectInnocent(scene);
});

test('S-22 a cable that is never put back leaves a treatment that ends at its worst', () => {
  const scene = stage({ plan: onlyPlan() });
  const { world } = scene;
  reachStrokes(scene, 40);
  world.unplug();
  world.runFor(3_000);
  world.tell({ kind: 'finish', by: 'provider', outcome: 'abandoned' });
  expect(world.snapshot()?.phase).toBe('finished');
  expect(lines(world, 'settled').at(-1)).toMatchObject({ outcome: 'unknown' });
  expectInnocent(scene);
});
