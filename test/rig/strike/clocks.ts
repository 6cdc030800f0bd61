/**
 * A wall clock that steps by hours or days, either way, in the middle of a treatment. It moves no
 * needle and gives no budget back: it stands in the record, and there it is told as it was.
 */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { nextBetween } from '../../../sim/random.ts';
import { readBooks } from '../accounts.ts';
import type { Fault } from '../fault.ts';
import { signal } from '../processes.ts';
import type { Scene } from '../scene.ts';

const HOUR_MS = 3_600_000;
const GOES_ON_MS = 900;
const ASKED_MS = 600;
const STEPS_H = [-24 * 400, -49, -25, -5, -1, 1, 3, 25, 24 * 9, 24 * 29] as const;

/** The wall clock steps; a person stops a moment later. */
export const CLOCK_STEPPED: Fault = {
  name: 'clock-stepped',
  what: 'the wall clock steps by hours or days, either way',
  times: 10,
  cable: 'direct',
  when: 'motion',
  trouble: (folder, random) => ({
    kind: 'clock',
    toldIn: path.join(folder, `told-${nextBetween(random, 0, 1e9)}`),
    byMs: (STEPS_H[nextBetween(random, 0, STEPS_H.length - 1)] ?? 1) * HOUR_MS,
  }),
  strike: async (scene) => {
    const told = toldFiles(scene);
    signal(scene.host().hostPid(), 'SIGUSR2');
    scene.provider.goOn();
    await pause(GOES_ON_MS);
    scene.provider.handsOff();
    const atNs = process.hrtime.bigint();
    scene.host().write('stop');
    await pause(ASKED_MS);
    return { atNs, took: toldFiles(scene) > told && clockJumped(scene), wrong: [] };
  },
};

const toldFiles = (scene: Scene): number =>
  fs.readdirSync(scene.folder.dataDir).filter((name) => name.startsWith('told-')).length;

/** Whether two neighbouring lines are half an hour apart by the clock on the wall. */
function clockJumped(scene: Scene): boolean {
  const books = readBooks(scene.folder.dataDir);
  if (typeof books === 'string') return false;
  return books.entries.some(({ at }, index) => {
    const before = books.entries[index - 1];
    const wallMs = before === undefined ? 0 : Date.parse(at) - Date.parse(before.at);
    return Math.abs(wallMs) > HOUR_MS / 2;
  });
}
