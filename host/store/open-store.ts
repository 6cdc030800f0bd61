// Opens the store: an SQLite file in the installation's folder, or the PostgreSQL that
// CORIUM_DATABASE_URL names. Every commit is on disk when it returns (synchronous FULL here, the
// server's synchronous_commit there). Older stores are brought forward; newer ones are left alone.

import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, PostgresDialect, sql, SqliteDialect } from 'kysely';
import pg from 'pg';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { type Dialect, migrate, STORE_VERSION, versionOf } from './migrations.ts';
import { type StoreSchema, TABLE_NAMES, type TableName } from './tables.ts';

/** A store that is open. */
export interface Store {
  readonly db: Kysely<StoreSchema>;
  readonly dialect: Dialect;
  /** Where it is, in words that may be shown: never with a password. */
  readonly where: string;
  /** Whether it was of an older version when it was opened. */
  readonly migrated: boolean;
  readonly close: () => Promise<void>;
}

/** Why a store could not be opened. */
export type StoreRefusal =
  | { readonly code: 'store-newer'; readonly where: string; readonly version: number }
  | { readonly code: 'store-damaged'; readonly where: string; readonly why: string }
  | { readonly code: 'store-unreachable'; readonly where: string; readonly why: string };

/** The folder of the store in that of an installation. */
export const storeFolder = (dataDir: string): string => path.join(dataDir, 'store');
/** The file of the embedded store. */
export const storeFile = (dataDir: string): string => path.join(storeFolder(dataDir), 'store.db');

/** How long a statement waits for another process's transaction. */
const BUSY_MS = 10_000;
const CONNECT_MS = 5_000;
const CONNECTIONS_MAX = 4;

/** Opens the store of an installation, or the one that is shared. */
export const openStore = (
  dataDir: string,
  url: string | undefined = process.env['CORIUM_DATABASE_URL'],
): Promise<Result<Store, StoreRefusal>> =>
  url === undefined || url === '' ? openSqlite(storeFile(dataDir)) : openPostgres(url);

/** Opens the embedded store; `:memory:` for one that nobody keeps. */
export async function openSqlite(
  file: string,
  version = STORE_VERSION,
): Promise<Result<Store, StoreRefusal>> {
  try {
    if (file !== ':memory:') fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const database = new Database(file, { timeout: BUSY_MS });
    database.pragma('journal_mode = wal');
    database.pragma('synchronous = full');
    database.pragma('foreign_keys = on');
    database.pragma('trusted_schema = off');
    const db = new Kysely<StoreSchema>({ dialect: new SqliteDialect({ database }) });
    return await ready(db, 'sqlite', file, version);
  } catch (failure) {
    return refuse({ code: 'store-damaged', where: file, why: said(failure) });
  }
}

/** Opens a shared store; `postgres:` or `postgresql:` addresses. */
export async function openPostgres(
  url: string,
  version = STORE_VERSION,
): Promise<Result<Store, StoreRefusal>> {
  const where = withoutSecret(url);
  // Counts fit a whole number; the driver would hand over texts.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({
    connectionString: url, max: CONNECTIONS_MAX, 'connectionTimeoutMillis': CONNECT_MS,
  });
  // A connection that ends while nobody uses it is made anew by the next query; unheard, the event
  // would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  const db = new Kysely<StoreSchema>({ dialect: new PostgresDialect({ pool }) });
  try {
    return await ready(db, 'postgres', where, version);
  } catch (failure) {
    await db.destroy();
    return refuse({ code: 'store-unreachable', where, why: said(failure) });
  }
}

async function ready(
  db: Kysely<StoreSchema>,
  dialect: Dialect,
  where: string,
  version: number,
): Promise<Result<Store, StoreRefusal>> {
  const found = await inTransaction({ db, dialect }, async (one) => {
    // Two consoles that start at once must not both make the tables.
    if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(770001)`.execute(one);
    const from = await versionOf(one);
    const migrated = from < version ? await migrate(one, dialect, from, version) : false;
    return { from, migrated };
  });
  if (found.from > version) {
    await db.destroy();
    return refuse({ code: 'store-newer', where, version: found.from });
  }
  return ok({ db, dialect, where, migrated: found.migrated, close: () => db.destroy() });
}

/** Runs everything or nothing; other writers of an embedded store wait outside. */
export function inTransaction<Value>(
  { db, dialect }: Pick<Store, 'db' | 'dialect'>,
  run: (one: Kysely<StoreSchema>) => Promise<Value>,
): Promise<Value> {
  return db.connection().execute(async (one) => {
    await sql.raw(dialect === 'sqlite' ? 'begin immediate' : 'begin').execute(one);
    try {
      const value = await run(one);
      await sql`commit`.execute(one);
      return value;
    } catch (failure) {
      await sql`rollback`.execute(one);
      throw failure;
    }
  });
}

/** Takes everything of one installation out of the folded tables, children first. */
export async function clearSite(one: Kysely<StoreSchema>, site: string): Promise<void> {
  const names: readonly (TableName | 'cursors' | 'open_grants')[] =
    [...TABLE_NAMES.toReversed(), 'cursors', 'open_grants'];
  for (const name of names) await one.deleteFrom(name).where('site', '=', site).execute();
}

const said = (failure: unknown): string =>
  (failure instanceof Error ? failure.message : String(failure)).replaceAll(/\s+/g, ' ').trim();

function withoutSecret(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//').replace(/([?&]password=)[^&]*/i, '$1...');
}
