// ARM_ENERGY and ENERGY_GRANT, read off the bytes and held against a cap of the guard's own. An
// arming with energy is an arming like any other, so depth, strokes and places are asked of the
// same answer; what it may have of energy is asked here.

import { ArmEnergy, EnergyGrant } from '../../protocol/energy.ts';
import { SIGNAL, type Telemetry } from '../../protocol/from-pen.ts';
import { WRAP_GUARD } from '../../protocol/timing.ts';
import { type Allowed, allowedFor, isBroken } from './allowed.ts';
import { settleOld } from './arm-rules.ts';
import { type ArmedEnergy, type Arming, NO_HOLD } from './arming.ts';
import { energyCap, type EnergyCap, type EnergyHad } from './energy-cap.ts';
import type { Facts } from './facts.ts';
import { PAYLOAD_AT, type RawFrame } from './raw-frame.ts';
import { above, type Broken, broken } from './refusal.ts';

/** The ids of the two. */
export const ARM_ENERGY_ID = ArmEnergy.id;
/** The id of permission for a pulse. */
export const ENERGY_GRANT_ID = EnergyGrant.id;

const DEPTH_UM_MIN = 500;
const REVISIT_MS = 1_000;

const u8 = ({ view }: RawFrame, at: number): number => view.getUint8(PAYLOAD_AT + at);
const u16 = ({ view }: RawFrame, at: number): number => view.getUint16(PAYLOAD_AT + at, true);
const u32 = ({ view }: RawFrame, at: number): number => view.getUint32(PAYLOAD_AT + at, true);

/** The offsets of an ARM_ENERGY, in the order of its fields. */
const AT = {
  armingId: 0, area: 2, side: 3, planHash: 4, depthUm: 12, passCeiling: 14, needles: 18,
  pulseCeiling: 19, microJoule: 23, pulseMs: 27,
} as const;

/** What one piece of skin has had of energy, by the lines and by what this guard has seen. */
function hadAt({ spent, account }: Facts, place: number): EnergyHad {
  const told = spent?.places.get(place)?.energy ?? { pulses: 0, microJoule: 0 };
  const own = account.energy.get(place) ?? { pulses: 0, microJoule: 0 };
  return { pulses: told.pulses + own.pulses, microJoule: told.microJoule + own.microJoule };
}

const isOfPlan = (frame: RawFrame, planHash: string): boolean =>
  Array.from({ length: 8 }, (_, index) => planHash.slice(2 * index, 2 * index + 2)).every(
    (digits, index) => u8(frame, AT.planHash + index) === Number.parseInt(digits, 16),
  );

function capOf(facts: Facts, allowed: Allowed): EnergyCap | undefined {
  const { wished, table, heard } = facts;
  const { area, place } = allowed.found;
  const page = heard.energyLimits;
  if (wished === undefined || table === undefined || page === undefined) return undefined;
  return energyCap({ wished, table, area, page, had: hadAt(facts, place) });
}

/** ARM_ENERGY: every number within what needles may be asked, and within what energy may. */
export function armEnergyRule(facts: Facts, frame: RawFrame): Broken | undefined {
  const repeated = facts.arming?.state === 'asked' && facts.arming.seq === frame.seq;
  if (repeated) facts.arming = undefined;
  const open = settleOld(facts);
  if (open !== undefined) return open;
  const allowed = allowedFor(facts, u8(frame, AT.area), u8(frame, AT.side));
  if (isBroken(allowed)) return allowed;
  const wrong = needleNumbers(facts, frame, allowed) ?? energyRule(facts, frame, allowed);
  if (wrong !== undefined) return wrong;
  facts.arming = armingOf(facts, frame, allowed);
  facts.penSerial ??= facts.heard.identity?.serial;
  return undefined;
}

function energyRule(facts: Facts, frame: RawFrame, allowed: Allowed): Broken | undefined {
  if (!isOfPlan(frame, facts.wished?.planHash ?? '')) return broken('other-plan');
  const cap = capOf(facts, allowed);
  // S-80: reckoned apart, from the same bytes that were signed.
  if (cap === undefined || facts.heard.pulses === undefined) return broken('no-energy');
  return energyNumbers(facts, frame, cap);
}

