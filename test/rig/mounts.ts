/**
 * Real file systems that are full or read-only: a small tmpfs under the installation, where this
 * account may mount one. Beside the injected ones these are few; they show that what is injected is
 * what a system really says.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EXIT } from '../../host/cli/exit-code.ts';
import type { Finding } from './fault.ts';
import { judge } from './judge.ts';
import { type Scene, setScene } from './scene.ts';

/** A file system that is mounted for a while. */
interface Mounted {
  readonly folder: string;
  readonly readOnly: () => void;
  readonly away: () => void;
}

/** Mounts a tmpfs of so many bytes; undefined where that is not permitted. */
function mountSmall(sizeBytes: number): Mounted | undefined {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'corium-mount-'));
  const run = (program: string, ...words: readonly string[]): void =>
    void execFileSync(program, words, { stdio: 'ignore' });
  try {
    run('mount', '-t', 'tmpfs', '-o', `size=${sizeBytes}`, 'tmpfs', folder);
  } catch {
    fs.rmdirSync(folder);
    return undefined; // no permission, or no such program: printed as not run
  }
  return {
    folder,
    readOnly: () => run('mount', '-o', 'remount,ro', folder),
    away: () => {
      run('umount', '-l', folder);
      fs.rmdirSync(folder);
    },
  };
}

const ENDED_MS_MAX = 10_000;
const GOES_ON_MS = 800;
const ASKED_MS = 500;

/** The host says in a sentence what is wrong with the disk, and ends with the code for that. */
async function turnedAway(scene: Scene, words: RegExp): Promise<readonly string[]> {
  const run = scene.startHost();
  const end = await Promise.race([run.ended, pause(ENDED_MS_MAX).then(() => undefined)]);
  const said = end?.sentences.join(' ') ?? 'nothing';
  return [
    ...(end?.code === EXIT.journal ? [] : [`it ended with ${end?.code ?? 'nothing'}`]),
    ...(words.test(said) ? [] : [`it said "${said}"`]),
    ...run.unfit(),
  ];
}

/** Fills a file system to its last byte, and says whether it then said so. */
function fill(folder: string): boolean {
  const fd = fs.openSync(path.join(folder, 'filler'), 'w');
  try {
    for (;;) fs.writeSync(fd, new Uint8Array(64 << 10));
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
  } finally {
    fs.closeSync(fd);
  }
}

/** Space was set aside when the journal was opened, so the treatment goes on and is stopped. */
async function filledInMotion(scene: Scene, folder: string): Promise<{
  readonly atNs: bigint;
  readonly took: boolean;
  readonly wrong: readonly string[];
}> {
  scene.startHost();
  await scene.untilRunning();
  const took = fill(folder);
  await pause(GOES_ON_MS);
  scene.provider.handsOff();
  const atNs = process.hrtime.bigint();
  scene.host().write('stop');
  await pause(ASKED_MS);
  const failed = scene.host().heard.some(({ kind }) => kind === 'failed');
  const end = await scene.leave();
  return {
    atNs,
    took,
    wrong: [
      ...(failed ? ['a disk that was full elsewhere ended the treatment'] : []),
      ...(end?.code === EXIT.leftOpen ? [] : [`it ended with ${end?.code ?? 'nothing'}`]),
      ...scene.unfit(),
    ],
  };
}

/** The faults of real file systems. */
export const MOUNTS = [
  { name: 'mount-full', what: 'a real tmpfs that is full when the journal is opened' },
  { name: 'mount-filled', what: 'a real tmpfs that fills up while needles run' },
  { name: 'mount-read-only', what: 'a real file system that is mounted read-only' },
] as const;

const SMALL_BYTES = 3 << 20;
const ROOMY_BYTES = 9 << 20;

/** Runs one of them; undefined where nothing may be mounted. */
export async function runMount(
  name: (typeof MOUNTS)[number]['name'],
  time: number,
  seed: number,
): Promise<Finding | undefined> {
  const mounted = mountSmall(name === 'mount-full' ? SMALL_BYTES : ROOMY_BYTES);
  if (mounted === undefined) return undefined;
  try {
    const clinic = path.join(mounted.folder, 'clinic');
    const scene = await setScene({ cable: 'direct' }, seed, clinic);
    try {
      const fault = { name, what: name, times: 1, cable: 'direct', when: 'motion' } as const;
      const struck = await strikeMounted(name, scene, mounted);
      return await judge({ ...fault, strike: () => Promise.resolve(struck) }, time, scene,
        scene.pen.truth.phase, struck);
    } finally {
      await scene.close();
    }
  } finally {
    mounted.away();
  }
}

async function strikeMounted(
  name: (typeof MOUNTS)[number]['name'],
  scene: Scene,
  mounted: Mounted,
) {
  if (name === 'mount-filled') return filledInMotion(scene, mounted.folder);
  if (name === 'mount-read-only') mounted.readOnly();
  const words = name === 'mount-full' ? /the disk is full/ : /read-only/;
  const atNs = process.hrtime.bigint();
  const wrong = await turnedAway(scene, words);
  return { atNs, took: wrong.length === 0, wrong };
}
