// The host's end of a link session: handshake, numbering, one request at a time, the stop that is
// repeated until proven. It never grants on its own account, and carries nothing into the next.
//
//   closed --greet--> greeting --WELCOME--> open: read the pages, JOIN --> linked
//   open --150 ms of silence, a request unanswered, the port closed--> lost, and greeting again

import { bindingOf, sessionOf } from '../../protocol/binding.ts';
import type { EnergyGrant } from '../../protocol/energy.ts';
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import type { Header } from '../../protocol/frame.ts';
import { FROM_PEN, type FromPen, type Telemetry } from '../../protocol/from-pen.ts';
import { HELLO_RETRY_MS, SILENCE_MS, STOP_REPEAT_MS } from '../../protocol/timing.ts';
import type { Grant, ToPen } from '../../protocol/to-pen.ts';
import { older } from './clock-relation.ts';
import { advanceInterview, isInterviewTicket, startInterview } from './interview.ts';
import { CLOCK_TICKET, enqueue, heardAnswer, pump, repeatPending } from './requests.ts';
import { drop, lose, NO_SESSION, stay, withLink, withTalk } from './session-parts.ts';
import { isStopProven, sendStop } from './session-stop.ts';
import type {
  Answer,
  LinkState,
  Report,
  Session,
  SessionEffect,
  SessionEvent,
  SessionReport,
  SessionStep,
  Talk,
} from './session-state.ts';

/** Far below the end of the numbers; a link session is renewed before. */
const SEQ_MAX = 2 ** 31;
const FROM_PEN_KINDS: ReadonlySet<string> = new Set(FROM_PEN.map((type) => type.kind));

const hello = (hostNonce: number): SessionEffect => ({
  kind: 'send',
  message: { kind: 'hello', hostNonce, schemaHash: SCHEMA_HASH },
  header: NO_SESSION,
  binding: 0,
  urgent: false,
});

const greet = (session: Session, hostNonce: number): SessionStep =>
  withLink(session, { kind: 'greeting', hostNonce, sinceHelloMs: 0 }, [hello(hostNonce)]);

const greetAnew = (session: Session, hostNonce: number): SessionStep => ({
  ...greet(session, hostNonce),
  reports: lose(session, 'closed').reports,
});

/** One step: grow older first, then react. */
export function sessionStep(session: Session, event: SessionEvent, elapsedMs: number): SessionStep {
  const aged = growOlder(session, elapsedMs);
  switch (event.kind) {
    case 'greet':
      return greetAnew(aged, event.hostNonce);
    case 'port-closed':
      return lose(aged, 'closed');
    case 'frame':
      return heardFrame(aged, event.message, event.header);
    case 'ask':
      return onOpen(aged, (talk) => pump(aged, enqueue(talk, event)), [
        { kind: 'unanswered', ticket: event.ticket },
      ]);
    case 'grant':
      return onOpen(aged, (talk) => sendGrant(aged, talk, event.grant), []);
    case 'stop':
      return sendStop(aged);
    case 'tick':
      return ticked(aged);
  }
}

/** What only an open link can do; otherwise it is not sent, and the reports say so. */
const onOpen = (
  session: Session,
  act: (talk: Talk) => SessionStep,
  otherwise: readonly SessionReport[],
): SessionStep =>
  session.link.kind === 'open'
    ? act(session.link.talk)
    : { session, effects: [], reports: otherwise };

function growOlder(session: Session, elapsedMs: number): Session {
  if (elapsedMs === 0) return session;
  const stopping = session.stopping === undefined ? undefined : session.stopping + elapsedMs;
  return { ...session, stopping, link: olderLink(session.link, elapsedMs) };
}

function olderLink(link: LinkState, elapsedMs: number): LinkState {
  if (link.kind === 'closed') return link;
  if (link.kind === 'greeting') return { ...link, sinceHelloMs: link.sinceHelloMs + elapsedMs };
  const { talk } = link;
  const pending = talk.pending && {
    ...talk.pending,
    ageMs: talk.pending.ageMs + elapsedMs,
    sinceSentMs: talk.pending.sinceSentMs + elapsedMs,
  };
  return {
    kind: 'open',
    talk: {
      ...talk,
      ageMs: talk.ageMs + elapsedMs,
      silentMs: talk.silentMs + elapsedMs,
      sinceClockMs: talk.sinceClockMs + elapsedMs,
      clock: older(talk.clock, elapsedMs),
      pending,
    },
  };
}

function ticked(session: Session): SessionStep {
  const stopped = session.stopping !== undefined && session.stopping >= STOP_REPEAT_MS;
  const step = tickedLink(session);
  if (!stopped) return step;
  const again = sendStop(step.session);
  return { ...again, effects: [...again.effects, ...step.effects], reports: step.reports };
}

function tickedLink(session: Session): SessionStep {
  const { link } = session;
  if (link.kind === 'closed') return stay(session);
  if (link.kind === 'greeting') {
    return link.sinceHelloMs < HELLO_RETRY_MS ? stay(session) : greet(session, link.hostNonce);
  }
  // Before JOIN the pen sends nothing unasked, so only a joined link can be silent.
  if (link.talk.joined && link.talk.silentMs >= SILENCE_MS) return lose(session, 'silent');
  if (link.talk.seq >= SEQ_MAX) return lose(session, 'sequence-used-up');
  return repeatPending(session, link.talk);
}

