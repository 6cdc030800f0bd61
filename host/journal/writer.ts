// Appends lines and says when they are on disk. Lines go to the system at once and in order; one
// sync is under way at a time, and whoever comes meanwhile shares the next. After a write or a sync
// has failed nobody knows what the disk holds, so nothing is tried again and nothing more is taken.

import { assert } from '../../protocol/assert.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { type Head, linkNote } from './chain.ts';
import type { Filed } from './door.ts';
import type { Entry, NoteGiven } from './entry.ts';
import { fileName, places } from './files.ts';
import type { JournalFault } from './refusal.ts';
import { createSegment, type Segment } from './segment.ts';
import type { JournalWorld } from './world.ts';

/** What became of a line: the entry it is now, or why it was not taken. */
export type Appended = Result<Entry, JournalFault>;

/** A journal that takes lines. */
export interface Journal {
  readonly installationId: string;
  /** Writes a line without waiting for the disk: it outlives the process, not the machine. */
  append(note: NoteGiven): Appended;
  /** Writes a line and returns when it is on disk. */
  appendAndSyncNow(note: NoteGiven): Appended;
  /** Writes a line and tells when it is on disk, or that it never will be. */
  appendAndThen(note: NoteGiven, done: (outcome: Appended) => void): void;
  /** Writes a line; the promise is kept when it is on disk, or with the fault. It never rejects. */
  appendAndSync(note: NoteGiven): Promise<Appended>;
  head(): Head;
  /** The number of the newest line that is on disk. */
  syncedN(): number;
  /** Why the journal takes nothing more; undefined while it does. */
  fault(): JournalFault | undefined;
  close(): Filed<undefined>;
}

/** How a writer is set up when the journal has been read. */
export interface WriterSetup {
  readonly dir: string;
  readonly installationId: string;
  readonly world: JournalWorld;
  readonly segmentBytes: number;
  readonly segment: Segment;
  readonly fileNumber: number;
  readonly head: Head;
  readonly onEntry: (entry: Entry) => void;
  readonly release: () => void;
}

interface Waiting {
  readonly entry: Entry;
  readonly done: (outcome: Appended) => void;
}

/** How many times the space set aside a file may grow to when no treatment comes to rotate it. */
const GROWTH_MAX = 4;

/** Takes lines onto the end of a journal. */
export function createWriter(setup: WriterSetup): Journal {
  const { dir, world, segmentBytes } = setup;
  const utf8 = new TextEncoder();
  let { segment, fileNumber, head } = setup;
  let synced = head.n;
  let syncing = false;
  let closed = false;
  let fault: JournalFault | undefined;
  let waiting: readonly Waiting[] = [];

  const fail = (reason: JournalFault): JournalFault => {
    fault ??= reason;
    const left = waiting;
    waiting = [];
    for (const { done } of left) done(refuse(fault));
    return fault;
  };

  const onDisk = (n: number): void => {
    synced = Math.max(synced, n);
    const there = waiting.filter(({ entry }) => entry.n <= synced);
    waiting = waiting.filter(({ entry }) => entry.n > synced);
    for (const { entry, done } of there) done(ok(entry));
  };

  const write = (note: NoteGiven): Appended => {
    const stamp = { at: world.nowIso(), ms: world.nowMs(), synced };
    const linked = linkNote(head, note, stamp, world.sha256);
    const written = segment.write(utf8.encode(`${linked.line}\n`));
    if (!written.ok) return refuse(fail({ code: 'failed', fault: written.error }));
    head = linked.head;
    setup.onEntry(linked.entry);
    return ok(linked.entry);
  };

  const syncNow = (): Filed<undefined> => {
    const n = head.n;
    const outcome = segment.syncNow();
    if (outcome.ok) onDisk(n);
    else fail({ code: 'failed', fault: outcome.error });
    return outcome;
  };

  const startSync = (): void => {
    if (syncing || waiting.length === 0 || fault !== undefined) return;
    syncing = true;
    const covers = head.n;
    const under = segment;
    under.sync((outcome) => {
      syncing = false;
      // Turned away from, or closed, while this sync was under way: now nobody needs the file.
      if (under !== segment || closed) under.finish();
      if (outcome.ok) onDisk(covers);
      else fail({ code: 'failed', fault: outcome.error });
      startSync();
    });
  };

  // The next file is there before this one says so: a crash in between leaves an empty file too many,
  // never a chain that leads nowhere.
  const rotate = (): Filed<undefined> => {
    const nextFile = fileName(fileNumber + 1);
    const next = createSegment(world.door, places(dir).file(nextFile), segmentBytes);
    if (!next.ok) return next;
    const named = world.door.syncFolder(places(dir).folder);
    if (!named.ok) return named;
    const last = write({ kind: 'journal-rotated', nextFile });
    if (!last.ok) return refuse(faultOf(last.error));
    const outcome = syncNow();
    if (!outcome.ok) return outcome;
    // A file that a sync is still under way on is closed when that is over.
    const ended = syncing ? ok(undefined) : segment.finish();
    segment = next.value;
    fileNumber += 1;
    return ended;
  };

  const isDue = (note: NoteGiven): boolean =>
    segment.usedBytes() > segmentBytes * GROWTH_MAX ||
    (note.kind === 'treatment-opened' && segment.usedBytes() > segmentBytes / 2);

  const append = (note: NoteGiven): Appended => {
    if (fault !== undefined) return refuse(fault);
    if (!isDue(note)) return write(note);
    const rotated = rotate();
    return rotated.ok ? write(note) : refuse(fail({ code: 'failed', fault: rotated.error }));
  };

  const appendAndThen = (note: NoteGiven, done: (outcome: Appended) => void): void => {
    const appended = append(note);
    if (!appended.ok) {
      done(appended);
      return;
    }
    waiting = [...waiting, { entry: appended.value, done }];
    startSync();
  };

  return {
    installationId: setup.installationId,
    append,
    appendAndThen,
    appendAndSync: (note) => new Promise((keep) => appendAndThen(note, keep)),
    appendAndSyncNow: (note) => {
      const appended = append(note);
      if (!appended.ok) return appended;
      const outcome = syncNow();
      return outcome.ok ? appended : refuse({ code: 'failed', fault: outcome.error });
    },
    head: () => head,
    syncedN: () => synced,
    fault: () => fault,
    close: () => {
      if (closed) return ok(undefined);
      const failed = fault !== undefined;
      const outcome = failed ? ok(undefined) : syncNow();
      closed = true;
      fault ??= { code: 'closed' };
      setup.release();
      if (syncing) return outcome;
      const ended = failed || !outcome.ok ? segment.abandon() : segment.finish();
      return outcome.ok ? ended : outcome;
    },
  };
}

function faultOf(reason: JournalFault) {
  assert(reason.code === 'failed', 'a journal that is being rotated is not closed');
  return reason.fault;
}
