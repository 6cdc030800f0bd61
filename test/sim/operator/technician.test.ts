/**
 * A whole calibration with nobody but simulated hands and instruments: the technician sees the pen
 * alone, the gauge and the tachometer look at the same needles, and their lines come by a cable.
 */
import { describe, expect, test } from 'vitest';
import {
  type BenchHost,
  type BenchHostEffect,
  type BenchHostEvent,
  benchHostStep,
  newBenchHost,
} from '../../../host/bench/bench-host.ts';
import { gaugeOver } from '../../../host/gauge/gauge-port.ts';
import { createDeframer } from '../../../protocol/deframe.ts';
import { createEncoder } from '../../../protocol/frame.ts';
import type { BenchFault } from '../../../sim/bench/bench-fault.ts';
import { createInstrument } from '../../../sim/bench/instrument.ts';
import { INSTRUMENTS } from '../../../sim/bench/instrument-make.ts';
import { controlledHand } from '../../../sim/control.ts';
import { technicianHand } from '../../../sim/hands.ts';
import { memoryPort } from '../../../sim/memory.ts';
import {
  NEW_TECHNICIAN,
  type TechnicianSees,
  technicianStep,
} from '../../../sim/operator/technician.ts';
import { handTimers } from '../../host/gauge/port-pair.ts';
import { PLAN } from '../../host/bench/virtual-room.ts';
import { rig } from '../pen/rig.ts';

const NO_BENCH = {
  places: {}, advance: () => undefined, unplug: () => false, close: () => Promise.resolve(),
};
const SHORT = { ...PLAN, pointsUm: [100, 500, 1_000], seatings: 2, ratesCentiHz: [5_000, 10_000],
  rateSeconds: 3 };

interface Played {
  readonly host: BenchHost;
  readonly minutes: number;
  readonly presses: number;
}

/** Plays a calibration until all is measured, or for so long. */
function play(faults: readonly BenchFault[] = [], minutesMax = 15): Played {
  const pen = rig({ cartridge: 'metrology', model: 'meridian-p' });
  const { timers, pass } = handTimers();
  const instruments = [
    createInstrument({ make: INSTRUMENTS.mitutoyo, plant: pen.plant, seed: 1, faults }),
    createInstrument({ make: INSTRUMENTS.tachometer, plant: pen.plant, seed: 2 }),
  ];
  let host = newBenchHost({
    plan: SHORT,
    series: 'as-found',
    gauge: { serial: 'G-1', kind: 'mitutoyo', unit: 'mm', resolutionNm: 1_000 },
    tachometer: { serial: 'T-1', expandedCentiHz: 5 },
  });
  const encode = createEncoder();
  const perform = (effect: BenchHostEffect): void => {
    if (effect.kind === 'draw-nonce') tell({ kind: 'greet', hostNonce: timers.nowMs() + 1 });
    if (effect.kind === 'send') {
      pen.receive(encode(effect.message, effect.header, effect.binding));
    }
  };
  const tell = (event: BenchHostEvent, elapsedMs = 0): void => {
    const step = benchHostStep(host, event, elapsedMs);
    ({ host } = step);
    for (const effect of step.effects) perform(effect);
  };
  let lines = 0;
  for (const [index, instrument] of instruments.entries()) {
    const kind = instrument.make.style;
    const gauge = gaugeOver(memoryPort(instrument), { kind, timers });
    gauge.onLine((text, atMs) => {
      lines += 1;
      tell({ kind: 'line', line: { n: lines, atMs, gauge: index === 0 ? 'G-1' : 'T-1', text } });
    });
  }
  const deframer = createDeframer({
    heard: (message, { session, seq, ack }) =>
      tell({ kind: 'frame', message, header: { session, seq, ack } }),
    dropped: () => undefined,
  });
  pen.onFrame((bytes) => deframer.push(bytes));
  const { hand, obey } = controlledHand(pen, NO_BENCH, technicianHand(pen), 3);
  let presses = 0;
  let pressed = false;
  tell({ kind: 'greet', hostNonce: 7 });
  const isOver = (): boolean => host.bench.phase.kind === 'measured';
  while (!isOver() && timers.nowMs() < minutesMax * 60_000) {
    pass(1);
    const now = hand(1);
    if (now.trigger && !pressed) presses += 1;
    pressed = now.trigger;
    pen.advance(1, now);
    for (const instrument of instruments) instrument.advance(1);
    if (timers.nowMs() % 10 === 0) tell({ kind: 'tick' }, 10);
    if (timers.nowMs() % 1_000 === 0 && host.bench.phase.kind === 'seating') {
      expect(obey('seat')).toBeUndefined();
      tell({ kind: 'confirm' });
    }
  }
  return { host, minutes: timers.nowMs() / 60_000, presses };
}

