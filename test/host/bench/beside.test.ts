/**
 * Instruments beside the gauge: a tachometer, a sensor of peaks in motion, and a person who types
 * what a display shows. Rates and overshoot come from their lines; whatever is odd is doubted.
 */
import { describe, expect, test } from 'vitest';
import { INSTRUMENTS } from '../../../sim/bench/instrument-make.ts';
import { type Beside, createRoom, PLAN, type Room, type RoomParts } from './virtual-room.ts';

const phase = (room: Room) => room.host().bench.phase;
const bench = (room: Room) => room.host().bench;
const isStill = (room: Room): void => {
  expect(room.pen.truth()).toMatchObject({ retracted: true, motorOn: false });
};

/** As little as there can be before the rates. */
const LITTLE = {
  ...PLAN, pointsUm: [500], seatings: 1, repeats: 1, ratesCentiHz: [10_000], rateSeconds: 4,
};
const TACHOMETER: Beside = { serial: 'T-1', make: INSTRUMENTS.tachometer };
const PEAKS: Beside = { serial: 'L-1', make: INSTRUMENTS['peak-hold'] };

const withTachometer = (of: Partial<Beside> = {}, rest: RoomParts = {}): Room => createRoom({
  ...rest,
  beside: [{ ...TACHOMETER, ...of }],
  start: { plan: LITTLE, tachometer: { serial: 'T-1', expandedCentiHz: 6 } },
});
const withPeaks = (of: Partial<Beside> = {}): Room => createRoom({
  beside: [{ ...PEAKS, ...of }],
  start: {
    plan: { ...LITTLE, ratesCentiHz: [], overshootRatesCentiHz: [2_000, 15_000] },
    peakGauge: { serial: 'L-1', resolutionNm: 1_000, expandedNm: 3_000 },
  },
});

describe('a tachometer', () => {
  test('S-17 says the rate by lines that are kept, and the spin-up is not among them', () => {
    const room = withTachometer();
    expect(room.runUntil(() => phase(room).kind === 'measured', 60_000)).toBe(true);
    const [rate] = bench(room).rates;
    expect(rate).toMatchObject({ by: 'tachometer', instrument: 'T-1', runs: [] });
    expect(rate?.lines.length).toBeGreaterThanOrEqual(4);
    expect(rate?.measuredCentiHz).toBeGreaterThan(9_800);
    isStill(room);
  });

  test('that says nothing is looked at, and the count of the pen does not stand in for it', () => {
    const silent = { kind: 'silent', atMs: 0, lastingMs: 'for-good', amount: 0 } as const;
    const room = withTachometer({ faults: [silent] });
    expect(room.runUntil(() => phase(room).kind === 'doubting', 60_000)).toBe(true);
    expect(phase(room)).toMatchObject({ doubt: { code: 'instrument-silent' } });
    expect(bench(room).rates).toEqual([]);
    isStill(room);
  });

  test('that sees two marks is looked at, since the pen counted half of it', () => {
    const twice = (text: string): string => `${(Number.parseFloat(text) * 2).toFixed(2)} Hz`;
    const room = withTachometer({ change: twice });
    expect(room.runUntil(() => phase(room).kind === 'doubting', 60_000)).toBe(true);
    expect(phase(room)).toMatchObject({ doubt: { code: 'rates-disagree' } });
    isStill(room);
  });

  test('that is set to turns a minute is looked at', () => {
    const room = withTachometer({ change: (text) => text.replace('Hz', 'rpm') });
    expect(room.runUntil(() => phase(room).kind === 'doubting', 60_000)).toBe(true);
    expect(phase(room)).toMatchObject({ doubt: { code: 'unit-jumped', said: 'rpm' } });
  });

  test('that is pulled out during a rate stops it, and during a depth does not matter', () => {
    const room = withTachometer();
    room.runUntil(() => phase(room).kind === 'extending', 60_000);
    room.tell({ kind: 'gauge-gone', gauge: 'T-1' });
    expect(phase(room).kind).toBe('extending');
    expect(room.runUntil(() => phase(room).kind === 'counting', 60_000)).toBe(true);
    room.runFor(1_000);
    room.tell({ kind: 'gauge-gone', gauge: 'T-1' });
    expect(phase(room)).toMatchObject({ doubt: { code: 'instrument-gone', which: 'tachometer' } });
    room.attended = false;
    room.runFor(1_000);
    isStill(room);
  });

  test('is followed through one press: one that was broken off is made anew', () => {
    const room = withTachometer();
    room.runUntil(() => phase(room).kind === 'counting', 60_000);
    room.runFor(3_000);
    room.attended = false;
    room.runFor(1_000);
    const before = room.nowMs();
    room.attended = true;
    expect(room.runUntil(() => bench(room).rates.length === 1, 60_000)).toBe(true);
    expect(room.nowMs() - before).toBeGreaterThan(4_000);
  });
});

