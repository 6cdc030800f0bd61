// Calibration: the needles of a metrology cartridge come out and stay (EXTEND) or do a few strokes
// (RUN), under permission that ends just as a grant does, with the trigger held all the while.

import type { ToPen } from '../../protocol/to-pen.ts';
import type { CartridgeSeen, Sensed } from '../plant/types.ts';
import { because, done, type Refusal, refused, type Ruling, type Step, stay } from './event.ts';
import { BENCH_HOLD_MS_MAX, EXTEND_STROKES, PARK_MS } from './figures.ts';
import { type BenchAsked, benchRefusal, benchStartRefusal, modeRefusal } from './guard.ts';
import { reserve } from './ledger.ts';
import { doingNext, latchUp } from './latch.ts';
import { begin, driveOf, motionOf, move } from './motion.ts';
import { isSameCartridge, mayMove } from './sense.ts';
import type { Bench, Doing, Firmware, Motion, Work } from './state.ts';

type Extend = Extract<ToPen, { readonly kind: 'extend' }>;
type Run = Extract<ToPen, { readonly kind: 'run' }>;

const workOf = (kind: Work['kind'], asked: BenchAsked): Work => ({
  kind,
  task: {
    depthUm: asked.depthUm,
    rateCentiHz: asked.rateCentiHz ?? 0,
    holdMsMax: BENCH_HOLD_MS_MAX,
    forceMnMax: Number.POSITIVE_INFINITY,
  },
  permit: asked.permit,
  cartridge: asked.cartridge,
});

const runAsked = (ask: Run, cartridge: CartridgeSeen): BenchAsked => ({
  depthUm: ask.depthUm,
  rateCentiHz: ask.rateCentiHz,
  permit: { ceiling: ask.ceiling, notAfterPenMs: ask.notAfterPenMs },
  cartridge,
});

const extendAsked = (state: Firmware, ask: Extend, cartridge: CartridgeSeen): BenchAsked => ({
  depthUm: ask.depthUm,
  rateCentiHz: undefined,
  permit: { ceiling: state.ledger.strokes + EXTEND_STROKES, notAfterPenMs: ask.notAfterPenMs },
  cartridge,
});

/** EXTEND at rest. */
export const extend = (state: Firmware, _doing: Doing, ask: Extend): Ruling =>
  start(state, 'extend', (cartridge) => extendAsked(state, ask, cartridge));

/** RUN at rest. */
export const run = (state: Firmware, _doing: Doing, ask: Run): Ruling =>
  start(state, 'run', (cartridge) => runAsked(ask, cartridge));

function start(
  state: Firmware,
  kind: Work['kind'],
  askedOf: (cartridge: CartridgeSeen) => BenchAsked,
): Ruling {
  // S-17: EXTEND and RUN are heard in calibration only, and nothing else moves there.
  const wrongMode = modeRefusal(state, 'calibration');
  if (wrongMode !== undefined) return refused(state, wrongMode);
  const { cartridge } = state.seen;
  if (cartridge === undefined) return refused(state, because('no-cartridge'));
  const asked = askedOf(cartridge);
  const broken = benchRefusal(state, asked) ?? benchStartRefusal(state);
  if (broken !== undefined) return refused(state, broken);
  const bench: Bench = { kind: 'waiting', work: workOf(kind, asked) };
  return done(reserve(doingNext(state, { kind: 'calibrating', bench }), asked.permit.ceiling));
}

/** Why work under way cannot be prolonged by this, beside the rules of calibration. */
function prolongRefusal(state: Firmware, work: Work, kind: Work['kind']): Refusal | undefined {
  if (work.kind !== kind) return because('not-idle');
  const { notAfterPenMs } = work.permit;
  const over = state.ages.penMs >= notAfterPenMs;
  return over ? because('lease-over', notAfterPenMs, state.ages.penMs) : undefined;
}

/** EXTEND again: later, or to another depth, while the needles are out. */
export function extendOn(state: Firmware, { bench }: Doing<'calibrating'>, ask: Extend): Ruling {
  const { work } = bench;
  const ceilingBefore = work.permit.ceiling;
  const asked = extendAsked(state, ask, work.cartridge);
  const broken = prolongRefusal(state, work, 'extend') ?? benchRefusal(state, asked);
  if (broken !== undefined) return refused(state, broken);
  // The needles are out already: prolonging costs no strokes and gives none.
  const permit = { ...asked.permit, ceiling: ceilingBefore };
  return prolonged(state, bench, workOf('extend', { ...asked, permit }));
}

/** RUN again: more strokes or more time at the same depth and rate. */
export function runOn(state: Firmware, { bench }: Doing<'calibrating'>, ask: Run): Ruling {
  const { work } = bench;
  const asked = runAsked(ask, work.cartridge);
  const same = ask.depthUm === work.task.depthUm && ask.rateCentiHz === work.task.rateCentiHz;
  const broken =
    prolongRefusal(state, work, 'run')
    ?? (same ? undefined : because('not-idle'))
    ?? benchRefusal(state, asked);
  if (broken !== undefined) return refused(state, broken);
  const ruling = prolonged(state, bench, workOf('run', asked));
  return ask.ceiling <= state.ledger.mark ? ruling : done(reserve(ruling.state, ask.ceiling));
}

function prolonged(state: Firmware, bench: Bench, work: Work): Ruling {
  if (bench.kind === 'waiting') {
    return done(stay({ ...state, doing: { kind: 'calibrating', bench: { ...bench, work } } }));
  }
  const { task, permit } = work;
  // The newest peak may still be that of a deeper extension of the same hold.
  const depthUm = Math.max(task.depthUm, bench.motion.judged.depthUm);
  const judged = { rateCentiHz: task.rateCentiHz, depthUm };
  const motion: Motion = { ...bench.motion, task, permit, judged };
  const next: Firmware = {
    ...state,
    doing: { kind: 'calibrating', bench: { kind: 'moving', work, motion } },
  };
  const moved = task.depthUm !== bench.motion.task.depthUm;
  return done(stay(moved ? { ...next, drive: driveOf(next, motion) } : next));
}

/** A tick of calibration work: waiting for its mark, or moving as any motion does. */
export function work(
  state: Firmware,
  { bench }: Doing<'calibrating'>,
  sensed: Sensed,
  edges: number,
): Step {
  if (bench.kind === 'waiting') return wait(state, bench.work, sensed);
  const withMotion = (next: Firmware, motion: Motion): Firmware => ({
    ...next,
    doing: { kind: 'calibrating', bench: { kind: 'moving', work: bench.work, motion } },
  });
  return move(state, bench.motion, { arming: undefined, withMotion }, sensed, edges);
}

function wait(state: Firmware, asked: Work, sensed: Sensed): Step {
  const { seen, ages, ledger, hold } = state;
  if (!isSameCartridge(seen.cartridge, asked.cartridge)) return latchUp(state, 'cartridge-gone');
  const over = !mayMove(hold) || ages.penMs >= asked.permit.notAfterPenMs;
  if (over || seen.contact === true) return stay(doingNext(state, { kind: 'idle' }));
  const parked = seen.retracted && ages.edgeMs >= PARK_MS;
  if (ledger.storedMark < asked.permit.ceiling || !parked) return stay(state);
  const leastStrokes = asked.kind === 'extend' ? EXTEND_STROKES : 0;
  const { task, permit, cartridge } = asked;
  const motion = motionOf(state, { task, permit, cartridge, leastStrokes }, sensed.peakUm);
  const bench: Bench = { kind: 'moving', work: asked, motion };
  return stay(begin(state, { kind: 'calibrating', bench }, task.depthUm));
}
