/**
 * One conversation in samples: a message of every kind as it could pass between a host and a pen in
 * one treatment of a cheek. Vectors and worked examples are made from it.
 */
import { bindingOf, sessionOf } from '../../protocol/binding.ts';
import { type Message, SCHEMA_HASH } from '../../protocol/catalogue.ts';
import type { Energy } from '../../protocol/energy.ts';
import { count } from '../../protocol/field.ts';
import type { Header } from '../../protocol/frame.ts';
import { SIGNAL } from '../../protocol/from-pen.ts';
import { type CalibrationTable, tableCheck } from '../../protocol/table.ts';
import { centiHz, mm2, mn, ms, penMs, strokes, um } from '../../protocol/units.ts';

/** What the two ends brought into the conversation. */
export const TALK = { hostNonce: 0x11223344, penNonce: 0x55667788, bootId: 0x0000a001 } as const;
/** The session that it has. */
export const SESSION = sessionOf(TALK.hostNonce, TALK.penNonce);
/** The register that its bound frames start from. */
export const BINDING = bindingOf(SCHEMA_HASH, TALK.bootId);

/** A message, the numbers in front of it, and what it is an example of. */
export interface Sample {
  readonly name: string;
  readonly header: Header;
  readonly message: Message;
}

const NO_SESSION: Header = { session: 0, seq: 0, ack: 0 };
const inSession = (seq: number, ack: number): Header => ({ session: SESSION, seq, ack });

const SIGNALS =
  SIGNAL.contactSensed | SIGNAL.contact | SIGNAL.trigger | SIGNAL.cartridge | SIGNAL.encoderOk;

const arming = { armingId: 7, depthUm: um(500), rateCentiHz: centiHz(10_000) };

const CALIBRATION_TABLE: CalibrationTable = {
  serial: 'MP-000123', certificateId: 'CMP-0002', class: 'P', issuedDay: 2489, dueDay: 2670,
  biasLowUm: um(1), uncertaintyLowUm: um(22), biasHighUm: um(-2), uncertaintyHighUm: um(31),
  curve: [
    { atUm: um(100), addUm: um(-12) },
    { atUm: um(500), addUm: um(-7) },
    { atUm: um(2_000), addUm: um(9) },
  ],
};

const TO_PEN_SAMPLES: readonly Sample[] = [
  { name: 'stop-outside-a-session', header: NO_SESSION, message: { kind: 'stop' } },
  {
    name: 'hello',
    header: NO_SESSION,
    message: { kind: 'hello', hostNonce: TALK.hostNonce, schemaHash: SCHEMA_HASH },
  },
  { name: 'read', header: inSession(1, 0), message: { kind: 'read', page: count(1) } },
  { name: 'join', header: inSession(7, 6), message: { kind: 'join', mode: 'treatment' } },
  {
    name: 'envelope',
    header: inSession(8, 20),
    message: {
      kind: 'envelope', area: 8, depthUmMax: um(1000), rateCentiHzMax: centiHz(12_000),
      passStrokesMax: strokes(2000), creditMax: strokes(20), holdMsMax: ms(6000),
    },
  },
  {
    name: 'arm',
    header: inSession(9, 31),
    message: {
      kind: 'arm', ...arming, area: 8, side: 1, planHash: '0123456789abcdef',
      passCeiling: strokes(42_000), needleCount: 14, stamp: 0,
    },
  },
  {
    name: 'grant',
    header: inSession(10, 95),
    message: {
      kind: 'grant', armingId: 7, holdId: 3, ceiling: strokes(40_020), notAfterPenMs: penMs(60_200),
    },
  },
  {
    name: 'tighten',
    header: inSession(11, 140),
    message: { kind: 'tighten', ...arming, depthUm: um(450), passCeiling: strokes(41_000) },
  },
  { name: 'disarm', header: inSession(12, 400), message: { kind: 'disarm', armingId: 7 } },
  { name: 'stop', header: inSession(0, 400), message: { kind: 'stop' } },
  {
    name: 'clear',
    header: inSession(13, 500),
    message: { kind: 'clear', reason: 'host-stop', latchId: 12 },
  },
  {
    name: 'arm-energy',
    header: inSession(12, 480),
    message: {
      kind: 'arm-energy', armingId: 8, area: 8, side: 1, planHash: '0123456789abcdef',
      depthUm: um(900), passCeiling: strokes(40_060), needleCount: 14, pulseCeiling: 1_230,
      microJoulePerPin: 30_000, pulseMs: 60,
    },
  },
  {
    name: 'energy-grant',
    header: inSession(13, 490),
    message: {
      kind: 'energy-grant', armingId: 8, holdId: 4, ceiling: strokes(40_021),
      pulseCeiling: 1_205, microJoulePerPin: 30_000, pulseMs: 60, notAfterPenMs: penMs(71_200),
    },
  },
  {
    name: 'extend',
    header: inSession(14, 510),
    message: { kind: 'extend', depthUm: um(500), notAfterPenMs: penMs(90_200) },
  },
  {
    name: 'run',
    header: inSession(15, 520),
    message: {
      kind: 'run', depthUm: um(500), rateCentiHz: centiHz(5_000), ceiling: strokes(41_010),
      notAfterPenMs: penMs(95_200),
    },
  },
  {
    name: 'certify',
    header: inSession(16, 530),
    message: { kind: 'certify', ...CALIBRATION_TABLE, check: tableCheck(CALIBRATION_TABLE) },
  },
  {
    name: 'pair',
    header: inSession(17, 531),
    message: { kind: 'pair', commit: 'ba7816bf8f01cfea'.repeat(4) },
  },
  {
    name: 'reveal',
    header: inSession(18, 532),
    message: { kind: 'reveal', publicKey: '8520f0098930a754'.repeat(4) },
  },
  { name: 'unpair', header: inSession(19, 533), message: { kind: 'unpair', keyId: 0x1b2c3d4e } },
];

