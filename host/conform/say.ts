// Messages in a few words, for the sentences of a finding: what was sent and what came back.

import type { FromPen, Telemetry } from '../../protocol/from-pen.ts';
import { SIGNAL } from '../../protocol/from-pen.ts';
import type { ToPen } from '../../protocol/to-pen.ts';

/** A message to the pen, with what matters of it. */
export function sayMessage(message: ToPen): string {
  switch (message.kind) {
    case 'stop':
      return 'STOP';
    case 'hello':
      return 'HELLO';
    case 'join':
      return `JOIN ${message.mode}`;
    case 'read':
      return `READ of page ${message.page}`;
    case 'arm':
      return (
        `ARM ${message.armingId} (area ${message.area}, side ${message.side}, ${message.depthUm} ` +
        `um, ${message.rateCentiHz} cHz, up to ${message.passCeiling}, ` +
        `${message.needleCount} needles)`
      );
    case 'tighten':
      return (
        `TIGHTEN ${message.armingId} (${message.depthUm} um, ${message.rateCentiHz} cHz, ` +
        `up to ${message.passCeiling})`
      );
    case 'grant':
      return (
        `GRANT (arming ${message.armingId}, hold ${message.holdId}, up to ${message.ceiling}, ` +
        `not after ${message.notAfterPenMs})`
      );
    case 'arm-energy':
      return (
        `ARM_ENERGY ${message.armingId} (area ${message.area}, side ${message.side}, ` +
        `${message.depthUm} um, up to ${message.passCeiling} and pulse ${message.pulseCeiling}, ` +
        `${message.microJoulePerPin} uJ, ${message.pulseMs} ms)`
      );
    case 'energy-grant':
      return (
        `ENERGY_GRANT (arming ${message.armingId}, hold ${message.holdId}, up to ` +
        `${message.ceiling} and pulse ${message.pulseCeiling}, ${message.microJoulePerPin} uJ, ` +
        `${message.pulseMs} ms, not after ${message.notAfterPenMs})`
      );
    case 'disarm':
      return `DISARM ${message.armingId}`;
    case 'clear':
      return `CLEAR ${message.reason} ${message.latchId}`;
    case 'envelope':
      return (
        `ENVELOPE (area ${message.area}, ${message.depthUmMax} um, ` +
        `${message.rateCentiHzMax} cHz)`
      );
    case 'extend':
      return `EXTEND (${message.depthUm} um)`;
    case 'run':
      return `RUN (${message.depthUm} um, ${message.rateCentiHz} cHz, up to ${message.ceiling})`;
    case 'certify':
      return `CERTIFY ${message.certificateId}`;
    case 'pair':
      return 'PAIR';
    case 'reveal':
      return 'REVEAL';
    case 'unpair':
      return 'UNPAIR';
  }
}

/** An answer of the pen, or its absence. */
export function sayAnswer(answer: FromPen | undefined): string {
  if (answer === undefined) return 'no answer';
  if (answer.kind !== 'outcome') return `the page ${answer.kind}`;
  if (answer.outcome === 'done') return 'it was done';
  return `refused as ${answer.reason} (asked ${answer.asked}, allowed ${answer.allowed})`;
}

/** Telemetry as far as it matters to motion. */
export function sayTelemetry(told: Telemetry | undefined): string {
  if (told === undefined) return 'no telemetry';
  const needles = (told.signals & SIGNAL.retracted) === 0 ? 'needles out' : 'needles in';
  const latch = told.latch === 'none' ? 'no latch' : `latch ${told.latch}`;
  return `${told.phase}, ${latch}, ${needles}, counter ${told.strokes}`;
}