/** S-18, S-32, S-33: one grant, in a treatment, to a pen of this catalogue, not while stopping. */
function sendGrant(session: Session, talk: Talk, grant: Grant | EnergyGrant): SessionStep {
  const may = session.mode === 'treatment' && session.stopping === undefined;
  if (!may || !talk.joined || !talk.schemaMatches) return stay(session);
  const header = { session: talk.session, seq: talk.seq + 1, ack: talk.heardSeq };
  return withTalk(session, { ...talk, seq: header.seq }, [
    { kind: 'send', message: grant, header, binding: talk.binding, urgent: false },
  ]);
}

const isFromPen = (message: FromPen | ToPen): message is FromPen =>
  FROM_PEN_KINDS.has(message.kind);

function heardFrame(session: Session, message: FromPen | ToPen, header: Header): SessionStep {
  if (!isFromPen(message)) return drop(session, 'own-message');
  if (message.kind === 'welcome') return heardWelcome(session, message);
  if (message.kind === 'paired') return stay(session); // the seal's, below
  if (session.link.kind !== 'open') return drop(session, 'before-greeting');
  const { talk } = session.link;
  if (header.session !== talk.session) return drop(session, 'stale-session');
  // S-19: what was heard already, or was overtaken.
  if (header.seq <= talk.heardSeq) return drop(session, 'stale-sequence');
  const missed = header.seq - talk.heardSeq - 1;
  return heardInSession(session, { ...talk, heardSeq: header.seq, silentMs: 0 }, message, missed);
}

function heardWelcome(
  session: Session,
  welcome: Extract<FromPen, { readonly kind: 'welcome' }>,
): SessionStep {
  const { link } = session;
  if (link.kind !== 'greeting' || welcome.hostNonce !== link.hostNonce) {
    return drop(session, 'unasked-answer');
  }
  const talk: Talk = {
    session: sessionOf(welcome.hostNonce, welcome.penNonce),
    binding: bindingOf(SCHEMA_HASH, welcome.bootId),
    bootId: welcome.bootId,
    schemaMatches: welcome.schemaHash === SCHEMA_HASH,
    seq: 0,
    heardSeq: 0,
    ageMs: 0,
    silentMs: 0,
    sinceClockMs: 0,
    pending: undefined,
    waiting: [],
    clock: undefined,
    joined: false,
    pages: {},
  };
  return pump(session, startInterview(talk));
}

function heardInSession(
  session: Session,
  talk: Talk,
  message: Answer | Report,
  missed: number,
): SessionStep {
  if (message.kind === 'telemetry') return heardTelemetry(session, talk, message, missed);
  const unheard = withTalk(session, talk);
  if (message.kind === 'vitals') {
    return talk.joined ? { ...unheard, reports: [{ kind: 'vitals', vitals: message }] } : unheard;
  }
  if (message.kind === 'energy') {
    return talk.joined ? { ...unheard, reports: [{ kind: 'energy', energy: message }] } : unheard;
  }
  return heardReply(session, talk, message);
}

/** An answer belongs to the one request that is on its way, or to none. */
function heardReply(session: Session, talk: Talk, message: Answer): SessionStep {
  const { pending } = talk;
  if (pending === undefined || message.request !== pending.header.seq) {
    const known = withTalk(session, talk);
    const report = unaskedOutcome(message);
    return report ? { ...known, reports: [report] } : drop(known.session, 'unasked-answer');
  }
  const answered = heardAnswer(talk, pending, message);
  if (isInterviewTicket(pending.ticket)) return advanceInterview(session, answered, message);
  if (pending.ticket === CLOCK_TICKET) return pump(session, answered);
  return pump(session, answered, [{ kind: 'answered', ticket: pending.ticket, answer: message }]);
}

/** Telemetry that shows the stop done ends its repetition, and control hears the same telemetry. */
function heardTelemetry(
  session: Session,
  talk: Talk,
  telemetry: Telemetry,
  missed: number,
): SessionStep {
  const stopping = isStopProven(talk, telemetry) ? undefined : session.stopping;
  const reports = talk.joined ? [heardReport(talk, telemetry, missed)] : [];
  return withTalk({ ...session, stopping }, talk, [], reports);
}

const heardReport = (talk: Talk, telemetry: Telemetry, missed: number): SessionReport => ({
  kind: 'heard',
  telemetry,
  missed,
  lagMs: talk.clock && talk.clock.offsetMs + talk.ageMs - telemetry.penMs,
  roundTripMs: talk.clock?.roundTripMs,
});

/** An outcome that answers no request answers a grant. */
const unaskedOutcome = (message: Answer): SessionReport | undefined =>
  message.kind === 'outcome' && message.outcome === 'refused'
    ? { kind: 'grant-refused', reason: message.reason }
    : undefined;
