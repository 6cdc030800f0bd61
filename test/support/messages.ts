/**
 * Values for every message, made from what the catalogue says about its fields. The sentence of a
 * field is what the README prints, so a test that draws from it also proves the README true.
 */
import fc from 'fast-check';
import type { Message } from '../../protocol/catalogue.ts';
import type { Field } from '../../protocol/field.ts';
import type { Header } from '../../protocol/frame.ts';
import type { MessageType } from '../../protocol/message.ts';

/** The numbers that a field says it takes. */
export interface SaidRange {
  readonly min: number;
  readonly max: number;
  /** The number that stands for none, where the field has one. */
  readonly none: number | undefined;
}

/** The range in the sentence of a numeric field; undefined for words, texts and raw bytes. */
export function saidRange(field: Field<unknown>): SaidRange | undefined {
  const found = /, (-?\d+) to (-?\d+)(?:, or (\d+) for none)?$/.exec(field.says);
  if (found === null) return undefined;
  return {
    min: Number(found[1]),
    max: Number(found[2]),
    none: found[3] === undefined ? undefined : Number(found[3]),
  };
}

/** The words in the sentence of a field that is a closed list, with their codes. */
export function saidWords(field: Field<unknown>): ReadonlyMap<string, number> | undefined {
  if (!/^\d+ \S+/.test(field.says) || field.wire !== 'u8') return undefined;
  const pairs = field.says.split(', ').map((pair) => pair.split(' ') as [string, string]);
  return new Map(pairs.map(([code, word]) => [word, Number(code)]));
}

const plainText = (bytes: number): fc.Arbitrary<string> =>
  fc
    .array(fc.integer({ min: 0x20, max: 0x7e }), { maxLength: bytes })
    .map((codes) => String.fromCharCode(...codes));

const rawHex = (bytes: number): fc.Arbitrary<string> =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((raw) => Buffer.from(raw).toString('hex'));

/** Any curve: rising depths, whatever is added. */
const anyCurve = (bytes: number): fc.Arbitrary<unknown> =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 65_534 }), { maxLength: bytes / 4 })
    .chain((depths) => fc.tuple(...depths.map((atUm) =>
      fc.integer({ min: -0x8000, max: 0x7fff }).map((addUm) => ({ atUm, addUm })))));

/** Any value that a field takes. */
export function anyValue(field: Field<unknown>): fc.Arbitrary<unknown> {
  const words = saidWords(field);
  if (words !== undefined) return fc.constantFrom(...words.keys());
  if (field.wire === 'text') return plainText(field.bytes);
  if (field.wire === 'hex') return rawHex(field.bytes);
  if (field.wire === 'curve') return anyCurve(field.bytes);
  const range = saidRange(field);
  if (range === undefined) throw new Error(`cannot read the range in "${field.says}"`);
  const numbers = fc
    .integer({ min: range.min, max: range.max })
    .filter((value) => value !== range.none);
  return range.none === undefined ? numbers : fc.option(numbers, { nil: undefined });
}

/** Any message of one kind. */
export const anyMessageOf = (type: MessageType): fc.Arbitrary<Message> =>
  fc
    .record(Object.fromEntries(Object.entries(type.fields).map(([n, f]) => [n, anyValue(f)])))
    .map((fields) => ({ kind: type.kind, ...fields }) as Message);

/** Any message of any of the given kinds. */
export const anyMessage = (types: readonly MessageType[]): fc.Arbitrary<Message> =>
  fc.constantFrom(...types).chain(anyMessageOf);

const u32: fc.Arbitrary<number> = fc.integer({ min: 0, max: 0xffffffff });

/** Any header of a frame. */
export const anyHeader: fc.Arbitrary<Header> = fc.record({ session: u32, seq: u32, ack: u32 });

/** Cuts bytes into pieces of the given sizes, over and over. */
export function* inPieces(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  let from = 0;
  for (let turn = 0; from < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.slice(from, from + size);
    from += size;
  }
}
