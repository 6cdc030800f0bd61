/**
 * Every range of every field is checked both ways: the sender's mistake is an assertion, the other
 * end's is a refusal. The ranges are those that the catalogue says and the README prints.
 */
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../protocol/catalogue.ts';
import { choice, count, type Field, hex, i16, OUT_OF_RANGE, sensed, text, u16, u32, u8 }
  from '../../protocol/field.ts';
import { um } from '../../protocol/units.ts';
import { saidRange, saidWords } from '../support/messages.ts';

const FIELDS = CATALOGUE.flatMap((type) =>
  Object.entries(type.fields).map(([name, field]) => [`${type.kind}.${name}`, field] as const),
);
const RANGES = FIELDS.flatMap(([name, field]) => {
  const range = saidRange(field);
  return range === undefined ? [] : [[name, field, range] as const];
});
const WORDS = FIELDS.flatMap(([name, field]) => {
  const words = saidWords(field);
  return words === undefined ? [] : [[name, field, words] as const];
});

const lowest = (field: Field<unknown>): number => (field.wire === 'i16' ? -0x8000 : 0);
const highest = (field: Field<unknown>): number =>
  field.wire === 'i16' ? 0x7fff : 2 ** (8 * field.bytes) - 1;

/** The bytes of a number as a foreign sender would put them, whatever the field thinks of it. */
function rawBytes(field: Field<unknown>, value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, value >>> 0, true);
  return new Uint8Array(view.buffer, 0, field.bytes);
}

const readBack = (field: Field<unknown>, value: unknown): unknown => {
  const body = new Uint8Array(field.bytes);
  field.write(body, 0, value);
  return field.read(body, 0);
};

test('every field of the catalogue says its range or words, or is text, raw or a curve', () => {
  const silent = FIELDS.filter(
    ([, field]) =>
      saidRange(field) === undefined &&
      saidWords(field) === undefined &&
      !['text', 'hex', 'curve'].includes(field.wire),
  );
  expect(silent).toEqual([]);
  expect(RANGES.length).toBeGreaterThan(60);
  expect(WORDS.length).toBeGreaterThan(7);
});

describe.each(RANGES)('%s', (_, field, range) => {
  test('takes both ends of its range, and gives them back', () => {
    for (const value of [range.min, range.max]) {
      if (value !== range.none) expect(readBack(field, value)).toBe(value);
    }
  });

  test('sends nothing beyond its range, and no fraction or not-a-number', () => {
    const body = new Uint8Array(field.bytes);
    for (const value of [range.min - 1, range.max + 1, range.min + 0.5, Number.NaN, Infinity]) {
      expect(() => field.write(body, 0, value)).toThrow(/should be true/);
    }
  });

  test('hears nothing beyond its range', () => {
    for (const value of [range.min - 1, range.max + 1]) {
      const onTheWire = value >= lowest(field) && value <= highest(field);
      if (!onTheWire || value === range.none) continue;
      expect(field.read(rawBytes(field, value), 0)).toBe(OUT_OF_RANGE);
    }
  });

  test('keeps the number for none apart from every value', () => {
    if (range.none === undefined) return;
    expect(readBack(field, undefined)).toBeUndefined();
    expect(() => field.write(new Uint8Array(field.bytes), 0, range.none)).toThrow(/none/);
  });
});

test.each(WORDS)('%s hears the codes of its list and no other code', (_, field, words) => {
  const codes = new Set(words.values());
  for (let code = 0; code < 256; code += 1) {
    expect(field.read(Uint8Array.of(code), 0) !== OUT_OF_RANGE).toBe(codes.has(code));
  }
  for (const word of words.keys()) expect(readBack(field, word)).toBe(word);
});

test('a word that is not on its list is not sent, even where the types were silenced', () => {
  const field: Field<unknown> = choice({ yes: 1 });
  for (const word of ['no', 'toString', undefined]) {
    expect(() => field.write(new Uint8Array(1), 0, word)).toThrow(/on its list/);
  }
});

test('two words cannot share a code', () => {
  expect(() => choice({ yes: 1, no: 1 })).toThrow(/code of its own/);
});

test('a text is plain ASCII that ends where its zeros begin', () => {
  const field = text(4);
  expect(readBack(field, '')).toBe('');
  expect(readBack(field, 'a ~')).toBe('a ~');
  expect(readBack(field, 'abcd')).toBe('abcd');
  for (const bad of ['abcde', 'a\n', 'é', '\0a']) {
    expect(() => field.write(new Uint8Array(4), 0, bad)).toThrow(/ASCII/);
  }
  const bytes = [[0, 97, 0, 0], [97, 0, 0, 1], [10, 0, 0, 0], [0x7f, 0, 0, 0], [0xff, 1, 2, 3]];
  for (const bad of bytes) {
    expect(field.read(Uint8Array.from(bad), 0)).toBe(OUT_OF_RANGE);
  }
});

test('raw bytes are written as lower-case hexadecimal of exactly their length', () => {
  const field = hex(3);
  expect(readBack(field, '00a1ff')).toBe('00a1ff');
  for (const bad of ['', '00a1f', '00a1ff0', '00A1FF', '00a1fg']) {
    expect(() => field.write(new Uint8Array(3), 0, bad)).toThrow(/length/);
  }
});

test('numbers lie little-endian, negative ones as their complement', () => {
  const body = new Uint8Array(11);
  u32(count).write(body, 0, 0x01020304);
  u16(count).write(body, 4, 0xa0b0);
  i16(um).write(body, 6, um(-2));
  u8(count).write(body, 8, 255);
  expect([...body]).toEqual([4, 3, 2, 1, 0xb0, 0xa0, 0xfe, 0xff, 255, 0, 0]);
});

test('a range that does not fit its field is a mistake of the catalogue', () => {
  expect(() => u8(count, { max: 256 })).toThrow(/fits its field/);
  expect(() => u16(count, { min: -1 })).toThrow(/fits its field/);
  expect(() => u8(count, { min: 5, max: 4 })).toThrow(/fits its field/);
  expect(() => sensed(u32(count))).toThrow(/u8 or a u16/);
});
