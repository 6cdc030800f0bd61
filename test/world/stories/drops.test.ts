/**
 * What either end drops is counted with its reason.
 */
import { expect, test } from 'vitest';
import { PERFECT_LINE } from '../../../sim/wire.ts';
import { finish, stage } from '../stage.ts';

test('a clean line drops nothing', () => {
  const scene = stage();
  finish(scene);
  expect(Object.values(scene.world.drops())).toSatisfy((counts: readonly number[]) =>
    counts.every((count) => count === 0));
});

test('frames that noise has damaged are counted as damaged', () => {
  const scene = stage({ line: { ...PERFECT_LINE, flipPpm: 20_000 } });
  scene.world.runFor(20_000);
  expect(scene.world.drops()['damaged']).toBeGreaterThan(0);
});
