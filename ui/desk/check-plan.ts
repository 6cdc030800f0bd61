// What admission says of the draft as it stands, and what it would say of every area that could be
// added. All of it is the core's word, put beside the draft for a window to show.

import { AREA_NAMES, type AreaName, AREAS, isPaired, type Side } from '../../protocol/area.ts';
import type { AdmissionFacts } from '../../host/core/admission-facts.ts';
import { depthCapUm } from '../../host/core/depth-cap.ts';
import { reviewPlan } from '../../host/core/admit.ts';
import { type AreaReview, reviewArea } from '../../host/core/area-review.ts';
import { type MayAsk, mayAsk } from '../../host/core/may-ask.ts';
import type { Plan } from '../../host/core/plan.ts';
import type { Refusal, RefusalCode } from '../../host/core/refusal.ts';
import type { AreaCheck, AreaOffer, DraftArea, PlanCheck, PlanDraft } from '../contract/plan.ts';
import { plannedOf, planOf } from './draft.ts';

/** What a check looks at beside the draft; without facts there is no profile or no journal. */
export interface CheckGround {
  readonly facts: AdmissionFacts;
  readonly operator: string;
}

/** Checks the draft. */
export function checkPlan(draft: PlanDraft, { facts, operator }: CheckGround): PlanCheck {
  const plan = planOf(draft, operator);
  const { areas, refusals, notices, whole } = reviewPlan(plan, facts);
  const noPen: readonly Refusal[] = facts.pen === undefined ? [{ code: 'pen-unknown' }] : [];
  const all = [...noPen, ...refusals];
  const open = all.length === 0 && plan.areas.length > 0;
  return {
    admissible: open && areas.every(({ limit }) => limit !== undefined),
    refusals: all,
    notices,
    areas: areas.map((review) => areaCheck(review, plan, facts)),
    whole,
    notLookedAt: [
      ...(facts.pen === undefined ? ['pen' as const] : []),
      ...(facts.spent === 'unknown' ? ['journal' as const] : []),
      ...(facts.caseFile === undefined ? ['case-file' as const] : []),
    ],
  };
}

const isEye = (area: AreaName): boolean => AREAS[area].zone === 'eye';

function areaCheck(review: AreaReview, plan: Plan, facts: AdmissionFacts): AreaCheck {
  const { planned, table, limit, left, refusals, notices } = review;
  return {
    area: planned.area,
    side: planned.side,
    eye: isEye(planned.area),
    table,
    limit,
    capUm: limit === undefined ? undefined : depthCapUm(limit.reasons),
    left,
    mayAsk: mayAsk(facts, plan.person, planned),
    refusals,
    notices,
  };
}

const PLACES: readonly (readonly [AreaName, Side])[] = AREA_NAMES.flatMap((area) =>
  (isPaired(area) ? (['left', 'right'] as const) : (['midline'] as const)).map(
    (side) => [area, side] as const,
  ),
);

/** Reasons that are about what is asked, or that a later step takes away. */
const OF_THE_ASKING: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'depth-over-limit', 'depth-under-pen', 'reason-missing', 'passes-over-limit',
  'size-over-limit', 'size-too-small', 'size-grew', 'spot-too-dense', 'energy-refused',
  'rate-over-limit',
  'rate-under-pen', 'eye-protection-missing',
]);

/** Every area and side there is. */
export const areaOffers = (draft: PlanDraft, ground: CheckGround): readonly AreaOffer[] =>
  PLACES.map(([area, side]) => areaOffer(draft, ground, area, side));

/** One area that could be added: what it would be filled with, or what stands against it. */
export function areaOffer(
  { person, areas }: PlanDraft,
  { facts }: CheckGround,
  area: AreaName,
  side: Side,
): AreaOffer {
  const first = plannedOf(leastOf(area, side));
  const { refusals } = reviewArea(facts, person, first);
  const against = refusals.filter(({ code }) => !OF_THE_ASKING.has(code));
  const may = mayAsk(facts, person, first);
  return {
    area,
    side,
    eye: isEye(area),
    planned: areas.some((one) => one.area === area && one.side === side),
    suggested: may && suggestion(area, side, may),
    against,
  };
}

/** The least that can be asked, to see what stands against an area whatever is asked. */
const leastOf = (area: AreaName, side: Side): DraftArea => ({
  area, side, sizeMm2: 100, depthUm: 50, rateCentiHz: 2_000, passes: 1, eyeProtection: false,
});

/** How much skin of a zone is treated usually, to begin with (grade D); it is measured then. */
const USUAL_SIZE_MM2 = { eye: 400, thin: 600, face: 1_000, body: 2_000 } as const;
const USUAL_RATE_CENTI_HZ = 8_000;
const USUAL_PASSES = 2;

function suggestion(area: AreaName, side: Side, may: MayAsk): DraftArea {
  const { depthUm, rateCentiHz, passes, sizeMm2 } = may;
  const within = (value: number, range: { readonly min: number; readonly max: number }): number =>
    Math.max(range.min, Math.min(range.max, value));
  return {
    area,
    side,
    sizeMm2: within(USUAL_SIZE_MM2[AREAS[area].zone], sizeMm2),
    depthUm: within(Math.min(depthUm.recommended ?? depthUm.max, may.reasonAboveUm), depthUm),
    rateCentiHz: within(USUAL_RATE_CENTI_HZ, rateCentiHz),
    passes: within(USUAL_PASSES, passes),
    eyeProtection: false,
  };
}
