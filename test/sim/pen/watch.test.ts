/**
 * What the pen notices by itself, with no host that would see it: one fault of the body each.
 */
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../sim/faults/fault.ts';
import { centiHz } from '../../../protocol/units.ts';
import type { Hand } from '../../../sim/plant/index.ts';
import { rigTalker } from './rig.ts';
import { PRESSING, readyToMove, renewing, type Talker } from './talker.ts';

const AT = { kind: 'ms', ms: 700 } as const;

function run(faults: readonly Fault[], hand: Partial<Hand> = {}, forMs = 1_500): Talker {
  const talker = rigTalker({ faults });
  readyToMove(talker);
  talker.hand = PRESSING;
  renewing(talker, 600);
  talker.hand = { ...PRESSING, ...hand };
  renewing(talker, forMs);
  return talker;
}

const CASES: readonly [string, string, readonly Fault[], Partial<Hand>?][] = [
  ['encoder-silent', 'an encoder that counts nothing',
    [{ kind: 'stuck-encoder', at: AT, lasting: 'for-good' }]],
  ['overspeed', 'a motor that turns too fast',
    [{ kind: 'overspeed', at: AT, lasting: 'for-good', permille: 1_400 }]],
  ['stall', 'a motor that is held fast', [{ kind: 'motor-stall', at: AT, lasting: 'for-good' }]],
  ['too-deep', 'a pen outside its certificate',
    [{ kind: 'outside-certificate', at: AT, lasting: 'for-good', offsetUm: 150 }]],
  ['cartridge-gone', 'a cartridge that falls out', [{ kind: 'cartridge-gone', at: AT }]],
  ['over-temperature', 'a handle that is too hot',
    [{ kind: 'overheat', at: AT, temperatureDeciC: 520 }]],
  ['battery-low', 'a battery that gives up', [{ kind: 'battery-drop', at: AT, percent: 3 }]],
  ['tilted-too-far', 'a pen that lies on its side', [], { tiltDeg: 60 }],
  ['pressed-too-hard', 'a pen that is leaned on', [], { forceMn: 3_500 }],
];

describe('S-34 S-41 S-44 needles stop, come back and latch for', () => {
  for (const [reason, what, faults, hand] of CASES) {
    test(what, () => {
      const talker = run(faults, hand);
      expect(talker.pen.firmware().latch.reason).toBe(reason);
      expect(talker.pen.truth()).toMatchObject({ retracted: true, motorOn: false });
      const { strokes } = talker.pen.firmware().ledger;
      expect(strokes).toBeGreaterThanOrEqual(talker.pen.truth().strokes);
    });
  }

  test('S-14 a depth stop that does not come back', () => {
    const talker = rigTalker({ faults: [{ kind: 'depth-stop-jam', at: AT, lasting: 'for-good' }] });
    readyToMove(talker);
    talker.hand = PRESSING;
    renewing(talker, 700);
    talker.hand = { ...PRESSING, trigger: false };
    talker.pass(115);
    expect(talker.pen.firmware().latch.reason).toBe('none');
    talker.pass(20);
    expect(talker.pen.firmware().latch.reason).toBe('not-retracted');
    expect(talker.telemetry().signals & 8).toBe(0);
  });

  test('S-34 a motor that runs although nothing was ordered', () => {
    const runaway = { kind: 'motor-runaway', at: AT, lasting: 'for-good', rateCentiHz: 3_000 };
    const talker = rigTalker({ faults: [runaway as Fault] });
    readyToMove(talker);
    talker.pass(1_500);
    expect(talker.pen.firmware().latch.reason).toBe('overspeed');
    expect(talker.pen.truth().strokes).toBe(0);
  });
});

test('S-34 an encoder dead from the start costs one press and no more than its credit', () => {
  const talker = rigTalker({
    faults: [{ kind: 'stuck-encoder', at: { kind: 'ms', ms: 1 }, lasting: 'for-good' }],
  });
  readyToMove(talker);
  talker.hand = PRESSING;
  renewing(talker, 500);
  expect(talker.pen.firmware().latch.reason).toBe('encoder-silent');
  expect(talker.pen.truth().strokes).toBeLessThanOrEqual(talker.pen.firmware().ledger.strokes);
});

test('S-22 an encoder that loses counts is made up for by the motor time', () => {
  const talker = run([{ kind: 'lossy-encoder', at: AT, lasting: 'for-good', every: 7 }]);
  expect(talker.pen.firmware().ledger.strokes).toBeGreaterThanOrEqual(talker.pen.truth().strokes);
});

test('a firm and tilted but lawful hand stops nothing', () => {
  const talker = run([], { tiltDeg: 30, forceMn: 2_500 });
  expect(talker.pen.firmware().latch.reason).toBe('none');
  expect(talker.pen.firmware().doing.kind).toBe('running');
});

test('no watch is a false alarm on any model over many trains', () => {
  for (const model of ['meridian-p', 'meridian-s', 'quill-12', 'linnet-p'] as const) {
    for (let seed = 1; seed <= 6; seed += 1) {
      const talker = rigTalker({ model, seed });
      const { needleCount = 0 } = talker.pen.plant.cartridge?.seen ?? {};
      const { rateCentiHzMax } = talker.pen.plant.model;
      readyToMove(talker, { needleCount, rateCentiHz: centiHz(rateCentiHzMax) });
      for (let train = 0; train < 6; train += 1) {
        talker.hand = PRESSING;
        renewing(talker, 300);
        talker.hand = { ...PRESSING, trigger: false, contact: false };
        talker.pass(150);
      }
      expect([model, seed, talker.pen.firmware().latch.reason]).toEqual([model, seed, 'none']);
      expect(talker.pen.truth().strokes).toBeGreaterThan(100);
    }
  }
});
