/**
 * Every sweep of the rig with wide strides: each journal byte is still cut and flipped, and some of
 * them by opening the whole. `npm run rig -- --only journal` opens it at every byte.
 */
import { expect, test } from 'vitest';
import { refusals } from './disk/calls.ts';
import { CUTS } from './journal/cuts.ts';
import { FLIPS } from './journal/flips.ts';
import { SHUFFLES } from './journal/shuffles.ts';
import type { Sweep } from './sweep.ts';

/** Nothing wrong anywhere, everything took effect, and it was not over before it began. */
function expectKept(sweep: Sweep, stride: number, least: number): void {
  const swept = sweep.run(stride, () => undefined);
  expect(swept.wrong).toEqual([]);
  expect(swept.unaccounted).toBe(0);
  expect(swept.took).toBe(swept.times);
  expect(swept.times).toBeGreaterThanOrEqual(least);
}

test('S-35 a disk that refuses a write, a sync or a rename stops the pen and loses nothing', () => {
  expectKept(refusals('ENOSPC', false), 4, 7);
  expectKept(refusals('EROFS', true), 6, 5);
});

test('S-24 a journal cut at any byte is recovered, or refused in words, and counts enough', () => {
  expectKept(CUTS, 150, 30_000);
});

test('S-23 a journal with any byte altered is never opened as if it were whole', () => {
  expectKept(FLIPS, 30, 16_000);
});

test('S-22 lines that are gone, doubled or exchanged are refused by their number', () => {
  expectKept(SHUFFLES, 3, 80);
});
