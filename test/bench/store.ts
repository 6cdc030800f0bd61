/**
 * What the store takes: to open a chart with 50 visits, to answer what one piece of skin had among
 * 10,000 treatments, and to be made again from the journal of 1,000 treatments.
 *
 *   node test/bench/store.ts [--quick]
 */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { openChart } from '../../host/chart/index.ts';
import type { NoteGiven } from '../../host/journal/index.ts';
import { catchUp, chartOf, doseHistory, openSqlite, storeFile } from '../../host/store/index.ts';
import { announce, atLeast, atMost, conclude, median, QUICK } from '../support/bench.ts';
import { granted } from '../support/journal.ts';
import { type Clinic, freshClinic, treating, writeTreatment } from '../support/store.ts';

const TREATMENTS = QUICK ? 200 : 1_000;
const HISTORY = QUICK ? 1_000 : 10_000;
const VISITS = 50;
const ROUNDS = QUICK ? 5 : 15;
/** A treatment of an hour: four arms an area, some two hundred holds. */
const HOLDS = 60;
const BYTES_IN_MB = 1_000_000;
const MS_IN_MINUTE = 60_000;

announce('Store: charts, dose histories and rebuilding');

async function took(rounds: number, run: () => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    await run();
    all.push(performance.now() - from);
  }
  console.log(`  ${all.map((one) => one.toFixed(1)).join(' ')} ms`);
  return median(all);
}

function journalBytes({ dir }: Clinic): number {
  const folder = path.join(dir, 'journal');
  return readdirSync(folder)
    .reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0);
}

/** Rebuilds a journal of whole treatments, and gives megabytes a minute. */
async function rebuild(): Promise<number> {
  const clinic = freshClinic();
  treating(clinic, (journal) => {
    for (let index = 1; index <= TREATMENTS; index += 1) {
      writeTreatment(journal, {
        treatmentId: `t-${String(index)}`, person: `p-${String(index % 300)}`,
        areas: ['cheek', 'forehead', 'chin'], holds: HOLDS,
      });
    }
  });
  const bytes = journalBytes(clinic);
  const store = granted(await openSqlite(storeFile(clinic.dir)));
  const tookMs = await took(QUICK ? 1 : 3, async () =>
    granted(await catchUp(store, clinic.dir, clinic.world, { rebuild: true })));
  await store.close();
  clinic.remove();
  console.log(`  ${(bytes / BYTES_IN_MB).toFixed(1)} MB of journal`);
  return (bytes / BYTES_IN_MB / tookMs) * MS_IN_MINUTE;
}

/** A person with fifty visits and the skin of one with every treatment there is. */
async function ask(): Promise<readonly [number, number]> {
  const clinic = freshClinic();
  const chart = granted(openChart(clinic.dir, clinic.world));
  const visit = (index: number): readonly NoteGiven[] => {
    const at = { visitId: `v-${String(index)}`, person: 'p-often', by: 'm-sato' } as const;
    return [
      { kind: 'visit-opened', ...at, on: '2031-03-01', modality: 'automated' },
      { kind: 'visit-step', ...at, step: 'cleaned' },
      { kind: 'visit-step', ...at, step: 'barrier' },
      { kind: 'aftercare-handed', ...at, sheet: 'needling-1', language: 'en',
        dates: [{ milestone: 'day-7', on: '2031-03-08' }] },
      { kind: 'visit-closed', ...at, outcome: 'treated', treatmentIds: [] },
    ];
  };
  for (let index = 1; index <= VISITS; index += 1) granted(await chart.append(...visit(index)));
  treating(clinic, (journal) => {
    for (let index = 1; index <= VISITS; index += 1) {
      writeTreatment(journal, { treatmentId: `t-${String(index)}`, person: 'p-often',
        areas: ['cheek', 'forehead', 'chin'], holds: 4 });
    }
    for (let index = 1; index <= HISTORY; index += 1) {
      writeTreatment(journal, { treatmentId: `h-${String(index)}`, person: 'p-one', holds: 1 });
    }
  });
  const store = granted(await openSqlite(storeFile(clinic.dir)));
  granted(await catchUp(store, clinic.dir, clinic.world));
  const opened = await took(ROUNDS, () => chartOf(store.db, 'p-often'));
  const today = new Date().toISOString().slice(0, 10);
  const dosed = await took(ROUNDS, () => doseHistory(store.db, {
    people: ['p-one'], area: 'cheek', side: 'left', today, sinceDay: '2000-01-01',
  }));
  await store.close();
  clinic.remove();
  return [opened, dosed];
}

const perMinute = await rebuild();
const [openedMs, dosedMs] = await ask();
conclude('node test/bench/store.ts', [
  atMost(`a chart with ${String(VISITS)} visits`, openedMs, 20, ' ms'),
  atMost(`one area over ${String(HISTORY)} treatments`, dosedMs, 50, ' ms'),
  atLeast(`rebuild of ${String(TREATMENTS)} treatments`, perMinute, 200, ' MB/min'),
]);
