// One planned area judged from every side, with all that is against it and, where nothing is in
// the way of computing it, the limit it would run on. A refusal never hides the next one.

import type { AdmissionFacts } from './admission-facts.ts';
import { areaTable, type AreaTable } from './area-table.ts';
import { askedRefusals } from './asked.ts';
import { type BudgetLeft, budgetLeft, type SpentArea } from './budget-spent.ts';
import { isFirstVisit, knownVisits } from './case-file.ts';
import { effectiveLimit, type EffectiveLimit } from './effective-limit.ts';
import { eyeRefusals } from './eye-rules.ts';
import { type Interval, judgeInterval, treatedOn, visitsInYear } from './interval.ts';
import { chooseRow, type ChosenRow, spacingOf, zoneOf } from './limit-row.ts';
import { calibrationClass } from './pen-rules.ts';
import { type BudgetKey, budgetKey, type PlannedArea } from './plan.ts';
import type { Notice, Refusal } from './refusal.ts';
import { isSideOf } from '../../protocol/area.ts';

/** Everything there is to say about one planned area. */
export interface AreaReview {
  readonly planned: PlannedArea;
  readonly key: BudgetKey;
  /** What the table allows before any pen; undefined where the area has no row. */
  readonly table: AreaTable | undefined;
  /** What the area would run on; undefined while something keeps it from being computed. */
  readonly limit: EffectiveLimit | undefined;
  readonly left: BudgetLeft | undefined;
  readonly refusals: readonly Refusal[];
  readonly notices: readonly Notice[];
}

/** What the journal knows of one piece of skin, or undefined when it never saw it. */
function spentOf(facts: AdmissionFacts, key: BudgetKey): SpentArea | undefined {
  return facts.spent === 'unknown' ? undefined : facts.spent.areas[key];
}

const spentToday = (facts: AdmissionFacts, key: BudgetKey): SpentArea | undefined => {
  const spent = spentOf(facts, key);
  return spent?.lastDay === facts.today ? spent : undefined;
};

function historyRefusals(
  facts: AdmissionFacts,
  planned: PlannedArea,
  key: BudgetKey,
): readonly Refusal[] {
  const { area, side } = planned;
  const spent = spentOf(facts, key);
  const visits = knownVisits(facts.caseFile).filter((visit) =>
    visit.areas.some((treated) => treated.area === area && treated.side === side),
  );
  const isToday = visits.some((visit) => visit.on === facts.today);
  const checks: readonly (readonly [boolean, Refusal])[] = [
    [visits.some((visit) => visit.redFlag !== 'no'), { code: 'red-flag', area, side }],
    [
      isToday && spentToday(facts, key) === undefined,
      { code: 'treated-today-unaccounted', area, side },
    ],
    [spent !== undefined && spent.lastDay > facts.today, { code: 'date-in-future', area, side }],
  ];
  return checks.filter(([holds]) => holds).map(([, refusal]) => refusal);
}

function intervalOf(facts: AdmissionFacts, planned: PlannedArea, key: BudgetKey): Interval {
  const days = treatedOn(planned, knownVisits(facts.caseFile), spentOf(facts, key));
  return judgeInterval(spacingOf(facts.profile, planned), days, facts.today);
}

function intervalRefusals(
  facts: AdmissionFacts,
  planned: PlannedArea,
  interval: Interval,
): readonly Refusal[] {
  if (interval.kind !== 'refused') return [];
  const { area, side } = planned;
  const allowed = spacingOf(facts.profile, planned).refusedUnderDays;
  return [{ code: 'interval-too-short', area, side, asked: interval.days, allowed }];
}

