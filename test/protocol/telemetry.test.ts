/**
 * The two messages that are read or written by hand for speed mean exactly what their definitions
 * mean: on every code of the closed lists, on random payloads, and on what they have to refuse.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HEADER_BYTES } from '../../protocol/frame.ts';
import { PHASES, Telemetry } from '../../protocol/from-pen.ts';
import { readGrant, writeGrant } from '../../protocol/grant.ts';
import { readPayload, writePayload } from '../../protocol/message.ts';
import { LATCH_REASONS } from '../../protocol/reason.ts';
import { readTelemetry, writeTelemetry } from '../../protocol/telemetry.ts';
import { Grant } from '../../protocol/to-pen.ts';
import { centiHz, mn, penMs, strokes, um } from '../../protocol/units.ts';
import { anyMessageOf } from '../support/messages.ts';

const END = HEADER_BYTES + Telemetry.bytes;

const byHand = (body: Uint8Array, end: number): unknown =>
  readTelemetry(new DataView(body.buffer), HEADER_BYTES, end);

/** Both readings of a body: equal messages, or both none. */
function expectSame(body: Uint8Array, end: number): void {
  const byDefinition = readPayload(Telemetry, body, HEADER_BYTES, end);
  expect(byHand(body, end)).toEqual(byDefinition.ok ? byDefinition.value : undefined);
}

const bodyOf = (payload: Uint8Array): Uint8Array => {
  const body = new Uint8Array(HEADER_BYTES + 64);
  body.set(payload, HEADER_BYTES);
  return body;
};

test('telemetry takes 24 bytes', () => {
  expect(Telemetry.bytes).toBe(24);
});

test('every pair of phase and latch codes reads alike by hand and by definition', () => {
  const body = bodyOf(Uint8Array.from({ length: 24 }, (_, index) => 0x91 + index));
  for (let phase = 0; phase < 256; phase += 1) {
    for (let latch = 0; latch < 256; latch += 1) {
      body[HEADER_BYTES + 8] = phase;
      body[HEADER_BYTES + 9] = latch;
      const known =
        phase < Object.keys(PHASES).length && latch < Object.keys(LATCH_REASONS).length;
      if (known || phase % 16 === 0) expectSame(body, END);
      else expect(byHand(body, END)).toBeUndefined();
    }
  }
});

test('random payloads, and every extreme of every byte, read alike', () => {
  const byte = fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xfe, 0xff), fc.nat(255));
  const payload = fc
    .tuple(fc.array(byte, { minLength: 24, maxLength: 24 }), fc.nat(7), fc.nat(18))
    .map(([bytes, phase, latch]) => Uint8Array.from(bytes.with(8, phase).with(9, latch)));
  fc.assert(fc.property(payload, (bytes) => expectSame(bodyOf(bytes), END)), { numRuns: 2_000 });
});

test('any other length is no telemetry', () => {
  for (let bytes = 0; bytes < 40; bytes += 1) expectSame(bodyOf(new Uint8Array(24)), 16 + bytes);
});

test('a grant reads alike by hand and by definition, whatever its bytes and its length', () => {
  const byte = fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.nat(255));
  const body = fc.array(byte, { minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(body, fc.boolean(), fc.constantFrom(0, 11, 12, 12, 12, 13), (any, unarmed, to) => {
      const payload = Uint8Array.from(unarmed ? any.fill(0, 0, 2) : any);
      const byDefinition = readPayload(Grant, payload, 0, to);
      expect(readGrant(new DataView(payload.buffer), 0, to))
        .toEqual(byDefinition.ok ? byDefinition.value : undefined);
    }),
    { numRuns: 2_000 },
  );
});

test('a grant written by hand is the same bytes as by its definition', () => {
  fc.assert(
    fc.property(anyMessageOf(Grant), (grant) => {
      if (grant.kind !== 'grant') throw new Error('a grant is a grant');
      const written = new Uint8Array(40).fill(0xee);
      const byDefinition = new Uint8Array(40).fill(0xee);
      expect(writeGrant(grant, new DataView(written.buffer), 16))
        .toBe(writePayload(Grant, grant, byDefinition, 16));
      expect(written).toEqual(byDefinition);
    }),
  );
});

test('telemetry written by hand is the same bytes as by its definition', () => {
  fc.assert(
    fc.property(anyMessageOf(Telemetry), (telemetry) => {
      if (telemetry.kind !== 'telemetry') throw new Error('telemetry is telemetry');
      const written = new Uint8Array(48).fill(0xee);
      const byDefinition = new Uint8Array(48).fill(0xee);
      expect(writeTelemetry(telemetry, new DataView(written.buffer), 16))
        .toBe(writePayload(Telemetry, telemetry, byDefinition, 16));
      expect(written).toEqual(byDefinition);
    }),
  );
});

const refuses = (write: () => unknown): boolean => {
  try {
    write();
    return false;
  } catch {
    return true;
  }
};

test('telemetry that its definition would not send is not sent by hand either', () => {
  const good: Telemetry = {
    kind: 'telemetry',
    penMs: penMs(1),
    strokes: strokes(2),
    phase: 'armed',
    latch: 'none',
    signals: 3,
    armingId: 4,
    holdId: 5,
    depthUm: um(6),
    rateCentiHz: centiHz(7),
    forceMn: mn(8),
    tiltDeg: 9,
    glideMmS: 10,
  };
  const numbers = [
    -1, 0, 0.5, 0xfe, 0xff, 0x100, 0xfffe, 0xffff, 0x10000, 0xffffffff, 0x100000000, Number.NaN,
    Infinity, undefined,
  ];
  const words = ['armed', 'none', 'toString', '', undefined];
  for (const field of Object.keys(Telemetry.fields)) {
    for (const value of [...numbers, ...words]) {
      const telemetry = { ...good, [field]: value };
      const body = new Uint8Array(40);
      const byDefinition = refuses(() => writePayload(Telemetry, telemetry, body, 0));
      const byHand = refuses(() => writeTelemetry(telemetry, new DataView(body.buffer), 0));
      expect([field, value, byHand]).toEqual([field, value, byDefinition]);
    }
  }
});

test('a grant that its definition would not send is not sent by hand either', () => {
  const good: Grant =
    { kind: 'grant', armingId: 1, holdId: 0, ceiling: strokes(5), notAfterPenMs: penMs(9) };
  const fields = ['armingId', 'holdId', 'ceiling', 'notAfterPenMs'] as const;
  const values = [-1, 0, 1, 0.5, 0xffff, 0x10000, 0xffffffff, 0x100000000, Number.NaN, Infinity];
  for (const field of fields) {
    for (const value of values) {
      const grant = { ...good, [field]: value };
      const body = new Uint8Array(40);
      const byDefinition = refuses(() => writePayload(Grant, grant, body, 0));
      expect([field, value, refuses(() => writeGrant(grant, new DataView(body.buffer), 0))])
        .toEqual([field, value, byDefinition]);
    }
  }
});
