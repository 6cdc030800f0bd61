/**
 * The wire between host and pen: bytes in at one end, bytes out at the other, later or never.
 *
 * A pure two-way pipe without a clock: the caller says what time it is. It knows nothing of
 * messages and cannot repair or forge one, except by sending again what went by (`replay`).
 * Scheduled faults are told in the fault log; bad luck drawn by the line's options is not.
 */
import { isWireFault } from './faults/fault-home.ts';
import { createFaultLog, noteBegin, noteEffect, type FaultLog } from './faults/fault-log.ts';
import type { Direction, WireFault } from './faults/fault.ts';
import type { Scheduled } from './faults/due.ts';
import { createRandom, splitRandom } from './random.ts';
import { isFrame, splitFrames } from './wire/frames.ts';
import {
  clearLane, createLane, nextDue, PERFECT_LINE, releaseHeld, send, sendByChance, take,
  type Lane, type LineOptions,
} from './wire/lane.ts';
import { passFaults, type Flight, type Stall } from './wire/passing.ts';

export { PERFECT_LINE } from './wire/lane.ts';
export type { LineOptions } from './wire/lane.ts';

/** What a wire is made of; both directions are perfect unless said otherwise. */
export interface WireOptions {
  readonly seed: number;
  readonly toPen?: LineOptions;
  readonly toHost?: LineOptions;
  readonly faultLog?: FaultLog;
}

/** The whole memory of a wire; changed in place, only by the functions of this file. */
export interface Wire {
  readonly lanes: Readonly<Record<Direction, Lane>>;
  readonly faultLog: FaultLog;
  waiting: readonly Scheduled<WireFault>[];
  nextMs: number;
  /** Frames that a replay will want, by fault. */
  readonly kept: Map<number, Uint8Array>;
  readonly dropLeft: Map<number, number>;
  readonly stalls: Stall[];
  unplug: { readonly untilMs: number; readonly index: number } | undefined;
}

const WIRE_STREAM = 2;

/** Makes a wire with nothing on it. */
export function createWire(options: WireOptions): Wire {
  const random = createRandom(options.seed, WIRE_STREAM);
  const faultLog = options.faultLog ?? createFaultLog([]);
  const waiting = faultLog.faults.flatMap((fault, index) =>
    isWireFault(fault) ? [{ fault, index }] : [],
  );
  return {
    lanes: {
      'to-pen': createLane(options.toPen ?? PERFECT_LINE, splitRandom(random)),
      'to-host': createLane(options.toHost ?? PERFECT_LINE, splitRandom(random)),
    },
    faultLog,
    waiting,
    nextMs: nextMsOf(waiting),
    kept: new Map(),
    dropLeft: new Map(),
    stalls: [],
    unplug: undefined,
  };
}

/** Writes bytes at one end; they are copied, so the caller may use its buffer again. */
export function pushBytes(
  wire: Wire,
  direction: Direction,
  bytes: Uint8Array,
  nowMs: number,
): void {
  if (bytes.length === 0) return;
  beginTimed(wire, nowMs);
  if (isUnplugged(wire, nowMs)) return;
  const lane = wire.lanes[direction];
  if (lane.lucky && wire.waiting.length === 0 && wire.dropLeft.size === 0) {
    send(lane, bytes.slice(), nowMs, 0);
    releaseHeld(lane, nowMs);
    return;
  }
  for (const piece of splitFrames(bytes)) pass(wire, direction, piece, nowMs);
}

function pass(wire: Wire, direction: Direction, piece: Uint8Array, nowMs: number): void {
  const lane = wire.lanes[direction];
  if (isFrame(piece)) lane.frames += 1;
  lane.bytes += piece.length;
  const flight: Flight = { bytes: piece, copies: 1, extraMs: 0, before: [], hold: undefined };
  passFaults(wire, direction, flight, nowMs);
  for (const bytes of flight.before) send(lane, bytes, nowMs, 0);
  if (flight.hold !== undefined) lane.held.push({ ...flight.hold, bytes: flight.bytes });
  else for (let copy = 0; copy < flight.copies; copy += 1) sendOne(lane, flight, nowMs);
  releaseHeld(lane, nowMs);
}

