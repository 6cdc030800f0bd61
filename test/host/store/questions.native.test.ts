/** What a house asks of the store, and what it is told. */
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openChart } from '../../../host/chart/index.ts';
import { catchUp } from '../../../host/store/catch-up.ts';
import { chartOf } from '../../../host/store/chart-view.ts';
import { doseHistory } from '../../../host/store/dose.ts';
import { cartridgeHistory, dueFollowUps, treatmentsOnPen } from '../../../host/store/lists.ts';
import { openSqlite, type Store } from '../../../host/store/open-store.ts';
import { granted } from '../../support/journal.ts';
import { type Clinic, freshClinic, treating, writeTreatment } from '../../support/store.ts';

let clinic: Clinic;
let store: Store;
let now: string;

beforeEach(async () => {
  now = '2030-12-01';
  clinic = freshClinic(() => `${now}T10:00:00.000Z`);
  store = granted(await openSqlite(':memory:'));
  onTestFinished(async () => {
    await store.close();
    clinic.remove();
  });
});

const treatOn = (day: string, treatmentId: string, operator = 'm-sato'): void => {
  now = day;
  treating(clinic, (journal) => {
    writeTreatment(journal, { treatmentId, person: 'p-1', operator });
  });
};

test('how much a cheek got today and in thirty days, how deep and by whom', async () => {
  treatOn('2031-01-01', 't-1');
  treatOn('2031-02-20', 't-2', 'a-lee');
  treatOn('2031-03-01', 't-3');
  granted(await catchUp(store, clinic.dir, clinic.world));
  const dose = await doseHistory(store.db, {
    people: ['p-1'], area: 'cheek', side: 'left', today: '2031-03-01', sinceDay: '2031-01-31',
  });
  // 200 strokes of 12 needles on 40 square centimetres.
  expect(dose.today).toEqual({ punctures: 2_400, puncturesPerCm2: 60 });
  expect(dose.since).toEqual({ punctures: 4_800, puncturesPerCm2: 120 });
  expect(dose.given.map(({ treatmentId, operator }) => [treatmentId, operator]))
    .toEqual([['t-3', 'm-sato'], ['t-2', 'a-lee']]);
  expect(dose.given[0]).toMatchObject({
    day: '2031-03-01', depthUmPeak: 682, certificates: ['C1'], pens: ['P1'],
    cartridges: [{ serial: 'K-t-3', lot: 'LOT-K-t-3' }],
  });
});

test('a clock that was set back makes no treatment old', async () => {
  treatOn('2031-03-01', 't-1');
  treatOn('2030-01-01', 't-2');
  granted(await catchUp(store, clinic.dir, clinic.world));
  const dose = await doseHistory(store.db, {
    people: ['p-1'], area: 'cheek', side: undefined, today: '2031-03-01', sinceDay: '2031-02-01',
  });
  expect(dose.today.punctures).toBe(4_800);
});

test('a chart holds everything of a person, also what was merged into it', async () => {
  const chart = granted(openChart(clinic.dir, clinic.world));
  const identity = {
    algorithm: 'aes-256-gcm', keyId: '0'.repeat(16), nonceHex: '0'.repeat(24),
    tagHex: '0'.repeat(32), sealedHex: '00',
  } as const;
  const register = (person: string) => ({
    kind: 'person-registered', person, identity, lookup: 'a'.repeat(64), bornYear: 1990,
    by: 'm-sato',
  } as const);
  const visit = { person: 'p-2', visitId: 'v-1', by: 'm-sato' } as const;
  granted(await chart.append(
    register('p-1'), register('p-2'),
    { kind: 'visit-opened', ...visit, on: '2031-03-01', modality: 'automated' },
    { kind: 'aftercare-handed', ...visit, sheet: 'needling-1', language: 'en',
      dates: [
        { milestone: 'day-7', on: '2031-03-08' }, { milestone: 'day-28', on: '2031-03-29' },
      ] },
    { kind: 'persons-merged', from: 'p-2', into: 'p-1', why: 'the same', by: 'm-sato' },
    { kind: 'follow-up-recorded', ...visit, followUpId: 'f-1', on: '2031-03-09',
      milestone: 'day-7', how: 'telephone', redFlags: [] },
  ));
  treatOn('2031-03-01', 't-1');
  granted(await catchUp(store, clinic.dir, clinic.world));
  for (const person of ['p-1', 'p-2']) {
    const view = await chartOf(store.db, person);
    expect(view.people).toHaveLength(2);
    expect(view.visits.map(({ visit_id: id }) => id)).toEqual(['v-1']);
    expect(view.treatments[0]?.areas[0]).toMatchObject({ area: 'cheek', puncturesPerCm2: 60 });
    expect(view.lines.map(({ kind }) => kind)).toContain('follow-up-recorded');
  }
  const due = await dueFollowUps(store.db, '2031-04-01');
  expect(due.map(({ milestone }) => milestone)).toEqual(['day-28']);
  expect((await dueFollowUps(store.db, '2031-03-28'))).toEqual([]);
});

test('a cartridge and a pen tell what they were used for', async () => {
  treatOn('2031-03-01', 't-1');
  treatOn('2031-03-02', 't-2');
  granted(await catchUp(store, clinic.dir, clinic.world));
  expect((await cartridgeHistory(store.db, 'K-t-1')).uses).toEqual([
    { site: clinic.site, treatment_id: 't-1', person: 'p-1', day: '2031-03-01', strokes: 200 },
  ]);
  const onPen = await treatmentsOnPen(store.db, 'P1');
  expect(onPen.map(({ treatment_id: id }) => id)).toEqual(['t-2', 't-1']);
});
