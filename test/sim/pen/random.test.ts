/**
 * Anything a host and a hand could do, in any order, judged on what the body did; and the same
 * checks against twins of the firmware that forget one rule each, every one of which has to be
 * caught.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { centiHz, penMs, strokes, um } from '../../../protocol/units.ts';
import type { Fault } from '../../../sim/faults/fault.ts';
import { HANDS_OFF } from '../../../sim/plant/index.ts';
import { TWINS } from '../firmware/twins.ts';
import { judge } from './judge.ts';
import { rigTalker, type Rigging } from './rig.ts';
import { armOf, grantOf, PRESSING, rowOf } from './talker.ts';

type Act =
  | { readonly kind: 'pass'; readonly ms: number }
  | { readonly kind: 'press' | 'release' | 'stop' | 'hello' | 'arm' | 'disarm' | 'clear' | 'again' }
  | {
      readonly kind: 'grant';
      readonly credit: number;
      readonly leaseMs: number;
      readonly off: number;
    }
  | { readonly kind: 'renew'; readonly ms: number }
  | { readonly kind: 'tighten'; readonly depthUm: number }
  | { readonly kind: 'reset' };

const SMALL = [
  'press', 'press', 'press', 'release', 'stop', 'hello', 'arm', 'disarm', 'clear', 'again',
] as const;

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.nat(160) }) },
  {
    weight: 8,
    arbitrary: fc
      .constantFrom(...SMALL)
      .map((kind): Act => ({ kind })),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('grant' as const),
      credit: fc.integer({ min: 0, max: 24 }),
      leaseMs: fc.integer({ min: -20, max: 230 }),
      off: fc.constantFrom(0, 0, 0, 0, 1),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('renew' as const),
      ms: fc.integer({ min: 50, max: 600 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('tighten' as const),
      depthUm: fc.constantFrom(300, 500, 700),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'reset' as const }) },
);

function play(acts: readonly Act[], rigging: Rigging = {}): ReadonlySet<string> {
  const talker = rigTalker(rigging);
  const watcher = judge(talker);
  let nonce = 1;
  let armingId = 0;
  let last: Uint8Array | undefined;

  const pass = (forMs: number): void => talker.pass(forMs, watcher.look);
  const grant = (credit: number, leaseMs: number, off = 0): void => {
    const given = grantOf(talker, credit);
    const now = talker.pen.firmware().ages.penMs;
    const notAfterPenMs = penMs(Math.max(0, now + leaseMs));
    const sent = { ...given, notAfterPenMs, holdId: (given.holdId + off) & 0xffff };
    const seq = talker.send(sent);
    if (talker.pen.firmware().link.ack === seq) watcher.granted(sent);
  };
  const enter = (): void => {
    talker.hello(nonce);
    talker.pass(3);
    talker.send({ kind: 'join', mode: 'treatment' });
    talker.send(rowOf());
    armingId = 0;
  };
  const arm = (): void => {
    armingId += 1;
    const { needleCount = 14 } = talker.pen.plant.cartridge?.seen ?? {};
    const passCeiling = strokes(talker.pen.firmware().ledger.strokes + 300);
    talker.send(armOf({ armingId, needleCount, passCeiling, rateCentiHz: centiHz(10_000) }));
  };
  const carryOut = (next: Act): void => {
    switch (next.kind) {
      case 'pass':
        return pass(next.ms);
      case 'press':
        talker.hand = PRESSING;
        return pass(5);
      case 'release':
        talker.hand = HANDS_OFF;
        return pass(5);
      case 'stop':
        talker.send({ kind: 'stop' });
        return watcher.stopped();
      case 'hello':
        nonce += 1;
        talker.hello(nonce);
        return enter();
      case 'arm':
        return arm();
      case 'disarm':
        talker.send({ kind: 'disarm', armingId: Math.max(1, armingId) });
        return undefined;
      case 'clear': {
        const { reason, latchId } = talker.pen.firmware().latch;
        if (reason !== 'none') talker.send({ kind: 'clear', reason, latchId });
        return undefined;
      }
      case 'again':
        if (last !== undefined) talker.pen.receive(last);
        return undefined;
      case 'grant': {
        last = talker.bytes(grantOf(talker, next.credit));
        return grant(next.credit, next.leaseMs, next.off);
      }
      case 'renew':
        for (let ms = 0; ms < next.ms; ms += 50) {
          grant(20, 200);
          pass(50);
        }
        return undefined;
      case 'tighten': {
        const limits = { depthUm: um(next.depthUm), rateCentiHz: centiHz(9_000) };
        const passCeiling = strokes(200);
        talker.send({ kind: 'tighten', armingId: Math.max(1, armingId), ...limits, passCeiling });
        return undefined;
      }
      case 'reset':
        talker.pen.reset('brown-out');
        talker.pass(700);
        watcher.restarted();
        return enter();
    }
  };

  enter();
  arm();
  for (const next of acts) carryOut(next);
  talker.hand = HANDS_OFF;
  pass(400);
  const { retracted, motorOn } = talker.pen.truth();
  const found = new Set(watcher.findings);
  if (!retracted || motorOn) found.add('not at rest in the end');
  return found;
}

/** Something that a lawful host does with every rule in it: hold, renew, let go, run out, stop. */
const STORY: readonly Act[] = [
  { kind: 'press' },
  { kind: 'renew', ms: 600 },
  { kind: 'release' },
  { kind: 'pass', ms: 200 },
  { kind: 'press' },
  { kind: 'renew', ms: 300 },
  { kind: 'release' },
  { kind: 'pass', ms: 200 },
  { kind: 'press' },
  { kind: 'grant', credit: 7, leaseMs: 200, off: 0 },
  { kind: 'pass', ms: 600 },
  { kind: 'release' },
  { kind: 'clear' },
  { kind: 'arm' },
  { kind: 'press' },
  { kind: 'renew', ms: 300 },
  { kind: 'grant', credit: 20, leaseMs: 30, off: 0 },
  { kind: 'pass', ms: 300 },
  { kind: 'release' },
  { kind: 'pass', ms: 200 },
  { kind: 'clear' },
  { kind: 'arm' },
  { kind: 'press' },
  { kind: 'renew', ms: 300 },
  { kind: 'stop' },
  { kind: 'pass', ms: 300 },
];

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 60) } as const;

