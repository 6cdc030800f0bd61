// How a pen drifts from one calibration to the next, and what that means for the time until the
// next one. From as-left to the following as-found nothing was adjusted: what changed there is the
// pen. Control chart and staircase are methods 2 and 1 of ILAC-G24:2022 / OIML D 10:2022 (6.3,
// 6.2); where the line is drawn, half a guard band, is a proposal of ours, grade D.

import type { Certificate } from '../certificate/certificate-shape.ts';
import type { CertifiedFigures, CertifiedPoint } from '../certificate/figures-shape.ts';
import { VALID_DAYS } from '../calibration/validity.ts';

/** What changed at one depth between two calibrations. */
export interface PointDrift {
  readonly commandedUm: number;
  readonly changedNm: number;
}

/** What changed between two calibrations. */
export interface Drift {
  readonly fromId: string;
  readonly toId: string;
  readonly days: number;
  readonly points: readonly PointDrift[];
  /** The depth that changed most. */
  readonly worst: PointDrift;
}

/** What is advised for the time until the next calibration. */
export type IntervalAdvice =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'keep'; readonly days: number }
  | {
      readonly kind: 'shorten';
      readonly days: number;
      readonly because: 'found-out' | 'drift';
    };

/** Shorter than this a pen is repaired and not calibrated again (grade D). */
export const INTERVAL_DAYS_MIN = 28;

/** The last series of a certificate that was evaluated: how the pen was when it went away. */
export const leftAs = ({ asFound, asLeft }: Certificate): CertifiedFigures | undefined =>
  asLeft.kind === 'evaluated' ? asLeft : asFound.kind === 'evaluated' ? asFound : undefined;

const foundAs = ({ asFound }: Certificate): CertifiedFigures | undefined =>
  asFound.kind === 'evaluated' ? asFound : undefined;

/** What changed between one certificate and the next; undefined where they cannot be compared. */
export function driftBetween(from: Certificate, to: Certificate): Drift | undefined {
  const [left, found] = [leftAs(from), foundAs(to)];
  const days = to.issuedDay - from.issuedDay;
  if (left === undefined || found === undefined || days < 1) return undefined;
  const points = found.points.flatMap((point): readonly PointDrift[] => {
    const before = left.points.find(({ commandedUm }) => commandedUm === point.commandedUm);
    const { commandedUm, meanErrorNm } = point;
    return before === undefined
      ? []
      : [{ commandedUm, changedNm: meanErrorNm - before.meanErrorNm }];
  });
  const [worst] = points.toSorted(
    (one, other) => Math.abs(other.changedNm) - Math.abs(one.changedNm),
  );
  return worst && {
    fromId: from.certificateId, toId: to.certificateId, days, points, worst,
  };
}

/** What changed from each certificate of a chain to the next. */
export const driftsOf = (chain: readonly Certificate[]): readonly Drift[] =>
  chain.flatMap((to, index) => {
    const from = chain[index - 1];
    return (from && driftBetween(from, to)) ?? [];
  });

const pointAt = (of: CertifiedFigures, commandedUm: number): CertifiedPoint | undefined =>
  of.points.find((point) => point.commandedUm === commandedUm);

/** Days until the fastest depth has used half of its guard band, at the pace it has had. */
function daysOfDrift(drift: Drift, now: CertifiedFigures): number {
  const days = drift.points.flatMap(({ commandedUm, changedNm }) => {
    const guardNm = pointAt(now, commandedUm)?.expandedNm;
    if (guardNm === undefined || changedNm === 0) return [];
    return [Math.floor((guardNm / 2 / Math.abs(changedNm)) * drift.days)];
  });
  return Math.min(...days, Number.MAX_SAFE_INTEGER);
}

/** What is advised for a pen with these certificates, oldest first. */
export function intervalAdvice(chain: readonly Certificate[]): IntervalAdvice {
  const newest = chain.at(-1);
  const drift = driftsOf(chain).at(-1);
  const now = newest && leftAs(newest);
  if (newest === undefined || drift === undefined || now === undefined) return { kind: 'unknown' };
  // Staircase: found out of its class, a pen is seen again after half the time that it was away.
  const claimed = newest.before?.class;
  const isOut = newest.asFound.kind === 'evaluated'
    && (newest.asFound.class === 'fail' || (claimed === 'P' && newest.asFound.class === 'S'));
  const outDays = isOut ? Math.floor(drift.days / 2) : Number.MAX_SAFE_INTEGER;
  const days = Math.min(outDays, daysOfDrift(drift, now), VALID_DAYS);
  if (days >= VALID_DAYS) return { kind: 'keep', days: VALID_DAYS };
  const because = outDays <= days ? 'found-out' : 'drift';
  return { kind: 'shorten', days: Math.max(INTERVAL_DAYS_MIN, days), because };
}
