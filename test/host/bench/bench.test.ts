/** A whole calibration of a simulated pen: the bench leads, a technician follows, a gauge reads. */
import { describe, expect, test } from 'vitest';
import { evaluate, evaluateSeries } from '../../../host/core/calibration/evaluate.ts';
import { USUAL_CLIMATE } from '../../../host/core/calibration/point-result.ts';
import { um } from '../../../protocol/units.ts';
import { asMitutoyo, createRoom, PLAN, type Room, type RoomParts } from './virtual-room.ts';

const GAUGE = {
  serial: 'G-1', kind: 'depth', resolutionNm: 1_000, expandedNm: 2_000, k: 2, certificate: 'C',
  dueDay: 3_000,
} as const;

test('S-17 a calibration runs from the zero to the last rate, and leaves the needles in', () => {
  const room = createRoom();
  const done = room.runUntil(() => room.host().bench.phase.kind === 'measured');
  const { bench } = room.host();
  expect(done, JSON.stringify([bench.phase, bench.at, room.nowMs()])).toBe(true);
  expect(bench.depths).toHaveLength(PLAN.pointsUm.length * 2 * PLAN.seatings);
  expect(bench.rates).toHaveLength(PLAN.ratesCentiHz.length);
  expect(room.pen.truth()).toMatchObject({ retracted: true, motorOn: false });
  expect(room.pen.firmware().latch).toMatchObject({ reason: 'none', latchId: 0 });
  const outcome = evaluateSeries({
    depths: bench.depths, rates: bench.rates, overshoots: [], typedZeros: [], forces: [],
    gauge: GAUGE, climate: USUAL_CLIMATE,
    curveBefore: [], overshootUm: 12, day: 2_500,
  }, 'as-found');
  const against = outcome.kind === 'evaluated' ? outcome.result.against.P : outcome;
  expect(against).toEqual([]);
});

/** A room in which the needles are out at some depth of a sweep, and a reading is awaited. */
function atDepth(parts: RoomParts = {}, index = 12): Room {
  const room = createRoom(parts);
  const there = (): boolean => {
    const { bench } = room.host();
    return bench.at >= index && bench.phase.kind === 'extending'
      && bench.phase.extending.thereMs > 700;
  };
  expect(room.runUntil(there, 300_000)).toBe(true);
  return room;
}

const phase = (room: Room) => room.host().bench.phase;
const isStill = (room: Room): void => {
  expect(room.pen.truth()).toMatchObject({ retracted: true, motorOn: false });
};

