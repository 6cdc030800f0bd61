/** Opening: what a crash leaves is put right and said; what it cannot leave is refused in words. */
import { expect, test } from 'vitest';
import { foldBudgets } from '../../../host/journal/budgets.ts';
import type { Entry } from '../../../host/journal/entry.ts';
import { explainRefusal } from '../../../host/journal/explain.ts';
import { initInstallation } from '../../../host/journal/install.ts';
import { openJournal } from '../../../host/journal/open.ts';
import { readJournal } from '../../../host/journal/read.ts';
import {
  createMemoryWorld,
  DIR,
  FIRST_FILE,
  granted,
  type MemoryWorld,
  openIn,
  ORDINARY,
  SEGMENT,
} from '../../support/journal.ts';

const CHEEK = 'p-1/cheek/left';

/** The files of a disk on which the ordinary treatment was written and the power then failed. */
const { files, written } = (() => {
  const world = createMemoryWorld();
  const entries: Entry[] = [];
  const journal = openIn(world, (entry) => entries.push(entry));
  for (const note of ORDINARY) granted(journal.appendAndSyncNow(note));
  world.door.remove(`${DIR}/journal.lock`);
  return { files: world.door.files, written: entries };
})();

/** A fresh copy of that disk. */
function ordinaryDisk(): { readonly world: MemoryWorld; readonly entries: readonly Entry[] } {
  const world = createMemoryWorld();
  world.door.makeFolder(`${DIR}/journal`);
  for (const [name, stored] of files) world.door.files.set(name, { ...stored });
  return { world, entries: written };
}

/** The same disk with other bytes in the first journal file. */
function diskWith(bytes: Uint8Array): MemoryWorld {
  const { world } = ordinaryDisk();
  world.door.files.set(FIRST_FILE, { bytes, synced: bytes });
  return world;
}

const bytesOf = (world: MemoryWorld): Uint8Array =>
  world.door.files.get(FIRST_FILE)?.bytes.slice() ?? new Uint8Array();

function openAgain(world: MemoryWorld) {
  const entries: Entry[] = [];
  const onEntry = (entry: Entry): void => {
    entries.push(entry);
  };
  return { opened: openJournal(DIR, world, { segmentBytes: SEGMENT, onEntry }), entries };
}

const spentOn = (entries: readonly Entry[]): number =>
  foldBudgets(entries, '2031-01-01').spent.get(CHEEK)?.strokes ?? 0;

test('a journal that was closed well opens with all its lines and one that says by whom', () => {
  const { world, entries } = ordinaryDisk();
  const again = openAgain(world);
  expect(again.opened.ok).toBe(true);
  expect(again.entries.slice(0, -1)).toEqual(entries);
  expect(again.entries.at(-1)?.kind).toBe('journal-opened');
});

test('S-24 cut at any byte, a journal counts no less than what its whole lines say', () => {
  const { world, entries } = ordinaryDisk();
  const whole = new TextEncoder().encode(world.door.text(FIRST_FILE));
  const ends = [...whole.entries()].flatMap(([at, byte]) => (byte === 0x0a ? [at + 1] : []));
  for (let cut = 0; cut <= whole.length; cut += 1) {
    // A line whose end alone is missing is whole, so it counts as well.
    const there = ends.filter((end) => end - 1 <= cut).length;
    const again = openAgain(diskWith(whole.slice(0, cut)));
    if (there === 0) {
      expect(again.opened, `cut ${cut}`).toMatchObject({ ok: false, error: { code: 'empty' } });
      continue;
    }
    expect(again.opened.ok, `cut ${cut}`).toBe(true);
    expect(spentOn(again.entries)).toBe(spentOn(entries.slice(0, there)));
    expect(again.entries.slice(0, there)).toEqual(entries.slice(0, there));
    const torn = cut - (ends.findLast((end) => end <= cut) ?? 0);
    const said = again.entries.find(({ kind }) => kind === 'recovered');
    expect(said !== undefined, `cut ${cut}`).toBe(torn > 0);
  }
});

test('the budgets of every prefix are never below what the whole says was delivered', () => {
  const { entries } = ordinaryDisk();
  const delivered = new Map<number, number>();
  for (const entry of entries) {
    if (entry.kind === 'reservation') delivered.set(entry.n, entry.armingId === 1 ? 390 : 310);
  }
  for (const [index] of entries.entries()) {
    const prefix = entries.slice(0, index);
    const made = prefix.reduce((total, { n }) => total + (delivered.get(n) ?? 0), 0);
    expect(spentOn(prefix)).toBeGreaterThanOrEqual(made);
  }
});

test('S-23 with any bit flipped, a journal is refused by line or says what it put right', () => {
  const { world, entries } = ordinaryDisk();
  const whole = new TextEncoder().encode(world.door.text(FIRST_FILE));
  let refused = 0;
  for (let at = 0; at < whole.length; at += 1) {
    const flipped = whole.slice();
    flipped[at] = (whole[at] ?? 0) ^ (1 << (at % 8));
    const again = openAgain(diskWith(flipped));
    if (again.opened.ok) {
      // Only the very last line end can be mended: its line is whole, and still counts.
      expect(at).toBe(whole.length - 1);
      expect(spentOn(again.entries)).toBe(spentOn(entries));
      expect(again.entries.at(-2)).toMatchObject({ kind: 'recovered', bytes: 1 });
      continue;
    }
    refused += 1;
    expect(explainRefusal(again.opened.error)).toMatch(/000001\.jsonl, line \d+, (was|does not)/);
  }
  expect(refused).toBe(whole.length - 1);
});

