/**
 * A frame taken apart for a reader: every byte on the wire beside the byte that it stands for, and
 * what that means. The worked examples of the README and the golden vectors are made with it.
 */
import { BY_ID } from '../../protocol/catalogue.ts';
import type { Field } from '../../protocol/field.ts';
import type { MessageType } from '../../protocol/message.ts';
import { unstuffed } from './cobs.ts';

/** One part of a frame: its bytes on the wire, the bytes of the body they stand for, a meaning. */
export interface Part {
  readonly wire: string;
  readonly body: string;
  readonly means: string;
}

/** Bytes as a person reads them. */
export const spaced = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');

const HEADER: readonly (readonly [string, number])[] = [
  ['version', 1],
  ['incompatible flags', 1],
  ['compatible flags', 1],
  ['id', 1],
  ['session', 4],
  ['sequence', 4],
  ['acknowledges', 4],
];

const told = (value: unknown): string => (value === undefined ? 'none' : JSON.stringify(value));

const littleEndian = (bytes: Uint8Array): number =>
  bytes.reduceRight((sum, byte) => sum * 256 + byte, 0);

function headerMeaning(name: string, bytes: Uint8Array, type: MessageType): string {
  const value = littleEndian(bytes);
  if (name === 'id') return `id 0x${value.toString(16).padStart(2, '0')}, ${type.kind}`;
  if (name === 'session') return `session 0x${value.toString(16).padStart(8, '0')}`;
  return `${name} ${value}`;
}

function fieldMeaning(name: string, field: Field<unknown>, bytes: Uint8Array): string {
  return `${name} ${told(field.read(bytes, 0))}`;
}

/** Takes apart a frame that is known to be good. */
export function explain(frame: Uint8Array): readonly Part[] {
  const body = unstuffed(frame);
  const type = BY_ID[body[3] ?? 0];
  if (type === undefined) throw new Error('a frame that is explained is one of ours');
  const parts: Part[] = [
    { wire: '00', body: '', means: 'delimiter' },
    { wire: spaced(frame.subarray(1, 2)), body: '', means: 'first code: way to the first zero' },
  ];
  let at = 0;
  const take = (bytes: number, meaning: (value: Uint8Array) => string): void => {
    const value = body.subarray(at, at + bytes);
    const wire = frame.subarray(2 + at, 2 + at + bytes);
    parts.push({ wire: spaced(wire), body: spaced(value), means: meaning(value) });
    at += bytes;
  };
  for (const [name, bytes] of HEADER) take(bytes, (value) => headerMeaning(name, value, type));
  for (const [name, field] of Object.entries(type.fields)) {
    take(field.bytes, (value) => fieldMeaning(name, field, value));
  }
  take(4, () => (type.bound ? 'check, CRC-32C bound to schema and boot' : 'check, CRC-32C'));
  return [...parts, { wire: '00', body: '', means: 'delimiter' }];
}
