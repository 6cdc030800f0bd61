// The lists that a house asks for: what a cartridge was taken and used for, which follow-ups are
// due, and what was treated with a pen.

import { type Kysely, sql } from 'kysely';
import type { Row, StoreSchema } from './tables.ts';

/** What is known of one cartridge, in every room whose rows are here. */
export interface CartridgeHistory {
  readonly known: readonly Row<'cartridges'>[];
  readonly claims: readonly Row<'claims'>[];
  readonly uses: readonly {
    readonly site: string; readonly treatment_id: string; readonly person: string;
    readonly day: string; readonly strokes: number;
  }[];
  readonly blocks: readonly Row<'cartridge_blocks'>[];
}

/** What a cartridge was used for, and by whom it was claimed. */
export async function cartridgeHistory(
  db: Kysely<StoreSchema>,
  serial: string,
): Promise<CartridgeHistory> {
  const known = await db.selectFrom('cartridges').selectAll().where('serial', '=', serial)
    .orderBy('site').execute();
  const claims = await db.selectFrom('claims').selectAll().where('serial', '=', serial)
    .orderBy('at').orderBy('claim_id').execute();
  const blocks = await db.selectFrom('cartridge_blocks').selectAll().where('serial', '=', serial)
    .orderBy('at').execute();
  const uses = await db.selectFrom('grants')
    .select(({ fn }) => ['site', 'treatment_id', 'person', fn.max('day').as('day'),
      // A sum of whole numbers is of another kind in PostgreSQL unless it is asked to be whole.
      sql<number>`cast(sum(counted_strokes) as bigint)`.as('strokes')])
    .where('cartridge_serial', '=', serial).where('counted_strokes', '>', 0)
    .groupBy(['site', 'treatment_id', 'person']).orderBy('day').execute();
  return { known, claims, blocks, uses };
}

/** Follow-ups that were due by a day (YYYY-MM-DD) and were not done. */
export const dueFollowUps = (
  db: Kysely<StoreSchema>,
  day: string,
): Promise<readonly Row<'follow_ups'>[]> =>
  db.selectFrom('follow_ups').selectAll().where('done_on', 'is', null).where('due_on', '<=', day)
    .orderBy('due_on').orderBy('person').execute();

/** The treatments that were given with a pen, newest first. */
export const treatmentsOnPen = (
  db: Kysely<StoreSchema>,
  penSerial: string,
): Promise<readonly Row<'treatments'>[]> =>
  db.selectFrom('treatments').selectAll('treatments')
    .where(({ exists, selectFrom }) => exists(
      selectFrom('grants').select('grants.n')
        .whereRef('grants.site', '=', 'treatments.site')
        .whereRef('grants.treatment_id', '=', 'treatments.treatment_id')
        .where('grants.pen_serial', '=', penSerial)))
    .orderBy('day', 'desc').orderBy('n', 'desc').execute();
