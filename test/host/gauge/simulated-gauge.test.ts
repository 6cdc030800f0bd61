/** Simulated instruments seen through the host's readers: what is well, and each fault. */
import { describe, expect, test } from 'vitest';
import { toNm } from '../../../host/core/gauge/decimal.ts';
import { readLine } from '../../../host/core/gauge/formats.ts';
import { implausible } from '../../../host/core/gauge/plausible.ts';
import { type SteadyStep, steadyStep, UNSTEADY } from '../../../host/core/gauge/steady.ts';
import { gaugeOver } from '../../../host/gauge/gauge-port.ts';
import {
  BENCH_FAULT_KINDS,
  type BenchFault,
  type BenchFaultKind,
} from '../../../sim/bench/bench-fault.ts';
import { createInstrument } from '../../../sim/bench/instrument.ts';
import { INSTRUMENTS, type InstrumentName } from '../../../sim/bench/instrument-make.ts';
import { memoryPort } from '../../../sim/memory.ts';
import { createPlant, HANDS_OFF, type Plant, plantStep, protrudingNm } from
  '../../../sim/plant/index.ts';
import { penModel } from '../../../sim/models/index.ts';
import { boxed } from '../../sim/pen/rig.ts';
import { handTimers } from './port-pair.ts';

const MODEL = penModel('meridian-p', 2_500);

/** Needles out at a depth, standing still. */
function plantAt(depthUm: number): Plant {
  const plant = createPlant({ model: MODEL, cartridge: boxed('metrology', MODEL), seed: 5 });
  for (let ms = 0; ms < 2_000; ms += 1) {
    plantStep(plant, { motor: 'front', depthUm }, HANDS_OFF, 1);
  }
  return plant;
}

interface Bench {
  readonly plant: Plant;
  readonly lines: { readonly text: string; readonly atMs: number }[];
  readonly gone: string[];
  readonly gauge: ReturnType<typeof gaugeOver>;
  readonly pass: (ms: number) => void;
  readonly faultsWithoutEffect: () => readonly BenchFault[];
}

/** An instrument and its reader, with a cable between them. */
function bench(
  name: InstrumentName,
  faults: readonly BenchFault[] = [],
  plant: Plant = plantAt(500),
): Bench {
  const make = INSTRUMENTS[name];
  const instrument = createInstrument({ make, plant, seed: 11, faults });
  const { timers, pass } = handTimers();
  const port = memoryPort(instrument);
  const wiring = name === 'mitutoyo-rs232' ? 'rs-232' : 'usual';
  const gauge = gaugeOver(port, { kind: make.style, wiring, timers });
  instrument.onUnplug(() => void port.close());
  const lines: Bench['lines'] = [];
  const gone: string[] = [];
  gauge.onLine((text, atMs) => lines.push({ text, atMs }));
  gauge.onGone((why) => gone.push(why));
  return {
    plant, lines, gone, gauge, faultsWithoutEffect: instrument.faultsWithoutEffect,
    pass: (ms) => {
      for (let done = 0; done < ms; done += 1) {
        pass(1);
        instrument.advance(1);
      }
    },
  };
}

const fault = (kind: BenchFaultKind, amount = 0, atMs = 0): BenchFault =>
  ({ kind, atMs, lastingMs: 'for-good', amount });

/** Readings in nanometres as an operator who has confirmed millimetres takes them. */
const readingsOf = ({ lines }: Bench, kind: (typeof INSTRUMENTS)[InstrumentName]['style']) =>
  lines.flatMap(({ text }) => {
    const line = readLine(kind, text);
    return line.kind === 'reading' ? [toNm(line.written, 'mm')] : [];
  });

/** What becomes of the lines in the end. */
function steadied({ lines }: Bench): SteadyStep | undefined {
  let step: SteadyStep | undefined;
  for (const [line, { text, atMs }] of lines.entries()) {
    const read = readLine('mitutoyo', text);
    if (read.kind !== 'reading') continue;
    const valueNm = toNm(read.written, 'mm');
    step = steadyStep(step?.state ?? UNSTEADY, { atMs, valueNm, line });
    if (step.kind === 'steady') return step;
  }
  return step;
}

