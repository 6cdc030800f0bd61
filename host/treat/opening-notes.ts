// The lines with which a treatment begins or goes on: who delivers which plan to whom, under which
// limits, and under which sign-in.

import type { AdmittedPlan } from '../core/admit.ts';
import type { Plan } from '../core/plan.ts';
import type { EntryOf, NoteGiven } from '../journal/index.ts';
import type { LoadedProfile } from '../profile/base-profile.ts';

/** A treatment that was opened. */
export type Opened = EntryOf<'treatment-opened'>;

/** What of a wish stands in its first line. */
export interface Opening {
  readonly plan: Pick<Plan, 'operator'>;
  readonly planHash: string;
  readonly caseFileHash: string | undefined;
  readonly profile: Pick<LoadedProfile, 'sha256'>;
  readonly signInId?: string | undefined;
}

/** The line of a treatment that is gone on with. */
export const resumedNote = ({ treatmentId }: Opened, { plan, signInId }: Opening): NoteGiven => ({
  kind: 'treatment-resumed',
  treatmentId,
  by: plan.operator,
  ...(signInId === undefined ? {} : { signInId }),
});

/** The line of a treatment that begins. */
export const openedNote = (
  { plan, areas, profileId }: AdmittedPlan,
  wish: Opening,
  treatmentId: string,
): NoteGiven => ({
  kind: 'treatment-opened',
  treatmentId,
  person: plan.person,
  operator: plan.operator,
  ...(wish.signInId === undefined ? {} : { signInId: wish.signInId }),
  planHash: wish.planHash,
  plan: {
    planId: plan.planId,
    areas: areas.map(({ planned, limit, left }) => ({
      area: planned.area,
      side: planned.side,
      sizeMm2: planned.sizeMm2,
      depthUm: limit.depthUm,
      rateCentiHz: limit.rateCentiHz,
      passes: limit.passes,
      strokesPerPass: limit.strokesPerPass,
      strokesTotal: Math.min(limit.strokesTotal, left.strokes),
      contactMs: left.contactMs,
      ...(planned.indication === undefined ? {} : { indication: planned.indication }),
    })),
  },
  profileId,
  profileHash: wish.profile.sha256,
  ...(wish.caseFileHash === undefined ? {} : { caseFileHash: wish.caseFileHash }),
});
