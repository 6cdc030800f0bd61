/**
 * A disk that fails: what cannot be written down is not done, and what was being done is stopped.
 */
import { describe, expect, test } from 'vitest';
import { freshDisk, onlyPlan, persistent } from '../parts.ts';
import { expectInnocent, letGo, reach, reachStrokes, stage } from '../stage.ts';

/** From now on every call of this kind fails. */
function fail(disk: ReturnType<typeof freshDisk>, calls: readonly string[], code: string): void {
  disk.door.mischief = (_, call) => (calls.includes(call) ? { code } : undefined);
}

describe.each([
  ['a full disk', ['write', 'sync'], 'ENOSPC'],
  ['a disk that can no longer be synced', ['sync'], 'EIO'],
  ['a disk that became read-only', ['write', 'sync'], 'EROFS'],
])('%s', (_, calls, code) => {
  test('S-35 at a reservation arms nothing', () => {
    const disk = freshDisk();
    const scene = stage({ plan: onlyPlan(), provider: persistent, disk });
    const { world } = scene;
    reach(scene, 'ready');
    fail(disk, calls, code);
    world.runFor(10_000);
    expect(world.strokes).toEqual([]);
    expect(world.pen().firmware().doing.kind).not.toBe('armed');
    expect(world.snapshot()?.phase).toBe('failed');
    expectInnocent(scene);
  });

  test('S-35 in motion stops the pen, and nothing is armed any more', () => {
    const disk = freshDisk();
    const scene = stage({ plan: onlyPlan(), provider: persistent, disk });
    const { world } = scene;
    reachStrokes(scene, 40);
    fail(disk, calls, code);
    letGo(scene);
    world.runFor(300);
    world.setHand(undefined);
    const made = world.strokes.length;
    world.runFor(20_000);
    // What fails is only noticed when something is to be written, at the end of the hold.
    if (calls.includes('write')) {
      expect(world.snapshot()?.phase).toBe('failed');
      expect(world.strokes.length - made).toBeLessThanOrEqual(2);
    }
    world.runFor(30_000);
    expect(world.pen().truth()).toMatchObject({ retracted: true, motorOn: false });
    expectInnocent(scene);
  });
});

test('S-24 a disk that is slow to sync delays the arming, and nothing moves before', () => {
  const disk = freshDisk();
  const scene = stage({ plan: onlyPlan(), provider: persistent, disk });
  const { world } = scene;
  reach(scene, 'ready');
  disk.door.holdSyncs = true;
  world.runFor(3_000);
  expect(world.snapshot()?.phase).toBe('reserving');
  expect(world.pen().firmware().doing.kind).toBe('idle');
  disk.door.holdSyncs = false;
  while (disk.door.finishSync());
  reachStrokes(scene, 20);
  expectInnocent(scene);
});
