/** A disk that fails at any single call: a value says so, nothing is lost, nothing is invented. */
import { expect, test } from 'vitest';
import type { Mischief } from '../../support/memory-door.ts';
import type { Entry } from '../../../host/journal/entry.ts';
import { explainFault, explainRefusal } from '../../../host/journal/explain.ts';
import { initInstallation } from '../../../host/journal/install.ts';
import { openJournal } from '../../../host/journal/open.ts';
import { readJournal } from '../../../host/journal/read.ts';
import {
  createMemoryWorld,
  DIR,
  granted,
  type MemoryWorld,
  openIn,
  ORDINARY,
  SEGMENT,
} from '../../support/journal.ts';

const FAULTS: readonly (readonly [string, Mischief])[] = [
  ['ENOSPC', { code: 'ENOSPC' }],
  ['EROFS', { code: 'EROFS' }],
  ['EIO', { code: 'EIO' }],
  ['a short write', { takes: 7 }],
  ['a write of nothing', { takes: 0 }],
];

/** What a host does with a journal: opens it, writes a treatment, closes it. */
function useJournal(world: MemoryWorld): {
  readonly synced: readonly Entry[];
  readonly said: string;
} {
  const synced: Entry[] = [];
  const opened = openJournal(DIR, world, { segmentBytes: SEGMENT });
  if (!opened.ok) return { synced, said: explainRefusal(opened.error) };
  for (const note of ORDINARY) {
    const appended = opened.value.appendAndSyncNow(note);
    if (!appended.ok) {
      opened.value.close();
      return { synced, said: explainFault(appended.error) };
    }
    synced.push(appended.value);
  }
  const done = opened.value.close();
  return { synced, said: done.ok ? '' : done.error.code };
}

function freshDisk(): MemoryWorld {
  const world = createMemoryWorld();
  granted(initInstallation(DIR, world));
  return world;
}

test.each(FAULTS)('S-35 with %s at any call, all lines called synced survive', (_, mischief) => {
  const measured = freshDisk();
  const before = measured.door.calls.length;
  useJournal(measured);
  const calls = measured.door.calls.length - before;
  expect(calls).toBeGreaterThan(30);
  for (let at = 0; at < calls; at += 1) {
    const world = freshDisk();
    const from = world.door.calls.length;
    world.door.mischief = (index) => (index === from + at ? mischief : undefined);
    const { synced, said } = useJournal(world);
    const met = world.door.calls[from + at] ?? 'none';
    if ('takes' in mischief && mischief.takes > 0) expect(said, `${at} ${met}`).toBe('');
    world.door.mischief = () => undefined;
    world.door.cutPower();
    world.door.remove(`${DIR}/journal.lock`);
    const entries: Entry[] = [];
    const onEntry = (entry: Entry): void => {
      entries.push(entry);
    };
    const again = openJournal(DIR, world, { segmentBytes: SEGMENT, onEntry });
    expect(again.ok, `${at} ${met}: ${said}`).toBe(true);
    expect(entries.filter((entry) => synced.some(({ n }) => n === entry.n))).toEqual(synced);
  }
});

test.each(FAULTS.slice(0, 3))('S-35 with %s from some call on, the host is told', (code) => {
  const calls = 60;
  for (let at = 0; at < calls; at += 1) {
    const world = freshDisk();
    const from = world.door.calls.length;
    world.door.mischief = (index) => (index >= from + at ? { code } : undefined);
    const { said } = useJournal(world);
    if (world.door.calls.length > from + at) expect(said, `call ${at}`).toContain(code);
  }
});

test('a full disk is found when space is set aside, before a treatment begins', () => {
  const world = freshDisk();
  const wide = 10_000;
  let taken = 0;
  world.door.mischief = (_, call) => {
    taken += call === 'write' ? 1 : 0;
    return taken > 2 ? { code: 'ENOSPC' } : undefined;
  };
  const opened = openJournal(DIR, world, { segmentBytes: wide * 100 });
  expect(opened.ok ? '' : explainRefusal(opened.error)).toContain('the disk is full (ENOSPC)');
});

test('a read-only folder is refused for writing and can still be read', () => {
  const world = createMemoryWorld();
  const journal = openIn(world);
  granted(journal.appendAndSyncNow({ kind: 'stop', reason: 'operator', by: 'o-1' }));
  granted(journal.close());
  const writes = new Set(['create', 'open', 'write', 'link', 'remove', 'rename', 'truncate']);
  world.door.mischief = (_, call) => (writes.has(call) ? { code: 'EROFS' } : undefined);
  const opened = openJournal(DIR, world);
  expect(opened.ok ? '' : explainRefusal(opened.error)).toContain('read-only (EROFS)');
  expect(granted(readJournal(DIR, world, () => undefined)).head).toEqual(journal.head());
});

test('an installation that could not be made whole is not taken for one', () => {
  const measured = createMemoryWorld();
  granted(initInstallation(DIR, measured));
  for (let at = 0; at < measured.door.calls.length; at += 1) {
    const world = createMemoryWorld();
    world.door.mischief = (index) => (index >= at ? { code: 'ENOSPC' } : undefined);
    expect(initInstallation(DIR, world).ok, `call ${at}`).toBe(false);
    world.door.mischief = () => undefined;
    const opened = openJournal(DIR, world);
    // From the rename on the journal is whole, and only its name may not be on disk yet.
    if (!opened.ok) expect(opened.error.code).toBe('missing');
    else expect(measured.door.calls.slice(at)).toEqual(['sync-folder']);
  }
});

test('a disk that takes nothing and names no error is not asked for ever', () => {
  const world = freshDisk();
  world.door.mischief = (_, call) => (call === 'write' ? { takes: 0 } : undefined);
  expect(useJournal(world).said).toContain('the disk took no more bytes (ESHORT)');
});

test('lines of a killed host are on disk before the next one calls them so', () => {
  const world = createMemoryWorld();
  const journal = openIn(world);
  const last = granted(journal.append({ kind: 'stop', reason: 'operator', by: 'o-1' }));
  world.door.remove(`${DIR}/journal.lock`);
  // The third sync, after those of the lock and of the space, is that of the first new line.
  let syncs = 0;
  world.door.mischief = (_, call) => {
    syncs += call === 'sync' ? 1 : 0;
    return syncs >= 3 ? { code: 'EIO' } : undefined;
  };
  expect(openJournal(DIR, world, { segmentBytes: SEGMENT }).ok).toBe(false);
  world.door.mischief = () => undefined;
  world.door.cutPower();
  expect(granted(readJournal(DIR, world, () => undefined)).head.n).toBe(last.n);
});
