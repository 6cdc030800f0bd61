// Takes a cartridge for the visit of today by the store's own claim, which only one can win, in
// this room and in all others.

import os from 'node:os';
import process from 'node:process';
import { readInstallation } from '../../../host/journal/files.ts';
import { explainRefusal } from '../../../host/journal/index.ts';
import {
  claimCartridge, type ClaimRefusal, openSqlite, openStore, type Room, storeFile, storeSentence,
} from '../../../host/store/index.ts';
import { claimSentence } from '../../../host/store/index.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import type { CareRefusal } from '../../contract/care-refusal.ts';
import type { Held } from '../held.ts';

/** What is claimed. */
export interface Wanted {
  readonly serial: string;
  readonly gtin: string;
  readonly lot: string | undefined;
  readonly person: string;
  readonly visitId: string;
}

const journal = (says: string): Result<never, CareRefusal> =>
  refuse({ topic: 'journal', code: 'chart', facts: { says } });

const CODES: ReadonlySet<ClaimRefusal['code']> = new Set([
  'held-already', 'cartridge-blocked', 'used-already', 'seen-while-alone',
]);

/** Claims it, or says why not. */
export async function claim(
  held: Held,
  wanted: Wanted,
): Promise<Result<'confirmed' | 'provisional', CareRefusal>> {
  const { dataDir, care: { world } } = held;
  const chart = held.care.begin();
  if (!chart.ok) return chart;
  const installation = readInstallation(world.door, dataDir);
  if (!installation.ok) return journal(explainRefusal(installation.error));
  const local = await openSqlite(storeFile(dataDir));
  if (!local.ok) return journal(storeSentence(local.error));
  const shared = await sharedOf(dataDir);
  const room: Room = {
    dataDir, site: installation.value.installationId, name: os.hostname(), world,
    chart: chart.value, local: local.value, shared,
  };
  try {
    const claimed = await claimCartridge(room, { ...wanted, by: held.choices.operator });
    if (claimed.ok) return ok(claimed.value.standing);
    const { code } = claimed.error;
    if (!CODES.has(code)) return journal(claimSentence(claimed.error));
    return refuse({ topic: 'claim', code, facts: { serial: wanted.serial } });
  } finally {
    await local.value.close();
    if (typeof shared !== 'string') await shared.close();
  }
}

async function sharedOf(dataDir: string): Promise<Room['shared']> {
  const url = process.env['CORIUM_DATABASE_URL'] ?? '';
  if (url === '') return 'none';
  const opened = await openStore(dataDir, url);
  return opened.ok ? opened.value : 'out-of-reach';
}
