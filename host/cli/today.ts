// The calendar day where this computer stands. It decides intervals and expiry, never the control
// of a pen, which knows no wall clock.

import { assert } from '../../protocol/assert.ts';
import { type Day, parseDay } from '../core/day.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** Today, by the local calendar. */
export function today(now: Date = new Date()): Day {
  const text = `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const day = parseDay(text);
  assert(day !== undefined, 'the clock of this computer names a day');
  return day;
}
