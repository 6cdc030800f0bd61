/**
 * How the host learns where the pen's clock lies: the shortest round trip wins, and loses its worth
 * with age.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClockRelation, older, withSample } from '../../../host/link/clock-relation.ts';
import { penMs } from '../../../protocol/units.ts';
import { TELEMETRY } from '../core/control/scene.ts';
import { joined, kindsOf } from './talk.ts';

const sampled = (relation: ClockRelation | undefined, roundTripMs: number, offsetMs = 1_000) =>
  withSample(relation, {
    penMs: offsetMs + 500, heardAtMs: 500 + Math.floor(roundTripMs / 2), roundTripMs,
  });

describe('the relation of the clocks', () => {
  test('is exact where both ways take as long', () => {
    expect(sampled(undefined, 8)).toEqual({ offsetMs: 1_000, roundTripMs: 8, sampleAgeMs: 0 });
  });

  test('prefers the shorter round trip, and a longer one only when the old one has aged', () => {
    const best = sampled(undefined, 4);
    expect(sampled(best, 20, 2_000)).toBe(best);
    expect(sampled(best, 3, 2_000).offsetMs).toBe(2_000);
    const aged = older(best, 399);
    expect(sampled(aged, 21, 2_000)).toBe(aged);
    expect(sampled(aged, 20, 2_000).offsetMs).toBe(2_000);
  });

  test('S-27 errs by no more than half a round trip, however the way was split', () => {
    fc.assert(fc.property(
      fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      (thereMs, backMs, offsetMs) => {
        const askedAtMs = 10_000;
        const relation = withSample(undefined, {
          penMs: offsetMs + askedAtMs + thereMs,
          heardAtMs: askedAtMs + thereMs + backMs,
          roundTripMs: thereMs + backMs,
        });
        expect(Math.abs(relation.offsetMs - offsetMs)).toBeLessThanOrEqual(
          Math.ceil((thereMs + backMs) / 2),
        );
      },
    ));
  });
});

describe('a session', () => {
  const clock = (at: number) => ({ kind: 'clock', penMs: penMs(at) });

  test('asks for the clock every half second, and tells the lag of what it hears', () => {
    const line = joined();
    line.pass(500);
    expect(kindsOf(line.sent)).toEqual(['read']);
    line.pass(4);
    line.answer(clock(50_498));
    line.say({ ...TELEMETRY, penMs: penMs(50_490) });
    expect(line.reports.at(-1)).toMatchObject({ kind: 'heard', roundTripMs: 4, lagMs: 10 });
  });

  test('knows no lag before the first answer', () => {
    const line = joined();
    line.say(TELEMETRY);
    expect(line.reports.at(-1)).toMatchObject({ lagMs: undefined, roundTripMs: undefined });
  });

  test('learns nothing from a question that it had to repeat', () => {
    const line = joined();
    line.pass(570);
    expect(line.sent).toHaveLength(2);
    line.answer(clock(50_498));
    expect(line.talk().clock).toBeUndefined();
  });
});
