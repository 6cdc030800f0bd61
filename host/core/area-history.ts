// What has been done to the same skin before, as case file and journal know it together: too short
// an interval, a red flag, a budget already spent. The same day continues; it never begins anew.

import type { AdmissionFacts } from './admission-facts.ts';
import type { BudgetLeft, SpentArea } from './budget-spent.ts';
import { knownVisits } from './case-file.ts';
import { type Interval, judgeInterval, treatedOn, visitsInYear } from './interval.ts';
import { spacingOf } from './limit-row.ts';
import type { BudgetKey, PlannedArea, Skin } from './plan.ts';
import type { Notice, Refusal } from './refusal.ts';

/** What is looked at of earlier treatments. */
export type HistoryFacts = Pick<AdmissionFacts, 'today' | 'profile' | 'caseFile' | 'spent'>;

/** What the journal knows of one piece of skin, or undefined when it never saw it. */
export function spentOf(facts: HistoryFacts, key: BudgetKey): SpentArea | undefined {
  return facts.spent === 'unknown' ? undefined : facts.spent.areas[key];
}

/** What one piece of skin received today, or undefined when nothing. */
export const spentToday = (facts: HistoryFacts, key: BudgetKey): SpentArea | undefined => {
  const spent = spentOf(facts, key);
  return spent?.treatedOn.includes(facts.today) === true ? spent : undefined;
};

/** What earlier treatments of the same skin have against a new one. */
export function historyRefusals(
  facts: HistoryFacts,
  planned: Skin,
  key: BudgetKey,
): readonly Refusal[] {
  const { area, side } = planned;
  const spent = spentOf(facts, key);
  const visits = knownVisits(facts.caseFile).filter((visit) =>
    visit.areas.some((treated) => treated.area === area && treated.side === side),
  );
  const isAhead = (spent?.treatedOn ?? []).some((on) => on > facts.today);
  const isToday = visits.some((visit) => visit.on === facts.today);
  const checks: readonly (readonly [boolean, Refusal])[] = [
    [visits.some((visit) => visit.redFlag !== 'no'), { code: 'red-flag', area, side }],
    [
      isToday && spentToday(facts, key) === undefined,
      { code: 'treated-today-unaccounted', area, side },
    ],
    [isAhead, { code: 'date-in-future', area, side }],
  ];
  return checks.filter(([holds]) => holds).map(([, refusal]) => refusal);
}

/** How long ago the same skin was treated, judged. */
export function intervalOf(facts: HistoryFacts, planned: Skin, key: BudgetKey): Interval {
  const days = treatedOn(planned, knownVisits(facts.caseFile), spentOf(facts, key));
  return judgeInterval(spacingOf(facts.profile, planned), days, facts.today);
}

/** The refusal of an area that was treated too few days ago. */
export function intervalRefusals(
  facts: HistoryFacts,
  planned: Skin,
  interval: Interval,
): readonly Refusal[] {
  if (interval.kind !== 'refused') return [];
  const { area, side } = planned;
  const allowed = spacingOf(facts.profile, planned).refusedUnderDays;
  return [{ code: 'interval-too-short', area, side, asked: interval.days, allowed }];
}

/** What today's earlier treatment of the same skin has against this one. */
export function spentRefusals(
  planned: PlannedArea,
  spent: SpentArea | undefined,
  left: BudgetLeft | undefined,
): readonly Refusal[] {
  const { area, side } = planned;
  if (spent === undefined) return [];
  const grew = planned.sizeMm2 > spent.sizeMm2;
  const size = { asked: planned.sizeMm2, allowed: spent.sizeMm2 };
  const isNothingLeft =
    left !== undefined && (left.strokes < 1 || left.passes < 1 || left.contactMs < 1);
  return [
    ...(grew ? [{ code: 'size-grew', area, side, ...size } as const] : []),
    ...(isNothingLeft ? [{ code: 'budget-spent', area, side } as const] : []),
  ];
}

/** What should be known about the history of an area that may be treated. */
export function historyNotices(
  facts: HistoryFacts,
  planned: Skin,
  key: BudgetKey,
  interval: Interval,
): readonly Notice[] {
  const { area, side } = planned;
  const days = treatedOn(planned, knownVisits(facts.caseFile), spentOf(facts, key));
  const visits = visitsInYear(days, facts.today);
  const allowed = facts.profile.spacing.visitsPerYearWarned;
  const isShort = interval.kind === 'reduced' || interval.kind === 'warned';
  const many: Notice = { code: 'many-visits', area, side, asked: visits, allowed };
  return [
    ...(isShort ? [{ code: 'interval-short', area, side, asked: interval.days } as const] : []),
    ...(visits > allowed ? [many] : []),
  ];
}
