// Records to a file. A recording is not the journal: nothing waits for it, nothing rests on it, and
// one that fails or falls behind is said in a sentence and ends itself while the treatment goes on.

import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { RecordingHead } from './recording.ts';
import { headLine, type Recorder, recordLines } from './writing.ts';

/** A recorder with a file that has to be closed. */
export interface FileRecorder extends Recorder {
  readonly close: () => Promise<void>;
}

/** Lines that wait for the disk; beyond it the disk is too slow for a recording. */
const HELD_BYTES_MAX = 1 << 20;
/** How long lines are gathered before they are written together. */
const GATHER_MS = 100;

/** What a recorder writes with; a test gives a disk that fails. */
export interface RecorderDisk {
  readonly open: (path: string) => number;
  readonly write: (fd: number, bytes: Uint8Array, done: (error: Error | null) => void) => void;
  readonly close: (fd: number) => void;
}

const NODE_DISK: RecorderDisk = {
  open: (path) => fs.openSync(path, 'wx'),
  write: (fd, bytes, done) => writeAll(fd, bytes, 0, done),
  close: (fd) => fs.closeSync(fd),
};

/** A write that the system took a part of goes on with the rest. */
function writeAll(
  fd: number,
  bytes: Uint8Array,
  from: number,
  done: (error: Error | null) => void,
): void {
  fs.write(fd, bytes, from, bytes.length - from, null, (error, written) => {
    if (error !== null || from + written >= bytes.length) done(error);
    else writeAll(fd, bytes, from + written, done);
  });
}

/** Begins a recording in a new file, or says in a sentence why not. */
export function recordToFile(
  path: string,
  head: RecordingHead,
  ground: {
    readonly nowMs: () => number;
    readonly say: (sentence: string) => void;
    readonly disk?: RecorderDisk;
  },
): Result<FileRecorder, string> {
  const disk = ground.disk ?? NODE_DISK;
  const opened = tryOpen(path, disk);
  if (!opened.ok) return opened;
  const outlet = createOutlet(path, opened.value, disk, ground.say);
  outlet.put(headLine(head));
  const recorder = recordLines(outlet.put, ground.nowMs);
  return ok({ ...recorder, close: outlet.close });
}

function tryOpen(path: string, disk: RecorderDisk): Result<number, string> {
  try {
    return ok(disk.open(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') {
      return refuse(
        `There is a file ${path} already, and a recording overwrites none; name another.`,
      );
    }
    const why = error instanceof Error ? error.message : String(error);
    return refuse(`No recording can be made in ${path}: ${why}. Name another file.`);
  }
}

interface Outlet {
  readonly put: (line: string) => void;
  readonly close: () => Promise<void>;
}

function createOutlet(
  path: string,
  fd: number,
  disk: RecorderDisk,
  say: (sentence: string) => void,
): Outlet {
  let waiting: string[] = [];
  let heldBytes = 0;
  let writing = false;
  let open = true;
  let timer: NodeJS.Timeout | undefined;
  let drained = (): void => undefined;

  const end = (why: string): void => {
    if (!open) return;
    open = false;
    waiting = [];
    say(`The recording in ${path} ended: ${why}. The treatment goes on.`);
  };
  const flush = (): void => {
    timer = undefined;
    if (writing || waiting.length === 0) {
      if (!writing) drained();
      return;
    }
    const bytes = Buffer.from(`${waiting.join('\n')}\n`);
    waiting = [];
    writing = true;
    disk.write(fd, bytes, (error) => {
      writing = false;
      heldBytes -= bytes.length;
      if (error !== null) end(error.message);
      flush();
    });
  };
  return {
    put: (line) => {
      if (!open) return;
      waiting.push(line);
      heldBytes += line.length + 1;
      if (heldBytes > HELD_BYTES_MAX) end('the disk is too slow for it');
      else timer ??= setTimeout(flush, GATHER_MS);
    },
    close: () =>
      new Promise((resolve) => {
        clearTimeout(timer);
        drained = () => {
          open = false;
          disk.close(fd);
          resolve();
        };
        flush();
      }),
  };
}
