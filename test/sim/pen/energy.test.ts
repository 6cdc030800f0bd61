/**
 * What a pen with radiofrequency gives, what it refuses, and how every pulse ends, told by the
 * plant's own truth.
 */
import { describe, expect, test } from 'vitest';
import { AREA_NAMES, AREAS } from '../../../protocol/area.ts';
import type { RefusalReason } from '../../../protocol/reason.ts';
import { penMs, strokes, um } from '../../../protocol/units.ts';
import type { EnergyFault } from '../../../sim/faults/fault.ts';
import { energyCeilingOf } from '../../../sim/firmware/energy-state.ts';
import { type Hand, HANDS_OFF } from '../../../sim/plant/index.ts';
import {
  armedEnergy, armEnergyOf, energyGrantOf, energyOf, joinedEnergy, press, rest, STAMPING,
} from './energy-rig.ts';
import { rigTalker } from './rig.ts';
import { expectDone, grantOf, rowOf, type Talker } from './talker.ts';

const AT_ONCE = { at: { kind: 'ms', ms: 0 }, lasting: 'for-good' } as const;

const latchOf = (talker: Talker): string => talker.pen.firmware().latch.reason;

describe('a pen without energy', () => {
  test('S-80 refuses an arming with it, a grant of it, and tells no page of it', () => {
    const talker = rigTalker();
    talker.hello();
    talker.pass(5);
    expectDone(talker.ask({ kind: 'join', mode: 'treatment' }));
    expectDone(talker.ask(rowOf({ name: 'chin' })));
    expect(talker.ask(armEnergyOf())).toMatchObject({ reason: 'no-energy' });
    expect(talker.ask(energyGrantOf(talker))).toMatchObject({ reason: 'no-energy' });
    for (const page of [11, 12]) {
      expect(talker.ask({ kind: 'read', page })).toMatchObject({ reason: 'no-such-page' });
    }
    talker.pass(100);
    expect(energyOf(talker)).toBeUndefined();
    expect('energy' in talker.pen.firmware()).toBe(false);
  });
});

describe('an arming with energy is refused', () => {
  const cases: readonly (readonly [RefusalReason, string, Parameters<typeof armEnergyOf>[0]])[] = [
    ['below-range', 'so shallow that it would burn the surface', { depthUm: um(450) }],
    ['beyond-energy', 'more energy than the maker declares', {
      microJoulePerPin: 60_001, pulseMs: 100,
    }],
    ['beyond-energy', 'more energy in a millisecond than can be watched', {
      microJoulePerPin: 25_000, pulseMs: 30,
    }],
    ['below-range', 'a pulse shorter than the maker declares', { pulseMs: 10 }],
    ['nothing-left', 'no pulse at all', { pulseCeiling: 0 }],
    ['beyond-pass', 'more pulses than one arming gives', { pulseCeiling: 401 }],
    ['beyond-envelope', 'deeper than its row', { depthUm: um(1_050) }],
    ['wrong-cartridge', 'other pins than the cartridge has', { needleCount: 12 }],
    ['unknown-area', 'a side that the area has not', { on: 'left' }],
  ];
  test.each(cases)('with %s: %s', (reason, _, change) => {
    const talker = joinedEnergy();
    expect(talker.ask(armEnergyOf(change))).toMatchObject({ outcome: 'refused', reason });
    expect(talker.pen.firmware().doing.kind).toBe('idle');
  });

  test('S-81 in every area of the eye, and where no energy is ever given', () => {
    const never = AREA_NAMES.filter((area) => energyCeilingOf(area) === 0);
    expect(never).toEqual(expect.arrayContaining(['upper-eyelid', 'infraorbital', 'crows-feet']));
    for (const name of never) {
      const talker = joinedEnergy();
      talker.ask(rowOf({ name, depthUmMax: um(250), rateCentiHzMax: 5_000 as never }));
      const on = AREAS[name].paired ? 'left' : 'midline';
      const told = talker.ask(armEnergyOf({ name, on, depthUm: um(500) }));
      expect([name, told]).toMatchObject([name, { outcome: 'refused' }]);
    }
    // Where needles alone may go deep enough, it is the ceiling of energy that refuses.
    for (const [name, on] of [['hand', 'left'], ['scalp', 'midline']] as const) {
      const talker = joinedEnergy();
      talker.ask(rowOf({ name }));
      expect(talker.ask(armEnergyOf({ name, on }))).toMatchObject({ reason: 'beyond-energy' });
    }
  });
});

