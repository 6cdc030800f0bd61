// Dates as people read them on a sheet: weekday, day, month, year, in words that no order of
// numbers can turn round.

import { type Day, formatDay } from '../../day.ts';

const MONTHS = [
  'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec',
] as const;
/** Day 0 of the wire was a Wednesday. */
const WEEKDAYS = ['Wed', 'Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue'] as const;

/** A day as `Fri 20 Nov 2026`. */
export function plainDate(of: Day): string {
  const [year = '', month = '', dayOfMonth = ''] = formatDay(of).split('-');
  const weekday = WEEKDAYS[((of % 7) + 7) % 7] ?? '';
  return `${weekday} ${Number(dayOfMonth)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}
