// Memory that a power cut at any byte cannot spoil: two places, written in turn, a byte at a time.
// The place that is not in force is overwritten; whatever byte the power fails at, the other one is
// whole. At boot the newest whole one holds. What is kept in it is somebody else's matter.

import { crc32c } from '../protocol/crc.ts';

/** The two places as they are kept: raw bytes, empty for one that was never written. */
export type KeptPlaces = readonly [Uint8Array, Uint8Array];

/** Places that nobody has written to. */
export const NO_PLACES: KeptPlaces = [new Uint8Array(0), new Uint8Array(0)];

/** Memory for one piece of so many bytes. */
export interface TwoPlaces {
  readonly write: (id: number, payload: Uint8Array) => void;
  /** Lets time pass, a byte a millisecond, and tells the number of the piece that is stored. */
  readonly pass: (ms: number, stored: (id: number) => void) => void;
  readonly isIdle: () => boolean;
  /** Power was gone: a write stays where it was. Gives the piece that holds, if one is whole. */
  readonly boot: () => Uint8Array | undefined;
  readonly kept: () => KeptPlaces;
}

// generation u32 | payload | CRC-32C of both, little-endian
const GENERATION_BYTES = 4;
const CHECK_BYTES = 4;

interface Place {
  readonly generation: number;
  readonly payload: Uint8Array;
}

function placeBytes(generation: number, payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(GENERATION_BYTES + payload.length + CHECK_BYTES);
  new DataView(bytes.buffer).setUint32(0, generation, true);
  bytes.set(payload, GENERATION_BYTES);
  seal(bytes);
  return bytes;
}

/** Puts the check over a place whose generation is known. */
function seal(bytes: Uint8Array): void {
  const at = bytes.length - CHECK_BYTES;
  new DataView(bytes.buffer).setUint32(at, crc32c(bytes.subarray(0, at)), true);
}

function readPlace(bytes: Uint8Array, length: number): Place | undefined {
  if (bytes.length !== length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = length - CHECK_BYTES;
  if (crc32c(bytes.subarray(0, at)) !== view.getUint32(at, true)) return undefined;
  return { generation: view.getUint32(0, true), payload: bytes.slice(GENERATION_BYTES, at) };
}

/** Memory that was never written reads as ones. */
function grown(before: Uint8Array, length: number): Uint8Array {
  const place = new Uint8Array(length).fill(0xff);
  place.set(before);
  return place;
}

interface Writing {
  readonly id: number;
  readonly bytes: Uint8Array;
  done: number;
}

/** Makes a memory that starts with what was kept, or else with what the factory wrote into it. */
export function createTwoPlaces(
  start: KeptPlaces,
  payloadBytes: number,
  factory?: Uint8Array,
): TwoPlaces {
  const length = GENERATION_BYTES + payloadBytes + CHECK_BYTES;
  const blank = start.every((bytes) => bytes.length === 0);
  const places = blank && factory !== undefined
    ? [placeBytes(1, factory), new Uint8Array(0)]
    : start.map((bytes) => bytes.slice());
  let queue: Writing[] = [];
  let target: number | undefined;

  const newest = (): { readonly at: number; readonly place: Place } | undefined => {
    const found = places.flatMap((bytes, at) => {
      const place = readPlace(bytes, length);
      return place === undefined ? [] : [{ at, place }];
    });
    return found.sort((one, other) => other.place.generation - one.place.generation)[0];
  };

  /** The next byte of what is being written goes into the place that is not in force. */
  const writeByte = (writing: Writing): void => {
    if (target === undefined) {
      const holds = newest();
      target = holds?.at === 0 ? 1 : 0;
      new DataView(writing.bytes.buffer).setUint32(0, (holds?.place.generation ?? 0) + 1, true);
      seal(writing.bytes);
    }
    const before = places[target] ?? new Uint8Array(0);
    const place = before.length === length ? before : grown(before, length);
    place[writing.done] = writing.bytes[writing.done] ?? 0;
    places[target] = place;
    writing.done += 1;
  };

  return {
    write: (id, payload) => {
      queue.push({ id, bytes: placeBytes(0, payload), done: 0 });
    },
    pass: (ms, stored) => {
      for (let leftMs = ms; leftMs > 0 && queue.length > 0; leftMs -= 1) {
        const [writing] = queue;
        if (writing === undefined) return;
        writeByte(writing);
        if (writing.done < length) continue;
        queue.shift();
        target = undefined;
        stored(writing.id);
      }
    },
    isIdle: () => queue.length === 0,
    boot: () => {
      queue = [];
      target = undefined;
      return newest()?.place.payload;
    },
    kept: () => [places[0] ?? new Uint8Array(0), places[1] ?? new Uint8Array(0)],
  };
}
