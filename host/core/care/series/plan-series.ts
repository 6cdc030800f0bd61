// A series laid out on the calendar: so many visits, so far apart, beginning on the first day on
// which the rules have nothing against it. It is a wish that every later visit is checked against
// anew; a date in it permits nothing.

import { type Day, day } from '../../day.ts';
import { spacingOf } from '../../limit-row.ts';
import type { Skin } from '../../plan.ts';
import { ok, refuse, type Result } from '../../../../protocol/result.ts';
import { nextVisit, type SeriesFacts } from './next-visit.ts';
import { MAINTENANCE_MONTHS, scheduleOf } from './schedule.ts';

/** What a series is asked with; what is undefined is taken from the schedule of the areas. */
export interface SeriesAsked {
  readonly skins: readonly Skin[];
  readonly visits: number | undefined;
  readonly everyDays: number | undefined;
}

/** One visit of a series, with the skin that is due on it. */
export interface SeriesVisit {
  readonly number: number;
  readonly on: Day;
  readonly skins: readonly Skin[];
}

/** A series. */
export interface Series {
  readonly visits: readonly SeriesVisit[];
  readonly everyDays: number;
  /** One visit refreshes it between these two days. */
  readonly maintenance: { readonly from: Day; readonly until: Day };
}

/** Why a series cannot be laid out. */
export type SeriesRefusal =
  | { readonly code: 'no-area' }
  | { readonly code: 'closed'; readonly skin: Skin }
  | { readonly code: 'visits-out-of-range'; readonly asked: number; readonly least: number;
      readonly most: number }
  | { readonly code: 'too-close'; readonly asked: number; readonly allowed: number };

const MONTH_DAYS = 30.4375;
const months = (count: number): number => Math.round(count * MONTH_DAYS);

const VISITS_LEAST = 3;

function rangeOf(skins: readonly Skin[]): { readonly usual: number; readonly most: number } {
  const all = skins.map(({ area }) => scheduleOf(area).visits);
  return {
    usual: Math.max(...all.map(({ usual }) => usual)),
    most: Math.max(...all.map(({ most }) => most)),
  };
}

function numbersOf(
  facts: SeriesFacts,
  { skins, visits, everyDays }: SeriesAsked,
): Result<{ readonly count: number; readonly every: number }, SeriesRefusal> {
  const { usual, most } = rangeOf(skins);
  const count = visits ?? usual;
  if (!Number.isInteger(count) || count < VISITS_LEAST || count > most) {
    return refuse({ code: 'visits-out-of-range', asked: count, least: VISITS_LEAST, most });
  }
  // Areas of one series come together, so the slowest of them sets the pace.
  const allowed = Math.max(
    ...skins.map((skin) => spacingOf(facts.profile, skin).refusedUnderDays),
  );
  const wished = Math.max(...skins.map(({ area }) => scheduleOf(area).everyDays));
  const every = everyDays ?? wished;
  const isWhole = Number.isInteger(every);
  return isWhole && every >= allowed
    ? ok({ count, every })
    : refuse({ code: 'too-close', asked: every, allowed });
}

/** Lays out a series. */
export function planSeries(
  facts: SeriesFacts,
  asked: SeriesAsked,
): Result<Series, SeriesRefusal> {
  const { skins } = asked;
  if (skins.length === 0) return refuse({ code: 'no-area' });
  const starts: Day[] = [];
  for (const skin of skins) {
    const next = nextVisit(facts, skin);
    if (next.kind === 'closed') return refuse({ code: 'closed', skin });
    starts.push(next.earliest);
  }
  const numbers = numbersOf(facts, asked);
  if (!numbers.ok) return numbers;
  const { count, every } = numbers.value;
  const first = Math.max(...starts);
  const visits = Array.from({ length: count }, (_, index): SeriesVisit => ({
    number: index + 1, on: day(first + index * every), skins,
  }));
  const last = first + (count - 1) * every;
  const { least, most } = MAINTENANCE_MONTHS;
  return ok({
    visits,
    everyDays: every,
    maintenance: { from: day(last + months(least)), until: day(last + months(most)) },
  });
}
