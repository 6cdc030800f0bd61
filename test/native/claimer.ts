/**
 * One room of several, as a process of its own: makes its installation, waits for the word, claims
 * one cartridge so often at once, each time for another person, and says how many of these won.
 */
import { once } from 'node:events';
import { openChart } from '../../host/chart/index.ts';
import { claimCartridge } from '../../host/store/claim.ts';
import { openPostgres, openSqlite } from '../../host/store/open-store.ts';
import { granted } from '../support/journal.ts';
import { freshClinic } from '../support/store.ts';

const [url = '', name = '', claims = '1'] = process.argv.slice(2);
const { dir: dataDir, site, world, remove } = freshClinic();
const room = {
  dataDir, site, world, name,
  chart: granted(openChart(dataDir, world)),
  local: granted(await openSqlite(':memory:')),
  shared: granted(await openPostgres(url)),
};
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const outcomes = await Promise.all(Array.from({ length: Number(claims) }, (_, index) =>
  claimCartridge(room, {
    serial: 'K-1', person: `p-${name}-${String(index)}`, visitId: `v-${name}-${String(index)}`,
    by: 'm-sato',
  })));
const lines = granted(room.chart.entries()).filter(({ kind }) => kind === 'cartridge-claimed');
const won = outcomes.filter(({ ok }) => ok).length;
const codes = [...new Set(outcomes.flatMap((one) => (one.ok ? [] : [one.error.code])))];
process.stdout.write(`${JSON.stringify({ won, lines: lines.length, codes })}\n`);
await room.shared.close();
await room.local.close();
remove();
process.exit(0);
