// Reads the bytes of one journal file line by line along the chain, and tells apart what a crash
// leaves (a tail that was never synced) from what a crash cannot leave (a line that was altered).
// Files are preallocated with zero bytes, so zeros at the end are space, not damage.

import { ok, refuse, type Result } from '../../protocol/result.ts';
import { checkLine, type Head, type LineFault, type Sha256 } from './chain.ts';
import type { Entry } from './entry.ts';

const LINE_END = 0x0a;

/**
 * So many zero bytes inside a line are a piece of disk that was never written, not an alteration.
 */
const HOLE_BYTES = 16;

/** What lies behind the last whole line. */
export type Tail =
  | { readonly kind: 'clean' }
  /** A line is whole, only its end is missing or damaged by `bytes` bytes: the line counts. */
  | { readonly kind: 'unended'; readonly bytes: number }
  /** An append that never finished. */
  | { readonly kind: 'torn'; readonly bytes: number };

/** What a scan found: the head of the chain, where whole lines end, and what lies behind. */
export interface Scanned {
  readonly head: Head;
  readonly lines: number;
  readonly endBytes: number;
  readonly tail: Tail;
}

/** The line at which reading had to stop, counted from 1 in its file, and why. */
export interface ScanRefusal {
  readonly line: number;
  readonly fault: LineFault;
}

/** Follows the chain through a file and hands every entry over. */
export function scanLines(
  bytes: Uint8Array,
  start: Head,
  sha256: Sha256,
  onEntry: (entry: Entry) => void,
): Result<Scanned, ScanRefusal> {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const read = (from: number, to: number, head: Head): Result<Entry, LineFault> => {
    const text = decode(utf8, bytes.subarray(from, to));
    return text === undefined
      ? refuse({ code: 'altered', what: 'text' })
      : checkLine(text, head, sha256);
  };
  let head = start;
  let lines = 0;
  let from = 0;
  const take = (entry: Entry): void => {
    head = { n: entry.n, hash: entry.hash };
    lines += 1;
    onEntry(entry);
  };
  const written = writtenEnd(bytes);
  const found = (endBytes: number, tail: Tail): Result<Scanned, ScanRefusal> =>
    ok({ head, lines, endBytes, tail });
  const torn = (): Result<Scanned, ScanRefusal> =>
    found(from, { kind: 'torn', bytes: written - from });

  for (let to = bytes.indexOf(LINE_END); to >= 0; to = bytes.indexOf(LINE_END, from)) {
    const line = read(from, to, head);
    if (!line.ok) {
      const rest = bytes.subarray(from, written);
      if (hasHole(rest) && !wasSynced(head.n + 1, rest, utf8)) return torn();
      return refuse({ line: lines + 1, fault: line.error });
    }
    take(line.value);
    from = to + 1;
  }
  if (written <= from) return found(from, { kind: 'clean' });
  // A line that was synced and lost only its end still counts: it may be a reservation.
  for (const spoilt of [0, 1]) {
    const line = read(from, written - spoilt, head);
    if (!line.ok) continue;
    take(line.value);
    return found(written - spoilt, { kind: 'unended', bytes: spoilt });
  }
  return torn();
}

interface Utf8 {
  decode(bytes: Uint8Array): string;
}

function decode(utf8: Utf8, bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Whether a line behind says that the one with this number was on disk when it was written. A crash
 * leaves holes in what was not synced; a hole in what was synced is damage, and lines that count
 * may lie in it.
 */
function wasSynced(n: number, rest: Uint8Array, utf8: Utf8): boolean {
  for (let from = rest.indexOf(LINE_END) + 1; from > 0; ) {
    const to = rest.indexOf(LINE_END, from);
    if (to < 0) return false;
    if (syncedIn(decode(utf8, rest.subarray(from, to))) >= n) return true;
    from = to + 1;
  }
  return false;
}

/** How far the disk had come when a line was written; 0 for what is no line. */
const syncedIn = (text: string | undefined): number =>
  Number(/,"synced":(\d{1,15}),/.exec(text ?? '')?.[1] ?? 0);

function writtenEnd(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return end;
}

function hasHole(bytes: Uint8Array): boolean {
  let zeros = 0;
  for (const byte of bytes) {
    zeros = byte === 0 ? zeros + 1 : 0;
    if (zeros >= HOLE_BYTES) return true;
  }
  return false;
}
