/**
 * A journal in memory and the notes of an ordinary treatment, for tests that need lines to fold.
 * The numbers are small and plain on purpose; what they mean is told where they are used.
 */
import type { Entry, NoteGiven } from '../../host/journal/entry.ts';
import { initInstallation } from '../../host/journal/install.ts';
import { openJournal } from '../../host/journal/open.ts';
import { sha256, type JournalWorld } from '../../host/journal/world.ts';
import type { Journal } from '../../host/journal/writer.ts';
import type { Result } from '../../protocol/result.ts';
import { createMemoryDoor, type MemoryDoor } from './memory-door.ts';

/** The folder of every test journal in memory. */
export const DIR = 'installation';
/** Its first file. */
export const FIRST_FILE = `${DIR}/journal/000001.jsonl`;

/** A machine in memory: every call to a clock is a millisecond later. */
export interface MemoryWorld extends JournalWorld {
  readonly door: MemoryDoor;
  /** The day of the wall clock, which a test may set. */
  day: string;
}

/** Makes a machine with an empty disk. */
export function createMemoryWorld(): MemoryWorld {
  let elapsedMs = 0;
  let ids = 0;
  const world: MemoryWorld = {
    day: '2031-03-01',
    door: createMemoryDoor(),
    sha256,
    processes: {
      self: () => ({ pid: 71, machine: 'here', started: '1', boot: 'b' }),
      gone: () => false,
    },
    nowIso: () => {
      elapsedMs += 1;
      return `${world.day}T${new Date(elapsedMs).toISOString().slice(11)}`;
    },
    nowMs: () => elapsedMs,
    freshId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    host: '0.1.0',
  };
  return world;
}

/** Takes a value that must be there for the test to make sense. */
export function granted<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`unexpected refusal: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Space set aside in test journals: small, so that a test does not write megabytes. */
export const SEGMENT = 16_384;

/** Opens the journal of a world, and makes it first if the disk is empty. */
export function tryOpenIn(
  world: MemoryWorld,
  onEntry?: (entry: Entry) => void,
): ReturnType<typeof openJournal> {
  if (world.door.files.size === 0) granted(initInstallation(DIR, world));
  const options = { segmentBytes: SEGMENT, ...(onEntry === undefined ? {} : { onEntry }) };
  return openJournal(DIR, world, options);
}

/** The same for a journal that can be opened. */
export const openIn = (world: MemoryWorld, onEntry?: (entry: Entry) => void): Journal =>
  granted(tryOpenIn(world, onEntry));

const HASH = 'ab'.repeat(32);

/** The plan of the ordinary treatment: one cheek, two passes. */
export const opened = {
  kind: 'treatment-opened',
  treatmentId: 't-1',
  person: 'p-1',
  operator: 'o-1',
  planHash: 'cd'.repeat(8),
  plan: {
    planId: 'plan-1',
    areas: [
      {
        area: 'cheek',
        side: 'left',
        sizeMm2: 4_000,
        depthUm: 700,
        rateCentiHz: 10_000,
        passes: 2,
        strokesPerPass: 1_000,
        strokesTotal: 2_000,
        contactMs: 60_000,
      },
    ],
  },
  profileId: 'base-1',
  profileHash: HASH,
} as const satisfies NoteGiven;

/** The pen introduces itself. */
export const linked = {
  kind: 'pen-linked',
  serial: 'P1',
  model: 'meridian-p',
  firmware: '1.0.0',
  bootId: 9,
  strokes: 0,
  counted: 0,
  reserved: 0,
  closed: true,
  calibration: {
    certificateId: 'C1',
    class: 'P',
    issuedDay: 4_000,
    dueDay: 4_365,
    biasLowUm: -3,
    uncertaintyLowUm: 20,
    biasHighUm: 5,
    uncertaintyHighUm: 30,
  },
} as const satisfies NoteGiven;

/** A reservation of 400 strokes in the first pass. */
export const reservation = {
  kind: 'reservation',
  treatmentId: 't-1',
  armingId: 1,
  penSerial: 'P1',
  bootId: 9,
  cartridgeSerial: 'K1',
  certificateId: 'C1',
  person: 'p-1',
  area: 'cheek',
  side: 'left',
  pass: 1,
  fromStrokes: 0,
  fromCounted: 0,
  ceilingStrokes: 400,
  contactMsMax: 6_000,
  depthUm: 700,
  rateCentiHz: 10_000,
  needleCount: 12,
  sizeMm2: 4_000,
  headAreaMm2: 60,
  stamp: false,
} as const satisfies NoteGiven;

/** The pen is armed under the newest reservation. */
export const armed = (armingId: number): NoteGiven => ({
  kind: 'armed',
  armingId,
  retracted: true,
});

/** A hold of the trigger. */
export const train = (armingId: number, fromStrokes: number, toStrokes: number): NoteGiven => ({
  kind: 'train',
  armingId,
  holdId: 1,
  fromStrokes,
  toStrokes,
  contactMs: (toStrokes - fromStrokes) * 10,
  depthUmPeak: 655,
});

/** A reservation that ended with the pen still and heard. */
export const settled = (armingId: number, strokes: number): NoteGiven => ({
  kind: 'settled',
  armingId,
  strokes,
  counted: strokes,
  contactMs: strokes * 10,
  outcome: 'known',
  retracted: true,
});

/** A reservation whose end nobody saw. */
export const lost = (armingId: number, strokes: number): NoteGiven => ({
  kind: 'settled',
  armingId,
  strokes,
  counted: strokes,
  contactMs: strokes * 10,
  outcome: 'unknown',
  retracted: false,
});

/** The treatment ends. */
export const closed = {
  kind: 'treatment-closed',
  treatmentId: 't-1',
  outcome: 'completed',
  by: 'o-1',
} as const satisfies NoteGiven;

/** The whole ordinary treatment: two reservations, 700 strokes. */
export const ORDINARY: readonly NoteGiven[] = [
  linked,
  opened,
  reservation,
  armed(1),
  train(1, 0, 250),
  train(1, 250, 390),
  settled(1, 390),
  { ...reservation, armingId: 2, pass: 2, fromStrokes: 390, fromCounted: 390, ceilingStrokes: 800 },
  armed(2),
  train(2, 390, 700),
  settled(2, 310),
  closed,
];

/** Writes notes into a fresh journal, each synced, and gives all its entries back. */
export function entriesOf(notes: readonly NoteGiven[]): readonly Entry[] {
  const entries: Entry[] = [];
  const journal = openIn(createMemoryWorld(), (entry) => entries.push(entry));
  for (const note of notes) granted(journal.appendAndSyncNow(note));
  return entries;
}