function sendOne(lane: Lane, flight: Flight, nowMs: number): void {
  if (flight.bytes.length === 0) return;
  if (lane.lucky) send(lane, flight.bytes, nowMs, flight.extraMs);
  else sendByChance(lane, flight.bytes, nowMs, flight.extraMs);
}

/** Reads what has arrived at one end, a piece at a time; undefined when nothing more has. */
export function takeBytes(
  wire: Wire,
  direction: Direction,
  nowMs: number,
): Uint8Array | undefined {
  beginTimed(wire, nowMs);
  const lane = wire.lanes[direction];
  if (wire.stalls.length > 0 && isStalled(wire, direction, nowMs)) return undefined;
  return take(lane, nowMs);
}

/** The earliest instant at which the wire may have something to do or to give, if there is one. */
export function nextWireMs(wire: Wire): number | undefined {
  const instants = [nextDue(wire.lanes['to-pen']), nextDue(wire.lanes['to-host']), wire.nextMs];
  const earliest = instants.reduce<number>((next, at) => Math.min(next, at ?? NEVER), NEVER);
  return earliest === NEVER ? undefined : earliest;
}

// Faults that need no frame to strike: they begin when their instant has come.

const NEVER = 2 ** 30 - 1;

function isTimed({ fault }: Scheduled<WireFault>): boolean {
  const ownTime = ['unplug', 'wire-stall', 'babble', 'replay'].includes(fault.kind);
  return ownTime && fault.at.kind === 'ms';
}

function nextMsOf(waiting: readonly Scheduled<WireFault>[]): number {
  return waiting.filter(isTimed).reduce(
    (next, { fault: { at } }) => (at.kind === 'ms' ? Math.min(next, at.ms) : next),
    NEVER,
  );
}

function beginTimed(wire: Wire, nowMs: number): void {
  if (nowMs < wire.nextMs) return;
  const isDue = (one: Scheduled<WireFault>): boolean =>
    isTimed(one) && one.fault.at.kind === 'ms' && one.fault.at.ms <= nowMs;
  const due = wire.waiting.filter(isDue);
  wire.waiting = wire.waiting.filter((one) => !isDue(one));
  wire.nextMs = nextMsOf(wire.waiting);
  for (const one of due) {
    noteBegin(wire.faultLog, one.index);
    beginOne(wire, one, nowMs);
  }
}

function beginOne(wire: Wire, { fault, index }: Scheduled<WireFault>, nowMs: number): void {
  if (fault.kind === 'unplug') {
    wire.unplug = { untilMs: fault.at.ms + fault.ms, index };
    const lost = clearLane(wire.lanes['to-pen']) + clearLane(wire.lanes['to-host']);
    if (lost > 0) noteEffect(wire.faultLog, index);
  } else if (fault.kind === 'wire-stall') {
    wire.stalls.push({ direction: fault.direction, untilMs: nowMs + fault.ms, index });
  } else if (fault.kind === 'babble' || fault.kind === 'replay') {
    const bytes = fault.kind === 'babble' ? Uint8Array.from(fault.bytes) : wire.kept.get(index);
    if (bytes === undefined || bytes.length === 0) return;
    send(wire.lanes[fault.direction], bytes, nowMs, 0);
    noteEffect(wire.faultLog, index);
  }
}

function isUnplugged(wire: Wire, nowMs: number): boolean {
  if (wire.unplug === undefined) return false;
  if (nowMs >= wire.unplug.untilMs) {
    wire.unplug = undefined;
    return false;
  }
  noteEffect(wire.faultLog, wire.unplug.index);
  return true;
}

function isStalled(wire: Wire, direction: Direction, nowMs: number): boolean {
  const stall = wire.stalls.find((one) => one.direction === direction && nowMs < one.untilMs);
  if (stall === undefined) return false;
  const dueMs = nextDue(wire.lanes[direction]);
  if (dueMs !== undefined && dueMs <= nowMs) noteEffect(wire.faultLog, stall.index);
  return true;
}
