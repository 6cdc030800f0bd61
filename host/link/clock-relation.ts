// How the pen's clock lies to the host's. Each answered clock question gives an interval in which
// the true offset must lie; the question with the shortest round trip gives the narrowest one, so
// the best of the recent ones is kept (Mills, RFC 5905, section 10, the clock filter). Nothing that
// moves the pen rests on it: grants are dated with the pen's own telemetry.

import { CLOCK_DRIFT_PERCENT } from '../../protocol/timing.ts';

/** What is known of the two clocks. Ages, not dates: `sampleAgeMs` grows, and makes room. */
export interface ClockRelation {
  /** Pen time minus host link age, at the best sample. */
  readonly offsetMs: number;
  readonly roundTripMs: number;
  readonly sampleAgeMs: number;
}

/** Two clocks that each drift move apart by twice that: an old sample is worth that much less. */
const DRIFT_PERCENT = 2 * CLOCK_DRIFT_PERCENT;

/** Takes a sample: the pen said `penMs`, between asking and hearing, at link age `heardAtMs`. */
export function withSample(
  relation: ClockRelation | undefined,
  sample: { readonly penMs: number; readonly heardAtMs: number; readonly roundTripMs: number },
): ClockRelation {
  if (relation !== undefined && sample.roundTripMs > uncertaintyMs(relation)) return relation;
  const askedHalfAgo = Math.floor(sample.roundTripMs / 2);
  return {
    offsetMs: sample.penMs - (sample.heardAtMs - askedHalfAgo),
    roundTripMs: sample.roundTripMs,
    sampleAgeMs: 0,
  };
}

const uncertaintyMs = (relation: ClockRelation): number =>
  relation.roundTripMs + Math.ceil((relation.sampleAgeMs * DRIFT_PERCENT) / 100);

/** Lets a relation grow older. */
export const older = (
  relation: ClockRelation | undefined,
  elapsedMs: number,
): ClockRelation | undefined =>
  relation && { ...relation, sampleAgeMs: relation.sampleAgeMs + elapsedMs };
