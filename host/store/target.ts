// Where a projection puts its rows, and where it finds those of before: in the batch that is being
// made, else in the database. A rebuild begins with nothing, so it asks the database for nothing.

import type { Kysely } from 'kysely';
import { type Batch, batchKey, createBatch } from './batch.ts';
import type { Row, StoreSchema } from './tables.ts';

/** Tables whose rows change after they were made, by something else than their own newest line. */
export interface Known {
  readonly person: (person: string) => Promise<Row<'people'> | undefined>;
  readonly visit: (visitId: string) => Promise<Row<'visits'> | undefined>;
  readonly followUp: (id: string, milestone: string) => Promise<Row<'follow_ups'> | undefined>;
  readonly staff: (staffId: string) => Promise<Row<'staff'> | undefined>;
  readonly treatment: (treatmentId: string) => Promise<Row<'treatments'> | undefined>;
  readonly cartridge: (serial: string) => Promise<Row<'cartridges'> | undefined>;
  readonly claim: (claimId: string) => Promise<Row<'claims'> | undefined>;
  readonly block: (serial: string) => Promise<Row<'cartridge_blocks'> | undefined>;
  readonly certificate: (id: string, pen: string) => Promise<Row<'certificates'> | undefined>;
  readonly gauge: (gauge: string) => Promise<Row<'gauges'> | undefined>;
  readonly elsewhere: (newsId: string) => Promise<Row<'elsewhere'> | undefined>;
}

/** Where a projection puts its rows. */
export interface Target {
  readonly site: string;
  readonly batch: Batch;
  readonly known: Known;
}

/** A target for the rows of one installation; `fresh` if the database holds none of it. */
export function createTarget(one: Kysely<StoreSchema>, site: string, fresh: boolean): Target {
  const batch = createBatch();
  const none = Promise.resolve(undefined);
  const at = <Value>(held: Value | undefined, ask: () => Promise<Value | undefined>) =>
    held !== undefined ? Promise.resolve(held) : fresh ? none : ask();
  const known: Known = {
    person: (person) => at(batch.get('people', person), () =>
      one.selectFrom('people').selectAll().where('site', '=', site)
        .where('person', '=', person).executeTakeFirst()),
    visit: (visitId) => at(batch.get('visits', visitId), () =>
      one.selectFrom('visits').selectAll().where('site', '=', site)
        .where('visit_id', '=', visitId).executeTakeFirst()),
    followUp: (visitId, milestone) =>
      at(batch.get('follow_ups', batchKey(visitId, milestone)), () =>
        one.selectFrom('follow_ups').selectAll().where('site', '=', site)
          .where('visit_id', '=', visitId).where('milestone', '=', milestone)
          .executeTakeFirst()),
    staff: (staffId) => at(batch.get('staff', staffId), () =>
      one.selectFrom('staff').selectAll().where('site', '=', site)
        .where('staff_id', '=', staffId).executeTakeFirst()),
    treatment: (treatmentId) => at(batch.get('treatments', treatmentId), () =>
      one.selectFrom('treatments').selectAll().where('site', '=', site)
        .where('treatment_id', '=', treatmentId).executeTakeFirst()),
    cartridge: (serial) => at(batch.get('cartridges', serial), () =>
      one.selectFrom('cartridges').selectAll().where('site', '=', site)
        .where('serial', '=', serial).executeTakeFirst()),
    claim: (claimId) => at(batch.get('claims', claimId), () =>
      one.selectFrom('claims').selectAll().where('site', '=', site)
        .where('claim_id', '=', claimId).executeTakeFirst()),
    block: (serial) => at(batch.get('cartridge_blocks', serial), () =>
      one.selectFrom('cartridge_blocks').selectAll().where('site', '=', site)
        .where('serial', '=', serial).executeTakeFirst()),
    certificate: (id, pen) => at(batch.get('certificates', batchKey(id, pen)), () =>
      one.selectFrom('certificates').selectAll().where('site', '=', site)
        .where('certificate_id', '=', id).where('pen_serial', '=', pen).executeTakeFirst()),
    gauge: (gauge) => at(batch.get('gauges', gauge), () =>
      one.selectFrom('gauges').selectAll().where('site', '=', site)
        .where('gauge', '=', gauge).executeTakeFirst()),
    elsewhere: (newsId) => at(batch.get('elsewhere', newsId), () =>
      one.selectFrom('elsewhere').selectAll().where('site', '=', site)
        .where('news_id', '=', newsId).executeTakeFirst()),
  };
  return { site, batch, known };
}
