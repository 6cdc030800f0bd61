// Calendar days as whole numbers. Rules of spacing, age and expiry count days, and a count needs
// neither a clock nor a time zone: today is an argument, and day 0 is 2020-01-01 as on the wire.

import { assert } from '../../protocol/assert.ts';

declare const calendar: unique symbol;

/** A calendar day, counted from 2020-01-01; days before it are negative. */
export type Day = number & { readonly [calendar]: 'day' };

/** Makes a day of a whole count of days since 2020-01-01. */
export function day(count: number): Day {
  assert(Number.isSafeInteger(count), 'a day is a whole number');
  return count as Day;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const DAYS_TO_2020 = 737_730;

const isLeap = (year: number): boolean =>
  (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const monthDays = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);

/** Days from the first of March of year 0 to a date, by counting the leap days between. */
function civilDays(year: number, month: number, dayOfMonth: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const marchMonth = (month + 9) % 12;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + Math.floor((marchMonth * 153 + 2) / 5) + dayOfMonth - 1;
}

/** Reads a date written YYYY-MM-DD, or gives undefined when no such day exists. */
export function parseDay(text: string): Day | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return undefined;
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (dayOfMonth < 1 || dayOfMonth > monthDays(year, month)) return undefined;
  return day(civilDays(year, month, dayOfMonth) - DAYS_TO_2020);
}

interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

function civilDate(of: Day): CivilDate {
  const total = of + DAYS_TO_2020;
  let year = Math.floor(total / 366) - 1;
  while (civilDays(year + 1, 3, 1) <= total) year += 1;
  const yearDay = total - civilDays(year, 3, 1);
  const marchMonth = Math.floor((yearDay * 5 + 2) / 153);
  const month = ((marchMonth + 2) % 12) + 1;
  const dayOfMonth = yearDay - Math.floor((marchMonth * 153 + 2) / 5) + 1;
  return { year: month <= 2 ? year + 1 : year, month, dayOfMonth };
}

/** Writes a day as YYYY-MM-DD. */
export function formatDay(of: Day): string {
  const { year, month, dayOfMonth } = civilDate(of);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}

/** Whole years of age on a day; somebody born on 29 February is a year older on 1 March. */
export function ageYears(bornOn: Day, today: Day): number {
  const born = civilDate(bornOn);
  const now = civilDate(today);
  const beforeBirthday =
    now.month < born.month || (now.month === born.month && now.dayOfMonth < born.dayOfMonth);
  return now.year - born.year - (beforeBirthday ? 1 : 0);
}
