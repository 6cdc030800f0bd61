/** Samples into columns: no peak is lost, a gap stays a gap, a clock may start anew. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Column, emptyFilling, refitted, rescaled, type Sample, withSamples, withSilence,
} from '../../../ui/renderer/plot/columns.ts';

const at = (atMs: number, ...values: readonly number[]): Sample => ({ atMs, values });
const spans = (columns: readonly Column[]) => columns.map(([span]) => span);

test('a column keeps the least and the greatest of what fell into it', () => {
  const { done } = withSamples(emptyFilling(10), [at(0, 5), at(4, 9), at(8, 2), at(10, 7)]);
  expect(spans(done)).toEqual([{ min: 2, max: 9 }]);
});

test('columns without a sample are gaps', () => {
  const { done } = withSamples(emptyFilling(10), [at(0, 1), at(35, 2), at(40, 3)]);
  expect(spans(done)).toEqual([{ min: 1, max: 1 }, undefined, undefined, { min: 2, max: 2 }]);
});

test('silence closes columns and leaves them empty', () => {
  const first = withSamples(emptyFilling(10), [at(0, 1)]);
  const { done, filling } = withSilence(first.filling, 31);
  expect(spans(done)).toEqual([{ min: 1, max: 1 }, undefined, undefined]);
  expect(withSilence(filling, 31).done).toEqual([]);
});

test('silence before the first sample is nothing', () => {
  expect(withSilence(emptyFilling(10), 1_000).done).toEqual([]);
});

test('a pen that was started anew breaks the line and goes on', () => {
  const { done } = withSamples(emptyFilling(10), [at(5_000, 1), at(3, 2), at(12, 3)]);
  expect(spans(done)).toEqual([{ min: 1, max: 1 }, undefined, { min: 2, max: 2 }]);
});

test('a sensor that is missing leaves its own gap', () => {
  const { done } = withSamples(emptyFilling(10), [
    { atMs: 0, values: [undefined, 4] },
    { atMs: 11, values: [1, 5] },
  ]);
  expect(done).toEqual([[undefined, { min: 4, max: 4 }]]);
});

test('whatever comes in order, the greatest value stands in some column', () => {
  const values = fc.array(fc.tuple(fc.nat(40), fc.nat(1_000)), { minLength: 2, maxLength: 80 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 60 }), (steps, columnMs) => {
      let atMs = 0;
      const samples = steps.map(([stepMs, value]) => at((atMs += stepMs), value));
      const { done, filling } = withSamples(emptyFilling(columnMs), samples);
      const all = [...done, filling.column].flatMap(([span]) => span ?? []);
      expect(Math.max(...all.map(({ max }) => max))).toBe(Math.max(...steps.map(([, v]) => v)));
      expect(Math.min(...all.map(({ min }) => min))).toBe(Math.min(...steps.map(([, v]) => v)));
      const last = Math.floor(atMs / columnMs) - Math.floor((samples[0]?.atMs ?? 0) / columnMs);
      expect(done).toHaveLength(last);
    }),
    { numRuns: 200 },
  );
});

test('half as wide keeps every peak, twice as wide repeats', () => {
  const columns: readonly Column[] = [1, 9, 2, 3].map((value) => [{ min: value, max: value }]);
  expect(spans(rescaled(columns, 0.5))).toEqual([{ min: 1, max: 9 }, { min: 2, max: 3 }]);
  expect(rescaled(columns, 2)).toHaveLength(8);
});

test('silence goes on when the width changes before another sample came', () => {
  const { filling } = withSamples(emptyFilling(10), [at(0, 1), at(1_000, 2)]);
  const quiet = withSilence(filling, 1_500).filling;
  const narrower = refitted(quiet, 20);
  expect(narrower.open).toBe(75);
  expect(withSilence(narrower, 2_000).done).toHaveLength(25);
  expect(refitted(emptyFilling(10), 20)).toEqual(emptyFilling(20));
});
