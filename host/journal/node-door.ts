// The file system of the machine behind the journal's door. Writes go to the system at once, so
// they outlive the process; only a sync makes them outlive the machine.

import fs from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ok, refuse } from '../../protocol/result.ts';
import type { FileCall, FileDoor, Filed, OpenFile } from './door.ts';

/** Runs one call and turns what it throws into a fault. */
function attempt<Value>(call: FileCall, path: string, run: () => Value): Filed<Value> {
  try {
    return ok(run());
  } catch (thrown) {
    return refuse({ call, path, code: codeOf(thrown) });
  }
}

const codeOf = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string'
    ? thrown.code
    : 'UNKNOWN';

const quietly = (call: FileCall, path: string, run: () => unknown): Filed<undefined> =>
  attempt(call, path, () => {
    run();
    return undefined;
  });

function openFile(path: string, handle: number): OpenFile {
  return {
    write: (bytes, at) =>
      attempt('write', path, () => fs.writeSync(handle, bytes, 0, bytes.length, at)),
    syncNow: () => quietly('sync', path, () => fs.fdatasyncSync(handle)),
    sync: (done) =>
      fs.fdatasync(handle, (fault) =>
        done(fault === null ? ok(undefined) : refuse({ call: 'sync', path, code: codeOf(fault) })),
      ),
    truncate: (lengthBytes) =>
      quietly('truncate', path, () => fs.ftruncateSync(handle, lengthBytes)),
    close: () => quietly('close', path, () => fs.closeSync(handle)),
  };
}

function syncFolder(path: string): void {
  // Windows has no handle on a folder to sync; NTFS keeps names in its own log.
  if (process.platform === 'win32') return;
  const handle = fs.openSync(path, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

/** Makes a folder and those above it; Node's own recursion never ends where a parent refuses. */
function makeFolder(path: string): void {
  if (fs.existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  fs.mkdirSync(path);
}

/** The file system of this machine. */
export const nodeDoor: FileDoor = {
  makeFolder: (path) => quietly('make-folder', path, () => makeFolder(resolve(path))),
  list: (path) => attempt('list', path, () => fs.readdirSync(path).toSorted()),
  read: (path) => attempt('read', path, () => fs.readFileSync(path)),
  create: (path) => attempt('create', path, () => openFile(path, fs.openSync(path, 'wx', 0o600))),
  open: (path) => attempt('open', path, () => openFile(path, fs.openSync(path, 'r+'))),
  rename: (from, to) => quietly('rename', to, () => fs.renameSync(from, to)),
  link: (from, to) => quietly('link', to, () => fs.linkSync(from, to)),
  remove: (path) => quietly('remove', path, () => fs.unlinkSync(path)),
  syncFolder: (path) => quietly('sync-folder', path, () => syncFolder(path)),
};
