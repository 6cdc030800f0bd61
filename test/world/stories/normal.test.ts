/**
 * Treatments in which nothing goes wrong: every area comes to its end, the record is accepted, and
 * the eye is stamped.
 */
import { expect, test } from 'vitest';
import { foldRecord } from '../../../host/journal/index.ts';
import { expectInnocent, finish, lines, stage } from '../stage.ts';

test.each([1, 2, 3])('S-01 S-05 the demonstration ends, nobody complains (seed %i)', (seed) => {
  const scene = stage({ seed });
  finish(scene);
  expectInnocent(scene);
  const [opened] = lines(scene.world, 'treatment-opened');
  const record = foldRecord(scene.world.entries, opened?.treatmentId ?? '');
  expect(record?.areas.map(({ passes, planned }) => passes === planned?.passes)).toEqual(
    Array(4).fill(true),
  );
  expect(record?.areas.every(({ unknown }) => unknown.strokes === 0)).toBe(true);
  expect(lines(scene.world, 'stop')).toEqual([]);
});