describe('a grant of energy is refused', () => {
  const cases: readonly (readonly [RefusalReason, Parameters<typeof energyGrantOf>[1]])[] = [
    ['beyond-pass', { pulseCeiling: 21 }],
    ['beyond-credit', { pulseCeiling: 2 }],
    ['nothing-left', { pulseCeiling: 0 }],
    ['beyond-credit', { ceiling: strokes(2) }],
    ['beyond-energy', { microJoulePerPin: 25_001 }],
    ['above-range', { pulseMs: 61 }],
    ['beyond-energy', { pulseMs: 30 }],
    ['lease-too-long', { notAfterPenMs: penMs(60_000) }],
    ['foreign-arming', { armingId: 2 }],
  ];
  test.each(cases)('S-82 with %s', (reason, change) => {
    const talker = armedEnergy();
    talker.hand = STAMPING;
    talker.pass(5);
    expect(talker.ask(energyGrantOf(talker, change))).toMatchObject({ reason });
    talker.pass(300);
    expect(rest(talker)).toEqual([]);
  });

  test('within a second of the pulse before, and of a boot', () => {
    const talker = joinedEnergy();
    expectDone(talker.ask(armEnergyOf()));
    talker.hand = STAMPING;
    talker.pass(5);
    expect(talker.ask(energyGrantOf(talker))).toMatchObject({ reason: 'too-soon' });
  });

  test('of strokes under an arming with energy, and of energy under one without', () => {
    const talker = armedEnergy();
    talker.hand = STAMPING;
    talker.pass(5);
    expect(talker.ask(grantOf(talker, 1))).toMatchObject({ reason: 'no-energy' });
  });
});

describe('a pulse', () => {
  test('S-83 flows with needles in, on skin and still, and is as armed', () => {
    const talker = armedEnergy();
    const [pulse, ...more] = press(talker);
    expect(more).toEqual([]);
    expect(pulse).toMatchObject({
      ms: 60, microJoulePerPin: 25_000, touching: true, glided: false, ordered: true,
    });
    expect(pulse?.leastUm).toBeGreaterThanOrEqual(740);
    expect(energyOf(talker)).toMatchObject({
      pulses: 1, end: 'whole', deliveredMicroJoule: 25_000, deliveredMs: 60, outside: 0,
    });
    expect(latchOf(talker)).toBe('none');
    expect(talker.pen.truth().retracted).toBe(true);
  });

  test('S-82 comes once for a press, and counts before it flows', () => {
    const talker = armedEnergy();
    let before: number | undefined;
    press(talker, 500, () => {
      const { energy } = talker.pen.firmware();
      if (talker.pen.plant.radio?.sensed.emitting === true) before ??= energy?.pulses;
    });
    expect(before).toBe(1);
    expect(talker.pen.firmware().energy?.pulses).toBe(1);
    rest(talker);
    expect(press(talker).length).toBe(1);
    expect(talker.pen.memory().record?.pulses).toBe(2);
  });

  const stops: readonly (readonly [string, Partial<Hand>, string])[] = [
    ['lifted', { contact: false }, 'lifted-off'],
    ['slid over the skin', { glideMmS: 60 }, 'moved'],
    ['let go of', { trigger: false }, 'stopped'],
  ];
  test.each(stops)('S-83 ends within 3 ms when the pen is %s', (_, change, end) => {
    const talker = armedEnergy();
    let atMs = 0;
    const pulses = press(talker, 400, (ms) => {
      const { flow } = talker.pen.plant.radio ?? {};
      if (atMs === 0 && (flow?.passedMs ?? 0) >= 20) {
        atMs = ms;
        talker.hand = { ...talker.hand, ...change };
      }
    });
    expect(pulses.length).toBe(1);
    expect(pulses[0]?.ms).toBeLessThanOrEqual(23);
    expect(energyOf(talker)).toMatchObject({ end, pulses: 1 });
  });

  test.each(['stop', 'hello', 'reset'] as const)('S-86 ends at once by %s', (how) => {
    const talker = armedEnergy();
    let done = false;
    const pulses = [...press(talker, 300, () => {
      const { flow } = talker.pen.plant.radio ?? {};
      if (done || (flow?.passedMs ?? 0) < 20) return;
      done = true;
      if (how === 'stop') talker.send({ kind: 'stop' }, { seq: 0 });
      else if (how === 'hello') talker.hello(0x77);
      else talker.pen.reset('power');
    }), ...rest(talker, 200)];
    expect(pulses.map(({ ms }) => ms <= 22)).toEqual([true]);
    expect(latchOf(talker)).not.toBe('none');
    expect(talker.pen.firmware().energy?.pulses).toBe(1);
  });

  test('S-86 does not begin when it could not end before its lease', () => {
    const talker = armedEnergy();
    talker.hand = STAMPING;
    talker.pass(5);
    const { ages } = talker.pen.firmware();
    expectNone(talker.send(energyGrantOf(talker, { notAfterPenMs: penMs(ages.penMs + 120) })));
    talker.pass(400);
    expect(rest(talker)).toEqual([]);
    expect(talker.pen.firmware().energy?.pulses).toBe(0);
  });

  test('does not begin in the air, nor with needles that do not come out', () => {
    const air = armedEnergy();
    const inAir: Hand = { ...HANDS_OFF, trigger: true };
    press(air, 5);
    air.hand = inAir;
    air.pass(400);
    expect(rest(air)).toEqual([]);
    const jammed = armedEnergy([{ kind: 'depth-stop-jam', ...AT_ONCE }]);
    expect(press(jammed, 900)).toEqual([]);
  });
});

