/** Files of one chain: a crash at any call of turning to the next file loses nothing. */
import { expect, test } from 'vitest';
import type { Entry } from '../../../host/journal/entry.ts';
import { openJournal } from '../../../host/journal/open.ts';
import { readJournal } from '../../../host/journal/read.ts';
import {
  createMemoryWorld,
  DIR,
  FIRST_FILE,
  granted,
  type MemoryWorld,
  openIn,
  opened,
  SEGMENT,
} from '../../support/journal.ts';

const stop = { kind: 'stop', reason: 'operator', by: 'o-1' } as const;
const SECOND_FILE = `${DIR}/journal/000002.jsonl`;

/** A journal whose first file is so full that the next treatment turns to another. */
function nearlyFull(): { world: MemoryWorld; journal: ReturnType<typeof openIn> } {
  const world = createMemoryWorld();
  const journal = openIn(world);
  while (world.door.text(FIRST_FILE).length <= SEGMENT / 2) granted(journal.appendAndSyncNow(stop));
  return { world, journal };
}

test('when the power fails at any call of turning, everything synced is there and goes on', () => {
  const { world: measured, journal: whole } = nearlyFull();
  const before = measured.door.calls.length;
  granted(whole.appendAndSyncNow(opened));
  const calls = measured.door.calls.length - before;
  expect(calls).toBeGreaterThan(5);
  for (let at = 0; at < calls; at += 1) {
    const { world, journal } = nearlyFull();
    const synced = journal.syncedN();
    const from = world.door.calls.length;
    world.door.mischief = (index) => (index >= from + at ? { code: 'EIO' } : undefined);
    expect(journal.appendAndSyncNow(opened).ok, `call ${at}`).toBe(false);
    world.door.mischief = () => undefined;
    world.door.cutPower();
    world.door.remove(`${DIR}/journal.lock`);
    const entries: Entry[] = [];
    const onEntry = (entry: Entry): void => {
      entries.push(entry);
    };
    const again = granted(openJournal(DIR, world, { segmentBytes: SEGMENT, onEntry }));
    expect(entries.length, `call ${at}`).toBeGreaterThanOrEqual(synced);
    granted(again.appendAndSyncNow(opened));
    expect(granted(readJournal(DIR, world, () => undefined)).head).toEqual(again.head());
  }
});

test('a file that the last line of another names, but is not there, is missed', () => {
  const { world, journal } = nearlyFull();
  granted(journal.appendAndSyncNow(opened));
  world.door.remove(SECOND_FILE);
  expect(readJournal(DIR, world, () => undefined)).toEqual({
    ok: false,
    error: { code: 'file-missing', path: SECOND_FILE },
  });
});

test('a file in the middle that lost its last lines is refused', () => {
  const { world, journal } = nearlyFull();
  granted(journal.appendAndSyncNow(opened));
  const lines = world.door.text(FIRST_FILE).split('\n').slice(0, -3);
  const bytes = new TextEncoder().encode(`${lines.join('\n')}\n`);
  world.door.files.set(FIRST_FILE, { bytes, synced: bytes });
  expect(readJournal(DIR, world, () => undefined)).toMatchObject({
    ok: false,
    error: { code: 'file-unfinished', path: FIRST_FILE },
  });
});

test('files taken away from the front are missed by name', () => {
  const { world, journal } = nearlyFull();
  granted(journal.appendAndSyncNow(opened));
  world.door.remove(FIRST_FILE);
  expect(readJournal(DIR, world, () => undefined)).toMatchObject({
    ok: false,
    error: { code: 'file-missing', path: FIRST_FILE },
  });
});
