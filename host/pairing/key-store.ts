// The keys of this computer's user, a file for each pen, in a folder of their own. It is not the
// folder of an installation: that one is backed up, copied and shown, and whoever copies a key can
// move the pen. Only its owner may read it, and a file that others may read is not used.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { type KeyRefusal, keyText, type PenKeys, readKeyText } from './key-file.ts';

/** The keys of this user. */
export interface KeyStore {
  readonly folder: string;
  /** All that can be used, or the first reason why one cannot. */
  readonly all: () => Result<readonly PenKeys[], KeyRefusal>;
  readonly of: (serial: string) => Result<PenKeys | undefined, KeyRefusal>;
  /** Keeps them; they are on the disk when this comes back. */
  readonly keep: (keys: PenKeys) => Result<undefined, KeyRefusal>;
  readonly forget: (serial: string) => Result<undefined, KeyRefusal>;
}

const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;
const OTHERS = 0o077;

/** Where keys are kept unless somebody says: `CORIUM_KEYS`, or beside the user's settings. */
export function keyFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const said = environment['CORIUM_KEYS'];
  if (said !== undefined && said !== '') return path.resolve(said);
  const settings = environment['XDG_CONFIG_HOME'] ?? path.join(os.homedir(), '.config');
  return path.join(settings, 'corium', 'keys');
}

const whyOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** S-55: why a path may not hold keys: others may read it, or it is somebody else's. */
export function pathRefusal(at: string): KeyRefusal | undefined {
  if (process.platform === 'win32') return undefined; // permissions are lists there
  const { mode, uid } = fs.statSync(at);
  if (uid !== process.getuid?.()) return { code: 'not-ours', path: at };
  const open = (mode & OTHERS) !== 0;
  return open ? { code: 'loose', path: at, mode: (mode & 0o777).toString(8) } : undefined;
}

function readFile(at: string): Result<PenKeys, KeyRefusal> {
  try {
    const refusal = pathRefusal(at);
    if (refusal !== undefined) return refuse(refusal);
    const keys = readKeyText(fs.readFileSync(at, 'utf8'));
    return keys === undefined ? refuse({ code: 'not-a-key-file', path: at }) : ok(keys);
  } catch (error) {
    return refuse({ code: 'unreadable', path: at, why: whyOf(error) });
  }
}

function readAll(folder: string): Result<readonly PenKeys[], KeyRefusal> {
  let names: readonly string[];
  try {
    const refusal = pathRefusal(folder);
    if (refusal !== undefined) return refuse(refusal);
    names = fs.readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch (error) {
    if (isMissing(error)) return ok([]);
    return refuse({ code: 'unreadable', path: folder, why: whyOf(error) });
  }
  const all: PenKeys[] = [];
  for (const name of names) {
    const read = readFile(path.join(folder, name));
    if (!read.ok) return read;
    all.push(read.value);
  }
  return ok(all);
}

/** Written whole beside, brought to the disk, and renamed: a cut leaves the file before. */
function writeFile(folder: string, at: string, keys: PenKeys): void {
  fs.mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
  const beside = `${at}.new`;
  fs.rmSync(beside, { force: true });
  const file = fs.openSync(beside, 'wx', FILE_MODE);
  try {
    fs.writeSync(file, keyText(keys));
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
  fs.renameSync(beside, at);
  syncFolder(folder);
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return; // folders cannot be opened there
  const file = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}

/** Opens the keys in a folder, which need not be there yet. */
export function openKeyStore(folder: string = keyFolder()): KeyStore {
  const fileOf = (serial: string): string =>
    path.join(folder, `${encodeURIComponent(serial)}.json`);
  const writing = (at: string, act: () => void): Result<undefined, KeyRefusal> => {
    try {
      const refusal = fs.existsSync(folder) ? pathRefusal(folder) : undefined;
      if (refusal !== undefined) return refuse(refusal);
      act();
      return ok(undefined);
    } catch (error) {
      return refuse({ code: 'cannot-write', path: at, why: whyOf(error) });
    }
  };
  return {
    folder,
    all: () => readAll(folder),
    of: (serial) => {
      const all = readAll(folder);
      return all.ok ? ok(all.value.find((keys) => keys.serial === serial)) : all;
    },
    keep: (keys) => writing(fileOf(keys.serial), () => {
      writeFile(folder, fileOf(keys.serial), keys);
    }),
    forget: (serial) => writing(fileOf(serial), () => {
      fs.rmSync(fileOf(serial), { force: true });
      if (fs.existsSync(folder)) syncFolder(folder);
    }),
  };
}

/** Refuses a folder of keys that lies in the folder of an installation. */
export function insideData(folder: string, dataDir: string): KeyRefusal | undefined {
  const from = path.relative(path.resolve(dataDir), path.resolve(folder));
  const inside = from === '' || (!from.startsWith('..') && !path.isAbsolute(from));
  return inside ? { code: 'inside-data', path: folder } : undefined;
}
