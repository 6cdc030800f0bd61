/** The chart journal: written by many, read on from where one stands, and never made by chance. */
import { expect, test } from 'vitest';
import { initChart, openChart } from '../../../host/chart/index.ts';
import type { NoteGiven } from '../../../host/journal/index.ts';
import { refuse } from '../../../protocol/result.ts';
import { createMemoryWorld, granted } from '../../support/journal.ts';

const DATA = 'installation';
const FILE = `${DATA}/chart/journal/000001.jsonl`;
const locked = {
  kind: 'area-locked', person: 'p-1', area: 'cheek', side: 'left', because: 'redness', by: 'm-sato',
} as const satisfies NoteGiven;

test('a line that was taken is read by another console that was open before', async () => {
  const world = createMemoryWorld();
  granted(initChart(DATA, world));
  const [one, other] = [granted(openChart(DATA, world)), granted(openChart(DATA, world))];
  granted(await one.append(locked));
  granted(await other.append({ ...locked, side: 'right' }));
  granted(await one.append({ ...locked, area: 'chin', side: 'midline' }));
  const read = granted(other.entries()).map((entry) => [entry.n, entry.kind]);
  expect(read).toEqual([
    [1, 'journal-opened'], [2, 'area-locked'], [3, 'area-locked'], [4, 'area-locked'],
  ]);
  expect(granted(one.entries())).toEqual(granted(other.entries()));
});

test('whoever decides by the lines before sees those that came since', async () => {
  const world = createMemoryWorld();
  granted(initChart(DATA, world));
  const [one, other] = [granted(openChart(DATA, world)), granted(openChart(DATA, world))];
  granted(await one.append(locked));
  const outcome = await other.change((entries) =>
    entries.some(({ kind }) => kind === 'area-locked')
      ? refuse({ code: 'locked-already' } as const)
      : { ok: true, value: [locked] });
  expect(outcome).toEqual({ ok: false, error: { code: 'locked-already' } });
});

test('S-70 a line that was taken outlives a power cut at once', async () => {
  const world = createMemoryWorld();
  granted(initChart(DATA, world));
  granted(await granted(openChart(DATA, world)).append(locked, { ...locked, side: 'right' }));
  world.door.cutPower();
  expect(granted(granted(openChart(DATA, world)).entries())).toHaveLength(3);
});

test('a chart that is missing is refused, and one that was cut is not gone on with', async () => {
  const world = createMemoryWorld();
  expect(openChart(DATA, world)).toMatchObject({
    ok: false, error: { code: 'chart-refused', refusal: { code: 'missing' } },
  });
  granted(initChart(DATA, world));
  const chart = granted(openChart(DATA, world));
  const before = world.door.text(FILE);
  granted(await chart.append(locked));
  granted(chart.entries());
  const file = granted(world.door.open(FILE));
  granted(file.truncate(0));
  granted(file.write(new TextEncoder().encode(before), 0));
  expect(await chart.append(locked)).toMatchObject({
    ok: false, error: { code: 'chart-refused', refusal: { code: 'not-continued', path: FILE } },
  });
});

test('many lines turn to further files, and everything is read on across them', async () => {
  const world = createMemoryWorld();
  granted(initChart(DATA, world));
  const [one, other] = [granted(openChart(DATA, world)), granted(openChart(DATA, world))];
  const why = 'x'.repeat(900);
  const unlocked = {
    kind: 'area-unlocked', person: 'p-1', area: 'cheek', side: 'left', why, signedBy: 'dr',
    by: 'm-sato',
  } as const satisfies NoteGiven;
  for (let line = 0; line < 300; line += 1) granted(await one.append(unlocked));
  expect(granted(other.entries()).filter(({ kind }) => kind === 'area-unlocked')).toHaveLength(300);
  expect(world.door.text(`${DATA}/chart/journal/000002.jsonl`)).not.toBe('');
  granted(await other.append(locked));
  expect(granted(one.entries()).at(-1)?.kind).toBe('area-locked');
});

test('a lock that nobody gives back is waited for, then told', async () => {
  const world = createMemoryWorld();
  granted(initChart(DATA, world));
  const chart = granted(openChart(DATA, world, 3));
  const holder = { pid: 9, machine: 'here', started: '1', boot: 'b', since: 's', ticket: 't' };
  const lock = granted(world.door.create(`${DATA}/chart/journal.lock`));
  granted(lock.write(new TextEncoder().encode(JSON.stringify(holder)), 0));
  expect(await chart.append(locked)).toMatchObject({
    ok: false, error: { refusal: { code: 'held', pid: 9 } },
  });
});