const needleNumbers = (
  { heard }: Facts,
  frame: RawFrame,
  { cap, strokes, needles, contactMs, needleOnMs }: Allowed,
): Broken | undefined =>
  above('depth', u16(frame, AT.depthUm), cap.depthUm) ??
  above('depth', DEPTH_UM_MIN, u16(frame, AT.depthUm)) ??
  above('pass-strokes', u32(frame, AT.passCeiling) - heard.strokes, strokes) ??
  above('near-wrap', u32(frame, AT.passCeiling), WRAP_GUARD) ??
  (u8(frame, AT.needles) === needles ? undefined : broken('needles')) ??
  above('contact-time', 1, contactMs) ??
  above('needle-on-time', 1, needleOnMs);

const energyNumbers = ({ heard }: Facts, frame: RawFrame, cap: EnergyCap): Broken | undefined =>
  above('pulses', u32(frame, AT.pulseCeiling) - (heard.pulses ?? 0), cap.pulses) ??
  above('energy', u32(frame, AT.microJoule), cap.microJoulePerPin) ??
  above('pulse-length', u16(frame, AT.pulseMs), cap.pulseMs);

function armingOf({ heard }: Facts, frame: RawFrame, allowed: Allowed): Arming {
  const { cap, found, face, needles } = allowed;
  const ceiling = u32(frame, AT.passCeiling);
  return {
    armingId: u16(frame, AT.armingId),
    seq: frame.seq,
    place: found.place,
    face,
    needles,
    from: heard.strokes,
    ceiling,
    credit: 1,
    leaseMs: cap.leaseMs,
    stamp: true,
    holdMsMax: cap.holdMs,
    dwellMsMax: cap.dwellMs,
    contactMsMax: allowed.contactMs,
    needleOnMsMax: allowed.needleOnMs,
    state: 'asked',
    depthUm: u16(frame, AT.depthUm),
    rateCentiHz: 0,
    passCeiling: ceiling,
    onMs: 0,
    holdId: heard.telemetry?.holdId ?? NO_HOLD,
    holdMs: 0,
    stillMs: 0,
    grantedHold: NO_HOLD,
    grantedCeiling: 0,
    energy: {
      from: heard.pulses ?? 0,
      ceiling: u32(frame, AT.pulseCeiling),
      microJoulePerPin: u32(frame, AT.microJoule),
      pulseMs: u16(frame, AT.pulseMs),
      grantedHold: NO_HOLD,
      grantedPulse: 0,
    },
  };
}

/** ENERGY_GRANT: one pulse of an arming that the pen has confirmed, for a hold that is there. */
export function energyGrantRule({ arming, heard }: Facts, frame: RawFrame): Broken | undefined {
  const { telemetry, pulses } = heard;
  if (arming?.state !== 'armed' || telemetry === undefined) return broken('not-armed');
  const { energy } = arming;
  if (energy === undefined || pulses === undefined) return broken('no-energy');
  if (u16(frame, 0) !== arming.armingId) return broken('not-armed');
  const late = above('lease', u32(frame, 18) - telemetry.penMs, arming.leaseMs);
  if (late !== undefined) return late;
  // A ceiling that the counter has reached gives nothing: it takes permission back.
  if (u32(frame, 8) <= pulses) return undefined;
  const sinceMs = telemetry.penMs - heard.pulseAtPenMs;
  return pulseNumbers(energy, frame, pulses) ??
    above('beyond-arming', u32(frame, 4), arming.passCeiling) ??
    pulseHold(energy, telemetry, frame) ??
    above('too-soon', REVISIT_MS, sinceMs);
}

// S-82: one pulse above the pen's own counter, and no more of it than was armed.
const pulseNumbers = (energy: ArmedEnergy, frame: RawFrame, pulses: number): Broken | undefined =>
  above('pulses', u32(frame, 8), Math.min(pulses + 1, energy.ceiling)) ??
  above('energy', u32(frame, 12), energy.microJoulePerPin) ??
  above('pulse-length', u16(frame, 16), energy.pulseMs);

/** A finger that is there now, and one pulse for it. */
function pulseHold(
  energy: ArmedEnergy,
  { signals, holdId }: Telemetry,
  frame: RawFrame,
): Broken | undefined {
  const isFresh = (signals & SIGNAL.trigger) !== 0 && (signals & SIGNAL.holdSpent) === 0;
  if (!isFresh || u16(frame, 2) !== holdId) return broken('no-hold');
  return againRule(energy, holdId, u32(frame, 8));
}

function againRule(
  energy: ArmedEnergy,
  holdId: number,
  pulseCeiling: number,
): Broken | undefined {
  if (holdId === energy.grantedHold && pulseCeiling > energy.grantedPulse) return broken('stamp');
  energy.grantedHold = holdId;
  energy.grantedPulse = pulseCeiling;
  return undefined;
}
