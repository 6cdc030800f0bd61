/** A bar rounds neither the first stroke nor the last one away. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bar } from '../../host/cli/console/bar.ts';

const cellsOf = (text: string): readonly string[] => text.match(/[█░]/g) ?? [];
const full = (text: string): number => cellsOf(text).filter((cell) => cell === '█').length;

test('a bar is full only when everything is done, and empty only when nothing is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 40 }),
      fc.integer({ min: 1, max: 5_000 }),
      fc.nat({ max: 6_000 }),
      (cells, whole, part) => {
        const filled = full(bar(part, whole, cells));
        expect(filled === cells).toBe(part >= whole);
        expect(filled === 0).toBe(part === 0);
        expect(cellsOf(bar(part, whole, cells))).toHaveLength(cells);
      },
    ),
  );
});

test('a bar of nothing, or without room, is not drawn full', () => {
  expect(bar(0, 0, 4)).toBe('░░░░');
  expect(bar(5, 10, 0)).toBe('');
});
