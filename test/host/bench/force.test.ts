/**
 * The pen's own sensor of force held against a force gauge: pressed by its rim with the needles in,
 * paired moment by moment, judged by class, and made again by whoever verifies the certificate.
 */
import { describe, expect, test } from 'vitest';
import { certifiedInstrument } from '../../../host/core/certificate/instrument.ts';
import { makeCertificate } from '../../../host/core/certificate/make.ts';
import { evaluateSeries } from '../../../host/core/calibration/evaluate.ts';
import { FORCES_MN } from '../../../host/core/calibration/plan.ts';
import { forceOf } from '../../../host/core/calibration/force.ts';
import { USUAL_CLIMATE } from '../../../host/core/calibration/point-result.ts';
import { sayClassReason } from '../../../host/core/calibration/words.ts';
import { sayTask } from '../../../host/core/bench/words.ts';
import { instrumentOf } from '../../../host/core/certificate/figures.ts';
import type { ForceGauge } from '../../../host/core/gauge/registry.ts';
import { benchForceGaugeOf } from '../../../host/core/gauge/registry.ts';
import { verifyCertificate } from '../../../host/certificate/verify.ts';
import { day } from '../../../host/core/day.ts';
import { INSTRUMENTS } from '../../../sim/bench/instrument-make.ts';
import { createFaultLog } from '../../../sim/faults/fault-log.ts';
import { given } from '../../support/limit-world.ts';
import { inputFor, PEN, sealed, WITH } from '../certificate/made.ts';
import { createRoom, PLAN, type Room, type RoomParts } from './virtual-room.ts';

const GAUGE: ForceGauge = {
  serial: 'F-1', kind: 'mark-10', measures: 'force', wiring: 'usual', maker: 'Mark-10',
  model: 'M5-5', k: 2, certificate: 'F-77', calibratedDay: day(2_400), dueDay: day(2_700),
  by: 'Anna', retired: undefined, resolutionMn: 1, expandedMn: 20,
};
const MAKE = { ...INSTRUMENTS['mark-10'], speaks: { kind: 'by-itself', everyMs: 250 } } as const;
const FORCE_ONLY = { ...PLAN, seatings: 1, pointsUm: [500], ratesCentiHz: [2_000], rateSeconds: 2,
  forcesMn: FORCES_MN };

/** A room with a force gauge on the bench. */
const roomWith = (parts: RoomParts = {}, change?: (text: string) => string): Room =>
  createRoom({
    ...parts,
    start: { plan: FORCE_ONLY, forceGauge: benchForceGaugeOf(GAUGE), ...parts.start },
    beside: [{ serial: 'F-1', make: MAKE, ...(change && { change }) }],
  });
const bench = (room: Room) => room.host().bench;
const phase = (room: Room) => bench(room).phase;
const isPressing = (room: Room) => () => phase(room).kind === 'pressing';

describe('a pen with a sensor of force', () => {
  test('is pressed onto the gauge at every force, and both are written down', () => {
    const room = roomWith();
    expect(room.runUntil(isPressing(room))).toBe(true);
    expect(sayTask(bench(room))).toContain('about 1.0 N');
    expect(room.runUntil(() => phase(room).kind === 'measured')).toBe(true);
    const { forces } = bench(room);
    expect(forces.map(({ commandedMn }) => commandedMn)).toEqual(FORCES_MN);
    for (const { commandedMn, gaugeMn, penMn, expandedMn, lines, toldMn } of forces) {
      expect(Math.abs(gaugeMn - commandedMn * 1.05)).toBeLessThan(10);
      expect(Math.abs(penMn - gaugeMn)).toBeLessThan(80);
      expect(expandedMn).toBeGreaterThanOrEqual(21);
      expect([lines.length, toldMn.length]).toEqual([3, 3]);
    }
    expect(room.pen.truth()).toMatchObject({ retracted: true, motorOn: false });
  });

  test('makes no stroke for it', () => {
    const room = roomWith();
    room.runUntil(isPressing(room));
    const { strokes } = room.pen.truth();
    room.runUntil(() => phase(room).kind === 'measured');
    expect(room.pen.truth().strokes).toBe(strokes);
  });

  test('a hand that presses far too hard is waited for, and then asked to look', () => {
    const room = roomWith();
    room.heavyHand = 1.5;
    room.runUntil(isPressing(room));
    room.runFor(30_000);
    expect(phase(room).kind).toBe('pressing');
    room.runFor(40_000);
    expect(phase(room)).toMatchObject({
      kind: 'doubting', doubt: { code: 'instrument-silent', which: 'force gauge' },
    });
    room.heavyHand = 1;
    room.tell({ kind: 'confirm' });
    expect(room.runUntil(() => phase(room).kind === 'measured')).toBe(true);
  });

  test('a gauge that says pounds, or is pulled out, is doubted', () => {
    const pounds = roomWith({}, (text) => text.replace(' N', ' lbF'));
    pounds.runUntil(isPressing(pounds));
    pounds.runFor(2_000);
    expect(phase(pounds)).toMatchObject({ doubt: { code: 'unit-jumped', said: 'lbf' } });
    const pulled = roomWith();
    pulled.runUntil(isPressing(pulled));
    pulled.tell({ kind: 'gauge-gone', gauge: 'F-1' });
    expect(phase(pulled)).toMatchObject({
      doubt: { code: 'instrument-gone', which: 'force gauge' },
    });
  });

  test('a step back takes the force before it again', () => {
    const room = roomWith();
    room.runUntil(() => bench(room).forces.length === 2);
    room.tell({ kind: 'back' });
    expect(bench(room).forces.length).toBe(1);
    expect(room.runUntil(() => phase(room).kind === 'measured')).toBe(true);
    expect(bench(room).forces.map(({ commandedMn }) => commandedMn)).toEqual(FORCES_MN);
  });
});

