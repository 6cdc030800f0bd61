// A copy of the embedded store while it is in use, and the way back. A copy is only called one when
// it was read again: whole by SQLite's own check, with the rows of the store it was made of. What a
// copy does not have, the journals have; a restored one is brought up to them, and that is said.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { readInstallation } from '../journal/files.ts';
import type { JournalWorld } from '../journal/index.ts';
import { type Caught, type CatchUpRefusal, catchUp } from './catch-up.ts';
import { contentHash } from './content-hash.ts';
import { openSqlite, storeFile, type StoreRefusal } from './open-store.ts';

/** What stands beside a copy and says what it is. */
const manifestShape = z.strictObject({
  version: z.literal(1),
  site: z.string(),
  madeAt: z.string(),
  fileHash: z.string(),
  contentHash: z.string(),
  treatmentN: z.int(),
  chartN: z.int(),
});

/** What stands beside a copy and says what it is. */
export type Manifest = Readonly<z.output<typeof manifestShape>>;

/** Why no copy was made, or none put back. */
export type BackupRefusal =
  | { readonly code: 'backup-there'; readonly path: string }
  | { readonly code: 'backup-unwritable'; readonly path: string; readonly why: string }
  | { readonly code: 'backup-unreadable'; readonly path: string; readonly why: string }
  | { readonly code: 'backup-altered'; readonly path: string }
  | { readonly code: 'backup-of-another'; readonly path: string; readonly site: string }
  | { readonly code: 'backup-newer-than-journal'; readonly path: string; readonly backupN: number }
  | CatchUpRefusal
  | StoreRefusal;

const manifestPath = (path: string): string => `${path}.json`;
const why = (failure: unknown): string =>
  failure instanceof Error ? failure.message : String(failure);
const fileHash = (path: string): string =>
  createHash('sha256').update(fs.readFileSync(path)).digest('hex');

function siteOf(world: JournalWorld, dataDir: string): Result<string, CatchUpRefusal> {
  const read = readInstallation(world.door, dataDir);
  if (read.ok) return ok(read.value.installationId);
  return refuse({ code: 'journal-refused', journal: 'treatment', refusal: read.error });
}

/** Copies the embedded store of an installation, and reads the copy again. */
export async function backupStore(
  dataDir: string,
  to: string,
  world: JournalWorld,
): Promise<Result<Manifest, BackupRefusal>> {
  const site = siteOf(world, dataDir);
  if (!site.ok) return site;
  if (fs.existsSync(to) || fs.existsSync(manifestPath(to))) {
    return refuse({ code: 'backup-there', path: to });
  }
  const opened = await openSqlite(storeFile(dataDir));
  if (!opened.ok) return opened;
  const caught = await catchUp(opened.value, dataDir, world);
  await opened.value.close();
  if (!caught.ok) return caught;
  try {
    const source = new Database(storeFile(dataDir), { readonly: true });
    try {
      await source.backup(to);
    } finally {
      source.close();
    }
    const manifest = await describe(to, site.value, world.nowIso());
    const file = fs.openSync(to, 'r+');
    fs.fsyncSync(file);
    fs.closeSync(file);
    const text = `${JSON.stringify(manifest)}\n`;
    fs.writeFileSync(manifestPath(to), text, { flag: 'wx', flush: true });
    return ok(manifest);
  } catch (failure) {
    return refuse({ code: 'backup-unwritable', path: to, why: why(failure) });
  }
}

/** Says what a copy holds; throws what SQLite throws if it is not whole. */
async function describe(path: string, site: string, madeAt: string): Promise<Manifest> {
  const copy = new Database(path);
  const sound: unknown = copy.pragma('integrity_check', { simple: true });
  // One file without a log beside it: that is what is carried away.
  copy.pragma('journal_mode = delete');
  copy.close();
  if (sound !== 'ok') throw new Error(`SQLite finds it damaged: ${String(sound)}`);
  const opened = await openSqlite(path);
  if (!opened.ok) throw new Error(opened.error.code);
  const { db, close } = opened.value;
  const cursors = await db.selectFrom('cursors').selectAll().where('site', '=', site).execute();
  const at = (journal: string): number => cursors.find((row) => row.journal === journal)?.n ?? 0;
  const hash = await contentHash(db, site);
  await close();
  const again = new Database(path);
  again.pragma('journal_mode = delete');
  again.close();
  return {
    version: 1, site, madeAt, fileHash: fileHash(path), contentHash: hash,
    treatmentN: at('treatment'), chartN: at('chart'),
  };
}

/** What putting a copy back came to. */
export interface RestoredStore {
  readonly manifest: Manifest;
  readonly caught: readonly Caught[];
}

/** Puts a copy in the place of the store, and brings it up to the journals. */
export async function restoreStore(
  dataDir: string,
  from: string,
  world: JournalWorld,
): Promise<Result<RestoredStore, BackupRefusal>> {
  const site = siteOf(world, dataDir);
  if (!site.ok) return site;
  const manifest = readManifest(from);
  if (!manifest.ok) return manifest;
  if (manifest.value.site !== site.value) {
    return refuse({ code: 'backup-of-another', path: from, site: manifest.value.site });
  }
  const beside = `${storeFile(dataDir)}.restoring`;
  try {
    fs.rmSync(beside, { force: true });
    fs.copyFileSync(from, beside);
  } catch (failure) {
    return refuse({ code: 'backup-unreadable', path: from, why: why(failure) });
  }
  if (fileHash(beside) !== manifest.value.fileHash) {
    fs.rmSync(beside, { force: true });
    return refuse({ code: 'backup-altered', path: from });
  }
  // Tried beside the store before it takes its place: a copy that does not fit changes nothing.
  const tried = await bringUp(beside, dataDir, world, from, manifest.value);
  if (!tried.ok) {
    removeStore(beside);
    return tried;
  }
  removeStore(storeFile(dataDir));
  fs.renameSync(beside, storeFile(dataDir));
  return ok({ manifest: manifest.value, caught: tried.value });
}

async function bringUp(
  path: string,
  dataDir: string,
  world: JournalWorld,
  from: string,
  manifest: Manifest,
): Promise<Result<readonly Caught[], BackupRefusal>> {
  const opened = await openSqlite(path);
  if (!opened.ok) return opened;
  const hash = opened.value.migrated
    ? manifest.contentHash : await contentHash(opened.value.db, manifest.site);
  const caught = await catchUp(opened.value, dataDir, world);
  await opened.value.close();
  if (hash !== manifest.contentHash) return refuse({ code: 'backup-altered', path: from });
  if (!caught.ok && caught.error.code === 'journal-refused'
    && caught.error.refusal.code === 'not-continued') {
    return refuse({ code: 'backup-newer-than-journal', path: from, backupN: manifest.treatmentN });
  }
  const single = new Database(path);
  single.pragma('journal_mode = delete');
  single.close();
  return caught;
}

/** Removes the file of a store with its log. */
function removeStore(file: string): void {
  for (const end of ['', '-wal', '-shm']) fs.rmSync(`${file}${end}`, { force: true });
}

function readManifest(from: string): Result<Manifest, BackupRefusal> {
  try {
    const read = manifestShape.safeParse(JSON.parse(fs.readFileSync(manifestPath(from), 'utf8')));
    if (read.success) return ok(read.data);
    return refuse({ code: 'backup-altered', path: from });
  } catch (failure) {
    return refuse({ code: 'backup-unreadable', path: from, why: why(failure) });
  }
}
