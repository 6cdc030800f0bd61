/**
 * Cartridges and treatments between rooms, on stores in memory: one claim wins, whoever is alone is
 * stricter, what two took apart nobody uses, and what nobody saw the end of is told at its worst.
 */
import { expect, onTestFinished, test } from 'vitest';
import { openChart } from '../../../host/chart/index.ts';
import { foldChart } from '../../../host/core/chart/fold-chart.ts';
import type { NoteGiven } from '../../../host/journal/index.ts';
import { claimCartridge, type Claiming, type Room } from '../../../host/store/claim.ts';
import { exchange } from '../../../host/store/exchange.ts';
import { openSqlite, type Store } from '../../../host/store/open-store.ts';
import { granted, linked, opened, reservation } from '../../support/journal.ts';
import { freshClinic, treating, writeTreatment } from '../../support/store.ts';

interface House {
  readonly room: Room;
  readonly shared: Store;
  readonly treat: (run: Parameters<typeof treating>[1]) => void;
  readonly at: (day: string) => void;
}

const storeInMemory = async (): Promise<Store> => {
  const store = granted(await openSqlite(':memory:'));
  onTestFinished(() => store.close());
  return store;
};

async function roomOf(name: string, shared: Store, reach: 'asked' | 'alone' = 'asked') {
  let day = '2030-12-01';
  const clinic = freshClinic(() => `${day}T10:00:00.000Z`);
  onTestFinished(clinic.remove);
  const { dir, site, world } = clinic;
  const room: Room = {
    dataDir: dir, site, world, name, chart: granted(openChart(dir, world)),
    local: await storeInMemory(), shared: reach === 'asked' ? shared : 'out-of-reach',
  };
  const house: House = {
    room, shared,
    treat: (run) => treating(clinic, run),
    at: (to) => {
      day = to;
    },
  };
  return house;
}

const claiming = (person: string, serial = 'K-1', visitId = `v-${person}`): Claiming =>
  ({ serial, person, visitId, by: 'm-sato' });
const codeOf = async (room: Room, wanted: Claiming): Promise<string> => {
  const claimed = await claimCartridge(room, wanted);
  return claimed.ok ? claimed.value.standing : claimed.error.code;
};
const register = (person: string): NoteGiven => ({
  kind: 'person-registered', person, lookup: 'a'.repeat(64), bornYear: 1990, by: 'm-sato',
  identity: {
    algorithm: 'aes-256-gcm', keyId: '0'.repeat(16), nonceHex: '0'.repeat(24),
    tagHex: '0'.repeat(32), sealedHex: '00',
  },
});
const told = async ({ room, shared }: House) => granted(await exchange(room, shared));

test('S-71 of two people one gets a cartridge, here and in another room', async () => {
  const shared = await storeInMemory();
  const [east, west] = [await roomOf('east', shared), await roomOf('west', shared)];
  expect(await codeOf(east.room, claiming('p-1'))).toBe('confirmed');
  expect(await codeOf(east.room, claiming('p-1'))).toBe('confirmed');
  expect(await codeOf(east.room, claiming('p-2'))).toBe('held-already');
  expect(await codeOf(east.room, claiming('p-1', 'K-1', 'v-later'))).toBe('held-already');
  expect(await codeOf(west.room, claiming('p-2'))).toBe('held-already');
  // The claim of whoever lost did not stand in the way of whoever had it.
  expect(await codeOf(east.room, claiming('p-1'))).toBe('confirmed');
});

test('S-71 a cartridge that was used on another day is given to nobody again', async () => {
  const east = await roomOf('east', await storeInMemory());
  east.treat((journal) => {
    writeTreatment(journal, { treatmentId: 't-1', person: 'p-1', cartridge: 'K-1' });
  });
  await told(east);
  east.at('2030-12-02');
  expect(await codeOf(east.room, claiming('p-1'))).toBe('used-already');
  expect(await codeOf(east.room, claiming('p-2', 'K-2'))).toBe('confirmed');
});

test('S-71 a cartridge that another person was treated with today is not given', async () => {
  const east = await roomOf('east', await storeInMemory());
  east.treat((journal) => {
    writeTreatment(journal, { treatmentId: 't-1', person: 'p-1', cartridge: 'K-1' });
  });
  await told(east);
  expect(await codeOf(east.room, claiming('p-2'))).toBe('used-already');
});

test('S-71 whoever is alone gives only what was never seen, and only provisionally', async () => {
  const east = await roomOf('east', await storeInMemory(), 'alone');
  granted(await east.room.chart.append({
    kind: 'cartridge-scanned', visitId: 'v-old', person: 'p-0', code: { serial: 'K-1' },
    packageIntact: true, against: [], by: 'm-sato',
  }));
  expect(await codeOf(east.room, claiming('p-1'))).toBe('seen-while-alone');
  expect(await codeOf(east.room, claiming('p-1', 'K-2'))).toBe('provisional');
});

test('S-71 what two rooms took while apart is blocked in both, and in every other', async () => {
  const shared = await storeInMemory();
  const [east, west] = [await roomOf('east', shared, 'alone'), await roomOf('west', shared)];
  await codeOf(east.room, claiming('p-1'));
  await codeOf(west.room, claiming('p-2'));
  expect((await told(east)).blocked).toEqual(['K-1']);
  expect((await told(west)).blocked).toEqual(['K-1']);
  const north = await roomOf('north', shared);
  for (const { room } of [east, west, north]) {
    expect(await codeOf({ ...room, shared }, claiming('p-3'))).toBe('cartridge-blocked');
    expect(await codeOf({ ...room, shared }, claiming('p-1'))).toBe('cartridge-blocked');
  }
});

test('S-74 a treatment that nobody saw the end of is told to the other rooms, whole', async () => {
  const shared = await storeInMemory();
  const [east, west] = [await roomOf('east', shared), await roomOf('west', shared)];
  const person = 'p-1';
  for (const { room } of [east, west]) granted(await room.chart.append(register(person)));
  east.treat((journal) => {
    for (const note of [linked, { ...opened, person }, { ...reservation, person }]) {
      granted(journal.append(note));
    }
  });
  await told(east);
  expect((await told(west)).treatmentsLearnt).toBe(1);
  expect((await told(west)).treatmentsLearnt).toBe(0);
  const [news] = [...foldChart(granted(west.room.chart.entries())).elsewhere.values()];
  const { ceilingStrokes, fromStrokes, needleCount } = reservation;
  expect(news).toMatchObject({
    person, on: '2030-12-01', punctures: (ceilingStrokes - fromStrokes) * needleCount,
  });
});
