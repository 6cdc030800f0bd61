// The kinds of fields that a message can have. One definition says how a value lies on the wire, in
// which range it may be, and what type it has in code; the tables of protocol/README.md and the
// schema hash are made from the same definition. All numbers are little-endian.

import { assert } from './assert.ts';

/** How a field lies on the wire. */
export type Wire = 'u8' | 'u16' | 'u32' | 'i16' | 'text' | 'hex' | 'curve';

/** One field: layout, range and meaning. `read` returns undefined for a value outside its range. */
export interface Field<Value> {
  readonly wire: Wire;
  readonly bytes: number;
  /** The range and meaning in words that enter the schema hash and the README. */
  readonly says: string;
  read(body: Uint8Array, at: number): Value | typeof OUT_OF_RANGE;
  write(body: Uint8Array, at: number, value: Value): void;
}

/** What `read` gives for bytes that are no value of the field. */
export const OUT_OF_RANGE: unique symbol = Symbol('out of range');

type WholeWire = 'u8' | 'u16' | 'u32' | 'i16';
interface Range {
  readonly min?: number;
  readonly max?: number;
}

const SIZE = { u8: 1, u16: 2, u32: 4, i16: 2 } as const;
const LOWEST = { u8: 0, u16: 0, u32: 0, i16: -0x8000 } as const;
const HIGHEST = { u8: 0xff, u16: 0xffff, u32: 0xffffffff, i16: 0x7fff } as const;

const byteAt = (body: Uint8Array, at: number): number => body[at] as number;

/** Reads an unsigned number of one, two or four bytes. */
function readUnsigned(body: Uint8Array, at: number, bytes: number): number {
  if (bytes === 1) return byteAt(body, at);
  const low = byteAt(body, at) | (byteAt(body, at + 1) << 8);
  if (bytes === 2) return low;
  return (low | (byteAt(body, at + 2) << 16) | (byteAt(body, at + 3) << 24)) >>> 0;
}

/** Writes a number of one, two or four bytes; a negative one as its complement. */
function writeWhole(body: Uint8Array, at: number, bytes: number, value: number): void {
  for (let index = 0; index < bytes; index += 1) body[at + index] = value >>> (8 * index);
}

const readWhole = (wire: WholeWire, body: Uint8Array, at: number): number => {
  const raw = readUnsigned(body, at, SIZE[wire]);
  return wire === 'i16' ? (raw << 16) >> 16 : raw;
};

/** A whole number in its unit, within a range that is checked both ways. */
function whole<Value extends number>(
  wire: WholeWire,
  unit: (value: number) => Value,
  range: Range,
): Field<Value> {
  const min = range.min ?? LOWEST[wire];
  const max = range.max ?? HIGHEST[wire];
  assert(min >= LOWEST[wire] && max <= HIGHEST[wire] && min <= max, 'a range fits its field');
  const within = `a ${wire} that is sent is a whole number from ${String(min)} to ${String(max)}`;
  return {
    wire,
    bytes: SIZE[wire],
    says: `${unitName(unit)}, ${String(min)} to ${String(max)}`,
    read: (body, at) => {
      const value = readWhole(wire, body, at);
      return value < min || value > max ? OUT_OF_RANGE : unit(value);
    },
    write: (body, at, value) => {
      assert(Number.isInteger(value) && value >= min && value <= max, within);
      writeWhole(body, at, SIZE[wire], value);
    },
  };
}

const unitName = (unit: (value: number) => number): string =>
  unit === count || unit.name === '' ? 'number' : unit.name;

/** The unit of a plain number: an id, a percentage, a bit set. */
export const count = (value: number): number => value;

type Unit<Value> = (value: number) => Value;

/** One unsigned byte. */
export const u8 = <Value extends number>(unit: Unit<Value>, range: Range = {}): Field<Value> =>
  whole('u8', unit, range);
/** Two bytes, unsigned. */
export const u16 = <Value extends number>(unit: Unit<Value>, range: Range = {}): Field<Value> =>
  whole('u16', unit, range);
/** Four bytes, unsigned. */
export const u32 = <Value extends number>(unit: Unit<Value>, range: Range = {}): Field<Value> =>
  whole('u32', unit, range);
/** Two bytes, signed. */
export const i16 = <Value extends number>(unit: Unit<Value>, range: Range = {}): Field<Value> =>
  whole('i16', unit, range);

/** A number whose highest value says that the pen has no such sensor or made no such statement. */
export function sensed<Value extends number>(field: Field<Value>): Field<Value | undefined> {
  assert(field.wire === 'u8' || field.wire === 'u16', 'what may be absent is a u8 or a u16');
  const absent = HIGHEST[field.wire];
  return {
    ...field,
    says: `${field.says}, or ${String(absent)} for none`,
    read: (body, at) =>
      readUnsigned(body, at, field.bytes) === absent ? undefined : field.read(body, at),
    write: (body, at, value) => {
      assert(value !== absent, 'a value is not the number that means none');
      if (value === undefined) writeWhole(body, at, field.bytes, absent);
      else field.write(body, at, value);
    },
  };
}

/** A closed list of words, one byte on the wire. */
export function choice<Word extends string>(words: Readonly<Record<Word, number>>): Field<Word> {
  const byCode = new Map<number, Word>();
  for (const word of Object.keys(words) as Word[]) byCode.set(words[word], word);
  assert(byCode.size === Object.keys(words).length, 'every word of a list has a code of its own');
  return {
    wire: 'u8',
    bytes: 1,
    says: [...byCode].map(([code, word]) => `${String(code)} ${word}`).join(', '),
    read: (body, at) => byCode.get(byteAt(body, at)) ?? OUT_OF_RANGE,
    write: (body, at, word) => {
      assert(Object.hasOwn(words, word), 'a word that is sent is on its list');
      body[at] = words[word];
    },
  };
}

const isPlain = (value: string): boolean => /^[\x20-\x7e]*$/.test(value);

/** Printable ASCII of a fixed width, filled up with zero bytes at the end. */
export const text = (bytes: number): Field<string> => ({
  wire: 'text',
  bytes,
  says: `printable ASCII, ${String(bytes)} bytes, zero-filled`,
  read: (body, at) => {
    let end = at;
    while (end < at + bytes && byteAt(body, end) !== 0) end += 1;
    const value = String.fromCharCode(...body.subarray(at, end));
    const filled = body.subarray(end, at + bytes).every((byte) => byte === 0);
    return filled && isPlain(value) ? value : OUT_OF_RANGE;
  },
  write: (body, at, value) => {
    assert(isPlain(value) && value.length <= bytes, 'a text that is sent is short plain ASCII');
    for (let index = 0; index < bytes; index += 1) {
      body[at + index] = index < value.length ? value.charCodeAt(index) : 0;
    }
  },
});

const twoDigits = (byte: number): string => byte.toString(16).padStart(2, '0');

/** Raw bytes, written in code as lower-case hexadecimal. */
export const hex = (bytes: number): Field<string> => ({
  wire: 'hex',
  bytes,
  says: `${String(bytes)} raw bytes`,
  read: (body, at) =>
    Array.from(body.subarray(at, at + bytes), twoDigits).join(''),
  write: (body, at, value) => {
    assert(value.length === 2 * bytes && /^[0-9a-f]*$/.test(value), 'a hex field has its length');
    for (let index = 0; index < bytes; index += 1) {
      body[at + index] = Number.parseInt(value.slice(2 * index, 2 * index + 2), 16);
    }
  },
});
