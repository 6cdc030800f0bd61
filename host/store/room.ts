// A room as it stands: its chart, its own store and the shared one, opened together and closed
// together; and the exchange with the other rooms that is made before and after a person is
// treated. A shared database that cannot be reached holds nobody up: the room is stricter instead.

import os from 'node:os';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { type Chart, explainChart } from '../chart/index.ts';
import { readInstallation } from '../journal/files.ts';
import { explainRefusal, type JournalWorld } from '../journal/index.ts';
import type { Room } from './claim.ts';
import { exchange, type Exchanged } from './exchange.ts';
import { openSqlite, openStore, storeFile } from './open-store.ts';
import { catchUpSentence, storeSentence } from './store-words.ts';

/** What a room is opened with. */
export interface RoomGround {
  readonly dataDir: string;
  readonly world: JournalWorld;
  readonly chart: Chart;
}

/** Why a room could not be opened, or its exchange not be written down, in a sentence. */
export interface RoomRefusal {
  readonly code: 'room-refused';
  readonly sentence: string;
}

const no = (sentence: string): Result<never, RoomRefusal> =>
  refuse({ code: 'room-refused', sentence });

/** The address of the database of all rooms; empty where there is none. */
export const sharedAddress = (): string => process.env['CORIUM_DATABASE_URL'] ?? '';

async function sharedFor(dataDir: string): Promise<Room['shared']> {
  const url = sharedAddress();
  if (url === '') return 'none';
  const opened = await openStore(dataDir, url);
  return opened.ok ? opened.value : 'out-of-reach';
}

/** Opens a room, lets something be done in it, and closes it. */
export async function inRoom<T>(
  { dataDir, world, chart }: RoomGround,
  run: (room: Room) => Promise<T>,
): Promise<Result<T, RoomRefusal>> {
  const installation = readInstallation(world.door, dataDir);
  if (!installation.ok) return no(explainRefusal(installation.error));
  const local = await openSqlite(storeFile(dataDir));
  if (!local.ok) return no(storeSentence(local.error));
  const shared = await sharedFor(dataDir);
  const { installationId: site } = installation.value;
  try {
    return ok(await run({
      dataDir, site, name: os.hostname(), world, chart, local: local.value, shared,
    }));
  } finally {
    await local.value.close();
    if (typeof shared !== 'string') await shared.close();
  }
}

/** What an exchange came to: there are no other rooms, they cannot be asked, or they were. */
export type RoomNews =
  | { readonly kind: 'alone' }
  | { readonly kind: 'out-of-reach'; readonly sentence: string }
  | ({ readonly kind: 'exchanged' } & Exchanged);

const OUT_OF_REACH = 'The other rooms cannot be asked now. This room goes on by what it knows, '
  + 'takes only cartridges that nobody here has seen before, and tells the others later.';

/** Tells the other rooms and learns from them, where there are others. */
export async function exchangeRooms(ground: RoomGround): Promise<Result<RoomNews, RoomRefusal>> {
  if (sharedAddress() === '') return ok({ kind: 'alone' });
  const news = await inRoom(ground, (room) => newsOf(room));
  return news.ok ? news.value : news;
}

async function newsOf(room: Room): Promise<Result<RoomNews, RoomRefusal>> {
  const { shared } = room;
  if (typeof shared === 'string') return ok({ kind: 'out-of-reach', sentence: OUT_OF_REACH });
  try {
    const done = await exchange(room, shared);
    if (done.ok) return ok({ kind: 'exchanged', ...done.value });
    const { error } = done;
    const isChart = error.code === 'chart-refused' || error.code === 'chart-failed';
    return no(isChart ? explainChart(error) : catchUpSentence(error));
  } catch {
    // The network went away in the middle: everything is told again next time.
    return ok({ kind: 'out-of-reach', sentence: OUT_OF_REACH });
  }
}
