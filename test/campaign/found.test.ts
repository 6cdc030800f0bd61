/**
 * What campaigns have found, in its smallest form: scenarios that made a judge complain, of the
 * product or wrongly. README.md says of each what became of it; nobody may complain any more.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { play } from './run.ts';
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
] as const;

const scenarioOf = (name: string): Scenario =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'found', `${name}.json`), 'utf8')) as Scenario;

test.each(FOUND)('%s', (_, name) => {
  const { complaints, took } = play(scenarioOf(name));
  expect(complaints).toEqual([]);
  expect(took.length === 0 || took.some((one) => one.took)).toBe(true);
});
