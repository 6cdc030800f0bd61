/**
 * Milliseconds that only make a running pen older are lived together, for speed. Each time that is
 * done here, the firmware is also stepped through every one of them: it has to come out the same,
 * with the same orders and none before the last, whatever hand, host and faults do.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { centiHz, ms, penMs, strokes, um } from '../../../protocol/units.ts';
import { createFaultLog } from '../../../sim/faults/fault-log.ts';
import type { Fault } from '../../../sim/faults/fault.ts';
import { step } from '../../../sim/firmware/index.ts';
import { HANDS_OFF, type Hand } from '../../../sim/plant/index.ts';
import type { ModelName } from '../../../sim/models/index.ts';
import { rigTalker, type Rigging } from './rig.ts';
import { PRESSING, readyToMove, grantOf, type Talker } from './talker.ts';

type Act =
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'hold'; readonly hand: Hand }
  | { readonly kind: 'grant'; readonly credit: number; readonly leaseMs: number }
  | { readonly kind: 'tighten'; readonly depthUm: number };

const HANDS: readonly Hand[] = [
  PRESSING,
  PRESSING,
  PRESSING,
  HANDS_OFF,
  { ...PRESSING, contact: false, forceMn: 0 },
  { ...PRESSING, forceMn: 2_990 },
  { ...PRESSING, tiltDeg: 45 },
];

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      ms: fc.integer({ min: 1, max: 90 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('hold' as const), hand: fc.constantFrom(...HANDS) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('grant' as const),
      credit: fc.integer({ min: 1, max: 20 }),
      leaseMs: fc.integer({ min: 20, max: 200 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('tighten' as const),
      depthUm: fc.constantFrom(300, 400),
    }),
  },
);

const FAULTS: readonly (readonly Fault[])[] = [
  [],
  [],
  [{ kind: 'stuck-encoder', at: { kind: 'ms', ms: 260 }, lasting: 'for-good' }],
  [{ kind: 'overspeed', at: { kind: 'ms', ms: 260 }, lasting: 'for-good', permille: 1_300 }],
  [{ kind: 'motor-stall', at: { kind: 'ms', ms: 260 }, lasting: { ms: 30 } }],
  // A fast clock has ticks of two milliseconds of its own, which singly would be other ticks.
  [{ kind: 'clock-drift', at: { kind: 'ms', ms: 100 }, lasting: 'for-good', ppm: -150_000 }],
  [{ kind: 'pen-hang', at: { kind: 'ms', ms: 300 }, ms: 7 }],
];

type TickEvent = Extract<Parameters<typeof step>[1], { readonly kind: 'tick' }>;

/** The firmware's step, which lives every millisecond of a train singly as well and compares. */
function comparing(together: () => void): typeof step {
  let before: TickEvent | undefined;
  return (state, event, elapsedMs) => {
    const stepped = step(state, event, elapsedMs);
    if (event.kind !== 'tick') return stepped;
    const seen = before ?? event;
    before = { kind: 'tick', sensed: { ...event.sensed } };
    if (state.doing.kind !== 'running' || elapsedMs < 2) return stepped;
    together();
    let single = state;
    for (let lived = 1; lived < elapsedMs; lived += 1) {
      const next = step(single, seen, 1);
      expect(next.effects).toEqual([]);
      single = next.state;
    }
    expect(step(single, event, 1)).toEqual(stepped);
    return stepped;
  };
}

/** A pen that is armed and pressed. */
function begin(rigging: Rigging, faults: readonly Fault[]): Talker {
  const talker = rigTalker({ ...rigging, faultLog: createFaultLog(faults) });
  const { needleCount = 14 } = talker.pen.plant.cartridge?.seen ?? {};
  // A hold that is long enough to be used up by its time in the middle of a train.
  readyToMove(talker, { needleCount, rateCentiHz: centiHz(9_000) }, { holdMsMax: ms(333) });
  talker.hand = PRESSING;
  return talker;
}

function carryOut(talker: Talker, next: Act): void {
  switch (next.kind) {
    case 'hold':
      talker.hand = next.hand;
      return;
    case 'pass':
      talker.pen.advance(next.ms, talker.hand);
      return;
    case 'grant':
      talker.send(grantOf(talker, next.credit, next.leaseMs));
      return;
    case 'tighten': {
      const { doing } = talker.pen.firmware();
      const armingId = 'arming' in doing ? (doing.arming?.id ?? 1) : 1;
      const limits = { depthUm: um(next.depthUm), rateCentiHz: centiHz(8_000) };
      talker.send({ kind: 'tighten', armingId, ...limits, passCeiling: strokes(390) });
    }
  }
}

test('a pen that lives calm milliseconds together is the pen that lives each of them', () => {
  let together = 0;
  fc.assert(
    fc.property(
      fc.array(act, { minLength: 5, maxLength: 60 }),
      fc.constantFrom(...FAULTS),
      fc.constantFrom<ModelName>('meridian-p', 'quill-12'),
      fc.integer({ min: 1, max: 1_000 }),
      (acts, faults, model, seed) => {
        const twice = comparing(() => {
          together += 1;
        });
        const talker = begin({ model, seed, step: twice }, faults);
        for (const next of [...START, ...acts]) carryOut(talker, next);
      },
    ),
    { numRuns: 150 },
  );
  expect(together).toBeGreaterThan(1_000);
});

/** Long enough for a hold to be seen, and for a grant's mark to be stored. */
const START: readonly Act[] = [
  { kind: 'pass', ms: 20 },
  { kind: 'grant', credit: 20, leaseMs: 200 },
  { kind: 'pass', ms: 90 },
];

test('most milliseconds of a train are lived together', () => {
  let looks = 0;
  const talker = rigTalker({
    step: (state, event, elapsedMs) => {
      if (event.kind === 'tick') looks += 1;
      return step(state, event, elapsedMs);
    },
  });
  readyToMove(talker);
  talker.hand = PRESSING;
  talker.pen.advance(10, PRESSING);
  talker.send(grantOf(talker));
  talker.pen.advance(100, PRESSING);
  looks = 0;
  for (let round = 0; round < 10; round += 1) {
    talker.send(grantOf(talker, 20, 200, { notAfterPenMs: penMs(talker.telemetry().penMs + 190) }));
    talker.pen.advance(20, PRESSING);
  }
  expect(talker.telemetry().phase).toBe('running');
  expect(looks).toBeGreaterThan(20);
  expect(looks).toBeLessThan(90);
});
