// Days are counted without a clock, as the calendar counts them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageYears, day, formatDay, parseDay } from '../../../host/core/day.ts';
import { on } from '../../support/limit-world.ts';

test('day 0 is the first of January 2020, and days before it are negative', () => {
  expect([on('2020-01-01'), on('2019-12-31'), on('2024-02-29')]).toEqual([0, -1, 1_520]);
});

test('every day of four centuries is written and read back as the calendar has it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -73_000, max: 73_000 }), (count) => {
      const date = new Date(Date.UTC(2020, 0, 1 + count)).toISOString().slice(0, 10);
      expect(formatDay(day(count))).toBe(date);
      expect(parseDay(date)).toBe(count);
    }),
  );
});

const NO_DAYS = ['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '26-04-01', '2026-4-1'];

test.each(NO_DAYS)(
  '"%s" is no day',
  (text) => {
    expect(parseDay(text)).toBeUndefined();
  },
);

test('a birthday counts on the day itself, and a leap day on the first of March', () => {
  const age = (born: string, today: string): number => ageYears(on(born), on(today));
  expect([age('2004-11-20', '2026-11-19'), age('2004-11-20', '2026-11-20')]).toEqual([21, 22]);
  expect([age('2004-02-29', '2026-02-28'), age('2004-02-29', '2026-03-01')]).toEqual([21, 22]);
});
