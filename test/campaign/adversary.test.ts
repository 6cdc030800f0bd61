/**
 * The adversary on a sealed wire: everything that he can say is turned away, and a pen or a host
 * that believes a little of it is found by the judge that stands at the seal.
 */
import { expect, test } from 'vitest';
import type { BytePort } from '../../protocol/byte-port.ts';
import { step as soundStep } from '../../sim/firmware/index.ts';
import { type Attack, ATTACKS } from './adversary.ts';
import { drawScenario } from './draw.ts';
import { type Broken, play } from './run.ts';
import type { Scenario } from './scenario.ts';
import { complainers } from './shrink.ts';

const SEED = 3;
const ROUNDS = 3;

/** An ordinary treatment under a seal, with these attacks one after the other in the motion. */
function attacked(attacks: readonly Attack[]): Scenario {
  const { person: _, ...drawn } = drawScenario(SEED);
  return {
    ...drawn,
    areas: [{
      area: 'forehead', side: 'midline', sizeMm2: 1_500, depthUm: 400, rateCentiHz: 6_000,
      passes: 1,
    }],
    person: {
      bornYearsAgo: 40, fitzpatrick: 2, history: [], conditions: [], cleared: [],
    },
    before: [], faults: [], line: 'good wire', paired: true, pedal: false, clockDriftPpm: 0,
    chargePercent: 100, calibratedDaysAgo: 30, site: 'base table',
    mishaps: attacks.map((kind, at) => ({ kind, at: { kind: 'stroke', stroke: 10 + 4 * at } })),
  };
}

const ALL = Array.from({ length: ROUNDS }).flatMap(() => ATTACKS);

test('S-50 S-51 S-52 whatever is said on a sealed wire without the key is turned away', () => {
  const run = play(attacked(ALL));
  expect(run.complaints).toEqual([]);
  expect(run.strokes).toBeGreaterThan(10 + 4 * ALL.length);
  const took = new Set(run.took.filter((one) => one.took).map(({ kind }) => kind));
  expect(ATTACKS.filter((attack) => !took.has(attack))).toEqual([]);
});

/** A pen that takes a frame without a seal for one under the key of the session. */
const credulous: Broken = {
  step: (state, event, elapsedMs) => soundStep(
    state,
    event.kind === 'received' && event.header.seal === undefined && state.link.seal !== 0
      ? { ...event, header: { ...event.header, seal: state.link.seal } }
      : event,
    elapsedMs,
  ),
};

test.each(['no-seal', 'sealed-cut'] as const)(
  'S-50 a pen that believes a frame without a seal is found by %s', (attack) => {
    const run = play(attacked(ALL.map(() => attack)), credulous);
    expect(complainers(run)).toContain('seal');
  },
);

/** A host whose seal lets through whatever has none. */
const open: Broken = {
  seal: (carrier, seal): BytePort => {
    const sealed = seal(carrier);
    return {
      ...sealed,
      onBytes: (listener) => {
        carrier.onBytes(listener);
        return sealed.onBytes(listener);
      },
    };
  },
};

test('S-51 a host that hears what has no seal is found', () => {
  const run = play(attacked(ALL.map(() => 'told-without-seal')), open);
  expect(complainers(run)).toContain('seal');
});

test('pairs are drawn by a chance of their own, and change nothing else of a seed', () => {
  const seeds = Array.from({ length: 300 }, (_, at) => at + 1);
  const paired = seeds.map((seed) => drawScenario(seed)).filter((one) => one.paired === true);
  expect(paired.length).toBeGreaterThan(3);
  expect(paired.length).toBeLessThan(30);
});
