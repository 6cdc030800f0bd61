/**
 * How everything that can happen next in a situation is done, move by move: what reaches whom, what
 * time does, and what hands, people, disks and lives do. The list of names stands in move-table.ts;
 * together they are the walk's whole idea of what the world may do to two ends and a wire.
 */
import { assert } from '../../protocol/assert.ts';
import { AT, type Situation } from './canon.ts';
import { bornHost, hostReacts, mayAskClock, tidyHost } from './host.ts';
import { crashed, type Journal } from './journal.ts';
import type { Judge, Objection } from './judge.ts';
import { APART_MS_MAX, CODE, type Move, MOVES } from './move-table.ts';
import { TOP } from './nonces.ts';
import type { HostOp, Ops, PenOp, PenTime } from './ops.ts';
import type { Queues } from './queues.ts';
import { ACTS, type Setting } from './setting.ts';
import { apartMs, isSecondDue } from './situation-facts.ts';
import type { Store } from './store.ts';

/** What moves are made with in any situation. */
export interface MoveGround {
  readonly setting: Setting;
  readonly store: Store;
  readonly ops: Ops;
  readonly queues: Queues;
  /** A HELLO of another host. */
  readonly intruder: number;
  /** A part that a move makes of another, made once. */
  readonly made: (part: number, name: string, make: () => number) => number;
}

/** One situation whose moves are made, and its parts. */
export interface Turn {
  readonly from: Situation;
  readonly hostPart: number;
  readonly penPart: number;
  readonly journalPart: number;
  readonly judgePart: number;
  readonly life: ReturnType<Ops['hostAt']>;
  readonly pen: ReturnType<Ops['penAt']>;
  readonly judge: Judge;
  readonly isAlive: boolean;
  /** Leads on by a move, if it may be made; the change is made on a copy of the situation. */
  readonly lead: (move: Move, change: (next: Situation) => Objection | undefined) => void;
}

type DoPen = (next: Situation, op: PenOp, isHeard?: boolean) => Objection | undefined;
type DoHost = (next: Situation, op: HostOp) => Objection | undefined;

/** Writes what pen and host did into a situation. */
function createDoers({ ops, queues }: MoveGround): { doPen: DoPen; doHost: DoHost } {
  return {
    doPen: (next, op, isHeard = true) => {
      const after = ops.judgeAfter(next[AT.judge] ?? 0, op);
      if (typeof after !== 'number') return after;
      next[AT.pen] = op.pen;
      next[AT.judge] = after;
      if (isHeard) queues.push(next, AT.toHost, op.said);
      return undefined;
    },
    doHost: (next, op) => {
      if (op.objection !== undefined) return op.objection;
      next[AT.host] = op.host;
      next[AT.pen] = op.pen;
      next[AT.journal] = op.journal;
      op.sent.forEach((frame, index) => {
        if (op.urgent[index] === true) queues.overtake(next, frame);
        else queues.push(next, AT.toPen, [frame]);
      });
      return undefined;
    },
  };
}