describe('a bench', () => {
  test('goes on where it stood when the cable was out, after a person has looked', () => {
    const room = atDepth();
    const { at, depths } = room.host().bench;
    room.plugged = false;
    room.runFor(1_500);
    expect(phase(room).kind).toBe('unlinked');
    isStill(room);
    expect(room.host().bench.at).toBe(at);
    room.plugged = true;
    expect(room.runUntil(() => room.host().bench.depths.length > depths.length, 60_000)).toBe(true);
    expect(room.host().bench.depths.slice(0, depths.length)).toEqual(depths);
    expect(room.effects.some((effect) => effect.kind === 'met')).toBe(true);
  });

  test('ends when another pen comes back on the cable', () => {
    const room = atDepth();
    room.plugged = false;
    room.runFor(500);
    const other = createRoom({ seed: 2, serial: 'SIM-OTHER' });
    const { session } = other.host();
    expect(session.mode).toBe('calibration');
    room.tell({ kind: 'stop', why: 'operator' });
    expect(phase(room)).toEqual({ kind: 'stopped', why: 'operator' });
    room.runFor(500);
    isStill(room);
  });

  test('that is told to stop sends a STOP while needles are out, and asks nothing any more', () => {
    const room = atDepth();
    room.tell({ kind: 'stop', why: 'operator' });
    room.runFor(200);
    isStill(room);
    const sent = room.effects.filter((effect) => effect.kind === 'send');
    expect(sent.some(({ message }) => message.kind === 'stop')).toBe(true);
    const asked = room.host().bench.nextTicket;
    room.runFor(5_000);
    expect(room.host().bench.nextTicket).toBe(asked);
  });

  test('takes no reading in inches: it says what it looks like, and waits with needles in', () => {
    let inches = false;
    const room = atDepth({
      show: (micrometres) => asMitutoyo(inches ? micrometres / 25.4 : micrometres),
    }, 4);
    const { depths } = room.host().bench;
    inches = true;
    expect(room.runUntil(() => phase(room).kind === 'doubting', 5_000)).toBe(true);
    expect(phase(room)).toMatchObject({ doubt: { code: 'looks-like-inches' } });
    room.runFor(500);
    isStill(room);
    expect(room.host().bench.depths).toEqual(depths);
    inches = false;
    room.tell({ kind: 'confirm' });
    expect(room.runUntil(() => room.host().bench.depths.length > depths.length, 60_000)).toBe(true);
  });

  test('finds a gauge that wanders, and one that has gone silent', () => {
    let lines = 0;
    const drifting = (micrometres: number): string => {
      lines += 1;
      return asMitutoyo(micrometres + 8 * (lines % 3));
    };
    for (const [code, show, gaugeOn] of [
      ['gauge-unsteady', drifting, true],
      ['gauge-silent', asMitutoyo, false],
    ] as const) {
      let broken = false;
      const room = atDepth({ show: (value) => (broken ? show(value) : asMitutoyo(value)) }, 5);
      broken = true;
      room.gaugeOn = gaugeOn;
      expect(room.runUntil(() => phase(room).kind === 'doubting', 60_000)).toBe(true);
      expect(phase(room)).toMatchObject({ doubt: { code } });
    }
  });

  test('counts damaged lines and takes none of them', () => {
    let damage = true;
    const room = atDepth({ show: (value) => {
      damage = !damage;
      return damage ? asMitutoyo(value).replace('01A', '0A1') : asMitutoyo(value);
    } }, 3);
    expect(room.host().bench.badLines).toBeGreaterThanOrEqual(0);
    const { length } = room.host().bench.depths;
    expect(room.runUntil(() => room.host().bench.depths.length > length, 60_000)).toBe(true);
    for (const { lines } of room.host().bench.depths) expect(lines).toHaveLength(3);
  });

  test('takes no plain decimal that lost its last digits', () => {
    let cut = false;
    const plainly = (micrometres: number): string => {
      const text = (micrometres / 1_000).toFixed(3);
      return cut ? text.slice(0, -1) : text;
    };
    const gauge = { serial: 'G-1', kind: 'plain', unit: 'mm', resolutionNm: 1_000 } as const;
    const room = atDepth({ show: plainly, start: { gauge } }, 4);
    const { depths } = room.host().bench;
    cut = true;
    expect(room.runUntil(() => phase(room).kind === 'doubting', 20_000)).toBe(true);
    expect(phase(room)).toMatchObject({ doubt: { code: 'gauge-silent' } });
    expect(room.host().bench.depths).toEqual(depths);
  });

  test('that loses its gauge waits with needles in for a person', () => {
    const room = atDepth();
    room.tell({ kind: 'gauge-gone', gauge: 'G-1' });
    expect(phase(room)).toMatchObject({ kind: 'doubting', doubt: { code: 'gauge-gone' } });
    room.runFor(500);
    isStill(room);
  });

  test('goes a step back, forgets what it measured there, and measures it again', () => {
    const room = atDepth();
    const { at, depths } = room.host().bench;
    room.tell({ kind: 'back' });
    expect(room.host().bench.at).toBe(at - 1);
    expect(room.host().bench.depths).toHaveLength(depths.length - 1);
    expect(room.runUntil(() => room.host().bench.at > at, 60_000)).toBe(true);
    const cells = room.host().bench.depths.map(({ seating, direction, commandedUm }) =>
      `${seating} ${direction} ${commandedUm}`);
    expect(new Set(cells).size).toBe(cells.length);
  });

  test('goes on after a latch only when a person has looked at it', () => {
    const room = atDepth();
    room.attended = false;
    room.pen.receive(Uint8Array.of(0));
    room.tell({ kind: 'gauge-gone', gauge: 'G-1' });
    room.pen.reset('power');
    room.runFor(2_000);
    isStill(room);
    room.attended = true;
    const { length } = room.host().bench.depths;
    room.runUntil(() => phase(room).kind === 'doubting' || phase(room).kind === 'hold', 20_000);
    if (phase(room).kind === 'doubting') room.tell({ kind: 'confirm' });
    expect(room.runUntil(() => room.host().bench.depths.length > length, 60_000)).toBe(true);
  });
});

