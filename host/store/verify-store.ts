// Whether the store says what the journals say: both are read in full, the journals into a store of
// their own that nobody keeps, and the rows are held side by side. A row that somebody altered,
// took out or put in is named, with the columns that differ.

import { ok, refuse, type Result } from '../../protocol/result.ts';
import { readInstallation } from '../journal/files.ts';
import type { JournalWorld } from '../journal/index.ts';
import { type CatchUpRefusal, catchUp } from './catch-up.ts';
import { type AnyRow, contentHash, rowsOf } from './content-hash.ts';
import { openSqlite, type Store, type StoreRefusal } from './open-store.ts';
import { TABLE_NAMES, type TableName, TABLES } from './tables.ts';

/** A row that is not what the journals say. */
export interface StoreFinding {
  readonly what: 'altered' | 'missing' | 'extra';
  readonly table: TableName;
  readonly key: string;
  readonly columns: readonly string[];
}

/** What verification came to. */
export interface StoreVerdict {
  readonly accepted: boolean;
  readonly hash: string;
  readonly rows: number;
  readonly findings: readonly StoreFinding[];
}

/** So many findings are named; a store with more is rebuilt and not read. */
const FINDINGS_MAX = 1_000;

/** Compares a store, up to which it was caught up, with the journals of an installation. */
export async function verifyStore(
  store: Store,
  dataDir: string,
  world: JournalWorld,
): Promise<Result<StoreVerdict, CatchUpRefusal | StoreRefusal>> {
  const caught = await catchUp(store, dataDir, world);
  if (!caught.ok) return caught;
  const opened = await openSqlite(':memory:');
  if (!opened.ok) return opened;
  const truth = opened.value;
  try {
    const folded = await catchUp(truth, dataDir, world, { rebuild: true });
    if (!folded.ok) return folded;
    const installation = readInstallation(world.door, dataDir);
    if (!installation.ok) {
      const { error: refusal } = installation;
      return refuse({ code: 'journal-refused', journal: 'treatment', refusal });
    }
    return ok(await compare(store, truth, installation.value.installationId));
  } finally {
    await truth.close();
  }
}

async function compare(store: Store, truth: Store, site: string): Promise<StoreVerdict> {
  const findings: StoreFinding[] = [];
  let rows = 0;
  for (const name of TABLE_NAMES) {
    const held = new Map<string, AnyRow>();
    for await (const row of rowsOf(store.db, name, site)) held.set(keyOf(name, row), row);
    for await (const row of rowsOf(truth.db, name, site)) {
      rows += 1;
      const key = keyOf(name, row);
      const found = held.get(key);
      held.delete(key);
      const columns = Object.keys(row).filter((column) => found?.[column] !== row[column]);
      if (found === undefined) findings.push({ what: 'missing', table: name, key, columns: [] });
      else if (columns.length > 0) findings.push({ what: 'altered', table: name, key, columns });
    }
    for (const key of held.keys()) {
      findings.push({ what: 'extra', table: name, key, columns: [] });
    }
  }
  return {
    accepted: findings.length === 0,
    hash: await contentHash(store.db, site),
    rows,
    findings: findings.slice(0, FINDINGS_MAX),
  };
}

const keyOf = (name: TableName, row: AnyRow): string =>
  TABLES[name].key.filter((column) => column !== 'site').map((column) => row[column]).join(' ');
