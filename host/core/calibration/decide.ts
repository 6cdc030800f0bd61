// The decision rule: a point is good only if its error and the whole expanded uncertainty lie
// within the limit. That is a guard band of one U on each side (ILAC-G8:09/2019, 4.2.2; proving
// conformity by ISO 14253-1:2017, clause 5), which keeps the chance of passing a pen that is in
// truth outside at 2.5 % and less. Every reason is found, not the first.

import { CLASS_LIMITS, limitsAt, RATIO_MIN, type ReachedClass } from './class-limits.ts';
import type { PointResult } from './point-result.ts';
import type { ForceSample, Instrument, OvershootSample, RateSample } from './sample.ts';

/** Why a pen is not of a class. */
export type ClassReason =
  | {
      readonly code: 'too-deep' | 'too-shallow';
      readonly commandedUm: number;
      readonly errorNm: number;
      readonly expandedNm: number;
      readonly limitNm: number;
    }
  | {
      readonly code: 'hysteresis';
      readonly commandedUm: number;
      readonly foundNm: number;
      readonly expandedNm: number;
      readonly limitNm: number;
    }
  | {
      readonly code: 'rate-off';
      readonly commandedCentiHz: number;
      readonly measuredCentiHz: number;
      readonly limitPercent: number;
    }
  | { readonly code: 'rate-unmeasured' }
  | {
      readonly code: 'force-off';
      readonly gaugeMn: number;
      readonly penMn: number;
      readonly expandedMn: number;
      readonly limitPercent: number;
    }
  | { readonly code: 'gauge-too-coarse'; readonly ratio: number; readonly needed: number }
  | { readonly code: 'overshoot-undeclared' }
  | {
      readonly code: 'overshoot-beyond-declared';
      readonly foundNm: number;
      readonly expandedNm: number;
      readonly declaredUm: number;
    };

/** What a class is decided by. */
export interface Judged {
  readonly points: readonly PointResult[];
  readonly rates: readonly RateSample[];
  readonly overshoots: readonly OvershootSample[];
  readonly forces: readonly ForceSample[];
  readonly gauge: Instrument;
  /** What the maker declares; undefined if he does not. */
  readonly overshootUm: number | undefined;
}

const NM = 1_000;

function pointReasons(of: ReachedClass, point: PointResult): readonly ClassReason[] {
  const { commandedUm, meanErrorNm: errorNm } = point;
  const { expandedNm } = point.budget;
  const { deepUm, shallowUm } = limitsAt(of, commandedUm);
  const backlashNm = CLASS_LIMITS[of].hysteresisUm * NM;
  const reasons: ClassReason[] = [];
  if (errorNm + expandedNm > deepUm * NM) {
    reasons.push({ code: 'too-deep', commandedUm, errorNm, expandedNm, limitNm: deepUm * NM });
  }
  if (errorNm - expandedNm < -shallowUm * NM) {
    const limitNm = shallowUm * NM;
    reasons.push({ code: 'too-shallow', commandedUm, errorNm, expandedNm, limitNm });
  }
  if (point.hysteresisNm + point.hysteresisExpandedNm > backlashNm) {
    reasons.push({
      code: 'hysteresis',
      commandedUm,
      foundNm: point.hysteresisNm,
      expandedNm: point.hysteresisExpandedNm,
      limitNm: backlashNm,
    });
  }
  return reasons;
}

function rateReasons(of: ReachedClass, rates: readonly RateSample[]): readonly ClassReason[] {
  if (rates.length === 0) return [{ code: 'rate-unmeasured' }];
  const { ratePercent: limitPercent } = CLASS_LIMITS[of];
  return rates.flatMap(({ commandedCentiHz, measuredCentiHz, expandedCentiHz }) => {
    const worst = Math.abs(measuredCentiHz - commandedCentiHz) + expandedCentiHz;
    return worst * 100 > commandedCentiHz * limitPercent
      ? [{ code: 'rate-off', commandedCentiHz, measuredCentiHz, limitPercent } as const]
      : [];
  });
}

/** Nobody has to measure force; what was measured has to be within the class. */
function forceReasons(of: ReachedClass, forces: readonly ForceSample[]): readonly ClassReason[] {
  const { forcePercent: limitPercent } = CLASS_LIMITS[of];
  return forces.flatMap(({ gaugeMn, penMn, expandedMn }) =>
    (Math.abs(penMn - gaugeMn) + expandedMn) * 100 > gaugeMn * limitPercent
      ? [{ code: 'force-off', gaugeMn, penMn, expandedMn, limitPercent } as const]
      : []);
}

/** The tolerance over the gauge's own expanded uncertainty, at the tightest point of a class. */
export function testUncertaintyRatio(of: ReachedClass, gauge: Instrument): number {
  const expandedNm = 2 * Math.hypot(gauge.expandedNm / gauge.k, gauge.resolutionNm / Math.sqrt(12));
  return (CLASS_LIMITS[of].low.deepUm * NM) / expandedNm;
}

function gaugeReasons(of: ReachedClass, gauge: Instrument): readonly ClassReason[] {
  const ratio = testUncertaintyRatio(of, gauge);
  return ratio < RATIO_MIN ? [{ code: 'gauge-too-coarse', ratio, needed: RATIO_MIN }] : [];
}

function overshootReasons(of: ReachedClass, judged: Judged): readonly ClassReason[] {
  const { overshootUm: declaredUm, overshoots } = judged;
  // An overshoot that nobody declared cannot be subtracted, so nothing fine may rest on it.
  if (declaredUm === undefined) return of === 'P' ? [{ code: 'overshoot-undeclared' }] : [];
  return overshoots.flatMap(({ overshootNm: foundNm, expandedNm }) =>
    foundNm + expandedNm > declaredUm * NM
      ? [{ code: 'overshoot-beyond-declared', foundNm, expandedNm, declaredUm } as const]
      : [],
  );
}

/** Everything that keeps a pen from a class; nothing means that it has it. */
export const reasonsAgainst = (of: ReachedClass, judged: Judged): readonly ClassReason[] => [
  ...judged.points.flatMap((point) => pointReasons(of, point)),
  ...rateReasons(of, judged.rates),
  ...gaugeReasons(of, judged.gauge),
  ...overshootReasons(of, judged),
  ...forceReasons(of, judged.forces),
];
