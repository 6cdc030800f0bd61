// Days as whole numbers since 2020-01-01, from a date as it is written. The guard counts for
// itself, because an interval or an expiry that is counted wrong is wrong in every number behind
// it.

const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

const leapDaysBefore = (year: number): number =>
  Math.floor((year - 1) / 4) - Math.floor((year - 1) / 100) + Math.floor((year - 1) / 400);

const isLeap = (year: number): boolean => leapDaysBefore(year + 1) > leapDaysBefore(year);

const daysBefore = (year: number): number => (year - 1) * 365 + leapDaysBefore(year);

/** The day that a text begins with, or NaN, which is inside no bound. */
export function dayIn(text: string): number {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? [];
  const before = BEFORE_MONTH[Number(month) - 1];
  if (before === undefined) return Number.NaN;
  const leap = Number(month) > 2 && isLeap(Number(year)) ? 1 : 0;
  return daysBefore(Number(year)) - daysBefore(2020) + before + leap + Number(day) - 1;
}

/** Fewer days than anybody lives in so many years. */
export const leastDaysOf = (years: number): number => years * 365 + Math.floor(years / 4) - 1;

/** More days than anybody lives in so many years, the birthday of a leap day included. */
export const mostDaysOf = (years: number): number => years * 365 + Math.ceil(years / 4) + 1;
