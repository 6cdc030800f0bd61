// Every table of the store, once: its columns, its key and what its rows stand for. The statements
// that make it, the types of the queries, the content hash and the verification are all made of
// this description, so they cannot disagree. `site` is the installation whose journal a row is
// from: several may share one PostgreSQL.

/** What a column holds; a question mark: or nothing. */
export type Column = 'text' | 'text?' | 'int' | 'int?';

/** A table as data. */
export interface Table {
  readonly columns: Readonly<Record<string, Column>>;
  readonly key: readonly string[];
  /** Its rows cannot be without a row of another table. */
  readonly under?: { readonly table: string; readonly columns: readonly string[] };
}

const table = <const T extends Table>(given: T): T => given;

/** The tables, in the order in which they can be filled. */
export const TABLES = {
  people: table({
    columns: {
      site: 'text', person: 'text', born_year: 'int', lookup: 'text', identity: 'text',
      registered_at: 'text', amendments: 'int', merged_into: 'text?', n: 'int',
    },
    key: ['site', 'person'],
  }),
  visits: table({
    columns: {
      site: 'text', visit_id: 'text', person: 'text', opened_on: 'text', modality: 'text',
      room: 'text?', series_id: 'text?', outcome: 'text?', closed_at: 'text?', opened_by: 'text',
      n: 'int',
    },
    key: ['site', 'visit_id'],
  }),
  chart_lines: table({
    columns: {
      site: 'text', n: 'int', kind: 'text', at: 'text', person: 'text?', visit_id: 'text?',
      by: 'text?', note: 'text',
    },
    key: ['site', 'n'],
  }),
  follow_ups: table({
    columns: {
      site: 'text', visit_id: 'text', milestone: 'text', person: 'text', due_on: 'text?',
      done_on: 'text?', how: 'text?', red_flags: 'int', n: 'int',
    },
    key: ['site', 'visit_id', 'milestone'],
  }),
  area_locks: table({
    columns: {
      site: 'text', person: 'text', area: 'text', side: 'text', because: 'text', locked_at: 'text',
      n: 'int',
    },
    key: ['site', 'person', 'area', 'side'],
  }),
  staff: table({
    columns: {
      site: 'text', staff_id: 'text', name: 'text', roles: 'text', retired: 'int',
      added_at: 'text', n: 'int',
    },
    key: ['site', 'staff_id'],
  }),
  treatments: table({
    columns: {
      site: 'text', treatment_id: 'text', person: 'text', operator: 'text', plan_id: 'text',
      plan_hash: 'text', profile_id: 'text', profile_hash: 'text', opened_at: 'text', day: 'text',
      closed_at: 'text?', outcome: 'text?', why: 'text?', n: 'int',
    },
    key: ['site', 'treatment_id'],
  }),
  areas: table({
    columns: {
      site: 'text', treatment_id: 'text', area: 'text', side: 'text', size_mm2: 'int',
      depth_um: 'int', rate_centi_hz: 'int', passes: 'int', strokes_per_pass: 'int',
      strokes_total: 'int', contact_ms: 'int', indication: 'text?',
    },
    key: ['site', 'treatment_id', 'area', 'side'],
    under: { table: 'treatments', columns: ['site', 'treatment_id'] },
  }),
  grants: table({
    columns: {
      site: 'text', n: 'int', treatment_id: 'text', person: 'text', arming_id: 'int',
      pen_serial: 'text', boot_id: 'int', cartridge_serial: 'text',
      certificate_id: 'text', area: 'text', side: 'text', pass: 'int', at: 'text', day: 'text',
      depth_um: 'int', rate_centi_hz: 'int', needle_count: 'int', size_mm2: 'int',
      head_area_mm2: 'int', reserved_strokes: 'int', reserved_contact_ms: 'int',
      delivered_strokes: 'int', counted_strokes: 'int', delivered_contact_ms: 'int',
      counted_contact_ms: 'int', delivered_punctures: 'int', counted_punctures: 'int',
      depth_um_peak: 'int?', outcome: 'text', open: 'int',
    },
    key: ['site', 'n'],
  }),
  deliveries: table({
    columns: {
      site: 'text', n: 'int', grant_n: 'int', hold_id: 'int', at: 'text', strokes: 'int',
      contact_ms: 'int', depth_um_peak: 'int?',
    },
    key: ['site', 'n'],
    under: { table: 'grants', columns: ['site', 'grant_n'] },
  }),
  cartridges: table({
    columns: {
      site: 'text', serial: 'text', lot: 'text', gtin: 'text?', model_code: 'int?',
      needle_count: 'int?', expiry_day: 'int?', first_seen_at: 'text',
    },
    key: ['site', 'serial'],
  }),
  claims: table({
    columns: {
      site: 'text', claim_id: 'text', serial: 'text', person: 'text', visit_id: 'text',
      room: 'text', standing: 'text', at: 'text', n: 'int',
    },
    key: ['site', 'claim_id'],
  }),
  cartridge_blocks: table({
    columns: {
      site: 'text', serial: 'text', because: 'text', at: 'text', n: 'int',
    },
    key: ['site', 'serial'],
  }),
  pens: table({
    columns: {
      site: 'text', serial: 'text', model: 'text', firmware: 'text', strokes: 'int',
      certificate_id: 'text', linked_at: 'text', n: 'int',
    },
    key: ['site', 'serial'],
  }),
  certificates: table({
    columns: {
      site: 'text', certificate_id: 'text', pen_serial: 'text', class: 'text', issued_day: 'int',
      due_day: 'int', first_seen_at: 'text', n: 'int',
    },
    key: ['site', 'certificate_id', 'pen_serial'],
  }),
  gauges: table({
    columns: {
      site: 'text', gauge: 'text', calibrations: 'int', last_used_at: 'text',
    },
    key: ['site', 'gauge'],
  }),
  elsewhere: table({
    columns: {
      site: 'text', news_id: 'text', room: 'text', treatment_id: 'text', person: 'text',
      day: 'text', area: 'text', side: 'text', punctures: 'int', n: 'int',
    },
    key: ['site', 'news_id'],
  }),
} as const;