const TELEMETRY = {
  kind: 'telemetry', penMs: penMs(60_050), strokes: strokes(40_006), phase: 'running',
  latch: 'none', signals: SIGNALS, armingId: 7, holdId: 3, depthUm: um(497),
  rateCentiHz: centiHz(9_985), forceMn: mn(910), tiltDeg: 4, glideMmS: 22,
} as const;

const ENERGY: Energy = {
  kind: 'energy', penMs: penMs(72_010), pulses: 1_204, stage: 'over', armingId: 7, outside: 0,
  impedanceOhm: 310, tissueDeciC: 604, end: 'whole', deliveredMicroJoule: 29_400,
  deliveredMs: 60, pulseImpedanceOhm: 296, pulseDeciC: 618, pulseDepthUm: um(905),
};

const FROM_PEN_SAMPLES: readonly Sample[] = [
  {
    name: 'welcome',
    header: NO_SESSION,
    message: {
      kind: 'welcome', hostNonce: TALK.hostNonce, penNonce: TALK.penNonce, bootId: TALK.bootId,
      schemaHash: SCHEMA_HASH, penMs: penMs(58_000),
    },
  },
  {
    name: 'outcome-done',
    header: inSession(32, 9),
    message: {
      kind: 'outcome', request: 9, outcome: 'done', reason: 'none', asked: 0, allowed: 0,
    },
  },
  {
    name: 'outcome-refused',
    header: inSession(32, 9),
    message: {
      kind: 'outcome', request: 9, outcome: 'refused', reason: 'beyond-envelope', asked: 1100,
      allowed: 1000,
    },
  },
  { name: 'telemetry', header: inSession(101, 10), message: TELEMETRY },
  {
    name: 'telemetry-without-sensors',
    header: inSession(102, 10),
    message: {
      ...TELEMETRY, depthUm: undefined, forceMn: undefined, tiltDeg: undefined,
      glideMmS: undefined,
    },
  },
  {
    name: 'vitals-below-freezing',
    header: inSession(103, 10),
    message: {
      kind: 'vitals', batteryPercent: 81, batteryMv: 3950, temperatureDeciC: -15, motorMa: 420,
      counted: strokes(39_871), reserved: strokes(40_220),
    },
  },
  {
    name: 'identity',
    header: inSession(1, 1),
    message: {
      kind: 'identity', request: 1, model: 'meridian-p', serial: 'MP-000123', firmware: '1.4.0',
      hardware: 2,
    },
  },
  {
    name: 'capabilities',
    header: inSession(2, 2),
    message: {
      kind: 'capabilities', request: 2, depthUmMin: um(100), depthUmMax: um(2000),
      depthStepUm: um(50), rateCentiHzMin: centiHz(2000), rateCentiHzMax: centiHz(15_000),
      evaluatedDepthUmMax: um(1500), sensors: 0b11111, capabilities: 1, creditMax: strokes(20),
      leaseMsMax: ms(200), reserveAhead: strokes(200), brakeMsMax: ms(30), retractMsMax: ms(100),
      overshootUm: um(12),
    },
  },
  {
    name: 'calibration',
    header: inSession(3, 3),
    message: {
      kind: 'calibration', request: 3, certificateId: 'CMP-0001', class: 'P', issuedDay: 2300,
      dueDay: 2482, biasLowUm: um(-4), uncertaintyLowUm: um(26), biasHighUm: um(6),
      uncertaintyHighUm: um(36),
    },
  },
  {
    name: 'cartridge',
    header: inSession(4, 4),
    message: {
      kind: 'cartridge', request: 4, present: 1, type: 'patient', modelCode: 114, needleCount: 14,
      needleLengthUm: um(2500), headAreaMm2: mm2(50), lot: 'L2406', serial: 'C-0000042',
      expiryDay: 2900, usedStrokes: strokes(0),
    },
  },
  {
    name: 'ledger',
    header: inSession(5, 5),
    message: {
      kind: 'ledger', request: 5, strokes: strokes(40_000), counted: strokes(39_866),
      reserved: strokes(40_000), bootId: TALK.bootId, bootCount: 61, closed: 1, lastArmingId: 6,
    },
  },
  {
    name: 'latch',
    header: inSession(6, 6),
    message: {
      kind: 'latch', request: 6, reason: 'host-stop', latchId: 12, atPenMs: penMs(71_234),
      strokes: strokes(40_311), bootId: TALK.bootId,
    },
  },
  {
    name: 'counters',
    header: inSession(400, 12),
    message: {
      kind: 'counters', request: 12, damaged: 3, tooLong: 1, foreignVersion: 0, unknownFlags: 0,
      unknownId: 0, unbound: 2, staleSession: 1, badPayload: 0, duplicate: 4, refused: 1,
      unsealed: 2,
    },
  },
  {
    name: 'clock',
    header: inSession(401, 13),
    message: { kind: 'clock', request: 13, penMs: penMs(71_300) },
  },
  {
    name: 'envelope-row',
    header: inSession(402, 14),
    message: {
      kind: 'envelope-row', request: 14, area: 8, loaded: 1, depthUmMax: um(1000),
      rateCentiHzMax: centiHz(12_000), passStrokesMax: strokes(2000), creditMax: strokes(20),
      holdMsMax: ms(6000),
    },
  },
  {
    name: 'table',
    header: inSession(403, 15),
    message: {
      kind: 'table', request: 15, ...CALIBRATION_TABLE, check: tableCheck(CALIBRATION_TABLE),
    },
  },
  {
    name: 'paired',
    header: { session: 0, seq: 0, ack: 0 },
    message: {
      kind: 'paired', hostNonce: TALK.hostNonce, counter: 17, keyId: 0x1b2c3d4e, newKeyId: 0,
    },
  },
  {
    name: 'pairing',
    header: inSession(404, 16),
    message: {
      kind: 'pairing', request: 16, window: 'comparing', leftMs: ms(21_500), keyId: 0x1b2c3d4e,
      newKeyId: 0,
    },
  },
  {
    name: 'pair-key',
    header: inSession(405, 17),
    message: { kind: 'pair-key', request: 17, publicKey: 'de9edb7d7b7dc1b4'.repeat(4) },
  },
  {
    name: 'energy-limits',
    header: inSession(406, 18),
    message: {
      kind: 'energy-limits', request: 18, pins: 14, microJoulePerPinMax: 60_000, pulseMsMin: 20,
      pulseMsMax: 100, impedanceOhmMin: 80, impedanceOhmMax: 1_200, insulated: 1,
      hardwareTimer: 1, liftOffMs: 5, abortDeciC: 660,
    },
  },
  {
    name: 'energy-ledger',
    header: inSession(407, 19),
    message: { kind: 'energy-ledger', request: 19, pulses: 1_204, lastArmingId: 7 },
  },
  { name: 'energy', header: inSession(408, 19), message: ENERGY },
  {
    name: 'energy-before-the-first-pulse',
    header: inSession(409, 19),
    message: {
      ...ENERGY, stage: 'none', impedanceOhm: undefined, tissueDeciC: undefined, end: 'none',
      deliveredMicroJoule: 0, deliveredMs: 0, pulseImpedanceOhm: undefined,
      pulseDeciC: undefined, pulseDepthUm: undefined,
    },
  },
];

/** At least one sample of every message. */
export const SAMPLES: readonly Sample[] = [...TO_PEN_SAMPLES, ...FROM_PEN_SAMPLES];
