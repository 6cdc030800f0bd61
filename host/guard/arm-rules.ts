// ENVELOPE, ARM and TIGHTEN, read off the bytes and held against what may be asked. ARM is where
// an arming begins for the guard: what it lets through here is what grants are held against
// later.

import { Arm, Envelope, Tighten } from '../../protocol/to-pen.ts';
import { WRAP_GUARD } from '../../protocol/timing.ts';
import { book } from './account.ts';
import { type Allowed, allowedFor, isBroken } from './allowed.ts';
import { type Arming, NO_HOLD } from './arming.ts';
import type { Facts } from './facts.ts';
import { PAYLOAD_AT, type RawFrame } from './raw-frame.ts';
import { above, type Broken, broken } from './refusal.ts';

const u8 = ({ view }: RawFrame, at: number): number => view.getUint8(PAYLOAD_AT + at);
const u16 = ({ view }: RawFrame, at: number): number => view.getUint16(PAYLOAD_AT + at, true);
const u32 = ({ view }: RawFrame, at: number): number => view.getUint32(PAYLOAD_AT + at, true);

/** The ids of the three. */
export const ARM_ID = Arm.id;
/** The id of a row of the envelope. */
export const ENVELOPE_ID = Envelope.id;
/** The id of a lowering. */
export const TIGHTEN_ID = Tighten.id;

/** An arming that is over is booked before anything new is asked. */
export function settleOld(facts: Facts): Broken | undefined {
  const { arming, account, heard } = facts;
  if (arming === undefined) return undefined;
  if (arming.state !== 'over') return broken('armed-already');
  book(account, arming, heard.strokes, heard.pulses);
  facts.arming = undefined;
  return undefined;
}

const SIDES = [0, 1, 2] as const;

/** A row names no side: one side of the plan has to bear it. */
export function envelopeRule(facts: Facts, frame: RawFrame): Broken | undefined {
  const open = settleOld(facts);
  if (open !== undefined) return open;
  const answers = SIDES.map((side) => envelopeOn(allowedFor(facts, u8(frame, 0), side), frame));
  if (answers.includes(undefined)) return undefined;
  return answers.find((answer) => answer?.rule !== 'not-in-plan') ?? answers[0];
}

function envelopeOn(allowed: Allowed | Broken, frame: RawFrame): Broken | undefined {
  if (isBroken(allowed)) return allowed;
  const { cap, strokes } = allowed;
  return (
    above('depth', u16(frame, 1), cap.depthUm) ??
    above('rate', u16(frame, 3), cap.rateCentiHz) ??
    above('pass-strokes', u32(frame, 5), strokes) ??
    above('credit', u8(frame, 9), cap.credit) ??
    above('hold-time', u16(frame, 10), cap.holdMs)
  );
}

/** The first eight bytes of the plan's hash, where ARM carries them. */
function isOfPlan(frame: RawFrame, planHash: string): boolean {
  for (let index = 0; index < 8; index += 1) {
    const digits = planHash.slice(2 * index, 2 * index + 2);
    if (u8(frame, 4 + index) !== Number.parseInt(digits, 16)) return false;
  }
  return true;
}

/** ARM: every number within what may be asked, for the plan that was wished for. */
export function armRule(facts: Facts, frame: RawFrame): Broken | undefined {
  const repeated = facts.arming?.state === 'asked' && facts.arming.seq === frame.seq;
  if (repeated) facts.arming = undefined;
  const open = settleOld(facts);
  if (open !== undefined) return open;
  const allowed = allowedFor(facts, u8(frame, 2), u8(frame, 3));
  if (isBroken(allowed)) return allowed;
  if (!isOfPlan(frame, facts.wished?.planHash ?? '')) return broken('other-plan');
  const wrong = armNumbers(facts, frame, allowed);
  if (wrong !== undefined) return wrong;
  facts.arming = armingOf(facts, frame, allowed);
  facts.penSerial ??= facts.heard.identity?.serial;
  return undefined;
}

// S-01, S-02: depth after calibration margin; S-05: no arming above the end of its pass.
function armNumbers(
  { heard }: Facts,
  frame: RawFrame,
  { cap, strokes, needles, contactMs, needleOnMs }: Allowed,
): Broken | undefined {
  const ceiling = u32(frame, 16);
  const stamped = cap.stamp ? u8(frame, 21) : 1;
  return (
    above('depth', u16(frame, 12), cap.depthUm) ??
    above('rate', u16(frame, 14), cap.rateCentiHz) ??
    above('pass-strokes', ceiling - heard.strokes, strokes) ??
    above('near-wrap', ceiling, WRAP_GUARD) ??
    (u8(frame, 20) === needles ? undefined : broken('needles')) ??
    (stamped === 1 ? undefined : broken('stamp')) ??
    above('contact-time', 1, contactMs) ??
    above('needle-on-time', 1, needleOnMs)
  );
}

const armingOf = ({ heard }: Facts, frame: RawFrame, allowed: Allowed): Arming => {
  const { cap, found, face, needles } = allowed;
  const ceiling = u32(frame, 16);
  return {
    armingId: u16(frame, 0),
    seq: frame.seq,
    place: found.place,
    face,
    needles,
    from: heard.strokes,
    ceiling,
    credit: cap.credit,
    leaseMs: cap.leaseMs,
    stamp: u8(frame, 21) === 1,
    holdMsMax: cap.holdMs,
    dwellMsMax: cap.dwellMs,
    contactMsMax: allowed.contactMs,
    needleOnMsMax: allowed.needleOnMs,
    state: 'asked',
    depthUm: u16(frame, 12),
    rateCentiHz: u16(frame, 14),
    passCeiling: ceiling,
    onMs: 0,
    holdId: heard.telemetry?.holdId ?? NO_HOLD,
    holdMs: 0,
    stillMs: 0,
    grantedHold: NO_HOLD,
    grantedCeiling: 0,
  };
};

/** TIGHTEN: nothing rises. S-20. */
export function tightenRule({ arming }: Facts, frame: RawFrame): Broken | undefined {
  if (arming?.state !== 'armed') return broken('not-armed');
  if (u16(frame, 0) !== arming.armingId) return broken('not-armed');
  const wrong =
    above('beyond-arming', u16(frame, 2), arming.depthUm) ??
    above('beyond-arming', u16(frame, 4), arming.rateCentiHz) ??
    above('beyond-arming', u32(frame, 6), arming.passCeiling);
  if (wrong !== undefined) return wrong;
  arming.depthUm = u16(frame, 2);
  arming.rateCentiHz = u16(frame, 4);
  arming.passCeiling = u32(frame, 6);
  return undefined;
}
