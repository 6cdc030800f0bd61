// A calibration and its link session as one machine: what the session reports goes up to the bench,
// what the bench asks goes down to the session, until neither has anything left to say. Pure; the
// shell feeds it and performs what it wants.

import { assert } from '../../protocol/assert.ts';
import { benchStep, newBench, type BenchStart } from '../core/bench/bench.ts';
import type { BenchEffect, BenchEvent } from '../core/bench/event.ts';
import type { Bench } from '../core/bench/state.ts';
import { sessionStep } from '../link/session.ts';
import {
  closedSession,
  type LinkedPen,
  type Session,
  type SessionEffect,
  type SessionEvent,
  type SessionReport,
} from '../link/session-state.ts';

type LinkEvent = Extract<
  SessionEvent,
  { readonly kind: 'greet' | 'port-closed' | 'frame' | 'tick' }
>;
type OwnEvent = Extract<
  BenchEvent,
  { readonly kind: 'line' | 'gauge-gone' | 'confirm' | 'back' | 'write' | 'stop' }
>;

/** Everything that can happen to a bench and its link. */
export type BenchHostEvent = LinkEvent | OwnEvent;

/** Everything that they can want of the world. */
export type BenchHostEffect =
  | SessionEffect
  | Exclude<BenchEffect, { readonly kind: 'ask' | 'stop' }>
  | { readonly kind: 'met'; readonly pen: LinkedPen };

/** A bench and its link. */
export interface BenchHost {
  readonly session: Session;
  readonly bench: Bench;
  /** Since the host was started, for what is dated by this computer's clock. */
  readonly atMs: number;
}

/** What one event led to. */
export interface BenchHostStep {
  readonly host: BenchHost;
  readonly effects: readonly BenchHostEffect[];
}

/** A bench whose pen is not there yet. */
export const newBenchHost = (start: BenchStart): BenchHost => ({
  session: closedSession('calibration'),
  bench: newBench(start),
  atMs: 0,
});

/** More turns than any event can take. */
const TURNS_MAX = 64;

interface Turn {
  host: BenchHost;
  readonly effects: BenchHostEffect[];
  readonly up: SessionReport[];
  readonly down: SessionEvent[];
}

/** One step of bench and link. */
export function benchHostStep(
  host: BenchHost,
  event: BenchHostEvent,
  elapsedMs: number,
): BenchHostStep {
  const atMs = host.atMs + elapsedMs;
  const turn: Turn = { host: { ...host, atMs }, effects: [], up: [], down: [] };
  switch (event.kind) {
    case 'greet':
    case 'port-closed':
    case 'frame':
      tellBench(turn, { kind: 'tick' }, elapsedMs);
      tellSession(turn, event, elapsedMs);
      break;
    case 'tick':
      tellSession(turn, event, elapsedMs);
      tellBench(turn, event, elapsedMs);
      break;
    case 'line':
    case 'gauge-gone':
    case 'confirm':
    case 'back':
    case 'write':
    case 'stop':
      tellSession(turn, { kind: 'tick' }, elapsedMs);
      tellBench(turn, event, elapsedMs);
  }
  settle(turn);
  return { host: turn.host, effects: turn.effects };
}

function settle(turn: Turn): void {
  for (let turns = 0; ; turns += 1) {
    assert(turns < TURNS_MAX, 'session and bench come to an end of an event');
    const order = turn.down.shift();
    const report = order === undefined ? turn.up.shift() : undefined;
    if (order !== undefined) tellSession(turn, order, 0);
    else if (report !== undefined) reported(turn, report);
    else return;
  }
}

function tellSession(turn: Turn, event: SessionEvent, elapsedMs: number): void {
  const step = sessionStep(turn.host.session, event, elapsedMs);
  turn.host = { ...turn.host, session: step.session };
  turn.effects.push(...step.effects);
  turn.up.push(...step.reports);
}

function tellBench(turn: Turn, event: BenchEvent, elapsedMs: number): void {
  const step = benchStep(turn.host.bench, event, elapsedMs);
  turn.host = { ...turn.host, bench: step.bench };
  for (const effect of step.effects) {
    if (effect.kind === 'ask') turn.down.push(effect);
    else if (effect.kind === 'stop') turn.down.unshift(effect);
    else turn.effects.push(effect);
  }
}

/** What the session reports, as the bench hears it. */
function reported(turn: Turn, report: SessionReport): void {
  switch (report.kind) {
    case 'linked':
      turn.effects.push({ kind: 'met', pen: report.pen });
      tellBench(turn, { kind: 'linked', serial: report.pen.pages.identity.serial }, 0);
      return;
    case 'link-lost':
      tellBench(turn, { kind: 'link-lost' }, 0);
      return;
    case 'heard':
      tellBench(turn, { kind: 'heard', telemetry: report.telemetry, lagMs: report.lagMs }, 0);
      return;
    case 'vitals':
      tellBench(turn, { kind: 'vitals', vitals: report.vitals, atMs: turn.host.atMs }, 0);
      return;
    case 'answered':
      tellBench(turn, report, 0);
      return;
    case 'energy':
      // Nothing at the bench asks for a pulse, so that one is a reason to stop whatever moves.
      turn.down.unshift({ kind: 'stop' });
      return;
    case 'unanswered':
    case 'grant-refused':
  }
}
