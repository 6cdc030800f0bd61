/**
 * Stops that need a person: what latches, what survives, and what it takes to clear one.
 */
import { describe, expect, test } from 'vitest';
import { PAGE } from '../../../protocol/from-pen.ts';
import type { LatchReason } from '../../../protocol/reason.ts';
import { HANDS_OFF, insertCartridge } from '../../../sim/plant/index.ts';
import { boxed, rigTalker } from './rig.ts';
import {
  armOf,
  expectDone,
  grantOf,
  PRESSING,
  readyToMove,
  renewing,
  type Talker,
} from './talker.ts';

const stop = (talker: Talker): void => {
  talker.send({ kind: 'stop' }, { session: 0, seq: 0 });
};
const latchOf = (talker: Talker) => talker.pen.firmware().latch;
const clear = (talker: Talker, reason: LatchReason = latchOf(talker).reason, id?: number) =>
  talker.ask({ kind: 'clear', reason, latchId: id ?? latchOf(talker).latchId });

describe('stop', () => {
  test('S-33 is obeyed in any session and before any', () => {
    const talker = rigTalker();
    talker.pass(5);
    stop(talker);
    expect(latchOf(talker)).toMatchObject({ reason: 'host-stop', latchId: 1 });
  });

  test('S-13 in motion brakes, withdraws and ends the arming', () => {
    const talker = rigTalker();
    readyToMove(talker);
    talker.hand = PRESSING;
    renewing(talker, 400);
    stop(talker);
    expect(talker.pen.firmware().doing).toMatchObject({ kind: 'stopping', arming: undefined });
    talker.pass(100);
    expect(talker.pen.truth()).toMatchObject({ retracted: true, motorOn: false });
    expect(talker.pen.firmware().doing.kind).toBe('latched');
  });

  test('S-21 makes every grant under the arming dead, delayed or not', () => {
    const talker = rigTalker();
    readyToMove(talker);
    talker.hand = PRESSING;
    talker.pass(5);
    const late = talker.bytes(grantOf(talker));
    stop(talker);
    talker.pen.receive(late);
    talker.pass(150);
    expect(talker.pen.truth().strokes).toBe(0);
  });

  test('said again and again is one latch', () => {
    const talker = rigTalker();
    talker.pass(5);
    for (let times = 0; times < 5; times += 1) stop(talker);
    expect(latchOf(talker).latchId).toBe(1);
  });
});

test('the first reason stays, whatever follows it', () => {
  const talker = rigTalker();
  readyToMove(talker);
  stop(talker);
  const first = latchOf(talker);
  talker.hello(77);
  talker.pass(50);
  stop(talker);
  expect(latchOf(talker)).toEqual(first);
});

test('S-21 a latched pen is not armed', () => {
  const talker = rigTalker();
  readyToMove(talker);
  stop(talker);
  talker.pass(10);
  expect(talker.ask(armOf({ armingId: 2 }))).toMatchObject({ reason: 'latched' });
});

test('S-21 a latch with its pen time and count survives a reset', () => {
  const talker = rigTalker();
  readyToMove(talker);
  talker.hand = PRESSING;
  renewing(talker, 400);
  stop(talker);
  const before = latchOf(talker);
  expect(before.atPenMs).toBeGreaterThan(400);
  talker.hand = HANDS_OFF;
  talker.pass(100);
  talker.pen.reset('power');
  talker.pass(60);
  expect(latchOf(talker)).toEqual(before);
  talker.hello(5);
  expect(talker.ask({ kind: 'read', page: PAGE.latch })).toMatchObject({
    reason: 'host-stop',
    latchId: before.latchId,
    atPenMs: before.atPenMs,
    bootId: before.bootId,
  });
});

test('S-25 a reset at the very moment of a stop leaves the pen latched by one or the other', () => {
  for (let laterMs = 0; laterMs <= 6; laterMs += 1) {
    const talker = rigTalker();
    readyToMove(talker);
    stop(talker);
    talker.pass(laterMs);
    talker.pen.reset('brown-out');
    talker.pass(100);
    expect(['host-stop', 'reset-in-motion']).toContain(latchOf(talker).reason);
  }
});

describe('a latch is cleared', () => {
  const latched = (): Talker => {
    const talker = rigTalker();
    readyToMove(talker);
    stop(talker);
    talker.pass(10);
    return talker;
  };

  test('S-21 only by its own reason', () => {
    expect(clear(latched(), 'stall')).toMatchObject({ reason: 'wrong-latch' });
  });

  test('S-21 only by its own number, so that a clear cannot meet a later latch', () => {
    const talker = latched();
    expect(clear(talker, 'host-stop', latchOf(talker).latchId + 1)).toMatchObject({
      reason: 'wrong-latch',
    });
  });

  test('only with the trigger released', () => {
    const talker = latched();
    talker.hand = PRESSING;
    talker.pass(5);
    expect(clear(talker)).toMatchObject({ reason: 'trigger-held' });
  });

  test('only when its cause is gone', () => {
    const talker = rigTalker();
    readyToMove(talker);
    insertCartridge(talker.pen.plant, undefined);
    talker.pass(20);
    expect(latchOf(talker).reason).toBe('cartridge-gone');
    expect(clear(talker)).toMatchObject({ reason: 'cause-remains' });
    insertCartridge(talker.pen.plant, boxed('round-14', talker.pen.plant.model));
    talker.pass(20);
    expectDone(clear(talker));
  });

  test('S-14 only when the needles are back', () => {
    const talker = rigTalker({
      faults: [{ kind: 'depth-stop-jam', at: { kind: 'ms', ms: 400 }, lasting: { ms: 1_000 } }],
    });
    readyToMove(talker);
    talker.hand = PRESSING;
    renewing(talker, 500);
    stop(talker);
    talker.hand = HANDS_OFF;
    talker.pass(300);
    expect(talker.pen.truth().retracted).toBe(false);
    expect(clear(talker)).toMatchObject({ reason: 'not-retracted' });
    talker.pass(1_000);
    expectDone(clear(talker));
  });

  test('and leaves the pen idle, with nothing armed and a higher number for the next', () => {
    const talker = latched();
    const { latchId } = latchOf(talker);
    expectDone(clear(talker));
    expect(talker.pen.firmware().doing.kind).toBe('idle');
    talker.pass(10);
    stop(talker);
    expect(latchOf(talker).latchId).toBe(latchId + 1);
  });
});
