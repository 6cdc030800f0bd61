// A read-only look at files, small enough to be recorded. The roots are parameters, so that the
// same checks run on a live /sys and /proc, on a copy of somebody else's, and on a recording.

import fs from 'node:fs';

/** What a look at one path tells about it. */
export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'character-device' | 'other';
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly major: number;
  readonly minor: number;
}

/** What may be asked of a file system; undefined means "cannot be read", whatever the reason. */
export interface FileView {
  facts(path: string): FileFacts | undefined;
  text(path: string): string | undefined;
  names(folder: string): readonly string[] | undefined;
  link(path: string): string | undefined;
  real(path: string): string | undefined;
  /** Whether this user may read and write it. */
  usable(path: string): boolean;
}

/** Where the three trees that tell about devices are found. */
export interface Roots {
  readonly sys: string;
  readonly proc: string;
  readonly dev: string;
}

/** The live trees of this computer. */
export const SYSTEM_ROOTS: Roots = { sys: '/sys', proc: '/proc', dev: '/dev' };

const attempt = <Value>(read: () => Value): Value | undefined => {
  try {
    return read();
  } catch (error) {
    // Absent, forbidden and gone-meanwhile all mean the same to a look: nothing is known.
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
};

const kindOf = (stat: fs.Stats): FileFacts['kind'] => {
  if (stat.isFile()) return 'file';
  if (stat.isDirectory()) return 'folder';
  return stat.isCharacterDevice() ? 'character-device' : 'other';
};

/** The number of a device's driver, from the packed form that `stat` gives on Linux. */
const majorOf = (rdev: number): number => (rdev >>> 8) & 0xfff;

/** The number of a device under its driver, from the same packed form. */
const minorOf = (rdev: number): number => (rdev & 0xff) | ((rdev >>> 12) & 0xfff00);

const factsOf = (stat: fs.Stats): FileFacts => ({
  kind: kindOf(stat),
  mode: stat.mode & 0o7777,
  uid: stat.uid,
  gid: stat.gid,
  major: majorOf(stat.rdev),
  minor: minorOf(stat.rdev),
});

const mayReadAndWrite = (path: string): true => {
  fs.accessSync(path, fs.constants.R_OK | fs.constants.W_OK);
  return true;
};

/** The file system of this computer. */
export const systemFiles: FileView = {
  facts: (path) => attempt(() => factsOf(fs.statSync(path))),
  text: (path) => attempt(() => fs.readFileSync(path, 'utf8')),
  names: (folder) => attempt(() => fs.readdirSync(folder)),
  link: (path) => attempt(() => fs.readlinkSync(path)),
  real: (path) => attempt(() => fs.realpathSync(path)),
  usable: (path) => attempt(() => mayReadAndWrite(path)) ?? false,
};