/** A whole calibration with forces, as a certificate. */
function certified(parts: RoomParts = {}) {
  const room = roomWith({ ...parts, start: { plan: { ...PLAN, forcesMn: FORCES_MN } } });
  expect(room.runUntil(() => phase(room).kind === 'measured')).toBe(true);
  const { depths, rates, forces, pen, plan, zeroLines, zeroNm = 0 } = bench(room);
  const input = inputFor({ adjust: false });
  return given(makeCertificate({
    ...input,
    pen: { ...PEN, serial: pen?.serial ?? '' },
    instruments: [...input.instruments, certifiedInstrument(GAUGE)],
    plan, lines: room.lines, depths, rates, overshoots: [], forces,
    zeros: [{ series: 'as-found', readingNm: zeroNm, lines: zeroLines }],
  }));
}

describe('a certificate with forces', () => {
  const good = certified();
  const against = (change: object): string =>
    verifyCertificate(sealed({ ...good, ...change }), WITH).findings
      .map((finding) => JSON.stringify(finding)).join('\n');
  const [first, ...others] = good.forces ?? [];

  test('verifies, and says nothing of force where none was measured', () => {
    expect(against({})).toBe('');
    expect('forces' in given(makeCertificate(inputFor({ adjust: false })))).toBe(false);
  });

  test('does not with a force, an uncertainty or a line that is another', () => {
    const with_ = (change: object) => against({ forces: [{ ...first, ...change }, ...others] });
    expect(with_({ gaugeMn: 1 })).toContain('forces[0].gaugeMn');
    expect(with_({ penMn: 1 })).toContain('forces[0].penMn');
    expect(with_({ expandedMn: 0 })).toContain('forces[0].expandedMn');
    expect(with_({ lines: first?.lines.slice(1) })).toContain('forces[0]');
    expect(with_({ instrument: 'G-1' })).toContain('other-gauge');
    expect(against({ forces: others })).toContain('1.0 N');
  });
});

test('a sensor that stands still costs the class, also after an adjustment, and says so', () => {
  const faultLog = createFaultLog([{
    kind: 'frozen-force', readsMn: 400, at: { kind: 'ms', ms: 0 }, lasting: 'for-good',
  } as never]);
  const room = roomWith({ faultLog, start: { plan: { ...PLAN, forcesMn: FORCES_MN } } });
  expect(room.runUntil(() => phase(room).kind === 'measured')).toBe(true);
  const { depths, rates, forces } = bench(room);
  const input = inputFor({ adjust: false });
  const [gauge] = input.instruments;
  if (gauge?.kind !== 'depth') throw new Error('a gauge of depth');
  const again = depths.map((sample) => ({ ...sample, series: 'as-left' as const }));
  const left = rates.map((sample) => ({ ...sample, series: 'as-left' as const }));
  const measured = {
    depths: [...depths, ...again], rates: [...rates, ...left], overshoots: [], forces,
    typedZeros: [], gauge: instrumentOf(gauge), climate: USUAL_CLIMATE, curveBefore: [],
    overshootUm: 12, day: input.issuedDay,
  };
  for (const series of ['as-found', 'as-left'] as const) {
    const outcome = evaluateSeries(measured, series);
    if (outcome.kind !== 'evaluated') throw new Error(JSON.stringify(outcome.fault));
    expect(outcome.result.class).toBe('fail');
    const off = outcome.result.against.S.find(({ code }) => code === 'force-off');
    expect(off && sayClassReason(off)).toContain('its own sensor says 0.40 N');
  }
});

test('too few pairs make no force', () => {
  expect(forceOf([1_000, 1_001], [1_000, 1_001], 20)).toBeUndefined();
  expect(forceOf([1_000, 1_000, 1_000], [1_000, 1_000], 20)).toBeUndefined();
  expect(forceOf([1_000, 1_010, 990], [1_100, 1_110, 1_090], 20))
    .toEqual({ gaugeMn: 1_000, penMn: 1_100, expandedMn: 20 });
});
