/**
 * Choosing among things by seeded chance: evenly, by weight, or with a leaning towards an edge.
 */
import { nextBetween, nextChance, type Random } from '../../sim/random.ts';
import { assert } from '../../protocol/assert.ts';

/** One of some things, each as likely as the next. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const picked = items[nextBetween(random, 0, items.length - 1)];
  assert(picked !== undefined, 'there is something to pick from');
  return picked;
}

/** One of some things, each as likely as its weight says. */
export function pickWeighted<Item>(
  random: Random,
  items: readonly (readonly [Item, number])[],
): Item {
  const total = items.reduce((sum, [, weight]) => sum + weight, 0);
  let left = nextBetween(random, 1, total);
  for (const [item, weight] of items) {
    left -= weight;
    if (left <= 0) return item;
  }
  throw new Error('weights add up to their sum');
}

/** True so many times in a hundred. */
export const isLucky = (random: Random, percent: number): boolean =>
  nextChance(random, percent * 10_000);
