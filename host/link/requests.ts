// Requests to the pen: one on its way at a time, repeated byte for byte, answered by the number
// that it carried, and given up after a bounded number of tries. A request that is given up ends
// the link, since nobody knows any more what the pen has done.

import { assert } from '../../protocol/assert.ts';
import type { Header } from '../../protocol/frame.ts';
import { PAGE } from '../../protocol/from-pen.ts';
import { CLOCK_ASK_MS, REQUEST_RETRY_MS, REQUEST_TRIES } from '../../protocol/timing.ts';
import type { Request } from '../../protocol/to-pen.ts';
import { withSample } from './clock-relation.ts';
import { lose, stay, withTalk } from './session-parts.ts';
import type {
  Answer,
  Pending,
  Session,
  SessionEffect,
  SessionReport,
  SessionStep,
  Talk,
  Waiting,
} from './session-state.ts';

/** The ticket of the clock question, which the session asks for itself. */
export const CLOCK_TICKET = -1;
const WAITING_MAX = 64;

const sending = (talk: Talk, message: Request, header: Header): SessionEffect => ({
  kind: 'send',
  message,
  header,
  binding: talk.binding,
  urgent: false,
});

/** Puts a request at the end of the line. */
export function enqueue(talk: Talk, { ticket, message }: Waiting): Talk {
  assert(talk.waiting.length < WAITING_MAX, 'control asks a bounded number of things at once');
  return { ...talk, waiting: [...talk.waiting, { ticket, message }] };
}

/** Sends the next request if none is on its way. */
export function pump(
  session: Session,
  talk: Talk,
  reports: readonly SessionReport[] = [],
): SessionStep {
  const [next, ...waiting] = talk.waiting;
  if (talk.pending !== undefined || next === undefined) return withTalk(session, talk, [], reports);
  const header = { session: talk.session, seq: talk.seq + 1, ack: talk.heardSeq };
  const pending: Pending = { ...next, header, ageMs: 0, sinceSentMs: 0, tries: 1 };
  return withTalk(
    session,
    { ...talk, seq: header.seq, pending, waiting },
    [sending(talk, next.message, header)],
    reports,
  );
}

/** What time does to a request: the same bytes again, and in the end the link given up. */
export function repeatPending(session: Session, talk: Talk): SessionStep {
  const { pending } = talk;
  if (pending === undefined) return askClock(session, talk);
  if (pending.sinceSentMs < REQUEST_RETRY_MS) return stay(session);
  if (pending.tries >= REQUEST_TRIES) return lose(session, 'no-answer');
  const again = { ...pending, sinceSentMs: 0, tries: pending.tries + 1 };
  return withTalk(session, { ...talk, pending: again }, [
    sending(talk, pending.message, pending.header),
  ]);
}

/** Asking for the clock also tells an armed pen that its host is still there. */
function askClock(session: Session, talk: Talk): SessionStep {
  if (!talk.joined || talk.sinceClockMs < CLOCK_ASK_MS) return stay(session);
  const message: Request = { kind: 'read', page: PAGE.clock };
  return pump(session, enqueue({ ...talk, sinceClockMs: 0 }, { ticket: CLOCK_TICKET, message }));
}

/** Takes the answer of the request that was on its way. */
export function heardAnswer(talk: Talk, pending: Pending, answer: Answer): Talk {
  const answered: Talk = { ...talk, pending: undefined };
  // A repeated question has two possible beginnings, so its round trip says nothing.
  if (answer.kind !== 'clock' || pending.tries > 1) return answered;
  const sample = { penMs: answer.penMs, heardAtMs: talk.ageMs, roundTripMs: pending.ageMs };
  return { ...answered, clock: withSample(talk.clock, sample) };
}
