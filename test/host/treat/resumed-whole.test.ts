/**
 * The limits of a whole treatment outlive the host that counted them: the next one begins with what
 * the journal says was used, at its worst, and not from nothing.
 */
import { expect, test } from 'vitest';
import { persistent } from '../../world/parts.ts';
import { reachStrokes, stage } from '../../world/stage.ts';

test('S-09 what the whole treatment has had is not given again by a host that comes back', () => {
  const scene = stage({ provider: persistent });
  const { world } = scene;
  reachStrokes(scene, 150);
  const before = world.host()?.control;
  world.killHost();
  world.runFor(2_000);
  world.startHost();
  expect(world.runUntil(() => world.host()?.control !== undefined, 10_000)).toBe(true);
  const after = world.host()?.control;
  expect(before?.needleOnMs.whole).toBeGreaterThan(500);
  expect(after?.needleOnMs.whole).toBeGreaterThanOrEqual(before?.needleOnMs.whole ?? 0);
  expect(after?.punctures.whole).toBeGreaterThanOrEqual(150 * 14);
  expect(after?.needleOnMs.face).toBe(after?.needleOnMs.whole);
});
