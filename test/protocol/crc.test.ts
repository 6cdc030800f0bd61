/**
 * CRC-32C against its published check value and against one written bit by bit, and the bindings
 * and session numbers that are made of it.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindingOf, sessionOf } from '../../protocol/binding.ts';
import {
  CRC_START, crc32c, createFrameCrc, crcFinish, crcOver, crcUpdate,
} from '../../protocol/crc.ts';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** The definition, one bit at a time. */
function bitByBit(bytes: Uint8Array): number {
  let register = 0xffffffff;
  for (const byte of bytes) {
    register ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      register = register & 1 ? (register >>> 1) ^ 0x82f63b78 : register >>> 1;
    }
  }
  return ~register >>> 0;
}

test('the check of 123456789 is the published one', () => {
  expect(crc32c(ascii('123456789'))).toBe(0xe3069283);
});

test('the four test patterns of RFC 3720, B.4, give their published checks', () => {
  const up = Uint8Array.from({ length: 32 }, (_, index) => index);
  expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
  expect(crc32c(new Uint8Array(32).fill(0xff))).toBe(0x62a8ab43);
  expect(crc32c(up)).toBe(0x46dd794e);
  expect(crc32c(up.toReversed())).toBe(0x113fdb5c);
});

test('eight bytes at a time give what one bit at a time gives', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(crc32c(bytes)).toBe(bitByBit(bytes));
    }),
  );
});

test('a register may be carried on from any place', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(), (bytes, somewhere) => {
      const cut = somewhere % (bytes.length + 1);
      const first = crcUpdate(CRC_START, bytes, 0, cut);
      expect(crcFinish(crcUpdate(first, bytes, cut, bytes.length))).toBe(crc32c(bytes));
    }),
  );
});

test('whatever frames come one after the other, a head that is remembered is the right one', () => {
  const start = fc.constantFrom(CRC_START, 0, 1, 0x1234567);
  const head = fc.array(fc.constantFrom(0, 1), { minLength: 8, maxLength: 8 });
  const frame = fc.tuple(start, head, fc.uint8Array({ maxLength: 60 }), fc.nat(3));
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 30 }), (frames) => {
      const crcOf = createFrameCrc();
      for (const [register, first, rest, from] of frames) {
        const bytes = Uint8Array.from([...first.slice(0, from), ...first, ...rest]);
        const view = new DataView(bytes.buffer);
        expect(crcOf(register, view, from, view.byteLength))
          .toBe(crcOver(register, view, from, view.byteLength));
      }
    }),
  );
});

test('a binding is the register after schema hash and boot id, little-endian', () => {
  const words = Uint8Array.of(0x04, 0x03, 0x02, 0x01, 0x0d, 0x0c, 0x0b, 0x0a);
  expect(crcFinish(bindingOf(0x01020304, 0x0a0b0c0d))).toBe(crc32c(words));
});

test('a session needs both nonces, in their order, and is never 0', () => {
  const nonce = fc.integer({ min: 0, max: 0xffffffff });
  fc.assert(
    fc.property(nonce, nonce, nonce, (host, pen, other) => {
      fc.pre(other !== pen && other !== host);
      expect(sessionOf(host, pen)).not.toBe(0);
      expect(sessionOf(host, pen)).not.toBe(sessionOf(host, other));
      expect(sessionOf(host, pen)).not.toBe(sessionOf(other, pen));
    }),
  );
  expect(sessionOf(1, 2)).not.toBe(sessionOf(2, 1));
});

test('the pair of nonces whose check would be 0 gives session 1', () => {
  // Found by running the register backwards: with host nonce 0 exactly one pen nonce gives 0.
  expect(sessionOf(0, penNonceThatGivesZero())).toBe(1);
});

/** A CRC over four bytes is a bijection of the register, so it can be solved bit by bit. */
function penNonceThatGivesZero(): number {
  const finish = (pen: number): number => {
    const bytes = new Uint8Array(8);
    new DataView(bytes.buffer).setUint32(4, pen, true);
    return crc32c(bytes);
  };
  const base = finish(0);
  let rows = Array.from({ length: 32 }, (_, bit) => ({
    effect: (finish((1 << bit) >>> 0) ^ base) >>> 0,
    input: (1 << bit) >>> 0,
  }));
  let left = base;
  let input = 0;
  for (let bit = 31; bit >= 0; bit -= 1) {
    const pivot = rows.find((row) => row.effect >>> bit === 1);
    if (pivot === undefined) continue;
    if ((left >>> bit) & 1) {
      left = (left ^ pivot.effect) >>> 0;
      input = (input ^ pivot.input) >>> 0;
    }
    rows = rows
      .filter((row) => row !== pivot)
      .map((row) =>
        (row.effect >>> bit) & 1
          ? { effect: (row.effect ^ pivot.effect) >>> 0, input: (row.input ^ pivot.input) >>> 0 }
          : row);
  }
  return input;
}
