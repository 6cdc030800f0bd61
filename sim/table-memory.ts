// Where the pen keeps its calibration table: two places, written in turn, a byte at a time. The
// place that is not in force is overwritten; whatever byte the power fails at, the other one is
// whole. At boot the newest whole one holds. This is the part of a memory that can tear.

import { crc32c } from '../protocol/crc.ts';
import { type CalibrationTable, readTable, TABLE_BYTES, tableBytes } from '../protocol/table.ts';

/** The two places as they are kept: raw bytes, empty for one that was never written. */
export type KeptTables = readonly [Uint8Array, Uint8Array];

/** Places that nobody has written to. */
export const NO_TABLES: KeptTables = [new Uint8Array(0), new Uint8Array(0)];

/** Memory for the calibration table. */
export interface TableMemory {
  readonly write: (id: number, table: CalibrationTable) => void;
  /** Lets time pass, a byte a millisecond, and tells the number of the table that is stored. */
  readonly pass: (ms: number, stored: (id: number) => void) => void;
  readonly isIdle: () => boolean;
  /** Power was gone: a write stays where it was. Gives the table that holds, if one is whole. */
  readonly boot: () => CalibrationTable | undefined;
  readonly kept: () => KeptTables;
}

// generation u32 | table | CRC-32C of both, little-endian
const GENERATION_BYTES = 4;
const PLACE_BYTES = GENERATION_BYTES + TABLE_BYTES + 4;

interface Place {
  readonly generation: number;
  readonly table: CalibrationTable;
}

function placeBytes(generation: number, table: CalibrationTable): Uint8Array {
  const bytes = new Uint8Array(PLACE_BYTES);
  new DataView(bytes.buffer).setUint32(0, generation, true);
  bytes.set(tableBytes(table), GENERATION_BYTES);
  sealed(bytes);
  return bytes;
}

function readPlace(bytes: Uint8Array): Place | undefined {
  if (bytes.length !== PLACE_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const check = view.getUint32(PLACE_BYTES - 4, true);
  if (crc32c(bytes.subarray(0, PLACE_BYTES - 4)) !== check) return undefined;
  const table = readTable(bytes.subarray(GENERATION_BYTES, PLACE_BYTES - 4));
  return table && { generation: view.getUint32(0, true), table };
}

interface Writing {
  readonly id: number;
  readonly bytes: Uint8Array;
  done: number;
}

/** Makes a memory that starts with what was kept, or else with what the factory wrote into it. */
export function createTableMemory(start: KeptTables, factory: CalibrationTable): TableMemory {
  const blank = start.every(({ length }) => length === 0);
  const places = blank
    ? [placeBytes(1, factory), new Uint8Array(0)]
    : start.map((bytes) => bytes.slice());
  let queue: Writing[] = [];
  let target: number | undefined;

  const newest = (): { readonly at: number; readonly place: Place } | undefined => {
    const found = places.flatMap((bytes, at) => {
      const place = readPlace(bytes);
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
      sealed(writing.bytes);
    }
    const before = places[target] ?? new Uint8Array(0);
    const place = before.length === PLACE_BYTES ? before : grown(before);
    place[writing.done] = writing.bytes[writing.done] ?? 0;
    places[target] = place;
    writing.done += 1;
  };

  return {
    write: (id, table) => {
      queue.push({ id, bytes: placeBytes(0, table), done: 0 });
    },
    pass: (ms, stored) => {
      for (let leftMs = ms; leftMs > 0 && queue.length > 0; leftMs -= 1) {
        const [writing] = queue;
        if (writing === undefined) return;
        writeByte(writing);
        if (writing.done < PLACE_BYTES) continue;
        queue.shift();
        target = undefined;
        stored(writing.id);
      }
    },
    isIdle: () => queue.length === 0,
    boot: () => {
      queue = [];
      target = undefined;
      return newest()?.place.table;
    },
    kept: () => [places[0] ?? new Uint8Array(0), places[1] ?? new Uint8Array(0)],
  };
}

/** Puts the check over a place whose generation is known now. */
function sealed(bytes: Uint8Array): void {
  const check = crc32c(bytes.subarray(0, PLACE_BYTES - 4));
  new DataView(bytes.buffer).setUint32(PLACE_BYTES - 4, check, true);
}

/** Memory that was never written reads as ones. */
function grown(before: Uint8Array): Uint8Array {
  const place = new Uint8Array(PLACE_BYTES).fill(0xff);
  place.set(before);
  return place;
}
