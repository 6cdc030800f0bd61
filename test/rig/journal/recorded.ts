/**
 * One whole treatment's journal, recorded from a simulated world: two areas, a person's stop, a
 * link that is lost with its alarm, a host that dies and one that resumes. Beside every line stands
 * what the needles had done and what the pen's ledger read when the line after it was written.
 */
import { type Entry, initInstallation, type PenLedger } from '../../../host/journal/index.ts';
import { PAGE } from '../../../protocol/from-pen.ts';
import { pageOf } from '../../../sim/firmware/pages.ts';
import type { Pen } from '../../../sim/pen.ts';
import { DIR, FIRST_FILE, granted } from '../../support/journal.ts';
import { freshDisk, onlyPlan, partsOf, persistent } from '../../world/parts.ts';
import { createWorld, type World } from '../../world/world.ts';

/** What was so at a moment, whatever any journal says. */
export interface Moment {
  readonly made: number;
  readonly ledger: PenLedger;
}

/** A recorded journal. */
export interface Recorded {
  /** The lines, without the space that was set aside behind them. */
  readonly bytes: Uint8Array;
  readonly entries: readonly Entry[];
  /** Where each line begins; one more for the end. */
  readonly starts: readonly number[];
  readonly installation: Uint8Array;
  /** By the number of a line: what was so when the next one was written. */
  readonly moments: ReadonlyMap<number, Moment>;
  /** What was so in the end. */
  readonly last: Moment;
}

const FOREHEAD = {
  area: 'forehead', side: 'midline', sizeMm2: 400, depthUm: 500, rateCentiHz: 8_000, passes: 2,
};

/** A plan of two small areas; a third would only make the journal longer. */
export const TWO_AREAS = {
  ...(onlyPlan() as object),
  areas: [FOREHEAD, { ...FOREHEAD, area: 'cheek', side: 'left', depthUm: 750, passes: 1 }],
};

function ledgerOf(pen: Pen): PenLedger {
  const page = pageOf(pen.firmware(), PAGE.ledger, 0);
  if (page?.kind !== 'ledger') throw new Error('a pen has a page for its ledger');
  const { strokes, counted, bootId, closed, lastArmingId } = page;
  return { serial: pen.serial, strokes, counted, bootId, closed: closed === 1, lastArmingId };
}

const momentOf = (world: World): Moment => ({
  made: world.strokes.length,
  ledger: ledgerOf(world.pen()),
});

const LINE_END = 0x0a;

/** Plays the treatment. */
function play(world: World): void {
  const strokes = (many: number): boolean =>
    world.runUntil(() => world.strokes.length >= many, 60_000);
  strokes(40);
  world.tell({ kind: 'stop', by: 'o-1' });
  world.runFor(4_000);
  strokes(90);
  world.unplug();
  world.runFor(600);
  world.plugIn();
  strokes(140);
  world.killHost();
  world.runFor(2_000);
  world.startHost();
  strokes(190);
  world.runUntil(() => world.snapshot()?.phase === 'finished', 120_000);
  world.killHost();
}

/** Records it. */
export function recordTreatment(): Recorded {
  const disk = freshDisk();
  granted(initInstallation(DIR, disk));
  const moments = new Map<number, Moment>();
  let seen = 0;
  const look = (world: World): void => {
    const newest = world.entries.at(-1)?.n ?? 0;
    for (let n = seen; n < newest; n += 1) moments.set(n, momentOf(world));
    seen = Math.max(seen, newest);
  };
  const parts = partsOf({ plan: TWO_AREAS, provider: persistent, disk, seed: 3 });
  const world = createWorld({ ...parts, judge: (one) => one.watch(() => look(one)) });
  play(world);
  const last = momentOf(world);
  const text = disk.door.text(FIRST_FILE);
  const bytes = new TextEncoder().encode(text);
  const ends = [...bytes.entries()].flatMap(([at, byte]) => (byte === LINE_END ? [at + 1] : []));
  const entries = text.trimEnd().split('\n').map((line) => JSON.parse(line) as Entry);
  // From the last line on the end is the moment.
  moments.set(entries.at(-1)?.n ?? 0, last);
  const installation = disk.door.files.get(`${DIR}/installation.json`)?.bytes ?? new Uint8Array();
  return { bytes, entries, starts: [0, ...ends], installation, moments, last };
}