/** The name of a table that is folded from the journals. */
export type TableName = keyof typeof TABLES;

/** All their names, in the order in which they can be filled. */
export const TABLE_NAMES: readonly TableName[] = [
  'people', 'visits', 'chart_lines', 'follow_ups', 'area_locks', 'staff', 'treatments', 'areas',
  'grants', 'deliveries', 'cartridges', 'claims', 'cartridge_blocks', 'pens', 'certificates',
  'gauges', 'elsewhere',
];

/** Tables that say how far the fold has come, and those that the rooms share. */
export const BESIDE = {
  store_meta: table({ columns: { name: 'text', value: 'text' }, key: ['name'] }),
  cursors: table({
    columns: {
      site: 'text', journal: 'text', file_number: 'int', lines: 'int', end_bytes: 'int', n: 'int',
      hash: 'text', newest_day: 'text',
    },
    key: ['site', 'journal'],
  }),
  open_grants: table({
    columns: { site: 'text', n: 'int', tally: 'text' },
    key: ['site', 'n'],
  }),
  /** One row for a cartridge, whoever has it: the constraint by which one claim wins. */
  holds: table({
    columns: {
      serial: 'text', claim_id: 'text', site: 'text', person: 'text', visit_id: 'text', at: 'text',
    },
    key: ['serial'],
  }),
  /** Cartridges that nobody may use any more, in any room. */
  blocks: table({
    columns: { serial: 'text', because: 'text', site: 'text', at: 'text' },
    key: ['serial'],
  }),
} as const;

type Held<C> = C extends 'text' ? string
  : C extends 'int' ? number
    : C extends 'text?' ? string | null
      : C extends 'int?' ? number | null : never;

type RowOf<T extends Table> = { [C in keyof T['columns']]: Held<T['columns'][C]> };

/** The tables as the queries know them. */
export type StoreSchema = {
  [Name in keyof typeof TABLES]: RowOf<(typeof TABLES)[Name]>;
} & {
  [Name in keyof typeof BESIDE]: RowOf<(typeof BESIDE)[Name]>;
};

/** A row of a table. */
export type Row<Name extends keyof StoreSchema> = Readonly<StoreSchema[Name]>;
