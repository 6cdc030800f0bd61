/**
 * Service mode: text in, text out, and nothing that moves. Lines are heard there and nowhere else,
 * and no line, frame or hand makes a pen in service mode drive its motor or put its needles out.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { penMs, strokes, um } from '../../../protocol/units.ts';
import { ANSWER_LINES_MAX, isLineText } from '../../../protocol/service-line.ts';
import { HELP, TELLERS } from '../../../sim/firmware/service-pages.ts';
import { STILL } from '../../../sim/firmware/state.ts';
import { HANDS_OFF, sense } from '../../../sim/plant/index.ts';
import type { Rigging } from './rig.ts';
import { rigTalker } from './rig.ts';
import {
  armOf, AT_BENCH, expectDone, grantOf, PRESSING, readyToMove, rowOf, type Talker,
} from './talker.ts';

/** A pen in service mode, its trigger free again. */
function inService(rigging: Rigging = {}): Talker {
  const talker = rigTalker(rigging);
  talker.hello();
  talker.hand = AT_BENCH;
  talker.pass(600);
  expectDone(talker.ask({ kind: 'join', mode: 'service' }));
  talker.hand = HANDS_OFF;
  talker.pass(20);
  return talker;
}

const WORDS = [...TELLERS.keys(), 'help', 'selftest'];

describe('words', () => {
  test.each(WORDS)('"%s" is answered in whole lines that end with ok', (word) => {
    const said = inService().type(word);
    expect(said.at(-1)).toBe('ok');
    expect(said.length).toBeGreaterThan(1);
    expect(said.length).toBeLessThanOrEqual(ANSWER_LINES_MAX);
    expect(said.every(isLineText)).toBe(true);
    expect(said.slice(0, -1).filter((line) => /^(ok$|no: )/.test(line))).toEqual([]);
  });

  test('what the pen says is what its pages say', () => {
    const talker = inService();
    expect(talker.type('id').slice(0, 2)).toEqual(['model meridian-p', 'serial SIM-0001']);
    expect(talker.type('ledger')).toContain('strokes 0');
    expect(talker.type('latch')).toEqual(['latch none', 'ok']);
    expect(talker.type('vitals')).toContain('trigger free');
    expect(talker.type('table')).toContain('class P');
  });

  test('help names every word', () => {
    const named = HELP.map((line) => line.split(' ')[0]);
    expect(new Set(named)).toEqual(new Set([...WORDS, 'exit']));
  });

  test.each(['', ' ', 'frobnicate', 'ID', 'id all', 'stop', 'arm', 'AT', 'constructor'])(
    '"%s" is no command, and that is said',
    (word) => {
      const said = inService().type(word === '' ? ' ' : word);
      expect(said).toEqual(['no: no such command, try help']);
    },
  );

  test('an empty head, a low battery and a latch are told, and fail the self-test', () => {
    const talker = inService({ cartridge: 'none', chargePercent: 8 });
    talker.send({ kind: 'stop' });
    expect(talker.type('cartridge')).toEqual(['cartridge none', 'ok']);
    const said = talker.type('selftest');
    expect(said).toContain('FAIL battery above reserve');
    expect(said).toContain('FAIL nothing latched');
    expect(said.at(-1)).toBe(`no: 2 of ${said.length - 1} checks failed`);
    expect(talker.type('latch')).toContain('latch host-stop');
  });

  test('the log keeps the newest eight latches of a boot', () => {
    const talker = inService();
    for (let round = 1; round <= 10; round += 1) {
      talker.send({ kind: 'stop' });
      talker.pass(20);
      expectDone(talker.ask({ kind: 'clear', reason: 'host-stop', latchId: round }));
      talker.pass(20);
    }
    const said = talker.type('log');
    expect(said[0]).toBe('latched 10 times');
    expect(said.slice(1, -1).map((line) => Number(line.split(' ')[0]))).toEqual(
      [3, 4, 5, 6, 7, 8, 9, 10],
    );
  });

  test('every line fits, however long the numbers are', () => {
    const highest = 0xffff_ffff;
    const talker = inService();
    const state = talker.pen.firmware();
    const latch = {
      reason: 'contact-in-calibration', latchId: 65_535, atPenMs: highest, strokes: highest,
      bootId: highest,
    } as const;
    const knot = { atUm: um(65_534), addUm: um(-32_768) };
    const curve = Array.from({ length: 8 }, () => knot);
    const low = { biasLowUm: um(-32_768), uncertaintyLowUm: um(65_535) };
    const table = { ...state.calibrated.table, ...low, curve };
    const worst = {
      ...state, latch, boot: { ...state.boot, bootCount: highest, bootId: highest },
      ledger: { ...state.ledger, strokes: highest, counted: highest, mark: highest },
      calibrated: { ...state.calibrated, table },
    };
    const sensed = sense(talker.pen.plant);
    const latches = Array.from({ length: 8 }, () => latch);
    for (const word of ['id', 'ledger', 'latch', 'log', 'counters', 'table', 'cartridge']) {
      const lines = TELLERS.get(word)?.(worst, { sensed, latches }) ?? [];
      expect(lines.filter((line) => !isLineText(line))).toEqual([]);
      expect(lines.length).toBeLessThan(ANSWER_LINES_MAX);
    }
  });
});

