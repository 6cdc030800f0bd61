// Dates of GS1 have two digits for the year. Which century is meant is told by the rule of GS1: the
// one that comes nearest to now. Day 00 is the last day of its month.

import { type Day, formatDay, parseDay } from '../../day.ts';

const FORWARD_FROM = 51;
const BACK_FROM = -50;

/** The full year of two digits, seen from a year. */
export function fullYear(twoDigits: number, nowYear: number): number {
  const century = nowYear - (nowYear % 100);
  const ahead = twoDigits - (nowYear % 100);
  if (ahead >= FORWARD_FROM) return century - 100 + twoDigits;
  return ahead <= BACK_FROM ? century + 100 + twoDigits : century + twoDigits;
}

const LAST_DAYS = ['31', '30', '29', '28'] as const;

/** The day that six digits mean, or undefined when there is none. */
export function gs1Day(digits: string, today: Day): Day | undefined {
  const parts = /^(\d{2})(\d{2})(\d{2})$/.exec(digits);
  if (parts === null) return undefined;
  const [, year = '', month = '', dayOfMonth = ''] = parts;
  const now = Number(formatDay(today).slice(0, 4));
  const full = String(fullYear(Number(year), now)).padStart(4, '0');
  if (dayOfMonth !== '00') return parseDay(`${full}-${month}-${dayOfMonth}`);
  const last = LAST_DAYS.map((written) => parseDay(`${full}-${month}-${written}`));
  return last.find((found) => found !== undefined);
}
