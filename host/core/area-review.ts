// One planned area judged from every side, with all that is against it and, where nothing is in
// the way of computing it, the limit it would run on. A refusal never hides the next one.

import type { AdmissionFacts } from './admission-facts.ts';
import {
  historyNotices,
  historyRefusals,
  intervalOf,
  intervalRefusals,
  spentRefusals,
  spentToday,
} from './area-history.ts';
import { areaTable, type AreaTable } from './area-table.ts';
import { askedRefusals } from './asked.ts';
import { type BudgetLeft, budgetLeft } from './budget-spent.ts';
import { isFirstVisit } from './case-file.ts';
import { effectiveLimit, type EffectiveLimit } from './effective-limit.ts';
import type { EnergyLimit } from './energy-facts.ts';
import { reviewEnergy } from './energy-limit.ts';
import { eyeRefusals } from './eye-rules.ts';
import { chooseRow, type ChosenRow, zoneOf } from './limit-row.ts';
import { contradictionsOf } from './pen-description.ts';
import { calibrationClass } from './pen-rules.ts';
import { type BudgetKey, budgetKey, type PlannedArea } from './plan.ts';
import type { Notice, Refusal } from './refusal.ts';
import { assert } from '../../protocol/assert.ts';
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
  /** What it would have of energy; none where the plan asks for none. */
  readonly energy?: EnergyLimit | undefined;
  readonly refusals: readonly Refusal[];
  readonly notices: readonly Notice[];
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

function limitOf(
  facts: AdmissionFacts,
  planned: PlannedArea,
  chosen: ChosenRow,
  table: AreaTable,
): ReturnType<typeof effectiveLimit> | undefined {
  const { pen, profile } = facts;
  const certified = pen === undefined ? undefined : calibrationClass(pen);
  if (pen?.cartridge === undefined || certified === undefined) return undefined;
  if (contradictionsOf(pen).length > 0) return undefined; // its numbers mean nothing
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
  const energy = reviewEnergy(facts, planned, limit, spent?.energy);
  const refusals = [
    ...(energy?.refusals ?? []),
    ...indicationRefusals(facts, planned, chosen),
    ...askedRefusals(planned, chosen.row, table, zone, facts.pen),
    ...intervalRefusals(facts, planned, interval),
    ...(computed?.ok === false ? computed.error : []),
    ...spentRefusals(planned, spent, left),
  ];
  const notices = historyNotices(facts, planned, key, interval);
  const given = energy?.limit === undefined ? {} : { energy: energy.limit };
  return { planned, key, table, limit, left, ...given, refusals, notices };
}

const isWellFormed = ({ sizeMm2, depthUm, rateCentiHz, passes }: PlannedArea): boolean =>
  [sizeMm2, depthUm, rateCentiHz, passes].every((value) => Number.isInteger(value) && value > 0);

/** Judges one planned area: all that is against it, and what it would run on. */
export function reviewArea(
  facts: AdmissionFacts,
  person: string,
  planned: PlannedArea,
): AreaReview {
  const { area, side } = planned;
  assert(isWellFormed(planned), 'the door lets in only plans of positive whole numbers');
  const key = budgetKey(person, area, side);
  const chosen = chooseRow(facts.profile, planned);
  const sideRefusals: readonly Refusal[] = isSideOf(area, side)
    ? []
    : [{ code: 'side-not-possible', area, side }];
  const always = [
    ...sideRefusals,
    ...historyRefusals(facts, planned, key),
    ...eyeRefusals(planned, facts),
  ];
  if (!chosen.ok) {
    const nothing = { table: undefined, limit: undefined, left: undefined, notices: [] };
    return { planned, key, ...nothing, refusals: [chosen.error, ...always] };
  }
  const review = reviewChosen(facts, planned, key, chosen.value);
  return { ...review, refusals: [...always, ...review.refusals] };
}
