/**
 * What campaigns have found, in its smallest form: scenarios that made a judge complain, of the
 * product or wrongly. README.md says of each what became of it; nobody may complain any more.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { step } from '../../sim/firmware/index.ts';
import { type Broken, play } from './run.ts';
import type { Scenario } from './scenario.ts';

const FOUND = [
  ['S-19 answers of an old link session do not name what is asked in a new one',
    'late-answers-of-an-old-link'],
  ['S-15 taps that follow each other within three slow periods are presses of their own',
    'taps-within-three-slow-periods'],
  ['S-13 S-25 a pen that hangs with its depth stop jammed brakes the cam as soon as it boots',
    'jammed-stop-under-a-pen-that-hangs'],
  ['S-13 S-25 and so it does after a long hang', 'jammed-stop-and-a-long-hang'],
  ['S-02 S-34 a motor twice as fast as ordered goes no deeper than its inertia explains',
    'twice-as-fast-at-its-highest-rate'],
  ['S-34 a motor that no brake stops is withdrawn from, and its shallow strokes are no overspeed',
    'motor-that-runs-away-too-fast'],
  ['S-14 a press that ends as the motor first turns has had its needles out on their way only',
    'press-that-ends-at-the-first-turn'],
  ['S-13 a cam that ran out without power is braked from the boot on',
    'cam-that-runs-out-until-the-boot'],
  ['S-14 S-34 a seized cam under a jammed stop is withdrawn by nothing, and the pen latches',
    'seized-cam-under-a-jammed-stop'],
] as const;

const scenarioOf = (name: string): Scenario =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'found', `${name}.json`), 'utf8')) as Scenario;

test.each(FOUND)('%s', (_, name) => {
  const { complaints, took } = play(scenarioOf(name));
  expect(complaints).toEqual([]);
  expect(took.length === 0 || took.some((one) => one.took)).toBe(true);
});

/** Firmware to which the last two strokes of a train always took five seconds. */
const blindToSpeed: NonNullable<Broken['step']> = (state, event, elapsedMs) => {
  const runs = state.doing.kind === 'running';
  const ages = runs ? { ...state.ages, edgeBeforeMs: 5_000 } : state.ages;
  return step({ ...state, ages }, event, elapsedMs);
};

test('S-34 firmware that does not look at its speed is found, by strokes and by depth', () => {
  const small = scenarioOf('twice-as-fast-at-its-highest-rate');
  const areas = small.areas.map((area) => ({ ...area, sizeMm2: 400 }));
  const { complaints } = play({ ...small, areas }, { step: blindToSpeed });
  expect(complaints.join()).toContain('overspeed noticed');
  expect(complaints.join()).toContain('deep by speed');
  expect(play({ ...small, areas }).complaints).toEqual([]);
});
