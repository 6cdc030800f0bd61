// The plan as it is being made: pure changes of a draft, and its two ways out, as a plan for the
// core and as the bytes of a plan file. Nothing is judged here, and nothing is clamped.

import { centiHz, mm2, um } from '../../protocol/units.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { type AreaName, isSideOf, type Side } from '../../protocol/area.ts';
import type { Plan, PlannedArea } from '../../host/core/plan.ts';
import type { DeskRefusal } from '../contract/desk-refusal.ts';
import type { DraftArea, PlanDraft } from '../contract/plan.ts';
import type { Asked } from '../contract/request.ts';

/** Which area and side. */
export interface Where {
  readonly area: AreaName;
  readonly side: Side;
}

type Change = Extract<Asked, { readonly kind: 'change-area' }>['change'];
type Drafted = Result<PlanDraft, readonly DeskRefusal[]>;

/** More than a plan file takes. */
const AREAS_MAX = 40;

const isAt = (one: Where, other: Where): boolean =>
  one.area === other.area && one.side === other.side;

const no = (code: DeskRefusal['code'], { area, side }: Where): Drafted =>
  refuse([{ code, item: `${area}/${side}` }]);

/** A draft that asks for nothing yet. */
export const emptyDraft = (planId: string, person: string): PlanDraft =>
  ({ planId, person, areas: [] });

/** Adds an area with what is suggested for it. */
export function addArea(draft: PlanDraft, added: DraftArea): Drafted {
  if (!isSideOf(added.area, added.side)) return no('side-not-possible', added);
  if (draft.areas.some((one) => isAt(one, added))) return no('area-planned-already', added);
  if (draft.areas.length >= AREAS_MAX) return no('areas-too-many', added);
  return ok({ ...draft, areas: [...draft.areas, added] });
}

/** Changes what is asked for an area; a reason or an indication of null is taken away. */
export function changeArea(draft: PlanDraft, where: Where, change: Change): Drafted {
  if (!draft.areas.some((one) => isAt(one, where))) return no('area-not-planned', where);
  const areas = draft.areas.map((one) => (isAt(one, where) ? changed(one, change) : one));
  return ok({ ...draft, areas });
}

function changed(one: DraftArea, change: Change): DraftArea {
  const { indication, reason } = change;
  return {
    area: one.area,
    side: one.side,
    sizeMm2: change.sizeMm2 ?? one.sizeMm2,
    depthUm: change.depthUm ?? one.depthUm,
    rateCentiHz: change.rateCentiHz ?? one.rateCentiHz,
    passes: change.passes ?? one.passes,
    eyeProtection: change.eyeProtection ?? one.eyeProtection,
    indication: indication === undefined ? one.indication : (indication ?? undefined),
    reason: reason === undefined ? one.reason : (reason ?? undefined),
  };
}

/** Takes an area out. */
export function removeArea(draft: PlanDraft, where: Where): Drafted {
  const areas = draft.areas.filter((one) => !isAt(one, where));
  return areas.length === draft.areas.length
    ? no('area-not-planned', where)
    : ok({ ...draft, areas });
}

/** Moves an area to another place in the order. */
export function moveArea(draft: PlanDraft, where: Where, to: number): Drafted {
  const moved = draft.areas.find((one) => isAt(one, where));
  if (moved === undefined) return no('area-not-planned', where);
  const others = draft.areas.filter((one) => one !== moved);
  return ok({ ...draft, areas: others.toSpliced(to, 0, moved) });
}

/** The planned area that an area of a draft is. */
export const plannedOf = (one: DraftArea): PlannedArea => ({
  area: one.area,
  side: one.side,
  sizeMm2: mm2(one.sizeMm2),
  depthUm: um(one.depthUm),
  rateCentiHz: centiHz(one.rateCentiHz),
  passes: one.passes,
  indication: one.indication,
  eyeProtection: one.eyeProtection,
  reason: one.reason,
});

/** The draft as the core looks at it. */
export const planOf = ({ planId, person, areas }: PlanDraft, operator: string): Plan =>
  ({ planId, person, operator, areas: areas.map(plannedOf) });

/** The draft as a plan file. The same draft is the same file, to the byte. */
export function planText({ planId, person, areas }: PlanDraft, operator: string): string {
  const written = areas.map((one) => ({
    area: one.area,
    side: one.side,
    sizeMm2: one.sizeMm2,
    depthUm: one.depthUm,
    rateCentiHz: one.rateCentiHz,
    passes: one.passes,
    ...(one.indication === undefined ? {} : { indication: one.indication }),
    ...(one.eyeProtection ? { eyeProtection: true } : {}),
    ...(one.reason === undefined ? {} : { reason: one.reason }),
  }));
  const file = { version: 1, planId, person, operator, areas: written };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** The draft of a plan that was read from a file. */
export const draftOf = ({ planId, person, areas }: Plan): PlanDraft => ({ planId, person, areas });
