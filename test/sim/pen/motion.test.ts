/**
 * Needles under permission: when they begin to move, what they cost, and every way in which they
 * stop.
 */
import { describe, expect, test } from 'vitest';
import { CREDIT_MAX, LEASE_MS_MAX, RETRACT_MS_MAX } from '../../../protocol/timing.ts';
import { centiHz, ms, penMs, strokes, um } from '../../../protocol/units.ts';
import { HANDS_OFF } from '../../../sim/plant/index.ts';
import { rigTalker } from './rig.ts';
import { expectDone, grantOf, PRESSING, readyToMove, renewing, type Talker } from './talker.ts';

type Ready = Parameters<typeof readyToMove>;

function pressed(arm: Ready[1] = {}, row: Ready[2] = {}): Talker {
  const talker = rigTalker();
  readyToMove(talker, arm, row);
  talker.hand = PRESSING;
  talker.pass(5);
  return talker;
}

const phaseOf = (talker: Talker): string => talker.pen.firmware().doing.kind;
const strokesOf = (talker: Talker): number => talker.pen.firmware().ledger.strokes;

describe('nothing moves', () => {
  test('S-12 without a grant, however long the trigger is held', () => {
    const talker = pressed();
    talker.pass(1_500);
    expect(talker.pen.truth()).toMatchObject({ strokes: 0, motorOn: false, retracted: true });
  });

  test('S-15 under a grant without the trigger', () => {
    const talker = rigTalker();
    readyToMove(talker);
    expect(talker.ask(grantOf(talker))).toMatchObject({ reason: 'no-trigger' });
    talker.pass(100);
    expect(talker.pen.truth().strokes).toBe(0);
  });

  test('S-25 before the memory has confirmed the mark; the grant is lost if it never does', () => {
    const talker = rigTalker({
      faults: [{ kind: 'store-fails', at: { kind: 'ms', ms: 8 }, lasting: 'for-good' }],
    });
    readyToMove(talker);
    talker.hand = PRESSING;
    talker.pass(20);
    talker.send(grantOf(talker));
    talker.pass(300);
    expect(talker.pen.truth()).toMatchObject({ strokes: 0, motorOn: false, retracted: true });
    expect(talker.ask(grantOf(talker))).toMatchObject({ reason: 'ledger-not-stored' });
    expect(talker.pen.firmware().latch.reason).toBe('none');
  });

  test('S-21 in the hold that a stop has ended, until the trigger is pressed again', () => {
    const talker = pressed();
    talker.send(grantOf(talker, 10));
    talker.pass(300);
    expect(phaseOf(talker)).toBe('armed');
    expect(talker.ask(grantOf(talker))).toMatchObject({ reason: 'stale-hold' });
    talker.hand = HANDS_OFF;
    talker.pass(5);
    talker.hand = PRESSING;
    talker.pass(5);
    talker.send(grantOf(talker));
    talker.pass(60);
    expect(phaseOf(talker)).toBe('running');
  });
});

