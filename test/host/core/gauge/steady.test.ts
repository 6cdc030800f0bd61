/** When readings count, and what they cannot be. */
import { describe, expect, test } from 'vitest';
import { implausible } from '../../../../host/core/gauge/plausible.ts';
import {
  middleNm,
  type Reading,
  type SteadyStep,
  steadyStep,
  UNSTEADY,
} from '../../../../host/core/gauge/steady.ts';

/** Feeds readings a quarter of a second apart, or at the times given; the last step is returned. */
function feed(valuesNm: readonly number[], everyMs = 250): SteadyStep | undefined {
  let state = UNSTEADY;
  let last: SteadyStep | undefined;
  valuesNm.forEach((valueNm, index) => {
    last = steadyStep(state, { atMs: index * everyMs, valueNm, line: index + 1 });
    state = last.state;
  });
  return last;
}

describe('readings', () => {
  test('count when three in a row agree, and name their raw lines', () => {
    const step = feed([400_000, 500_000, 501_000, 502_000]);
    const readings = [{ line: 2 }, { line: 3 }, { line: 4 }];
    expect(step).toMatchObject({ kind: 'steady', readings });
  });

  test('do not count while they wander', () => {
    expect(feed([500_000, 504_000, 508_000])).toMatchObject({ kind: 'waiting' });
    expect(feed([500_000, 502_000])).toMatchObject({ kind: 'waiting' });
  });

  test('that a gauge only repeats are one reading', () => {
    expect(feed([500_000, 500_000, 500_000, 500_000], 100)).toMatchObject({ kind: 'repeated' });
    expect(feed([500_000, 500_000, 500_000], 250)).toMatchObject({ kind: 'steady' });
  });

  test('are stood for by the middle one', () => {
    const readings = [503_000, 500_000, 501_000].map((valueNm, index): Reading =>
      ({ atMs: index, valueNm, line: index }));
    expect(middleNm(readings)).toBe(501_000);
  });
});

describe('a reading at 500 um', () => {
  test.each([
    ['near it is taken', 512_000, undefined],
    ['in inches is not', 19_700, 'looks-like-inches'],
    ['in millimetres taken for inches is not', 12_700_000, 'looks-like-millimetres'],
    ['of nothing at all is not', -9_000_000, 'out-of-range'],
  ])('%s', (_, readNm, code) => {
    expect(implausible(readNm, 500)?.code).toBe(code);
  });
});

test.each([100, 250, 500, 1_000, 2_000])('at %i um inches are found, and a pen is let be', (um) => {
  for (const offUm of [-60, 0, 60]) {
    const readNm = Math.round(((um + offUm) * 1_000) / 25.4 / 100) * 100;
    expect(implausible(readNm, um)?.code).toBe('looks-like-inches');
    expect(implausible((um + offUm) * 1_000, um)).toBeUndefined();
  }
});
