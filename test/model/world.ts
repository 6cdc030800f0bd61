/**
 * A world that can be walked: how it begins, what can happen next in any situation of it, and what
 * somebody has against that. A situation is a handful of numbers that name parts; every part is
 * kept once.
 */
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { createBooks } from './books.ts';
import { AT, createCanon, PARTS, type Situation } from './canon.ts';
import { bornHost, hostReacts, mayAskClock } from './host.ts';
import { newJournal } from './journal.ts';
import { type Checked, isObjection, type Judge, newJudge, type Objection } from './judge.ts';
import {
  codeOf, DISTURBANCES, type Move, MOVES, PRESSES, WAITING,
} from './move-table.ts';
import { createMoves, type Turn } from './moves.ts';
import { TOP } from './nonces.ts';
import { createOps, type Ops, type Twin } from './ops.ts';
import { newPen } from './pen.ts';
import { createQueues } from './queues.ts';
import type { Setting } from './setting.ts';
import { createStore } from './store.ts';

/** Meets a move, how many disturbances it is, and what it leads to. */
export type Meet = (move: number, next: Situation | Objection, cost: number) => void;

/** A world that can be walked. */
export type World = ReturnType<typeof createWorld>;

/** What is as it should be at one time may be a disturbance at another. */
function isUntimely(
  move: Move,
  from: Situation,
  judge: Judge,
  life: ReturnType<Ops['hostAt']>,
): boolean {
  if (PRESSES.has(move)) return judge.armed === undefined || judge.armed.over;
  if (!WAITING.has(move)) return false;
  const isKeptWaiting = from[AT.toPen] !== 0 || from[AT.toHost] !== 0;
  return isKeptWaiting || (move === 'both clocks tick' && mayAskClock(life));
}

/** Makes one. */
export function createWorld(setting: Setting, twin: Twin = {}) {
  const checked: Checked = new Map();
  const store = createStore();
  const ops = createOps(store, setting, twin, checked);
  const canon = createCanon(store);
  const queues = createQueues(store, ops, setting);
  const objectionTo = createBooks(ops, setting, checked);
  const parts = new Map<string, number>();
  const isOff = MOVES.map((name) => setting.without.has(name));
  const isSpared = MOVES.map((name) => setting.spared.has(name));

  const intruder = ops.keepFrame({
    kind: 'to-pen',
    message: { kind: 'hello', hostNonce: TOP, schemaHash: SCHEMA_HASH },
    header: { session: 0, seq: 0, ack: 0 },
    binding: 0,
  });

  /** A part that a move makes of another, made once. */
  const made = (part: number, name: string, make: () => number): number => {
    const key = `${part} ${name}`;
    const known = parts.get(key) ?? make();
    parts.set(key, known);
    return known;
  };
  const makeMoves = createMoves({ setting, store, ops, queues, intruder, made });

  /** A situation without frames that nobody will act on, and under its common name. */
  const settled = (situation: Situation): Situation => {
    queues.sweep(situation);
    canon(situation);
    return situation;
  };

  const start = (): Situation => {
    const pen = newPen();
    const born = hostReacts(bornHost(1), [{ kind: 'greet', hostNonce: TOP }], 0, ops.how);
    const situation = new Int32Array(PARTS);
    situation[AT.host] = ops.keepHost(born.life);
    situation[AT.pen] = ops.keepPen(pen);
    queues.push(situation, AT.toPen, born.sent.map(ops.keepFrame));
    situation[AT.journal] = ops.keepJournal(
      newJournal(ops.treatment, pen.firmware.ledger.strokes), born.life);
    situation[AT.judge] = store.keep('judge', newJudge(setting.areas, setting.pedal));
    return settled(situation);
  };

  /** Makes all moves of a situation. */
  const moves = (
    from: Situation,
    meet: Meet,
    mayCost: (cost: number) => boolean = () => true,
  ): void => {
    const hostPart = from[AT.host] ?? 0;
    const penPart = from[AT.pen] ?? 0;
    const judgePart = from[AT.judge] ?? 0;
    const life = ops.hostAt(hostPart);
    const judge = ops.judgeAt(judgePart);
    const lead: Turn['lead'] = (move, change) => {
      const code = codeOf(move);
      if (isOff[code] === true) return;
      const cost = DISTURBANCES.has(move) || isUntimely(move, from, judge, life) ? 1 : 0;
      if (!mayCost(cost) || (cost > 0 && isSpared[code] === true)) return;
      const next = from.slice();
      const objection = change(next) ?? (settled(next), queues.flaw() ?? objectionTo(next));
      meet(code, objection ?? next, cost);
    };
    makeMoves({
      from, hostPart, penPart, judgePart, life, judge, lead,
      journalPart: from[AT.journal] ?? 0,
      pen: ops.penAt(penPart),
      isAlive: life.host !== undefined,
    });
  };

  return { setting, start, moves, checked, store, ops, counts: queues.counts, isObjection };
}
