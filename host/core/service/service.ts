// A service console as one machine above the link session: it knocks until the pen lets it in, asks
// one line at a time, and is done only when the pen is proven to have left the mode. It asks for no
// permission and gives none; nothing here can be turned into a grant. Pure.
//
//   meeting --JOIN done--> open --leave--> leaving --"ok", then 150 ms of silence--> over
//      ^  | trigger free     | interrupt      | neither came
//      +--+                  v                v
//                         stopping         greeting --WELCOME--> over

import type { Telemetry } from '../../../protocol/from-pen.ts';
import { sessionStep } from '../../link/session.ts';
import type { LinkedPen, LostWhy, SessionEvent, SessionReport } from '../../link/session-state.ts';
import { older } from './ages.ts';
import { heardLine, typed } from './lines.ts';
import type { Service, ServiceEvent, ServiceStep, Stage } from './state.ts';
import { enter, finish, greetAnew, leave, tell, type Turn } from './turn.ts';

/** How long nobody may answer a HELLO. */
export const MEET_MS_MAX = 6_000;
/** How long the pen is asked anew while nobody holds its trigger, and how often. */
export const KNOCK_MS_MAX = 60_000;
const KNOCK_MS = 250;
/** How long an answer may take, from the line to its "ok". */
export const ANSWER_MS_MAX = 1_000;
/** How long STOP is waited for, then `exit`, then the HELLO that ends the mode in any case. */
const STOP_MS_MAX = 1_500;
const EXIT_MS_MAX = 600;
const GREET_MS_MAX = 1_500;
/**
 * The most that counts at once. A computer that stood still has yet to read what the pen said
 * meanwhile, and nothing here permits a movement that would have to be as strict as a treatment.
 */
const STALL_MS = 50;

/** One step: grow older first, then react. */
export function serviceStep(
  service: Service,
  event: ServiceEvent,
  passedMs: number,
): ServiceStep {
  if (service.stage.kind === 'over') return { service, effects: [] };
  const elapsedMs = Math.min(passedMs, STALL_MS);
  const stage = older(service.stage, elapsedMs);
  const turn: Turn = { service: { ...service, stage }, effects: [] };
  react(turn, event, elapsedMs);
  return turn;
}

function react(turn: Turn, event: ServiceEvent, elapsedMs: number): void {
  switch (event.kind) {
    case 'greet':
    case 'frame':
      noteRefusal(turn, event);
      return tellSession(turn, event, elapsedMs);
    case 'port-closed':
      return finish(turn, { kind: 'lost', why: 'closed', entered: isIn(turn.service.stage) });
    case 'tick':
      tellSession(turn, event, elapsedMs);
      return due(turn);
    case 'line':
    case 'dropped':
    case 'type':
    case 'leave':
    case 'interrupt':
      tellSession(turn, { kind: 'tick' }, elapsedMs);
      return own(turn, event);
  }
}

type OwnEvent = Exclude<
  ServiceEvent,
  { readonly kind: 'greet' | 'frame' | 'port-closed' | 'tick' }
>;

function own(turn: Turn, event: OwnEvent): void {
  switch (event.kind) {
    case 'line':
      return heardLine(turn, event.text);
    case 'dropped':
      return heardNoise(turn, event.why === 'foreign-version');
    case 'type':
      return typed(turn, event.text);
    case 'leave':
      return leave(turn, 'none');
    case 'interrupt':
      return interrupt(turn);
  }
}

const isIn = ({ kind }: Stage): boolean => kind !== 'meeting' && kind !== 'over';

/** The session's own wish for another greeting is not followed: a console decides that itself. */
function tellSession(turn: Turn, event: SessionEvent, elapsedMs: number): void {
  const step = sessionStep(turn.service.session, event, elapsedMs);
  turn.service = { ...turn.service, session: step.session };
  turn.effects.push(...step.effects.filter(({ kind }) => kind === 'send'));
  for (const report of step.reports) reported(turn, report);
}

function reported(turn: Turn, report: SessionReport): void {
  if (report.kind === 'linked') return linked(turn, report.pen);
  if (report.kind === 'link-lost') return lost(turn, report.why);
  if (report.kind === 'heard') return heard(turn, report.telemetry);
}

