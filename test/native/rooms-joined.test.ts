/**
 * What travels between rooms beside cartridges, on a real PostgreSQL: locked areas, joined charts,
 * and the intervals and budgets of whoever was written down twice; together and apart.
 */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { chartCaseFile, readChartGround } from '../../host/care/chart-ground.ts';
import { openChart } from '../../host/chart/index.ts';
import { aliasesOf, type ChartFacts } from '../../host/core/chart/chart-facts.ts';
import { foldChart } from '../../host/core/chart/fold-chart.ts';
import { parseDay } from '../../host/core/day.ts';
import { locksOf } from '../../host/core/care/visit/visit-standing.ts';
import type { Entry, NoteGiven } from '../../host/journal/index.ts';
import { readJournal } from '../../host/journal/index.ts';
import { chartOf } from '../../host/store/chart-view.ts';
import type { Room } from '../../host/store/claim.ts';
import { catchUp } from '../../host/store/catch-up.ts';
import { compareStores } from '../../host/store/compare-stores.ts';
import { exchange } from '../../host/store/exchange.ts';
import { openPostgres, openSqlite, type Store } from '../../host/store/open-store.ts';
import { askRooms } from '../../host/treat/ask-rooms.ts';
import { journalFacts } from '../../host/treat/facts.ts';
import { granted } from '../support/journal.ts';
import { havePostgres, type PostgresServer, startPostgres } from '../support/postgres.ts';
import { freshClinic, treating, writeTreatment } from '../support/store.ts';

const person = (key: string): NoteGiven => ({
  kind: 'person-registered', person: key, lookup: 'a'.repeat(64), bornYear: 1990, by: 'm-sato',
  identity: {
    algorithm: 'aes-256-gcm', keyId: '0'.repeat(16), nonceHex: '0'.repeat(24),
    tagHex: '0'.repeat(32), sealedHex: '00',
  },
});
const lock = (key: string, because = 'infection'): NoteGiven => ({
  kind: 'area-locked', person: key, area: 'cheek', side: 'left', because, by: 'm-sato',
});
const unlock = (key: string): NoteGiven => ({
  kind: 'area-unlocked', person: key, area: 'cheek', side: 'left', why: 'Seen.',
  signedBy: 'dr-ito', by: 'dr-ito',
});
const merge = (from: string, into: string): NoteGiven =>
  ({ kind: 'persons-merged', from, into, why: 'same passport', by: 'm-sato' });

