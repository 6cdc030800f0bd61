// Reads a file that a person named, up to a bound. The size is looked at before a byte is read, and
// reading stops at the bound whatever the size said: a pipe or a growing file has no honest size.

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { DoorCode, DoorFile, DoorRefusal } from './door-refusal.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';

const CODES: Readonly<Record<string, DoorCode>> = {
  ENOENT: 'absent',
  ENOTDIR: 'absent',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EISDIR: 'not-a-file',
};

function codeOf(failure: unknown): DoorCode {
  const isCoded = failure instanceof Error && 'code' in failure;
  return (isCoded ? CODES[String(failure.code)] : undefined) ?? 'unreadable';
}

const tooLarge = (file: DoorFile, bytes: number, bytesMax: number): DoorRefusal => ({
  code: 'too-large',
  file,
  asked: `${bytes} bytes`,
  allowed: `${bytesMax} bytes`,
});

function readUpTo(descriptor: number, bytesMax: number): Uint8Array {
  const buffer = new Uint8Array(bytesMax + 1);
  let length = 0;
  while (length < buffer.length) {
    const count = readSync(descriptor, buffer, length, buffer.length - length, null);
    if (count === 0) break;
    length += count;
  }
  return buffer.subarray(0, length);
}

function readOpen(
  descriptor: number,
  file: DoorFile,
  bytesMax: number,
): Result<Uint8Array, DoorRefusal> {
  const seen = fstatSync(descriptor);
  if (!seen.isFile()) return refuse({ code: 'not-a-file', file });
  // S-38: no file is larger than its bound, whatever it says of its size.
  if (seen.size > bytesMax) return refuse(tooLarge(file, seen.size, bytesMax));
  const bytes = readUpTo(descriptor, bytesMax);
  return bytes.length > bytesMax ? refuse(tooLarge(file, bytes.length, bytesMax)) : ok(bytes);
}

/** The bytes of a file, or why they were not read. */
export function readBounded(
  path: string,
  file: DoorFile,
  bytesMax: number,
): Result<Uint8Array, DoorRefusal> {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    return readOpen(descriptor, file, bytesMax);
  } catch (failure) {
    return refuse({ code: codeOf(failure), file });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
