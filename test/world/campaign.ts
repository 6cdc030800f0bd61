/**
 * Short treatments that chance makes up: which pen, which areas, whose hand, how bad a wire, and
 * what goes wrong when. A seed and nothing else decides; every checker looks on.
 */
import type { Fault } from '../../sim/faults/fault.ts';
import { faultsWithoutEffect } from '../../sim/faults/fault-log.ts';
import { HASTY_HAND, HEAVY_HAND, STEADY_HAND } from '../../sim/operator/index.ts';
import { MODEL_NAMES } from '../../sim/models/index.ts';
import { createRandom, nextBetween, nextChance, type Random } from '../../sim/random.ts';
import { type LineOptions, PERFECT_LINE } from '../../sim/wire.ts';
import { type CheckerName, judge } from './checkers/all.ts';
import { type Change, demoPlan, partsOf, persistent } from './parts.ts';
import { createWorld, type World } from './world.ts';

const CAMPAIGN_STREAM = 21;

/** What became of one made-up treatment. */
export interface Run {
  readonly seed: number;
  /** What was made up, in a few words. */
  readonly about: string;
  readonly complaints: readonly string[];
  readonly strokes: number;
  readonly simulatedMs: number;
  readonly ended: string;
  /** Faults that came too late to make a difference. */
  readonly idle: number;
}

/** Something that is done to a world at a moment. */
interface Mishap {
  readonly name: string;
  readonly act: (world: World) => void;
  /** What undoes it, and after how long. */
  readonly undo?: { readonly afterMs: number; readonly act: (world: World) => void };
}

const MISHAPS: readonly Mishap[] = [
  { name: 'stop', act: (world) => world.tell({ kind: 'stop', by: 'provider' }) },
  {
    name: 'unplug',
    act: (world) => world.unplug(),
    undo: { afterMs: 900, act: (world) => world.plugIn() },
  },
  {
    name: 'flicker',
    act: (world) => world.unplug(),
    undo: { afterMs: 90, act: (world) => world.plugIn() },
  },
  {
    name: 'kill',
    act: (world) => world.killHost(),
    undo: { afterMs: 1_200, act: (world) => world.startHost() },
  },
  {
    name: 'power cut',
    act: (world) => {
      world.killHost();
      world.parts.disk.door.cutPower();
    },
    undo: { afterMs: 1_200, act: (world) => world.startHost() },
  },
  { name: 'pause', act: (world) => world.pauseHost(350) },
  { name: 'reset', act: (world) => world.pen().reset('power') },
  { name: 'brown-out', act: (world) => world.pen().reset('brown-out') },
];

/** How bad wires are: as good as new, slow, lossy, noisy. */
const LINES: readonly (readonly [string, LineOptions | undefined])[] = [
  ['good wire', undefined],
  ['slow wire', { ...PERFECT_LINE, latencyMs: 8, jitterMs: 12, bytesPerMs: 11 }],
  ['lossy wire', { ...PERFECT_LINE, latencyMs: 2, lossPpm: 20_000, duplicatePpm: 20_000 }],
  [
    'bad wire',
    {
      latencyMs: 3,
      jitterMs: 6,
      bytesPerMs: 0,
      lossPpm: 8_000,
      duplicatePpm: 10_000,
      flipPpm: 8_000,
      truncatePpm: 4_000,
      reorderPpm: 8_000,
      babblePpm: 8_000,
    },
  ],
];

const HANDS = [STEADY_HAND, HASTY_HAND, HEAVY_HAND] as const;

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[nextBetween(random, 0, items.length - 1)] as Item;

