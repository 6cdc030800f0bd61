/**
 * Finds the faults of one home whose moment has come, for homes that follow a clock and a count.
 *
 * A waiting list is asked every tick, so it keeps the earliest instant and stroke beside the list;
 * the wire, which follows frames and bytes, has its own way.
 */
import type { Fault, Moment } from './fault.ts';
import { noteBegin, type FaultLog } from './fault-log.ts';

/** One fault with its place in the scenario's fault log. */
export interface Scheduled<Kind extends Fault> {
  readonly fault: Kind;
  readonly index: number;
}

/** Faults of one home that have not begun, and the earliest moments among them. */
export interface Waiting<Kind extends Fault & { readonly at: Moment }> {
  readonly log: FaultLog;
  list: readonly Scheduled<Kind>[];
  nextMs: number;
  nextStroke: number;
}

// Whole numbers that no run reaches, so that the comparison every tick stays one of small integers.
const NEVER = 2 ** 30 - 1;

/** Collects the faults of a scenario that one home answers for. */
export function waitFor<Kind extends Fault & { readonly at: Moment }>(
  log: FaultLog,
  belongs: (fault: Fault) => fault is Kind,
): Waiting<Kind> {
  const list = log.faults.flatMap((fault, index) => (belongs(fault) ? [{ fault, index }] : []));
  return { log, list, nextMs: nextMsOf(list), nextStroke: nextStrokeOf(list) };
}

/** Puts one more fault on the list. */
export function enlist<Kind extends Fault & { readonly at: Moment }>(
  waiting: Waiting<Kind>,
  scheduled: Scheduled<Kind>,
): void {
  waiting.list = [...waiting.list, scheduled];
  waiting.nextMs = nextMsOf(waiting.list);
  waiting.nextStroke = nextStrokeOf(waiting.list);
}

/** Takes the faults whose moment has come off the list, in their order, and marks them begun. */
export function takeDue<Kind extends Fault & { readonly at: Moment }>(
  waiting: Waiting<Kind>,
  nowMs: number,
  strokes: number,
): readonly Scheduled<Kind>[] {
  if (nowMs < waiting.nextMs && strokes < waiting.nextStroke) return [];
  const due = waiting.list.filter(({ fault }) => hasCome(fault.at, nowMs, strokes));
  waiting.list = waiting.list.filter((scheduled) => !due.includes(scheduled));
  waiting.nextMs = nextMsOf(waiting.list);
  waiting.nextStroke = nextStrokeOf(waiting.list);
  for (const { index } of due) noteBegin(waiting.log, index);
  return due;
}

function hasCome(at: Moment, nowMs: number, strokes: number): boolean {
  return at.kind === 'ms' ? nowMs >= at.ms : strokes >= at.stroke;
}

function nextMsOf(list: readonly { readonly fault: { readonly at: Moment } }[]): number {
  return list.reduce(
    (next, { fault: { at } }) => (at.kind === 'ms' ? Math.min(next, at.ms) : next),
    NEVER,
  );
}

function nextStrokeOf(list: readonly { readonly fault: { readonly at: Moment } }[]): number {
  return list.reduce(
    (next, { fault: { at } }) => (at.kind === 'stroke' ? Math.min(next, at.stroke) : next),
    NEVER,
  );
}
