// One row for one cartridge: the constraint by which, of however many claims at once and in however
// many rooms, exactly one wins. A claim has the same name each time it is made, so that whoever was
// cut off in between may ask again and is told what was so before.

import { createHash } from 'node:crypto';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { inTransaction, type Store } from './open-store.ts';

/** A claim to a cartridge, for one person in one visit. */
export interface Holding {
  readonly serial: string;
  readonly person: string;
  readonly visitId: string;
  readonly site: string;
  readonly at: string;
}

/** Why a cartridge could not be had. */
export type HoldRefusal =
  | { readonly code: 'held-already'; readonly serial: string; readonly site: string;
      readonly person: string; readonly visitId: string; readonly at: string }
  | { readonly code: 'cartridge-blocked'; readonly serial: string; readonly because: string }
  | { readonly code: 'used-already'; readonly serial: string; readonly site: string;
      readonly treatmentId: string };

/** The name of a claim: the same for the same cartridge, person and visit of an installation. */
export const claimIdOf = ({ site, serial, person, visitId }: Omit<Holding, 'at'>): string =>
  createHash('sha256').update(JSON.stringify([site, serial, person, visitId])).digest('hex')
    .slice(0, 32);

/** Takes a cartridge, or says who has it. */
export const hold = (store: Store, asked: Holding): Promise<Result<string, HoldRefusal>> =>
  inTransaction(store, async (one) => {
    const { serial, person, visitId, site, at } = asked;
    const claimId = claimIdOf(asked);
    // S-71: the database lets one row of a serial in, whoever asks and however many at once.
    await one.insertInto('holds')
      .values({ serial, claim_id: claimId, site, person, visit_id: visitId, at })
      .onConflict((conflict) => conflict.column('serial').doNothing()).execute();
    const held = await one.selectFrom('holds').selectAll().where('serial', '=', serial)
      .executeTakeFirstOrThrow();
    const blocked = await one.selectFrom('blocks').selectAll().where('serial', '=', serial)
      .executeTakeFirst();
    if (blocked !== undefined) {
      return refuse({ code: 'cartridge-blocked', serial, because: blocked.because });
    }
    if (held.claim_id !== claimId) {
      const { site: by, person: whose, visit_id: visit, at: since } = held;
      return refuse({
        code: 'held-already', serial, site: by, person: whose, visitId: visit, at: since,
      });
    }
    const used = await one.selectFrom('grants').select(['site', 'treatment_id'])
      .where('cartridge_serial', '=', serial).where('counted_strokes', '>', 0)
      .where((row) => row.or([
        row('site', '!=', site), row('person', '!=', person),
        // Of this person too, if it was on another day: that was another visit.
        row('day', '<', at.slice(0, 10)),
      ])).executeTakeFirst();
    if (used === undefined) return ok(claimId);
    const { site: by, treatment_id: treatmentId } = used;
    return refuse({ code: 'used-already', serial, site: by, treatmentId });
  });

/** Blocks a cartridge in every room; it stays blocked. */
export async function block(
  { db }: Store,
  row: { readonly serial: string; readonly because: string; readonly site: string;
    readonly at: string },
): Promise<void> {
  await db.insertInto('blocks').values(row)
    .onConflict((conflict) => conflict.column('serial').doNothing()).execute();
}