const expectNone = (seq: number): void => expect(seq).toBeGreaterThan(0);

describe('a fault of the generator or the tissue', () => {
  const fault = (of: Pick<EnergyFault, 'kind'> & Record<string, unknown>): EnergyFault =>
    ({ ...AT_ONCE, ...of }) as EnergyFault;

  test('S-85 tissue that warms twice as fast ends the pulse before it is burnt', () => {
    const talker = armedEnergy([fault({ kind: 'hot-tissue', permille: 2_000 })]);
    const [pulse] = press(talker);
    expect(pulse?.peakDeciC).toBeLessThan(700);
    expect(pulse?.microJoulePerPin).toBeLessThan(25_000);
    expect(energyOf(talker)).toMatchObject({ end: 'too-hot' });
  });

  test('S-85 a sensor that energy does not move is not believed', () => {
    const talker = armedEnergy([fault({ kind: 'frozen-tissue-sensor' })]);
    const [pulse] = press(talker);
    expect(pulse?.microJoulePerPin).toBeLessThanOrEqual(11_000);
    expect(energyOf(talker)).toMatchObject({ end: 'too-hot' });
  });

  test('S-84 impedance out of its window keeps pulses back, and the third time latches', () => {
    const talker = armedEnergy([fault({ kind: 'impedance-off', ohm: 5_000 })]);
    for (const times of [1, 2]) {
      expect(press(talker)).toEqual([]);
      expect(energyOf(talker)).toMatchObject({ outside: times, pulses: 0 });
      rest(talker, 300);
    }
    expect(press(talker)).toEqual([]);
    expect(latchOf(talker)).toBe('impedance-out');
  });

  test('a generator that does not hear the end is ended by its own timer, and latches', () => {
    const talker = armedEnergy([fault({ kind: 'energy-stuck' })]);
    const pulses = press(talker, 400, () => {
      const { flow } = talker.pen.plant.radio ?? {};
      if ((flow?.passedMs ?? 0) === 20) talker.hand = { ...talker.hand, contact: false };
    });
    expect(pulses.map(({ ms }) => ms)).toEqual([60]);
    expect(latchOf(talker)).toBe('energy-unasked');
  });

  test('S-84 energy that nobody ordered latches, and its own timer ends it', () => {
    const talker = joinedEnergy([
      {
        kind: 'energy-unasked', microJoulePerMs: 200, at: { kind: 'ms', ms: 500 },
        lasting: { ms: 900 },
      },
    ]);
    talker.pass(900);
    const pulses = rest(talker, 50);
    expect(pulses.map(({ ms, ordered }) => [ms, ordered])).toEqual([[100, false]]);
    expect(latchOf(talker)).toBe('energy-unasked');
    expect(talker.ask(armEnergyOf())).toMatchObject({ reason: 'latched' });
  });

  test('a generator that gives too much is ended by what it has given', () => {
    const talker = armedEnergy([fault({ kind: 'energy-strong', permille: 1_500 })]);
    const [pulse] = press(talker);
    expect(pulse?.microJoulePerPin).toBeLessThanOrEqual(26_000);
  });
});

test('S-82 a reset never gives a pulse back', () => {
  const talker = armedEnergy();
  press(talker);
  talker.pen.reset('power');
  talker.pass(300);
  expect(talker.pen.firmware().energy?.pulses).toBe(1);
});
