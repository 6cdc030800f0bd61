/**
 * What the pen refuses to be armed with, rule by rule, and how an arming ends.
 */
import { describe, expect, test } from 'vitest';
import { areaCode, AREA_NAMES } from '../../../protocol/area.ts';
import type { RefusalReason } from '../../../protocol/reason.ts';
import { centiHz, strokes, um } from '../../../protocol/units.ts';
import { ceilingOf } from '../../../sim/firmware/index.ts';
import { BLANK } from '../../../sim/pen-memory.ts';
import { insertCartridge, HANDS_OFF } from '../../../sim/plant/index.ts';
import { boxed, rigTalker, type Rigging } from './rig.ts';
import { armOf, AT_BENCH, expectDone, grantOf, PRESSING } from './talker.ts';
import { readyToMove, rowOf, type Talker } from './talker.ts';

const AT_REST = { doing: { kind: 'idle' }, latch: { reason: 'none' } };

function joined(rigging: Rigging = {}, row: Parameters<typeof rowOf>[0] = {}): Talker {
  const talker = rigTalker(rigging);
  talker.hello();
  talker.pass(5);
  expectDone(talker.ask({ kind: 'join', mode: 'treatment' }));
  expectDone(talker.ask(rowOf(row)));
  return talker;
}

type Change = Parameters<typeof armOf>[0];
type Case = readonly [RefusalReason, string, Change, Rigging?, Parameters<typeof rowOf>[0]?];

const CASES: readonly Case[] = [
  ['unknown-area', 'an area that there is not', { area: 25 }],
  ['unknown-area', 'a side that the area has not', { on: 'left' }],
  ['unknown-area', 'an area with sides, without a side', { name: 'cheek', on: 'midline' }],
  ['no-envelope', 'an area without a row', { name: 'chin' }],
  ['below-range', 'a depth below what the pen can do', { depthUm: um(50) }],
  ['above-range', 'a depth above what the pen can do', { depthUm: um(2_050) }],
  ['beyond-envelope', 'a depth above the row', { depthUm: um(1_050) }],
  ['off-step', 'a depth between two steps', { depthUm: um(510) }],
  ['below-range', 'a rate below what the pen can do', { rateCentiHz: centiHz(1_999) }],
  ['beyond-envelope', 'a rate above the row', { rateCentiHz: centiHz(9_001) }, {},
    { rateCentiHzMax: centiHz(9_000) }],
  ['below-range', 'another rate on a pen of one rate', { depthUm: um(500) },
    { model: 'atlas-fixed' }],
  ['nothing-left', 'a pass that is over before it begins', { passCeiling: strokes(0) }],
  ['beyond-envelope', 'a pass longer than the row', { passCeiling: strokes(1_001) }],
  ['beyond-credit', 'a credit within which this rate cannot be stopped', {}, {},
    { creditMax: strokes(1) }],
  ['wrong-cartridge', 'another number of needles', { needleCount: 12 }],
  ['wrong-cartridge', 'the cartridge for the bench', { needleCount: 1 },
    { cartridge: 'metrology' }],
  ['no-cartridge', 'no cartridge at all', {}, { cartridge: 'none' }],
  ['not-in-range', 'a battery near its end', {}, { chargePercent: 8 }],
];

describe('an arming is refused', () => {
  for (const [reason, what, change, rigging, row] of CASES) {
    test(`for ${what}`, () => {
      const talker = joined(rigging, row);
      expect(talker.ask(armOf(change))).toMatchObject({ outcome: 'refused', reason });
      expect(talker.pen.firmware().doing.kind).toBe('idle');
    });
  }

  test('S-15 while the trigger is held: a hold from before never counts', () => {
    const talker = joined();
    talker.hand = AT_BENCH;
    talker.pass(5);
    expect(talker.ask(armOf())).toMatchObject({ reason: 'trigger-held' });
  });

  test('for an arming id that is not higher than the last of this session', () => {
    const talker = joined();
    expectDone(talker.ask(armOf({ armingId: 5 })));
    expectDone(talker.ask({ kind: 'disarm', armingId: 5 }));
    expect(talker.ask(armOf({ armingId: 5 }))).toMatchObject({ reason: 'used-arming', allowed: 6 });
    expect(talker.ask(armOf({ armingId: 4 }))).toMatchObject({ reason: 'used-arming' });
    expectDone(talker.ask(armOf({ armingId: 6 })));
  });

  test('while another one is in force', () => {
    const talker = joined();
    expectDone(talker.ask(armOf()));
    expect(talker.ask(armOf({ armingId: 2 }))).toMatchObject({ reason: 'not-idle' });
  });

  test('near the wrap of the counter', () => {
    const mark = 2 ** 32 - 2 ** 24 + 1;
    const record = {
      mark,
      closed: true,
      armed: false,
      counted: mark,
      armingId: 0,
      latch: { reason: 'none' as const, latchId: 0, atPenMs: 0, strokes: 0, bootId: 0 },
    };
    const talker = joined({ memory: { ...BLANK, bootCount: 3, record } });
    const told = talker.ask(armOf({ passCeiling: strokes(mark + 100) }));
    expect(told).toMatchObject({ reason: 'near-wrap' });
  });
});

