// What the table allows one area of one person today, before any pen is asked: row, modifiers,
// mechanical maximum. It is what a plan can be checked against without a pen in the room.

import type { AdmissionFacts } from './admission-facts.ts';
import { type CaseFile, isFirstVisit } from './case-file.ts';
import type { Day } from './day.ts';
import { type DepthLimit, meetDepth, type RecommendedRule, tableDepth } from './depth-limit.ts';
import {
  densityLimit,
  type NumberLimit,
  passesLimit,
  type RecommendedDensityRule,
} from './dose-limit.ts';
import type { Interval } from './interval.ts';
import type { LimitRow, Modifier } from './limit-profile.ts';
import type { ModifierId } from './limit-reason.ts';
import { applying, personModifiers } from './modifiers.ts';
import { calibrationDoubts } from './pen-rules.ts';
import type { PlannedArea } from './plan.ts';

/** Depth, passes and density of one area before pen and plan are met. */
export interface AreaTable {
  readonly depth: DepthLimit;
  readonly passes: NumberLimit;
  /** What the table allows at most: spot, dwell and contact time follow from it. */
  readonly densityCap: NumberLimit;
  /** What this plan may lay, the recommendation unless it gives a reason for more. */
  readonly density: NumberLimit;
}

/** The reductions that apply to an area: the person's, and that of coming back early. */
export function modifiersFor(facts: AdmissionFacts, interval: Interval): readonly Modifier[] {
  const ids = new Set<ModifierId>(personModifiers(facts.caseFile, facts.today));
  if (interval.kind === 'reduced') ids.add('early-interval');
  return applying(facts.profile.modifiers, ids);
}

const firstVisit = (caseFile: CaseFile | undefined, today: Day): readonly 'first-visit'[] =>
  isFirstVisit(caseFile, today) ? ['first-visit'] : [];

function depthRules(facts: AdmissionFacts): readonly RecommendedRule[] {
  const first = firstVisit(facts.caseFile, facts.today);
  // S-31: out of date or shaken, the pen works to the recommendation of the row and no deeper.
  return [...first, ...calibrationDoubts(facts)];
}

const unexplained = (planned: PlannedArea): readonly RecommendedDensityRule[] =>
  planned.reason === undefined ? ['no-recorded-reason'] : [];

/** The table's answer for a planned area. */
export function areaTable(
  facts: AdmissionFacts,
  planned: PlannedArea,
  row: LimitRow,
  interval: Interval,
): AreaTable {
  const modifiers = modifiersFor(facts, interval);
  const first = firstVisit(facts.caseFile, facts.today);
  const mechanical = facts.profile.mechanicalUmMax.value;
  return {
    depth: meetDepth(tableDepth(row, depthRules(facts), modifiers), [
      { rule: 'mechanical-maximum', value: mechanical },
    ]),
    passes: passesLimit(row, modifiers),
    densityCap: densityLimit(row, first, modifiers),
    density: densityLimit(row, [...first, ...unexplained(planned)], modifiers),
  };
}
