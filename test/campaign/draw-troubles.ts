/**
 * Makes up what goes wrong, one to four things in a run, each at a moment at which needles are
 * likely to move. Every kind of fault of the simulator is here by its type, and every mishap of a
 * campaign: a kind that is added and not drawn does not compile.
 */
import type {
  Direction, EnergyFault, Fault, Moment, Span, WireMoment,
} from '../../sim/faults/fault.ts';
import {
  cartridgeFor, penModel, takeCartridge, type ModelName,
} from '../../sim/models/index.ts';
import { createRandom, nextBetween, nextU32, type Random } from '../../sim/random.ts';
import { type Attack, ATTACKS, isAttack } from './adversary.ts';
import { isLucky, pick, pickWeighted } from './chance.ts';
import type { Mishap, Trouble } from './scenario.ts';
import { CAMPAIGN_DAY } from './today.ts';

/** What troubles are drawn for. */
export interface TroubleGround {
  readonly random: Random;
  readonly seed: number;
  readonly model: ModelName;
  readonly pedal: boolean;
  /** About how many strokes there will be, and how long they take. */
  readonly strokes: number;
  readonly motionMs: number;
}

type Kind = Exclude<Trouble['kind'], EnergyFault['kind']>;
type DrawnKind = Exclude<Kind, Attack>;
type Make<Name extends Kind> = (ground: TroubleGround) => Extract<Trouble, { kind: Name }>;

const BEGUN_MS = 900;

const ms = ({ random, motionMs }: TroubleGround): number =>
  nextBetween(random, BEGUN_MS, BEGUN_MS + Math.max(500, motionMs));

const at = (ground: TroubleGround): Moment =>
  isLucky(ground.random, 75)
    ? { kind: 'stroke', stroke: nextBetween(ground.random, 1, Math.max(2, ground.strokes)) }
    : { kind: 'ms', ms: ms(ground) };

const onWire = (
  ground: TroubleGround,
): { readonly at: WireMoment; readonly direction: Direction } => ({
  at: { kind: 'ms', ms: ms(ground) },
  direction: pick(ground.random, ['to-pen', 'to-host'] as const),
});

const between = ({ random }: TroubleGround, min: number, max: number): number =>
  nextBetween(random, min, max);

const lasting = (ground: TroubleGround, min: number, max: number): Span =>
  isLucky(ground.random, 25) ? 'for-good' : { ms: between(ground, min, max) };

const noise = ({ random }: TroubleGround): readonly number[] =>
  Array.from({ length: nextBetween(random, 1, 60) }, () =>
    isLucky(random, 10) ? 0 : nextU32(random) & 0xff,
  );

const reads = ({ random }: TroubleGround): boolean => isLucky(random, 50);

function otherCartridge({ random, model, seed }: TroubleGround): ReturnType<typeof takeCartridge> {
  const pen = penModel(model, CAMPAIGN_DAY);
  const serial = `OTHER-${seed}`;
  const box = { lot: 'LOT-8', serial, expiryDay: CAMPAIGN_DAY + 90, usedStrokes: 0 };
  return takeCartridge(cartridgeFor(pen), box, pen, createRandom(nextU32(random), 9));
}

