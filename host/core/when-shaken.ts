// How deep each area of a plan would be if the pen were shaken: reckoned when the plan is admitted,
// by admission itself, so that a running treatment has the answer before it needs it and decides
// nothing by its own lights.

import type { Micrometres } from '../../protocol/units.ts';
import type { AdmissionFacts } from './admission-facts.ts';
import { reviewArea } from './area-review.ts';
import { depthCapUm } from './depth-cap.ts';
import type { Plan, PlannedArea } from './plan.ts';

/** What an area comes down to. */
export interface ShakenLimit {
  /** The deepest that any needle may reach. */
  readonly capUm: number;
  /** What the pen is told. */
  readonly depthUm: Micrometres;
}

/** For every area of a plan, in its order; undefined where it is not needled then. */
export const whenShaken = (
  { person, areas }: Plan,
  facts: AdmissionFacts,
): readonly (ShakenLimit | undefined)[] => {
  const shaken = facts.shaken ?? { by: 'stall', on: undefined };
  return areas.map((planned) => shakenLimit({ ...facts, shaken }, person, planned));
};

function shakenLimit(
  facts: AdmissionFacts,
  person: string,
  planned: PlannedArea,
): ShakenLimit | undefined {
  const { refusals, limit } = reviewArea(facts, person, planned);
  const isClosed = refusals.some(({ code }) => code === 'eye-calibration-shaken');
  return isClosed || limit === undefined
    ? undefined
    : { capUm: depthCapUm(limit.reasons), depthUm: limit.depthUm };
}
