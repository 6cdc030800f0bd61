// How far a pen can still go once nobody renews its permission: the published stop bound.
// It is arithmetic over the grant, the rate and the lease, with the motor's overspeed tolerance and
// the clock's drift included, and it is what the world tests hold every stop against.

import { assert } from './assert.ts';
import { CLOCK_DRIFT_PERCENT, OVERSPEED } from './timing.ts';
import { type CentiHz, type Milliseconds, type SquareMm, strokes, type Strokes } from './units.ts';

/** Strokes that a grant can still yield after its last renewal: rounded up, never down. */
export function stopBoundStrokes(grant: {
  readonly credit: Strokes;
  readonly rateCentiHz: CentiHz;
  readonly leaseMs: Milliseconds;
}): Strokes {
  assert(
    grant.credit >= 0 && grant.rateCentiHz >= 0 && grant.leaseMs >= 0,
    'credit, rate and lease are not negative',
  );
  const numerator =
    grant.rateCentiHz * grant.leaseMs * OVERSPEED.numerator * (100 + CLOCK_DRIFT_PERCENT);
  const denominator = 100 * 1000 * OVERSPEED.denominator * 100;
  // S-13: the bound that is published: overspeed, drift and the stroke that had begun included.
  return strokes(Math.min(grant.credit, Math.ceil(numerator / denominator) + 1));
}

/** The same bound in punctures per square centimetre, should the head rest on one spot. */
export const stopBoundPuncturesPerCm2 = (
  bound: Strokes,
  needleCount: number,
  headAreaMm2: SquareMm,
): number => {
  assert(needleCount > 0 && headAreaMm2 > 0, 'a head has needles and a size');
  return Math.ceil((bound * needleCount * 100) / headAreaMm2);
};
