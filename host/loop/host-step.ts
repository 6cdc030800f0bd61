// The whole host as one machine: the link session below, control above, and between them reports
// going up and orders going down, until neither has anything left to say. Pure; the pipeline feeds
// it and performs what it wants.

import { assert } from '../../protocol/assert.ts';
import { controlStep } from '../core/control/control.ts';
import type { ControlEffect, ControlEvent, OperatorRequest } from '../core/control/event.ts';
import type { Control } from '../core/control/state.ts';
import { sessionStep } from '../link/session.ts';
import {
  CLOSED_SESSION,
  closedSession,
  type LinkedPen,
  type Session,
  type SessionEffect,
  type SessionEvent,
  type SessionMode,
  type SessionReport,
} from '../link/session-state.ts';

type LinkEvent = Extract<SessionEvent, { readonly kind: 'greet' | 'port-closed' | 'frame' }>;
type Inner = Extract<
  ControlEvent,
  { readonly kind: 'pedal' | 'synced' | 'journal-failed' | 'host-trouble' }
>;

/** Everything that can happen to a host. */
export type HostEvent =
  | LinkEvent
  | Inner
  | OperatorRequest
  | { readonly kind: 'begin'; readonly control: Control }
  | { readonly kind: 'tick' };

/** Everything that a host can want of the world. */
export type HostEffect =
  | SessionEffect
  | Extract<ControlEffect, { readonly kind: 'note' | 'refuse' }>
  | { readonly kind: 'met'; readonly pen: LinkedPen };

/** A host: a link, and a treatment once there is one. */
export interface Host {
  readonly session: Session;
  readonly control: Control | undefined;
  /** The pen of the present link, for a treatment that begins after the handshake. */
  readonly pen: LinkedPen | undefined;
  /** Time that a machine has not been told of yet, because nothing concerned it. */
  readonly sessionOwedMs: number;
  readonly controlOwedMs: number;
}

/** What one event led to. */
export interface HostStep {
  readonly host: Host;
  readonly effects: readonly HostEffect[];
}

/** A host that has done nothing, whose link session will be entered in a mode. */
export const newHost = (mode: SessionMode): Host => ({
  ...NEW_HOST,
  session: closedSession(mode),
});

/** A host that has done nothing, for a treatment. */
export const NEW_HOST: Host = {
  session: CLOSED_SESSION,
  control: undefined,
  pen: undefined,
  sessionOwedMs: 0,
  controlOwedMs: 0,
};

/** More turns than any event can take; beyond it the two machines would be talking in circles. */
const TURNS_MAX = 64;

interface Turn {
  host: Host;
  readonly effects: HostEffect[];
  readonly up: SessionReport[];
  readonly down: SessionEvent[];
  turns: number;
}

/** One step of the host. */
export function hostStep(host: Host, event: HostEvent, elapsedMs: number): HostStep {
  const turn: Turn = {
    host: {
      ...host,
      sessionOwedMs: host.sessionOwedMs + elapsedMs,
      controlOwedMs: host.controlOwedMs + elapsedMs,
    },
    effects: [],
    up: [],
    down: [],
    turns: 0,
  };
  begin(turn, event);
  settle(turn);
  return { host: turn.host, effects: turn.effects };
}

function begin(turn: Turn, event: HostEvent): void {
  switch (event.kind) {
    case 'frame':
    case 'greet':
    case 'port-closed':
      tellSession(turn, event);
      return;
    case 'tick':
      tellSession(turn, event);
      settle(turn);
      tellControl(turn, event);
      return;
    case 'begin':
      turn.host = { ...turn.host, control: event.control, controlOwedMs: 0 };
      if (turn.host.pen !== undefined) tellControl(turn, { kind: 'linked', pen: turn.host.pen });
      return;
    case 'stop':
      // A stop is sent before anybody asks whether there is a treatment.
      if (turn.host.control === undefined) tellSession(turn, { kind: 'stop' });
      else tellControl(turn, event);
      return;
    case 'room':
    case 'arm':
    case 'end-area':
    case 'clear':
    case 'finish':
    case 'pedal':
    case 'synced':
    case 'journal-failed':
    case 'host-trouble':
      tellControl(turn, event);
  }
}

function settle(turn: Turn): void {
  for (;;) {
    const order = turn.down.shift();
    const report = order === undefined ? turn.up.shift() : undefined;
    if (order !== undefined) tellSession(turn, order);
    else if (report !== undefined) tellControl(turn, report);
    else return;
    turn.turns += 1;
    assert(turn.turns < TURNS_MAX, 'session and control come to an end of an event');
  }
}

function tellSession(turn: Turn, event: SessionEvent): void {
  const { host } = turn;
  const step = sessionStep(host.session, event, host.sessionOwedMs);
  turn.host = { ...host, session: step.session, sessionOwedMs: 0 };
  turn.effects.push(...step.effects);
  for (const report of step.reports) notice(turn, report);
  turn.up.push(...step.reports);
}

/** What the host itself remembers of a report. */
function notice(turn: Turn, report: SessionReport): void {
  if (report.kind === 'linked') {
    turn.host = { ...turn.host, pen: report.pen };
    if (turn.host.control === undefined) turn.effects.push({ kind: 'met', pen: report.pen });
  } else if (report.kind === 'link-lost') {
    turn.host = { ...turn.host, pen: undefined };
  }
}

function tellControl(turn: Turn, event: ControlEvent): void {
  const { host } = turn;
  if (host.control === undefined) return;
  const step = controlStep(host.control, event, host.controlOwedMs);
  turn.host = { ...host, control: step.control, controlOwedMs: 0 };
  for (const effect of step.effects) direct(turn, effect);
}

/** Orders go down to the session; the rest goes out. A stop overtakes what waits. */
function direct(turn: Turn, effect: ControlEffect): void {
  switch (effect.kind) {
    case 'note':
    case 'refuse':
      turn.effects.push(effect);
      return;
    case 'stop':
      // S-33: whatever else was wanted in this moment goes after it.
      turn.down.unshift(effect);
      return;
    case 'ask':
    case 'grant':
      turn.down.push(effect);
  }
}
