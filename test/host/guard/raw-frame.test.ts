/** The guard reads frames back from their bytes, as the wire has them and not as somebody meant. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGuard } from '../../../host/guard/index.ts';
import { createFrameReader, PAYLOAD_AT } from '../../../host/guard/raw-frame.ts';
import { encodeFrame } from '../../../protocol/frame.ts';
import { Arm, Envelope, Extend, Grant, Run, Tighten, TO_PEN } from '../../../protocol/to-pen.ts';
import { FROM_PEN } from '../../../protocol/from-pen.ts';
import { anyHeader, anyMessage, anyMessageOf } from '../../support/messages.ts';

const read = createFrameReader();

test('S-37 every frame that a host can send is read back with its numbers', () => {
  fc.assert(
    fc.property(anyMessage(TO_PEN), anyHeader, (message, header) => {
      const frame = read(encodeFrame(message, header, 5));
      const type = TO_PEN.find(({ kind }) => kind === message.kind);
      expect([frame?.id, frame?.session, frame?.seq]).toEqual([
        type?.id, header.session, header.seq,
      ]);
    }),
  );
});

/** Where the guard looks for a field, and how wide it takes it. */
const OFFSETS = [
  [Arm, { armingId: [0, 2], area: [2, 1], side: [3, 1], depthUm: [12, 2], rateCentiHz: [14, 2],
    passCeiling: [16, 4], needleCount: [20, 1], stamp: [21, 1] }],
  [Envelope, { area: [0, 1], depthUmMax: [1, 2], rateCentiHzMax: [3, 2], passStrokesMax: [5, 4],
    creditMax: [9, 1], holdMsMax: [10, 2] }],
  [Tighten, { armingId: [0, 2], depthUm: [2, 2], rateCentiHz: [4, 2], passCeiling: [6, 4] }],
  [Grant, { armingId: [0, 2], holdId: [2, 2], ceiling: [4, 4], notAfterPenMs: [8, 4] }],
  [Extend, { depthUm: [0, 2], notAfterPenMs: [2, 4] }],
  [Run, { depthUm: [0, 2], rateCentiHz: [2, 2], ceiling: [4, 4], notAfterPenMs: [8, 4] }],
] as const;

test.each(OFFSETS)('S-37 the fields of a message stand where the guard looks', (type, fields) => {
  fc.assert(
    fc.property(anyMessageOf(type), (message) => {
      const view = read(encodeFrame(message, { session: 1, seq: 2, ack: 3 }, 5))?.view;
      const places: readonly (readonly [string, readonly [number, number]])[] =
        Object.entries(fields);
      for (const [name, [at, bytes]] of places) {
        const from = PAYLOAD_AT + at;
        const found =
          bytes === 1 ? view?.getUint8(from)
            : bytes === 2 ? view?.getUint16(from, true) : view?.getUint32(from, true);
        expect([name, found]).toEqual([name, Reflect.get(message, name)]);
      }
    }),
    { numRuns: 40 },
  );
});

test('S-37 bytes that are no frame of a host are not written', () => {
  const guard = createGuard();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(guard.stops(bytes)).toMatchObject({ rule: 'unreadable' });
    }),
  );
  fc.assert(
    fc.property(anyMessage(FROM_PEN), anyHeader, (message, header) => {
      expect(guard.stops(encodeFrame(message, header, 5))).toBeDefined();
    }),
  );
});

test('S-37 a frame that is cut, doubled or of another version is not written', () => {
  const whole = encodeFrame({ kind: 'stop' }, { session: 1, seq: 2, ack: 3 }, 0);
  const guard = createGuard();
  expect(guard.stops(whole)).toBeUndefined();
  for (let length = 0; length < whole.length; length += 1) {
    expect(guard.stops(whole.subarray(0, length))).toBeDefined();
  }
  expect(guard.stops(Uint8Array.from([...whole, ...whole]))).toBeDefined();
  const other = whole.slice();
  other[2] = 2;
  expect(guard.stops(other)).toBeDefined();
});
