/**
 * Every write, every sync and every rename of a whole treatment, refused in turn, once or from then
 * on, in a simulated world with all its judges. After each the disk is well again, another host
 * comes up, and the treatment is gone on with: no stroke may be missing then.
 */
import type { FileCall } from '../../../host/journal/door.ts';
import { explainRefusal, initInstallation, openJournal } from '../../../host/journal/index.ts';
import { stopBoundStrokes } from '../../../protocol/stop-bound.ts';
import { LEASE_MS_MAX } from '../../../protocol/timing.ts';
import { strokes } from '../../../protocol/units.ts';
import { DIR, granted, type MemoryWorld, SEGMENT } from '../../support/journal.ts';
import { type Court, judge } from '../../world/checkers/all.ts';
import { freshDisk, partsOf, persistent } from '../../world/parts.ts';
import { createWorld, type World } from '../../world/world.ts';
import { sumsOf } from '../accounts.ts';
import { unfitWords } from '../heard.ts';
import { TWO_AREAS } from '../journal/recorded.ts';
import type { Sweep, Swept } from '../sweep.ts';

const REFUSED: ReadonlySet<FileCall> = new Set(['write', 'sync', 'rename']);
const WHOLE_MS = 120_000;
/** How long after a refusal everything that was permitted has come to its end. */
const SETTLE_MS = 500;
const WATCHED_MS = 8_000;
const SEED = 5;

/** A treatment on a disk, with its judges. */
interface Scene {
  readonly world: World;
  readonly court: Court;
}

function startOn(disk: MemoryWorld): Scene {
  const courts: Court[] = [];
  const parts = partsOf({ plan: TWO_AREAS, provider: persistent, disk, seed: SEED });
  const world = createWorld({ ...parts, judge: (seat) => courts.push(judge(seat)) });
  const [court] = courts;
  if (court === undefined) throw new Error('a world seats its judges before anything happens');
  return { world, court };
}

const isOver = ({ world }: Scene): boolean => world.snapshot()?.phase === 'finished';

function furnishedDisk(): MemoryWorld {
  const disk = freshDisk();
  granted(initInstallation(DIR, disk));
  return disk;
}

/** The calls of a whole undisturbed treatment that can be refused, counted from its first. */
function positions(): readonly number[] {
  const disk = furnishedDisk();
  const from = disk.door.calls.length;
  const scene = startOn(disk);
  scene.world.runUntil(() => isOver(scene), WHOLE_MS);
  return disk.door.calls
    .slice(from)
    .flatMap((call, index) => (REFUSED.has(call) ? [index] : []));
}

/** What one refusal came to. */
interface Outcome {
  readonly took: boolean;
  readonly strokes: number;
  readonly bound: number;
  readonly stopMs: number;
  readonly unaccounted: number;
  readonly wrong: readonly string[];
}

const NOTHING: Outcome = {
  took: false, strokes: 0, bound: 0, stopMs: 0, unaccounted: 0, wrong: [],
};

/** When a disk refused for the first time. */
interface Met {
  worldMs: number | undefined;
  nowMs: () => number;
}

function troubledDisk(at: number, code: string, forGood: boolean): {
  readonly disk: MemoryWorld;
  readonly met: Met;
} {
  const disk = furnishedDisk();
  const from = disk.door.calls.length;
  const met: Met = { worldMs: undefined, nowMs: () => 0 };
  disk.door.mischief = (index, call) => {
    const due = forGood ? index >= from + at && REFUSED.has(call) : index === from + at;
    if (!due) return undefined;
    met.worldMs ??= met.nowMs();
    return { code };
  };
  return { disk, met };
}

/** Refuses one call of one treatment, and looks at everything that follows. */
function refuseAt(at: number, code: string, forGood: boolean): Outcome {
  const atOpening = refusedAtOpening(at, code, forGood);
  if (atOpening !== undefined) return atOpening;
  const { disk, met } = troubledDisk(at, code, forGood);
  const scene = startOn(disk);
  const { world, court } = scene;
  met.nowMs = world.nowMs;
  world.runUntil(() => met.worldMs !== undefined || isOver(scene), WHOLE_MS);
  const made = world.strokes.length;
  const bound = boundOf(world, court);
  world.runFor(SETTLE_MS);
  const after = world.strokes.length - made;
  const lastMs = after === 0 ? 0 : (world.strokes.at(-1)?.tMs ?? 0) - (met.worldMs ?? 0);
  world.runFor(WATCHED_MS);
  const later = world.strokes.length - made - after;
  const phase = world.snapshot()?.phase ?? 'not begun';
  const { retracted, motorOn } = world.pen().truth();
  const rest = goOn(scene, disk);
  return {
    took: met.worldMs !== undefined,
    strokes: after,
    bound,
    stopMs: lastMs,
    unaccounted: rest.unaccounted,
    wrong: [
      ...(after > bound ? [`${after} strokes came after it, and ${bound} may`] : []),
      ...(later > 0 ? [`${later} strokes were resumed`] : []),
      ...(phase === 'failed' || phase === 'not begun' ? [] : [`the host went on: ${phase}`]),
      ...(retracted && !motorOn ? [] : ['the needles were left out']),
      ...world.said.flatMap((said) =>
        said.kind === 'not-admitted' ? said.sentences.flatMap(unfitWords) : []),
      ...rest.wrong,
    ],
  };
}

