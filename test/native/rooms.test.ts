/** Several rooms on a real PostgreSQL: one cartridge, one winner, rules that hold across them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { openChart } from '../../host/chart/index.ts';
import { caseFileOf } from '../../host/core/chart/case-file-of.ts';
import { foldChart } from '../../host/core/chart/fold-chart.ts';
import type { NoteGiven } from '../../host/journal/index.ts';
import { catchUp } from '../../host/store/catch-up.ts';
import { claimCartridge, type Claiming, type Room } from '../../host/store/claim.ts';
import { contentHash } from '../../host/store/content-hash.ts';
import { doseHistory } from '../../host/store/dose.ts';
import { exchange, waitingLines } from '../../host/store/exchange.ts';
import { cartridgeHistory } from '../../host/store/lists.ts';
import { openPostgres, openSqlite, type Store } from '../../host/store/open-store.ts';
import { verifyStore } from '../../host/store/verify-store.ts';
import { granted } from '../support/journal.ts';
import { havePostgres, type PostgresServer, startPostgres } from '../support/postgres.ts';
import { freshClinic, treating, writeTreatment } from '../support/store.ts';

const CLAIMER = fileURLToPath(new URL('claimer.ts', import.meta.url));
const saidShape = z.object({ won: z.int(), lines: z.int(), codes: z.array(z.string()) });

describe.skipIf(!havePostgres())('several rooms', () => {
  let server: PostgresServer;

  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  const sharedAt = async (url: string): Promise<Store> => {
    const store = granted(await openPostgres(url));
    onTestFinished(() => store.close());
    return store;
  };

  async function roomOf(name: string, shared: Room['shared']): Promise<Room & { dir: string }> {
    const clinic = freshClinic();
    const local = granted(await openSqlite(':memory:'));
    onTestFinished(async () => {
      await local.close();
      clinic.remove();
    });
    const { dir, site, world } = clinic;
    const chart = granted(openChart(dir, world));
    return { dataDir: dir, dir, site, world, name, chart, local, shared };
  }

  const claiming = (person: string, serial = 'K-1'): Claiming =>
    ({ serial, person, visitId: `v-${person}`, by: 'm-sato' });

  const register = (person: string): NoteGiven => ({
    kind: 'person-registered', person, lookup: 'a'.repeat(64), bornYear: 1990, by: 'm-sato',
    identity: {
      algorithm: 'aes-256-gcm', keyId: '0'.repeat(16), nonceHex: '0'.repeat(24),
      tagHex: '0'.repeat(32), sealedHex: '00',
    },
  });

  test('S-71 of 200 claims at once in 4 processes exactly one wins', async () => {
    const url = server.freshUrl();
    const processes = ['a', 'b', 'c', 'd'].map((name) =>
      spawn(process.execPath, [CLAIMER, url, name, '50'], { stdio: ['pipe', 'pipe', 'inherit'] }));
    const lines = processes.map((child) => linesOf(child));
    for (const line of lines) expect(await line()).toBe('ready');
    for (const child of processes) child.stdin.write('go\n');
    const said = await Promise.all(lines.map((line) => line()));
    const rooms = said.map((text) => saidShape.parse(JSON.parse(text)));
    expect(rooms.reduce((total, { won }) => total + won, 0)).toBe(1);
    expect(rooms.reduce((total, room) => total + room.lines, 0)).toBe(1);
    expect([...new Set(rooms.flatMap(({ codes }) => codes))]).toEqual(['held-already']);
  });

  test('S-71 alone, a cartridge ever seen is not given, a new one only provisionally', async () => {
    const shared = await sharedAt(server.freshUrl());
    const room = await roomOf('east', 'out-of-reach');
    granted(await room.chart.append({
      kind: 'cartridge-scanned', visitId: 'v-old', person: 'p-0', code: { serial: 'K-1' },
      packageIntact: true, against: [], by: 'm-sato',
    }));
    expect(await claimCartridge(room, claiming('p-1'))).toEqual({
      ok: false, error: { code: 'seen-while-alone', serial: 'K-1' },
    });
    const given = granted(await claimCartridge(room, claiming('p-1', 'K-2')));
    expect(given.standing).toBe('provisional');
    expect(granted(await claimCartridge(room, claiming('p-1', 'K-2')))).toEqual(given);
    expect(await claimCartridge(room, claiming('p-2', 'K-2'))).toMatchObject({ ok: false });
    expect(granted(await exchange(room, shared)).confirmed).toEqual([given.claimId]);
    expect(granted(await exchange(room, shared)).confirmed).toEqual([]);
  });

  test('S-71 a cartridge that two rooms took while apart is blocked in both', async () => {
    const shared = await sharedAt(server.freshUrl());
    const [east, west] = [await roomOf('east', 'out-of-reach'), await roomOf('west', shared)];
    granted(await claimCartridge(east, claiming('p-1')));
    granted(await claimCartridge(west, claiming('p-2')));
    expect(granted(await exchange(east, shared)).blocked).toEqual(['K-1']);
    expect(granted(await exchange(west, shared)).blocked).toEqual(['K-1']);
    const north = await roomOf('north', shared);
    for (const room of [east, west, north]) {
      expect(await claimCartridge({ ...room, shared }, claiming('p-3'))).toMatchObject({
        ok: false, error: { code: 'cartridge-blocked', because: 'claimed-twice' },
      });
    }
    expect((await cartridgeHistory(shared.db, 'K-1')).blocks).toHaveLength(2);
  });

  test('a claim that was cut off before its line is made by asking again', async () => {
    const shared = await sharedAt(server.freshUrl());
    const east = await roomOf('east', shared);
    const stopped = { ...east, chart: { ...east.chart, change: () => Promise.resolve({
      ok: false, error: { code: 'chart-failed', fault: { code: 'closed' } },
    } as const) } };
    expect(await claimCartridge(stopped, claiming('p-1'))).toMatchObject({ ok: false });
    const west = await roomOf('west', shared);
    expect(await claimCartridge(west, claiming('p-2'))).toMatchObject({ ok: false });
    expect(granted(await claimCartridge(east, claiming('p-1'))).standing).toBe('confirmed');
  });

  test('S-74 a treatment in one room counts for the interval in another', async () => {
    const shared = await sharedAt(server.freshUrl());
    const [east, west] = [await roomOf('east', shared), await roomOf('west', shared)];
    for (const room of [east, west]) granted(await room.chart.append(register('p-1')));
    treating({ ...east, remove: () => undefined }, (journal) => {
      writeTreatment(journal, { treatmentId: 't-1', person: 'p-1' });
    });
    granted(await exchange(east, shared));
    expect(granted(await exchange(west, shared)).treatmentsLearnt).toBe(1);
    expect(granted(await exchange(west, shared)).treatmentsLearnt).toBe(0);
    const facts = foldChart(granted(west.chart.entries()));
    const caseFile = caseFileOf({
      facts, person: 'p-1', visitId: undefined, bornOn: undefined, treated: [],
    });
    expect(caseFile?.history).toMatchObject([{ areas: [{ area: 'cheek', side: 'left' }] }]);
    const today = new Date().toISOString().slice(0, 10);
    const dose = await doseHistory(shared.db, {
      people: ['p-1'], area: 'cheek', side: 'left', today, sinceDay: today,
    });
    expect(dose.today.puncturesPerCm2).toBe(60);
  });

  test('S-72 the same journals make the same content in both databases, however told', async () => {
    const shared = await sharedAt(server.freshUrl());
    const room = await roomOf('east', shared);
    granted(await room.chart.append(register('p-ü'), register('p-Z'), register('p-a')));
    treating({ ...room, remove: () => undefined }, (journal) => {
      for (const treatmentId of ['t-1', 't-B', 't-ä']) {
        writeTreatment(journal, { treatmentId, person: 'p-a', cartridge: 'K-1' });
      }
    });
    granted(await catchUp(room.local, room.dir, room.world));
    expect(await waitingLines(room, shared)).toBeGreaterThan(10);
    // The answer to a first telling may be lost: it is told again, by two at once.
    await Promise.all([1, 2].map(async () => granted(await exchange(room, shared))));
    expect(await waitingLines(room, shared)).toBe(0);
    const hash = await contentHash(room.local.db, room.site);
    expect(await contentHash(shared.db, room.site)).toBe(hash);
    granted(await catchUp(shared, room.dir, room.world, { rebuild: true }));
    expect(await contentHash(shared.db, room.site)).toBe(hash);
    await shared.db.updateTable('treatments').set({ operator: 'x' }).execute();
    expect(granted(await verifyStore(shared, room.dir, room.world)).findings).toHaveLength(3);
  });

  test('a shared store of the first version is brought forward', async () => {
    const url = server.freshUrl();
    const old = granted(await openPostgres(url, 1));
    await old.close();
    const stores = await Promise.all([sharedAt(url), sharedAt(url)]);
    expect(stores.filter(({ migrated }) => migrated)).toHaveLength(1);
  });

  test('a database that is not there is told without its password', async () => {
    expect(await openPostgres('postgresql://me:secret@127.0.0.1:9/none')).toMatchObject({
      ok: false, error: { code: 'store-unreachable', where: 'postgresql://127.0.0.1:9/none' },
    });
  });
});

function linesOf(child: ChildProcess): () => Promise<string> {
  if (child.stdout === null) throw new Error('the process speaks');
  const lines = createInterface({ input: child.stdout });
  const heard: string[] = [];
  lines.on('line', (line) => heard.push(line));
  return async () => {
    while (heard.length === 0) await once(lines, 'line');
    return heard.shift() ?? '';
  };
}