/** Faults of the pen that checkers judge without any excuse. */
function faultOf(random: Random): readonly Fault[] {
  const at = { kind: 'ms', ms: nextBetween(random, 1_500, 6_000) } as const;
  const kinds: readonly (readonly Fault[])[] = [
    [],
    [],
    [{ kind: 'clock-drift', ppm: nextBetween(random, -20_000, 20_000), at, lasting: 'for-good' }],
    [{ kind: 'slow-store', ms: nextBetween(random, 5, 60), at, lasting: { ms: 3_000 } }],
    [{ kind: 'motor-stall', at, lasting: { ms: 400 } }],
    [{ kind: 'overspeed', permille: 1_300, at, lasting: { ms: 500 } }],
    [{ kind: 'cartridge-gone', at }],
    [{ kind: 'pen-hang', ms: 6, at }],
    [{ kind: 'frozen-tilt', readsDeg: 50, at, lasting: { ms: 600 } }],
    [{ kind: 'frozen-depth-sensor', at, lasting: 'for-good' }],
    [{ kind: 'battery-drop', percent: 8, at }],
  ];
  return pick(random, kinds);
}

function planOf(random: Random, fixedRate: boolean, eyes: boolean): unknown {
  const plan = demoPlan();
  const candidates = plan.areas.filter(({ area }) => eyes || area !== 'infraorbital');
  const from = nextBetween(random, 0, candidates.length - 1);
  const chosen = candidates.slice(from, from + 2);
  const areas = chosen.map((area) => ({
    ...area,
    sizeMm2: area['area'] === 'infraorbital' ? 200 : nextBetween(random, 120, 400),
    ...(fixedRate ? { rateCentiHz: 11_670 } : {}),
  }));
  return { ...plan, areas };
}

/** Makes up one treatment and runs it. */
export function runSeed(seed: number): Run {
  const random = createRandom(seed, CAMPAIGN_STREAM);
  const model = MODEL_NAMES[seed % MODEL_NAMES.length] ?? 'meridian-p';
  const [wireName, line] = pick(random, LINES);
  const faults = faultOf(random);
  const mishap = nextChance(random, 650_000) ? pick(random, MISHAPS) : undefined;
  const atMs = nextBetween(random, 700, 6_000);
  const eyes = model === 'meridian-p' || model === 'linnet-p';
  const change: Change = {
    seed,
    model,
    faults,
    plan: planOf(random, model === 'atlas-fixed', eyes),
    style: pick(random, HANDS),
    provider: persistent,
    ...(line === undefined ? {} : { line }),
  };
  const complaintsOf: { close: () => readonly string[] }[] = [];
  const world = createWorld({
    ...partsOf(change),
    judge: (judged) => complaintsOf.push(judge(judged, { excused: excusedFor(faults) })),
  });
  play(world, mishap, atMs);
  const { faultLog } = world.parts;
  return {
    seed,
    about: [
      model,
      wireName,
      ...faults.map(({ kind }) => kind),
      mishap?.name ?? 'no mishap',
    ].join(', '),
    complaints: complaintsOf.flatMap(({ close }) => close()),
    strokes: world.strokes.length,
    simulatedMs: world.nowMs(),
    ended: world.snapshot()?.phase ?? 'not begun',
    idle: faultLog === undefined ? 0 : faultsWithoutEffect(faultLog).length,
  };
}

/** What a fault takes away by its nature, with bounds of its own in stories. */
function excusedFor(faults: readonly Fault[]): readonly CheckerName[] {
  return faults.some(({ kind }) => kind === 'pen-hang') ? ['permission', 'ceiling'] : [];
}

const LONGEST_MS = 30_000;
/** Longer than any stop takes, so that what was moving at the end is judged as well. */
const AFTERWARDS_MS = 500;

function play(world: World, mishap: Mishap | undefined, atMs: number): void {
  const over = (): boolean => {
    const phase = world.snapshot()?.phase;
    return phase === 'finished' || phase === 'failed';
  };
  if (mishap !== undefined) {
    world.runUntil(over, atMs);
    mishap.act(world);
    if (mishap.undo !== undefined) {
      world.runFor(mishap.undo.afterMs);
      mishap.undo.act(world);
    }
  }
  world.runUntil(over, LONGEST_MS);
  world.runFor(AFTERWARDS_MS);
}