test('S-12 S-20 whatever host and hand do, the body keeps to what was permitted', () => {
  const run = fc.property(fc.array(act, { maxLength: 25 }), fc.nat(1_000), (acts, seed) => {
    expect([...play(acts, { seed })]).toEqual([]);
  });
  fc.assert(run, RUNS);
});

test('S-27 and it does so with a clock that drifts and an encoder that loses counts', () => {
  const lossy: Fault = {
    kind: 'lossy-encoder',
    at: { kind: 'ms', ms: 1 },
    lasting: 'for-good',
    every: 8,
  };
  const run = fc.property(
    fc.array(act, { maxLength: 20 }),
    fc.constantFrom(-20_000, 20_000),
    (acts, clockDriftPpm) => {
      expect([...play(acts, { clockDriftPpm, faults: [lossy] })]).toEqual([]);
    },
  );
  fc.assert(run, RUNS);
});

test('the ordinary story itself is lawful, and moves', () => {
  expect([...play(STORY)]).toEqual([]);
});

describe('a firmware is caught that forgets', () => {
  for (const [rule, step] of Object.entries(TWINS)) {
    test(rule, () => {
      const faults: readonly Fault[] =
        rule === 'the debit of motor time'
          ? [{ kind: 'stuck-encoder', at: { kind: 'ms', ms: 400 }, lasting: 'for-good' }]
          : [];
      expect(play(STORY, { step, faults }).size).toBeGreaterThan(0);
    });
  }
});

