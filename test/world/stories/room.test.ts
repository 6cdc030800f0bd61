/**
 * Before anything is armed a person has looked at what no sensor can see, and has signed for it.
 */
import { expect, test } from 'vitest';
import { NOBODY_LOOKED } from '../../../host/core/checklist.ts';
import { diligent } from '../parts.ts';
import { expectInnocent, finish, lines, stage } from '../stage.ts';

test('S-40 in a room nobody looked at nothing is armed, and every point is said at once', () => {
  const scene = stage({ provider: () => undefined });
  const { world } = scene;
  world.runFor(2_000);
  world.tell({ kind: 'arm', area: 'forehead', side: 'midline', eyeConfirmed: false });
  world.runFor(2_000);
  expect(lines(world, 'reservation')).toEqual([]);
  const [refused] = lines(world, 'refused');
  expect(refused?.refusals.filter(({ code }) => code === 'room-open')).toHaveLength(5);
  expectInnocent(scene);
});

test('what was signed for is written down, and a room open again arms nothing more', () => {
  let looked = true;
  const scene = stage({
    provider: (snapshot, world) => {
      const request = diligent(snapshot, world);
      if (request?.kind !== 'room' || looked) return request;
      return undefined;
    },
  });
  const { world } = scene;
  world.runUntil(() => lines(world, 'settled').length === 1, 60_000);
  looked = false;
  world.tell({ kind: 'room', room: NOBODY_LOOKED, by: 'provider' });
  world.runFor(10_000);
  expect(lines(world, 'room-checked').map(({ barrierFitted }) => barrierFitted))
    .toEqual([true, false]);
  expect(lines(world, 'reservation').length).toBeLessThanOrEqual(2);
  looked = true;
  finish(scene);
  expectInnocent(scene);
});