test('a torn tail is cut, kept beside, and said with its number of bytes', () => {
  const { world } = ordinaryDisk();
  const text = world.door.text(FIRST_FILE);
  const torn = diskWith(new TextEncoder().encode(text.slice(0, -100)));
  const again = openAgain(torn);
  const lines = text.trimEnd().split('\n');
  const last = lines.at(-1) ?? '';
  const kept = `000001.jsonl.${lines.length}.1.torn`;
  expect(again.entries.at(-2)).toMatchObject({
    kind: 'recovered',
    file: '000001.jsonl',
    line: lines.length,
    bytes: last.length + 1 - 100,
    kept,
  });
  expect(torn.door.text(`${DIR}/journal/${kept}`)).toBe(last.slice(0, 1 - 100));
  expect(granted(readJournal(DIR, torn, () => undefined)).newest.tail.kind).toBe('clean');
});

test('a second tail torn at the same line is kept beside the first', () => {
  const { world } = ordinaryDisk();
  const text = world.door.text(FIRST_FILE);
  const torn = diskWith(new TextEncoder().encode(text.slice(0, -100)));
  const line = text.trimEnd().split('\n').length;
  // The host recovered, and the power failed again before it could say so.
  const bytes = new TextEncoder().encode('{"half');
  torn.door.files.set(`${DIR}/journal/000001.jsonl.${line}.1.torn`, { bytes, synced: bytes });
  const again = openAgain(torn);
  const said = again.entries.flatMap((entry) => (entry.kind === 'recovered' ? [entry.kept] : []));
  expect(said).toEqual([`000001.jsonl.${line}.1.torn`, `000001.jsonl.${line}.2.torn`]);
});

test('a piece of disk that was never written is a torn tail, even with a line behind it', () => {
  const { world, entries } = ordinaryDisk();
  const bytes = bytesOf(world);
  const written = world.door.text(FIRST_FILE).length;
  bytes.copyWithin(written + 512, written - 200, written);
  const again = openAgain(diskWith(bytes));
  expect(again.opened.ok).toBe(true);
  expect(spentOn(again.entries)).toBe(spentOn(entries));
  expect(again.entries.at(-2)).toMatchObject({ kind: 'recovered', bytes: 712 });
});

test('an altered line is refused with its number, wherever it is', () => {
  const { world } = ordinaryDisk();
  const altered = world.door.text(FIRST_FILE).replace('"strokes":390', '"strokes":190');
  const again = openAgain(diskWith(new TextEncoder().encode(altered)));
  expect(again.opened.ok ? '' : explainRefusal(again.opened.error)).toBe(
    `${FIRST_FILE}, line 9, was altered: its hash does not fit what it says. ` +
      'The pen stays blocked; restore the journal from a backup.',
  );
});

test('a line from a newer Corium is refused and left alone', () => {
  const { world } = ordinaryDisk();
  const newer = `${world.door.text(FIRST_FILE)}{"kind":"laser","v":2}\n`;
  const disk = diskWith(new TextEncoder().encode(newer));
  const again = openAgain(disk);
  expect(again.opened.ok ? '' : explainRefusal(again.opened.error)).toContain(
    'line 15, was written by a newer Corium (format 2). Update this host.',
  );
  expect(disk.door.text(FIRST_FILE)).toBe(newer);
});

test('S-24 a missing journal is refused and never made by opening', () => {
  const world = createMemoryWorld();
  const again = openAgain(world);
  expect(again.opened).toEqual({ ok: false, error: { code: 'missing', path: DIR } });
  expect(world.door.files.size).toBe(0);
});

test('an installation whose journal files are gone is refused by the name of the file', () => {
  const { world } = ordinaryDisk();
  world.door.remove(FIRST_FILE);
  expect(openAgain(world).opened).toEqual({
    ok: false,
    error: { code: 'file-missing', path: FIRST_FILE },
  });
});

test('a damaged or newer installation file is refused', () => {
  for (const [content, code] of [
    ['{"version":1', 'installation-damaged'],
    ['{"version":2,"more":true}', 'installation-newer'],
  ] as const) {
    const { world } = ordinaryDisk();
    const bytes = new TextEncoder().encode(content);
    world.door.files.set(`${DIR}/installation.json`, { bytes, synced: bytes });
    expect(openAgain(world).opened).toMatchObject({ ok: false, error: { code } });
  }
});

test('S-24 an installation is never made over another one', () => {
  const { world } = ordinaryDisk();
  expect(initInstallation(DIR, world)).toEqual({
    ok: false,
    error: { code: 'already-there', path: DIR },
  });
});

test('a torn tail longer than the space set aside leaves nothing behind the new lines', () => {
  const { world } = ordinaryDisk();
  const whole = world.door.text(FIRST_FILE);
  const torn = diskWith(new TextEncoder().encode(`${whole}{"half":"${'x'.repeat(5_000)}`));
  granted(openJournal(DIR, torn, { segmentBytes: 4_096 }));
  const read = granted(readJournal(DIR, torn, () => undefined));
  expect(read.newest.tail).toEqual({ kind: 'clean' });
});