/** Makes what makes all moves of a situation. */
export function createMoves(ground: MoveGround): (turn: Turn) => void {
  const { setting, store, ops, queues, intruder, made } = ground;
  const { push, take } = queues;
  const { doPen, doHost } = createDoers(ground);

  const framesToPen = ({ from, penPart, lead }: Turn): void => {
    for (let index = 0; index < setting.queue; index += 1) {
      const frame = from[AT.toPen + index] ?? 0;
      if (frame === 0) return;
      lead(index === 0 ? 'frame reaches the pen' : 'frame to the pen overtakes', (next) => {
        take(next, AT.toPen, index);
        return doPen(next, ops.hear(penPart, frame));
      });
      lead('frame to the pen lost', (next) => {
        take(next, AT.toPen, index);
        return undefined;
      });
      if (index > 0) continue;
      lead('frame to the pen doubled', (next) => doPen(next, ops.hear(penPart, frame)));
      lead('frame to the pen damaged', (next) => {
        take(next, AT.toPen, index);
        return ops.hearDamaged(penPart, frame);
      });
    }
  };

  const framesToHost = ({ from, hostPart, penPart, journalPart, judge, lead }: Turn): void => {
    const tell = (next: Situation, burst: number): Objection | undefined =>
      doHost(next, ops.told(hostPart, burst, penPart, journalPart, judge.pedal));
    for (let index = 0; index < setting.queue; index += 1) {
      const burst = from[AT.toHost + index] ?? 0;
      if (burst === 0) return;
      lead(index === 0 ? 'frame reaches the host' : 'frame to the host overtakes', (next) => {
        take(next, AT.toHost, index);
        return tell(next, burst);
      });
      lead('frame to the host lost', (next) => {
        take(next, AT.toHost, index);
        return undefined;
      });
      if (index > 0) continue;
      lead('frame to the host doubled', (next) => tell(next, burst));
      lead('frame to the host damaged', (next) => {
        take(next, AT.toHost, index);
        return undefined;
      });
    }
  };

  const penTime = ({ penPart, judge, lead }: Turn, move: Move, time: PenTime): void => {
    lead(move, (next) => doPen(next, ops.pass(penPart, time, judge.trigger)));
  };

  const hostTick = (hostPart: number, next: Situation, asks: boolean): Objection | undefined =>
    doHost(next, ops.hostTick(hostPart, asks, next[AT.pen] ?? 0, next[AT.journal] ?? 0));

  const time = (turn: Turn): void => {
    const { life, penPart, hostPart, judge, isAlive, lead } = turn;
    const apart = apartMs(life);
    const asks = mayAskClock(life);
    if (apart === undefined || apart - setting.tickMs >= -APART_MS_MAX) {
      penTime(turn, 'the pen ticks alone', 'tick');
    }
    if (isAlive) {
      const both = (isAsked: boolean) => (next: Situation) =>
        doPen(next, ops.pass(penPart, 'tick', judge.trigger)) ?? hostTick(hostPart, next, isAsked);
      lead('both clocks tick', both(false));
      if (asks) lead('both clocks tick, and the host asks for the time', both(true));
      if (apart === undefined || apart + setting.tickMs <= APART_MS_MAX) {
        lead('the host ticks alone', (next) => hostTick(hostPart, next, false));
      }
      if (asks) {
        lead('the host ticks alone, and asks for the time', (next) =>
          hostTick(hostPart, next, true));
      }
    }
    longTime(turn);
  };

  const longTime = (turn: Turn): void => {
    const { doing, ledger } = turn.pen.firmware;
    const isOpen = !ledger.closed && ledger.strokes !== ledger.mark;
    const stands = doing.kind === 'idle' || doing.kind === 'latched' || doing.kind === 'armed';
    if (stands && isOpen) penTime(turn, 'the pen stands for half a second', 'half a second');
    if (doing.kind === 'armed') {
      penTime(turn, 'the pen hears nothing for two seconds', 'two seconds');
    }
  };

  const hands = (turn: Turn): void => {
    const { hostPart, penPart, journalPart, judgePart, judge, isAlive, lead } = turn;
    const hand = (move: Move, after: Partial<Judge>): void => {
      lead(move, (next) => {
        next[AT.judge] = made(judgePart, move, () =>
          store.keep('judge', { ...judge, ...after }));
        if (after.pedal === undefined || !isAlive) return undefined;
        const event = { kind: 'pedal' as const, pedal: after.pedal };
        return doHost(next, ops.happens(hostPart, move, event, penPart, journalPart));
      });
    };
    const isArmed = judge.armed !== undefined && !judge.armed.over;
    if (judge.trigger) hand('trigger let go', { trigger: false });
    else hand('trigger pressed', { trigger: true, fresh: isArmed });
    if (judge.pedal === 'released') hand('pedal pressed', { pedal: 'held' });
    if (judge.pedal === 'held') hand('pedal let go', { pedal: 'released' });
  };

  const acts = ({ life, hostPart, penPart, journalPart, lead }: Turn): void => {
    if (life.host === undefined) return;
    for (const act of Object.keys(ACTS)) {
      if (life.host.control === undefined && act !== 'stop ordered') continue;
      if (act === 'second area armed' && !isSecondDue(life)) continue;
      const move = MOVES[CODE.get(act) ?? -1];
      assert(move !== undefined, 'every act of a provider is a move');
      const op = ops.act(hostPart, act, penPart, journalPart);
      const isNothing = op.host === hostPart && op.sent.length === 0
        && op.objection === undefined;
      if (!isNothing) lead(move, (next) => doHost(next, op));
    }
  };

  const disk = ({ life, hostPart, penPart, journalPart, isAlive, lead }: Turn): void => {
    const { tail } = ops.journalAt(journalPart);
    // Without a reservation in it the tail is as well on the disk at a crash as before it.
    if (!tail.some(({ kind }) => kind === 'reservation')) return;
    lead('what was written is on the disk', (next) => {
      next[AT.journal] = ops.disk(journalPart, life);
      const reserved = tail.find(({ kind }) => kind === 'reservation');
      if (reserved?.kind !== 'reservation' || !isAlive) return undefined;
      const token = reserved.armingId;
      return doHost(next, ops.happens(hostPart, `synced ${token}`, { kind: 'synced', token },
        penPart, next[AT.journal] ?? 0));
    });
  };

  const lives = (turn: Turn): void => {
    const { life, pen, hostPart, journalPart, isAlive, lead } = turn;
    const journal: Journal = ops.journalAt(journalPart);
    const isLast = life.life >= setting.hostLives;
    const die = (move: Move, isKept: boolean): void => {
      lead(move, (next) => {
        const dead = { life: life.life, host: undefined };
        next[AT.host] = made(hostPart, move, () => store.keep('host', tidyHost(dead)));
        next[AT.journal] = made(journalPart, `journal, ${move}, ${isLast}`, () =>
          ops.keepJournal(crashed(journal, ops.treatment, isKept), dead));
        return undefined;
      });
    };
    if (isAlive) {
      die('the host crashes', true);
      if (journal.tail.length > 0) die('the host crashes before the disk', false);
    } else if (life.life < setting.hostLives) {
      lead('the host starts again', (next) => {
        const born = bornHost(life.life + 1);
        const greeted = hostReacts(born, [{ kind: 'greet', hostNonce: TOP }], 0, ops.how);
        next[AT.host] = ops.keepHost(greeted.life);
        push(next, AT.toPen, greeted.sent.map(ops.keepFrame));
        return undefined;
      });
    }
    if (pen.boot < setting.penBoots) {
      penTime(turn, 'the pen is reset', 'reset');
      penTime(turn, 'the pen is reset and loses its ledger', 'reset without ledger');
    }
  };

  return (turn) => {
    framesToPen(turn);
    framesToHost(turn);
    time(turn);
    hands(turn);
    acts(turn);
    disk(turn);
    lives(turn);
    turn.lead('another host says hello', (next) =>
      doPen(next, ops.hear(turn.penPart, intruder), false));
  };
}
