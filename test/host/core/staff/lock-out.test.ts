import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterFailure, afterReading, FREE_FAILURES, NO_STRIKES, type Strikes, waitAfter, waitLeft,
} from '../../../../host/core/staff/lock-out.ts';

const failed = (times: number, atMs: number): Strikes => {
  const each = Array.from({ length: times });
  return each.reduce<Strikes>((strikes) => afterFailure(strikes, atMs), NO_STRIKES);
};

describe('a lock-out', () => {
  test('the first failures are let pass, then waits grow up to an hour, and to a day at a hundred',
    () => {
      expect([1, 2, 3, 4, 5, 9, 10, 50, 99, 100].map((times) => waitAfter(times) / 1_000)).toEqual([
        0, 0, 30, 60, 120, 1_920, 3_600, 3_600, 3_600, 86_400,
      ]);
    });

  test('S-77 waits never shrink with another failure', () => {
    fc.assert(fc.property(fc.nat(300), (times) =>
      waitAfter(times + 1) >= waitAfter(times)));
  });

  test('it is over when it was waited for, to the millisecond', () => {
    const strikes = failed(FREE_FAILURES, 1_000);
    expect(waitLeft(strikes, 1_000)).toBe(30_000);
    expect(waitLeft(strikes, 30_999)).toBe(1);
    expect(waitLeft(strikes, 31_000)).toBe(0);
  });

  test('S-77 a clock that begins anew serves no more than it has shown since', () => {
    const strikes = failed(FREE_FAILURES, 5_000_000);
    expect(waitLeft(strikes, 0)).toBe(30_000);
    expect(waitLeft(strikes, 12_000)).toBe(18_000);
  });

  test('S-77 whatever the readings, nothing is served that no clock has shown', () => {
    const readings = fc.array(fc.nat(100_000), { maxLength: 8 });
    fc.assert(fc.property(fc.integer({ min: 3, max: 12 }), fc.nat(100_000), readings,
      (times, fromMs, marks) => {
        let before = fromMs;
        let shown = 0;
        let strikes = failed(times, fromMs);
        for (const mark of marks) {
          shown += mark >= before ? mark - before : mark;
          before = mark;
          strikes = afterReading(strikes, mark);
          expect(waitLeft(strikes, mark)).toBe(Math.max(0, waitAfter(times) - shown));
        }
      }));
  });

  test('what was served stays served when the machine is started again', () => {
    const served = afterReading(failed(FREE_FAILURES, 5_000), 40_000);
    expect(waitLeft(served, 10)).toBe(0);
  });
});
