/** A chart on a disk that fails: whoever is told that a line was taken finds it afterwards. */
import { expect, test } from 'vitest';
import { initChart, openChart } from '../../../host/chart/index.ts';
import type { NoteGiven } from '../../../host/journal/index.ts';
import { createMemoryWorld, granted } from '../../support/journal.ts';

const DATA = 'installation';
const LOCKED = {
  kind: 'area-locked', person: 'p-1', area: 'cheek', side: 'left', because: 'redness', by: 'm-sato',
} as const satisfies NoteGiven;

/** Writes a line with one call of the disk failing; afterwards the power goes. */
async function writtenWith(failing: number) {
  const world = createMemoryWorld();
  granted(initChart(DATA, world));
  const chart = granted(openChart(DATA, world, 3));
  granted(await chart.append(LOCKED));
  const from = world.door.calls.length;
  world.door.mischief = (index) => (index === from + failing ? { code: 'EIO' } : undefined);
  const told = await chart.append({ ...LOCKED, side: 'right' });
  world.door.mischief = () => undefined;
  const calls = world.door.calls.slice(from);
  world.door.cutPower();
  const lines = granted(granted(openChart(DATA, world)).entries());
  return { told: told.ok, calls, kept: lines.filter(({ kind }) => kind === 'area-locked').length };
}

test('S-70 a line that was told as taken is there, whichever call of the disk failed', async () => {
  const { calls, told, kept } = await writtenWith(Number.POSITIVE_INFINITY);
  expect([told, kept]).toEqual([true, 2]);
  for (const [failing, call] of calls.entries()) {
    const outcome = await writtenWith(failing);
    if (outcome.told) expect([failing, call, outcome.kept]).toEqual([failing, call, 2]);
    else expect(outcome.kept).toBeGreaterThanOrEqual(1);
  }
  expect(calls).toContain('sync');
});
