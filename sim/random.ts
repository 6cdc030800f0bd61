/**
 * Chance as an argument: a seeded generator (sfc32, Chris Doty-Humphrey's PractRand) in integers.
 *
 * A generator is a plain record that `nextU32` changes in place, because the plant draws inside its
 * innermost loop; a pure machine copies it first. Equal seed and stream give an equal run anywhere.
 */
import { assert } from '../protocol/assert.ts';

/** A generator's whole memory; copy it with `copyRandom`, never by reference. */
export interface Random {
  a: number;
  b: number;
  c: number;
  counter: number;
}

// The authors of sfc32 discard twelve outputs, after which the seed has reached every bit.
const DISCARDED = 12;

/** Makes the generator of one stream under a seed; streams of one seed are independent. */
export function createRandom(seed: number, stream: number): Random {
  assert(Number.isSafeInteger(seed) && seed >= 0, 'a seed is a whole number from 0 up');
  const random = { a: seed >>> 0, b: Math.floor(seed / 2 ** 32) | 0, c: stream | 0, counter: 1 };
  for (let draw = 0; draw < DISCARDED; draw += 1) nextU32(random);
  return random;
}

/** Draws 32 uniform bits as a whole number from 0 up to 2^32 - 1. */
export function nextU32(random: Random): number {
  const drawn = (random.a + random.b + random.counter) | 0;
  random.counter = (random.counter + 1) | 0;
  random.a = random.b ^ (random.b >>> 9);
  random.b = (random.c + (random.c << 3)) | 0;
  random.c = ((random.c << 21) | (random.c >>> 11)) + drawn | 0;
  return drawn >>> 0;
}

/** Draws a whole number from `min` to `max`, both included; the span is below 2^32. */
export function nextBetween(random: Random, min: number, max: number): number {
  assert(Number.isSafeInteger(min) && min <= max, 'a range of chance is whole and not empty');
  return min + Math.floor((nextU32(random) / 2 ** 32) * (max - min + 1));
}

/** True as often as the given share of a million. */
export function nextChance(random: Random, perMillion: number): boolean {
  return nextU32(random) < (perMillion / 1_000_000) * 2 ** 32;
}

/** Makes a child generator that no later draw of the parent can be correlated with. */
export function splitRandom(random: Random): Random {
  return createRandom(nextU32(random), nextU32(random));
}

/** A second generator that goes on exactly as this one will. */
export function copyRandom(random: Random): Random {
  return { a: random.a, b: random.b, c: random.c, counter: random.counter };
}