describe('a grant is refused', () => {
  const cases: readonly [string, string, (talker: Talker) => Parameters<typeof grantOf>[3]][] = [
    ['foreign-arming', 'for another arming', () => ({ armingId: 2 })],
    ['stale-hold', 'for another hold', () => ({ holdId: 9 })],
    ['beyond-credit', 'for more than the credit', (talker) => ({
      ceiling: strokes(strokesOf(talker) + CREDIT_MAX + 1),
    })],
    ['nothing-left', 'for no strokes', (talker) => ({ ceiling: strokes(strokesOf(talker)) })],
    ['lease-too-long', 'for longer than a lease', (talker) => ({
      notAfterPenMs: penMs(talker.pen.firmware().ages.penMs + LEASE_MS_MAX + 1),
    })],
    ['lease-over', 'when it is over on arrival', (talker) => ({
      notAfterPenMs: penMs(talker.pen.firmware().ages.penMs),
    })],
  ];
  for (const [reason, what, change] of cases) {
    test(what, () => {
      const talker = pressed();
      const told = talker.ask(grantOf(talker, 20, 200, change(talker)));
      expect(told).toMatchObject({ kind: 'outcome', outcome: 'refused', reason });
      talker.pass(100);
      expect(talker.pen.truth().strokes).toBe(0);
    });
  }

  test('S-04 beyond the pass', () => {
    const talker = pressed({ passCeiling: strokes(12) });
    const told = talker.ask(grantOf(talker, 13, 200, { ceiling: strokes(13) }));
    expect(told).toMatchObject({ reason: 'beyond-pass', allowed: 12 });
  });

  test('S-12 beyond the credit of the row, be it smaller than the pen would give', () => {
    const talker = pressed({}, { creditMax: strokes(5) });
    expect(talker.ask(grantOf(talker, 6))).toMatchObject({ reason: 'beyond-credit', allowed: 5 });
  });

  test('S-19 when it is older than the newest, and dropped when it is the same again', () => {
    const talker = pressed();
    const seq = talker.send(grantOf(talker));
    const heard = talker.heard.length;
    talker.send(grantOf(talker), { seq });
    expect(talker.heard).toHaveLength(heard);
    talker.send(grantOf(talker), { seq: seq - 1 });
    expect(talker.heard.at(-1)).toMatchObject({ reason: 'stale-grant' });
  });
});

describe('needles stop and come back', () => {
  test('S-15 when the trigger is released, and the pen stays armed', () => {
    const talker = pressed();
    renewing(talker, 400);
    expect(phaseOf(talker)).toBe('running');
    talker.hand = HANDS_OFF;
    talker.pass(RETRACT_MS_MAX);
    expect(talker.pen.truth()).toMatchObject({ retracted: true, motorOn: false, rateCentiHz: 0 });
    expect(phaseOf(talker)).toBe('armed');
    expect(talker.pen.firmware().latch.reason).toBe('none');
  });

  test('S-12 at the ceiling, and the ceiling is what was debited', () => {
    const talker = pressed();
    const before = strokesOf(talker);
    talker.send(grantOf(talker, 14));
    talker.pass(350);
    expect(strokesOf(talker)).toBe(before + 14);
    expect(talker.pen.truth().strokes).toBeLessThanOrEqual(before + 14);
    expect(talker.pen.truth().strokes).toBeGreaterThan(0);
    expect(talker.pen.firmware().latch.reason).toBe('none');
  });

  test('S-05 when a pass is used up, exactly, with the pen armed and nothing left', () => {
    const talker = pressed({ passCeiling: strokes(60) });
    renewing(talker, 2_000);
    expect(strokesOf(talker)).toBe(60);
    expect(phaseOf(talker)).toBe('armed');
    talker.hand = HANDS_OFF;
    talker.pass(20);
    talker.hand = PRESSING;
    talker.pass(5);
    expect(talker.ask(grantOf(talker, 5))).toMatchObject({ reason: 'nothing-left' });
  });

  test('at the hold limit of the row, with a fresh press needed', () => {
    const talker = pressed({}, { holdMsMax: ms(500) });
    renewing(talker, 480);
    expect(phaseOf(talker)).toBe('running');
    renewing(talker, 150);
    expect(phaseOf(talker)).toBe('armed');
    expect(talker.pen.firmware().hold.spent).toBe(true);
    expect(talker.ask(grantOf(talker))).toMatchObject({ reason: 'stale-hold' });
  });

  test('S-12 S-26 and latch when nobody renews permission while the trigger is held', () => {
    const talker = pressed();
    renewing(talker, 400, 20);
    talker.send(grantOf(talker, 20, 60));
    talker.pass(70);
    expect(talker.pen.firmware().latch.reason).toBe('lease-expired');
    talker.pass(RETRACT_MS_MAX);
    expect(talker.pen.truth()).toMatchObject({ retracted: true, motorOn: false });
    expect(phaseOf(talker)).toBe('latched');
  });

  test('S-26 a pen that hears nothing is still within one lease and its way back', () => {
    const talker = pressed();
    renewing(talker, 300);
    talker.send(grantOf(talker, 20, LEASE_MS_MAX));
    const before = talker.pen.truth().strokes;
    talker.pass(LEASE_MS_MAX + RETRACT_MS_MAX);
    expect(talker.pen.truth()).toMatchObject({ retracted: true, motorOn: false });
    expect(talker.pen.truth().strokes - before).toBeLessThanOrEqual(20);
  });

  test('when a shorter grant takes the place of a longer one', () => {
    const talker = pressed();
    renewing(talker, 300);
    const now = talker.pen.firmware().ages.penMs;
    talker.send(grantOf(talker, 20, 0, { notAfterPenMs: penMs(now + 5) }));
    talker.pass(10);
    expect(talker.pen.firmware().latch.reason).toBe('lease-expired');
  });
});