/** A disk that refuses while the journal is opened: a sentence, and well again it opens. */
function refusedAtOpening(at: number, code: string, forGood: boolean): Outcome | undefined {
  const { disk, met } = troubledDisk(at, code, forGood);
  const opened = openJournal(DIR, disk, { segmentBytes: SEGMENT });
  if (met.worldMs === undefined) return undefined;
  const said = opened.ok ? '' : explainRefusal(opened.error);
  disk.door.mischief = () => undefined;
  const again = openJournal(DIR, disk, { segmentBytes: SEGMENT });
  return {
    ...NOTHING,
    took: true,
    wrong: [
      ...(opened.ok ? ['a journal was opened on a disk that refused'] : unfitWords(said)),
      ...(again.ok ? [] : [`it did not open when the disk was well: ${again.error.code}`]),
    ],
  };
}

function boundOf(world: World, { testimony }: Court): number {
  const arming = testimony.armingAt(world.pen().plant.tMs);
  if (arming === undefined) return 0;
  const credit = strokes(arming.row?.creditMax ?? 0);
  const { rateCentiHz } = arming.arm;
  return stopBoundStrokes({ credit, rateCentiHz, leaseMs: LEASE_MS_MAX });
}

/** The disk is well again, another host comes up, and the treatment is gone on with to its end. */
function goOn(
  scene: Scene,
  disk: MemoryWorld,
): { readonly unaccounted: number; readonly wrong: readonly string[] } {
  const { world, court } = scene;
  world.killHost();
  disk.door.mischief = () => undefined;
  world.runFor(1_500);
  world.startHost();
  const ended = world.runUntil(() => isOver(scene), 2 * WHOLE_MS);
  const told = [...sumsOf(world.entries).values()].reduce((sum, area) => sum + area, 0);
  const missing = Math.max(0, world.strokes.length - told);
  return {
    unaccounted: missing,
    wrong: [
      ...(ended ? [] : [`the next host did not finish: ${world.snapshot()?.phase ?? 'not begun'}`]),
      ...(missing > 0 ? [`${missing} strokes are in no book`] : []),
      ...court.close(),
    ],
  };
}

/** A sweep over all calls with one code, each refused once or for good. */
export function refusals(code: string, forGood: boolean): Sweep {
  return {
    name: `${code.toLowerCase()}-${forGood ? 'for-good' : 'once'}`,
    what: `${code} at every write, sync and rename in turn, ${forGood ? 'for good' : 'once'}`,
    run: (stride, progress) => {
      const all = positions().filter((_, index) => index % stride === 0);
      const outcomes: Outcome[] = [];
      const wrong: string[] = [];
      for (const at of all) {
        const outcome = refuseAt(at, code, forGood);
        outcomes.push(outcome);
        wrong.push(...outcome.wrong.map((what) => `call ${at}: ${what}`));
        progress(outcomes.length, all.length);
      }
      return sumUp(outcomes, wrong);
    },
  };
}

function sumUp(outcomes: readonly Outcome[], wrong: readonly string[]): Swept {
  const armed = outcomes.filter(({ bound }) => bound > 0);
  const nearest = armed.toSorted((a, b) => b.strokes / b.bound - a.strokes / a.bound).at(0);
  return {
    times: outcomes.length,
    took: outcomes.filter(({ took }) => took).length,
    strokes: nearest?.strokes ?? 0,
    bound: nearest?.bound ?? 0,
    stopMs: Math.max(0, ...outcomes.map(({ stopMs }) => stopMs)),
    unaccounted: outcomes.reduce((sum, { unaccounted }) => sum + unaccounted, 0),
    wrong,
    notes: [],
  };
}
