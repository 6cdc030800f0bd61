// Opens a journal for writing: takes the lock, reads everything, puts a torn tail aside and says so
// in a line of its own. It repairs what a crash leaves and nothing else; whatever a crash cannot
// have done is refused, because behind it there may be strokes that nobody counts.

import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { FileFault } from './door.ts';
import type { Entry, NoteGiven } from './entry.ts';
import { fileName, isTornName, places, readInstallation } from './files.ts';
import { keepTail } from './keep-tail.ts';
import { takeLock } from './lock.ts';
import { type JournalRead, type Place, readJournal } from './read.ts';
import type { JournalRefusal } from './refusal.ts';
import { openSegment, SEGMENT_BYTES } from './segment.ts';
import type { JournalWorld } from './world.ts';
import { type Journal, JournalWriter, type WriterSetup } from './writer.ts';

/** What a caller may choose when a journal is opened. */
export interface OpenOptions {
  /** Receives every entry: those on disk first, then each new one as it is written. */
  readonly onEntry?: (entry: Entry) => void;
  readonly segmentBytes?: number;
  /** Where an earlier reading ended; only what came since is read and handed over. */
  readonly since?: {
    readonly place: Place;
    /** The torn tails that the lines before it tell of. */
    readonly kept: readonly string[];
  };
  /** For a journal that is opened around every line: the opening itself is not worth one. */
  readonly quiet?: boolean;
}

const fault = (error: FileFault): JournalRefusal => ({ code: 'file-fault', fault: error });

/** Opens the journal of an installation, or says why not; never makes one. */
export function openJournal(
  dir: string,
  world: JournalWorld,
  options: OpenOptions = {},
): Result<Journal, JournalRefusal> {
  // Asked first, so that a missing journal is not answered with a lock that cannot be made.
  const installation = readInstallation(world.door, dir);
  if (!installation.ok) return installation;
  const lock = takeLock(places(dir).lock, world);
  if (!lock.ok) return lock;
  const opened = openLocked(dir, world, options, lock.value.release);
  if (!opened.ok) lock.value.release();
  return opened;
}

function openLocked(
  dir: string,
  world: JournalWorld,
  options: OpenOptions,
  release: () => void,
): Result<Journal, JournalRefusal> {
  const { onEntry = () => undefined, segmentBytes = SEGMENT_BYTES, since } = options;
  const said = new Set<string>(since?.kept);
  const read = readJournal(dir, world, (entry) => {
    if (entry.kind === 'recovered' && entry.kept !== undefined) said.add(entry.kept);
    onEntry(entry);
  }, since?.place);
  if (!read.ok) return read;
  const names = world.door.list(places(dir).folder);
  if (!names.ok) return refuse(fault(names.error));
  const recovered = keepTail(dir, world.door, read.value, names.value);
  if (!recovered.ok) return recovered;
  const writer = startWriter({ dir, world, segmentBytes, onEntry, release }, read.value);
  if (!writer.ok) return writer;
  const before = names.value.filter((name) => isTornName(name) && !said.has(name));
  const known = new Set(recovered.value.flatMap(({ kept }) => kept ?? []));
  const notes = before.filter((name) => !known.has(name)).map((kept) => saidLate(dir, world, kept));
  return announce(writer.value, [...notes, ...recovered.value], world, options.quiet === true);
}

/** The note for a tail that was kept by a recovery which crashed before it could say so. */
function saidLate(dir: string, { door }: JournalWorld, kept: string): NoteGiven {
  const content = door.read(places(dir).file(kept));
  const [number = '', , line = ''] = kept.split('.');
  const bytes = content.ok ? content.value.length : 0;
  return { kind: 'recovered', file: `${number}.jsonl`, line: Number(line), bytes, kept };
}

type Given = Pick<WriterSetup, 'dir' | 'world' | 'segmentBytes' | 'onEntry' | 'release'>;

function startWriter(setup: Given, read: JournalRead): Result<Journal, JournalRefusal> {
  const { dir, world, segmentBytes } = setup;
  const { door } = world;
  // A file that was made and never turned to would be in the way of the next turn.
  const leftOver = places(dir).file(fileName(read.fileNumber + 1));
  const removed = door.read(leftOver).ok ? door.remove(leftOver) : ok(undefined);
  if (!removed.ok) return refuse(fault(removed.error));
  const { endBytes, tail } = read.newest;
  const segment = openSegment(door, places(dir).file(read.file), endBytes, segmentBytes);
  if (!segment.ok) return refuse(fault(segment.error));
  if (tail.kind === 'unended') {
    const ended = segment.value.write(new TextEncoder().encode('\n'));
    if (!ended.ok) return refuse(fault(ended.error));
  }
  const { head, fileNumber, installation } = read;
  const { installationId } = installation;
  return ok(
    new JournalWriter({ ...setup, installationId, segment: segment.value, fileNumber, head }),
  );
}

function announce(
  journal: Journal,
  notes: readonly NoteGiven[],
  world: JournalWorld,
  quiet: boolean,
): Result<Journal, JournalRefusal> {
  const { installationId } = journal;
  const { pid } = world.processes.self();
  const opened: NoteGiven = { kind: 'journal-opened', installationId, host: world.host, pid };
  for (const note of quiet ? notes : [...notes, opened]) {
    const said = journal.appendAndSyncNow(note);
    if (!said.ok && said.error.code === 'failed') return refuse(fault(said.error.fault));
  }
  return ok(journal);
}
