/**
 * A console that is killed at random instants while it writes charts and keeps its store, again and
 * again on the same folder. Judged afterwards, each time: every line that was called written is
 * there, the store that was left is brought up to what one made afresh holds, and nothing is found
 * wrong with it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openChart } from '../../host/chart/index.ts';
import { openJournal } from '../../host/journal/index.ts';
import { catchUp } from '../../host/store/catch-up.ts';
import { contentHash } from '../../host/store/content-hash.ts';
import { openSqlite, storeFile } from '../../host/store/open-store.ts';
import { nextBetween, type Random } from '../../sim/random.ts';
import { granted } from './journal.ts';
import { type Clinic, freshClinic } from './store.ts';

const KEEPER = fileURLToPath(new URL('../native/keeper.ts', import.meta.url));
/** After its first line a keeper lives so long at the most. */
const LIFE_MS_MAX = 120;

/** What one kill came to. */
export interface Kept {
  readonly acknowledged: number;
  readonly lost: readonly number[];
  readonly sameHash: boolean;
  readonly sound: boolean;
}

/** A rig on one folder. */
export interface KeepRig {
  readonly killOnce: () => Promise<Kept>;
  readonly close: () => void;
}

/** Makes a rig. */
export function createKeepRig(random: Random): KeepRig {
  const clinic = freshClinic();
  return {
    killOnce: async () => judge(clinic, await killKeeper(clinic.dir, random)),
    close: clinic.remove,
  };
}

/** Runs a keeper, kills it, and gives the lines that it called written. */
async function killKeeper(dir: string, random: Random): Promise<readonly number[]> {
  const child = spawn(process.execPath, [KEEPER, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString('latin1');
  });
  await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
  await pause(nextBetween(random, 0, LIFE_MS_MAX));
  child.kill('SIGKILL');
  await once(child, 'close');
  return said.split('\n').slice(0, -1).map(Number);
}

async function judge({ dir, site, world }: Clinic, written: readonly number[]): Promise<Kept> {
  const chart = granted(openChart(dir, world));
  const there = new Set(granted(chart.entries()).map(({ n }) => n));
  // Opening puts a torn tail aside, as the next host would.
  granted(granted(openJournal(dir, world)).close());
  const left = granted(await openSqlite(storeFile(dir)));
  granted(await catchUp(left, dir, world));
  const hash = await contentHash(left.db, site);
  await left.close();
  const fresh = granted(await openSqlite(':memory:'));
  granted(await catchUp(fresh, dir, world));
  const sameHash = hash === await contentHash(fresh.db, site);
  await fresh.close();
  const sound = granted(chart.entries()).every((entry, index) => entry.n === index + 1);
  return {
    acknowledged: written.length, lost: written.filter((n) => !there.has(n)), sameHash, sound,
  };
}
