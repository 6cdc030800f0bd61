// Limits of a whole treatment, over all its areas and over all plans of the same day: time with
// the needles on, and punctures. The face has limits of its own inside those of the whole.

import type { AreaReview } from './area-review.ts';
import { countsAsFace } from './body-part.ts';
import type { SpentToday } from './budget-spent.ts';
import type { LimitProfile } from './limit-profile.ts';
import type { Refusal } from './refusal.ts';

/** What is left today of the limits of a whole treatment. */
export interface WholeLeft {
  readonly faceNeedleOnMs: number;
  readonly wholeNeedleOnMs: number;
  readonly facePunctures: number;
  readonly wholePunctures: number;
}

const left = (limit: number, spent: number): number => Math.max(0, limit - spent);

/** Subtracts what was spent today; a minute on the face is a minute of the whole as well. */
export function wholeLeft(profile: LimitProfile, spent: SpentToday): WholeLeft {
  const { needleOnMs, punctures } = profile;
  return {
    faceNeedleOnMs: left(needleOnMs.face, spent.faceNeedleOnMs),
    wholeNeedleOnMs: left(needleOnMs.whole, spent.faceNeedleOnMs + spent.bodyNeedleOnMs),
    facePunctures: left(punctures.face, spent.facePunctures),
    wholePunctures: left(punctures.whole, spent.facePunctures + spent.bodyPunctures),
  };
}

interface Needed {
  readonly needleOnMs: number;
  readonly punctures: number;
}

/** What an area's remaining strokes would take: rounded up, since a stroke begun is a stroke. */
function neededBy(review: AreaReview, needleCount: number): Needed {
  const { limit, left: remaining } = review;
  if (limit === undefined || remaining === undefined) return { needleOnMs: 0, punctures: 0 };
  const needleOnMs = Math.ceil((remaining.strokes * 100 * 1_000) / limit.rateCentiHz);
  return { needleOnMs, punctures: remaining.strokes * needleCount };
}

const sum = (needs: readonly Needed[]): Needed => ({
  needleOnMs: needs.reduce((total, need) => total + need.needleOnMs, 0),
  punctures: needs.reduce((total, need) => total + need.punctures, 0),
});

function over(
  code: Refusal['code'],
  item: 'face' | 'whole',
  asked: number,
  allowed: number,
): readonly Refusal[] {
  return asked > allowed ? [{ code, item, asked, allowed }] : [];
}

/** Refuses a plan that, all areas taken together, is too long or too much for one day. */
export function wholeRefusals(
  reviews: readonly AreaReview[],
  remaining: WholeLeft,
  needleCount: number,
): readonly Refusal[] {
  const facial = reviews.filter(({ planned }) => countsAsFace(planned.area));
  const face = sum(facial.map((review) => neededBy(review, needleCount)));
  const whole = sum(reviews.map((review) => neededBy(review, needleCount)));
  const [long, many] = ['treatment-too-long', 'treatment-too-many-punctures'] as const;
  return [
    ...over(long, 'face', face.needleOnMs, remaining.faceNeedleOnMs),
    // S-09: refused before anything begins; control meters the same limits again.
    ...over(long, 'whole', whole.needleOnMs, remaining.wholeNeedleOnMs),
    ...over(many, 'face', face.punctures, remaining.facePunctures),
    ...over(many, 'whole', whole.punctures, remaining.wholePunctures),
  ];
}
