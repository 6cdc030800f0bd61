// Reads a whole journal, file by file along one chain, without writing or locking anything: for
// showing and verifying records, on a folder that may be a read-only copy, and for opening. Whoever
// has read before goes on from there, and is told if the journal is not the same one any more.

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

/** How far a journal was read: the file, the lines and bytes of it, and the last line. */
export interface Place {
  readonly fileNumber: number;
  readonly lines: number;
  readonly endBytes: number;
  readonly head: Head;
}

/** Where a reading ended, for going on from there. */
export const placeOf = ({ fileNumber, newest, head }: JournalRead): Place => ({
  fileNumber,
  lines: newest.lines,
  endBytes: newest.endBytes,
  head,
});

/** What is known while going from file to file. */
interface Progress {
  readonly head: Head;
  readonly rotated: boolean;
  readonly newest: Omit<JournalRead, 'installation' | 'head'> | undefined;
  /** Where in the next file to begin. */
  readonly from: Pick<Place, 'lines' | 'endBytes'>;
}

const LINE_END = 0x0a;
const FILE_START = { lines: 0, endBytes: 0 } as const;

/**
 * Follows the chain through all files, or from a place on, and hands every entry over, or says
 * where it cannot.
 */
export function readJournal(
  dir: string,
  world: ReadWorld,
  onEntry: (entry: Entry) => void,
  place?: Place,
): Result<JournalRead, JournalRefusal> {
  const files = readByFile(dir, world, onEntry, place);
  let step = files.next();
  while (step.done !== true) step = files.next();
  return step.value;
}

/** The same, pausing after each file: for whoever does not want to hold all lines at once. */
export function* readByFile(
  dir: string,
  world: ReadWorld,
  onEntry: (entry: Entry) => void,
  place: Place | undefined,
): Generator<undefined, Result<JournalRead, JournalRefusal>, undefined> {
  const installation = readInstallation(world.door, dir);
  if (!installation.ok) return installation;
  const names = listFiles(dir, world.door);
  if (!names.ok) return names;
  const start = place?.head ?? genesis(installation.value.installationId, world.sha256);
  let progress: Progress = {
    head: start, rotated: true, newest: undefined, from: place ?? FILE_START,
  };
  for (const [index] of names.value.entries()) {
    if (index + 1 < (place?.fileNumber ?? 1)) continue;
    const next = readFile(dir, index + 1, progress, world, onEntry);
    if (!next.ok) return next;
    progress = next.value;
    yield;
  }
  return finish(dir, installation.value, progress, names.value.length, place);
}

function finish(
  dir: string,
  installation: Installation,
  { head, rotated, newest }: Progress,
  files: number,
  place: Place | undefined,
): Result<JournalRead, JournalRefusal> {
  const at = (number: number): string => places(dir).file(fileName(number));
  if (newest === undefined && place !== undefined) {
    return refuse({ code: 'not-continued', path: at(place.fileNumber) });
  }
  if (newest === undefined || head.n === 0) return refuse({ code: 'empty', path: at(1) });
  if (rotated) return refuse({ code: 'file-missing', path: at(files + 1) });
  return ok({ installation, head, ...newest });
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
  const { from, head } = before;
  const start = startIn(bytes.value, from.endBytes, head);
  if (start === undefined) return refuse({ code: 'not-continued', path });
  let rotated = false;
  const scanned = scanLines(bytes.value.subarray(start), head, sha256, (entry) => {
    rotated = entry.kind === 'journal-rotated';
    onEntry(entry);
  });
  if (!scanned.ok) {
    const { line, fault } = scanned.error;
    return refuse({ code: 'bad-line', path, line: line + from.lines, fault });
  }
  const { lines, endBytes, ...rest } = scanned.value;
  const whole = { ...rest, lines: lines + from.lines, endBytes: endBytes + start };
  const newest = { file, fileNumber, newest: whole, bytes: bytes.value };
  // Whoever turned to a new file and crashed left it empty: it is the newest all the same.
  return ok({ head: rest.head, rotated, newest, from: FILE_START });
}

/**
 * Where new lines begin in a file that was read so far; undefined if what lies before is not what
 * was read. The hash at its end stands for all of it.
 */
function startIn(bytes: Uint8Array, endBytes: number, { hash }: Head): number | undefined {
  if (endBytes === 0) return 0;
  const ended = bytes[endBytes - 1] === LINE_END;
  const lineEnd = ended ? endBytes - 1 : endBytes;
  const seal = `"hash":"${hash}"}`;
  const from = Math.max(0, lineEnd - seal.length);
  const held = new TextDecoder().decode(bytes.subarray(from, lineEnd));
  if (bytes.length < endBytes || held !== seal) return undefined;
  // The line was without its end when it was read, and has got one since.
  return !ended && bytes[endBytes] === LINE_END ? endBytes + 1 : endBytes;
}
