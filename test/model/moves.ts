/**
 * Everything that can happen next in a situation, by name, each with the situation that it leads
 * to. The list is the walk's whole idea of what the world may do to two ends and a wire.
 */
import { assert } from '../../protocol/assert.ts';
import { AT, createCanon, PARTS, type Situation } from './canon.ts';
import { bornHost, eventsOf, mayAskClock, tidyHost } from './host.ts';
import { countedOnDisk, crashed, type Journal, newJournal } from './journal.ts';
import {
  type Checked, countedBy, isObjection, type Judge, judgeBooks, newJudge, type Objection,
} from './judge.ts';
import { TOP } from './nonces.ts';
import { createOps, type HostOp, type PenOp, type PenTime, type Twin } from './ops.ts';
import { newPen } from './pen.ts';
import { hostReacts } from './host.ts';
import { ACTS, type Setting } from './setting.ts';
import {
  APART_MS_MAX, CODE, codeOf, DISTURBANCES, type Move, MOVES, PRESSES, WAITING,
} from './move-table.ts';
import { apartMs, isDeadToHost, isDeadToPen, isSecondDue } from './situation-facts.ts';
import { createStore } from './store.ts';
import type { ToHostBurst, ToPenFrame } from './wire.ts';
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';

/** Meets a move, how many disturbances it is, and what it leads to. */
export type Meet = (move: number, next: Situation | Objection, cost: number) => void;

const isNone = (part: number | undefined): boolean => (part ?? 0) === 0;

const DEAD_FRAME: Objection = { promise: 'S-19', why: 'a stale or foreign frame did something' };

/** A world that can be walked. */
export type World = ReturnType<typeof createWorld>;

