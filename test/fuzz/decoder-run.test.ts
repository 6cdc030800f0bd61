/**
 * A small run of every kind of noise through the decoder, and the same runs through decoders that
 * are broken in one rule: each of them is found, by the check that is meant for it.
 */
import { describe, expect, test } from 'vitest';
import { runDecoder, type Twin } from './decoder-run.ts';
import { KINDS } from './kinds.ts';
import { emptyTally, note } from './tally.ts';
import type { Task } from './task.ts';
import { ALL_RULES, decoderOf16Bits, decoderWith, type Rules } from './twins.ts';

const SMALL = 120_000;
const SEEDS = [2, 3]; // even hears a host, odd hears a pen

const whats = (task: Task, twin: Twin): readonly string[] =>
  runDecoder(task, twin).findings.map((finding) => finding.what);

const found = (kind: string, twin: Twin = {}): ReadonlySet<string> =>
  new Set(SEEDS.flatMap((seed) => whats({ kind, seed, bytes: SMALL, weigh: false }, twin)));

describe('the decoder', () => {
  test.each(Object.keys(KINDS))('S-19 under %s hears nothing false, loses nothing', (kind) => {
    for (const seed of SEEDS) {
      const tally = runDecoder({ kind, seed, bytes: SMALL, weigh: false });
      expect(tally.findings).toEqual([]);
      expect(tally.heard).toBe(tally.good);
      expect(tally.good).toBeGreaterThan(4);
    }
  });

  test('written a second time and whole, finds nothing either', () => {
    expect(found('everything mixed', { decoder: decoderWith(ALL_RULES) })).toEqual(new Set());
  });
});

const BROKEN: readonly (readonly [string, Partial<Rules>, string, string])[] = [
  ['without a check', { check: false }, 'turned bytes', 'never sent'],
  ['that does not look at the binding', { binding: false }, 'foreign frames', 'never sent'],
  ['that does not look at the version', { version: false }, 'foreign frames', 'never sent'],
  ['that does not look at the flags', { flags: false }, 'foreign frames', 'never sent'],
  ['that hears its own echo', { direction: false }, 'foreign frames', 'never sent'],
  ['that trusts an id', { knownId: false }, 'foreign frames', 'exception'],
  ['that eats a delimiter after a bad block', { delimiterShared: false }, 'bursts', 'lost'],
  ['that stays drowned', { longForgotten: false }, 'few zeros', 'lost'],
];

describe('a decoder', () => {
  test.each(BROKEN)('%s is found', (_, rules, kind, what) => {
    expect(found(kind, { decoder: decoderWith(rules) })).toContain(what);
  });

  test.each([
    ['without a bound on its length', { lengthBound: false }],
    ['that keeps what it drops', { dropsLetGo: false }],
  ])('%s is found by its weight', (_, rules) => {
    const task = { kind: 'uniform chance', seed: 2, bytes: 900_000 };
    expect(whats(task, { decoder: decoderWith(rules) })).toEqual(['memory']);
    expect(whats(task, {})).toEqual([]);
  });

  test('with a check of 16 bits is found within a few megabytes', () => {
    const twin = { decoder: decoderOf16Bits };
    const finds = (seed: number): boolean =>
      whats({ kind: 'bodies altered', seed, bytes: 1_000_000, weigh: false }, twin).length > 0;
    expect(Array.from({ length: 60 }, (_, index) => index).some(finds)).toBe(true);
  });

  test('whose sender leaves out the delimiter before a frame is found', () => {
    const sent = (frame: Uint8Array): Uint8Array => frame.subarray(1);
    expect(found('turned bytes', { sent })).toContain('lost');
  });

  test('whose sender leaves out the delimiter after a frame is found', () => {
    const sent = (frame: Uint8Array): Uint8Array => frame.subarray(0, -1);
    expect(found('text', { sent })).toContain('lost');
  });
});

test('equal tasks come to equal counts', () => {
  const task: Task = { kind: 'everything mixed', seed: 9, bytes: SMALL, weigh: false };
  const runs = [1, 2].map(() => runDecoder(task));
  const [one, other] = runs.map(({ ms: _ms, grownBytes: _grown, ...counts }) => counts);
  expect(one).toEqual(other);
});

test('a tally keeps the first findings and counts all frames that nobody sent', () => {
  const tally = emptyTally();
  for (let n = 0; n < 9; n += 1) note(tally, 'never sent', String(n));
  expect([tally.neverSent, tally.findings.length]).toEqual([9, 5]);
});