function linked(turn: Turn, pen: LinkedPen): void {
  const { stage } = turn.service;
  if (stage.kind === 'greeting') {
    return finish(turn, { kind: 'left', by: 'greeting', stop: stage.stop });
  }
  if (!pen.schemaMatches) return finish(turn, { kind: 'foreign-catalogue' });
  enter(turn, { kind: 'open', asked: undefined, strays: 0 });
  tell(turn, { kind: 'entered', pen });
}

function lost(turn: Turn, why: LostWhy): void {
  const { stage, refusal } = turn.service;
  if (stage.kind === 'meeting' && why === 'join-refused') {
    return refusal === 'needs-trigger'
      ? knock(turn, stage)
      : finish(turn, { kind: 'turned-away', reason: refusal });
  }
  if (stage.kind !== 'leaving') return finish(turn, { kind: 'lost', why, entered: isIn(stage) });
  // A pen that has said so and then says nothing more has left; silence alone may be the cable.
  if (stage.ok) return finish(turn, { kind: 'left', by: 'exit', stop: stage.stop });
  greetAnew(turn, stage.stop);
}

type Meeting = Extract<Stage, { readonly kind: 'meeting' }>;

function knock(turn: Turn, stage: Meeting): void {
  if (stage.knockMs === undefined) tell(turn, { kind: 'hold-trigger' });
  enter(turn, { ...stage, knockMs: stage.knockMs ?? 0, pauseMs: 0 });
}

function noteRefusal(turn: Turn, event: SessionEvent): void {
  if (event.kind !== 'frame' || event.message.kind !== 'outcome') return;
  turn.service = { ...turn.service, refusal: event.message.reason };
}

/** S-16: a pen that shows itself armed or moving here is stopped, whatever made it so. */
function heard(turn: Turn, { phase }: Telemetry): void {
  if (turn.service.stage.kind !== 'open' || phase === 'idle' || phase === 'latched') return;
  tell(turn, { kind: 'moving', phase });
  interrupt(turn);
}

function heardNoise(turn: Turn, foreign: boolean): void {
  const { noise } = turn.service;
  if (noise === 0 && turn.service.stage.kind === 'open') tell(turn, { kind: 'noise' });
  turn.service = { ...turn.service, noise: noise + 1, foreign: turn.service.foreign || foreign };
}

/** S-33: STOP first, and again until telemetry proves it; leaving comes after. */
function interrupt(turn: Turn): void {
  const { kind } = turn.service.stage;
  if (kind === 'meeting') return leave(turn, 'none');
  if (kind !== 'open') return;
  enter(turn, { kind: 'stopping', ageMs: 0 });
  tell(turn, { kind: 'stopping' });
  tellSession(turn, { kind: 'stop' }, 0);
}

/** What time alone brings about. */
function due(turn: Turn): void {
  const { stage, session, foreign } = turn.service;
  switch (stage.kind) {
    case 'meeting':
      return dueMeeting(turn, stage, foreign);
    case 'open': {
      const { asked } = stage;
      if (asked === undefined || asked.ageMs < ANSWER_MS_MAX) return;
      enter(turn, { ...stage, asked: undefined });
      return tell(turn, { kind: 'unanswered', text: asked.text });
    }
    case 'stopping':
      if (session.stopping === undefined) return leave(turn, 'proven');
      if (stage.ageMs >= STOP_MS_MAX) leave(turn, 'unproven');
      return;
    case 'leaving':
      if (stage.ageMs >= EXIT_MS_MAX) greetAnew(turn, stage.stop);
      return;
    case 'greeting':
      if (stage.ageMs >= GREET_MS_MAX) finish(turn, { kind: 'not-proven', stop: stage.stop });
      return;
    case 'over':
  }
}

function dueMeeting(turn: Turn, stage: Meeting, foreign: boolean): void {
  const { ageMs, knockMs, pauseMs } = stage;
  if (knockMs !== undefined && knockMs >= KNOCK_MS_MAX) return finish(turn, { kind: 'not-held' });
  if (pauseMs !== undefined) {
    if (pauseMs < KNOCK_MS) return;
    enter(turn, { ...stage, ageMs: 0, pauseMs: undefined });
    turn.effects.push({ kind: 'draw-nonce' });
  } else if (ageMs >= MEET_MS_MAX) finish(turn, { kind: 'nobody', foreign });
}