/** How every kind is made up. */
const MAKERS: { readonly [Name in DrawnKind]: Make<Name> } = {
  'motor-stall': (g) => ({ kind: 'motor-stall', at: at(g), lasting: lasting(g, 20, 900) }),
  overspeed: (g) => ({
    kind: 'overspeed', permille: between(g, 1_050, 2_200), at: at(g), lasting: lasting(g, 30, 900),
  }),
  'motor-runaway': (g) => ({
    kind: 'motor-runaway', rateCentiHz: between(g, 2_000, 15_000), at: at(g),
    lasting: lasting(g, 100, 3_000),
  }),
  'depth-creep': (g) => ({
    kind: 'depth-creep', umPerS: between(g, 20, 2_000), umMax: between(g, 50, 600), at: at(g),
    lasting: lasting(g, 300, 3_000),
  }),
  'depth-stop-jam': (g) => ({ kind: 'depth-stop-jam', at: at(g), lasting: lasting(g, 100, 2_000) }),
  'outside-certificate': (g) => ({
    kind: 'outside-certificate', offsetUm: between(g, 40, 400), at: at(g),
    lasting: lasting(g, 300, 3_000),
  }),
  'loose-cartridge': (g) => ({
    kind: 'loose-cartridge', nmPerStroke: between(g, 50, 20_000), umMax: between(g, 30, 400),
    at: at(g), lasting: lasting(g, 1_000, 5_000),
  }),
  'cartridge-gone': (g) => ({ kind: 'cartridge-gone', at: at(g) }),
  'cartridge-swap': (g) => ({ kind: 'cartridge-swap', cartridge: otherCartridge(g), at: at(g) }),
  'stuck-encoder': (g) => ({ kind: 'stuck-encoder', at: at(g), lasting: lasting(g, 30, 1_500) }),
  'lossy-encoder': (g) => ({
    kind: 'lossy-encoder', every: between(g, 2, 40), at: at(g), lasting: lasting(g, 200, 3_000),
  }),
  'frozen-depth-sensor': (g) => ({
    kind: 'frozen-depth-sensor', at: at(g), lasting: lasting(g, 500, 5_000),
  }),
  'stuck-trigger': (g) => ({
    kind: 'stuck-trigger', reads: reads(g), at: at(g), lasting: lasting(g, 200, 6_000),
  }),
  'false-contact': (g) => ({
    kind: 'false-contact', reads: reads(g), at: at(g), lasting: lasting(g, 200, 6_000),
  }),
  'stuck-retract-switch': (g) => ({
    kind: 'stuck-retract-switch', reads: reads(g), at: at(g), lasting: lasting(g, 200, 4_000),
  }),
  'frozen-force': (g) => ({
    kind: 'frozen-force', readsMn: between(g, 0, 4_000), at: at(g), lasting: lasting(g, 200, 3_000),
  }),
  'frozen-tilt': (g) => ({
    kind: 'frozen-tilt', readsDeg: between(g, 0, 60), at: at(g), lasting: lasting(g, 200, 3_000),
  }),
  'frozen-motion': (g) => ({
    kind: 'frozen-motion', readsMmS: between(g, 0, 60), at: at(g), lasting: lasting(g, 200, 3_000),
  }),
  'battery-drop': (g) => ({ kind: 'battery-drop', percent: between(g, 0, 18), at: at(g) }),
  overheat: (g) => ({ kind: 'overheat', temperatureDeciC: between(g, 430, 620), at: at(g) }),
  flip: (g) => ({
    kind: 'flip', offset: between(g, 0, 30), mask: between(g, 1, 255), ...onWire(g),
  }),
  drop: (g) => ({ kind: 'drop', frames: between(g, 1, 40), ...onWire(g) }),
  duplicate: (g) => ({ kind: 'duplicate', copies: between(g, 1, 5), ...onWire(g) }),
  delay: (g) => ({ kind: 'delay', ms: between(g, 5, 500), ...onWire(g) }),
  truncate: (g) => ({ kind: 'truncate', keep: between(g, 0, 25), ...onWire(g) }),
  reorder: (g) => ({ kind: 'reorder', behind: between(g, 1, 4), ...onWire(g) }),
  babble: (g) => ({ kind: 'babble', bytes: noise(g), ...onWire(g) }),
  'wire-stall': (g) => ({ kind: 'wire-stall', ms: between(g, 20, 900), ...onWire(g) }),
  replay: (g) => ({ kind: 'replay', frame: between(g, 5, 60), ...onWire(g) }),
  unplug: (g) => ({ kind: 'unplug', at: { kind: 'ms', ms: ms(g) }, ms: between(g, 20, 2_000) }),
  reset: (g) => ({ kind: 'reset', at: at(g) }),
  'brown-out': (g) => ({ kind: 'brown-out', ms: between(g, 5, 500), at: at(g) }),
  'pen-hang': (g) => ({ kind: 'pen-hang', ms: between(g, 1, 60), at: at(g) }),
  'clock-drift': (g) => ({
    kind: 'clock-drift', ppm: pick(g.random, [-20_000, 20_000, between(g, -20_000, 20_000)]),
    at: { kind: 'ms', ms: between(g, 0, 3_000) }, lasting: 'for-good',
  }),
  'ledger-loss': (g) => ({
    kind: 'ledger-loss', leaves: pick(g.random, ['nothing', 'older', 'damaged'] as const),
    at: at(g),
  }),
  'slow-store': (g) => ({
    kind: 'slow-store', ms: between(g, 5, 140), at: { kind: 'ms', ms: ms(g) },
    lasting: lasting(g, 500, 5_000),
  }),
  'store-fails': (g) => ({
    kind: 'store-fails', at: { kind: 'ms', ms: ms(g) }, lasting: lasting(g, 300, 3_000),
  }),
  'host-pause': (g) => ({ kind: 'host-pause', ms: between(g, 30, 1_200), at: at(g) }),
  'host-kill': (g) => ({
    kind: 'host-kill', restartMs: isLucky(g.random, 10) ? 'never' : between(g, 300, 3_000),
    at: at(g),
  }),
  'disk-full': (g) => ({ kind: 'disk-full', at: at(g), lasting: lasting(g, 300, 4_000) }),
  'disk-read-only': (g) => ({ kind: 'disk-read-only', at: at(g), lasting: lasting(g, 300, 4_000) }),
  'second-host': (g) => ({ kind: 'second-host', at: at(g) }),
  stop: (g) => ({ kind: 'stop', at: at(g) }),
  'console-gone': (g) => ({ kind: 'console-gone', at: at(g) }),
  'power-cut': (g) => ({ kind: 'power-cut', restartMs: between(g, 300, 3_000), at: at(g) }),
  'slow-disk': (g) => ({
    kind: 'slow-disk', ms: between(g, 200, 4_000), at: { kind: 'ms', ms: ms(g) },
  }),
  'disk-loses-sync': (g) => ({ kind: 'disk-loses-sync', ms: between(g, 300, 4_000), at: at(g) }),
  'pen-swap': (g) => ({
    kind: 'pen-swap', backMs: isLucky(g.random, 50) ? 'never' : between(g, 300, 4_000), at: at(g),
  }),
  'clock-jump': (g) => ({
    kind: 'clock-jump', days: pick(g.random, [-400, -1, 1, 30, 400]), at: at(g),
  }),
  'pedal-gone': (g) => ({ kind: 'pedal-gone', ms: between(g, 200, 2_000), at: at(g) }),
};

