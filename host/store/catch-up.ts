// Brings the store up to the journals: reads what came since its cursor, folds it to rows, and
// writes rows and cursor in one transaction, so that it is never half of anything. The journals are
// the outbox of a room as well: what a shared store has not got is exactly what lies behind its
// cursor, in order, and telling it twice changes nothing.

import { type Kysely, sql } from 'kysely';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { chartFolder } from '../chart/index.ts';
import { createTallies, type Tally } from '../journal/account.ts';
import { readInstallation } from '../journal/files.ts';
import {
  type Entry, type JournalRefusal, type JournalWorld, type Place, placeOf, readByFile,
} from '../journal/index.ts';
import type { Dialect } from './migrations.ts';
import { clearSite, inTransaction, type Store } from './open-store.ts';
import { projectChart } from './project-chart.ts';
import { type Project, projectTreatments } from './project-treatment.ts';
import type { StoreSchema } from './tables.ts';
import { readTally, tallyText } from './tally-shape.ts';
import { createTarget } from './target.ts';

/** The two journals of an installation. */
export type JournalName = 'treatment' | 'chart';

/** How far one journal has come into the store. */
export interface Caught {
  readonly journal: JournalName;
  readonly fromLine: number;
  readonly toLine: number;
  readonly toHash: string;
}

/** Why the store could not be brought up to the journals. */
export type CatchUpRefusal =
  | { readonly code: 'journal-refused'; readonly journal: JournalName;
      readonly refusal: JournalRefusal }
  | { readonly code: 'store-state-damaged' };

/** What bringing it up came to. */
export type CaughtUp = Result<readonly Caught[], CatchUpRefusal>;

/** Thrown inside a transaction so that nothing of it stays, and caught where it began. */
class Undo extends Error {
  readonly refusal: CatchUpRefusal;

  constructor(refusal: CatchUpRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Brings the store up to the journals of an installation; `rebuild` begins with nothing. */
export async function catchUp(
  store: Store,
  dataDir: string,
  world: JournalWorld,
  how: { readonly rebuild: boolean } = { rebuild: false },
): Promise<CaughtUp> {
  const installation = readInstallation(world.door, dataDir);
  if (!installation.ok) {
    return refuse({ code: 'journal-refused', journal: 'treatment', refusal: installation.error });
  }
  const site = installation.value.installationId;
  try {
    // S-72: rows and cursor in one transaction, and nothing in them but what the lines say.
    return ok(await inTransaction(store, async (one) => {
      // One at a time for each installation: the second finds nothing left to do.
      if (store.dialect === 'postgres') {
        await sql`select pg_advisory_xact_lock(770002, hashtext(${site}))`.execute(one);
      }
      if (how.rebuild) await clearSite(one, site);
      const of = { site, dialect: store.dialect };
      const treatment = await bring(one, { ...of, journal: 'treatment', dir: dataDir }, world);
      const chartDir = chartFolder(dataDir);
      const hasChart = readInstallation(world.door, chartDir).ok;
      const chart = hasChart
        ? [await bring(one, { ...of, journal: 'chart', dir: chartDir }, world)] : [];
      return [treatment, ...chart];
    }));
  } catch (failure) {
    if (failure instanceof Undo) return refuse(failure.refusal);
    throw failure;
  }
}

interface Source {
  readonly site: string;
  readonly journal: JournalName;
  readonly dir: string;
  readonly dialect: Dialect;
}

interface Cursor {
  readonly place: Place | undefined;
  readonly newestDay: string;
}

async function cursorOf(one: Kysely<StoreSchema>, { site, journal }: Source): Promise<Cursor> {
  const row = await one.selectFrom('cursors').selectAll().where('site', '=', site)
    .where('journal', '=', journal).executeTakeFirst();
  if (row === undefined) return { place: undefined, newestDay: '' };
  const { file_number: fileNumber, lines, end_bytes: endBytes, n, hash } = row;
  return {
    place: { fileNumber, lines, endBytes, head: { n, hash } },
    newestDay: row.newest_day,
  };
}

async function openTallies(one: Kysely<StoreSchema>, site: string): Promise<readonly Tally[]> {
  const rows = await one.selectFrom('open_grants').select('tally').where('site', '=', site)
    .orderBy('n').execute();
  return rows.map(({ tally }) => {
    const read = readTally(tally);
    if (read === undefined) throw new Undo({ code: 'store-state-damaged' });
    return read;
  });
}

async function bring(
  one: Kysely<StoreSchema>,
  source: Source,
  world: JournalWorld,
): Promise<Caught> {
  const { site, journal, dir } = source;
  const before = await cursorOf(one, source);
  const tallies = createTallies(journal === 'treatment' ? await openTallies(one, site) : []);
  let { newestDay } = before;
  let waiting: Entry[] = [];
  const files = readByFile(dir, world, (entry) => waiting.push(entry), before.place);
  for (let step = files.next(); ; step = files.next()) {
    // File by file: a journal of years does not have to fit into memory.
    const target = createTarget(one, site, waiting[0]?.n === 1);
    const project = journal === 'treatment'
      ? projectTreatments(target, tallies, newestDay) : projectChart(target);
    newestDay = await fold(project, waiting, newestDay);
    await target.batch.write(one, source.dialect);
    waiting = [];
    if (step.done !== true) continue;
    if (!step.value.ok) {
      throw new Undo({ code: 'journal-refused', journal, refusal: step.value.error });
    }
    const place = placeOf(step.value.value);
    await saveCursor(one, source, place, newestDay);
    if (journal === 'treatment') await saveTallies(one, site, tallies.open());
    const { n: toLine, hash: toHash } = place.head;
    return { journal, fromLine: before.place?.head.n ?? 0, toLine, toHash };
  }
}

async function fold(
  project: Project,
  entries: readonly Entry[],
  newestDay: string,
): Promise<string> {
  let day = newestDay;
  for (const entry of entries) {
    const later = project(entry);
    if (later !== undefined) await later;
    if (entry.at.slice(0, 10) > day) day = entry.at.slice(0, 10);
  }
  return day;
}

async function saveCursor(
  one: Kysely<StoreSchema>,
  { site, journal }: Source,
  { fileNumber, lines, endBytes, head: { n, hash } }: Place,
  newestDay: string,
): Promise<void> {
  const values = {
    file_number: fileNumber, lines, end_bytes: endBytes, n, hash, newest_day: newestDay,
  };
  await one.insertInto('cursors').values({ site, journal, ...values })
    .onConflict((at) => at.columns(['site', 'journal']).doUpdateSet(values)).execute();
}

async function saveTallies(
  one: Kysely<StoreSchema>,
  site: string,
  open: readonly Tally[],
): Promise<void> {
  await one.deleteFrom('open_grants').where('site', '=', site).execute();
  const rows = open.map((tally) => ({ site, n: tally.reservation.n, tally: tallyText(tally) }));
  if (rows.length > 0) await one.insertInto('open_grants').values(rows).execute();
}
