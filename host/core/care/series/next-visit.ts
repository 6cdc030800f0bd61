// When the same skin may be treated again, and why not sooner. The rules are those of admission,
// asked of a day to come; nothing here has a number of its own. What is allowed here still has to
// pass admission on the day, which knows the pen, the plan and that day's answers besides.

import {
  type HistoryFacts,
  historyRefusals,
  intervalOf,
  intervalRefusals,
  spentOf,
} from '../../area-history.ts';
import { isEyeArea } from '../../body-part.ts';
import { isFirstVisit, knownVisits } from '../../case-file.ts';
import { type Day, day } from '../../day.ts';
import { faceHealedWell } from '../../eye-rules.ts';
import { treatedOn } from '../../interval.ts';
import { spacingOf } from '../../limit-row.ts';
import { budgetKey, type Skin } from '../../plan.ts';
import type { Refusal } from '../../refusal.ts';
import { isSideOf } from '../../../../protocol/area.ts';
import { scheduleOf } from './schedule.ts';

/** The facts that a series is looked at with; `person` names whose skin it is. */
export interface SeriesFacts extends HistoryFacts {
  readonly person: string;
}

/** What is known of the next visit of one piece of skin. */
export type NextVisit =
  /** It may be treated from a day on, if nothing changes until then. */
  | {
      readonly kind: 'from';
      readonly earliest: Day;
      readonly recommended: Day;
      /** Why not today; empty if today is the day. */
      readonly because: readonly Refusal[];
      readonly isFirstVisit: boolean;
      /** Through which day a treatment would be reduced or warned of; undefined if it would not. */
      readonly cautiousThrough: Day | undefined;
    }
  /** No passing of time opens it; somebody has to do something first. */
  | { readonly kind: 'closed'; readonly because: readonly Refusal[] };

const isBlocked = ({ profile }: SeriesFacts, { area, side }: Skin): boolean => {
  const row = profile.rows.find((one) => one.area === area);
  return row === undefined || row.depthUm.max === 0 || row.passesMax === 0 || !isSideOf(area, side);
};

const isAhead = (facts: SeriesFacts): boolean => {
  const days = knownVisits(facts.caseFile).flatMap((visit) => [
    visit.on, visit.followUpOn ?? visit.on,
  ]);
  return days.some((on) => on > facts.today);
};

/** Everything in a person's history that is against treating some skin on the day of the facts. */
export function historyAgainst(facts: SeriesFacts, skin: Skin): readonly Refusal[] {
  const { area, side } = skin;
  if (facts.spent === 'unknown') return [{ code: 'budget-unknown' }];
  if (isBlocked(facts, skin)) return [{ code: 'area-blocked', area, side }];
  const key = budgetKey(facts.person, area, side);
  const isEarly = isEyeArea(area) && !faceHealedWell(facts.caseFile, facts.today);
  return [
    ...(isAhead(facts) ? [{ code: 'date-in-future' } as const] : []),
    ...historyRefusals(facts, skin, key),
    ...intervalRefusals(facts, skin, intervalOf(facts, skin, key)),
    ...(isEarly ? [{ code: 'eye-too-early', area, side } as const] : []),
  ];
}

/** Longer than any spacing that a profile may ask for. */
const HORIZON_DAYS = 400;

const onDay = (facts: SeriesFacts, count: number): SeriesFacts => ({
  ...facts, today: day(facts.today + count),
});

/** The days up to today on which some skin was treated, as chart and journal know together. */
export function treatmentsOf(facts: SeriesFacts, skin: Skin): readonly Day[] {
  const spent = spentOf(facts, budgetKey(facts.person, skin.area, skin.side));
  return treatedOn(skin, knownVisits(facts.caseFile), spent).filter((on) => on <= facts.today);
}

function newestTreatment(facts: SeriesFacts, skin: Skin): Day | undefined {
  const days = treatmentsOf(facts, skin);
  return days.length === 0 ? undefined : day(Math.max(...days));
}

/** Today's visit may still go on, but another one has the whole spacing before it. */
const justNow = ({ profile }: SeriesFacts, skin: Skin): Refusal => ({
  code: 'interval-too-short',
  area: skin.area,
  side: skin.side,
  asked: 0,
  allowed: spacingOf(profile, skin).refusedUnderDays,
});

/** When some skin may be treated next; skin that was treated today waits its whole spacing. */
export function nextVisit(facts: SeriesFacts, skin: Skin): NextVisit {
  const newest = newestTreatment(facts, skin);
  const wasToday = newest === facts.today;
  const now = [...(wasToday ? [justNow(facts, skin)] : []), ...historyAgainst(facts, skin)];
  // S-61: the first day on which the rules of admission have nothing against it.
  for (let count = wasToday ? 1 : 0; count <= HORIZON_DAYS; count += 1) {
    const then = onDay(facts, count);
    if (historyAgainst(then, skin).length === 0) return open(facts, skin, then.today, now);
  }
  return { kind: 'closed', because: now };
}

function open(
  facts: SeriesFacts,
  skin: Skin,
  earliest: Day,
  because: readonly Refusal[],
): NextVisit {
  const newest = newestTreatment(facts, skin);
  const spacing = spacingOf(facts.profile, skin);
  const wished = newest === undefined ? earliest : newest + scheduleOf(skin.area).everyDays;
  const cautious = newest === undefined ? undefined : day(newest + spacing.warnedThroughDays);
  return {
    kind: 'from',
    earliest,
    recommended: day(Math.max(earliest, wished)),
    because,
    isFirstVisit: isFirstVisit(facts.caseFile, earliest),
    cautiousThrough: cautious !== undefined && cautious >= earliest ? cautious : undefined,
  };
}
