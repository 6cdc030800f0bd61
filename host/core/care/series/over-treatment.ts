// Too much of a good thing: more visits than a year bears, and needles stacked on lasers and peels.
// It warns and does not refuse: admission warns of the same count, and screening asks for the
// procedures of the last two weeks.

import { type Day, day } from '../../day.ts';
import { visitsInYear } from '../../interval.ts';
import type { Skin } from '../../plan.ts';
import { type SeriesFacts, treatmentsOf } from './next-visit.ts';
import type { Series } from './plan-series.ts';

/** Another procedure on the same skin, told by the person. */
export interface OtherProcedure {
  readonly what: 'laser' | 'light' | 'peel' | 'radiofrequency' | 'needling-elsewhere';
  readonly on: Day;
}

/** What there is to warn of. */
export type TooMuch =
  | {
      readonly code: 'many-visits';
      readonly skin: Skin;
      readonly on: Day;
      readonly asked: number;
      readonly allowed: number;
    }
  | {
      readonly code: 'stacked';
      readonly what: OtherProcedure['what'];
      readonly on: Day;
      readonly days: number;
    };

/** Closer than this to a visit, another procedure is stacked upon it; our own proposal. */
export const STACKED_WITHIN_DAYS = 28;

function manyVisits(facts: SeriesFacts, series: Series, skin: Skin): readonly TooMuch[] {
  const allowed = facts.profile.spacing.visitsPerYearWarned;
  const before = treatmentsOf(facts, skin);
  const planned = series.visits.filter(({ skins }) => skins.includes(skin)).map(({ on }) => on);
  const over = planned
    .map((on): TooMuch & { readonly asked: number } => ({
      code: 'many-visits', skin, on, allowed, asked: visitsInYear([...before, ...planned], on),
    }))
    .filter(({ asked }) => asked > allowed);
  return over.slice(0, 1);
}

/** Everything that a series, with what went before it, has too much of. */
export function tooMuch(
  facts: SeriesFacts,
  series: Series,
  others: readonly OtherProcedure[],
): readonly TooMuch[] {
  const skins = [...new Set(series.visits.flatMap((visit) => visit.skins))];
  const stacked = others.flatMap(({ what, on }): readonly TooMuch[] => {
    const near = series.visits.find((visit) => Math.abs(visit.on - on) < STACKED_WITHIN_DAYS);
    return near === undefined
      ? []
      : [{ code: 'stacked', what, on: day(near.on), days: Math.abs(near.on - on) }];
  });
  return [...skins.flatMap((skin) => manyVisits(facts, series, skin)), ...stacked];
}
