// All messages in one place, and one number that stands for all of them: the schema hash. Two ends
// whose catalogues differ in a single field, range or code have different hashes, and since the
// hash is mixed into the check of every bound frame, they cannot make each other move.

import { crc32c } from './crc.ts';
import { FROM_PEN, type FromPen } from './from-pen.ts';
import type { MessageType } from './message.ts';
import { TO_PEN, type ToPen } from './to-pen.ts';

/** Any message in either direction. */
export type Message = ToPen | FromPen;

/** Every message definition, in the order of its id. */
export const CATALOGUE: readonly MessageType[] = [...TO_PEN, ...FROM_PEN];

/** Definitions by id; undefined where no message has the id. */
export const BY_ID: readonly (MessageType | undefined)[] = Array.from({ length: 256 }, (_, id) =>
  CATALOGUE.find((type) => type.id === id),
);

/** Definitions by kind. */
export const BY_KIND: ReadonlyMap<string, MessageType> = new Map(
  CATALOGUE.map((type) => [type.kind, type]),
);

/** The catalogue as the text whose check is the schema hash: a line a message, fields in order. */
export const catalogueText = (types: readonly MessageType[]): string =>
  types.map((type) => `${messageLine(type)}\n`).join('');

function messageLine(type: MessageType): string {
  const fields = Object.entries(type.fields)
    .map(([name, field]) => `${name}:${field.wire}${String(field.bytes)}(${field.says})`)
    .join(';');
  const id = type.id.toString(16).padStart(2, '0');
  return `${id} ${type.kind} ${type.delivery}${type.bound ? ' bound' : ''} ${fields}`;
}

/** The hash of a catalogue: CRC-32C of its text in ASCII. */
export const schemaHashOf = (types: readonly MessageType[]): number =>
  crc32c(Uint8Array.from(catalogueText(types), (char) => char.charCodeAt(0)));

/** The hash of this catalogue, which is exchanged at hello and bound into actuating frames. */
export const SCHEMA_HASH = schemaHashOf(CATALOGUE);
