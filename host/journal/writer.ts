// Appends lines and says when they are on disk. Lines go to the system at once and in order; one
// sync is under way at a time, and whoever comes meanwhile shares the next. After a write or a sync
// has failed nobody knows what the disk holds, so nothing is tried again and nothing more is taken.

import { assert } from '../../protocol/assert.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { type Head, linkNote } from './chain.ts';
import type { FileFault, Filed } from './door.ts';
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

/**
 * Takes lines onto the end of a journal. It owns the newest file and the lock until it is closed.
 */
export class JournalWriter implements Journal {
  readonly installationId: string;
  readonly #setup: WriterSetup;
  readonly #utf8 = new TextEncoder();
  #segment: Segment;
  #fileNumber: number;
  #head: Head;
  #synced: number;
  #syncing = false;
  #closed = false;
  #fault: JournalFault | undefined;
  #waiting: Waiting[] = [];

  constructor(setup: WriterSetup) {
    this.installationId = setup.installationId;
    this.#setup = setup;
    this.#segment = setup.segment;
    this.#fileNumber = setup.fileNumber;
    this.#head = setup.head;
    this.#synced = setup.head.n;
  }

  head(): Head {
    return this.#head;
  }

  syncedN(): number {
    return this.#synced;
  }

  fault(): JournalFault | undefined {
    return this.#fault;
  }

  append(note: NoteGiven): Appended {
    if (this.#fault !== undefined) return refuse(this.#fault);
    if (!this.#isDue(note)) return this.#write(note);
    const rotated = this.#rotate();
    return rotated.ok ? this.#write(note) : refuse(this.#fail(rotated.error));
  }

  appendAndSyncNow(note: NoteGiven): Appended {
    const appended = this.append(note);
    if (!appended.ok) return appended;
    const outcome = this.#syncNow();
    return outcome.ok ? appended : refuse({ code: 'failed', fault: outcome.error });
  }

  appendAndThen(note: NoteGiven, done: (outcome: Appended) => void): void {
    const appended = this.append(note);
    if (!appended.ok) {
      done(appended);
      return;
    }
    this.#waiting.push({ entry: appended.value, done });
    this.#startSync();
  }

  appendAndSync(note: NoteGiven): Promise<Appended> {
    return new Promise((keep) => {
      this.appendAndThen(note, keep);
    });
  }

  close(): Filed<undefined> {
    if (this.#closed) return ok(undefined);
    const failed = this.#fault !== undefined;
    const outcome = failed ? ok(undefined) : this.#syncNow();
    this.#closed = true;
    this.#fault ??= { code: 'closed' };
    this.#setup.release();
    if (this.#syncing) return outcome;
    const ended = failed || !outcome.ok ? this.#segment.abandon() : this.#segment.finish();
    return outcome.ok ? ended : outcome;
  }

  #write(note: NoteGiven): Appended {
    const { world, onEntry } = this.#setup;
    const stamp = { at: world.nowIso(), ms: world.nowMs(), synced: this.#synced };
    const linked = linkNote(this.#head, note, stamp, world.sha256);
    const written = this.#segment.write(this.#utf8.encode(`${linked.line}\n`));
    if (!written.ok) return refuse(this.#fail(written.error));
    this.#head = linked.head;
    onEntry(linked.entry);
    return ok(linked.entry);
  }

  #syncNow(): Filed<undefined> {
    const { n } = this.#head;
    const outcome = this.#segment.syncNow();
    this.#after(outcome, n);
    return outcome;
  }

  #startSync(): void {
    if (this.#syncing || this.#waiting.length === 0 || this.#fault !== undefined) return;
    this.#syncing = true;
    const { n } = this.#head;
    const under = this.#segment;
    under.sync((outcome) => {
      this.#syncing = false;
      // Turned away from, or closed, while this sync was under way: now nobody needs the file.
      if (under !== this.#segment || this.#closed) under.finish();
      this.#after(outcome, n);
      this.#startSync();
    });
  }

  #after(outcome: Filed<undefined>, n: number): void {
    if (!outcome.ok) {
      this.#fail(outcome.error);
      return;
    }
    this.#synced = Math.max(this.#synced, n);
    const there = this.#waiting.filter(({ entry }) => entry.n <= this.#synced);
    this.#waiting = this.#waiting.filter(({ entry }) => entry.n > this.#synced);
    for (const { entry, done } of there) done(ok(entry));
  }

  #fail(fault: FileFault): JournalFault {
    // S-35: after a failure nobody knows what the disk holds, so nothing more is taken.
    const reason = (this.#fault ??= { code: 'failed', fault });
    const left = this.#waiting;
    this.#waiting = [];
    for (const { done } of left) done(refuse(reason));
    return reason;
  }

  #isDue(note: NoteGiven): boolean {
    const { segmentBytes } = this.#setup;
    const used = this.#segment.usedBytes();
    if (used > segmentBytes * GROWTH_MAX) return true;
    return note.kind === 'treatment-opened' && used > segmentBytes / 2;
  }

  /**
   * Goes on in the next file. That file is there before the last line of this one says so: a crash
   * in between leaves an empty file too many, never a chain that leads nowhere.
   */
  #rotate(): Filed<undefined> {
    const { dir, world, segmentBytes } = this.#setup;
    const nextFile = fileName(this.#fileNumber + 1);
    const next = createSegment(world.door, places(dir).file(nextFile), segmentBytes);
    if (!next.ok) return next;
    const named = world.door.syncFolder(places(dir).folder);
    const turned = named.ok ? this.#turnTo(nextFile) : named;
    if (!turned.ok) {
      next.value.abandon();
      return turned;
    }
    const before = this.#segment;
    this.#segment = next.value;
    this.#fileNumber += 1;
    // A file that a sync is still under way on is closed when that is over.
    return this.#syncing ? ok(undefined) : before.finish();
  }

  #turnTo(nextFile: string): Filed<undefined> {
    const last = this.#write({ kind: 'journal-rotated', nextFile });
    if (last.ok) return this.#syncNow();
    assert(last.error.code === 'failed', 'a journal that is being rotated is not closed');
    return refuse(last.error.fault);
  }
}
