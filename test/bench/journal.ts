/**
 * What a durable line of the journal costs, beside the bare calls: write and fdatasync of the same
 * bytes, growing the file and in space set aside before. All take turns in one run on one disk, so
 * that its moods fall on all of them alike.
 */
import { fdatasync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { initInstallation, nodeWorld, openJournal } from '../../host/journal/index.ts';
import { granted, reservation } from '../support/journal.ts';

const ROUNDS = 1_500;
const WARM_UP = 100;

/** One way to make a line durable. */
interface Way {
  readonly name: string;
  readonly once: () => Promise<void> | void;
  readonly tookUs: number[];
}

const way = (name: string, once: Way['once']): Way => ({ name, once, tookUs: [] });

const folder = mkdtempSync(path.join(process.argv[2] ?? os.tmpdir(), 'corium-bench-'));
const world = nodeWorld('bench');
const segmentBytes = 16 << 20;
granted(initInstallation(path.join(folder, 'ours'), world));
const journal = granted(openJournal(path.join(folder, 'ours'), world, { segmentBytes }));

const first = granted(journal.appendAndSyncNow(reservation));
const line = Buffer.from(`${JSON.stringify(first)}\n`);

/** A file for bare writes, with space set aside or without. */
function bare(name: string, asideBytes: number): () => number {
  const handle = openSync(path.join(folder, name), 'w');
  if (asideBytes > 0) writeSync(handle, Buffer.alloc(asideBytes));
  fdatasyncSync(handle);
  let at = 0;
  return () => {
    writeSync(handle, line, 0, line.length, at);
    at += line.length;
    return handle;
  };
}

const grow = bare('grow', 0);
const growLater = bare('grow-later', 0);
const ASIDE_BYTES = (ROUNDS + WARM_UP) * line.length;
const aside = bare('aside', ASIDE_BYTES);
const asideLater = bare('aside-later', ASIDE_BYTES);

const later = (handle: number): Promise<void> =>
  new Promise((done) => {
    fdatasync(handle, () => {
      done();
    });
  });

const ways = [
  way('ours, appendAndSyncNow', () => void granted(journal.appendAndSyncNow(reservation))),
  way('bare write + fdatasyncSync, growing', () => fdatasyncSync(grow())),
  way('bare write + fdatasyncSync, set aside', () => fdatasyncSync(aside())),
  way('ours, appendAndSync', async () => void granted(await journal.appendAndSync(reservation))),
  way('bare write + fdatasync, growing', () => later(growLater())),
  way('bare write + fdatasync, set aside', () => later(asideLater())),
  way('ours, append without sync', () => void granted(journal.append(reservation))),
];

for (let round = -WARM_UP; round < ROUNDS; round += 1) {
  for (const { once, tookUs } of ways) {
    const from = process.hrtime.bigint();
    await once();
    if (round >= 0) tookUs.push(Number(process.hrtime.bigint() - from) / 1_000);
  }
}

const at = (tookUs: readonly number[], share: number): number =>
  tookUs.toSorted((left, right) => left - right)[Math.floor(tookUs.length * share)] ?? 0;

console.log(`a line of ${line.length} bytes, ${ROUNDS} rounds, ${os.cpus()[0]?.model ?? ''}`);
for (const { name, tookUs } of ways) {
  const [p50, p99] = [at(tookUs, 0.5), at(tookUs, 0.99)].map((us) => us.toFixed(1).padStart(8));
  console.log(`${name.padEnd(40)} p50 ${p50 ?? ''} us   p99 ${p99 ?? ''} us`);
}
const ratio = (ours: number, theirs: number, share: number): string =>
  (at(ways[ours]?.tookUs ?? [], share) / at(ways[theirs]?.tookUs ?? [], share)).toFixed(2);
console.log(`ours / bare growing, sync:    p50 ${ratio(0, 1, 0.5)} x, p99 ${ratio(0, 1, 0.99)} x`);
console.log(`ours / bare set aside, sync:  p50 ${ratio(0, 2, 0.5)} x, p99 ${ratio(0, 2, 0.99)} x`);
console.log(`ours / bare growing, async:   p50 ${ratio(3, 4, 0.5)} x, p99 ${ratio(3, 4, 0.99)} x`);
console.log(`ours / bare set aside, async: p50 ${ratio(3, 5, 0.5)} x, p99 ${ratio(3, 5, 0.99)} x`);

const burst = 2_000;
const from = process.hrtime.bigint();
await Promise.all(Array.from({ length: burst }, () => journal.appendAndSync(reservation)));
const tookMs = Number(process.hrtime.bigint() - from) / 1e6;
console.log(`${burst} lines that wait together: ${(burst / tookMs).toFixed(1)} lines per ms`);

journal.close();
rmSync(folder, { recursive: true });