const DRAWN_KINDS = Object.keys(MAKERS) as readonly DrawnKind[];

/** Every kind of trouble there is. */
export const TROUBLE_KINDS: readonly Trouble['kind'][] = [...DRAWN_KINDS, ...ATTACKS];

/** Kinds that are drawn more often, since they often come to nothing. */
const WEIGHTS: Partial<Record<DrawnKind, number>> = {
  'ledger-loss': 3,
  replay: 2,
  'depth-stop-jam': 2,
  'stuck-trigger': 2,
  'slow-disk': 2,
  'cartridge-gone': 2,
  'disk-loses-sync': 3,
  'pedal-gone': 8,
  'frozen-tilt': 3,
  'frozen-motion': 3,
  'frozen-force': 2,
  'false-contact': 2,
  'frozen-depth-sensor': 2,
};

/** Whether a kind can make a difference to this pen and this person at all. */
function fits(kind: DrawnKind, { model, pedal }: TroubleGround): boolean {
  const { sensors } = penModel(model, CAMPAIGN_DAY);
  const needs: Partial<Record<DrawnKind, boolean>> = {
    'frozen-depth-sensor': sensors.depth,
    'false-contact': sensors.contact,
    'frozen-force': sensors.force,
    'frozen-tilt': sensors.tilt,
    'frozen-motion': sensors.motion,
    'pedal-gone': pedal,
  };
  return needs[kind] ?? true;
}

const WORLD_MISHAPS: ReadonlySet<string> = new Set<Mishap['kind']>([
  'stop', 'console-gone', 'power-cut', 'slow-disk', 'disk-loses-sync', 'pen-swap', 'clock-jump',
  'pedal-gone',
]);

const isMishap = (trouble: Trouble): trouble is Mishap =>
  WORLD_MISHAPS.has(trouble.kind) || isAttack(trouble.kind);

/** A ledger is only missed by a pen that boots: the reset that shows it comes along. */
const withReset = (trouble: Trouble, ground: TroubleGround): readonly Trouble[] => {
  if (trouble.kind !== 'ledger-loss') return [trouble];
  const { at: lost } = trouble;
  const after: Moment =
    lost.kind === 'ms'
      ? { kind: 'ms', ms: lost.ms + between(ground, 1, 900) }
      : { kind: 'stroke', stroke: lost.stroke + between(ground, 0, 40) };
  return [trouble, { kind: 'reset', at: after }];
};

/** What goes wrong in a run. */
export interface Troubles {
  readonly paired?: true;
  readonly faults: readonly Fault[];
  readonly mishaps: readonly Mishap[];
}

/** Makes up one to four troubles. */
export function drawTroubles(ground: TroubleGround): Troubles {
  const { random } = ground;
  const count = pickWeighted(random, [[1, 45], [2, 30], [3, 15], [4, 10]]);
  const kinds = DRAWN_KINDS.filter((kind) => fits(kind, ground));
  const weighed = kinds.map((kind) => [kind, WEIGHTS[kind] ?? 1] as const);
  const drawn = new Map<DrawnKind, readonly Trouble[]>();
  while (drawn.size < count) {
    const kind = pickWeighted(random, weighed);
    drawn.set(kind, withReset(MAKERS[kind](ground), ground));
  }
  const troubles = [...drawn.values()].flat();
  return {
    faults: troubles.filter((trouble): trouble is Fault => !isMishap(trouble)),
    mishaps: troubles.filter(isMishap),
  };
}

const ATTACK_STREAM = 57;
const PAIRED_PERCENT = 3;

/**
 * Makes a pair of some pens and hosts, and lets somebody onto their wire. It has a chance of its
 * own, so that everything else of a seed is what it was without.
 */
export function withAttacks(
  ground: Omit<TroubleGround, 'random'>,
  troubles: Troubles,
): Troubles {
  const random = createRandom(ground.seed, ATTACK_STREAM);
  if (!isLucky(random, PAIRED_PERCENT)) return troubles;
  const attacks = Array.from({ length: nextBetween(random, 4, 7) }, (): Mishap => ({
    kind: pick(random, ATTACKS), at: at({ ...ground, random }),
  }));
  return { ...troubles, paired: true, mishaps: [...troubles.mishaps, ...attacks] };
}
