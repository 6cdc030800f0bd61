// The store as something to look after: made again from the journals, held against them, copied,
// put back, and what the other rooms have not been told.

import os from 'node:os';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { explainChart, initChart, openChart } from '../../chart/index.ts';
import { readInstallation } from '../../journal/files.ts';
import { explainRefusal, nodeWorld } from '../../journal/index.ts';
import {
  backupSentence, backupStore, catchUp, catchUpSentence, compareStores, contentHash, exchange,
  openPostgres, openSqlite, openStore, sharedAddress, type Room, storeFile, type StoreFinding,
  storeSentence, restoreStore, verifyStore,
  waitingLines,
} from '../../store/index.ts';
import { HOST_VERSION } from '../../version.ts';
import { EXIT } from '../exit-code.ts';
import { audit, chartIn, inHouse } from '../house.ts';
import { done, failed, type Outcome } from '../outcome.ts';

/** Makes the chart journal of an installation that is older than charts. */
export function beginCommand(dataDir: string): Outcome {
  const world = nodeWorld(HOST_VERSION);
  const installation = readInstallation(world.door, dataDir);
  if (!installation.ok) return failed(EXIT.journal, [explainRefusal(installation.error)]);
  const made = initChart(dataDir, world);
  if (!made.ok) return failed(EXIT.journal, [explainChart(made.error)]);
  return done([`Made the chart journal in ${dataDir}.`], { ok: true, dataDir });
}

/** Says where the store is, how far it has come, and what it holds. */
export const statusCommand = (dataDir: string): Promise<Outcome> =>
  inHouse(dataDir, async ({ store, site, remarks }) => {
    const cursors = await store.db.selectFrom('cursors').select(['journal', 'n', 'newest_day'])
      .where('site', '=', site).orderBy('journal').execute();
    const hash = await contentHash(store.db, site);
    const lines = [
      `Store    ${store.where} (${store.dialect})`,
      ...cursors.map((row) =>
        `${row.journal === 'chart' ? 'Chart    ' : 'Journal  '}up to line ${String(row.n)}`),
      `Content  ${hash}`,
    ];
    const { where, dialect } = store;
    const document = { ok: true, where, dialect, cursors, hash, remarks };
    return { ...done(lines, document), complaints: remarks };
  });

/** Takes every row out and folds the journals anew. */
export const rebuildCommand = (dataDir: string): Promise<Outcome> =>
  inHouse(dataDir, async ({ store, world, site }) => {
    const before = await contentHash(store.db, site);
    const caught = await catchUp(store, dataDir, world, { rebuild: true });
    if (!caught.ok) return failed(EXIT.journal, [catchUpSentence(caught.error)]);
    const hash = await contentHash(store.db, site);
    const lines = caught.value.reduce((total, { toLine }) => total + toLine, 0);
    const same = before === hash
      ? 'It holds what it held before.' : 'It holds something else than before: it was not sound.';
    const said = [`Made the store again from ${String(lines)} lines. ${same}`, `Content  ${hash}`];
    return done(said, { ok: true, hash, before, same: before === hash, lines });
  });

const findingLine = ({ what, table, key, columns }: StoreFinding): string =>
  `${what.padEnd(8)} ${table} ${key}${columns.length === 0 ? '' : `: ${columns.join(', ')}`}`;

/** Holds the store against the journals. */
export const verifyCommand = (dataDir: string, by: string): Promise<Outcome> =>
  inHouse(dataDir, async (house) => {
    const verdict = await verifyStore(house.store, dataDir, house.world);
    if (!verdict.ok) return failed(EXIT.journal, ['The store could not be held against the '
      + 'journals; run "corium record verify" first.']);
    const { accepted, findings, rows, hash } = verdict.value;
    if (accepted) {
      return done([`Accepted: all ${String(rows)} rows are what the journals say.`], {
        ok: true, rows, hash,
      });
    }
    const details = findings.slice(0, 5).map(findingLine).join('; ').slice(0, 900);
    await audit(house, 'store-altered', details, by);
    const sentence = `${String(findings.length)} rows of the store are not what the journals say. `
      + 'Nothing is lost: run "corium store rebuild", and find out who writes into the store.';
    const lines = findings.slice(0, 50).map(findingLine);
    return failed(EXIT.refused, [sentence], { lines, document: { findings, hash } });
  });

const SHARED_COPY = [
  'This is this room\'s own store. The shared database is copied by PostgreSQL itself:',
  '  pg_dump --format=custom --file=rooms.dump "$CORIUM_DATABASE_URL"',
  '  createdb rooms-copy; pg_restore --dbname=rooms-copy rooms.dump',
  'and "corium store compare postgresql:///rooms-copy" proves that the copy holds the same.',
];