describe('where text is heard', () => {
  test('S-19 outside of service mode a line is damage, counted and never answered', () => {
    const strangers: readonly ((talker: Talker) => void)[] = [
      () => undefined,
      (talker) => talker.hello(),
      (talker) => readyToMove(talker),
    ];
    for (const meet of strangers) {
      const talker = rigTalker();
      meet(talker);
      const { doing, link } = talker.pen.firmware();
      expect([talker.type('exit'), talker.type('id')]).toEqual([[], []]);
      const after = talker.pen.firmware();
      expect(after.counters.damaged).toBe(2);
      expect([after.doing, after.link]).toEqual([doing, link]);
    }
  });

  test('a line does not count as a frame: text alone keeps no pen in service mode', () => {
    const talker = inService();
    talker.pass(9_900, () => {
      talker.type('id');
    });
    expect(talker.pen.firmware().link.mode).toBe('service');
    talker.pass(200, () => {
      talker.type('id');
    });
    expect(talker.pen.firmware().link.mode).toBe('outside');
    expect(talker.type('id')).toEqual([]);
  });

  test('a frame of the link session does keep it', () => {
    const talker = inService();
    for (let second = 0; second < 30; second += 1) {
      talker.pass(1_000);
      talker.ask({ kind: 'read', page: 8 });
    }
    expect(talker.pen.firmware().link.mode).toBe('service');
  });
});

describe('ways out', () => {
  test('S-18 exit ends the link session: no report, no page and no frame of it is heard', () => {
    const talker = inService();
    expect(talker.type('exit')).toEqual(['ok']);
    const toldMs = talker.telemetry().penMs;
    const session = talker.session;
    talker.pass(500);
    expect(talker.telemetry().penMs).toBe(toldMs);
    expect(talker.ask({ kind: 'read', page: 5 })).toBeUndefined();
    expect(talker.ask({ kind: 'join', mode: 'treatment' })).toBeUndefined();
    expect(talker.ask(armOf())).toBeUndefined();
    expect(talker.pen.firmware().counters.staleSession).toBe(3);
    talker.hello(99);
    expect(talker.session).not.toBe(session);
  });

  test('S-18 the trigger that opened service mode moves nothing in the treatment after it', () => {
    const talker = inService();
    talker.hand = PRESSING;
    talker.pass(50);
    talker.type('exit');
    talker.hello();
    expectDone(talker.ask({ kind: 'join', mode: 'treatment' }));
    expectDone(talker.ask(rowOf()));
    expect(talker.ask(armOf())).toMatchObject({ outcome: 'refused', reason: 'trigger-held' });
    talker.ask(grantOf(talker));
    talker.pass(300);
    expect(talker.strokes).toEqual([]);
  });

  test('S-18 no mode is entered from service without a new HELLO', () => {
    const talker = inService();
    talker.hand = AT_BENCH;
    talker.pass(50);
    for (const mode of ['treatment', 'calibration'] as const) {
      const answer = talker.ask({ kind: 'join', mode });
      expect(answer).toMatchObject({ outcome: 'refused', reason: 'wrong-mode' });
    }
  });
});

const lease = (talker: Talker) => penMs(talker.pen.firmware().ages.penMs + 200);
const ceiling = (talker: Talker) => strokes(talker.pen.firmware().ledger.strokes + 20);

/** Everything that moves a pen in some other mode. */
const MOVERS: readonly ((talker: Talker) => void)[] = [
  (talker) => void talker.ask(rowOf()),
  (talker) => void talker.ask(armOf()),
  (talker) => void talker.ask(grantOf(talker)),
  (talker) => void talker.ask({ kind: 'extend', depthUm: um(500), notAfterPenMs: lease(talker) }),
  (talker) =>
    void talker.ask({
      kind: 'run', depthUm: um(500), rateCentiHz: armOf().rateCentiHz,
      ceiling: ceiling(talker), notAfterPenMs: lease(talker),
    }),
  (talker) => void talker.ask({ kind: 'join', mode: 'treatment' }),
  (talker) => void talker.ask({ kind: 'join', mode: 'calibration' }),
  (talker) => {
    talker.hand = PRESSING;
  },
  (talker) => {
    talker.hand = AT_BENCH;
  },
  (talker) => {
    talker.hand = HANDS_OFF;
  },
];

test('S-16 whatever is typed, sent and pressed, a pen in service mode orders no movement', () => {
  const anyAct = fc.oneof(
    fc.constantFrom(...MOVERS),
    fc.constantFrom(...WORDS, 'run 20', 'extend 500', 'AT+CGMI').map(
      (word) => (talker: Talker) => void talker.type(word),
    ),
  );
  fc.assert(
    fc.property(
      fc.constantFrom('metrology', undefined),
      fc.array(fc.tuple(anyAct, fc.nat({ max: 60 })), { minLength: 5, maxLength: 25 }),
      (cartridge, acts) => {
        const talker = inService(cartridge === undefined ? {} : { cartridge });
        for (const [act, forMs] of acts) {
          act(talker);
          talker.pass(forMs, () => expect(talker.pen.firmware().drive).toBe(STILL));
        }
        expect(talker.strokes).toEqual([]);
        expect(talker.pen.truth()).toMatchObject({ strokes: 0, motorOn: false, retracted: true });
        expect(talker.pen.firmware().link.mode).toBe('service');
      },
    ),
    { numRuns: 60 },
  );
});
