/**
 * What an uncertainty is worth: of many calibrations, how often a later stroke lies where the
 * certificate says, and how often a pen that is outside is passed. `npm run coverage` does ten
 * thousand of each; here are enough to notice a term that was forgotten.
 */
import { describe, expect, test } from 'vitest';
import { CONDITIONS, FINE } from './virtual-bench.ts';
import { coverageOf, falseAcceptance } from './coverage.ts';

describe.each(CONDITIONS.map((condition) => [condition.name, condition] as const))(
  'under %s',
  (_, condition) => {
    test('a later stroke lies inside the stated interval in at least 94.5 of a hundred', () => {
      const { perPoint, inBand } = coverageOf(condition, 300, 1);
      expect(perPoint).toBeGreaterThanOrEqual(0.945);
      expect(inBand).toBeGreaterThanOrEqual(perPoint);
    });
  },
);

test.each([
  ['P', 'shallow'], ['P', 'deepest'], ['S', 'shallow'], ['S', 'deepest'],
] as const)('a pen at the limit of %s (%s) is passed in at most 2.5 of a hundred', (of, at) => {
  const { passed, tried } = falseAcceptance(FINE, of, at, 400, 1);
  expect(tried).toBe(400);
  expect(passed / tried).toBeLessThanOrEqual(0.025);
});

test('an uncertainty without its seating term would not hold, so this check can fail', () => {
  const seated = CONDITIONS.find(({ name }) => name === 'nothing but seating') ?? FINE;
  const { perPoint } = coverageOf(seated, 200, 1, (source) => source !== 'seating');
  expect(perPoint).toBeLessThan(0.945);
});
