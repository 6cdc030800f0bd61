// How long ago the same skin was treated. The same day is one visit: it goes on with what is left
// of its budget. Another day inside the interval is refused, and the days after it are reduced.

import type { SpentArea } from './budget-spent.ts';
import type { PastVisit } from './case-file.ts';
import type { Day } from './day.ts';
import type { Spacing } from './limit-profile.ts';
import type { Skin } from './plan.ts';

/** What the last treatment of an area means for today. */
export type Interval =
  | { readonly kind: 'free' }
  | { readonly kind: 'warned'; readonly days: number }
  | { readonly kind: 'reduced'; readonly days: number }
  | { readonly kind: 'refused'; readonly days: number };

const isSameSkin = (visit: PastVisit, planned: Skin): boolean =>
  visit.areas.some(({ area, side }) => area === planned.area && side === planned.side);

/** The days on which an area was treated, as case file and journal know them together. */
export function treatedOn(
  planned: Skin,
  visits: readonly PastVisit[],
  spent: SpentArea | undefined,
): readonly Day[] {
  const told = visits.filter((visit) => isSameSkin(visit, planned)).map((visit) => visit.on);
  return [...told, ...(spent?.treatedOn ?? [])];
}

/** Judges the spacing of an area from the newest day before today on which it was treated. */
export function judgeInterval(spacing: Spacing, days: readonly Day[], today: Day): Interval {
  const before = days.filter((on) => on < today).map((on) => today - on);
  const since = Math.min(...before);
  // S-10: too soon after the newest treatment that case file or journal knows of.
  if (since < spacing.refusedUnderDays) return { kind: 'refused', days: since };
  if (since <= spacing.reducedThroughDays) return { kind: 'reduced', days: since };
  return since <= spacing.warnedThroughDays ? { kind: 'warned', days: since } : { kind: 'free' };
}

const YEAR_DAYS = 365;

/** How many visits an area has had within a year of today, today's own included. */
export const visitsInYear = (days: readonly Day[], today: Day): number =>
  new Set(days.filter((on) => on < today && today - on <= YEAR_DAYS)).size + 1;
