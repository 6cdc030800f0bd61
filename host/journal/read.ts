// Reads a whole journal, file by file along one chain, without writing or locking anything: for
// showing and verifying records, on a folder that may be a read-only copy, and for opening.

import { ok, refuse, type Result } from '../../protocol/result.ts';
import { genesis, type Head, type Sha256 } from './chain.ts';
import type { FileDoor } from './door.ts';
import type { Entry } from './entry.ts';
import { fileName, type Installation, journalFiles, places, readInstallation } from './files.ts';
import type { JournalRefusal } from './refusal.ts';
import { type Scanned, scanLines } from './scan.ts';

/** What reading needs of the machine. */
export interface ReadWorld {
  readonly door: FileDoor;
  readonly sha256: Sha256;
}

/** A journal that was read: whose it is, its newest file, and what lies at its end. */
export interface JournalRead {
  readonly installation: Installation;
  readonly head: Head;
  readonly file: string;
  readonly fileNumber: number;
  readonly newest: Scanned;
  /** The bytes of the newest file, for whoever has to keep a torn tail. */
  readonly bytes: Uint8Array;
}

/** What is known while going from file to file. */
interface Progress {
  readonly head: Head;
  readonly rotated: boolean;
  readonly newest: Omit<JournalRead, 'installation' | 'head'> | undefined;
}

/** Follows the chain through all files and hands every entry over, or says where it cannot. */
export function readJournal(
  dir: string,
  world: ReadWorld,
  onEntry: (entry: Entry) => void,
): Result<JournalRead, JournalRefusal> {
  const installation = readInstallation(world.door, dir);
  if (!installation.ok) return installation;
  const names = listFiles(dir, world.door);
  if (!names.ok) return names;
  const start = genesis(installation.value.installationId, world.sha256);
  let progress: Progress = { head: start, rotated: true, newest: undefined };
  for (const [index] of names.value.entries()) {
    const next = readFile(dir, index + 1, progress, world, onEntry);
    if (!next.ok) return next;
    progress = next.value;
  }
  const { head, rotated, newest } = progress;
  if (newest === undefined || head.n === 0) {
    return refuse({ code: 'empty', path: places(dir).file(fileName(1)) });
  }
  if (rotated) {
    const next = fileName(names.value.length + 1);
    return refuse({ code: 'file-missing', path: places(dir).file(next) });
  }
  return ok({ installation: installation.value, head, ...newest });
}

function listFiles(dir: string, door: FileDoor): Result<readonly string[], JournalRefusal> {
  const { folder, file } = places(dir);
  const names = door.list(folder);
  if (!names.ok) {
    const gone = names.error.code === 'ENOENT';
    return refuse(gone ? { code: 'file-missing', path: folder }
      : { code: 'file-fault', fault: names.error });
  }
  const files = journalFiles(names.value);
  if (!files.ok) return refuse({ code: 'file-missing', path: file(files.error) });
  if (files.value.length === 0) return refuse({ code: 'file-missing', path: file(fileName(1)) });
  return files;
}

function readFile(
  dir: string,
  fileNumber: number,
  before: Progress,
  { door, sha256 }: ReadWorld,
  onEntry: (entry: Entry) => void,
): Result<Progress, JournalRefusal> {
  const file = fileName(fileNumber);
  const path = places(dir).file(file);
  const bytes = door.read(path);
  if (!bytes.ok) return refuse({ code: 'file-fault', fault: bytes.error });
  const unused = !before.rotated && !bytes.value.some((byte) => byte !== 0);
  // A crash between making a file and turning to it: the file before is still the newest.
  if (unused) return ok(before);
  const { newest: last } = before;
  if (!before.rotated || (last !== undefined && last.newest.tail.kind !== 'clean')) {
    return refuse({ code: 'file-unfinished', path: places(dir).file(fileName(fileNumber - 1)) });
  }
  let rotated = false;
  const scanned = scanLines(bytes.value, before.head, sha256, (entry) => {
    rotated = entry.kind === 'journal-rotated';
    onEntry(entry);
  });
  if (!scanned.ok) return refuse({ code: 'bad-line', path, ...scanned.error });
  const newest = { file, fileNumber, newest: scanned.value, bytes: bytes.value };
  // Whoever turned to a new file and crashed left it empty: it is the newest all the same.
  return ok({ head: scanned.value.head, rotated, newest });
}
