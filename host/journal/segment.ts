// One journal file while it is being written: where the next line goes, and space set aside in
// front of it. Space is made by writing zeros beforehand, which finds a full disk before a
// treatment instead of in it, and makes a sync cheaper, because the file does not grow.

import { ok, refuse } from '../../protocol/result.ts';
import type { FileDoor, Filed, OpenFile } from './door.ts';
import { writeAll } from './files.ts';

/** How much space is set aside in a journal file. */
export const SEGMENT_BYTES = 4 << 20;

const ZEROS = new Uint8Array(64 << 10);

/** A journal file that is open for writing. */
export interface Segment {
  /** The bytes that lines take up so far. */
  readonly usedBytes: () => number;
  readonly write: (bytes: Uint8Array) => Filed<undefined>;
  readonly syncNow: () => Filed<undefined>;
  readonly sync: (done: (outcome: Filed<undefined>) => void) => void;
  /** Cuts what was set aside and not used, and closes. */
  readonly finish: () => Filed<undefined>;
  /** Closes as it is. */
  readonly abandon: () => Filed<undefined>;
}

function setAside(
  file: OpenFile,
  at: string,
  fromBytes: number,
  toBytes: number,
): Filed<undefined> {
  for (let from = fromBytes; from < toBytes; from += ZEROS.length) {
    const piece = ZEROS.subarray(0, Math.min(ZEROS.length, toBytes - from));
    const written = writeAll(file, piece, from, at);
    if (!written.ok) return written;
  }
  return file.syncNow();
}

function segmentOf(file: OpenFile, at: string, usedAtFirst: number): Segment {
  let used = usedAtFirst;
  return {
    usedBytes: () => used,
    write: (bytes) => {
      const written = writeAll(file, bytes, used, at);
      used += bytes.length;
      return written;
    },
    syncNow: () => file.syncNow(),
    sync: (done) => file.sync(done),
    finish: () => {
      const cut = file.truncate(used);
      const closed = file.close();
      return cut.ok ? closed : cut;
    },
    abandon: () => file.close(),
  };
}

/** Makes a new journal file with space set aside. */
export function createSegment(door: FileDoor, at: string, segmentBytes: number): Filed<Segment> {
  const file = door.create(at);
  return file.ok ? prepare(file.value, at, 0, segmentBytes) : file;
}

/** Opens a journal file whose lines end at a place, cuts what lies behind, and sets space aside. */
export function openSegment(
  door: FileDoor,
  at: string,
  usedBytes: number,
  segmentBytes: number,
): Filed<Segment> {
  const file = door.open(at);
  if (!file.ok) return file;
  const cut = file.value.truncate(usedBytes);
  if (cut.ok) return prepare(file.value, at, usedBytes, segmentBytes);
  file.value.close();
  return refuse(cut.error);
}

function prepare(file: OpenFile, at: string, used: number, segmentBytes: number): Filed<Segment> {
  const ready = setAside(file, at, used, segmentBytes);
  if (ready.ok) return ok(segmentOf(file, at, used));
  file.close();
  return ready;
}