describe.skipIf(!havePostgres())('rooms that share people', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  async function rooms(...names: readonly string[]) {
    const shared: Store = granted(await openPostgres(server.freshUrl()));
    onTestFinished(() => shared.close());
    const made = await Promise.all(names.map(async (name): Promise<Room> => {
      const clinic = freshClinic();
      const local = granted(await openSqlite(':memory:'));
      onTestFinished(async () => {
        await local.close();
        clinic.remove();
      });
      const { dir: dataDir, site, world } = clinic;
      return { dataDir, site, world, name, chart: granted(openChart(dataDir, world)), local,
        shared };
    }));
    return { shared, made };
  }
  const facts = ({ chart }: Room): ChartFacts => foldChart(granted(chart.entries()));
  const locked = (room: Room, key = 'p-1') => locksOf(facts(room), key).length;

  test('S-64 an area that is locked in one room is locked in all, until one opens it', async () => {
    const { shared, made: [east, west] } = await rooms('east', 'west');
    if (east === undefined || west === undefined) throw new Error('two rooms');
    for (const room of [east, west]) granted(await room.chart.append(person('p-1')));
    granted(await east.chart.append(lock('p-1')));
    granted(await exchange(east, shared));
    expect(granted(await exchange(west, shared)).newsLearnt).toBe(1);
    expect([locked(east), locked(west)]).toEqual([1, 1]);
    granted(await catchUp(west.local, west.dataDir, west.world));
    expect((await chartOf(west.local.db, 'p-1')).locks).toMatchObject([{ because: 'infection' }]);
    granted(await west.chart.append(unlock('p-1')));
    granted(await exchange(west, shared));
    granted(await exchange(east, shared));
    expect([locked(east), locked(west)]).toEqual([0, 0]);
    expect(granted(await exchange(east, shared)).newsLearnt).toBe(0);
  });

  test('S-64 an opening opens no lock that its room had not heard of', async () => {
    const { shared, made: [east, west] } = await rooms('east', 'west');
    if (east === undefined || west === undefined) throw new Error('two rooms');
    for (const room of [east, west]) granted(await room.chart.append(person('p-1')));
    granted(await east.chart.append(lock('p-1')));
    granted(await exchange(east, shared));
    granted(await exchange(west, shared));
    // Apart: the east sees a second flag while the west opens the first.
    granted(await east.chart.append(lock('p-1', 'nodules')));
    granted(await west.chart.append(unlock('p-1')));
    for (const room of [west, east, west, east]) granted(await exchange(room, shared));
    const left = [east, west].map((room) => locksOf(facts(room), 'p-1')
      .map(({ because }) => because));
    expect(left).toEqual([['nodules'], ['nodules']]);
  });

  test('news that two consoles of a room learn at once is written down once', async () => {
    const { shared, made: [east, west] } = await rooms('east', 'west');
    if (east === undefined || west === undefined) throw new Error('two rooms');
    for (const room of [east, west]) {
      granted(await room.chart.append(person('p-1'), person('p-2')));
    }
    granted(await east.chart.append(lock('p-1'), merge('p-2', 'p-1')));
    granted(await exchange(east, shared));
    await Promise.all([1, 2, 3, 4].map(async () => {
      const chart = granted(openChart(west.dataDir, west.world));
      granted(await exchange({ ...west, chart }, shared));
    }));
    const kinds = granted(west.chart.entries()).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'lock-elsewhere')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'merge-elsewhere')).toHaveLength(1);
  });

  test('S-74 charts that one room joined count as one person in all: locks and intervals',
    async () => {
      const { shared, made: [east, west] } = await rooms('east', 'west');
      if (east === undefined || west === undefined) throw new Error('two rooms');
      granted(await east.chart.append(person('p-1'), person('p-2')));
      granted(await west.chart.append(person('p-2')));
      treating({ ...east, dir: east.dataDir, remove: () => undefined }, (journal) => {
        writeTreatment(journal, { treatmentId: 't-1', person: 'p-1' });
      });
      granted(await east.chart.append(lock('p-1')));
      granted(await exchange(east, shared));
      // The west has nobody of the key p-1: it learns nothing before the charts are joined.
      expect(granted(await exchange(west, shared))).toMatchObject({
        newsLearnt: 0, treatmentsLearnt: 0,
      });
      granted(await east.chart.append(merge('p-1', 'p-2')));
      granted(await exchange(east, shared));
      expect(granted(await exchange(west, shared))).toMatchObject({
        newsLearnt: 2, treatmentsLearnt: 1,
      });
      expect(aliasesOf(facts(west), 'p-2').toSorted()).toEqual(['p-1', 'p-2']);
      expect(locked(west, 'p-2')).toBe(1);
      const ground = granted(readChartGround(west.dataDir, west.world));
      const today = parseDay(new Date().toISOString().slice(0, 10));
      if (ground === undefined || today === undefined) throw new Error('a chart and a day');
      expect(chartCaseFile(ground, 'p-2', undefined, today)?.history).toMatchObject([
        { areas: [{ area: 'cheek', side: 'left' }] },
      ]);
    });

  test('S-04 what was given under one key is taken off the budget of the other', async () => {
    const { made: [east] } = await rooms('east');
    if (east === undefined) throw new Error('a room');
    treating({ ...east, dir: east.dataDir, remove: () => undefined }, (journal) => {
      writeTreatment(journal, { treatmentId: 't-1', person: 'p-1' });
      writeTreatment(journal, { treatmentId: 't-2', person: 'p-2' });
    });
    const lines: Entry[] = [];
    granted(readJournal(east.dataDir, east.world, (entry) => lines.push(entry)));
    const today = parseDay(lines.at(-1)?.at.slice(0, 10) ?? '');
    if (today === undefined) throw new Error('a day');
    const of = (also: readonly string[]) =>
      journalFacts(lines, 'p-2', today, also).spent.areas['p-2/cheek/left']?.punctures;
    expect(of(['p-1', 'p-2'])).toBe(2 * (of([]) ?? 0));
    expect(of([])).toBeGreaterThan(0);
  });

  test('S-74 a room that cannot ask says so and is stricter; one that can is not', async () => {
    const { made: [east] } = await rooms('east');
    if (east === undefined) throw new Error('a room');
    const before = process.env['CORIUM_DATABASE_URL'];
    onTestFinished(() => {
      if (before === undefined) delete process.env['CORIUM_DATABASE_URL'];
      else process.env['CORIUM_DATABASE_URL'] = before;
    });
    delete process.env['CORIUM_DATABASE_URL'];
    expect(await askRooms(east.dataDir, east.world)).toEqual({
      unasked: false, sentence: undefined,
    });
    process.env['CORIUM_DATABASE_URL'] = 'postgresql://me:secret@127.0.0.1:9/none';
    const away = await askRooms(east.dataDir, east.world);
    expect(away.unasked).toBe(true);
    expect(away.sentence).toMatch(/^The other rooms cannot be asked now\..*as at a first visit\.$/);
    process.env['CORIUM_DATABASE_URL'] = server.freshUrl();
    expect(await askRooms(east.dataDir, east.world)).toEqual({
      unasked: false, sentence: undefined,
    });
  });

  test('S-72 a copy that PostgreSQL made and put back is proven, and a change of it is seen',
    async () => {
      const { shared, made: [east] } = await rooms('east');
      if (east === undefined) throw new Error('a room');
      granted(await east.chart.append(person('p-1'), lock('p-1')));
      treating({ ...east, dir: east.dataDir, remove: () => undefined }, (journal) => {
        writeTreatment(journal, { treatmentId: 't-1', person: 'p-1' });
      });
      granted(await exchange(east, shared));
      const url = server.freshUrl();
      server.copy(shared.where, url);
      const copy = granted(await openPostgres(url));
      onTestFinished(() => copy.close());
      const all = await compareStores(shared, copy);
      expect(all.map(({ same }) => same)).toEqual([true, true, true]);
      await copy.db.updateTable('treatments').set({ operator: 'x' }).execute();
      await copy.db.insertInto('blocks')
        .values({ serial: 'K-9', because: 'withdrawn', site: 'x', at: 'now' }).execute();
      expect((await compareStores(shared, copy)).map(({ part, same }) => [part.slice(0, 5), same]))
        .toEqual([['room ', false], ['holds', true], ['block', false]]);
    });
});
