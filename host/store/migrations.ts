// The versions of the store, oldest first. A step says what is made or added; one that changes what
// rows mean folds them anew from the journals, which are the truth. Steps are never altered after a
// release: a test goes through all of them from every version and compares with a fresh store.

import { type Kysely, sql } from 'kysely';
import {
  BESIDE, type Column, type StoreSchema, type Table, TABLE_NAMES, TABLES,
} from './tables.ts';

/** The two kinds of database. */
export type Dialect = 'sqlite' | 'postgres';

/** One step from a version to the next. */
interface Step {
  readonly version: number;
  readonly make: Readonly<Record<string, Table>>;
  readonly add?: Readonly<Record<string, Readonly<Record<string, Column>>>>;
  readonly indexes: readonly string[];
  /** Whether rows of before mean something else now: all are taken out and folded anew. */
  readonly refold: boolean;
}

const { elsewhere, cartridge_blocks: cartridgeBlocks, cartridges, ...first } = TABLES;
const { gtin, ...cartridgeColumns } = cartridges.columns;

const STEPS: readonly Step[] = [
  {
    version: 1,
    make: {
      ...BESIDE,
      ...first,
      cartridges: { columns: cartridgeColumns, key: cartridges.key },
    },
    indexes: [
      // Everything that a sum over one piece of skin needs, so that no row is looked up for it.
      'create index grants_of_person on grants '
        + '(person, area, day, n, side, counted_punctures, size_mm2)',
      'create index grants_of_treatment on grants (site, treatment_id)',
      'create index treatments_of_person on treatments (person, day)',
      'create index chart_lines_of_person on chart_lines (person)',
      'create index visits_of_person on visits (person, opened_on)',
      'create index follow_ups_due on follow_ups (due_on)',
      'create index people_by_lookup on people (lookup)',
    ],
    refold: false,
  },
  {
    // Other rooms' treatments, blocked cartridges, and the article number that a package tells.
    version: 2,
    make: { elsewhere, cartridge_blocks: cartridgeBlocks },
    add: { cartridges: { gtin } },
    indexes: [
      'create index grants_of_cartridge on grants (cartridge_serial)',
      'create index grants_of_pen on grants (pen_serial)',
      'create index deliveries_of_grant on deliveries (site, grant_n)',
      'create index claims_of_cartridge on claims (serial)',
      'create index elsewhere_of_person on elsewhere (person)',
    ],
    refold: true,
  },
];

/** The version of the store that this Corium makes and understands. */
export const STORE_VERSION = 2;

const KINDS: Readonly<Record<Dialect, Readonly<Record<'text' | 'int', string>>>> = {
  sqlite: { text: 'text', int: 'integer' },
  // Sorted byte by byte in both, or the content hash would depend on the place.
  postgres: { text: 'text collate "C"', int: 'bigint' },
};

function columnOf(dialect: Dialect, name: string, column: Column): string {
  const kind = column.startsWith('int') ? KINDS[dialect].int : KINDS[dialect].text;
  return `"${name}" ${kind}${column.endsWith('?') ? '' : ' not null'}`;
}

const listOf = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** The statement that makes a table. */
function makeTable(dialect: Dialect, name: string, { columns, key, under }: Table): string {
  const lines = [
    ...Object.entries(columns).map(([column, kind]) => columnOf(dialect, column, kind)),
    `primary key (${listOf(key)})`,
    ...(under === undefined ? []
      : [`foreign key (${listOf(under.columns)}) references "${under.table}"`]),
  ];
  return `create table "${name}" (${lines.join(', ')})${dialect === 'sqlite' ? ' strict' : ''}`;
}

function statementsOf(dialect: Dialect, { make, add = {}, indexes }: Step): readonly string[] {
  return [
    ...Object.entries(make).map(([name, made]) => makeTable(dialect, name, made)),
    ...Object.entries(add).flatMap(([name, columns]) =>
      Object.entries(columns).map(([column, kind]) =>
        `alter table "${name}" add column ${columnOf(dialect, column, kind)}`)),
    ...indexes,
  ];
}

/** The version of a store; 0 for a database that holds none. */
export async function versionOf(db: Kysely<StoreSchema>): Promise<number> {
  const tables = await db.introspection.getTables();
  if (!tables.some(({ name }) => name === 'store_meta')) return 0;
  const row = await db.selectFrom('store_meta').select('value').where('name', '=', 'version')
    .executeTakeFirst();
  return row === undefined ? 0 : Number(row.value);
}

/** Takes a store from one version to another, inside a transaction; says whether it was older. */
export async function migrate(
  db: Kysely<StoreSchema>,
  dialect: Dialect,
  from: number,
  to: number = STORE_VERSION,
): Promise<boolean> {
  const steps = STEPS.filter(({ version }) => version > from && version <= to);
  for (const step of steps) {
    for (const statement of statementsOf(dialect, step)) await sql.raw(statement).execute(db);
    if (from > 0 && step.refold) await clearAll(db);
  }
  const [name, value] = ['version', String(to)];
  await db.insertInto('store_meta').values({ name, value })
    .onConflict((at) => at.column('name').doUpdateSet({ value })).execute();
  return from > 0 && steps.length > 0;
}

/** Takes everything out that the next reading of the journals brings back. */
async function clearAll(db: Kysely<StoreSchema>): Promise<void> {
  const tables = await db.introspection.getTables();
  const folded = [...TABLE_NAMES.toReversed(), 'cursors', 'open_grants'] as const;
  for (const name of folded) {
    if (tables.some((table) => table.name === name)) await db.deleteFrom(name).execute();
  }
}
