/** Copies of the store: made while it is in use, read again, put back, and caught up. */
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { backupStore, restoreStore } from '../../../host/store/backup.ts';
import { catchUp } from '../../../host/store/catch-up.ts';
import { contentHash } from '../../../host/store/content-hash.ts';
import { openSqlite, storeFile } from '../../../host/store/open-store.ts';
import { granted } from '../../support/journal.ts';
import { type Clinic, freshClinic, treating, writeTreatment } from '../../support/store.ts';

let clinic: Clinic;
let copy: string;

beforeEach(() => {
  clinic = freshClinic();
  copy = path.join(clinic.dir, 'copy.db');
  treating(clinic, (journal) => {
    writeTreatment(journal, { treatmentId: 't-1', person: 'p-1' });
  });
  onTestFinished(() => {
    clinic.remove();
  });
});

const treatAgain = (): void => {
  treating(clinic, (journal) => {
    writeTreatment(journal, { treatmentId: 't-2', person: 'p-1' });
  });
};

async function hashNow(): Promise<string> {
  const store = granted(await openSqlite(storeFile(clinic.dir)));
  granted(await catchUp(store, clinic.dir, clinic.world));
  const hash = await contentHash(store.db, clinic.site);
  await store.close();
  return hash;
}

test('S-72 a copy older than the journal is caught up from it, and that is told', async () => {
  const manifest = granted(await backupStore(clinic.dir, copy, clinic.world));
  treatAgain();
  const before = await hashNow();
  const { caught } = granted(await restoreStore(clinic.dir, copy, clinic.world));
  expect(caught[0]?.fromLine).toBe(manifest.treatmentN);
  expect(caught[0]?.toLine).toBeGreaterThan(manifest.treatmentN);
  expect(await hashNow()).toBe(before);
});

test('a store that somebody wrote into is not what a copy gives back', async () => {
  granted(await backupStore(clinic.dir, copy, clinic.world));
  const before = await hashNow();
  rmSync(storeFile(clinic.dir));
  granted(await restoreStore(clinic.dir, copy, clinic.world));
  expect(await hashNow()).toBe(before);
});

test('a copy that was altered by a byte is refused, and the store stays', async () => {
  granted(await backupStore(clinic.dir, copy, clinic.world));
  const bytes = readFileSync(copy);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(copy, bytes);
  const before = await hashNow();
  expect(await restoreStore(clinic.dir, copy, clinic.world)).toMatchObject({
    ok: false, error: { code: 'backup-altered' },
  });
  expect(await hashNow()).toBe(before);
  expect(existsSync(`${storeFile(clinic.dir)}.restoring`)).toBe(false);
});

test('a copy that knows more than the journal is refused: lines were lost', async () => {
  const journal = path.join(clinic.dir, 'journal', '000001.jsonl');
  const short = readFileSync(journal);
  treatAgain();
  granted(await backupStore(clinic.dir, copy, clinic.world));
  writeFileSync(journal, short);
  expect(await restoreStore(clinic.dir, copy, clinic.world)).toMatchObject({
    ok: false, error: { code: 'backup-newer-than-journal' },
  });
});

test('a copy of another installation, a second copy and no copy are refused in turn', async () => {
  granted(await backupStore(clinic.dir, copy, clinic.world));
  expect(await backupStore(clinic.dir, copy, clinic.world)).toMatchObject({
    ok: false, error: { code: 'backup-there' },
  });
  const other = freshClinic();
  onTestFinished(() => {
    other.remove();
  });
  expect(await restoreStore(other.dir, copy, other.world)).toMatchObject({
    ok: false, error: { code: 'backup-of-another' },
  });
  expect(await restoreStore(clinic.dir, `${copy}-none`, clinic.world)).toMatchObject({
    ok: false, error: { code: 'backup-unreadable' },
  });
  appendFileSync(`${copy}.json`, 'x');
  expect(await restoreStore(clinic.dir, copy, clinic.world)).toMatchObject({ ok: false });
});
