/**
 * The wire gives what it was given, unless bad luck or a fault says otherwise, and then exactly so.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFaultLog, faultsWithoutEffect } from '../../../sim/faults/fault-log.ts';
import type { Direction, Fault, WireFault } from '../../../sim/faults/fault.ts';
import {
  createWire, nextWireMs, PERFECT_LINE, pushBytes, takeBytes, type LineOptions, type Wire,
} from '../../../sim/wire.ts';

/** The nth frame of a test: delimiters around four bytes that tell which it is. */
const frame = (n: number): Uint8Array => Uint8Array.of(0, 0xa0, n, n, 0xaf, 0);

/** All that has arrived at one end, as one list of bytes. */
function arrived(wire: Wire, nowMs: number, direction: Direction = 'to-pen'): readonly number[] {
  const bytes: number[] = [];
  for (let next = takeBytes(wire, direction, nowMs); next !== undefined;) {
    bytes.push(...next);
    next = takeBytes(wire, direction, nowMs);
  }
  return bytes;
}

/** Sends ten frames, one each millisecond, and gives what came out in each millisecond. */
function tenFrames(faults: readonly Fault[], line?: LineOptions, forMs = 100) {
  const faultLog = createFaultLog(faults);
  const wire = createWire({ seed: 1, faultLog, ...(line === undefined ? {} : { toPen: line }) });
  const out: (readonly number[])[] = [];
  for (let nowMs = 1; nowMs <= forMs; nowMs += 1) {
    if (nowMs <= 10) pushBytes(wire, 'to-pen', frame(nowMs), nowMs);
    out.push(arrived(wire, nowMs));
  }
  return { out, all: out.flat(), faultLog, wire };
}

const plain = (...numbers: readonly number[]): readonly number[] =>
  numbers.flatMap((n) => [...frame(n)]);
const TEN = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const LANE = { direction: 'to-pen' } as const;
const THIRD = { at: { kind: 'frame', frame: 3 }, ...LANE } as const;

describe('a perfect wire', () => {
  test('gives every byte at once, in order, to the other end only', () => {
    const { all, wire } = tenFrames([]);
    expect(all).toEqual(plain(...TEN));
    expect(arrived(wire, 100, 'to-host')).toEqual([]);
    expect(nextWireMs(wire)).toBeUndefined();
  });

  test('copies what it is given', () => {
    const wire = createWire({ seed: 1 });
    const bytes = frame(1);
    pushBytes(wire, 'to-host', bytes, 0);
    bytes.fill(9);
    expect(arrived(wire, 0, 'to-host')).toEqual(plain(1));
  });

  test('passes whatever bytes in whatever pieces', () => {
    const writes = fc.array(fc.uint8Array({ maxLength: 30 }));
    fc.assert(fc.property(writes, fc.boolean(), (all, watched) => {
      // A fault that never comes makes the wire look at every frame.
      const faults: readonly Fault[] = watched
        ? [{ kind: 'drop', frames: 1, direction: 'to-host', at: { kind: 'frame', frame: 9_999 } }]
        : [];
      const wire = createWire({ seed: 1, faultLog: createFaultLog(faults) });
      for (const bytes of all) pushBytes(wire, 'to-pen', bytes, 0);
      expect(arrived(wire, 0)).toEqual(all.flatMap((bytes) => [...bytes]));
    }));
  });
});

describe('a line', () => {
  test('with latency gives nothing before its time', () => {
    const { out } = tenFrames([], { ...PERFECT_LINE, latencyMs: 5 });
    expect(out.slice(0, 5).flat()).toEqual([]);
    expect(out[5]).toEqual(plain(1));
  });

  test('with a throughput takes its time for every byte', () => {
    const { out, all } = tenFrames([], { ...PERFECT_LINE, bytesPerMs: 2 });
    expect(out[3]).toEqual(plain(1));
    expect(out.slice(4, 6).flat()).toEqual([]);
    expect(all).toEqual(plain(...TEN));
    expect(out.slice(0, 30).flat()).toEqual(plain(...TEN.slice(0, 9)));
  });

  test('with jitter keeps the order', () => {
    expect(tenFrames([], { ...PERFECT_LINE, jitterMs: 20 }).all).toEqual(plain(...TEN));
  });

  const LUCK = [
    'lossPpm', 'duplicatePpm', 'flipPpm', 'truncatePpm', 'reorderPpm', 'babblePpm',
  ] as const;

  test.each(LUCK)('with %s damages, and damages the same way each time', (luck) => {
    const bad = { ...PERFECT_LINE, [luck]: 500_000 };
    const { all } = tenFrames([], bad);
    expect(all).not.toEqual(plain(...TEN));
    expect(tenFrames([], bad).all).toEqual(all);
  });

  test('that loses a tenth loses about a tenth', () => {
    const wire = createWire({ seed: 5, toPen: { ...PERFECT_LINE, lossPpm: 100_000 } });
    for (let n = 0; n < 10_000; n += 1) pushBytes(wire, 'to-pen', frame(7), n);
    const kept = arrived(wire, 10_000).length / frame(7).length;
    expect(kept).toBeGreaterThan(8_850);
    expect(kept).toBeLessThan(9_150);
  });
});

