/**
 * Needles at the bench: the same dead-man, another permission, and never on skin.
 */
import { describe, expect, test } from 'vitest';
import { centiHz, penMs, strokes, um } from '../../../protocol/units.ts';
import { HANDS_OFF } from '../../../sim/plant/index.ts';
import { protrudingUm } from '../../../sim/plant/index.ts';
import { atBench, extend, repress } from './bench-talk.ts';
import { rigTalker } from './rig.ts';
import { armOf, AT_BENCH, expectDone, type Talker } from './talker.ts';

const now = (talker: Talker): number => talker.pen.firmware().ages.penMs;
const count = (talker: Talker): number => talker.pen.firmware().ledger.strokes;

const run = (talker: Talker, credit = 20, leaseMs = 200) =>
  talker.ask({
    kind: 'run',
    depthUm: um(1_000),
    rateCentiHz: centiHz(10_000),
    ceiling: strokes(count(talker) + credit),
    notAfterPenMs: penMs(now(talker) + leaseMs),
  });

test('S-17 the needles come out and stay while permission lasts, and cost one stroke', () => {
  const talker = atBench();
  repress(talker);
  for (let times = 0; times < 20; times += 1) {
    expectDone(extend(talker));
    talker.pass(50);
  }
  expect(protrudingUm(talker.pen.plant)).toBeGreaterThan(950);
  expect(talker.telemetry().phase).toBe('calibrating');
  talker.hand = HANDS_OFF;
  talker.pass(120);
  expect(talker.pen.truth()).toMatchObject({ retracted: true, motorOn: false });
  expect(talker.pen.firmware()).toMatchObject({
    doing: { kind: 'idle' },
    latch: { reason: 'none' },
  });
  expect(talker.pen.truth().strokes).toBe(1);
  expect(count(talker)).toBe(1);
});

test('S-17 a run ends at its ceiling, withdrawn', () => {
  const talker = atBench();
  repress(talker);
  expectDone(run(talker, 15));
  talker.pass(400);
  expect(count(talker)).toBe(15);
  expect(talker.pen.truth()).toMatchObject({ retracted: true, motorOn: false });
  expect(talker.pen.truth().strokes).toBeLessThanOrEqual(15);
  expect(talker.pen.truth().strokes).toBeGreaterThan(8);
});

test('a run is prolonged before it ends, and not to other limits', () => {
  const talker = atBench();
  repress(talker);
  for (let times = 0; times < 10; times += 1) {
    expectDone(run(talker));
    talker.pass(50);
  }
  expect(talker.pen.firmware().latch.reason).toBe('none');
  expect(count(talker)).toBeGreaterThan(30);
  expect(extend(talker)).toMatchObject({ reason: 'not-idle' });
});

describe('it is refused', () => {
  test('in the hold by which calibration was entered', () => {
    const talker = atBench();
    expect(run(talker)).toMatchObject({ reason: 'stale-hold' });
    expect(extend(talker)).toMatchObject({ reason: 'stale-hold' });
  });

  test('S-17 without the trigger', () => {
    const talker = atBench();
    talker.hand = HANDS_OFF;
    talker.pass(10);
    expect(run(talker)).toMatchObject({ reason: 'no-trigger' });
  });

  test('S-17 on skin', () => {
    const talker = atBench();
    repress(talker);
    talker.hand = { ...AT_BENCH, contact: true };
    talker.pass(10);
    expect(run(talker)).toMatchObject({ reason: 'skin-contact' });
    expect(extend(talker)).toMatchObject({ reason: 'skin-contact' });
  });

  test('for more strokes, or longer, than a grant could give', () => {
    const talker = atBench();
    repress(talker);
    expect(run(talker, 21)).toMatchObject({ reason: 'beyond-credit' });
    expect(run(talker, 20, 201)).toMatchObject({ reason: 'lease-too-long' });
    expect(extend(talker, 1_000, 201)).toMatchObject({ reason: 'lease-too-long' });
  });

  test('S-18 in a treatment, as an arming is in calibration', () => {
    const talker = atBench();
    expect(talker.ask(armOf())).toMatchObject({ reason: 'wrong-mode' });
    const treating = rigTalker({ cartridge: 'metrology' });
    treating.hello();
    treating.pass(5);
    expectDone(treating.ask({ kind: 'join', mode: 'treatment' }));
    repress(treating);
    expect(run(treating)).toMatchObject({ reason: 'wrong-mode' });
    expect(extend(treating)).toMatchObject({ reason: 'wrong-mode' });
  });
});

test('S-17 skin that comes under the head in motion stops and latches', () => {
  const talker = atBench();
  repress(talker);
  expectDone(run(talker));
  talker.pass(100);
  talker.hand = { ...AT_BENCH, contact: true };
  talker.pass(120);
  expect(talker.pen.firmware().latch.reason).toBe('contact-in-calibration');
  expect(talker.pen.truth().retracted).toBe(true);
});

test('S-17 permission that runs out with the trigger held latches, as in treatment', () => {
  const talker = atBench();
  repress(talker);
  expectDone(extend(talker, 500, 150));
  talker.pass(300);
  expect(talker.pen.firmware().latch.reason).toBe('lease-expired');
  expect(talker.pen.truth().retracted).toBe(true);
});

test('S-17 stop and another hello end calibration as they end everything', () => {
  for (const [end, reason] of [
    [(talker: Talker) => talker.send({ kind: 'stop' }), 'host-stop'],
    [(talker: Talker) => talker.hello(5), 'foreign-hello'],
  ] as const) {
    const talker = atBench();
    repress(talker);
    expectDone(run(talker));
    talker.pass(100);
    end(talker);
    talker.pass(100);
    expect(talker.pen.firmware().latch.reason).toBe(reason);
    expect(talker.pen.truth()).toMatchObject({ retracted: true, motorOn: false });
  }
});

test('needles drawn back to a lesser depth are not taken for needles that are too deep', () => {
  const talker = atBench();
  repress(talker);
  for (const depthUm of [2_000, 500]) {
    for (let times = 0; times < 16; times += 1) {
      expectDone(extend(talker, depthUm));
      talker.pass(50);
    }
  }
  talker.hand = HANDS_OFF;
  talker.pass(200);
  expect(talker.pen.firmware().latch.reason).toBe('none');
});
