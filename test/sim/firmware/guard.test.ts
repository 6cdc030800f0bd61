/**
 * Rules that stand behind another rule: each is asked alone, in a state that the one before it
 * would never have let come about. Two that do not trust each other are worth nothing if one is
 * missing.
 */
import { describe, expect, test } from 'vitest';
import { WRAP_GUARD } from '../../../protocol/timing.ts';
import type { ToPen } from '../../../protocol/to-pen.ts';
import { centiHz, penMs, strokes, um } from '../../../protocol/units.ts';
import { step } from '../../../sim/firmware/index.ts';
import type { Firmware } from '../../../sim/firmware/index.ts';
import { sense } from '../../../sim/plant/index.ts';
import { rigTalker } from '../pen/rig.ts';
import {
  armOf,
  AT_BENCH,
  expectDone,
  grantOf,
  PRESSING,
  readyToMove,
  renewing,
  rowOf,
  type Talker,
} from '../pen/talker.ts';

function hear(state: Firmware, message: ToPen): unknown {
  const header = { session: state.link.session, seq: 9_999 };
  const { effects } = step(state, { kind: 'received', header, message }, 0);
  const answer = effects.find((effect) => effect.kind === 'send');
  return answer?.kind === 'send' ? answer.message : undefined;
}

const idle = (): Firmware => {
  const talker = rigTalker();
  talker.hello();
  talker.pass(5);
  expectDone(talker.ask({ kind: 'join', mode: 'treatment' }));
  expectDone(talker.ask(rowOf()));
  return talker.pen.firmware();
};

const pressed = (): Talker => {
  const talker = rigTalker();
  readyToMove(talker);
  talker.hand = PRESSING;
  talker.pass(5);
  return talker;
};

const atBench = (): Firmware => {
  const talker = rigTalker({ cartridge: 'metrology' });
  talker.hello();
  talker.hand = AT_BENCH;
  talker.pass(10);
  expectDone(talker.ask({ kind: 'join', mode: 'calibration' }));
  talker.hand = { ...AT_BENCH, trigger: false };
  talker.pass(10);
  talker.hand = AT_BENCH;
  talker.pass(10);
  return talker.pen.firmware();
};

const saw = (state: Firmware, change: Partial<Firmware['seen']>): Firmware => ({
  ...state,
  seen: { ...state.seen, ...change },
});

const chipOf = ({ seen: { cartridge } }: Firmware) => {
  if (cartridge === undefined) throw new Error('this pen has a cartridge');
  return cartridge;
};

describe('an arming is refused', () => {
  test('while the needles are not back', () => {
    expect(hear(saw(idle(), { retracted: false }), armOf())).toMatchObject({
      reason: 'not-retracted',
    });
  });

  test('in a handle that is too hot', () => {
    expect(hear(saw(idle(), { hot: true }), armOf())).toMatchObject({ reason: 'not-in-range' });
  });

  test('S-03 S-37 beyond what is built in, though a row should say otherwise', () => {
    const state = idle();
    const row = rowOf({ name: 'infraorbital' });
    const rows = new Map([[row.area, row]]);
    const tampered = { ...state, link: { ...state.link, rows } };
    const asked = { name: 'infraorbital', on: 'left' } as const;
    const slow = centiHz(5_000);
    expect(hear(tampered, armOf({ ...asked, depthUm: um(300), rateCentiHz: slow }))).toMatchObject({
      reason: 'beyond-ceiling',
      allowed: 250,
    });
    const fast = centiHz(5_100);
    expect(hear(tampered, armOf({ ...asked, depthUm: um(250), rateCentiHz: fast }))).toMatchObject({
      reason: 'beyond-ceiling',
      allowed: 5_000,
    });
  });

  test('S-01 deeper than the needles are long', () => {
    const state = idle();
    const cartridge = { ...chipOf(state), needleLengthUm: 450 };
    expect(hear(saw(state, { cartridge }), armOf())).toMatchObject({
      reason: 'wrong-cartridge',
      allowed: 450,
    });
  });
});

describe('a grant is refused', () => {
  test('in a hold that has lasted as long as the row allows', () => {
    const talker = pressed();
    const state = talker.pen.firmware();
    const old = { ...state, ages: { ...state.ages, heldMs: 4_000 } };
    expect(hear(old, grantOf(talker))).toMatchObject({ reason: 'stale-hold' });
  });

  test('without the cartridge of the arming', () => {
    const talker = pressed();
    const state = talker.pen.firmware();
    const other = { ...chipOf(state), serial: 'ANOTHER' };
    const none = saw(state, { cartridge: undefined });
    expect(hear(none, grantOf(talker))).toMatchObject({ reason: 'no-cartridge' });
    expect(hear(saw(state, { cartridge: other }), grantOf(talker))).toMatchObject({
      reason: 'wrong-cartridge',
    });
  });

  test('near the wrap of the clock', () => {
    const talker = pressed();
    const state = talker.pen.firmware();
    const late = { ...state, ages: { ...state.ages, penMs: WRAP_GUARD + 1 } };
    const grant = grantOf(talker, 20, 0, { notAfterPenMs: penMs(WRAP_GUARD + 100) });
    expect(hear(late, grant)).toMatchObject({ reason: 'near-wrap' });
  });
});

