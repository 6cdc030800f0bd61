// Every message from the host to the pen. None of them starts a motor: the pen moves while a human
// holds its trigger under a GRANT that has strokes and time left, and stops by itself when either
// is used up. There is no message that gives permission without an end.

import { ArmEnergy, EnergyGrant } from './energy.ts';
import { choice, count, hex, u16, u32, u8 } from './field.ts';
import { message, type MessageOf } from './message.ts';
import { Pair, Reveal, Unpair } from './pairing-messages.ts';
import { CREDIT_MAX } from './timing.ts';
import { LATCH_REASONS } from './reason.ts';
import { TABLE_FIELDS } from './table.ts';
import { centiHz, ms, penMs, strokes, um } from './units.ts';

/** The deepest that the wire can name; every limit that matters is far stricter. */
export const DEPTH_UM_MAX = 3_000;
/** The fastest stroke rate that the wire can name. */
export const RATE_CENTI_HZ_MAX = 15_000;

const depthUm = u16(um, { max: DEPTH_UM_MAX });
const rateCentiHz = u16(centiHz, { max: RATE_CENTI_HZ_MAX });
const armingId = u16(count, { min: 1 });

/** Stop and retract, now, in whatever session and state; latches `host-stop`, ends the arming. */
export const Stop = message(0x01, 'stop', { delivery: 'urgent' }, {});

/** The host's half of a new link session. */
export const Hello = message(0x02, 'hello', { delivery: 'greeting' }, {
  hostNonce: u32(count),
  schemaHash: u32(count),
});

/** Enters the link session in one of the three modes; telemetry starts. */
export const Join = message(0x03, 'join', { delivery: 'request', bound: true }, {
  mode: choice({ treatment: 1, calibration: 2, service: 3 }),
});

/** Asks for one page of what the pen says about itself. */
export const Read = message(0x04, 'read', { delivery: 'request' }, {
  page: u8(count),
});

/** One human decision: this area and side, this deep, this fast, no further than this count. */
export const Arm = message(0x10, 'arm', { delivery: 'request', bound: true }, {
  armingId,
  area: u8(count, { min: 1 }),
  side: u8(count, { max: 2 }),
  planHash: hex(8),
  depthUm,
  rateCentiHz,
  passCeiling: u32(strokes),
  needleCount: u8(count, { min: 1 }),
  stamp: u8(count, { max: 1 }),
});

/** Lowers limits of the present arming; a value above the present one is refused. */
export const Tighten = message(0x11, 'tighten', { delivery: 'request', bound: true }, {
  armingId,
  depthUm,
  rateCentiHz,
  passCeiling: u32(strokes),
});

/**
 * Permission to move up to a reading of the pen's own stroke counter and until an instant of the
 * pen's own clock. Both are absolute, so a grant that is repeated, overtaken or held up on the way
 * can give nothing that was not given already. While the pen runs, a ceiling that its counter has
 * reached takes the permission back: the train ends without a latch and the hold is spent.
 */
export const Grant = message(0x12, 'grant', { delivery: 'grant', bound: true }, {
  armingId,
  holdId: u16(count),
  ceiling: u32(strokes),
  notAfterPenMs: u32(penMs),
});

/** Ends the arming; the pen withdraws its needles. */
export const Disarm = message(0x13, 'disarm', { delivery: 'request', bound: true }, { armingId });

/** Clears the one latch that it names. */
export const Clear = message(0x14, 'clear', { delivery: 'request', bound: true }, {
  reason: choice(LATCH_REASONS),
  latchId: u16(count),
});

/** One row of the envelope: what the pen itself will not exceed in an area during this session. */
export const Envelope = message(0x15, 'envelope', { delivery: 'request', bound: true }, {
  area: u8(count, { min: 1 }),
  depthUmMax: depthUm,
  rateCentiHzMax: rateCentiHz,
  passStrokesMax: u32(strokes),
  creditMax: u8(strokes, { max: CREDIT_MAX }),
  holdMsMax: u16(ms),
});

/** Calibration only: needles held out, without strokes, until an instant of the pen's clock. */
export const Extend = message(0x18, 'extend', { delivery: 'request', bound: true }, {
  depthUm,
  notAfterPenMs: u32(penMs),
});

/** Calibration only: strokes up to a reading of the counter and until an instant of the clock. */
export const Run = message(0x19, 'run', { delivery: 'request', bound: true }, {
  depthUm,
  rateCentiHz,
  ceiling: u32(strokes),
  notAfterPenMs: u32(penMs),
});

/** Calibration only: the whole table that holds from now on, with its check. Moves nothing. */
export const Certify = message(0x1a, 'certify', { delivery: 'request', bound: true }, {
  ...TABLE_FIELDS,
  check: u32(count),
});

/** All of them, in the order of their ids. */
export const TO_PEN = [
  Stop,
  Hello,
  Join,
  Read,
  Arm,
  Tighten,
  Grant,
  Disarm,
  Clear,
  Envelope,
  ArmEnergy,
  EnergyGrant,
  Extend,
  Run,
  Certify,
  Pair,
  Reveal,
  Unpair,
] as const;

/** Any message from the host to the pen. */
export type ToPen = MessageOf<(typeof TO_PEN)[number]>;
/** Permission, as a value. */
export type Grant = MessageOf<typeof Grant>;
/** An arming, as a value. */
export type Arm = MessageOf<typeof Arm>;
/** A row of the envelope, as a value. */
export type Envelope = MessageOf<typeof Envelope>;

/** A table for the pen, as a value. */
export type Certify = MessageOf<typeof Certify>;

/** Messages that are numbered, answered and repeated. */
export type Request = Exclude<
  ToPen,
  { readonly kind: 'stop' | 'hello' | 'grant' | 'energy-grant' }
>;
