// STOP on the link: it needs no link session and no number, jumps every queue, and is repeated
// until telemetry proves it. Whether to stop is never decided here.

import type { Telemetry } from '../../protocol/from-pen.ts';
import { isStoppedForGood } from '../core/stopped.ts';
import { NO_SESSION } from './session-parts.ts';
import type { Session, SessionEffect, SessionStep, Talk } from './session-state.ts';

/** STOP goes out whatever the link is, and again until telemetry proves that it has worked. */
export function sendStop(session: Session): SessionStep {
  const header =
    session.link.kind === 'open'
      ? { session: session.link.talk.session, seq: 0, ack: session.link.talk.heardSeq }
      : NO_SESSION;
  const effect: SessionEffect = {
    kind: 'send',
    message: { kind: 'stop' },
    header,
    binding: 0,
    urgent: true,
  };
  return { session: { ...session, stopping: 0 }, effects: [effect], reports: [] };
}

/**
 * Every pen that takes a STOP is latched by it or was already, and stays so until a CLEAR. So a
 * latch is proof however old the telemetry, unless a CLEAR is on its way; a pen that only happens
 * to stand still has perhaps not heard of the STOP.
 */
export const isStopProven = (talk: Talk, telemetry: Telemetry): boolean =>
  // S-33: repeated until the pen shows it is latched and withdrawn; standing still is no proof.
  isStoppedForGood(telemetry) &&
  ![...(talk.pending ? [talk.pending] : []), ...talk.waiting].some(
    ({ message }) => message.kind === 'clear',
  );
