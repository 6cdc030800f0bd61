// Every message from the pen to the host. A pen answers each request once, reports its state
// whether or not anybody asks, and describes itself page by page. What it cannot sense it says so.

import { Counters } from './counters-page.ts';
import { Energy, EnergyLedger, EnergyLimits } from './energy.ts';
import { choice, count, i16, sensed, text, u16, u32, u8 } from './field.ts';
import { message, type MessageOf } from './message.ts';
import { Paired, PairKey, Pairing } from './pairing-messages.ts';
import { LATCH_REASONS, REFUSAL_REASONS } from './reason.ts';
import { CERTIFICATE_FIELDS, TABLE_FIELDS } from './table.ts';
import { centiHz, mm2, mn, ms, penMs, strokes, um } from './units.ts';

/** What the pen is doing, as telemetry says it. */
export const PHASES = {
  idle: 0,
  armed: 1,
  running: 2,
  stopping: 3,
  latched: 4,
  calibrating: 5,
} as const;

/** A word for what the pen is doing. */
export type Phase = keyof typeof PHASES;

/** Bits of `signals` in telemetry. */
export const SIGNAL = {
  trigger: 1 << 0,
  contact: 1 << 1,
  contactSensed: 1 << 2,
  retracted: 1 << 3,
  cartridge: 1 << 4,
  encoderOk: 1 << 5,
  motionSensed: 1 << 6,
  charging: 1 << 7,
  lowBattery: 1 << 8,
  holdSpent: 1 << 9,
} as const;

/** Bits of `sensors` in the capabilities. */
export const SENSOR = {
  contact: 1 << 0,
  force: 1 << 1,
  tilt: 1 << 2,
  motion: 1 << 3,
  depth: 1 << 4,
} as const;

/** Bits of `capabilities`. */
export const CAPABILITY = { motorisedDepth: 1 << 0, radioFrequency: 1 << 1 } as const;

/** The pen's half of a new link session. */
export const Welcome = message(0x81, 'welcome', { delivery: 'greeting' }, {
  hostNonce: u32(count),
  penNonce: u32(count),
  bootId: u32(count),
  schemaHash: u32(count),
  penMs: u32(penMs),
});

/** The answer to a request that is not a READ; also what a refused GRANT gets. */
export const Outcome = message(0x82, 'outcome', { delivery: 'answer' }, {
  request: u32(count),
  outcome: choice({ done: 0, refused: 1 }),
  reason: choice(REFUSAL_REASONS),
  asked: u32(count),
  allowed: u32(count),
});

/**
 * The state of the pen, every 10 ms. Its ack names the newest frame that it accepted. `depthUm` is
 * the measured peak of the newest stroke of the present train: not sensed before the first of them
 * has been measured, and at rest, so that no depth is ever held against another area's.
 */
export const Telemetry = message(0x90, 'telemetry', { delivery: 'report' }, {
  penMs: u32(penMs),
  strokes: u32(strokes),
  phase: choice(PHASES),
  latch: choice(LATCH_REASONS),
  signals: u16(count),
  armingId: u16(count),
  holdId: u16(count),
  depthUm: sensed(u16(um)),
  rateCentiHz: u16(centiHz),
  forceMn: sensed(u16(mn)),
  tiltDeg: sensed(u8(count)),
  glideMmS: sensed(u8(count)),
});

/** What changes slowly. `counted` is the encoder's own count, which grants never rest on. */
export const Vitals = message(0x91, 'vitals', { delivery: 'report' }, {
  batteryPercent: u8(count, { max: 100 }),
  batteryMv: u16(count),
  temperatureDeciC: i16(count),
  motorMa: u16(count),
  counted: u32(strokes),
  reserved: u32(strokes),
});

const request = u32(count);

/** Page 1: who the pen is. */
export const Identity = message(0xa1, 'identity', { delivery: 'answer' }, {
  request,
  model: text(16),
  serial: text(16),
  firmware: text(8),
  hardware: u8(count),
});

