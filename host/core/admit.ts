// Admission: a plan against everything that is known, answered with all refusals at once or with
// the limits that the treatment runs on. There is no partial admission and no override here.

import type { AdmissionFacts } from './admission-facts.ts';
import { type AreaReview, reviewArea } from './area-review.ts';
import type { BudgetLeft } from './budget-spent.ts';
import type { EffectiveLimit } from './effective-limit.ts';
import type { EnergyLimit } from './energy-facts.ts';
import { calibrationDoubts, penRefusals } from './pen-rules.ts';
import { personRefusals } from './person-rules.ts';
import { type BudgetKey, budgetKey, type Plan, type PlannedArea } from './plan.ts';
import type { Notice, Refusal } from './refusal.ts';
import { type WholeLeft, wholeLeft, wholeRefusals } from './whole-limit.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';

/** One area of an admitted plan, with what it runs on and what is left of it today. */
export interface AdmittedArea {
  readonly key: BudgetKey;
  readonly planned: PlannedArea;
  readonly limit: EffectiveLimit;
  readonly left: BudgetLeft;
  readonly energy?: EnergyLimit;
}

/** A plan that may be treated, as long as the facts it was admitted on stay true. */
export interface AdmittedPlan {
  readonly plan: Plan;
  /** The SHA-256 of the plan file in hex, made where the file was read. */
  readonly planHash: string;
  readonly profileId: string;
  readonly areas: readonly AdmittedArea[];
  readonly whole: WholeLeft;
  readonly notices: readonly Notice[];
}

/** A plan looked at from every side, admitted or not. */
export interface PlanReview {
  readonly areas: readonly AreaReview[];
  readonly whole: WholeLeft | undefined;
  readonly refusals: readonly Refusal[];
  readonly notices: readonly Notice[];
}

function duplicates(plan: Plan): readonly Refusal[] {
  const keys = plan.areas.map(({ area, side }) => budgetKey(plan.person, area, side));
  const again = plan.areas.filter((planned, index) => {
    const key = budgetKey(plan.person, planned.area, planned.side);
    return keys.indexOf(key) < index;
  });
  return again.map(({ area, side }) => ({ code: 'duplicate-area', area, side }));
}

function wideNotices(facts: AdmissionFacts): readonly Notice[] {
  const { caseFile } = facts;
  return [
    ...(caseFile === undefined ? [{ code: 'no-case-file' } as const] : []),
    ...calibrationDoubts(facts).map((code) => ({ code })),
    ...(caseFile?.precautions ?? []).map(({ item }) => ({ code: 'precaution', item }) as const),
  ];
}

function wideRefusals(plan: Plan, facts: AdmissionFacts): readonly Refusal[] {
  const { pen, profile, today, caseFile } = facts;
  return [
    ...(profile.expiresOn < today ? [{ code: 'profile-expired' } as const] : []),
    ...(facts.spent === 'unknown' ? [{ code: 'budget-unknown' } as const] : []),
    ...personRefusals(plan.person, caseFile, profile, today),
    ...(pen === undefined ? [] : penRefusals(pen, plan.person, facts)),
    ...duplicates(plan),
  ];
}

/** Looks at a plan with or without a pen: every refusal, every notice, every computable limit. */
export function reviewPlan(plan: Plan, facts: AdmissionFacts): PlanReview {
  const areas = plan.areas.map((planned) => reviewArea(facts, plan.person, planned));
  const needleCount = facts.pen?.cartridge?.needleCount ?? 0;
  const whole = facts.spent === 'unknown' ? undefined : wholeLeft(facts.profile, facts.spent.today);
  return {
    areas,
    whole,
    refusals: [
      ...wideRefusals(plan, facts),
      ...areas.flatMap(({ refusals }) => refusals),
      ...(whole === undefined ? [] : wholeRefusals(areas, whole, needleCount)),
    ],
    notices: [...wideNotices(facts), ...areas.flatMap(({ notices }) => notices)],
  };
}

function admitted({ key, planned, limit, left, energy }: AreaReview): readonly AdmittedArea[] {
  if (limit === undefined || left === undefined) return [];
  // A plan that asks for energy is not admitted without the limits of it.
  if (planned.energy !== undefined && energy === undefined) return [];
  return [{ key, planned, limit, left, ...(energy === undefined ? {} : { energy }) }];
}

/** Admits a plan, or says everything that is against it. */
export function admit(
  plan: Plan,
  planHash: string,
  facts: AdmissionFacts,
): Result<AdmittedPlan, readonly Refusal[]> {
  const { areas: reviews, refusals, notices, whole } = reviewPlan(plan, facts);
  const noPen: readonly Refusal[] = facts.pen === undefined ? [{ code: 'pen-unknown' }] : [];
  const all = [...noPen, ...refusals];
  const areas = reviews.flatMap(admitted);
  if (all.length > 0) return refuse(all);
  // Both hold whenever nothing was refused; if ever not, the plan is not admitted in part.
  const isWhole = whole !== undefined && areas.length === reviews.length;
  if (!isWhole) return refuse([{ code: 'pen-unknown' }]);
  const { profileId } = facts.profile;
  return ok({ plan, planHash, profileId, areas, whole, notices });
}
