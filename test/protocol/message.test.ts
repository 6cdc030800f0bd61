/**
 * Every message survives the wire: what is encoded in a frame is decoded to the same value, for any
 * value that the catalogue allows, and a payload of another length is no message.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CATALOGUE } from '../../protocol/catalogue.ts';
import { createEncoder, encodeFrame, FRAME_BYTES_MAX } from '../../protocol/frame.ts';
import { message, readPayload, writePayload } from '../../protocol/message.ts';
import { u16, u8, count } from '../../protocol/field.ts';
import { checked, stuffed } from '../support/cobs.ts';
import { joined, listening } from '../support/listening.ts';
import { anyHeader, anyMessageOf } from '../support/messages.ts';

const BINDING = 0x1234567;

test.each(CATALOGUE.map((type) => [type.kind, type] as const))(
  'every %s comes out of a frame as it went in, header included',
  (_, type) => {
    fc.assert(
      fc.property(anyMessageOf(type), anyHeader, (sent, header) => {
        const pen = listening({ binding: BINDING });
        pen.push(encodeFrame(sent, header, BINDING));
        expect(pen.heard).toEqual([sent]);
        expect(pen.headers).toEqual([header]);
        expect(pen.dropped).toEqual([]);
      }),
      { numRuns: 200 },
    );
  },
);

test('an encoder that is used again leaves nothing of the frame before in the next one', () => {
  const everyKind = fc.constantFrom(...CATALOGUE).chain(anyMessageOf);
  const encode = createEncoder();
  fc.assert(
    fc.property(everyKind, anyHeader, (sent, header) => {
      expect(encode(sent, header, BINDING).slice()).toEqual(encodeFrame(sent, header, BINDING));
    }),
  );
});

test('a frame holds no zero but its two delimiters, and fits the longest frame', () => {
  const everyKind = fc.constantFrom(...CATALOGUE).chain(anyMessageOf);
  fc.assert(
    fc.property(everyKind, anyHeader, (sent, header) => {
      const frame = encodeFrame(sent, header, BINDING);
      expect(frame.length).toBeLessThanOrEqual(FRAME_BYTES_MAX);
      expect([frame[0], frame.at(-1)]).toEqual([0, 0]);
      expect(frame.subarray(1, -1).includes(0)).toBe(false);
    }),
  );
});

test('a payload that is a byte too short or too long is refused with its length', () => {
  for (const type of CATALOGUE) {
    const body = new Uint8Array(300);
    for (const bytes of [type.bytes - 1, type.bytes + 1]) {
      expect(readPayload(type, body, 16, 16 + bytes)).toEqual({
        ok: false,
        error: { code: 'wrong-length', kind: type.kind, bytes },
      });
    }
  }
});

const pair = message(0x7f, 'pair', { delivery: 'report' }, {
  first: u8(count),
  last: u16(count),
});

test('the fields of a message lie in order, little-endian, without gaps', () => {
  const body = new Uint8Array(4).fill(0xee);
  expect(writePayload(pair, { kind: 'pair', first: 1, last: 0x0203 }, body, 0)).toBe(3);
  expect([...body]).toEqual([1, 3, 2, 0xee]);
});

test('a message that lacks a field is not sent', () => {
  expect(() => writePayload(pair, { first: 1 }, new Uint8Array(4), 0)).toThrow(/carries its last/);
});

test('STOP is the shortest frame of all, by at least one byte', () => {
  const length = new Map(CATALOGUE.map((type) => [type.kind, type.bytes]));
  const stop = length.get('stop');
  expect(stop).toBe(0);
  for (const [kind, bytes] of length) if (kind !== 'stop') expect(bytes).toBeGreaterThan(0);
  expect(encodeFrame({ kind: 'stop' }, { session: 0, seq: 0, ack: 0 }, 0)).toHaveLength(23);
});

test('a sound frame whose payload is no message is dropped with that reason', () => {
  const host = listening();
  const outcome = Uint8Array.from([1, 0, 0, 0x82, ...new Array<number>(12).fill(0)]);
  host.push(stuffed(checked(joined(outcome, Uint8Array.of(0))))); // 1 byte of 14
  host.push(stuffed(checked(joined(outcome, new Uint8Array(14).fill(9))))); // no such outcome
  expect([host.heard, host.dropped]).toEqual([[], ['bad-payload', 'bad-payload']]);
});
