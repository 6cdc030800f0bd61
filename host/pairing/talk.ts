// A short conversation with a pen about its keys: a link session that is never joined, so nothing
// in it can move, and questions that are answered one after the other. It stands on the same link
// session as everything else, and ends with the port.

import type { BytePort } from '../../protocol/byte-port.ts';
import { createDeframer } from '../../protocol/deframe.ts';
import { createEncoder } from '../../protocol/frame.ts';
import { TELEMETRY_MS } from '../../protocol/timing.ts';
import type { Request } from '../../protocol/to-pen.ts';
import { createGuard } from '../guard/index.ts';
import { sessionStep } from '../link/session.ts';
import {
  type Answer, closedSession, type LinkedPen, type SessionEvent, type SessionReport,
} from '../link/session-state.ts';
import type { Timers } from '../link/timers.ts';
import { createElapsed } from '../loop/clock.ts';

/** A conversation about keys. */
export interface Talk {
  /** Begins a new link session; undefined where no pen answers in time. */
  readonly greet: () => Promise<LinkedPen | undefined>;
  /** The answer of the pen; undefined where there was none. */
  readonly ask: (message: Request) => Promise<Answer | undefined>;
  readonly pause: (forMs: number) => Promise<void>;
  readonly end: () => void;
}

/** What a conversation stands on. */
export interface TalkGround {
  readonly port: BytePort;
  readonly timers: Timers;
  readonly drawNonce: () => number;
}

const GREET_MS_MAX = 6_000;

/** Begins to talk; the port stays whose it is. */
export function talkTo({ port, timers, drawNonce }: TalkGround): Talk {
  const encode = createEncoder();
  const guard = createGuard(); // without a wish it lets nothing through that can move a pen
  const takeElapsedMs = createElapsed(timers.nowMs);
  const waiting = new Map<number, (answer: Answer | undefined) => void>();
  let session = closedSession('look');
  let linked: (pen: LinkedPen | undefined) => void = () => undefined;
  let ticket = 0;
  let calledOff = (): void => undefined;
  const inbox: SessionEvent[] = [];
  let busy = false;

  const settle = (report: SessionReport): void => {
    if (report.kind === 'linked') linked(report.pen);
    else if (report.kind === 'answered') give(report.ticket, report.answer);
    else if (report.kind === 'unanswered') give(report.ticket, undefined);
  };
  const give = (to: number, answer: Answer | undefined): void => {
    waiting.get(to)?.(answer);
    waiting.delete(to);
  };
  const act = (event: SessionEvent): void => {
    const step = sessionStep(session, event, takeElapsedMs());
    ({ session } = step);
    for (const effect of step.effects) {
      if (effect.kind === 'draw-nonce') continue; // the next greeting is asked for, never made
      const bytes = encode(effect.message, effect.header, effect.binding);
      if (guard.stops(bytes) !== undefined) continue;
      if (effect.urgent) port.writeUrgent(bytes);
      else port.write(bytes);
    }
    step.reports.forEach(settle);
  };
  /** A pen in the same memory answers within the call in which it is spoken to. */
  const happen = (event: SessionEvent): void => {
    inbox.push(event);
    if (busy) return;
    busy = true;
    for (let next = inbox.shift(); next !== undefined; next = inbox.shift()) act(next);
    busy = false;
  };

  const deframer = createDeframer({
    heard: (message, { session: of, seq, ack }) => {
      const header = { session: of, seq, ack };
      guard.hears(message, header);
      happen({ kind: 'frame', message, header });
    },
    dropped: () => undefined, // what was lost is asked for again
  });
  const unhear = port.onBytes(deframer.push);
  const unclose = port.onClosed(() => happen({ kind: 'port-closed' }));
  const tick = (): void => {
    happen({ kind: 'tick' });
    calledOff = timers.after(TELEMETRY_MS, tick);
  };
  tick();

  return {
    greet: () => new Promise((resolve) => {
      const late = timers.after(GREET_MS_MAX, () => resolve(undefined));
      linked = (pen) => {
        late();
        resolve(pen);
      };
      happen({ kind: 'greet', hostNonce: drawNonce() });
    }),
    ask: (message) => new Promise((resolve) => {
      ticket += 1;
      waiting.set(ticket, resolve);
      happen({ kind: 'ask', ticket, message });
    }),
    pause: (forMs) => new Promise((resolve) => {
      timers.after(forMs, resolve);
    }),
    end: () => {
      calledOff();
      unhear();
      unclose();
    },
  };
}
