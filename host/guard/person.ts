// What a person's own facts do to a row: which reductions apply, whether the recommendation is
// the cap, how many days lie behind. Written for the guard alone. Where a birthday would have to
// be reckoned to the day it errs to the looser side, so that it never refuses what is right.

import { leastDaysOf, mostDaysOf } from './calendar.ts';
import { isAtEye } from './place.ts';
import type { Table } from './raw-table.ts';
import type { Wished, WishedArea, WishedPerson } from './wished.ts';

const OLD_YEARS = 65;
const DARK_TYPE = 4;
const THIN = ['steroid-thinned-skin', 'irradiated-skin', 'very-lax-skin'];

/** Whether anything but a plain no was said. */
const mayHave = ({ conditions }: WishedPerson, condition: string): boolean =>
  conditions[condition] !== 'no';

const isDark = (person: WishedPerson): boolean =>
  (person.fitzpatrick ?? DARK_TYPE) >= DARK_TYPE ||
  mayHave(person, 'melasma-or-pigment-after-inflammation');

const isFragile = (person: WishedPerson, today: number): boolean =>
  today - (person.bornOn ?? Number.NEGATIVE_INFINITY) >= mostDaysOf(OLD_YEARS) ||
  THIN.some((condition) => mayHave(person, condition));

/** Whether no earlier visit is known. */
export const isFirst = (person: WishedPerson | undefined, today: number): boolean =>
  person === undefined ||
  person.history === 'unknown' ||
  person.history.every(({ on }) => on >= today);

/** Whether somebody is certainly under the age of the table. */
export const isTooYoung = (
  person: WishedPerson | undefined,
  years: number,
  today: number,
): boolean =>
  person?.bornOn !== undefined && today - person.bornOn < leastDaysOf(years);

/** The newest day before today on which the case file tells of the same skin. */
export function lastVisit(wished: Wished, of: WishedArea, today: number): number {
  const history = wished.caseFile?.history;
  if (history === undefined || history === 'unknown') return Number.NEGATIVE_INFINITY;
  const days = history
    .filter(({ areas }) => areas.some(({ area, side }) => area === of.area && side === of.side))
    .map(({ on }) => on)
    .filter((on) => on < today);
  return Math.max(...days);
}

/** The reductions of a table that apply to a person today. */
export function reductionsFor(
  table: Table,
  person: WishedPerson | undefined,
  today: number,
  early: boolean,
): Table['modifiers'] {
  const dark = person === undefined || isDark(person);
  const fragile = person === undefined || isFragile(person, today);
  return table.modifiers.filter(
    ({ id }) =>
      (id === 'darker-skin' && dark) ||
      (id === 'fragile-skin' && fragile) ||
      (id === 'early-interval' && early),
  );
}

/** How many days apart treatments of an area lie. */
export function spacingOf({ spacing }: Table, { area }: WishedArea): Table['spacing']['usual'] {
  if (isAtEye(area)) return spacing.eye;
  return area === 'scalp' ? spacing.scalp : spacing.usual;
}
