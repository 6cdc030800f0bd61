/**
 * The published stop bound: the figures of the README, rounding that never favours the needles, and
 * the constants that it rests on.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stopBoundPuncturesPerCm2, stopBoundStrokes } from '../../protocol/stop-bound.ts';
import * as timing from '../../protocol/timing.ts';
import { centiHz, mm2, ms, strokes } from '../../protocol/units.ts';

const bound = (credit: number, rate: number, lease: number): number =>
  stopBoundStrokes({ credit: strokes(credit), rateCentiHz: centiHz(rate), leaseMs: ms(lease) });

test('without a credit, 150 Hz and 200 ms allow 38 strokes', () => {
  expect(bound(1_000, 15_000, 200)).toBe(38);
});

test('the credit is the bound where it is the smaller one', () => {
  expect(bound(20, 15_000, 200)).toBe(20);
  expect(bound(0, 15_000, 200)).toBe(0);
});

test('S-06 twenty strokes of a 14-needle head of 50 mm2 are 560 punctures per cm2', () => {
  expect(stopBoundPuncturesPerCm2(strokes(20), 14, mm2(50))).toBe(560);
  expect(stopBoundPuncturesPerCm2(strokes(1), 1, mm2(33))).toBe(4); // 3.03, never rounded down
});

test('S-13 S-27 the bound is never below what the fastest motor and slowest clock can do', () => {
  const rate = fc.integer({ min: 1, max: 15_000 });
  fc.assert(
    fc.property(rate, fc.integer({ min: 1, max: 200 }), (rateCentiHz, leaseMs) => {
      const strokesMax = (rateCentiHz / 100) * 1.2 * (leaseMs / 1000) * 1.02;
      expect(bound(1e6, rateCentiHz, leaseMs)).toBeGreaterThanOrEqual(Math.floor(strokesMax) + 1);
      expect(bound(1e6, rateCentiHz, leaseMs)).toBeLessThan(strokesMax + 2.001);
    }),
  );
});

test('the bound only grows with credit, rate and lease', () => {
  const any = fc.tuple(fc.nat(60), fc.nat(15_000), fc.nat(200));
  fc.assert(
    fc.property(any, any, (first, second) => {
      const low = first.map((value, index) => Math.min(value, second[index] ?? 0));
      const high = first.map((value, index) => Math.max(value, second[index] ?? 0));
      expect(bound(low[0] ?? 0, low[1] ?? 0, low[2] ?? 0))
        .toBeLessThanOrEqual(bound(high[0] ?? 0, high[1] ?? 0, high[2] ?? 0));
    }),
  );
});

test('a negative number or a head without needles is a mistake of ours', () => {
  expect(() => bound(-1, 1, 1)).toThrow(/not negative/);
  expect(() => stopBoundPuncturesPerCm2(strokes(1), 0, mm2(50))).toThrow(/has needles/);
  expect(() => stopBoundPuncturesPerCm2(strokes(1), 1, mm2(0))).toThrow(/has needles/);
});

test('a lease outlives a renewal late by a telemetry frame and a slow round trip', () => {
  const { LEASE_MS_MAX, RENEW_MS, ROUND_TRIP_MS_MAX, SILENCE_MS, TELEMETRY_MS } = timing;
  expect(LEASE_MS_MAX).toBe(200);
  expect(LEASE_MS_MAX).toBeGreaterThan(RENEW_MS + TELEMETRY_MS + ROUND_TRIP_MS_MAX);
  expect(SILENCE_MS).toBeLessThan(LEASE_MS_MAX);
  expect(timing.WRAP_GUARD).toBeLessThan(2 ** 32);
});