/** Page 2: what the pen can do, and what its maker declares about stopping. */
export const Capabilities = message(0xa2, 'capabilities', { delivery: 'answer' }, {
  request,
  depthUmMin: u16(um),
  depthUmMax: u16(um),
  depthStepUm: u16(um, { min: 1 }),
  rateCentiHzMin: u16(centiHz),
  rateCentiHzMax: u16(centiHz),
  evaluatedDepthUmMax: u16(um),
  sensors: u16(count),
  capabilities: u16(count),
  creditMax: u8(strokes),
  leaseMsMax: u16(ms),
  reserveAhead: u16(strokes),
  brakeMsMax: u16(ms),
  retractMsMax: u16(ms),
  overshootUm: sensed(u16(um)),
});

/** Page 3: what the newest calibration found. Days count from 2020-01-01. */
export const Calibration = message(0xa3, 'calibration', { delivery: 'answer' }, {
  request,
  ...CERTIFICATE_FIELDS,
});

/** Page 4: the cartridge that is in the pen. */
export const Cartridge = message(0xa4, 'cartridge', { delivery: 'answer' }, {
  request,
  present: u8(count, { max: 1 }),
  type: choice({ unknown: 0, patient: 1, metrology: 2 }),
  modelCode: u16(count),
  needleCount: u8(count),
  needleLengthUm: u16(um),
  headAreaMm2: u16(mm2),
  lot: text(12),
  serial: text(16),
  expiryDay: u16(count),
  usedStrokes: u32(strokes),
});

/** Page 5: the stroke ledger, which outlives a reset. */
export const Ledger = message(0xa5, 'ledger', { delivery: 'answer' }, {
  request,
  strokes: u32(strokes),
  counted: u32(strokes),
  reserved: u32(strokes),
  bootId: u32(count),
  bootCount: u32(count),
  closed: u8(count, { max: 1 }),
  lastArmingId: u16(count),
});

/** Page 6: the latch, with the pen time and the boot in which it fell. */
export const Latch = message(0xa6, 'latch', { delivery: 'answer' }, {
  request,
  reason: choice(LATCH_REASONS),
  latchId: u16(count),
  atPenMs: u32(penMs),
  strokes: u32(strokes),
  bootId: u32(count),
});

/** Page 8: the pen's clock, answered at once, for the relation of the two clocks. */
export const Clock = message(0xa8, 'clock', { delivery: 'answer' }, { request, penMs: u32(penMs) });

/** Page 128 + area: the envelope row that holds for an area in this link session. */
export const EnvelopeRow = message(0xa9, 'envelope-row', { delivery: 'answer' }, {
  request,
  area: u8(count, { min: 1 }),
  loaded: u8(count, { max: 1 }),
  depthUmMax: u16(um),
  rateCentiHzMax: u16(centiHz),
  passStrokesMax: u32(strokes),
  creditMax: u8(strokes),
  holdMsMax: u16(ms),
});

/** Page 9: the whole calibration table as the pen keeps it, with the check that is kept with it. */
export const Table = message(0xaa, 'table', { delivery: 'answer' }, {
  request,
  ...TABLE_FIELDS,
  check: u32(count),
});

/** The pages of READ. */
export const PAGE = {
  identity: 1,
  capabilities: 2,
  calibration: 3,
  cartridge: 4,
  ledger: 5,
  latch: 6,
  counters: 7,
  clock: 8,
  table: 9,
  pairing: 10,
  'energy-limits': 11,
  'energy-ledger': 12,
  envelope: 128,
} as const;

/** All of them, in the order of their ids. */
export const FROM_PEN = [
  Welcome,
  Outcome,
  Paired,
  Telemetry,
  Vitals,
  Energy,
  Identity,
  Capabilities,
  Calibration,
  Cartridge,
  Ledger,
  Latch,
  Counters,
  Clock,
  EnvelopeRow,
  Table,
  Pairing,
  EnergyLimits,
  EnergyLedger,
  PairKey,
] as const;

/** Any message from the pen to the host. */
export type FromPen = MessageOf<(typeof FROM_PEN)[number]>;
/** The state of the pen, as a value. */
export type Telemetry = MessageOf<typeof Telemetry>;
/** What changes slowly, as a value. */
export type Vitals = MessageOf<typeof Vitals>;
/** The ledger, as a value. */
export type Ledger = MessageOf<typeof Ledger>;

/** Answers that are one page of a READ. */
export type Page = Extract<FromPen, { readonly request: number }>;