function indicationRefusals(
  facts: AdmissionFacts,
  planned: PlannedArea,
  { indicated }: ChosenRow,
): readonly Refusal[] {
  if (indicated === undefined) return [];
  const { area, side } = planned;
  const item = indicated.indication;
  const clearances = facts.caseFile?.clearances ?? [];
  const isCleared = clearances.some((clearance) => clearance.item === item);
  const isFirst = isFirstVisit(facts.caseFile, facts.today);
  const lacksClearance = indicated.needsClearance && !isCleared;
  const isTooEarly = isFirst && !indicated.allowedOnFirstVisit;
  return [
    ...(lacksClearance ? [{ code: 'indication-needs-prescriber', area, side, item } as const] : []),
    ...(isTooEarly ? [{ code: 'indication-on-first-visit', area, side, item } as const] : []),
  ];
}

function spentRefusals(
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

function notices(
  facts: AdmissionFacts,
  planned: PlannedArea,
  key: BudgetKey,
  interval: Interval,
): readonly Notice[] {
  const { area, side } = planned;
  const days = treatedOn(planned, knownVisits(facts.caseFile), spentOf(facts, key));
  const visits = visitsInYear(days, facts.today);
  const allowed = facts.profile.spacing.visitsPerYearWarned;
  const isShort = interval.kind === 'reduced' || interval.kind === 'warned';
  return [
    ...(isShort ? [{ code: 'interval-short', area, side, asked: interval.days } as const] : []),
    ...(visits > allowed ? [{ code: 'many-visits', area, side, asked: visits, allowed } as const] : []),
  ];
}

function limitOf(
  facts: AdmissionFacts,
  planned: PlannedArea,
  chosen: ChosenRow,
  table: AreaTable,
): ReturnType<typeof effectiveLimit> | undefined {
  const { pen, profile } = facts;
  const certified = pen === undefined ? undefined : calibrationClass(pen);
  if (pen?.cartridge === undefined || certified === undefined) return undefined;
  if (pen.depthStepUm <= 0 || pen.cartridge.needleCount <= 0) return undefined;
  const { cartridge } = pen;
  const classFigure = profile.classes[certified];
  const zone = zoneOf(profile, planned);
  return effectiveLimit({ planned, row: chosen.row, table, zone, pen, cartridge, classFigure });
}

/** Judges a planned area that has a row. */
function reviewChosen(
  facts: AdmissionFacts,
  planned: PlannedArea,
  key: BudgetKey,
  chosen: ChosenRow,
): AreaReview {
  const interval = intervalOf(facts, planned, key);
  const table = areaTable(facts, planned, chosen.row, interval);
  const computed = limitOf(facts, planned, chosen, table);
  const limit = computed?.ok === true ? computed.value : undefined;
  const spent = spentToday(facts, key);
  const needleCount = facts.pen?.cartridge?.needleCount ?? 0;
  const left = limit === undefined ? undefined : budgetLeft(limit, spent, needleCount);
  const zone = zoneOf(facts.profile, planned);
  const refusals = [
    ...indicationRefusals(facts, planned, chosen),
    ...askedRefusals(planned, chosen.row, table, zone, facts.pen),
    ...intervalRefusals(facts, planned, interval),
    ...(computed?.ok === false ? computed.error : []),
    ...spentRefusals(planned, spent, left),
  ];
  return { planned, key, table, limit, left, refusals, notices: notices(facts, planned, key, interval) };
}

/** Judges one planned area: all that is against it, and what it would run on. */
export function reviewArea(facts: AdmissionFacts, person: string, planned: PlannedArea): AreaReview {
  const { area, side } = planned;
  const key = budgetKey(person, area, side);
  const chosen = chooseRow(facts.profile, planned);
  const sideRefusals: readonly Refusal[] = isSideOf(area, side)
    ? []
    : [{ code: 'side-not-possible', area, side }];
  const always = [
    ...sideRefusals,
    ...historyRefusals(facts, planned, key),
    ...eyeRefusals(planned, facts.caseFile, facts.pen, facts.today),
  ];
  if (!chosen.ok) {
    const refusals = [chosen.error, ...always];
    return { planned, key, table: undefined, limit: undefined, left: undefined, refusals, notices: [] };
  }
  const review = reviewChosen(facts, planned, key, chosen.value);
  return { ...review, refusals: [...always, ...review.refusals] };
}
