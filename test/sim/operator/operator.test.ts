/**
 * The operator behaves like a person: late, in stretches, with lapses, and the same for a seed.
 */
import { describe, expect, test } from 'vitest';
import {
  automaticHand, handStep, HASTY_HAND, HEAVY_HAND, scriptedHand, STEADY_HAND, type HandSees,
  type HandStyle, type Operator,
} from '../../../sim/operator/index.ts';
import { HANDS_OFF, type Hand } from '../../../sim/plant/index.ts';

const SEES: HandSees = { phase: 'armed', holdSpent: false, stamp: false, areaTag: 8 };
const RUNNING: HandSees = { ...SEES, phase: 'running' };

/** Lets somebody look at the same thing for a while; gives where that left them and every hand. */
function watch(from: Operator, seen: HandSees, forMs: number, stepMs = 10) {
  const hands: Hand[] = [];
  let operator = from;
  for (let passedMs = 0; passedMs < forMs; passedMs += stepMs) {
    const { state, hand } = handStep(operator, seen, stepMs);
    operator = state;
    hands.push(hand);
  }
  return { operator, hands };
}

const STYLES: readonly (readonly [string, HandStyle])[] = [
  ['steady', STEADY_HAND], ['hasty', HASTY_HAND], ['heavy', HEAVY_HAND],
];

describe.each(STYLES)('a %s hand', (_, style) => {
  test('rests until the pen is armed, then presses on the skin asked for after its delay', () => {
    const idle = watch(automaticHand(style, 1), { ...SEES, phase: 'idle' }, 2_000);
    expect(idle.hands.every((hand) => hand === HANDS_OFF)).toBe(true);
    const { hands } = watch(idle.operator, SEES, style.reactionMs.max + 50);
    const first = hands.findIndex(({ trigger }) => trigger);
    expect(first * 10).toBeGreaterThanOrEqual(style.reactionMs.min - 10);
    expect(hands[first]).toMatchObject({ contact: true, areaTag: 8 });
  });

  test('glides, lifts or lets go now and then, and stays within its habits', () => {
    const { hands } = watch(automaticHand(style, 2), RUNNING, 1_000);
    expect(hands.every(({ trigger }) => !trigger)).toBe(true);
    const armed = watch(automaticHand(style, 2), SEES, 1_500).operator;
    const long = watch(armed, RUNNING, 120_000).hands;
    expect(new Set(long.map(({ glideMmS }) => glideMmS)).size).toBeGreaterThan(8);
    expect(long.some(({ trigger }) => !trigger)).toBe(true);
    expect(long.some(({ trigger, contact }) => trigger && !contact)).toBe(true);
    expect(long.some(({ tiltDeg }) => tiltDeg >= style.steepTiltDeg.min)).toBe(true);
    for (const { forceMn, tiltDeg } of long) {
      expect(forceMn).toBeLessThanOrEqual(style.forceMn.max);
      expect(tiltDeg).toBeLessThanOrEqual(style.steepTiltDeg.max);
    }
  });

  test('goes on pressing a latched pen until it has noticed, then rests', () => {
    const pressing = watch(automaticHand(style, 3), SEES, 1_000).operator;
    const { hands } = watch(pressing, { ...SEES, phase: 'latched' }, 2_000);
    const rested = hands.findIndex((hand) => hand === HANDS_OFF);
    expect(rested * 10).toBeGreaterThanOrEqual(style.reactionMs.min - 10);
    expect(rested * 10).toBeLessThanOrEqual(style.reactionMs.max + 10);
    expect(hands.at(-1)).toBe(HANDS_OFF);
  });

  test('gives a fresh press when the last one is spent', () => {
    const pressing = watch(automaticHand(style, 4), SEES, 1_000).operator;
    const spent = watch(pressing, { ...RUNNING, holdSpent: true }, style.reactionMs.max + 20);
    expect(spent.hands.at(-1)?.trigger).toBe(false);
    const { hands } = watch(spent.operator, SEES, style.shiftMs.max + 50);
    expect(hands.some(({ trigger }) => trigger)).toBe(true);
  });

  test('stamps an area that is to be stamped: short presses that stand still', () => {
    const { hands } = watch(automaticHand(style, 5), { ...SEES, stamp: true }, 30_000, 1);
    let pressedMs = 0;
    let presses = 0;
    for (const { trigger, glideMmS } of hands) {
      if (trigger) expect(glideMmS).toBe(0);
      if (!trigger && pressedMs > 0) presses += 1;
      pressedMs = trigger ? pressedMs + 1 : 0;
      expect(pressedMs).toBeLessThanOrEqual(style.stampMs.max);
    }
    expect(presses).toBeGreaterThan(20);
  });
});

test('the same seed is the same person, another seed is another', () => {
  const handsOf = (seed: number): readonly Hand[] =>
    watch(automaticHand(HASTY_HAND, seed), SEES, 20_000).hands;
  expect(handsOf(7)).toEqual(handsOf(7));
  expect(handsOf(7)).not.toEqual(handsOf(8));
});

test('a step changes nothing of the state it was given', () => {
  const before = watch(automaticHand(HASTY_HAND, 9), SEES, 1_000).operator;
  const kept = structuredClone(before);
  watch(before, SEES, 5_000);
  expect(before).toEqual(kept);
});

test('a script does what it says when it says so', () => {
  const script = scriptedHand([
    { atMs: 500, hand: { trigger: false } },
    { atMs: 100, hand: { trigger: true, contact: true } },
  ]);
  const { hands } = watch(script, SEES, 600, 1);
  expect(hands[98]).toEqual(HANDS_OFF);
  expect(hands[99]).toMatchObject({ trigger: true, contact: true });
  expect(hands[498]).toMatchObject({ trigger: true });
  expect(hands[499]).toMatchObject({ trigger: false, contact: true });
});
