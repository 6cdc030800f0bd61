// The one message that comes a hundred times a second and more, read by hand. The layout is the
// definition in from-pen.ts, and a test holds the two against each other byte for byte; what is
// gained is that a frame costs one small object and no look-ups.

import { PHASES, type Phase, Telemetry } from './from-pen.ts';
import { HEADER_BYTES } from './frame.ts';
import { LATCH_REASONS, type LatchReason } from './reason.ts';
import type { CentiHz, Micrometres, Millinewtons, PenMs, Strokes } from './units.ts';

/** The id of telemetry. */
export const TELEMETRY_ID = Telemetry.id;

const PHASE_BY_CODE = Object.keys(PHASES) as readonly Phase[];
const LATCH_BY_CODE = Object.keys(LATCH_REASONS) as readonly LatchReason[];

const u16At = (body: Uint8Array, at: number): number =>
  (body[at] as number) | ((body[at + 1] as number) << 8);

const u32At = (body: Uint8Array, at: number): number =>
  (u16At(body, at) | (u16At(body, at + 2) << 16)) >>> 0;

const sensedU16 = (body: Uint8Array, at: number): number | undefined => {
  const value = u16At(body, at);
  return value === 0xffff ? undefined : value;
};

const sensedU8 = (body: Uint8Array, at: number): number | undefined =>
  body[at] === 0xff ? undefined : body[at];

/** Reads telemetry that ends at `end`; undefined leaves the refusal to the general reader. */
export function readTelemetry(body: Uint8Array, end: number): Telemetry | undefined {
  if (end !== HEADER_BYTES + 24) return undefined;
  const phase = PHASE_BY_CODE[body[24] as number];
  const latch = LATCH_BY_CODE[body[25] as number];
  if (phase === undefined || latch === undefined) return undefined;
  return {
    kind: 'telemetry',
    penMs: u32At(body, 16) as PenMs,
    strokes: u32At(body, 20) as Strokes,
    phase,
    latch,
    signals: u16At(body, 26),
    armingId: u16At(body, 28),
    holdId: u16At(body, 30),
    depthUm: sensedU16(body, 32) as Micrometres | undefined,
    rateCentiHz: u16At(body, 34) as CentiHz,
    forceMn: sensedU16(body, 36) as Millinewtons | undefined,
    tiltDeg: sensedU8(body, 38),
    glideMmS: sensedU8(body, 39),
  };
}
