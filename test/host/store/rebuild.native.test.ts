/** The store is what the journals say: made again from them, caught up, held against them. */
import { sql } from 'kysely';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openChart } from '../../../host/chart/index.ts';
import { openJournal } from '../../../host/journal/index.ts';
import { catchUp } from '../../../host/store/catch-up.ts';
import { contentHash } from '../../../host/store/content-hash.ts';
import { openSqlite, type Store, storeFile } from '../../../host/store/open-store.ts';
import { TABLES } from '../../../host/store/tables.ts';
import { verifyStore } from '../../../host/store/verify-store.ts';
import { granted, linked, opened, reservation } from '../../support/journal.ts';
import { type Clinic, freshClinic, treating, writeTreatment } from '../../support/store.ts';

let clinic: Clinic;

beforeEach(() => {
  clinic = freshClinic();
  onTestFinished(() => {
    clinic.remove();
  });
});

async function storeAt(file: string, version?: number): Promise<Store> {
  const store = granted(await openSqlite(file, version));
  onTestFinished(() => store.close());
  return store;
}

const hashOf = (store: Store): Promise<string> => contentHash(store.db, clinic.site);

async function fromScratch(): Promise<string> {
  const store = await storeAt(':memory:');
  granted(await catchUp(store, clinic.dir, clinic.world));
  return hashOf(store);
}

const lock = { kind: 'area-locked', person: 'p-1', area: 'cheek', side: 'left',
  because: 'redness', by: 'm-sato' } as const;

test('S-72 a store that was kept up line by line is one that was made at once', async () => {
  const store = await storeAt(storeFile(clinic.dir));
  const journal = granted(openJournal(clinic.dir, clinic.world));
  const chart = granted(openChart(clinic.dir, clinic.world));
  const lines = [
    linked, opened, reservation,
    { kind: 'armed', armingId: reservation.armingId, retracted: true },
    { kind: 'train', armingId: reservation.armingId, holdId: 1, fromStrokes: 0, toStrokes: 90,
      contactMs: 900 },
    { kind: 'settled', armingId: reservation.armingId, strokes: 90, counted: 90, contactMs: 900,
      outcome: 'known', retracted: true },
    { kind: 'treatment-closed', treatmentId: opened.treatmentId, outcome: 'completed', by: 'o-1' },
  ] as const;
  for (const line of lines) {
    granted(journal.append(line));
    granted(await chart.append(lock));
    granted(await catchUp(store, clinic.dir, clinic.world));
    expect(await hashOf(store), line.kind).toBe(await fromScratch());
  }
  granted(await chart.append({ kind: 'area-unlocked', person: 'p-1', area: 'cheek', side: 'left',
    why: 'seen', signedBy: 'dr-a', by: 'm-sato' }));
  granted(await catchUp(store, clinic.dir, clinic.world));
  expect(await store.db.selectFrom('area_locks').selectAll().execute()).toEqual([]);
  expect(await hashOf(store)).toBe(await fromScratch());
  granted(journal.close());
});

test('a reservation whose end came in another reading is found again', async () => {
  const store = await storeAt(storeFile(clinic.dir));
  treating(clinic, (journal) => {
    for (const line of [linked, opened, reservation]) granted(journal.append(line));
  });
  granted(await catchUp(store, clinic.dir, clinic.world));
  const open = await store.db.selectFrom('grants').selectAll().executeTakeFirstOrThrow();
  expect(open).toMatchObject({ open: 1, counted_strokes: open.reserved_strokes });
  treating(clinic, (journal) => {
    granted(journal.append({ kind: 'settled', armingId: reservation.armingId, strokes: 5,
      counted: 5, contactMs: 50, outcome: 'known', retracted: true }));
  });
  granted(await catchUp(store, clinic.dir, clinic.world));
  expect(await store.db.selectFrom('grants').selectAll().executeTakeFirstOrThrow())
    .toMatchObject({ open: 0, counted_strokes: 5, outcome: 'known' });
  expect(await hashOf(store)).toBe(await fromScratch());
});

const FORWARD = 'S-72 a store of version %i is brought forward to what a fresh one is';

test.each([1])(FORWARD, async (version) => {
  treating(clinic, (journal) => {
    writeTreatment(journal, { treatmentId: 't-1', person: 'p-1' });
  });
  const old = granted(await openSqlite(storeFile(clinic.dir), version));
  await sql`insert into gauges values (${clinic.site}, 'G', 9, 'before')`.execute(old.db);
  await old.close();
  const store = await storeAt(storeFile(clinic.dir));
  expect(store.migrated).toBe(true);
  granted(await catchUp(store, clinic.dir, clinic.world));
  expect(await hashOf(store)).toBe(await fromScratch());
});

test('the tables of the newest version are those that are described', async () => {
  const store = await storeAt(':memory:');
  const tables = await store.db.introspection.getTables();
  for (const [name, { columns }] of Object.entries(TABLES)) {
    const made = tables.find((table) => table.name === name);
    expect(made?.columns.map((column) => column.name).toSorted(), name)
      .toEqual(Object.keys(columns).toSorted());
  }
});

test('a store of a newer Corium is left as it is', async () => {
  const store = granted(await openSqlite(storeFile(clinic.dir)));
  await sql`update store_meta set value = '99' where name = 'version'`.execute(store.db);
  await store.close();
  expect(await openSqlite(storeFile(clinic.dir))).toMatchObject({
    ok: false, error: { code: 'store-newer', version: 99 },
  });
});

test.each([
  ['altered', sql`update grants set counted_strokes = 1`],
  ['altered', sql`update treatments set operator = 'somebody-else'`],
  ['missing', sql`delete from deliveries`],
  ['extra', sql`insert into pens select site, 'P9', model, firmware, strokes, certificate_id,
    linked_at, n from pens`],
])('S-72 a row of the store that was %s is found and named', async (what, mischief) => {
  treating(clinic, (journal) => {
    writeTreatment(journal, { treatmentId: 't-1', person: 'p-1' });
  });
  const store = await storeAt(storeFile(clinic.dir));
  expect(granted(await verifyStore(store, clinic.dir, clinic.world)).accepted).toBe(true);
  await mischief.execute(store.db);
  const verdict = granted(await verifyStore(store, clinic.dir, clinic.world));
  expect(verdict.accepted).toBe(false);
  expect(verdict.findings[0]).toMatchObject({ what });
  granted(await catchUp(store, clinic.dir, clinic.world, { rebuild: true }));
  expect(granted(await verifyStore(store, clinic.dir, clinic.world)).accepted).toBe(true);
});
