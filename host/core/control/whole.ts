// What counts over a whole treatment: time with the needles on, and punctures. A minute on the face
// is a minute of the whole as well, so the face can run out of its own share first.

import type { AreaTask, Whole } from './task.ts';

/** Adds to the whole, and to the face where the area is part of it. */
export const addTo = (whole: Whole, task: AreaTask, amount: number): Whole => ({
  face: whole.face + (task.part === 'face' ? amount : 0),
  whole: whole.whole + amount,
});

/** What an area may still use of a whole: the less of the two. */
export const leftFor = (limit: Whole, used: Whole, task: AreaTask): number =>
  Math.max(
    0,
    Math.min(
      limit.whole - used.whole,
      task.part === 'face' ? limit.face - used.face : Number.MAX_SAFE_INTEGER,
    ),
  );