describe('a technician of the simulator', () => {
  test('carries a calibration through, pressing when a press is needed', () => {
    const { host: { bench }, minutes, presses } = play();
    expect(bench.phase.kind).toBe('measured');
    expect(bench.depths).toHaveLength(3 * 2 * 2);
    expect(bench.rates.map(({ by }) => by)).toEqual(['tachometer', 'tachometer']);
    for (const { measuredCentiHz, commandedCentiHz } of bench.rates) {
      expect(Math.abs(measuredCentiHz / commandedCentiHz - 1)).toBeLessThan(0.05);
    }
    const errors = bench.depths.map(({ readingNm, commandedUm }) =>
      Math.abs(readingNm - commandedUm * 1_000));
    expect(Math.max(...errors)).toBeLessThan(100_000);
    expect(minutes).toBeLessThan(1.5);
    expect(presses).toBeLessThan(12);
  });

  test('gets no sample out of a gauge that only repeats damaged lines', () => {
    const silent = { kind: 'bad-header', atMs: 0, lastingMs: 'for-good', amount: 0 } as const;
    const { host: { bench } } = play([silent], 1);
    expect(bench.depths).toEqual([]);
    expect(bench.phase.kind).not.toBe('measured');
  });
});

/** Shows a technician the same thing for a while, and says how long the finger was down. */
function watch(sees: TechnicianSees, forMs: number, before = NEW_TECHNICIAN) {
  let technician = before;
  let pressedMs = 0;
  for (let ms = 0; ms < forMs; ms += 10) {
    technician = technicianStep(technician, sees, 10);
    if (technician.presses) pressedMs += 10;
  }
  return { technician, pressedMs };
}

const IDLE: TechnicianSees =
  { joined: true, phase: 'idle', holdSpent: false, runs: false, depthUm: 0 };
const OUT: TechnicianSees = { ...IDLE, phase: 'calibrating', depthUm: 500 };

describe('a finger', () => {
  test('comes half a second after it may be needed, and does not stay for nothing', () => {
    expect(watch(IDLE, 400).pressedMs).toBe(0);
    expect(watch(IDLE, 600).pressedMs).toBeGreaterThan(0);
    const minute = watch(IDLE, 60_000).pressedMs;
    expect(minute).toBeGreaterThan(20_000);
    expect(minute).toBeLessThan(40_000);
  });

  test('is let go when the hold is spent, on a latch, and right after joining', () => {
    const pressed = watch({ ...IDLE, joined: false }, 900).technician;
    expect(pressed.presses).toBe(true);
    for (const sees of [
      IDLE, { ...IDLE, joined: false, holdSpent: true }, { ...IDLE, phase: 'latched' as const },
    ]) {
      expect(technicianStep(pressed, sees, 10).presses).toBe(false);
    }
  });

  test('holds needles out for a reading and no longer, and a run for longer', () => {
    const held = watch(IDLE, 600).technician;
    expect(watch(OUT, 5_900, held).technician.presses).toBe(true);
    expect(watch(OUT, 6_200, held).technician.presses).toBe(false);
    expect(watch({ ...OUT, runs: true }, 20_000, held).technician.presses).toBe(true);
    expect(watch({ ...OUT, runs: true }, 25_200, held).technician.presses).toBe(false);
  });

  test('does not press a pen that is latched', () => {
    expect(watch({ ...IDLE, phase: 'latched' }, 10_000).pressedMs).toBe(0);
  });
});