/** Holds a copy of the shared database against the database itself. */
export async function compareCommand(dataDir: string, copyUrl: string): Promise<Outcome> {
  if (sharedAddress() === '' || !/^postgres(?:ql)?:/.test(copyUrl)) {
    return failed(EXIT.usage, ['Name the copy as postgresql://... and the database itself by '
      + 'CORIUM_DATABASE_URL.']);
  }
  const one = await openStore(dataDir);
  if (!one.ok) return failed(EXIT.journal, [storeSentence(one.error)]);
  const other = await openPostgres(copyUrl);
  if (!other.ok) {
    await one.value.close();
    return failed(EXIT.journal, [storeSentence(other.error)]);
  }
  const parts = await compareStores(one.value, other.value);
  await one.value.close();
  await other.value.close();
  const lines = parts.map(({ part, same, hash }) =>
    `${same ? 'same     ' : 'DIFFERENT'} ${part.padEnd(42)} ${hash.slice(0, 16)}`);
  const wrong = parts.filter(({ same }) => !same);
  if (wrong.length === 0) return done([...lines, 'The copy holds what the database holds.'], {
    ok: true, parts,
  });
  const sentence = `${String(wrong.length)} parts of the copy are not what the database holds now. `
    + 'If somebody has written since, copy it anew; otherwise the copy is damaged: keep the one '
    + 'before it.';
  return failed(EXIT.refused, [sentence], { lines, document: { parts } });
}

/** Copies the embedded store while it is in use. */
export async function backupCommand(dataDir: string, to: string): Promise<Outcome> {
  const made = await backupStore(dataDir, to, nodeWorld(HOST_VERSION));
  if (!made.ok) return failed(EXIT.refused, [backupSentence(made.error)]);
  const lines = [
    `Copied the store to ${to} and read it again: it is whole.`,
    'A copy of the store is no copy of the journals: copy the folder of the installation as well.',
    ...(sharedAddress() === '' ? [] : SHARED_COPY),
  ];
  return done(lines, { ok: true, path: to, ...made.value });
}

/** Puts a copy in the place of the store, and brings it up to the journals. */
export async function restoreCommand(
  dataDir: string,
  from: string,
  by: string,
): Promise<Outcome> {
  const world = nodeWorld(HOST_VERSION);
  const chart = openChart(dataDir, world);
  if (!chart.ok) return failed(EXIT.journal, [explainChart(chart.error)]);
  const restored = await restoreStore(dataDir, from, world);
  if (!restored.ok) {
    const sentence = backupSentence(restored.error);
    await audit({ chart: chart.value }, 'restore-refused', restored.error.code, by);
    return failed(EXIT.refused, [sentence]);
  }
  const { manifest, caught } = restored.value;
  const to = (journal: string): number =>
    caught.find((one) => one.journal === journal)?.toLine ?? 0;
  const noted = await chart.value.append({
    kind: 'restored', backup: from.slice(-200), sha256: manifest.contentHash,
    fromTreatmentN: manifest.treatmentN, toTreatmentN: to('treatment'),
    fromChartN: manifest.chartN, toChartN: to('chart'), by,
  });
  if (!noted.ok) return failed(EXIT.journal, [explainChart(noted.error)]);
  const newer = to('treatment') - manifest.treatmentN + to('chart') - manifest.chartN;
  const lines = [
    `Put the copy of ${manifest.madeAt.slice(0, 10)} in the place of the store.`,
    newer === 0 ? 'It was as new as the journals.'
      : `It was older than the journals: ${String(newer)} lines were taken from them.`,
  ];
  return done(lines, { ok: true, manifest, caught, newer });
}

/** Tells the other rooms what they have not got, and writes down what they did. */
export async function exchangeCommand(dataDir: string): Promise<Outcome> {
  const room = await roomIn(dataDir);
  if (!room.ok) return room.error;
  const { local, shared } = room.value;
  if (typeof shared === 'string') {
    await local.close();
    const sentence = 'CORIUM_DATABASE_URL names no database, so there are no other rooms.';
    return failed(EXIT.usage, [sentence]);
  }
  try {
    const waiting = await waitingLines(room.value, shared);
    const exchanged = await exchange(room.value, shared);
    if (!exchanged.ok) {
      const { error } = exchanged;
      const isChart = error.code === 'chart-refused' || error.code === 'chart-failed';
      return failed(EXIT.journal, [isChart ? explainChart(error) : catchUpSentence(error)]);
    }
    const { told, confirmed, blocked, treatmentsLearnt } = exchanged.value;
    const lines = [
      `Told the other rooms ${String(told)} lines; learnt of ${String(treatmentsLearnt)} areas `
        + 'that were treated elsewhere.',
      ...confirmed.map((claimId) => `The claim ${claimId} is confirmed.`),
      ...blocked.map((serial) => `BLOCKED  cartridge ${serial}: discard it, in every room.`),
    ];
    return done(lines, { ok: true, waiting, ...exchanged.value });
  } finally {
    await local.close();
    await shared.close();
  }
}

async function roomIn(dataDir: string): Promise<Result<Room, Outcome>> {
  const world = nodeWorld(HOST_VERSION);
  const installation = readInstallation(world.door, dataDir);
  if (!installation.ok) {
    return refuse(failed(EXIT.journal, [explainRefusal(installation.error)]));
  }
  const chart = chartIn(dataDir);
  if (!chart.ok) return chart;
  const local = await openSqlite(storeFile(dataDir));
  if (!local.ok) return refuse(failed(EXIT.journal, [storeSentence(local.error)]));
  const url = process.env['CORIUM_DATABASE_URL'] ?? '';
  const shared = url === '' ? undefined : await openStore(dataDir, url);
  if (shared?.ok === false) {
    await local.value.close();
    return refuse(failed(EXIT.journal, [storeSentence(shared.error)]));
  }
  return ok({
    dataDir, site: installation.value.installationId, name: os.hostname(), world,
    chart: chart.value, local: local.value, shared: shared?.value ?? 'none',
  });
}
