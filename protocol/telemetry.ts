// The one message that comes a hundred times a second and more, read by hand. The layout is the
// definition in from-pen.ts, and a test holds the two against each other byte for byte; what is
// gained is that a frame costs one small object and no look-ups.

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
