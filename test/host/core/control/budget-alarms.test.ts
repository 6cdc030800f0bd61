/** When an area tells that its strokes come to an end, and when that is worth calling somebody. */
import { expect, test } from 'vitest';
import { strokes } from '../../../../protocol/units.ts';
import { alarmsOn } from '../../../../host/core/alarm.ts';
import type { Treatment } from '../../../../host/core/control/task.ts';
import { CHEEK, running, stroke, TREATMENT } from './scene.ts';

/** A cheek of two passes of twenty strokes, of which so many are left today. */
const cheekWith = (left: number): Treatment => ({
  ...TREATMENT,
  tasks: [
    { ...CHEEK, passes: 2, strokesPerPass: strokes(20), strokesLeft: strokes(left) },
    ...TREATMENT.tasks.slice(1),
  ],
});

/** The budget alarms after so many strokes of the first pass. */
const alarmsAfter = (left: number, count: number): readonly string[] => {
  const scene = running(cheekWith(left));
  stroke(scene, count - 1); // a scene that runs has made its first stroke
  return alarmsOn(scene.control.alarms).filter((alarm) => alarm.startsWith('budget-'));
};

test('nobody is told anything while most of an area is left', () => {
  expect(alarmsAfter(20, 15)).toEqual([]);
});

test('from four fifths on a person is told', () => {
  expect(alarmsAfter(20, 16)).toEqual(['budget-nearly-spent']);
});

test('strokes that run out in a pass before the last call somebody', () => {
  expect(alarmsAfter(12, 12)).toEqual(['budget-spent']);
});

test('a pass that ends with strokes for the next one left calls nobody', () => {
  expect(alarmsAfter(40, 20)).toEqual([]);
});
