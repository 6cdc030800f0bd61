/** Appending: group commit in order, no second try after a failure, rotation with one chain. */
import { expect, test } from 'vitest';
import { explainFault } from '../../../host/journal/explain.ts';
import { readJournal } from '../../../host/journal/read.ts';
import {
  createMemoryWorld,
  DIR,
  FIRST_FILE,
  granted,
  linked,
  openIn,
  opened,
  ORDINARY,
  SEGMENT,
} from '../../support/journal.ts';

const stop = { kind: 'stop', reason: 'operator', by: 'o-1' } as const;

test('S-24 a line is on disk only when a sync that began after its write is over', () => {
  const world = createMemoryWorld();
  const journal = openIn(world);
  world.door.holdSyncs = true;
  const there: number[] = [];
  const first = journal.head().n + 1;
  for (const _ of [1, 2, 3]) {
    journal.appendAndThen(stop, (outcome) => there.push(granted(outcome).n));
  }
  expect(there).toEqual([]);
  world.door.finishSync();
  // The others were written while the first sync was under way: it does not cover them.
  expect(there).toEqual([first]);
  expect(journal.syncedN()).toBe(first);
  world.door.finishSync();
  expect(there).toEqual([first, first + 1, first + 2]);
  expect(world.door.finishSync()).toBe(false);
});

test('many lines that wait together share one sync', async () => {
  const world = createMemoryWorld();
  const journal = openIn(world);
  world.door.holdSyncs = true;
  const before = world.door.calls.length;
  const all = Array.from({ length: 50 }, () => journal.appendAndSync(stop));
  while (world.door.finishSync());
  const outcomes = await Promise.all(all);
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  expect(world.door.calls.slice(before).filter((call) => call === 'sync')).toHaveLength(2);
});

test('a line synced at once also frees those that were waiting for a slower sync', () => {
  const world = createMemoryWorld();
  const journal = openIn(world);
  world.door.holdSyncs = true;
  const there: number[] = [];
  journal.appendAndThen(stop, (outcome) => there.push(granted(outcome).n));
  journal.appendAndThen(stop, (outcome) => there.push(granted(outcome).n));
  const entry = granted(journal.appendAndSyncNow(stop));
  expect(there).toEqual([entry.n - 2, entry.n - 1]);
  world.door.finishSync();
  expect(journal.syncedN()).toBe(entry.n);
});

test('every line says how far the disk had come when it was written', () => {
  const journal = openIn(createMemoryWorld());
  const before = journal.syncedN();
  const first = granted(journal.append(stop));
  const second = granted(journal.appendAndSyncNow(stop));
  const third = granted(journal.append(stop));
  expect([first.synced, second.synced, third.synced]).toEqual([before, before, second.n]);
});

test('S-35 after a failed sync all who wait are told, and nothing more is taken', async () => {
  const world = createMemoryWorld();
  const journal = openIn(world);
  world.door.holdSyncs = true;
  world.door.mischief = (_, call) => (call === 'sync' ? { code: 'EIO' } : undefined);
  const waiting = [journal.appendAndSync(stop), journal.appendAndSync(stop)];
  world.door.finishSync();
  const outcomes = await Promise.all(waiting);
  expect(outcomes.map((outcome) => outcome.ok)).toEqual([false, false]);
  const calls = world.door.calls.length;
  world.door.mischief = () => undefined;
  for (const late of [journal.append(stop), journal.appendAndSyncNow(stop)]) {
    expect(late).toMatchObject({ ok: false, error: { code: 'failed', fault: { code: 'EIO' } } });
  }
  expect(world.door.calls.length).toBe(calls);
  const fault = journal.fault();
  expect(fault === undefined ? '' : explainFault(fault)).toBe(
    `The journal takes nothing more: ${FIRST_FILE} could not be synced to disk: ` +
      'the disk reported an error (EIO).',
  );
});

test('a closed journal takes nothing, and what it was given is on disk', () => {
  const world = createMemoryWorld();
  const journal = openIn(world);
  const last = granted(journal.append(stop));
  expect(journal.close().ok).toBe(true);
  expect(journal.append(stop)).toEqual({ ok: false, error: { code: 'closed' } });
  // Space that was set aside and not used is given back.
  expect(world.door.files.get(FIRST_FILE)?.bytes.at(-1)).toBe(0x0a);
  world.door.cutPower();
  expect(granted(readJournal(DIR, world, () => undefined)).head.n).toBe(last.n);
});

test('a treatment that would begin in a half full file begins the next, on the same chain', () => {
  const world = createMemoryWorld();
  const journal = openIn(world);
  granted(journal.append(linked));
  while (world.door.text(FIRST_FILE).length <= SEGMENT / 2) granted(journal.append(stop));
  granted(journal.append(stop));
  expect(world.door.files.has(`${DIR}/journal/000002.jsonl`)).toBe(false);
  for (const note of ORDINARY) granted(journal.append(note));
  expect(world.door.text(`${DIR}/journal/000002.jsonl`)).toContain('"treatment-opened"');
  expect(world.door.text(FIRST_FILE).trimEnd().split('\n').at(-1)).toContain('journal-rotated');
  const read = granted(readJournal(DIR, world, () => undefined));
  expect(read.head).toEqual(journal.head());
  expect(read.fileNumber).toBe(2);
});

test('a sync that is under way when the file turns still frees its lines, and only once', () => {
  const world = createMemoryWorld();
  const journal = openIn(world);
  while (world.door.text(FIRST_FILE).length <= SEGMENT / 2) granted(journal.append(stop));
  world.door.holdSyncs = true;
  const there: number[] = [];
  journal.appendAndThen(stop, (outcome) => there.push(granted(outcome).n));
  const turned = granted(journal.append(opened));
  expect(there).toEqual([turned.n - 2]);
  world.door.finishSync();
  expect(there).toEqual([turned.n - 2]);
  expect(journal.fault()).toBeUndefined();
});

test('a note that could not be read back is a mistake of ours and stops us', () => {
  const journal = openIn(createMemoryWorld());
  expect(() => journal.append({ ...stop, reason: 'Not A Word' })).toThrow('read back');
});
