// A person's chart as one answer: who it is (sealed), visits with what was done at each, treatments
// by area, follow-ups, locked areas. Everything that a screen shows at once, in as few questions to
// the database as there are tables.

import type { Kysely } from 'kysely';
import { z } from 'zod';
import { locksIn, type LockShown } from './locks-in.ts';
import type { Row, StoreSchema } from './tables.ts';

/** A treatment in a chart: what was planned and what it came to on each area. */
export interface ChartTreatment extends Row<'treatments'> {
  readonly areas: readonly ChartArea[];
}

/** One area of a treatment in a chart. */
export interface ChartArea {
  readonly area: string;
  readonly side: string;
  readonly sizeMm2: number;
  readonly punctures: number;
  readonly certainPunctures: number;
  readonly puncturesPerCm2: number;
  readonly depthUmSet: number;
  readonly depthUmPeak: number | undefined;
  readonly cartridges: readonly string[];
}

/** The chart of a person. */
export interface ChartView {
  readonly people: readonly Row<'people'>[];
  readonly visits: readonly Row<'visits'>[];
  readonly lines: readonly Row<'chart_lines'>[];
  readonly treatments: readonly ChartTreatment[];
  readonly followUps: readonly Row<'follow_ups'>[];
  /** What is locked, in this room or as another one told. */
  readonly locks: readonly LockShown[];
  readonly claims: readonly Row<'claims'>[];
  readonly elsewhere: readonly Row<'elsewhere'>[];
}

const joined = z.object({ from: z.string(), into: z.string() });

/** Every key under which a person was ever written, by the mergings that the store knows. */
export async function personKeys(
  db: Kysely<StoreSchema>,
  person: string,
): Promise<readonly string[]> {
  const merged = await db.selectFrom('people').select(['person', 'merged_into'])
    .where('merged_into', 'is not', null).execute();
  const learnt = await db.selectFrom('chart_lines').select('note')
    .where('kind', '=', 'merge-elsewhere').execute();
  const joins = [
    ...merged.map(({ person: from, merged_into: into }) => ({ from, into })),
    ...learnt.map(({ note }) => joined.parse(JSON.parse(note))),
  ];
  const keys = new Set([person]);
  for (let before = 0; before < keys.size;) {
    before = keys.size;
    for (const { from, into } of joins) {
      if (into !== null && (keys.has(from) || keys.has(into))) keys.add(from).add(into);
    }
  }
  return [...keys];
}

/** Reads the chart of a person. */
export async function chartOf(db: Kysely<StoreSchema>, person: string): Promise<ChartView> {
  const keys = await personKeys(db, person);
  const [people, visits, lines, treatments, grants, followUps, claims, elsewhere] = [
    await db.selectFrom('people').selectAll().where('person', 'in', keys).orderBy('n').execute(),
    await db.selectFrom('visits').selectAll().where('person', 'in', keys)
      .orderBy('opened_on', 'desc').orderBy('n', 'desc').execute(),
    await db.selectFrom('chart_lines').selectAll().where('person', 'in', keys).orderBy('at')
      .orderBy('n').execute(),
    await db.selectFrom('treatments').selectAll().where('person', 'in', keys)
      .orderBy('day', 'desc').orderBy('n', 'desc').execute(),
    await areaSums(db, keys),
    await db.selectFrom('follow_ups').selectAll().where('person', 'in', keys).orderBy('due_on')
      .orderBy('milestone').execute(),
    await db.selectFrom('claims').selectAll().where('person', 'in', keys).orderBy('n').execute(),
    await db.selectFrom('elsewhere').selectAll().where('person', 'in', keys)
      .orderBy('day', 'desc').execute(),
  ];
  const byTreatment = Map.groupBy(grants, ({ site, treatment_id: id }) => `${site} ${id}`);
  return {
    people, visits, lines, followUps, locks: locksIn(lines), claims, elsewhere,
    treatments: treatments.map((treatment) => {
      const of = byTreatment.get(`${treatment.site} ${treatment.treatment_id}`) ?? [];
      return { ...treatment, areas: areasOf(of) };
    }),
  };
}

type GrantSum = Awaited<ReturnType<typeof areaSums>>[number];

const areaSums = (db: Kysely<StoreSchema>, keys: readonly string[]) =>
  db.selectFrom('grants')
    .select([
      'site', 'treatment_id', 'area', 'side', 'size_mm2', 'counted_punctures',
      'delivered_punctures', 'depth_um', 'depth_um_peak', 'cartridge_serial',
    ])
    .where('person', 'in', keys).execute();

function areasOf(grants: readonly GrantSum[]): readonly ChartArea[] {
  const places = Map.groupBy(grants, ({ area, side }) => `${area} ${side}`);
  return [...places.values()].flatMap((of) => {
    const [first] = of;
    if (first === undefined) return [];
    const { area, side } = first;
    const sizeMm2 = Math.min(...of.map((one) => one.size_mm2));
    const punctures = of.reduce((total, one) => total + one.counted_punctures, 0);
    const peaks = of.flatMap((one) => one.depth_um_peak ?? []);
    return [{
      area, side, sizeMm2, punctures,
      certainPunctures: of.reduce((total, one) => total + one.delivered_punctures, 0),
      puncturesPerCm2: Math.ceil((punctures * 100) / sizeMm2),
      depthUmSet: Math.max(...of.map((one) => one.depth_um)),
      depthUmPeak: peaks.length === 0 ? undefined : Math.max(...peaks),
      cartridges: [...new Set(of.map((one) => one.cartridge_serial))],
    }];
  });
}
