// The depth that no needle may go beyond, picked out of the reasons of a limit: it is what a person
// is shown as the cap. What the pen may be wrong by is not part of it.

import type { LimitReason } from './limit-reason.ts';

/** The true depth that a list of reasons comes to, before the pen's own doubt is taken off. */
export function depthCapUm(reasons: readonly LimitReason[]): number {
  const bounds = reasons.filter(
    ({ quantity, rule }) =>
      quantity === 'depth' && rule !== 'calibration-uncertainty' && rule !== 'pen-step',
  );
  return bounds.length === 0 ? 0 : Math.min(...bounds.map(({ value }) => value));
}
