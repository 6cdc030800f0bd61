/**
 * Pieces of the disk that read as zeros. A crash leaves them where nothing had been synced, and
 * then they are cut off and said; a journal whose synced lines are gone is refused, since another
 * pen, whose ledger knows nothing of them, would be given their budget once more.
 */
import { expect, test } from 'vitest';
import type { Entry } from '../../../host/journal/entry.ts';
import { openJournal } from '../../../host/journal/open.ts';
import {
  armed,
  createMemoryWorld,
  DIR,
  FIRST_FILE,
  granted,
  linked,
  type MemoryWorld,
  openIn,
  opened,
  reservation,
  SEGMENT,
  train,
} from '../../support/journal.ts';

/** A disk with a reservation that was synced, or not, and a train behind it. */
function written(synced: boolean): MemoryWorld {
  const world = createMemoryWorld();
  const journal = openIn(world);
  for (const note of [opened, linked]) granted(journal.appendAndSyncNow(note));
  if (synced) granted(journal.appendAndSyncNow(reservation));
  else granted(journal.append(reservation));
  for (const note of [armed(1), train(1, 0, 90)]) granted(journal.append(note));
  world.door.remove(`${DIR}/journal.lock`);
  return world;
}

/** Makes the line of the reservation read as zeros. */
function lose(world: MemoryWorld): void {
  const bytes = world.door.files.get(FIRST_FILE)?.bytes.slice() ?? new Uint8Array();
  const text = new TextDecoder().decode(bytes);
  const at = text.indexOf('"kind":"reservation"');
  const from = text.lastIndexOf('\n', at) + 1;
  bytes.fill(0, from, text.indexOf('\n', at));
  world.door.files.set(FIRST_FILE, { bytes, synced: bytes });
}

function reopen(world: MemoryWorld) {
  const entries: Entry[] = [];
  const onEntry = (entry: Entry): void => {
    entries.push(entry);
  };
  return { outcome: openJournal(DIR, world, { segmentBytes: SEGMENT, onEntry }), entries };
}

test('S-22 a reservation that was on disk and reads as zeros now is never cut off as torn', () => {
  const world = written(true);
  lose(world);
  expect(reopen(world).outcome).toMatchObject({
    ok: false,
    error: { code: 'bad-line', fault: { code: 'altered' } },
  });
});

test('S-24 a reservation that never reached the disk is cut off with what lay behind', () => {
  const world = written(false);
  lose(world);
  const { outcome, entries } = reopen(world);
  expect(outcome.ok).toBe(true);
  expect(entries.some(({ kind }) => kind === 'reservation' || kind === 'train')).toBe(false);
  expect(entries.filter(({ kind }) => kind === 'recovered')).toHaveLength(1);
});
