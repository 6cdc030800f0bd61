// Numbers as people of one language write them: millimetres with two digits, because the pen steps
// in hundredths, hertz with one, whole minutes rounded up. Units stay symbols of the SI in every
// language; between number and unit stands a space that does not break.

import type { Format } from './template.ts';

const DAY_MS = 86_400_000;
const DAY_ZERO_MS = Date.UTC(2020, 0, 1);
const NO_BREAK = '\u00a0';

/** Writes a number of the wire for people. */
export type WriteNumber = (value: number, format: Format) => string;

/** Chooses the word that goes with a count: `1 pass`, `2 passes`. */
export type WriteCount = (value: number, one: string, other: string) => string;

/** The writers of one language. */
export interface Writers {
  readonly number: WriteNumber;
  readonly count: WriteCount;
}

const FORMATS = {
  number: 0, mm: 0, cm2: 0, hz: 0, minutes: 0, seconds: 0, ms: 0, percent: 0, degrees: 0, day: 0,
  mn: 0, angle: 0, clock: 0,
} as const satisfies Record<Format, 0>;

/** Whether a word names a format. */
export const isFormat = (word: string): word is Format => Object.hasOwn(FORMATS, word);

/** Makes the writers of a locale. */
export function writersOf(locale: string): Writers {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const digits = (count: number): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: count, maximumFractionDigits: count });
  const [one, two] = [digits(1), digits(2)];
  // A day of the wire has no time zone, so it is written in the one in which it was counted.
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const plural = new Intl.PluralRules(locale);
  const withUnit = (number: string, unit: string): string => `${number}${NO_BREAK}${unit}`;
  const write: Readonly<Record<Format, (value: number) => string>> = {
    number: (value) => whole.format(value),
    mm: (depthUm) => withUnit(two.format(depthUm / 1_000), 'mm'),
    cm2: (sizeMm2) => withUnit(one.format(sizeMm2 / 100), 'cm²'),
    hz: (rateCentiHz) => withUnit(one.format(rateCentiHz / 100), 'Hz'),
    minutes: (lengthMs) => withUnit(whole.format(Math.ceil(lengthMs / 60_000)), 'min'),
    seconds: (lengthMs) => withUnit(one.format(lengthMs / 1_000), 's'),
    ms: (lengthMs) => withUnit(whole.format(lengthMs), 'ms'),
    percent: (share) => withUnit(whole.format(share), '%'),
    degrees: (deciDegC) => withUnit(one.format(deciDegC / 10), '°C'),
    day: (count) => day.format(DAY_ZERO_MS + count * DAY_MS),
    mn: (forceMn) => withUnit(two.format(forceMn / 1_000), 'N'),
    angle: (tiltDeg) => `${whole.format(tiltDeg)}°`,
    clock: clockWords,
  };
  return {
    number: (value, format) => write[format](value),
    count: (value, singular, other) =>
      withUnit(whole.format(value), plural.select(value) === 'one' ? singular : other),
  };
}

/** A length of time as a clock shows it: minutes and seconds. */
function clockWords(lengthMs: number): string {
  const seconds = Math.floor(lengthMs / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
