// What one piece of skin has had: today and in the last days, treatment by treatment, with measured
// depth, cartridge, certificate, pen and operator. Counted at its worst, like the budgets; what is
// certain of it stands beside. Days are compared as they stand in the rows, never with a clock.

import { type Kysely, sql } from 'kysely';
import type { AreaName, Side } from '../../protocol/area.ts';
import type { StoreSchema } from './tables.ts';

/** The skin that is asked about, under every key that its person was ever written with. */
export interface DoseAsked {
  readonly people: readonly string[];
  readonly area: AreaName;
  /** Undefined for every side of it. */
  readonly side: Side | undefined;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly sinceDay: string;
}

/** What one treatment gave to the skin. */
export interface DoseGiven {
  readonly site: string;
  readonly treatmentId: string;
  readonly day: string;
  readonly side: string;
  readonly sizeMm2: number;
  readonly punctures: number;
  /** Of these, how many certainly happened. */
  readonly certainPunctures: number;
  readonly puncturesPerCm2: number;
  readonly passes: number;
  readonly contactMs: number;
  readonly depthUmSet: number;
  /** The deepest stroke that the pen measured; undefined if it measures none. */
  readonly depthUmPeak: number | undefined;
  readonly cartridges: readonly { readonly serial: string; readonly lot: string }[];
  readonly certificates: readonly string[];
  readonly pens: readonly string[];
  readonly operator: string | undefined;
}

/** What the skin has had. */
export interface DoseHistory {
  readonly today: { readonly punctures: number; readonly puncturesPerCm2: number };
  readonly since: { readonly punctures: number; readonly puncturesPerCm2: number };
  /** Newest first; the sums count all, this shows the newest of them. */
  readonly given: readonly DoseGiven[];
}

/** So many grants are read one by one: more treatments than anybody reads. */
const GRANTS_MAX = 400;

/** Answers what one piece of skin has had. */
export async function doseHistory(
  db: Kysely<StoreSchema>,
  asked: DoseAsked,
): Promise<DoseHistory> {
  const sides = await sideSums(db, asked);
  const rows = await grantRows(db, asked);
  const groups = Map.groupBy(rows, ({ site, treatment_id: id, side }) => `${site} ${id} ${side}`);
  const given = [...groups.values()].flatMap(givenBy);
  return {
    today: total(sides.map((row) => [row.today_punctures, row.today_size])),
    since: total(sides.map((row) => [row.punctures, row.size])),
    // What was cut off in the middle would be told as less than it was.
    given: rows.length < GRANTS_MAX ? given : given.slice(0, -1),
  };
}

/** What each side had, summed where the rows are. */
function sideSums(db: Kysely<StoreSchema>, asked: DoseAsked) {
  const { people, area, side, today, sinceDay } = asked;
  let query = db
    .selectFrom('grants')
    .select([
      sql<number>`cast(sum(counted_punctures) as bigint)`.as('punctures'),
      sql<number>`min(size_mm2)`.as('size'),
      sql<number>`cast(sum(case when day = ${today} then counted_punctures else 0 end) as bigint)`
        .as('today_punctures'),
      sql<number | null>`min(case when day = ${today} then size_mm2 end)`.as('today_size'),
    ])
    .where('person', 'in', people)
    .where('area', '=', area)
    .where('day', '>=', sinceDay)
    .where('day', '<=', today)
    .where('counted_punctures', '>', 0);
  if (side !== undefined) query = query.where('side', '=', side);
  return query.groupBy('side').execute();
}

type GrantRow = Awaited<ReturnType<typeof grantRows>>[number];

function grantRows(db: Kysely<StoreSchema>, { people, area, side, sinceDay }: DoseAsked) {
  let query = db
    .selectFrom('grants')
    .leftJoin('treatments', (join) => join
      .onRef('treatments.site', '=', 'grants.site')
      .onRef('treatments.treatment_id', '=', 'grants.treatment_id'))
    .leftJoin('cartridges', (join) => join
      .onRef('cartridges.site', '=', 'grants.site')
      .onRef('cartridges.serial', '=', 'grants.cartridge_serial'))
    .select([
      'grants.site', 'grants.treatment_id', 'grants.day', 'grants.side', 'grants.size_mm2',
      'grants.counted_punctures', 'grants.delivered_punctures', 'grants.pass',
      'grants.counted_contact_ms', 'grants.depth_um', 'grants.depth_um_peak',
      'grants.cartridge_serial', 'grants.certificate_id', 'grants.pen_serial',
      'treatments.operator', 'cartridges.lot',
    ])
    .where('grants.person', 'in', people)
    .where('grants.area', '=', area)
    .where('grants.day', '>=', sinceDay)
    .where('grants.counted_punctures', '>', 0);
  if (side !== undefined) query = query.where('grants.side', '=', side);
  return query.orderBy('grants.day', 'desc').orderBy('grants.n', 'desc').limit(GRANTS_MAX)
    .execute();
}

function givenBy(rows: readonly GrantRow[]): readonly DoseGiven[] {
  const [first] = rows;
  if (first === undefined) return [];
  const punctures = sum(rows.map((row) => row.counted_punctures));
  const sizeMm2 = Math.min(...rows.map((row) => row.size_mm2));
  const peaks = rows.flatMap((row) => row.depth_um_peak ?? []);
  const lots = new Map(rows.map((row) => [row.cartridge_serial, row.lot ?? '']));
  return [{
    site: first.site,
    treatmentId: first.treatment_id,
    day: first.day,
    side: first.side,
    sizeMm2,
    punctures,
    certainPunctures: sum(rows.map((row) => row.delivered_punctures)),
    puncturesPerCm2: perCm2(punctures, sizeMm2),
    passes: new Set(rows.map((row) => row.pass)).size,
    contactMs: sum(rows.map((row) => row.counted_contact_ms)),
    depthUmSet: Math.max(...rows.map((row) => row.depth_um)),
    depthUmPeak: peaks.length === 0 ? undefined : Math.max(...peaks),
    cartridges: [...lots].map(([serial, lot]) => ({ serial, lot })),
    certificates: [...new Set(rows.map((row) => row.certificate_id))],
    pens: [...new Set(rows.map((row) => row.pen_serial))],
    operator: first.operator ?? undefined,
  }];
}

/** Over the declared size, rounded up: a mean, and a spot of skin may have had more. */
const perCm2 = (punctures: number, sizeMm2: number): number =>
  Math.ceil((punctures * 100) / sizeMm2);

/** Sides are different skin: of several, the density of the one that had most counts. */
const total = (
  sides: readonly (readonly [punctures: number, sizeMm2: number | null])[],
): DoseHistory['today'] => ({
  punctures: sum(sides.map(([punctures]) => punctures)),
  puncturesPerCm2: Math.max(0, ...sides.map(([punctures, sizeMm2]) =>
    sizeMm2 === null ? 0 : perCm2(punctures, sizeMm2))),
});

const sum = (counts: readonly number[]): number =>
  counts.reduce((total, count) => total + count, 0);