describe('a scheduled fault', () => {
  const EXPECTED: readonly (readonly [WireFault, readonly number[]])[] = [
    [{ kind: 'drop', frames: 2, ...THIRD }, plain(1, 2, 5, 6, 7, 8, 9, 10)],
    [{ kind: 'duplicate', copies: 1, ...THIRD }, plain(1, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10)],
    [{ kind: 'reorder', behind: 2, ...THIRD }, plain(1, 2, 4, 5, 3, 6, 7, 8, 9, 10)],
    [{ kind: 'truncate', keep: 3, ...THIRD },
      [...plain(1, 2), 0, 0xa0, 3, ...plain(4, 5, 6, 7, 8, 9, 10)]],
    [{ kind: 'flip', offset: 2, mask: 0x80, ...THIRD },
      [...plain(1, 2), 0, 0xa0, 0x83, 3, 0xaf, 0, ...plain(4, 5, 6, 7, 8, 9, 10)]],
    [{ kind: 'flip', offset: 0, mask: 1, ...LANE, at: { kind: 'byte', byte: 8 } },
      [...plain(1), 0, 0xa1, 2, 2, 0xaf, 0, ...plain(3, 4, 5, 6, 7, 8, 9, 10)]],
    [{ kind: 'babble', bytes: [5, 0], ...THIRD },
      [...plain(1, 2), 5, 0, ...plain(3, 4, 5, 6, 7, 8, 9, 10)]],
    [{ kind: 'babble', bytes: [5, 0], ...LANE, at: { kind: 'ms', ms: 50 } },
      [...plain(...TEN), 5, 0]],
    [{ kind: 'replay', frame: 2, ...LANE, at: { kind: 'frame', frame: 9 } },
      plain(1, 2, 3, 4, 5, 6, 7, 8, 2, 9, 10)],
    [{ kind: 'replay', frame: 2, ...LANE, at: { kind: 'ms', ms: 50 } }, plain(...TEN, 2)],
    [{ kind: 'unplug', ms: 3, at: { kind: 'ms', ms: 4 } }, plain(1, 2, 3, 7, 8, 9, 10)],
  ];

  test.each(EXPECTED)('%j does exactly that, and is told', (fault, expected) => {
    const { all, faultLog } = tenFrames([fault]);
    expect(all).toEqual(expected);
    expect(faultsWithoutEffect(faultLog)).toEqual([]);
  });

  test('delay holds its frame and all that follow', () => {
    const { out, all, faultLog } = tenFrames([{ kind: 'delay', ms: 30, ...THIRD }]);
    expect(out.slice(2, 32).flat()).toEqual([]);
    expect(all).toEqual(plain(...TEN));
    expect(faultsWithoutEffect(faultLog)).toEqual([]);
  });

  test('wire-stall gives nothing for a while and everything afterwards', () => {
    const at = { kind: 'ms', ms: 5 } as const;
    const { out, all, faultLog } = tenFrames([{ kind: 'wire-stall', ms: 20, ...LANE, at }]);
    expect(out.slice(4, 24).flat()).toEqual([]);
    expect(all).toEqual(plain(...TEN));
    expect(faultsWithoutEffect(faultLog)).toEqual([]);
  });

  test('unplug loses what is on its way', () => {
    const fault: WireFault = { kind: 'unplug', ms: 5, at: { kind: 'ms', ms: 11 } };
    const { all, faultLog } = tenFrames([fault], { ...PERFECT_LINE, latencyMs: 20 });
    expect(all).toEqual([]);
    expect(faultsWithoutEffect(faultLog)).toEqual([]);
  });

  const IDLE: readonly WireFault[] = [
    { kind: 'drop', frames: 1, ...LANE, at: { kind: 'frame', frame: 11 } },
    { kind: 'drop', frames: 1, direction: 'to-host', at: { kind: 'frame', frame: 3 } },
    { kind: 'flip', offset: 40, mask: 1, ...THIRD },
    { kind: 'flip', offset: 2, mask: 0, ...THIRD },
    { kind: 'truncate', keep: 99, ...THIRD },
    { kind: 'reorder', behind: 9, ...THIRD },
    { kind: 'replay', frame: 30, ...LANE, at: { kind: 'ms', ms: 50 } },
    { kind: 'wire-stall', ms: 20, ...LANE, at: { kind: 'ms', ms: 60 } },
    { kind: 'unplug', ms: 5, at: { kind: 'ms', ms: 70 } },
  ];

  test.each(IDLE)('%j finds nothing to change and is told so', (fault) => {
    const { faultLog } = tenFrames([fault]);
    expect(faultsWithoutEffect(faultLog)).toEqual([fault]);
  });

  test('strikes one frame of a write that holds several', () => {
    const faultLog = createFaultLog([{ kind: 'drop', frames: 1, ...THIRD }]);
    const wire = createWire({ seed: 1, faultLog });
    pushBytes(wire, 'to-pen', Uint8Array.from(plain(...TEN)), 0);
    expect(arrived(wire, 0)).toEqual(plain(1, 2, 4, 5, 6, 7, 8, 9, 10));
  });

  test('is announced, so that a world may sleep until then', () => {
    const at = { kind: 'ms', ms: 40 } as const;
    const faultLog = createFaultLog([{ kind: 'babble', bytes: [1], ...LANE, at }]);
    const wire = createWire({ seed: 1, faultLog });
    expect(nextWireMs(wire)).toBe(40);
    pushBytes(wire, 'to-pen', frame(1), 10);
    expect(nextWireMs(wire)).toBe(10);
  });
});