describe('a simulated instrument that is well', () => {
  test.each([
    ['mitutoyo', 20], ['mitutoyo-rs232', 4], ['cdi', 17], ['plain', 17],
  ] as const)('%s reads the needles within a few micrometres', (name, least) => {
    const one = bench(name);
    one.pass(5_000);
    const { style } = INSTRUMENTS[name];
    const readings = readingsOf(one, style);
    expect(readings).toHaveLength(one.lines.length);
    expect(readings.length).toBeGreaterThanOrEqual(least);
    for (const reading of readings) {
      expect(Math.abs(reading - protrudingNm(one.plant))).toBeLessThan(3_000);
    }
  });

  test('a tachometer tells the strokes of a second, and none when nothing turns', () => {
    const plant = plantAt(0);
    const one = bench('tachometer', [], plant);
    one.pass(1_000);
    expect(one.lines.at(-1)?.text).toMatch(/^0\.0\d Hz$/);
    for (let ms = 0; ms < 3_000; ms += 1) {
      plantStep(plant, { motor: { rateCentiHz: 10_000 }, depthUm: 250 }, HANDS_OFF, 1);
      one.pass(1);
    }
    const last = one.lines.at(-1)?.text ?? '';
    expect(readLine('tachometer', last)).toMatchObject({ kind: 'reading', unit: 'Hz' });
    expect(Number.parseFloat(last)).toBeGreaterThan(95);
    expect(Number.parseFloat(last)).toBeLessThan(105);
  });

  test('a force gauge answers when it is asked', () => {
    const one = bench('mark-10');
    plantStep(one.plant, { motor: 'off', depthUm: 0 }, { ...HANDS_OFF, forceMn: 1_500 }, 1);
    one.pass(600);
    expect(one.lines[0]?.text).toMatch(/^1\.(49|50)\d N$/);
  });

  test('is the same again with the same seed', () => {
    const [one, other] = [bench('mitutoyo'), bench('mitutoyo')];
    for (const each of [one, other]) each.pass(2_000);
    expect(one.lines).toEqual(other.lines);
    expect(one.lines).toHaveLength(8);
  });

  test('an indicator is zeroed and held by the host', () => {
    const one = bench('cdi');
    one.pass(600);
    expect(one.gauge.zero()).toBe(true);
    one.pass(600);
    expect(Math.abs(readingsOf(one, 'cdi').at(-1) ?? 1e9)).toBeLessThan(3_000);
    expect(one.gauge.hold()).toBe(true);
    one.pass(2_000);
    expect(new Set(readingsOf(one, 'cdi').slice(-5)).size).toBe(1);
  });

  test('a box that is asked again too early says that it cannot', () => {
    const make = INSTRUMENTS['mitutoyo-rs232'];
    const instrument = createInstrument({ make, plant: plantAt(500), seed: 1 });
    const said: string[] = [];
    instrument.onFrame((bytes) => said.push(Buffer.from(bytes).toString('latin1')));
    for (let ms = 0; ms < 2_000; ms += 1) {
      if (ms % 300 === 0) instrument.receive(Uint8Array.of(0x0a));
      instrument.advance(1);
    }
    expect(said).toContain('911\r');
    expect(said.some((line) => line.startsWith('01A+'))).toBe(true);
  });
});

/** Each fault, and what shows through the reader that it did. */
const SHOWS: Readonly<Record<BenchFaultKind, (one: Bench) => void>> = {
  stuck: (one) => {
    expect(new Set(one.lines.slice(1).map(({ text }) => text)).size).toBe(1);
  },
  inches: (one) => {
    const last = readingsOf(one, 'mitutoyo').at(-1) ?? 0;
    expect(implausible(last, 500)).toMatchObject({ code: 'looks-like-inches' });
  },
  bump: (one) => {
    expect(implausible(readingsOf(one, 'mitutoyo').at(-1) ?? 0, 500))
      .toMatchObject({ code: 'out-of-range' });
  },
  creep: (one) => {
    expect(steadied(one)).toMatchObject({ kind: 'waiting' });
  },
  noisy: (one) => {
    const readings = readingsOf(one, 'mitutoyo');
    expect(Math.max(...readings) - Math.min(...readings)).toBeGreaterThan(20_000);
  },
  'bad-header': (one) => {
    for (const { text } of one.lines) {
      expect(readLine('mitutoyo', text)).toMatchObject({ why: 'bad-header' });
    }
  },
  'half-lines': (one) => {
    for (const { text } of one.lines) {
      expect(readLine('mitutoyo', text).kind).toBe('damaged');
    }
  },
  'error-lines': (one) => {
    expect(readLine('mitutoyo', one.lines[0]?.text ?? ''))
      .toEqual({ kind: 'gauge-error', code: '911' });
  },
  'duplicate-lines': (one) => {
    const [first, second] = one.lines;
    expect(second).toEqual(first);
    const three = steadyStep(UNSTEADY, { atMs: 0, valueNm: 1, line: 1 });
    expect(steadyStep(three.state, { atMs: 0, valueNm: 1, line: 2 }).kind).toBe('repeated');
    const step = steadied(one);
    expect(step?.kind === 'steady' ? step.readings.map(({ line }) => line) : []).toEqual([0, 2, 4]);
  },
  'nine-characters': (one) => {
    expect(one.lines[0]?.text).toMatch(/^01A\+00000\.5\d\d$/);
    expect(readingsOf(one, 'mitutoyo')).toHaveLength(one.lines.length);
  },
  'no-line-ends': (one) => {
    expect(one.lines).toEqual([]);
    one.pass(100_000);
    expect(one.gone).toEqual([expect.stringMatching(/never ends a line/)]);
  },
  'foreign-bytes': (one) => {
    for (const { text } of one.lines) {
      expect(readLine('mitutoyo', text)).toMatchObject({ why: 'not-printable' });
    }
  },
  silent: (one) => {
    expect(one.lines).toEqual([]);
  },
  unplug: (one) => {
    expect(one.lines).toEqual([]);
    expect(one.gone).toEqual([expect.stringMatching(/is gone.*plug it in again/)]);
  },
};

const AMOUNTS: Partial<Readonly<Record<BenchFaultKind, number>>> = {
  bump: 900_000, creep: 20_000, noisy: 20_000,
};

describe('a fault of an instrument', () => {
  test.each(BENCH_FAULT_KINDS)('%s shows through the reader', (kind) => {
    const one = bench('mitutoyo', [fault(kind, AMOUNTS[kind])]);
    one.pass(4_000);
    SHOWS[kind](one);
    expect(one.faultsWithoutEffect()).toEqual([]);
    if (kind !== 'no-line-ends' && kind !== 'unplug') expect(one.gone).toEqual([]);
  });

  test('that has not begun, or is over, makes no difference', () => {
    const later = bench('mitutoyo', [fault('silent', 0, 60_000)]);
    later.pass(1_000);
    expect(later.lines).toHaveLength(4);
    expect(later.faultsWithoutEffect()).toHaveLength(1);
    const over = bench('mitutoyo', [{ ...fault('silent'), lastingMs: 1_000 }]);
    over.pass(2_000);
    expect(over.lines).toHaveLength(5);
  });
});
