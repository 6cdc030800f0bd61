// GRANT, twenty times a second: only comparisons of numbers that were fixed when the arming was
// made with what the newest telemetry said. Nothing is computed anew here and nothing is
// allocated as long as nothing is wrong.

import { SIGNAL, type Telemetry } from '../../protocol/from-pen.ts';
import { Grant } from '../../protocol/to-pen.ts';
import type { Arming } from './arming.ts';
import type { Facts } from './facts.ts';
import { PAYLOAD_AT, type RawFrame } from './raw-frame.ts';
import { above, type Broken, broken } from './refusal.ts';

/** The id of a grant. */
export const GRANT_ID = Grant.id;

/** GRANT: under an arming that the pen has confirmed, and for a hold that is there. */
export function grantRule({ arming, heard }: Facts, { view }: RawFrame): Broken | undefined {
  const { telemetry } = heard;
  const armingId = view.getUint16(PAYLOAD_AT, true);
  const holdId = view.getUint16(PAYLOAD_AT + 2, true);
  const ceiling = view.getUint32(PAYLOAD_AT + 4, true);
  const notAfterPenMs = view.getUint32(PAYLOAD_AT + 8, true);
  // S-12: permission rests on an arming that the pen has confirmed, and on the pen's own clock.
  if (arming?.state !== 'armed' || telemetry === undefined) return broken('not-armed');
  if (armingId !== arming.armingId) return broken('not-armed');
  // Strokes are not granted under an arming that declares energy.
  if (arming.energy !== undefined) return broken('no-energy');
  const late = above('lease', notAfterPenMs - telemetry.penMs, arming.leaseMs);
  if (late !== undefined) return late;
  // A ceiling that the counter has reached gives nothing: it takes permission back.
  if (ceiling <= telemetry.strokes) return undefined;
  return (
    above('beyond-arming', ceiling, arming.passCeiling) ??
    above('credit', ceiling - telemetry.strokes, arming.credit) ??
    holdRule(arming, telemetry, holdId, ceiling) ??
    timeRule(arming)
  );
}

/** Notes what was granted, for the one grant of a stamp. */
function holdRule(
  arming: Arming,
  { signals, holdId: held }: Telemetry,
  holdId: number,
  ceiling: number,
): Broken | undefined {
  const fresh = (signals & SIGNAL.trigger) !== 0 && (signals & SIGNAL.holdSpent) === 0;
  // S-15: a finger that is there now, by the number of its press.
  if (!fresh || holdId !== held) return broken('no-hold');
  const again = arming.stamp && holdId === arming.grantedHold && ceiling > arming.grantedCeiling;
  if (again) return broken('stamp');
  arming.grantedHold = holdId;
  arming.grantedCeiling = ceiling;
  return undefined;
}

const timeRule = (arming: Arming): Broken | undefined =>
  below('contact-time', arming.onMs, arming.contactMsMax) ??
  below('needle-on-time', arming.onMs, arming.needleOnMsMax) ??
  (arming.stamp
    ? undefined
    : (below('hold-time', arming.holdMs, arming.holdMsMax) ??
      below('dwell-time', arming.stillMs, arming.dwellMsMax)));

/** The rule where a time is used up. */
const below = (rule: Broken['rule'], used: number, allowed: number): Broken | undefined =>
  used < allowed ? undefined : { rule, asked: used, allowed };
