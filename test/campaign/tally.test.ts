/**
 * What a campaign says of itself: what it failed to try, how it is told to a person and to a
 * pipeline, and what its command line takes.
 */
import { expect, test } from 'vitest';
import { errandsOf } from './crew.ts';
import { junitOf } from './junit.ts';
import { EXIT, readOptions } from './options.ts';
import { createProgress } from './progress.ts';
import { columns, reportLines } from './report.ts';
import type { Run } from './run.ts';
import { add, effectsDemanded, emptyTally, type Tally, untried } from './tally.ts';

const RUN: Run = {
  seed: 7,
  complaints: [],
  margins: { depth: { used: 480, allowed: 500 }, 'stop-strokes': { used: 3, allowed: 20 } },
  took: [{ kind: 'flip', took: true }, { kind: 'unplug', took: false }],
  outcome: 'completed',
  strokes: 100,
  simulatedMs: 60_000,
};

function tallyOf(runs: number, change: Partial<Run> = {}): Tally {
  const tally = emptyTally();
  for (let seed = 0; seed < runs; seed += 1) add(tally, { ...RUN, ...change, seed }, 'short');
  return tally;
}

test('a kind of trouble that never takes effect is missed, in proportion to the campaign', () => {
  expect([effectsDemanded(500), effectsDemanded(2_000), effectsDemanded(20_000)])
    .toEqual([0, 10, 100]);
  const said = untried(tallyOf(2_000));
  expect(said).toContain('unplug took effect 0 times, and 10 are asked.');
  expect(said.join()).not.toContain('flip');
});

test('a campaign that stays far from every limit is told so', () => {
  expect(untried(tallyOf(200))).toEqual([]);
  const far = tallyOf(200, { margins: { depth: { used: 400, allowed: 500 } } });
  expect(untried(far).join()).toContain('Only 0 % of runs came near a limit');
});

test('a failure is told with the one command that plays it again', () => {
  const tally = tallyOf(3, { complaints: ['depth: at 5 ms a stroke was beyond the cap'] });
  expect(tally.failures).toHaveLength(3);
  const xml = junitOf(tally, 1_000);
  expect(xml).toContain('npm run campaign -- --replay 2');
  expect(xml).toMatch(/failures="1"/);
  expect(reportLines(tally, 1_000, 2).join('\n')).toContain('depth: complained about 3 runs');
});

test('columns are aligned, numbers to the right', () => {
  expect(columns([['name', 'drawn'], ['flip', 5], ['unplug', 12]])).toEqual([
    'name    drawn',
    'flip        5',
    'unplug     12',
  ]);
});

test('progress is one line that is written over on a terminal, and plain lines elsewhere', () => {
  for (const isTTY of [true, false]) {
    const said: string[] = [];
    let nowMs = 0;
    const out = { isTTY, write: (text: string): number => said.push(text) };
    const progress = createProgress(out, 10, () => nowMs);
    nowMs = 20_000;
    progress.show(tallyOf(4));
    progress.show(tallyOf(4));
    progress.end();
    expect(said[0]).toContain('4/10 runs, 12 sim s/s');
    expect(said.filter((line) => line.includes('runs'))).toHaveLength(1);
    expect(said.join('').includes('\r')).toBe(isTTY);
  }
});

test('a command line is read, or refused in a sentence', () => {
  const options = readOptions(['--treatments', '60', '--full', '2', '--seed', '9', '--no-shrink']);
  expect(options).toMatchObject({ treatments: 60, full: 2, seed: 9, jobs: 2, shrink: false });
  expect(readOptions(['--replay', '17:full']).replay).toEqual({ seed: 17, length: 'full' });
  expect(() => readOptions(['--treatments', 'many'])).toThrow('whole number');
  expect(() => readOptions(['--replay', '1:long'])).toThrow('full');
  expect(() => readOptions(['--nonsense'])).toThrow(TypeError);
  expect(EXIT).toEqual({ good: 0, complaints: 1, usage: 2, untried: 3, broken: 4 });
});

test('every seed is handed out once, long treatments first', () => {
  const options = readOptions(['--treatments', '60', '--full', '2', '--seed', '9']);
  const errands = errandsOf(options);
  expect(errands.map(({ length }) => length)).toEqual(['full', 'full', 'short', 'short', 'short']);
  const short = errands.filter(({ length }) => length === 'short').flatMap(({ seeds }) => seeds);
  expect(short).toEqual(Array.from({ length: 60 }, (_, index) => 9 + index));
});
