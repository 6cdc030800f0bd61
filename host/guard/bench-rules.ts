// EXTEND and RUN: calibration alone, with a cartridge that is no patient's, off the skin, within
// what the pen and its cartridge can reach, a little and for a short while at a time.

import { SIGNAL } from '../../protocol/from-pen.ts';
import { CREDIT_MAX, LEASE_MS_MAX } from '../../protocol/timing.ts';
import { Extend, Run } from '../../protocol/to-pen.ts';
import { type Facts, MODE } from './facts.ts';
import { PAYLOAD_AT, type RawFrame } from './raw-frame.ts';
import { above, type Broken, broken } from './refusal.ts';

/** The id of EXTEND. */
export const EXTEND_ID = Extend.id;
/** The id of RUN. */
export const RUN_ID = Run.id;

/** The needles held out for a while. */
export const extendRule = (facts: Facts, { view }: RawFrame): Broken | undefined =>
  benchRule(
    facts,
    view.getUint16(PAYLOAD_AT, true),
    0,
    undefined,
    view.getUint32(PAYLOAD_AT + 2, true),
  );

/** A few strokes for a while. */
export const runRule = (facts: Facts, { view }: RawFrame): Broken | undefined =>
  benchRule(
    facts,
    view.getUint16(PAYLOAD_AT, true),
    view.getUint16(PAYLOAD_AT + 2, true),
    view.getUint32(PAYLOAD_AT + 4, true),
    view.getUint32(PAYLOAD_AT + 8, true),
  );

// S-17: calibration moves only under its own grants.
function benchRule(
  { mode, heard }: Facts,
  depthUm: number,
  rateCentiHz: number,
  ceiling: number | undefined,
  notAfterPenMs: number,
): Broken | undefined {
  const { capabilities: can, cartridge, telemetry } = heard;
  if (mode !== MODE.calibration) return broken('wrong-mode');
  if (can === undefined || telemetry === undefined) return broken('pen-unheard');
  if (cartridge?.present !== 1 || cartridge.type !== 'metrology') return broken('cartridge');
  const touches = (telemetry.signals & SIGNAL.contact) !== 0;
  if (touches) return broken('skin-contact');
  return (
    above('depth', depthUm, Math.min(can.depthUmMax, cartridge.needleLengthUm)) ??
    above('rate', rateCentiHz, can.rateCentiHzMax) ??
    above('credit', (ceiling ?? 0) - telemetry.strokes, CREDIT_MAX) ??
    above('lease', notAfterPenMs - telemetry.penMs, Math.min(LEASE_MS_MAX, can.leaseMsMax))
  );
}