test('S-03 a row of the envelope can only lie within what is built in, for every area', () => {
  const talker = joined();
  for (const name of AREA_NAMES) {
    const ceiling = ceilingOf(name);
    const rateCentiHzMax = centiHz(ceiling.rateCentiHz);
    const deeper = rowOf({ name, depthUmMax: um(ceiling.depthUm + 50), rateCentiHzMax });
    expect(talker.ask(deeper)).toMatchObject({
      reason: 'beyond-ceiling',
      allowed: ceiling.depthUm,
    });
    expectDone(talker.ask(rowOf({ name, depthUmMax: um(ceiling.depthUm), rateCentiHzMax })));
  }
});

test('S-03 eyelid and lip cannot be armed at any depth, whatever the envelope says', () => {
  for (const name of ['upper-eyelid', 'vermilion'] as const) {
    const talker = joined();
    const rateCentiHzMax = centiHz(5_000);
    expectDone(talker.ask(rowOf({ name, depthUmMax: um(0), rateCentiHzMax })));
    const on = name === 'vermilion' ? 'midline' : 'left';
    for (const depthUm of [0, 100, 250]) {
      const rateCentiHz = centiHz(5_000);
      const told = talker.ask(armOf({ name, on, depthUm: um(depthUm), rateCentiHz }));
      expect(told).toMatchObject({ outcome: 'refused' });
    }
  }
});

test('S-03 the built-in ceiling holds against a row that was loaded for another area code', () => {
  const talker = joined();
  expectDone(talker.ask(rowOf({ depthUmMax: um(1_000) })));
  const told = talker.ask(armOf({ area: areaCode('infraorbital'), side: 1, depthUm: um(500) }));
  expect(told).toMatchObject({ reason: 'no-envelope' });
});

test('an arming ends by itself after two seconds without a frame, and does not latch', () => {
  const talker = rigTalker();
  readyToMove(talker);
  talker.pass(1_950);
  expect(talker.pen.firmware().doing.kind).toBe('armed');
  talker.pass(100);
  expect(talker.pen.firmware()).toMatchObject(AT_REST);
});

test('S-20 within an arming limits only tighten', () => {
  const talker = rigTalker();
  readyToMove(talker);
  const tighten = (change: object) =>
    talker.ask({
      kind: 'tighten',
      armingId: 1,
      depthUm: um(500),
      rateCentiHz: centiHz(10_000),
      passCeiling: strokes(400),
      ...change,
    });
  expect(tighten({ depthUm: um(550) })).toMatchObject({ reason: 'loosens', allowed: 500 });
  expect(tighten({ rateCentiHz: centiHz(10_001) })).toMatchObject({ reason: 'loosens' });
  expect(tighten({ passCeiling: strokes(401) })).toMatchObject({ reason: 'loosens' });
  expect(tighten({ armingId: 2 })).toMatchObject({ reason: 'foreign-arming' });
  expectDone(tighten({ depthUm: um(300), passCeiling: strokes(100) }));
  expect(tighten({ depthUm: um(350) })).toMatchObject({ reason: 'loosens', allowed: 300 });
});

test('a disarm names its arming', () => {
  const talker = rigTalker();
  readyToMove(talker);
  expect(talker.ask({ kind: 'disarm', armingId: 2 })).toMatchObject({ reason: 'foreign-arming' });
  expectDone(talker.ask({ kind: 'disarm', armingId: 1 }));
  expect(talker.ask({ kind: 'disarm', armingId: 1 })).toMatchObject({ reason: 'not-armed' });
});

test('a disarm in motion stops and withdraws, and does not latch', () => {
  const talker = rigTalker();
  readyToMove(talker);
  talker.hand = PRESSING;
  talker.pass(4);
  talker.send(grantOf(talker));
  talker.pass(150);
  expect(talker.pen.firmware().doing.kind).toBe('running');
  expectDone(talker.ask({ kind: 'disarm', armingId: 1 }));
  talker.pass(120);
  expect(talker.pen.truth().retracted).toBe(true);
  expect(talker.pen.firmware()).toMatchObject(AT_REST);
});

test('S-30 another cartridge while armed ends the arming and latches', () => {
  const talker = rigTalker();
  readyToMove(talker);
  insertCartridge(talker.pen.plant, boxed('round-14', talker.pen.plant.model, 2));
  talker.hand = HANDS_OFF;
  talker.pass(20);
  expect(talker.pen.firmware().latch.reason).toBe('cartridge-gone');
});
