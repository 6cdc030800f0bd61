// The second half of the handshake: after WELCOME the host reads what the pen says of itself, its
// ledger and its latch, and only then joins. A pen with another catalogue is read and not joined,
// so it can be shown to a person and cannot be moved.

import { CAPABILITY, PAGE } from '../../protocol/from-pen.ts';
import type { Request } from '../../protocol/to-pen.ts';
import { enqueue, pump } from './requests.ts';
import { lose, withTalk } from './session-parts.ts';
import {
  type Answer,
  INTERVIEW,
  type LinkedPen,
  type Pages,
  type Session,
  type SessionStep,
  type Talk,
} from './session-state.ts';

const INTERVIEW_TICKET = -2;

/** Whether a ticket belongs to the handshake. */
export const isInterviewTicket = (ticket: number): boolean => ticket === INTERVIEW_TICKET;

const ask = (talk: Talk, message: Request): Talk =>
  enqueue(talk, { ticket: INTERVIEW_TICKET, message });

/** Queues the first question. */
export const startInterview = (talk: Talk): Talk =>
  ask(talk, { kind: 'read', page: PAGE[INTERVIEW[0]] });

function nextQuestion(talk: Talk): Request | undefined {
  const missing = INTERVIEW.find((page) => talk.pages[page] === undefined);
  if (missing !== undefined) return { kind: 'read', page: PAGE[missing] };
  const { pages: { capabilities }, energy } = talk;
  const hasEnergy = ((capabilities?.capabilities ?? 0) & CAPABILITY.radioFrequency) !== 0;
  return hasEnergy && energy === undefined
    ? { kind: 'read', page: PAGE['energy-limits'] }
    : undefined;
}

/** Takes an answer of the handshake and asks on, joins, or finishes. */
export function advanceInterview(session: Session, talk: Talk, answer: Answer): SessionStep {
  if (answer.kind === 'outcome') {
    return answer.outcome === 'done'
      ? finish(session, { ...talk, joined: true })
      : lose(session, 'join-refused');
  }
  const read: Talk = answer.kind === 'energy-limits'
    ? { ...talk, energy: answer }
    : { ...talk, pages: { ...talk.pages, [answer.kind]: answer } };
  const question = nextQuestion(read);
  if (question !== undefined) return pump(session, ask(read, question));
  // S-32: a pen with another catalogue is read, so that it can be shown, and is not joined.
  if (!read.schemaMatches || session.mode === 'look') return finish(session, read);
  return pump(session, ask(read, { kind: 'join', mode: session.mode }));
}

const isWhole = (pages: Partial<Pages>): pages is Pages =>
  INTERVIEW.every((page) => pages[page] !== undefined);

function finish(session: Session, talk: Talk): SessionStep {
  if (!isWhole(talk.pages)) return lose(session, 'join-refused');
  const pen: LinkedPen = {
    bootId: talk.bootId,
    session: talk.session,
    schemaMatches: talk.schemaMatches,
    pages: talk.pages,
    ...(talk.energy === undefined ? {} : { energy: talk.energy }),
  };
  return withTalk(session, { ...talk, silentMs: 0 }, [], [{ kind: 'linked', pen }]);
}
