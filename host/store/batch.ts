// Rows that wait to be written: of each row only the newest state, and as many in one statement as
// the database takes. Folding first and writing afterwards makes a rebuild fast, and a batch that
// fails leaves nothing behind, since it is written in one transaction with the cursor.

import { CompiledQuery, type Kysely } from 'kysely';
import type { Dialect } from './migrations.ts';
import type { Row, StoreSchema, TableName } from './tables.ts';
import { TABLE_NAMES, TABLES } from './tables.ts';

/** The rows of a batch, by table and key. */
export interface Batch {
  readonly put: <Name extends TableName>(name: Name, row: Row<Name>) => void;
  /** The row of this key as it is in this batch. */
  readonly get: <Name extends TableName>(name: Name, key: string) => Row<Name> | undefined;
  readonly remove: (name: 'area_locks', row: LockKey) => void;
  readonly write: (one: Kysely<StoreSchema>, dialect: Dialect) => Promise<void>;
}

type LockKey = Pick<Row<'area_locks'>, 'site' | 'person' | 'area' | 'side'>;

/** So many values go into one statement: both databases take more. */
const VALUES_MAX = 20_000;

/** The key of a row in a batch: the values of its key columns, without the site. */
export const batchKey = (...parts: readonly (string | number)[]): string => parts.join('\u0000');

type Maps = { readonly [Name in TableName]: Map<string, Row<Name>> };

const emptyMaps = (): Maps => ({
  people: new Map(), visits: new Map(), chart_lines: new Map(), follow_ups: new Map(),
  area_locks: new Map(), staff: new Map(), treatments: new Map(), areas: new Map(),
  grants: new Map(), deliveries: new Map(), cartridges: new Map(), claims: new Map(),
  cartridge_blocks: new Map(), pens: new Map(), certificates: new Map(), gauges: new Map(),
  elsewhere: new Map(),
});

/** Begins a batch for one installation. */
export function createBatch(): Batch {
  const maps = emptyMaps();
  const removed = new Map<string, LockKey>();
  const keyOf = (name: TableName, row: Readonly<Record<string, unknown>>): string =>
    batchKey(...TABLES[name].key.filter((column) => column !== 'site')
      .map((column) => String(row[column])));
  return {
    put: (name, row) => {
      maps[name].set(keyOf(name, row), row);
      if (name === 'area_locks') removed.delete(keyOf(name, row));
    },
    get: (name, key) => maps[name].get(key),
    remove: (name, row) => {
      maps[name].delete(keyOf(name, row));
      removed.set(keyOf(name, row), row);
    },
    write: async (one, dialect) => {
      for (const { site, person, area, side } of removed.values()) {
        await one.deleteFrom('area_locks').where('site', '=', site).where('person', '=', person)
          .where('area', '=', area).where('side', '=', side).execute();
      }
      for (const name of TABLE_NAMES) {
        await writeRows({ one, dialect }, name, [...maps[name].values()]);
      }
    },
  };
}

interface Into {
  readonly one: Kysely<StoreSchema>;
  readonly dialect: Dialect;
}

async function writeRows<Name extends TableName>(
  into: Into,
  name: Name,
  rows: readonly Row<Name>[],
): Promise<void> {
  const { columns, key } = TABLES[name];
  const changing = Object.keys(columns).filter((column) => !key.some((part) => part === column));
  const at = Math.max(1, Math.floor(VALUES_MAX / Object.keys(columns).length));
  for (let from = 0; from < rows.length; from += at) {
    await upsert(into, name, key, changing, rows.slice(from, from + at));
  }
}

async function upsert(
  { one, dialect }: Into,
  name: TableName,
  key: readonly string[],
  changing: readonly string[],
  rows: readonly Readonly<Record<string, string | number | null>>[],
): Promise<void> {
  // Written out, since making it of parts for some thousand rows takes longer than the database.
  const columns = [...key, ...changing];
  const values = rows.flatMap((row) => columns.map((column) => row[column] ?? null));
  const statement = upsertText(dialect, { name, key, changing, rows: rows.length });
  await one.executeQuery(CompiledQuery.raw(statement, values));
}

const listOf = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

interface Upsert {
  readonly name: TableName;
  readonly key: readonly string[];
  readonly changing: readonly string[];
  readonly rows: number;
}

/** The names are those of our own description; every value goes in as a parameter. */
function upsertText(dialect: Dialect, { name, key, changing, rows }: Upsert): string {
  const width = key.length + changing.length;
  const row = (at: number): string =>
    `(${Array.from({ length: width }, (_, column) =>
      (dialect === 'sqlite' ? '?' : `$${String(at * width + column + 1)}`)).join(', ')})`;
  const set = changing.map((column) => `"${column}" = excluded."${column}"`).join(', ');
  return `insert into "${name}" (${listOf([...key, ...changing])}) values `
    + `${Array.from({ length: rows }, (_, at) => row(at)).join(', ')} on conflict (${listOf(key)}) `
    + (changing.length === 0 ? 'do nothing' : `do update set ${set}`);
}
