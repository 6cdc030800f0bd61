/** The story of a treatment: what is told when something changes, and what is left out. */
import { expect, test } from 'vitest';
import { changesBetween } from '../../host/cli/console/change.ts';
import { changeTone, changeWords } from '../../host/cli/console/change-words.ts';
import type { Snapshot } from '../../host/core/snapshot.ts';
import { areaSeen, eyeArea, running, seen } from './snapshots.ts';

const kinds = (before: Snapshot | undefined, after: Snapshot): readonly string[] =>
  changesBetween(before, after).map(({ kind }) => kind);
const words = (before: Snapshot | undefined, after: Snapshot): readonly string[] =>
  changesBetween(before, after).map(changeWords);

test('the first look tells that the pen is there and nothing is armed', () => {
  expect(words(undefined, seen())).toEqual([
    'Pen SIM-1 (meridian-p, class P) is linked.',
    'Ready: nothing is armed.',
  ]);
});

test('nothing is told twice', () => {
  expect(changesBetween(seen(), seen())).toEqual([]);
  expect(changesBetween(running({ passStrokes: 10 }), running({ passStrokes: 11 }))).toEqual([]);
});

test('an armed area is told once, and a hold of the trigger not at all', () => {
  const armed = { ...running(), phase: 'armed' } as const;
  expect(words(seen(), armed)).toEqual([
    'Armed: forehead, pass 1 of 2, 0.45 mm at 80.0 Hz, at most 400 strokes.',
  ]);
  expect(changesBetween(armed, running())).toEqual([]);
  expect(changesBetween(running(), armed)).toEqual([]);
});

test('an area that is armed again is given what is left of its pass', () => {
  const again = running({ passStrokes: 150 });
  expect(words(seen(), again)[0]).toContain('at most 250 strokes');
});

test('progress is told at every quarter of a pass', () => {
  expect(words(running({ passStrokes: 99 }), running({ passStrokes: 203 }))).toEqual([
    'forehead: 50 % of pass 1 (203 of 400 strokes).',
  ]);
});

test('the end of a pass tells the density as a mean over the declared area', () => {
  const done = running({ passesDone: 1, passStrokes: 0, puncturesPerCm2: 450 });
  expect(words(running({ passStrokes: 399 }), done)).toEqual([
    'forehead: pass 1 of 2 is done; 450 punctures/cm2 as a mean over the declared area.',
  ]);
});

test('what is not certain of an area is said with it', () => {
  const area = areaSeen({ state: 'done', strokes: 800, unknownStrokes: 12, passesDone: 2,
    puncturesPerCm2: 934, contactMs: 9_100 });
  expect(words(running({ passesDone: 1 }), seen({ areas: [area, eyeArea()] }))).toEqual([
    'Done: forehead, 800 strokes, 12 of them not certain, 934 punctures/cm2 as a mean over the ' +
      'declared area, 9.1 s of contact.',
  ]);
});

test('a stop is told as asked first and as proven later', () => {
  const cause = { kind: 'operator', by: 'nurse' } as const;
  const stopping = seen({ phase: 'stopping', next: 'wait', cause });
  const latched = seen({ phase: 'latched', next: 'clear', cause, latch: 'host-stop' });
  expect(words(running(), stopping)).toEqual([
    'Stopped by nurse. Waiting for the proof that the pen stands.',
  ]);
  expect(words(stopping, latched)).toEqual([
    'The pen stands, needles withdrawn. Stopped by nurse. Clear it to go on.',
  ]);
  expect(kinds(latched, seen())).toEqual(['cleared']);
});

test('a clearing that was faster than the next snapshot is told all the same', () => {
  const cause = { kind: 'operator', by: 'nurse' } as const;
  expect(kinds(seen({ phase: 'stopping', next: 'wait', cause }), seen())).toEqual(['cleared']);
  expect(kinds(seen({ phase: 'clearing', next: 'wait' }), seen())).toEqual(['cleared']);
});

test('a lost link is told as what the pen does by itself', () => {
  const lost = seen({ phase: 'unlinked', next: 'connect' });
  expect(words(seen(), lost)[0]).toContain('stops by itself');
  expect(kinds(lost, seen())).toEqual(['linked', 'ready']);
});

test('an alarm comes and goes with its priority', () => {
  const alarms = [{ alarm: 'dwell', priority: 'low', ageMs: 0 } as const];
  const [rise] = changesBetween(running(), { ...running(), alarms });
  expect(rise).toEqual({ kind: 'alarm', alarm: 'dwell', priority: 'low', on: true });
  expect(rise && changeTone(rise)).toBe('low');
  expect(words({ ...running(), alarms }, running())).toEqual([
    'Alarm off (low): keep the pen moving.',
  ]);
});
