/**
 * What a pen knows and assumes after its power was gone.
 */
import { expect, test } from 'vitest';
import { HANDS_OFF } from '../../../sim/plant/index.ts';
import { rig, rigTalker } from './rig.ts';
import { PRESSING, readyToMove, renewing, talkTo } from './talker.ts';

test('a pen that is switched on for the first time is idle at zero', () => {
  const pen = rig();
  pen.advance(10, HANDS_OFF);
  expect(pen.firmware()).toMatchObject({
    doing: { kind: 'idle' },
    latch: { reason: 'none' },
    ledger: { strokes: 0 },
    boot: { bootCount: 1 },
  });
});

test('a pen that was switched off at rest knows its exact count', () => {
  const talker = rigTalker();
  readyToMove(talker);
  talker.hand = PRESSING;
  renewing(talker, 500);
  talker.hand = HANDS_OFF;
  talker.pass(100);
  talker.send({ kind: 'disarm', armingId: 1 });
  talker.pass(20);
  const before = talker.pen.firmware().ledger.strokes;
  talker.pen.reset('power');
  talker.pass(100);
  expect(talker.pen.firmware()).toMatchObject({
    ledger: { strokes: before },
    latch: { reason: 'none' },
  });
});

test('S-25 a reset in motion boots at the mark, above every true stroke, and latches', () => {
  for (let atMs = 120; atMs < 200; atMs += 7) {
    const talker = rigTalker();
    readyToMove(talker);
    talker.hand = PRESSING;
    renewing(talker, atMs);
    const { mark } = talker.pen.firmware().ledger;
    talker.pen.reset('brown-out');
    talker.pass(300);
    const { ledger, latch } = talker.pen.firmware();
    expect(latch.reason).toBe('reset-in-motion');
    // A cam that still runs out is counted on top.
    expect(ledger.strokes).toBeGreaterThanOrEqual(mark);
    expect(ledger.strokes).toBeLessThan(mark + 10);
    expect(ledger.strokes).toBeGreaterThanOrEqual(talker.pen.truth().strokes);
    expect(talker.pen.truth()).toMatchObject({ retracted: true, motorOn: false, rateCentiHz: 0 });
  }
});

test('S-13 S-25 a cam that still runs when its pen boots is braked, however often it boots', () => {
  for (const boots of [1, 2]) {
    // Needles that cannot come in leave the motor as the only thing to stop.
    const at = { kind: 'stroke', stroke: 5 } as const;
    const talker = rigTalker({ faults: [{ kind: 'depth-stop-jam', at, lasting: 'for-good' }] });
    readyToMove(talker);
    talker.hand = PRESSING;
    renewing(talker, 200);
    for (let boot = 0; boot < boots; boot += 1) {
      talker.pen.reset('power');
      while (!talker.pen.alive()) talker.pass(1);
    }
    expect(talker.pen.truth().rateCentiHz).toBeGreaterThan(2_000);
    expect(talker.pen.truth().retracted).toBe(false);
    talker.pass(talker.pen.plant.model.brakeMsMax);
    expect(talker.pen.truth().rateCentiHz).toBe(0);
    talker.pass(10);
    expect(talker.pen.firmware().drive).toEqual({ motor: 'off', depthUm: 0 });
    expect(talker.pen.firmware().latch.reason).toBe('reset-in-motion');
  }
});

test('S-25 a reset while armed latches, although nothing moved', () => {
  const talker = rigTalker();
  readyToMove(talker);
  talker.pen.reset('power');
  talker.pass(100);
  expect(talker.pen.firmware().latch.reason).toBe('reset-in-motion');
});

test('every boot has its own number', () => {
  const pen = rig();
  const ids = new Set<number>();
  for (let boots = 0; boots < 50; boots += 1) {
    ids.add(pen.firmware().boot.bootId);
    pen.reset('power');
    pen.advance(50, HANDS_OFF);
  }
  expect(ids.size).toBe(50);
});

test('S-25 a ledger that is lost or damaged latches', () => {
  for (const [how, reason] of [
    ['nothing', 'ledger-damaged'],
    ['damaged', 'ledger-damaged'],
  ] as const) {
    const talker = rigTalker();
    talker.pass(20);
    talker.pen.reset('power', { ledgerLoss: how });
    talker.pass(60);
    expect(talker.pen.firmware().latch.reason).toBe(reason);
  }
});

test('S-14 a firmware that hangs loses its power, and the needles come back', () => {
  const hang = { kind: 'pen-hang', at: { kind: 'ms', ms: 400 }, ms: 500 } as const;
  const talker = rigTalker({ faults: [hang] });
  readyToMove(talker);
  talker.hand = PRESSING;
  renewing(talker, 600);
  expect(talker.pen.alive()).toBe(false);
  expect(talker.pen.truth()).toMatchObject({ retracted: true, motorOn: false });
  talker.pass(500);
  expect(talker.pen.firmware().latch.reason).toBe('reset-in-motion');
  expect(talker.pen.firmware().ledger.strokes).toBeGreaterThanOrEqual(talker.pen.truth().strokes);
});

test('a pen that is made again from its memory is the same pen', () => {
  const talker = rigTalker();
  readyToMove(talker);
  talker.hand = PRESSING;
  renewing(talker, 400);
  talker.hand = HANDS_OFF;
  talker.pass(100);
  const again = talkTo(rig({ memory: talker.pen.memory() }));
  again.pass(20);
  expect(again.pen.firmware().ledger.strokes).toBe(talker.pen.firmware().ledger.strokes);
  expect(again.pen.firmware().boot.bootId).not.toBe(talker.pen.firmware().boot.bootId);
});

test('equal seed and equal calls give an equal pen, byte for byte', () => {
  const record = (): string => {
    const talker = rigTalker({ seed: 42 });
    readyToMove(talker);
    talker.hand = PRESSING;
    renewing(talker, 500);
    return JSON.stringify([talker.telemetry(), talker.strokes, talker.heard]);
  };
  expect(record()).toBe(record());
});

test('S-27 a clock that drifts ends a lease early or late by its drift and no more', () => {
  for (const [ppm, trueMs] of [[20_000, 980], [-20_000, 1_020]] as const) {
    const pen = rig({ clockDriftPpm: ppm });
    pen.advance(trueMs, HANDS_OFF);
    expect(Math.abs(pen.firmware().ages.penMs - 1_000)).toBeLessThanOrEqual(1);
  }
});
