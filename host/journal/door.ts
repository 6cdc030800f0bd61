// What the journal asks of a file system, and nothing more: so that a test can refuse any single
// call with any error, cut any write short, or stop the world between two calls. Every call answers
// with a value; a fault is data that names the call, the path and the system's code.

import type { Result } from '../../protocol/result.ts';

/** A call on the file system. */
export type FileCall =
  | 'make-folder'
  | 'list'
  | 'read'
  | 'create'
  | 'open'
  | 'write'
  | 'sync'
  | 'truncate'
  | 'close'
  | 'rename'
  | 'link'
  | 'remove'
  | 'sync-folder';

/** A call that failed: which, where, and with which code of the system, such as ENOSPC. */
export interface FileFault {
  readonly call: FileCall;
  readonly path: string;
  readonly code: string;
}

/** The outcome of a call on the file system. */
export type Filed<Value> = Result<Value, FileFault>;

/** A file that is open for writing. */
export interface OpenFile {
  /** Writes at a place and says how many bytes were taken, which may be fewer than given. */
  write(bytes: Uint8Array, at: number): Filed<number>;
  /** Returns when everything written is on disk. */
  syncNow(): Filed<undefined>;
  /** Tells when everything written before is on disk; at most one of these is under way. */
  sync(done: (outcome: Filed<undefined>) => void): void;
  truncate(lengthBytes: number): Filed<undefined>;
  close(): Filed<undefined>;
}

/** The file system as the journal sees it. */
export interface FileDoor {
  makeFolder(path: string): Filed<undefined>;
  list(path: string): Filed<readonly string[]>;
  read(path: string): Filed<Uint8Array>;
  /** Opens a new file; EEXIST if there is one. */
  create(path: string): Filed<OpenFile>;
  /** Opens a file that exists. */
  open(path: string): Filed<OpenFile>;
  rename(from: string, to: string): Filed<undefined>;
  /** Gives a file a second name, which must be free: the one call by which a lock is taken. */
  link(from: string, to: string): Filed<undefined>;
  remove(path: string): Filed<undefined>;
  /** Puts the names in a folder on disk. */
  syncFolder(path: string): Filed<undefined>;
}
