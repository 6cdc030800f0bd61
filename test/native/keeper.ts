/**
 * A console that does nothing but write: lines of a chart, a treatment now and then, and the store
 * brought up after each. It prints the number of each chart line once it was told that it is there.
 * Its test kills it in the middle.
 */
import { openChart } from '../../host/chart/index.ts';
import { nodeWorld, openJournal } from '../../host/journal/index.ts';
import { catchUp } from '../../host/store/catch-up.ts';
import { openSqlite, storeFile } from '../../host/store/open-store.ts';
import { granted } from '../support/journal.ts';
import { writeTreatment } from '../support/store.ts';

const dir = process.argv[2] ?? '';
const world = nodeWorld('0.1.0');
const chart = granted(openChart(dir, world));
const store = granted(await openSqlite(storeFile(dir)));
const journal = granted(openJournal(dir, world, { segmentBytes: 64 << 10 }));
const begun = journal.head().n;
for (let round = 1; round < 10_000; round += 1) {
  const visitId = `v-${String(begun)}-${String(round)}`;
  const lines = granted(await chart.append(
    { kind: 'visit-opened', visitId, person: 'p-1', on: '2031-03-01', modality: 'automated',
      by: 'm-sato' },
    { kind: 'area-locked', person: 'p-1', area: 'cheek', side: 'left', because: 'redness',
      by: 'm-sato' },
  ));
  for (const { n } of lines) process.stdout.write(`${String(n)}\n`);
  writeTreatment(journal, { treatmentId: visitId, person: 'p-1' }, (round % 60_000) + 1);
  granted(await catchUp(store, dir, world));
}