test('the first stroke of a press is as deep as the arming, for stamps live on it', () => {
  const talker = pressed({ name: 'infraorbital', on: 'left', depthUm: um(250),
    rateCentiHz: centiHz(5_000), stamp: 1 },
  { depthUmMax: um(250), rateCentiHzMax: centiHz(5_000), creditMax: strokes(2) });
  talker.send(grantOf(talker, 2));
  talker.pass(300);
  expect(talker.strokes.length).toBeGreaterThanOrEqual(1);
  expect(talker.strokes.length).toBeLessThanOrEqual(2);
  expect(talker.strokes[0]?.peakUm).toBeGreaterThan(225);
  expect(talker.pen.firmware().latch.reason).toBe('none');
});

test('a single stroke can be given, and is one', () => {
  const talker = pressed({ name: 'infraorbital', on: 'left', depthUm: um(250),
    rateCentiHz: centiHz(5_000), stamp: 1 },
  { depthUmMax: um(250), rateCentiHzMax: centiHz(5_000), creditMax: strokes(1) });
  for (let press = 1; press <= 20; press += 1) {
    talker.hand = HANDS_OFF;
    talker.pass(150);
    talker.hand = PRESSING;
    talker.pass(5);
    talker.send(grantOf(talker, 1));
    talker.pass(200);
    expect(strokesOf(talker)).toBe(press);
    expect(talker.strokes).toHaveLength(press);
  }
});

test('S-22 never less is debited than the encoder counted or the motor could have done', () => {
  const talker = pressed();
  renewing(talker, 1_500);
  const { ledger, ages } = talker.pen.firmware();
  expect(ledger.strokes).toBeGreaterThanOrEqual(talker.pen.truth().strokes);
  expect(ledger.strokes).toBeGreaterThanOrEqual(Math.ceil((ages.doingMs * 12_000) / 100_000) - 1);
});

test('S-25 a clean stop stores the exact count, motion a mark above all permitted', () => {
  const talker = pressed();
  renewing(talker, 600);
  const moving = talker.pen.memory().record;
  expect(moving).toMatchObject({ closed: false });
  expect(moving?.mark).toBeGreaterThanOrEqual(strokesOf(talker) + 10);
  talker.hand = HANDS_OFF;
  talker.pass(200);
  expect(talker.pen.memory().record).toMatchObject({ closed: true, mark: strokesOf(talker) });
});

test('a tighten in motion takes effect in motion', () => {
  const talker = pressed();
  renewing(talker, 300);
  const limits = { depthUm: um(300), rateCentiHz: centiHz(6_000), passCeiling: strokes(400) };
  expectDone(talker.ask({ kind: 'tighten', armingId: 1, ...limits }));
  renewing(talker, 400);
  expect(phaseOf(talker)).toBe('running');
  expect(talker.pen.truth()).toMatchObject({ depthStopUm: 300 });
  expect(talker.pen.truth().rateCentiHz).toBeLessThan(6_200);
});
