// How far the pen can still go after a foot has left the pedal: the pedal's published stop bound.
// The pen's own trigger is read by the pen and stops it at once; a pedal is read by the host, so
// its bound is what passes until the host is sure, plus what the last renewal allows.

import { CLOCK_DRIFT_PERCENT, OVERSPEED, RENEW_MS, TELEMETRY_MS } from '../../protocol/timing.ts';
import { stopBoundStrokes } from '../../protocol/stop-bound.ts';
import {
  type CentiHz,
  type Milliseconds,
  ms,
  type Strokes,
  strokes,
} from '../../protocol/units.ts';
import { PEDAL_PROOF_MS_MAX } from './pedal.ts';
import { PEDAL_LOOK_MS } from './pedal-reader.ts';

/** The longest time from a foot lifting, or a cable parting, until the host withholds renewal. */
export const PEDAL_NOTICE_MS_MAX: Milliseconds = ms(
  PEDAL_PROOF_MS_MAX + PEDAL_LOOK_MS + TELEMETRY_MS,
);

/** Strokes that can still follow the release of a pedal, when no STOP gets through at all. */
export function pedalStopBoundStrokes(grant: {
  readonly credit: Strokes;
  readonly rateCentiHz: CentiHz;
  readonly leaseMs: Milliseconds;
}): Strokes {
  const perSecond = grant.rateCentiHz * OVERSPEED.numerator * (100 + CLOCK_DRIFT_PERCENT);
  const byRate = Math.ceil(
    (perSecond * PEDAL_NOTICE_MS_MAX) / (100 * 1000 * OVERSPEED.denominator * 100),
  );
  // Renewals until then: each lifts the ceiling by one credit at most.
  const byCredit = grant.credit * (Math.floor(PEDAL_NOTICE_MS_MAX / RENEW_MS) + 1);
  return strokes(Math.min(byRate, byCredit) + stopBoundStrokes(grant));
}
