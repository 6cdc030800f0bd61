// The names of everything in an installation's folder that belongs to the journal, and the small
// file that says whose journal it is.

import path from 'node:path';
import { z } from 'zod';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { FileDoor, Filed } from './door.ts';
import { instant, key } from './field.ts';
import { TORN_NAME } from './note-journal.ts';
import type { JournalRefusal } from './refusal.ts';

const INSTALLATION_VERSION = 1;

const installationSchema = z.strictObject({
  version: z.literal(INSTALLATION_VERSION),
  installationId: key,
  madeAt: instant,
});

/** Whose journal a folder holds. */
export type Installation = Readonly<z.output<typeof installationSchema>>;

/** The version of installation.json that this Corium writes. */
export const installationOf = (installationId: string, madeAt: string): Installation => ({
  version: INSTALLATION_VERSION,
  installationId,
  madeAt,
});

/** The paths in an installation's folder. */
export interface Places {
  readonly installation: string;
  readonly lock: string;
  readonly folder: string;
  readonly file: (name: string) => string;
}

/** Where everything is in an installation's folder. */
export const places = (dir: string): Places => ({
  installation: path.join(dir, 'installation.json'),
  lock: path.join(dir, 'journal.lock'),
  folder: path.join(dir, 'journal'),
  file: (name) => path.join(dir, 'journal', name),
});

/** The name of the journal file with a number, counted from 1. */
export const fileName = (number: number): string => `${String(number).padStart(6, '0')}.jsonl`;

/**
 * The name under which a torn tail is kept: its file, the line it would have been, and a number.
 */
export const tornName = (file: string, line: number, number: number): string =>
  `${file}.${line}.${number}.torn`;

/** Whether a name in the journal's folder is that of a kept tail. */
export const isTornName = (name: string): boolean => TORN_NAME.test(name);

/** The journal files of a folder in order; a gap means that somebody took one away. */
export function journalFiles(names: readonly string[]): Result<readonly string[], string> {
  const files = names.filter((name) => /^\d{6}\.jsonl$/.test(name)).toSorted();
  const gap = files.findIndex((name, index) => name !== fileName(index + 1));
  return gap >= 0 ? refuse(fileName(gap + 1)) : ok(files);
}

/** Writes a whole small file that must not exist yet, and syncs it. */
export function writeNew(door: FileDoor, at: string, content: Uint8Array): Filed<undefined> {
  const opened = door.create(at);
  if (!opened.ok) return opened;
  const file = opened.value;
  const written = writeAll(file, content, 0, at);
  const synced = written.ok ? file.syncNow() : written;
  const closed = file.close();
  return synced.ok ? closed : synced;
}

/** Writes all of some bytes, however many calls the system makes of it. */
export function writeAll(
  file: { write(bytes: Uint8Array, at: number): Filed<number> },
  bytes: Uint8Array,
  at: number,
  path: string,
): Filed<undefined> {
  let done = 0;
  while (done < bytes.length) {
    const written = file.write(bytes.subarray(done), at + done);
    if (!written.ok) return written;
    // A write that takes nothing and names no error would be asked for ever.
    if (written.value <= 0) return refuse({ call: 'write', path, code: 'ESHORT' });
    done += written.value;
  }
  return ok(undefined);
}

/** Reads whose journal a folder holds. */
export function readInstallation(
  door: FileDoor,
  dir: string,
): Result<Installation, JournalRefusal> {
  const at = places(dir).installation;
  const bytes = door.read(at);
  if (!bytes.ok) {
    const missing = bytes.error.code === 'ENOENT' || bytes.error.code === 'ENOTDIR';
    return refuse(
      missing ? { code: 'missing', path: dir } : { code: 'file-fault', fault: bytes.error },
    );
  }
  const value = parse(new TextDecoder().decode(bytes.value));
  const newer = z.looseObject({ version: z.int().min(INSTALLATION_VERSION + 1) }).safeParse(value);
  if (newer.success) {
    return refuse({ code: 'installation-newer', path: at, version: newer.data.version });
  }
  const read = installationSchema.safeParse(value);
  return read.success ? ok(read.data) : refuse({ code: 'installation-damaged', path: at });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
