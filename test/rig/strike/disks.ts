/**
 * Disks that end in the middle of a treatment: a limit on the size of files that the system itself
 * enforces, and a disk that refuses writes or syncs from some call on.
 */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { EXIT } from '../../../host/cli/exit-code.ts';
import { nextBetween } from '../../../sim/random.ts';
import type { Fault, Struck } from '../fault.ts';
import { signal } from '../processes.ts';
import type { Scene } from '../scene.ts';

/** How soon a hand presses, with a latch cleared and an area armed before. */
const HOLD_MS_MAX = 4_000;
const FAILED_MS_MAX = 6_000;
/** A hold on the body lasts for ten seconds, and nothing is written before it ends. */
const HELD_MS_MAX = 12_000;
/** Less than the shortest line, so that the next one never fits. */
const PARTIAL_BYTES_MAX = 300;
/** How often a person stops and goes on, which is when lines are written and synced. */
const STOP_MS = 900;

/** Where the lines of the newest journal file end; behind it lies space that was set aside. */
function usedBytes(dataDir: string): number {
  const folder = path.join(dataDir, 'journal');
  const newest = fs.readdirSync(folder).filter((name) => name.endsWith('.jsonl')).toSorted().at(-1);
  return fs.readFileSync(path.join(folder, newest ?? '')).lastIndexOf(0x0a) + 1;
}

/** RLIMIT_FSIZE a little behind the last line: the next write is cut short, and then refused. */
export const DISK_LIMIT: Fault = {
  name: 'disk-limit',
  what: 'RLIMIT_FSIZE cuts the next line of the journal short',
  times: 16,
  cable: 'direct',
  when: 'motion',
  strike: async (scene, random) => {
    const failed = scene.untilHeard('failed', HOLD_MS_MAX + HELD_MS_MAX);
    const bytes = usedBytes(scene.folder.dataDir) + nextBetween(random, 0, PARTIAL_BYTES_MAX);
    const pid = scene.host().hostPid() ?? 0;
    await promisify(execFile)('prlimit', ['--pid', String(pid), `--fsize=${bytes}`]);
    // Nothing is written before the hold ends, and from then on nothing may move.
    const fromNs = process.hrtime.bigint();
    scene.provider.goOn();
    await scene.pen.until(({ phase }) => phase === 'running', HOLD_MS_MAX);
    await scene.pen.until(({ phase }) => phase !== 'running', HELD_MS_MAX);
    const atNs = scene.pen.truth.atNs.at(-1) ?? fromNs;
    const took = await failed;
    scene.provider.handsOff();
    return { atNs, took, wrong: await leftFailed(scene) };
  },
};

async function leftFailed(scene: Scene): Promise<readonly string[]> {
  const end = await scene.leave();
  if (end === undefined) return ['a host that can write nothing did not leave'];
  return end.code === EXIT.journal ? [] : [`it ended with ${end.code ?? 'nothing'}`];
}

/** A disk that refuses in a host whose disk can be told to. */
function refusing(code: 'ENOSPC' | 'EROFS', times: number): Fault {
  return {
    name: `disk-${code.toLowerCase()}`,
    what: `${code} injected at a write or a sync of the journal`,
    times,
    cable: 'direct',
    when: 'motion',
    trouble: (folder, random) => ({
      kind: 'disk',
      toldIn: path.join(folder, `told-${nextBetween(random, 0, 1e9)}`),
      calls: nextBetween(random, 0, 1) === 0 ? ['sync'] : ['write'],
      code,
      skip: nextBetween(random, 0, 2),
    }),
    strike: (scene) => untilRefused(scene),
  };
}

async function untilRefused(scene: Scene): Promise<Struck> {
  const failed = scene.untilHeard('failed', 2 * FAILED_MS_MAX);
  const before = toldFiles(scene);
  signal(scene.host().hostPid(), 'SIGUSR2');
  // Some calls still succeed, so a person stops and goes on until one does not.
  scene.provider.goOn();
  const stopping = setInterval(() => scene.host().write('stop'), STOP_MS);
  const took = await failed;
  clearInterval(stopping);
  scene.provider.handsOff();
  const told = toldFiles(scene).find((name) => !before.includes(name));
  if (told === undefined) return { atNs: process.hrtime.bigint(), took: false, wrong: [] };
  const atNs = BigInt(fs.readFileSync(path.join(scene.folder.dataDir, told), 'utf8'));
  return { atNs, took, wrong: [] };
}

const toldFiles = (scene: Scene): readonly string[] =>
  fs.readdirSync(scene.folder.dataDir).filter((name) => name.startsWith('told-'));

/** A disk that is full. */
export const DISK_FULL = refusing('ENOSPC', 10);
/** A file system that became read-only. */
export const DISK_READ_ONLY = refusing('EROFS', 8);
