// What a store holds, as one hash: every folded row of an installation in the order of its key, as
// canonical JSON. Two stores with the same hash hold the same, whichever database they are in.

import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { canonicalJson } from '../journal/canonical.ts';
import { type StoreSchema, TABLE_NAMES, type TableName, TABLES } from './tables.ts';

/** A row of any folded table. */
export type AnyRow = Readonly<Record<string, string | number | null>>;

const PAGE = 5_000;

/** Hands over every row of an installation in a table, in the order of the key. */
export async function* rowsOf(
  db: Kysely<StoreSchema>,
  name: TableName,
  site: string,
): AsyncGenerator<AnyRow> {
  const loose: Kysely<Record<string, Record<string, string | number | null>>> = db.$extendTables();
  for (let offset = 0; ; offset += PAGE) {
    let query = loose.selectFrom(name).selectAll().where('site', '=', site);
    for (const column of TABLES[name].key) query = query.orderBy(column);
    const rows = await query.limit(PAGE).offset(offset).execute();
    yield* rows;
    if (rows.length < PAGE) return;
  }
}

/** The hash of everything that is folded from the journals of an installation. */
export async function contentHash(db: Kysely<StoreSchema>, site: string): Promise<string> {
  const hash = createHash('sha256');
  for (const name of TABLE_NAMES) {
    hash.update(`${name}\n`);
    for await (const row of rowsOf(db, name, site)) hash.update(`${canonicalJson(row)}\n`);
  }
  return hash.digest('hex');
}
