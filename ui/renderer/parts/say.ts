// Short ways to say what screens say often: a place, a rule, a day. The sentences themselves are in
// the catalogue.

import type { AreaName, Side } from '../../../protocol/area.ts';
import type { Said, Words } from '../words/words.ts';

/** The number of days from the first of January 2020 to a day written YYYY-MM-DD. */
const dayOf = (text: string): number =>
  Math.round((Date.parse(`${text}T00:00:00Z`) - Date.UTC(2020, 0, 1)) / 86_400_000);

/** A day that is written YYYY-MM-DD, as people write it. */
export const sayDay = (words: Words, text: string): string =>
  words.number(dayOf(text), 'day');

/** An instant in UTC by the clock on the wall of whoever looks. */
export const sayInstant = (words: Words, at: string): string =>
  new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(at),
  );

/** An instant in UTC as a time of the day. */
export const sayTime = (words: Words, at: string): string =>
  new Intl.DateTimeFormat(words.locale, { timeStyle: 'medium' }).format(new Date(at));

/** A number of a unit without the unit, for a value whose unit stands beside it. */
export const bare = (text: string): string => text.split('\u00a0')[0] ?? text;

/** A place. */
export const sayPlace = (words: Words, place: { area: AreaName; side: Side }): string =>
  words.place(place.area, place.side);

/** What is said of a reason in one breath: what and why, then what to do. */
export const spoken = ({ what, next }: Said): string =>
  what.endsWith('。') ? `${what}${next}` : `${what} ${next}`;
