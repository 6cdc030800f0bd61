// What one key file holds, and why it may not be used. A file belongs to one pen: its serial
// number, and one key, or two while a key is being changed. Text in, data out; nothing here touches
// a disk.

import { z } from 'zod';
import { keyIdOf } from '../../protocol/pairing.ts';

/** One key of a pen. */
export interface KeptKey {
  /** 64 hexadecimal digits. It is never shown, logged or written anywhere else. */
  readonly key: string;
  /** The highest number of a session that was made under it. */
  readonly counter: number;
  /** A frame of the pen under it was heard. */
  readonly proven: boolean;
}

/** The keys of a pen, the newest last. */
export interface PenKeys {
  readonly serial: string;
  readonly keys: readonly KeptKey[];
}

/** Why keys cannot be had or kept. */
export type KeyRefusal =
  | { readonly code: 'loose'; readonly path: string; readonly mode: string }
  | { readonly code: 'not-ours'; readonly path: string }
  | { readonly code: 'not-a-key-file'; readonly path: string }
  | { readonly code: 'unreadable'; readonly path: string; readonly why: string }
  | { readonly code: 'cannot-write'; readonly path: string; readonly why: string }
  | { readonly code: 'inside-data'; readonly path: string };

const VERSION = 1;
const U32_MAX = 2 ** 32 - 1;

const shape = z.strictObject({
  version: z.literal(VERSION),
  serial: z.string().min(1).max(16),
  keys: z.array(z.strictObject({
    key: z.string().regex(/^[0-9a-f]{64}$/),
    counter: z.int().min(0).max(U32_MAX),
    proven: z.boolean(),
  })).min(1).max(2).readonly(),
});

/** Reads the text of a key file; undefined is a file of something else. */
export function readKeyText(text: string): PenKeys | undefined {
  try {
    const read = shape.safeParse(JSON.parse(text));
    return read.success ? { serial: read.data.serial, keys: read.data.keys } : undefined;
  } catch {
    return undefined; // text that is no JSON is a file of something else
  }
}

/** The text of a key file. */
export const keyText = ({ serial, keys }: PenKeys): string =>
  `${JSON.stringify({ version: VERSION, serial, keys }, undefined, 2)}\n`;

/** The same keys with one more, not proven; what was not proven before gives way to it. */
export const withNewKey = ({ serial, keys }: PenKeys, key: string): PenKeys => ({
  serial,
  keys: [...keys.filter(({ proven }) => proven).slice(-1), { key, counter: 0, proven: false }],
});

/** The same keys after a frame under one of them was heard: any older one is over. */
export function withProof({ serial, keys }: PenKeys, key: string, counter: number): PenKeys {
  const at = keys.findIndex((one) => one.key === key);
  const later = keys.slice(at + 1);
  return { serial, keys: [{ key, counter, proven: true }, ...later] };
}

/** The key that a pen says that it holds; the newest, where there are two. */
export const keyCalled = ({ keys }: PenKeys, ids: readonly number[]): KeptKey | undefined =>
  keys.findLast(({ key }) => ids.includes(keyIdOf(key)));

/** How a key is called in words and in the journal; from it the key cannot be told. */
export const keyName = (keyId: number): string => keyId.toString(16).padStart(8, '0');
