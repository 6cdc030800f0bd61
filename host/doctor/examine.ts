// The doctor at the bedside: gathers the surroundings of this computer, or of whatever roots he is
// given, and has them diagnosed.

import process from 'node:process';
import {
  discoverPorts,
  type Roots,
  SYSTEM_ROOTS,
  systemFiles,
  systemTimers,
} from '../link/index.ts';
import { openKeyStore, sayKeyRefusal } from '../pairing/index.ts';
import { type Diagnosis, diagnose, portsToCheck } from './diagnose.ts';
import { measureLateness } from './lateness.ts';
import type { Surroundings } from './surroundings.ts';

const LIBRARY_FOLDERS = [
  '/lib/x86_64-linux-gnu',
  '/usr/lib/x86_64-linux-gnu',
  '/lib/aarch64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/lib/arm-linux-gnueabihf',
  '/usr/lib64',
  '/usr/lib',
  '/usr/local/lib',
  '/opt/homebrew/lib',
];

/** What may be said to the doctor; everything has a default. */
export interface ExamineOptions {
  /** A port to look at, besides those that are found. */
  readonly path?: string;
  readonly roots?: Roots;
}

/** Looks at this computer. */
export async function examine(options: ExamineOptions = {}): Promise<Diagnosis> {
  const roots = options.roots ?? SYSTEM_ROOTS;
  const found = await discoverPorts({ roots });
  const latenessMs = await measureLateness(systemTimers);
  return diagnose({ ...thisComputer(roots), ports: portsToCheck(found, options.path), latenessMs });
}

/** A container may run under a number that no list of users knows. */
const userName = (): string =>
  process.env['USER'] ?? process.env['LOGNAME'] ?? `user ${process.getuid?.() ?? 'unknown'}`;

const thisComputer = (roots: Roots): Omit<Surroundings, 'ports' | 'latenessMs'> => ({
  platform: process.platform,
  nodeVersion: process.version,
  files: systemFiles,
  roots,
  etc: '/etc',
  run: '/run',
  user: {
    name: userName(),
    uid: process.getuid?.() ?? -1,
    gids: process.getgroups?.() ?? [],
  },
  programFolders: (process.env['PATH'] ?? '').split(':'),
  libraryFolders: LIBRARY_FOLDERS,
  keys: keysHere(),
});

function keysHere(): Surroundings['keys'] {
  const { folder, all } = openKeyStore();
  const read = all();
  return read.ok
    ? { folder, pens: read.value.length, sentences: [] }
    : { folder, pens: undefined, sentences: [sayKeyRefusal(read.error)] };
}