test("the pen's own count keeps what it counted, in how long", () => {
  const room = createRoom({ start: { plan: LITTLE } });
  expect(room.runUntil(() => phase(room).kind === 'measured', 60_000)).toBe(true);
  const [rate] = bench(room).rates;
  expect(rate).toMatchObject({ by: 'pen-counter', instrument: room.pen.serial, lines: [] });
  const [run] = rate?.runs ?? [];
  expect(Math.abs((run?.counted ?? 0) / ((run?.elapsedMs ?? 1) / 1_000) - 100)).toBeLessThan(3);
});

describe('a sensor of peaks', () => {
  test('S-17 sees needles further out in motion than at rest, most where they are fastest', () => {
    const room = withPeaks();
    expect(room.runUntil(() => phase(room).kind === 'measured', 120_000)).toBe(true);
    const [slow, fast] = bench(room).overshoots;
    expect(slow).toMatchObject({ rateCentiHz: 2_000, commandedUm: 500, instrument: 'L-1' });
    expect(fast?.overshootNm).toBeGreaterThan(slow?.overshootNm ?? 0);
    expect(fast?.stillLines).toHaveLength(3);
    // The model declares 12 um; jitter of a stroke is within it.
    expect(fast?.overshootNm).toBeLessThan(12_000);
    isStill(room);
  });

  test('goes back to the needles at rest, and forgets both', () => {
    const room = withPeaks();
    room.runUntil(() => bench(room).overshoots.length === 1, 120_000);
    const { at } = bench(room);
    room.attended = false;
    room.runFor(300);
    room.tell({ kind: 'back' });
    expect(bench(room)).toMatchObject({ at: at - 2, overshoots: [] });
    expect(bench(room).steps[at - 2]?.kind).toBe('still');
    room.attended = true;
    expect(room.runUntil(() => phase(room).kind === 'measured', 120_000)).toBe(true);
    expect(bench(room).overshoots).toHaveLength(2);
  });

  test('that says nothing is looked at, with the needles in', () => {
    const silent = { kind: 'silent', atMs: 0, lastingMs: 'for-good', amount: 0 } as const;
    const room = withPeaks({ faults: [silent] });
    expect(room.runUntil(() => phase(room).kind === 'doubting', 120_000)).toBe(true);
    expect(phase(room)).toMatchObject({ doubt: { code: 'instrument-silent' } });
    room.runFor(500);
    isStill(room);
  });
});

describe('a person who types', () => {
  const BY_HAND = { serial: 'G-1', kind: 'mitutoyo', unit: 'mm', resolutionNm: 1_000,
    byHand: true } as const;
  /** A room whose gauge has no cable, with the needles out at half a millimetre. */
  function atHalf(): Room {
    const room = createRoom({ start: { plan: LITTLE, gauge: BY_HAND } });
    room.gaugeOn = false;
    room.runFor(1_000);
    room.type('0.001 mm');
    const there = (): boolean => {
      const of = phase(room);
      return of.kind === 'extending' && of.extending.thereMs > 700;
    };
    expect(room.runUntil(there, 60_000)).toBe(true);
    return room;
  }

  test('gives a reading with its unit, which is taken once and marked', () => {
    const room = atHalf();
    room.type('0.508 mm');
    expect(bench(room).depths).toMatchObject([{ readingNm: 507_000, by: 'typed' }]);
    expect(bench(room).depths[0]?.lines).toHaveLength(1);
  });

  test('is not believed without a unit, in inches, with too few digits, or far off', () => {
    for (const [text, code] of [
      ['0.508', undefined],
      ['0.508 um', undefined],
      ['0.0197 in', 'unit-jumped'],
      ['0.51 mm', 'typed-coarsely'],
      ['0.020 mm', 'looks-like-inches'],
      ['25.000 mm', 'out-of-range'],
    ] as const) {
      const room = atHalf();
      room.type(text);
      expect(bench(room).depths).toEqual([]);
      expect(phase(room)).toMatchObject(
        code === undefined ? { kind: 'extending' } : { kind: 'doubting', doubt: { code } },
      );
    }
  });

  test('may take his time: a gauge without a cable is not silent', () => {
    const room = atHalf();
    room.runFor(18_000);
    expect(phase(room).kind).not.toBe('doubting');
  });
});
