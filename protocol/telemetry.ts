// The one message that comes a hundred times a second and more, read and written by hand. The
// layout is the definition in from-pen.ts, and a test holds the two against each other byte for
// byte, refusals included; what is gained is that a frame costs one small object and no look-ups.

import { assert } from './assert.ts';
import { PHASES, type Phase, Telemetry } from './from-pen.ts';
import { LATCH_REASONS, type LatchReason } from './reason.ts';
import type { CentiHz, Micrometres, Millinewtons, PenMs, Strokes } from './units.ts';

/** The id of telemetry. */
export const TELEMETRY_ID = Telemetry.id;

const PHASE_BY_CODE = Object.keys(PHASES) as readonly Phase[];
const LATCH_BY_CODE = Object.keys(LATCH_REASONS) as readonly LatchReason[];

const sensedU16 = (view: DataView, at: number): number | undefined => {
  const value = view.getUint16(at, true);
  return value === 0xffff ? undefined : value;
};

const sensedU8 = (view: DataView, at: number): number | undefined => {
  const value = view.getUint8(at);
  return value === 0xff ? undefined : value;
};

/** Reads telemetry at `[from, to)`; undefined leaves the refusal to the general reader. */
export function readTelemetry(view: DataView, from: number, to: number): Telemetry | undefined {
  if (to - from !== 24) return undefined;
  const phase = PHASE_BY_CODE[view.getUint8(from + 8)];
  const latch = LATCH_BY_CODE[view.getUint8(from + 9)];
  if (phase === undefined || latch === undefined) return undefined;
  return {
    kind: 'telemetry',
    penMs: view.getUint32(from, true) as PenMs,
    strokes: view.getUint32(from + 4, true) as Strokes,
    phase,
    latch,
    signals: view.getUint16(from + 10, true),
    armingId: view.getUint16(from + 12, true),
    holdId: view.getUint16(from + 14, true),
    depthUm: sensedU16(view, from + 16) as Micrometres | undefined,
    rateCentiHz: view.getUint16(from + 18, true) as CentiHz,
    forceMn: sensedU16(view, from + 20) as Millinewtons | undefined,
    tiltDeg: sensedU8(view, from + 22),
    glideMmS: sensedU8(view, from + 23),
  };
}

const isU8 = (value: number): boolean => (value & 0xff) === value;
const isU16 = (value: number): boolean => (value & 0xffff) === value;
const isU32 = (value: number): boolean => value >>> 0 === value;

/** The code of a value that a pen may have no sensor for; -1 for a value that cannot be sent. */
const codeU16 = (value: number | undefined): number =>
  value === undefined ? 0xffff : isU16(value) && value !== 0xffff ? value : -1;

const codeU8 = (value: number | undefined): number =>
  value === undefined ? 0xff : isU8(value) && value !== 0xff ? value : -1;

const isSendable = (telemetry: Telemetry): boolean =>
  isU32(telemetry.penMs)
  && isU32(telemetry.strokes)
  && isU16(telemetry.signals)
  && isU16(telemetry.armingId)
  && isU16(telemetry.holdId)
  && isU16(telemetry.rateCentiHz);

/** Writes the payload of telemetry at `at` and returns where it ends. */
export function writeTelemetry(telemetry: Telemetry, view: DataView, at: number): number {
  const phase = PHASES[telemetry.phase];
  const latch = LATCH_REASONS[telemetry.latch];
  const depth = codeU16(telemetry.depthUm);
  const force = codeU16(telemetry.forceMn);
  const tilt = codeU8(telemetry.tiltDeg);
  const glide = codeU8(telemetry.glideMmS);
  assert(
    isSendable(telemetry) && isU8(phase) && isU8(latch) && (depth | force | tilt | glide) >= 0,
    'every field of telemetry that is sent is within its range',
  );
  view.setUint32(at, telemetry.penMs, true);
  view.setUint32(at + 4, telemetry.strokes, true);
  view.setUint16(at + 8, phase | (latch << 8), true);
  view.setUint16(at + 10, telemetry.signals, true);
  view.setUint16(at + 12, telemetry.armingId, true);
  view.setUint16(at + 14, telemetry.holdId, true);
  view.setUint16(at + 16, depth, true);
  view.setUint16(at + 18, telemetry.rateCentiHz, true);
  view.setUint16(at + 20, force, true);
  view.setUint16(at + 22, tilt | (glide << 8), true);
  return at + 24;
}
