/**
 * Promises that hold in every cell of the pen's matrix: whatever it is doing, whatever comes.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import type { ToPen } from '../../../protocol/to-pen.ts';
import { centiHz, penMs, strokes, um } from '../../../protocol/units.ts';
import { step } from '../../../sim/firmware/index.ts';
import type { DoingKind, Firmware } from '../../../sim/firmware/index.ts';
import { MATRIX } from '../../../sim/firmware/matrix.ts';
import { HANDS_OFF } from '../../../sim/plant/index.ts';
import { rigTalker } from '../pen/rig.ts';
import {
  armOf,
  AT_BENCH,
  expectDone,
  PRESSING,
  readyToMove,
  renewing,
  rowOf,
} from '../pen/talker.ts';

const states = new Map<DoingKind, Firmware>();

/** Brings pens into everything that a pen can be doing. */
function gather(): void {
  const keep = (state: Firmware): void => {
    states.set(state.doing.kind, state);
  };
  const treating = rigTalker();
  treating.hello();
  treating.pass(5);
  keep(treating.pen.firmware());
  const armed = rigTalker();
  readyToMove(armed);
  keep(armed.pen.firmware());
  armed.hand = PRESSING;
  renewing(armed, 400);
  keep(armed.pen.firmware());
  armed.hand = HANDS_OFF;
  armed.pass(10);
  keep(armed.pen.firmware());
  armed.send({ kind: 'stop' });
  armed.pass(100);
  keep(armed.pen.firmware());
  const bench = rigTalker({ cartridge: 'metrology' });
  bench.hello();
  bench.hand = AT_BENCH;
  bench.pass(10);
  expectDone(bench.ask({ kind: 'join', mode: 'calibration' }));
  bench.hand = HANDS_OFF;
  bench.pass(10);
  bench.hand = AT_BENCH;
  bench.pass(10);
  const notAfterPenMs = penMs(bench.pen.firmware().ages.penMs + 200);
  expectDone(bench.ask({ kind: 'extend', depthUm: um(500), notAfterPenMs }));
  bench.pass(60);
  keep(bench.pen.firmware());
}

beforeAll(gather);

const messages = (state: Firmware): readonly ToPen[] => {
  const ceiling = strokes(state.ledger.strokes + 20);
  const notAfterPenMs = penMs(state.ages.penMs + 200);
  const armingId = 'arming' in state.doing ? (state.doing.arming?.id ?? 1) : 1;
  const depthUm = um(500);
  const rateCentiHz = centiHz(10_000);
  return [
    { kind: 'stop' },
    { kind: 'hello', hostNonce: 1, schemaHash: 2 },
    { kind: 'join', mode: 'treatment' },
    { kind: 'join', mode: 'calibration' },
    { kind: 'join', mode: 'service' },
    { kind: 'read', page: 1 },
    rowOf(),
    armOf({ armingId: armingId + 1, passCeiling: ceiling }),
    {
      kind: 'tighten',
      armingId,
      depthUm: um(100),
      rateCentiHz: centiHz(5_000),
      passCeiling: ceiling,
    },
    { kind: 'grant', armingId, holdId: state.hold.id, ceiling, notAfterPenMs },
    { kind: 'disarm', armingId },
    { kind: 'clear', reason: state.latch.reason, latchId: state.latch.latchId },
    { kind: 'extend', depthUm, notAfterPenMs },
    { kind: 'run', depthUm, rateCentiHz, ceiling, notAfterPenMs },
  ];
};

const KINDS: readonly DoingKind[] = [
  'idle',
  'armed',
  'running',
  'stopping',
  'latched',
  'calibrating',
];

const hear = (state: Firmware, message: ToPen) => {
  const header = { session: state.link.session, seq: 9_999 };
  return step(state, { kind: 'received', header, message }, 0);
};

describe('in every cell', () => {
  for (const kind of KINDS) {
    const given = (): Firmware => {
      const state = states.get(kind);
      if (state === undefined) throw new Error(`no pen was brought to be ${kind}`);
      return state;
    };

    test(`S-20 of ${kind}, no message makes needles go further or a motor turn faster`, () => {
      for (const message of messages(given())) {
        const { drive } = hear(given(), message).state;
        const before = given().drive;
        expect([message.kind, drive.depthUm <= before.depthUm]).toEqual([message.kind, true]);
        if (typeof drive.motor === 'string') continue;
        const rateBefore = typeof before.motor === 'string' ? 0 : before.motor.rateCentiHz;
        expect(drive.motor.rateCentiHz).toBeLessThanOrEqual(rateBefore);
      }
    });

    test(`S-14 S-33 of ${kind}, a stop leaves a pen latched, unarmed, needles ordered in`, () => {
      const { state } = hear(given(), { kind: 'stop' });
      expect(state.latch.reason).not.toBe('none');
      expect(state.drive.depthUm).toBe(0);
      expect('arming' in state.doing ? state.doing.arming : undefined).toBeUndefined();
    });

    test(`S-29 of ${kind}, a foreign hello leaves nothing armed`, () => {
      const { state } = hear(given(), { kind: 'hello', hostNonce: 77, schemaHash: 0 });
      expect(['armed', 'running', 'calibrating']).not.toContain(state.doing.kind);
      expect(state.drive.depthUm).toBe(0);
      expect(state.link).toMatchObject({ mode: 'outside', armingId: 0 });
    });

    test(`of ${kind}, every request is answered once, and repeated without a second effect`, () => {
      for (const message of messages(given())) {
        if (['stop', 'hello', 'grant'].includes(message.kind)) continue;
        const first = hear(given(), message);
        const again = hear(first.state, message);
        const answers = first.effects.filter((effect) => effect.kind === 'send');
        expect([message.kind, answers.length]).toEqual([message.kind, 1]);
        expect(again.effects).toEqual(answers);
        expect(again.state.doing).toBe(first.state.doing);
        expect(again.state.ledger).toBe(first.state.ledger);
      }
    });
  }
});

test('the matrix has a row for everything that a pen can be doing', () => {
  expect(Object.keys(MATRIX).toSorted()).toEqual([...KINDS].toSorted());
});
