/**
 * The frames that are on their way in a situation: two queues of a few places each, and which of
 * the frames in them nobody will ever do anything about again, which is asked of the ends
 * themselves.
 */
import { AT, type Situation } from './canon.ts';
import { eventsOf, hostReacts } from './host.ts';
import type { Objection } from './judge.ts';
import type { Ops } from './ops.ts';
import type { Setting } from './setting.ts';
import { isDeadToHost, isDeadToPen } from './situation-facts.ts';
import type { Store } from './store.ts';
import type { ToHostBurst, ToPenFrame } from './wire.ts';

/** Both queues of any situation. */
export type Queues = ReturnType<typeof createQueues>;

const isNone = (part: number | undefined): boolean => (part ?? 0) === 0;

const DEAD_FRAME: Objection = { promise: 'S-19', why: 'a stale or foreign frame did something' };

/** Makes what moves frames in situations. */
export function createQueues(store: Store, ops: Ops, setting: Setting) {
  const inert = new Map<number, boolean>();
  let flaw: Objection | undefined;
  let crowdedOut = 0;
  let inertFrames = 0;

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

  return {
    push,
    overtake,
    take,
    /** Takes out what nobody will act on, in both directions. */
    sweep: (situation: Situation): void => {
      sweep(situation, AT.toPen);
      sweep(situation, AT.toHost);
    },
    /** What a frame did that should have been dead; undefined if none did anything. */
    flaw: () => flaw,
    counts: () => ({ crowdedOut, inertFrames }),
  };
}