test('a table goes into the pen, is read back, and is better than what was found', () => {
  const plan = { ...PLAN, pointsUm: [100, 200, 500, 800, 1_000, 1_500, 2_000] };
  const found = createRoom({ model: 'meridian-s', start: { plan } });
  expect(found.runUntil(() => phase(found).kind === 'measured')).toBe(true);
  const measured = {
    depths: found.host().bench.depths, rates: found.host().bench.rates, overshoots: [],
    typedZeros: [], forces: [],
    gauge: GAUGE, climate: USUAL_CLIMATE, curveBefore: [], overshootUm: 20, day: 2_500,
  };
  const { adjustment, asFound } = evaluate(measured);
  if (adjustment?.kind !== 'curve' || asFound.kind !== 'evaluated') throw new Error('no curve');
  const table = {
    serial: found.pen.serial, certificateId: 'ADJUSTING', class: 'none' as const, issuedDay: 0,
    dueDay: 0, biasLowUm: um(0), uncertaintyLowUm: um(0), biasHighUm: um(0),
    uncertaintyHighUm: um(0), curve: adjustment.curve,
  };
  found.runFor(300); // the finger leaves the trigger
  found.tell({ kind: 'write', table });
  expect(found.runUntil(() => phase(found).kind === 'written', 20_000)).toBe(true);
  expect(found.effects.filter(({ kind }) => kind === 'written')).toHaveLength(1);
  const left = createRoom({
    model: 'meridian-s', memory: found.pen.memory(), start: { plan, series: 'as-left' },
  });
  expect(left.runUntil(() => phase(left).kind === 'measured')).toBe(true);
  const again = evaluateSeries({ ...measured, depths: left.host().bench.depths,
    rates: left.host().bench.rates }, 'as-left');
  if (again.kind !== 'evaluated') throw new Error('not evaluated');
  const worst = (points: typeof again.result.points): number =>
    // The deepest point is the end of the depth stop's way: what is missing there stays missing.
    Math.max(...points.slice(0, -1).map(({ meanErrorNm }) => Math.abs(meanErrorNm)));
  expect(worst(again.result.points)).toBeLessThan(worst(asFound.result.points));
});

test('a pen that refuses a depth for good is looked at by a person, and not asked for ever', () => {
  const room = createRoom({ model: 'meridian-s' });
  expect(room.runUntil(() => phase(room).kind === 'doubting', 60_000)).toBe(true);
  expect(phase(room)).toMatchObject({ doubt: { code: 'pen-refused', reason: 'off-step' } });
});

test('a table for another pen is refused and changes nothing', () => {
  const room = createRoom();
  room.runUntil(() => phase(room).kind === 'measured');
  room.runFor(300);
  const before = room.pen.firmware().calibrated.table;
  room.tell({ kind: 'write', table: { ...before, serial: 'SIM-9999' } });
  room.runFor(1_000);
  expect(phase(room).kind).toBe('measured');
  const refused = room.effects.filter(({ kind }) => kind === 'refused');
  expect(refused.at(-1)).toEqual({ kind: 'refused', reason: 'foreign-table' });
  expect(room.pen.firmware().calibrated.table).toEqual(before);
});