/** Makes one. */
export function createWorld(setting: Setting, twin: Twin = {}) {
  const checked: Checked = new Map();
  const store = createStore();
  const ops = createOps(store, setting, twin, checked);
  const canon = createCanon(store);
  const inert = new Map<number, boolean>();
  const counted = new Map<number, readonly number[] | undefined>();
  const onDisk = new Map<number, readonly number[]>();
  const parts = new Map<string, number>();
  let flaw: Objection | undefined;
  let crowdedOut = 0;
  let inertFrames = 0;
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

  const start = (): Situation => {
    const pen = newPen();
    const born = hostReacts(bornHost(1), [{ kind: 'greet', hostNonce: TOP }], 0, ops.how);
    const situation = new Int32Array(PARTS);
    situation[AT.host] = ops.keepHost(born.life);
    situation[AT.pen] = ops.keepPen(pen);
    push(situation, AT.toPen, born.sent.map(ops.keepFrame));
    situation[AT.journal] = ops.keepJournal(
      newJournal(ops.treatment, pen.firmware.ledger.strokes), born.life);
    situation[AT.judge] = store.keep('judge', newJudge(setting.areas, setting.pedal));
    return settled(situation);
  };

  /** Puts frames behind those that are on their way; what finds no room is lost. */
  const push = (situation: Situation, at: number, frames: readonly number[]): void => {
    for (const frame of frames) {
      let place = at;
      while (place < at + setting.queue && !isNone(situation[place])) place += 1;
      if (place < at + setting.queue) situation[place] = frame;
      else crowdedOut += 1;
    }
  };

  /** A STOP overtakes what waits. */
  const overtake = (situation: Situation, frame: number): void => {
    for (let place = AT.toPen + setting.queue - 1; place > AT.toPen; place -= 1) {
      situation[place] = situation[place - 1] ?? 0;
    }
    situation[AT.toPen] = frame;
  };

  const take = (situation: Situation, at: number, index: number): void => {
    for (let place = at + index; place < at + 1; place += 1) {
      situation[place] = situation[place + 1] ?? 0;
    }
    situation[at + 1] = 0;
  };

  /** Whether nobody will ever do anything about a frame again; that is asked of the end itself. */
  const isInert = (frame: number, situation: Situation, at: number): boolean => {
    const end = situation[at < AT.toHost ? AT.pen : AT.host] ?? 0;
    const key = end * 2 ** 26 + frame;
    const known = inert.get(key);
    if (known !== undefined) return known;
    const made = at < AT.toHost
      ? isDeadToPen(store.valueOf(frame) as ToPenFrame, ops.penAt(end))
      : isDeadToHost(store.valueOf(frame) as ToHostBurst, ops.hostAt(end));
    if (made) proveInert(frame, end, at);
    inert.set(key, made);
    return made;
  };

  const proveInert = (frame: number, end: number, at: number): void => {
    if (at < AT.toHost) {
      const heard = ops.hear(end, frame);
      if (heard.pen !== end || heard.said.length > 0) flaw = DEAD_FRAME;
      return;
    }
    const life = ops.hostAt(end);
    if (life.host === undefined) return;
    const events = eventsOf(store.valueOf(frame) as ToHostBurst);
    const heard = hostReacts(life, events, 0, ops.how);
    if (heard.sent.length > 0 || heard.notes.length > 0) flaw = DEAD_FRAME;
  };

  const sweep = (situation: Situation, at: number): void => {
    for (let index = 1; index >= 0; index -= 1) {
      const frame = situation[at + index] ?? 0;
      if (frame === 0 || !isInert(frame, situation, at)) continue;
      inertFrames += 1;
      take(situation, at, index);
    }
  };

  /** A situation without frames that nobody will act on, and under its common name. */
  const settled = (situation: Situation): Situation => {
    sweep(situation, AT.toPen);
    sweep(situation, AT.toHost);
    canon(situation);
    return situation;
  };

  const countedAt = (part: number): readonly number[] | undefined => {
    if (counted.has(part)) return counted.get(part);
    const control = ops.hostAt(part).host?.control;
    const made = control === undefined || control.phase.kind === 'failed'
      ? undefined
      : countedBy(control);
    counted.set(part, made);
    return made;
  };

  const onDiskAt = (part: number): readonly number[] => {
    const known = onDisk.get(part) ?? countedOnDisk(ops.journalAt(part), ops.treatment);
    onDisk.set(part, known);
    return known;
  };

  /** Books, on disk and in the host's mind, against the truth. */
  const objectionTo = (situation: Situation): Objection | undefined => {
    const judge = ops.judgeAt(situation[AT.judge] ?? 0);
    const host = situation[AT.host] ?? 0;
    const inMind = judgeBooks(judge, countedAt(host), 'S-22', 'the host', checked);
    if (inMind !== undefined) return inMind;
    const { life, host: mind } = ops.hostAt(host);
    // Once the last life has read the journal, nothing rests on it any more.
    const isRead = life >= setting.hostLives
      && (mind === undefined || mind.control !== undefined);
    if (isRead) return undefined;
    const written = onDiskAt(situation[AT.journal] ?? 0);
    return judgeBooks(judge, written, 'S-24', 'the journal on the disk', checked);
  };

  /** Makes all moves of a situation. */
  const moves = (
    from: Situation,
    meet: Meet,
    mayCost: (cost: number) => boolean = () => true,
  ): void => {
    const hostPart = from[AT.host] ?? 0;
    const penPart = from[AT.pen] ?? 0;
    const journalPart = from[AT.journal] ?? 0;
    const judgePart = from[AT.judge] ?? 0;
    const life = ops.hostAt(hostPart);
    const pen = ops.penAt(penPart);
    const judge = ops.judgeAt(judgePart);
    const isAlive = life.host !== undefined;

    /** What is as it should be at one time may be a disturbance at another. */
    const isUntimely = (move: Move): boolean => {
      if (PRESSES.has(move)) return judge.armed === undefined || judge.armed.over;
      if (!WAITING.has(move)) return false;
      const isKeptWaiting = from[AT.toPen] !== 0 || from[AT.toHost] !== 0;
      return isKeptWaiting || (move === 'both clocks tick' && mayAskClock(life));
    };

    const lead = (move: Move, change: (next: Situation) => Objection | undefined): void => {
      const code = codeOf(move);
      if (isOff[code] === true) return;
      const cost = DISTURBANCES.has(move) || isUntimely(move) ? 1 : 0;
      if (!mayCost(cost) || (cost > 0 && isSpared[code] === true)) return;
      const next = from.slice();
      const objection = change(next) ?? (settled(next), flaw ?? objectionTo(next));
      meet(code, objection ?? next, cost);
    };

    const doPen = (next: Situation, op: PenOp, isHeard = true): Objection | undefined => {
      const after = ops.judgeAfter(next[AT.judge] ?? 0, op);
      if (typeof after !== 'number') return after;
      next[AT.pen] = op.pen;
      next[AT.judge] = after;
      if (isHeard) push(next, AT.toHost, op.said);
      return undefined;
    };

    const doHost = (next: Situation, op: HostOp): Objection | undefined => {
      if (op.objection !== undefined) return op.objection;
      next[AT.host] = op.host;
      next[AT.pen] = op.pen;
      next[AT.journal] = op.journal;
      op.sent.forEach((frame, index) => {
        if (op.urgent[index] === true) overtake(next, frame);
        else push(next, AT.toPen, [frame]);
      });
      return undefined;
    };

    const framesToPen = (): void => {
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

    const framesToHost = (): void => {
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

    const penTime = (move: Move, time: PenTime): void => {
      lead(move, (next) => doPen(next, ops.pass(penPart, time, judge.trigger)));
    };

    const hostTick = (next: Situation, asks: boolean): Objection | undefined =>
      doHost(next, ops.hostTick(hostPart, asks, next[AT.pen] ?? 0, next[AT.journal] ?? 0));

    const time = (): void => {
      const apart = apartMs(life);
      const asks = mayAskClock(life);
      if (apart === undefined || apart - setting.tickMs >= -APART_MS_MAX) {
        penTime('the pen ticks alone', 'tick');
      }
      if (isAlive) {
        const both = (isAsked: boolean) => (next: Situation) =>
          doPen(next, ops.pass(penPart, 'tick', judge.trigger)) ?? hostTick(next, isAsked);
        lead('both clocks tick', both(false));
        if (asks) lead('both clocks tick, and the host asks for the time', both(true));
        if (apart === undefined || apart + setting.tickMs <= APART_MS_MAX) {
          lead('the host ticks alone', (next) => hostTick(next, false));
        }
        if (asks) {
          lead('the host ticks alone, and asks for the time', (next) => hostTick(next, true));
        }
      }
      longTime();
    };

    const longTime = (): void => {
      const { doing, ledger } = pen.firmware;
      const isOpen = !ledger.closed && ledger.strokes !== ledger.mark;
      const stands = doing.kind === 'idle' || doing.kind === 'latched' || doing.kind === 'armed';
      if (stands && isOpen) penTime('the pen stands for half a second', 'half a second');
      if (doing.kind === 'armed') {
        penTime('the pen hears nothing for two seconds', 'two seconds');
      }
    };

    const hands = (): void => {
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

    const acts = (): void => {
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

    const disk = (): void => {
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

    const lives = (): void => {
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
        penTime('the pen is reset', 'reset');
        penTime('the pen is reset and loses its ledger', 'reset without ledger');
      }
    };

    framesToPen();
    framesToHost();
    time();
    hands();
    acts();
    disk();
    lives();
    lead('another host says hello', (next) => doPen(next, ops.hear(penPart, intruder), false));
  };

  return {
    setting,
    start,
    moves,
    checked,
    store,
    ops,
    counts: () => ({ crowdedOut, inertFrames }),
    isObjection,
  };
}
