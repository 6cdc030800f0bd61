/**
 * An automatic operator: a person who watches the pen and presses, glides, stamps, lifts and tilts.
 *
 * Pure and seeded: equal state, sight and time give an equal hand. It sees what a person sees and
 * answers after a person's delay, so a pen that must stop is not saved by it: when the pen latches,
 * this hand goes on pressing until it has noticed.
 */
import { unreachable } from '../../protocol/assert.ts';
import type { Range } from '../plant/mechanics.ts';
import { HANDS_OFF, type Hand } from '../plant/index.ts';
import { copyRandom, createRandom, nextBetween, nextU32, type Random } from '../random.ts';
import type { HandStyle } from './hand-style.ts';

/** What the person sees at the pen and on the console. */
export interface HandSees {
  readonly phase: 'idle' | 'armed' | 'running' | 'stopping' | 'latched' | 'calibrating';
  /** This press has been used up: a fresh one is needed. */
  readonly holdSpent: boolean;
  /** The area is to be stamped, spot by spot, and not glided over. */
  readonly stamp: boolean;
  /** The skin that the console asks for, as the world numbers it. */
  readonly areaTag: number;
}

/** What the person is about, and for how much longer. */
export type Doing =
  | { readonly kind: 'resting' }
  | { readonly kind: 'reaching'; readonly leftMs: number }
  | { readonly kind: 'gliding'; readonly leftMs: number }
  | { readonly kind: 'stamping'; readonly leftMs: number }
  | { readonly kind: 'lapsing'; readonly leftMs: number }
  | { readonly kind: 'shifting'; readonly leftMs: number }
  | { readonly kind: 'noticing'; readonly leftMs: number; readonly then: 'rest' | 'shift' };

/** The memory of an automatic operator. */
export interface AutomaticHand {
  readonly kind: 'automatic';
  readonly style: HandStyle;
  readonly random: Random;
  readonly doing: Doing;
  readonly hand: Hand;
}

const HAND_STREAM = 3;

/** A person who has not touched the pen yet. */
export function automaticHand(style: HandStyle, seed: number): AutomaticHand {
  const random = createRandom(seed, HAND_STREAM);
  return { kind: 'automatic', style, random, doing: { kind: 'resting' }, hand: HANDS_OFF };
}

/** The next moment of an automatic operator: grows older, notices, then does what comes next. */
export function automaticStep(
  state: AutomaticHand,
  seen: HandSees,
  elapsedMs: number,
): AutomaticHand {
  const doing = older(state.doing, elapsedMs);
  const noticed = notice(state, doing, seen);
  if (noticed !== undefined) return noticed;
  if (doing.kind === 'resting') {
    return seen.phase === 'armed' ? next(state, 'reaching', seen) : state;
  }
  if (doing.leftMs > 0) return { ...state, doing };
  return goOn(state, doing, seen);
}

function older(doing: Doing, elapsedMs: number): Doing {
  if (doing.kind === 'resting') return doing;
  return { ...doing, leftMs: Math.max(0, doing.leftMs - elapsedMs) };
}

/** What a person would begin to notice now, unless already about it. */
function notice(state: AutomaticHand, doing: Doing, seen: HandSees): AutomaticHand | undefined {
  if (doing.kind === 'resting') return undefined;
  if (doing.kind === 'noticing' && doing.then === 'rest') return undefined;
  const over = seen.phase === 'latched' || seen.phase === 'idle' || seen.phase === 'calibrating';
  if (over) return noticing(state, 'rest');
  const used = state.hand.trigger && seen.holdSpent && doing.kind !== 'noticing';
  return used ? noticing(state, 'shift') : undefined;
}

function noticing(state: AutomaticHand, then: 'rest' | 'shift'): AutomaticHand {
  const random = copyRandom(state.random);
  const leftMs = draw(random, state.style.reactionMs);
  return { ...state, random, doing: { kind: 'noticing', leftMs, then } };
}

/** What follows when something is done. */
function goOn(
  state: AutomaticHand,
  done: Exclude<Doing, { readonly kind: 'resting' }>,
  seen: HandSees,
): AutomaticHand {
  switch (done.kind) {
    case 'reaching':
    case 'shifting':
      return next(state, seen.stamp ? 'stamping' : 'gliding', seen);
    case 'stamping':
      return next(state, 'shifting', seen);
    case 'gliding':
      return afterStretch(state, seen);
    case 'lapsing':
      return next(state, 'gliding', seen);
    case 'noticing':
      return next(state, done.then === 'rest' ? 'resting' : 'shifting', seen);
    default:
      return unreachable(done);
  }
}

/** After a stretch of gliding: a lapse, a short release, or another stretch. */
function afterStretch(state: AutomaticHand, seen: HandSees): AutomaticHand {
  const { style } = state;
  const random = copyRandom(state.random);
  const chance = (nextU32(random) / 2 ** 32) * 1_000_000;
  const drawn = { ...state, random };
  if (chance < style.letGoPpm) return next(drawn, 'shifting', seen);
  const lifted = style.letGoPpm + style.liftPpm;
  if (chance < lifted) return lapse(drawn, { contact: false, forceMn: 0 });
  const tilted = lifted + style.tiltPpm;
  if (chance < tilted) return lapse(drawn, { tiltDeg: draw(random, style.steepTiltDeg) });
  if (chance < tilted + style.dwellPpm) return lapse(drawn, { glideMmS: 0 });
  return next(drawn, 'gliding', seen);
}

function lapse(state: AutomaticHand, change: Partial<Hand>): AutomaticHand {
  const random = copyRandom(state.random);
  const doing: Doing = { kind: 'lapsing', leftMs: draw(random, state.style.lapseMs) };
  return { ...state, random, doing, hand: { ...state.hand, ...change } };
}

/** Begins something: how long it will take, and what the hand is like meanwhile. */
function next(
  state: AutomaticHand,
  kind: 'resting' | 'reaching' | 'gliding' | 'stamping' | 'shifting',
  seen: HandSees,
): AutomaticHand {
  if (kind === 'resting') return { ...state, doing: { kind }, hand: HANDS_OFF };
  const { style } = state;
  const random = copyRandom(state.random);
  const leftMs = draw(random, lengthOf(style, kind));
  const held = kind === 'gliding' || kind === 'stamping';
  const hand = held ? onSkin(style, random, kind === 'gliding', seen.areaTag) : HANDS_OFF;
  return { ...state, random, doing: { kind, leftMs }, hand };
}

function lengthOf(
  style: HandStyle,
  kind: 'reaching' | 'gliding' | 'stamping' | 'shifting',
): Range {
  switch (kind) {
    case 'reaching':
      return style.reactionMs;
    case 'gliding':
      return style.stretchMs;
    case 'stamping':
      return style.stampMs;
    case 'shifting':
      return style.shiftMs;
    default:
      return unreachable(kind);
  }
}

function onSkin(style: HandStyle, random: Random, gliding: boolean, areaTag: number): Hand {
  return {
    trigger: true,
    contact: true,
    forceMn: draw(random, style.forceMn),
    tiltDeg: draw(random, style.tiltDeg),
    glideMmS: gliding ? draw(random, style.glideMmS) : 0,
    areaTag,
    docked: false,
  };
}

function draw(random: Random, range: Range): number {
  return nextBetween(random, range.min, range.max);
}
