/**
 * Service moves nothing whatever is said to it, and what was done in one mode gives nothing in
 * another: each treatment begins with a handshake, a row and an arming of its own.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Message } from '../../../protocol/catalogue.ts';
import { centiHz, penMs, strokes, um } from '../../../protocol/units.ts';
import { HANDS_OFF } from '../../../sim/plant/index.ts';
import { rigTalker } from './rig.ts';
import {
  armOf,
  AT_BENCH,
  expectDone,
  grantOf,
  PRESSING,
  renewing,
  rowOf,
  type Talker,
} from './talker.ts';

/** Everything that can order, permit or prepare a movement, each as well-meant as it can be. */
const ORDERS: readonly ((talker: Talker) => Message)[] = [
  () => rowOf(),
  () => armOf(),
  (talker) => grantOf(talker),
  () => ({
    kind: 'tighten', armingId: 1, depthUm: um(500), rateCentiHz: centiHz(10_000),
    passCeiling: strokes(400),
  }),
  () => ({ kind: 'disarm', armingId: 1 }),
  (talker) => ({ kind: 'clear', ...latchOf(talker) }),
  (talker) => ({ kind: 'extend', depthUm: um(1_000), notAfterPenMs: soon(talker) }),
  (talker) => ({
    kind: 'run', depthUm: um(1_000), rateCentiHz: centiHz(10_000),
    ceiling: strokes(talker.pen.firmware().ledger.strokes + 20), notAfterPenMs: soon(talker),
  }),
  () => ({ kind: 'join', mode: 'treatment' }),
  () => ({ kind: 'join', mode: 'calibration' }),
  () => ({ kind: 'stop' }),
];

const soon = ({ pen }: Talker): ReturnType<typeof penMs> => penMs(pen.firmware().ages.penMs + 200);

function latchOf({ pen }: Talker): Pick<Extract<Message, { kind: 'clear' }>, 'reason' | 'latchId'> {
  const { reason, latchId } = pen.firmware().latch;
  return { reason, latchId };
}

function joined(talker: Talker, mode: 'service' | 'calibration'): void {
  talker.hello();
  talker.hand = AT_BENCH;
  talker.pass(10);
  expectDone(talker.ask({ kind: 'join', mode }));
}

const act = fc.oneof(
  fc.record({ order: fc.constantFrom(...ORDERS) }),
  fc.record({ hand: fc.constantFrom(HANDS_OFF, AT_BENCH, PRESSING), forMs: fc.nat(60) }),
);

test('S-16 nothing that is said or pressed in service mode makes the needles move', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('metrology' as const, undefined),
      fc.array(act, { minLength: 5, maxLength: 30 }),
      (cartridge, acts) => {
        const talker = rigTalker(cartridge === undefined ? {} : { cartridge });
        joined(talker, 'service');
        for (const next of acts) {
          if ('order' in next) talker.send(next.order(talker));
          else talker.hand = next.hand;
          talker.pass('forMs' in next ? next.forMs : 3, () => {
            const { motorOn, retracted } = talker.pen.truth();
            if (motorOn || !retracted) throw new Error('the needles moved in service mode');
          });
        }
        expect(talker.strokes).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test('S-16 the same words move a pen that joined a treatment, so the test above can fail', () => {
  const talker = rigTalker();
  talker.hello();
  talker.pass(5);
  expectDone(talker.ask({ kind: 'join', mode: 'treatment' }));
  for (const order of ORDERS.slice(0, 2)) expectDone(talker.ask(order(talker)));
  talker.hand = PRESSING;
  renewing(talker, 200);
  expect(talker.strokes.length).toBeGreaterThan(5);
});

test.each(['service', 'calibration'] as const)(
  'S-18 after %s a treatment needs a new handshake, a row and an arming, each by itself',
  (mode) => {
    const talker = rigTalker({ cartridge: 'metrology' });
    joined(talker, mode);
    talker.hand = HANDS_OFF;
    talker.pass(20);
    for (const ask of [rowOf(), armOf(), { kind: 'join', mode: 'treatment' } as const]) {
      expect(talker.ask(ask)).toMatchObject({ outcome: 'refused', reason: 'wrong-mode' });
    }
    talker.hello(2);
    expectDone(talker.ask({ kind: 'join', mode: 'treatment' }));
    expect(talker.ask(armOf())).toMatchObject({ reason: 'no-envelope' });
    expectDone(talker.ask(rowOf()));
    expect(talker.ask(armOf())).toMatchObject({ reason: 'wrong-cartridge' });
  },
);

test('S-18 what a treatment had armed is gone when calibration begins', () => {
  const talker = rigTalker();
  talker.hello();
  talker.pass(5);
  expectDone(talker.ask({ kind: 'join', mode: 'treatment' }));
  expectDone(talker.ask(rowOf()));
  expectDone(talker.ask(armOf()));
  talker.hello(2);
  expect(talker.pen.firmware()).toMatchObject({
    latch: { reason: 'foreign-hello' },
    doing: { kind: 'latched' },
    link: { mode: 'outside' },
  });
  expect(talker.pen.firmware().link.rows.size).toBe(0);
});
