// What the commands about people and the store stand on: the chart journal, and the store brought
// up to both journals. A shared database that cannot be reached is told, and the installation's own
// store answers in its place: a room goes on alone.

import { ok, refuse, type Result } from '../../protocol/result.ts';
import { type Chart, explainChart, openChart } from '../chart/index.ts';
import { type Day, formatDay, parseDay } from '../core/day.ts';
import { readInstallation } from '../journal/files.ts';
import { explainRefusal, type JournalWorld, nodeWorld } from '../journal/index.ts';
import {
  catchUp, catchUpSentence, openSqlite, openStore, type Store, storeFile, storeSentence,
} from '../store/index.ts';
import { HOST_VERSION } from '../version.ts';
import { EXIT } from './exit-code.ts';
import { failed, type Outcome } from './outcome.ts';

/** A house that is open. */
export interface House {
  readonly dataDir: string;
  readonly site: string;
  readonly world: JournalWorld;
  readonly chart: Chart;
  readonly store: Store;
  /** What has to be said beside the answer. */
  readonly remarks: readonly string[];
}

/** Opens the chart of a folder. */
export function chartIn(dataDir: string): Result<Chart, Outcome> {
  const chart = openChart(dataDir, nodeWorld(HOST_VERSION));
  return chart.ok ? chart : refuse(failed(EXIT.journal, [explainChart(chart.error)]));
}

/** Opens a house, lets something be asked of it, and closes it. */
export async function inHouse(
  dataDir: string,
  run: (house: House) => Promise<Outcome>,
): Promise<Outcome> {
  const world = nodeWorld(HOST_VERSION);
  const installation = readInstallation(world.door, dataDir);
  if (!installation.ok) return failed(EXIT.journal, [explainRefusal(installation.error)]);
  const chart = chartIn(dataDir);
  if (!chart.ok) return chart.error;
  const opened = await storeOf(dataDir);
  if (!opened.ok) return opened.error;
  const { store, remarks } = opened.value;
  try {
    const caught = await catchUp(store, dataDir, world);
    if (!caught.ok) return failed(EXIT.journal, [catchUpSentence(caught.error)]);
    const { installationId: site } = installation.value;
    return await run({ dataDir, site, world, chart: chart.value, store, remarks });
  } finally {
    await store.close();
  }
}

interface Opened {
  readonly store: Store;
  readonly remarks: readonly string[];
}

async function storeOf(dataDir: string): Promise<Result<Opened, Outcome>> {
  const shared = await openStore(dataDir);
  if (shared.ok) return ok({ store: shared.value, remarks: [] });
  const remark = storeSentence(shared.error);
  if (shared.error.code !== 'store-unreachable') return refuse(failed(EXIT.journal, [remark]));
  const own = await openSqlite(storeFile(dataDir));
  if (own.ok) return ok({ store: own.value, remarks: [remark] });
  return refuse(failed(EXIT.journal, [remark, storeSentence(own.error)]));
}

/** Writes down once a day that something is not right. */
export async function audit(
  { chart }: Pick<House, 'chart'>,
  what: string,
  details: string,
  by: string,
): Promise<void> {
  // A chart that takes no line has said so already, to whoever opened it.
  await chart.change<never>((entries) => {
    const last = entries.findLast((line) => line.kind === 'audit-found' && line.what === what);
    const isKnown = last?.kind === 'audit-found' && last.details === details
      && last.at.slice(0, 10) === entries.at(-1)?.at.slice(0, 10);
    return ok(isKnown ? [] : [{ kind: 'audit-found', what, details, by }]);
  });
}

/** Today as far as the journals know: a clock that was set back is told and not believed. */
export async function soundToday(
  house: House,
  today: Day,
  by: string,
): Promise<{ readonly today: Day; readonly remarks: readonly string[] }> {
  const cursors = await house.store.db.selectFrom('cursors').select('newest_day')
    .where('site', '=', house.site).execute();
  const newest = cursors.flatMap(({ newest_day: day }) => parseDay(day) ?? []);
  const latest = Math.max(today, ...newest);
  // A day behind is what a time zone makes: the journals count in UTC.
  if (latest - today <= 1) return { today, remarks: [] };
  const sound = newest.find((day) => day === latest) ?? today;
  await audit(house, 'clock-went-back', `says ${formatDay(today)}, seen ${formatDay(sound)}`, by);
  const remark = `This computer's clock says ${formatDay(today)}, and the journals have seen `
    + `${formatDay(sound)}; that day counts. Set the clock right.`;
  return { today: sound, remarks: [remark] };
}
