/**
 * Chance is the same for a seed everywhere, and differs between seeds, streams and children.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  copyRandom, createRandom, nextBetween, nextChance, nextU32, splitRandom,
} from '../../sim/random.ts';

const draws = (seed: number, stream: number): readonly number[] => {
  const random = createRandom(seed, stream);
  return Array.from({ length: 4 }, () => nextU32(random));
};

test('a seed gives these very numbers, on every machine', () => {
  expect(draws(1, 1)).toEqual([848_619_078, 983_753_430, 4_180_048_585, 4_114_208_188]);
});

test('seeds, streams and large seeds differ', () => {
  const firsts = [draws(1, 1), draws(2, 1), draws(1, 2), draws(1 + 2 ** 32, 1)];
  expect(new Set(firsts.map(([first]) => first)).size).toBe(4);
});

test('a copy goes on alike without disturbing the other', () => {
  const random = createRandom(5, 0);
  const copy = copyRandom(random);
  expect([nextU32(copy), nextU32(copy)]).toEqual([nextU32(random), nextU32(random)]);
});

test('a child does not repeat its parent', () => {
  const parent = createRandom(5, 0);
  const child = splitRandom(parent);
  const drawn = Array.from({ length: 1_000 }, () => [nextU32(parent), nextU32(child)]).flat();
  expect(new Set(drawn).size).toBe(2_000);
});

test('a range is met whole, and never left', () => {
  fc.assert(fc.property(fc.nat(), fc.integer({ min: -9, max: 9 }), fc.nat(6), (seed, min, span) => {
    const random = createRandom(seed, 0);
    const drawn = new Set(Array.from({ length: 400 }, () => nextBetween(random, min, min + span)));
    expect([...drawn].every((value) => value >= min && value <= min + span)).toBe(true);
    expect(drawn.size).toBe(span + 1);
  }));
});

test('a chance comes as often as it says', () => {
  const random = createRandom(3, 0);
  const hits = Array.from({ length: 100_000 }, () => nextChance(random, 250_000)).filter(Boolean);
  expect(Math.abs(hits.length - 25_000)).toBeLessThan(500);
  expect(nextChance(random, 0)).toBe(false);
  expect(nextChance(random, 1_000_000)).toBe(true);
});

test('a seed that is no whole number is our mistake', () => {
  expect(() => createRandom(1.5, 0)).toThrow();
  expect(() => createRandom(-1, 0)).toThrow();
});
