// What is against a plan that somebody wrote: it must be one that this pen can do, that the
// mathematics can make something of, and that leaves no band of depths unmeasured.

import { LOW_DEPTH_UM_MAX } from './class-limits.ts';
import { POINTS_MIN, SEATINGS_MIN } from './effects.ts';
import type { CalibrationPlan, Reach } from './plan.ts';

/** One thing against a plan. */
export type PlanFault =
  | { readonly code: 'not-rising'; readonly commandedUm: number }
  | { readonly code: 'off-step'; readonly commandedUm: number; readonly depthStepUm: number }
  | {
      readonly code: 'depth-out-of-reach';
      readonly commandedUm: number;
      readonly from: number;
      readonly to: number;
    }
  | { readonly code: 'too-few-points'; readonly points: number; readonly needed: number }
  | { readonly code: 'band-unmeasured'; readonly band: 'shallow' | 'deep' }
  | { readonly code: 'too-few-seatings'; readonly seatings: number; readonly needed: number }
  | { readonly code: 'no-rates' }
  | {
      readonly code: 'rate-out-of-reach';
      readonly rateCentiHz: number;
      readonly from: number;
      readonly to: number;
    }
  | { readonly code: 'named-twice'; readonly what: 'rate' | 'force'; readonly value: number }
  | { readonly code: 'no-force-sensor' };

/** What a pen can do, and feel. */
export interface PlanReach extends Reach {
  readonly sensesForce: boolean;
}

/** Everything against a plan, for a pen of this reach. */
export const planFaults = (plan: CalibrationPlan, reach: PlanReach): readonly PlanFault[] => [
  ...depthFaults(plan.pointsUm, reach),
  ...(plan.seatings < SEATINGS_MIN
    ? [{ code: 'too-few-seatings', seatings: plan.seatings, needed: SEATINGS_MIN } as const]
    : []),
  ...(plan.ratesCentiHz.length === 0 ? [{ code: 'no-rates' } as const] : []),
  ...rateFaults(plan.ratesCentiHz, reach),
  ...rateFaults(plan.overshootRatesCentiHz, reach),
  ...twice(plan.ratesCentiHz, 'rate'),
  ...twice(plan.overshootRatesCentiHz, 'rate'),
  ...twice(plan.forcesMn ?? [], 'force'),
  ...(plan.forcesMn !== undefined && !reach.sensesForce
    ? [{ code: 'no-force-sensor' } as const]
    : []),
];

function depthFaults(pointsUm: readonly number[], reach: PlanReach): readonly PlanFault[] {
  const { depthUmMin: from, depthUmMax: to, depthStepUm } = reach;
  const each = pointsUm.flatMap((commandedUm, index): readonly PlanFault[] => {
    const before = pointsUm[index - 1];
    return [
      ...(before !== undefined && commandedUm <= before
        ? [{ code: 'not-rising', commandedUm } as const]
        : []),
      ...(commandedUm < from || commandedUm > to
        ? [{ code: 'depth-out-of-reach', commandedUm, from, to } as const]
        : []),
      ...(commandedUm % depthStepUm === 0
        ? []
        : [{ code: 'off-step', commandedUm, depthStepUm } as const]),
    ];
  });
  const { length: points } = pointsUm;
  const isShallow = pointsUm.some((um) => um <= LOW_DEPTH_UM_MAX);
  const isDeep = pointsUm.some((um) => um > LOW_DEPTH_UM_MAX);
  return [
    ...each,
    ...(points < POINTS_MIN
      ? [{ code: 'too-few-points', points, needed: POINTS_MIN } as const]
      : []),
    ...(isShallow ? [] : [{ code: 'band-unmeasured', band: 'shallow' } as const]),
    ...(isDeep ? [] : [{ code: 'band-unmeasured', band: 'deep' } as const]),
  ];
}

const rateFaults = (
  rates: readonly number[],
  { rateCentiHzMin: from, rateCentiHzMax: to }: PlanReach,
): readonly PlanFault[] =>
  rates
    .filter((rateCentiHz) => rateCentiHz < from || rateCentiHz > to)
    .map((rateCentiHz) => ({ code: 'rate-out-of-reach', rateCentiHz, from, to }));

const twice = (values: readonly number[], what: 'rate' | 'force'): readonly PlanFault[] =>
  values
    .filter((value, index) => values.indexOf(value) < index)
    .map((value) => ({ code: 'named-twice', what, value }));

const hz = (centiHz: number): string => `${(centiHz / 100).toFixed(1)} Hz`;

/** One of them as a sentence, with what to do. */
export function sayPlanFault(fault: PlanFault): string {
  switch (fault.code) {
    case 'not-rising':
      return `In pointsUm, ${fault.commandedUm} um does not rise; write each depth once, rising.`;
    case 'off-step':
      return `${fault.commandedUm} um is not one of this pen's steps of ${fault.depthStepUm} um; `
        + 'take one that is.';
    case 'depth-out-of-reach':
      return `${fault.commandedUm} um is not within the ${fault.from} to ${fault.to} um of this `
        + 'pen; take it out.';
    case 'too-few-points':
      return `${fault.points} depths are too few; name ${fault.needed} or more.`;
    case 'band-unmeasured':
      return fault.band === 'shallow'
        ? 'No depth is 500 um or less; name one, or nothing is known there.'
        : 'No depth is more than 500 um; name one, or nothing is known there.';
    case 'too-few-seatings':
      return `${fault.seatings} seatings say too little of how they differ; write `
        + `${fault.needed} or more.`;
    case 'no-rates':
      return 'No rate is measured, and without one there is no class; name one in ratesCentiHz.';
    case 'rate-out-of-reach':
      return `${hz(fault.rateCentiHz)} is not within the ${hz(fault.from)} to ${hz(fault.to)} of `
        + 'this pen; take it out.';
    case 'named-twice':
      return fault.what === 'rate'
        ? `${hz(fault.value)} is named twice; once is enough.`
        : `${fault.value} mN is named twice; once is enough.`;
    case 'no-force-sensor':
      return 'The plan measures force and this pen has no sensor of it; take forcesMn out.';
  }
}
