// Keeps a torn tail in a file of its own before it is cut off the journal. Nothing that was written
// is thrown away: a person, or a newer Corium, may still read something out of it.

import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { FileDoor } from './door.ts';
import type { EntryOf } from './entry.ts';
import { places, tornName, writeNew } from './files.ts';
import type { JournalRead } from './read.ts';
import type { JournalRefusal } from './refusal.ts';

/** The note that says what was cut off or put right. */
export type RecoveredNote = Pick<
  EntryOf<'recovered'>,
  'kind' | 'file' | 'line' | 'bytes' | 'kept'
>;

/** Keeps what lies behind the last whole line, and makes the note that says so. */
export function keepTail(
  dir: string,
  door: FileDoor,
  { file, newest, bytes }: JournalRead,
  names: readonly string[],
): Result<readonly RecoveredNote[], JournalRefusal> {
  const { tail, endBytes, lines } = newest;
  if (tail.kind === 'clean') return ok([]);
  const line = tail.kind === 'torn' ? lines + 1 : lines;
  const said = { kind: 'recovered', file, line, bytes: tail.bytes } as const;
  if (tail.bytes === 0) return ok([said]);
  const remains = bytes.subarray(endBytes, endBytes + tail.bytes);
  const kept = nameFor(dir, door, { file, line, remains }, names);
  if (names.includes(kept)) return ok([{ ...said, kept }]);
  const { folder, file: at } = places(dir);
  for (const step of [() => writeNew(door, at(kept), remains), () => door.syncFolder(folder)]) {
    const done = step();
    if (!done.ok) return refuse({ code: 'file-fault', fault: done.error });
  }
  return ok([{ ...said, kept }]);
}

interface Remains {
  readonly file: string;
  readonly line: number;
  readonly remains: Uint8Array;
}

/** A name that is free, or that of the same bytes, kept by a recovery that crashed after that. */
function nameFor(
  dir: string,
  door: FileDoor,
  { file, line, remains }: Remains,
  names: readonly string[],
): string {
  let number = 1;
  while (names.includes(tornName(file, line, number))) {
    const held = door.read(places(dir).file(tornName(file, line, number)));
    if (held.ok && sameBytes(held.value, remains)) break;
    number += 1;
  }
  return tornName(file, line, number);
}

const sameBytes = (left: Uint8Array, right: Uint8Array): boolean =>
  left.length === right.length && left.every((byte, index) => byte === right[index]);
