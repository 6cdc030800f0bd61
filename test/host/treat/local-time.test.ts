/** A line of the journal belongs to the day on the wall, wherever this test is run. */
import { expect, test } from 'vitest';
import { localTime } from '../../../host/treat/local-time.ts';

test.each([[0, 5], [12, 0], [23, 55]])('a line written at %i:%i is of that day', (hour, minute) => {
  const at = new Date(2026, 10, 20, hour, minute).toISOString();
  expect(localTime(at).slice(0, 10)).toBe('2026-11-20');
});
