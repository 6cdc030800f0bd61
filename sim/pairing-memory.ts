// Where the pen keeps its keys and its count of sessions: bytes in a memory that no power cut can
// spoil. A memory in which nothing is whole is one of a pen that was never paired.
//
//   mark u32 | how many keys u8 | two keys of 32 bytes, unused ones zero

import { hexBytes, KEY_BYTES, keyHex } from '../protocol/pairing.ts';
import { NO_KEYS, type PairingRecord } from './firmware/index.ts';
import { createTwoPlaces, type KeptPlaces, type TwoPlaces } from './two-places.ts';

/** Memory for keys and count. */
export interface PairingMemory extends Omit<TwoPlaces, 'write' | 'boot'> {
  readonly write: (id: number, record: PairingRecord) => void;
  /** Power was gone: a write stays where it was. Gives what holds. */
  readonly boot: () => PairingRecord;
}

const MARK_BYTES = 4;
const KEYS_AT = MARK_BYTES + 1;
const KEYS_MAX = 2;
const RECORD_BYTES = KEYS_AT + KEYS_MAX * KEY_BYTES;

function recordBytes({ keys, mark }: PairingRecord): Uint8Array {
  const bytes = new Uint8Array(RECORD_BYTES);
  new DataView(bytes.buffer).setUint32(0, mark, true);
  bytes[MARK_BYTES] = keys.length;
  keys.forEach((key, at) => bytes.set(hexBytes(key), KEYS_AT + at * KEY_BYTES));
  return bytes;
}

function readRecord(bytes: Uint8Array): PairingRecord {
  const mark = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const keys = Array.from({ length: Math.min(KEYS_MAX, bytes[MARK_BYTES] ?? 0) }, (_, index) => {
    const from = KEYS_AT + index * KEY_BYTES;
    return keyHex(bytes.subarray(from, from + KEY_BYTES));
  });
  return { keys, mark };
}

/** Makes a memory that starts with what was kept. */
export function createPairingMemory(start: KeptPlaces): PairingMemory {
  const places = createTwoPlaces(start, RECORD_BYTES);
  return {
    ...places,
    write: (id, record) => places.write(id, recordBytes(record)),
    boot: () => {
      const bytes = places.boot();
      return bytes === undefined ? NO_KEYS : readRecord(bytes);
    },
  };
}
