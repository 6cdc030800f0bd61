// The few ways in which a step of a service console goes on, for everything that can bring them
// about: told, entered, left, ended.

import { closedSession } from '../../link/session-state.ts';
import type {
  Service, ServiceEffect, ServiceEnd, ServiceNews, Stage, StopProof,
} from './state.ts';

/** A step in the making. */
export interface Turn {
  service: Service;
  readonly effects: ServiceEffect[];
}

/** Tells whoever sits there. */
export const tell = (turn: Turn, news: ServiceNews): void =>
  void turn.effects.push({ kind: 'tell', news });

/** Goes on to a stage. */
export function enter(turn: Turn, stage: Stage): void {
  turn.service = { ...turn.service, stage };
}

/** The end, told once. */
export function finish(turn: Turn, end: ServiceEnd): void {
  if (turn.service.stage.kind === 'over') return;
  enter(turn, { kind: 'over', end });
  tell(turn, { kind: 'over', end });
}

/** Leaves the mode by its own word; before it was entered there is nothing to leave. */
export function leave(turn: Turn, stop: StopProof): void {
  const { stage } = turn.service;
  if (stage.kind === 'meeting') return finish(turn, { kind: 'never-entered' });
  if (stage.kind !== 'open' && stage.kind !== 'stopping') return;
  enter(turn, { kind: 'leaving', ageMs: 0, stop, ok: false });
  turn.effects.push({ kind: 'line', text: 'exit' });
}

/** Ends the mode in the one way that needs no consent: by greeting the pen anew. */
export function greetAnew(turn: Turn, stop: StopProof): void {
  // A stop that is not yet proven goes on being repeated.
  const { stopping } = turn.service.session;
  const session = { ...closedSession('look'), stopping };
  turn.service = { ...turn.service, session };
  enter(turn, { kind: 'greeting', ageMs: 0, stop });
  turn.effects.push({ kind: 'draw-nonce' });
}
