// Holds a copy of a shared database against the one it was made of: everything that every room has
// told, and the cartridges that are held and blocked. PostgreSQL's own tools make the copy and put
// it back; this says whether what came back is what was there.

import { createHash } from 'node:crypto';
import { canonicalJson } from '../journal/canonical.ts';
import { contentHash } from './content-hash.ts';
import type { Store } from './open-store.ts';

/** One part of two databases. */
export interface Compared {
  /** An installation, `holds` or `blocks`. */
  readonly part: string;
  readonly same: boolean;
  readonly hash: string;
}

/** What each part of a database holds, as a hash. */
export async function partsOf({ db }: Pick<Store, 'db'>): Promise<ReadonlyMap<string, string>> {
  const sites = await db.selectFrom('cursors').select('site').distinct().orderBy('site').execute();
  const parts = new Map<string, string>();
  for (const { site } of sites) parts.set(`room ${site}`, await contentHash(db, site));
  const holds = await db.selectFrom('holds').selectAll().orderBy('serial').execute();
  const blocks = await db.selectFrom('blocks').selectAll().orderBy('serial').execute();
  for (const [name, rows] of [['holds', holds], ['blocks', blocks]] as const) {
    const hash = createHash('sha256');
    for (const row of rows) hash.update(`${canonicalJson(row)}\n`);
    parts.set(name, hash.digest('hex'));
  }
  return parts;
}

/** Compares two databases, part by part. */
export async function compareStores(one: Store, other: Store): Promise<readonly Compared[]> {
  const [here, there] = [await partsOf(one), await partsOf(other)];
  const names = new Set([...here.keys(), ...there.keys()]);
  return [...names].map((part) => {
    const hash = here.get(part) ?? '';
    return { part, same: hash !== '' && hash === there.get(part), hash };
  });
}