test('a tighten is refused for limits that the pen cannot keep', () => {
  const state = pressed().pen.firmware();
  const limits = {
    kind: 'tighten' as const,
    armingId: 1,
    depthUm: um(500),
    rateCentiHz: centiHz(10_000),
    passCeiling: strokes(100),
  };
  expect(hear(state, { ...limits, depthUm: um(50) })).toMatchObject({ reason: 'below-range' });
  expect(hear(state, { ...limits, depthUm: um(310) })).toMatchObject({ reason: 'off-step' });
  expect(hear(state, { ...limits, rateCentiHz: centiHz(100) })).toMatchObject({
    reason: 'below-range',
  });
});

test('a row of an eye area is refused above half the usual rate', () => {
  const row = rowOf({ name: 'infraorbital', depthUmMax: um(250), rateCentiHzMax: centiHz(5_001) });
  expect(hear(idle(), row)).toMatchObject({ reason: 'beyond-ceiling', allowed: 5_000 });
});

describe('calibration work is refused', () => {
  const run = (state: Firmware, change: object = {}): ToPen => ({
    kind: 'run',
    depthUm: um(1_000),
    rateCentiHz: centiHz(10_000),
    ceiling: strokes(state.ledger.strokes + 10),
    notAfterPenMs: penMs(state.ages.penMs + 200),
    ...change,
  });

  test('S-17 with a cartridge for patients that was put in since', () => {
    const state = atBench();
    const swapped = saw(state, { cartridge: { ...chipOf(state), kind: 'patient' } });
    expect(hear(swapped, run(state))).toMatchObject({ reason: 'wrong-cartridge' });
  });

  test('outside of what the pen and its needles can do', () => {
    const state = atBench();
    const short = saw(state, { cartridge: { ...chipOf(state), needleLengthUm: 900 } });
    const cases = [
      [state, { depthUm: um(2_050) }, 'above-range'],
      [state, { depthUm: um(510) }, 'off-step'],
      [state, { rateCentiHz: centiHz(100) }, 'below-range'],
      [state, { ceiling: strokes(state.ledger.strokes) }, 'nothing-left'],
      [short, {}, 'wrong-cartridge'],
    ] as const;
    for (const [given, change, reason] of cases) {
      expect(hear(given, run(state, change))).toMatchObject({ reason });
    }
  });
});

describe('in motion', () => {
  const moving = (): { talker: Talker; state: Firmware } => {
    const talker = pressed();
    renewing(talker, 400);
    return { talker, state: talker.pen.firmware() };
  };
  const tick = (talker: Talker, state: Firmware): Firmware =>
    step(state, { kind: 'tick', sensed: sense(talker.pen.plant) }, 1).state;

  test('a clock or a count that comes near its wrap ends the train', () => {
    const { talker, state } = moving();
    const late = { ...state, ledger: { ...state.ledger, strokes: WRAP_GUARD + 1 } };
    expect(tick(talker, late)).toMatchObject({ doing: { kind: 'stopping' } });
    expect(tick(talker, state)).toMatchObject({ doing: { kind: 'running' } });
  });

  test('S-34 a motor that strains for 150 ms is stalling, though it still turns', () => {
    const { talker, state } = moving();
    const strains = saw(
      { ...state, ages: { ...state.ages, strainedMs: 149 }, pace: { ...state.pace, quietMa: 1 } },
      { strained: true },
    );
    expect(tick(talker, strains)).toMatchObject({ latch: { reason: 'stall' } });
  });

  test('S-30 another cartridge is seen within the very millisecond', () => {
    const { talker, state } = moving();
    if (state.doing.kind !== 'running') throw new Error('this pen moves');
    const cartridge = { ...state.doing.motion.cartridge, serial: 'ANOTHER' };
    const motion = { ...state.doing.motion, cartridge };
    const swapped = { ...state, doing: { ...state.doing, motion } };
    expect(tick(talker, swapped)).toMatchObject({
      latch: { reason: 'cartridge-gone' },
      drive: { motor: 'brake', depthUm: 0 },
    });
  });

  test('S-05 a cam that could reach its ceiling by edges alone is braked', () => {
    const { talker, state } = moving();
    if (state.doing.kind !== 'running') throw new Error('this pen moves');
    const { permit, fromStrokes } = state.doing.motion;
    const motion = { ...state.doing.motion, edges: permit.ceiling - fromStrokes };
    const ahead = { ...state, doing: { ...state.doing, motion } };
    const ages = { ...state.ages, dueUnits: 0 };
    expect(tick(talker, { ...ahead, ages })).toMatchObject({ doing: { kind: 'stopping' } });
  });

  test('S-05 a motor that could reach its ceiling by time alone is braked', () => {
    const { talker, state } = moving();
    const dueUnits = state.ages.dueUnits + 20 * 500_000;
    const ahead = { ...state, ages: { ...state.ages, dueUnits } };
    expect(tick(talker, ahead)).toMatchObject({ doing: { kind: 'stopping' } });
  });
});

test('S-41 heat and an empty battery end an arming at rest, too', () => {
  for (const [fault, reason] of [
    [{ kind: 'overheat', temperatureDeciC: 520 }, 'over-temperature'],
    [{ kind: 'battery-drop', percent: 3 }, 'battery-low'],
  ] as const) {
    const talker = rigTalker({ faults: [{ ...fault, at: { kind: 'ms', ms: 300 } }] });
    readyToMove(talker);
    talker.pass(250);
    expect(talker.pen.firmware().doing.kind).toBe('armed');
    talker.pass(200);
    expect(talker.pen.firmware().latch.reason).toBe(reason);
  }
});
