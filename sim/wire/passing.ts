/**
 * What scheduled faults do to one frame as it goes by: each kind strikes the flight or lets it be.
 *
 * A fault strikes once, except `drop`, which takes as many frames as it says. Whether a fault that
 * has begun made a difference is told here, at the byte that changed.
 */
import { unreachable } from '../../protocol/assert.ts';
import type { Scheduled } from '../faults/due.ts';
import { noteBegin, noteEffect, type FaultLog } from '../faults/fault-log.ts';
import type { Direction, WireFault } from '../faults/fault.ts';
import type { Held, Lane } from './lane.ts';

/** One frame going by, as the faults before have left it. */
export interface Flight {
  bytes: Uint8Array;
  copies: number;
  extraMs: number;
  readonly before: Uint8Array[];
  hold: Omit<Held, 'bytes'> | undefined;
}

/** One direction gives nothing until an instant. */
export interface Stall {
  readonly direction: Direction;
  readonly untilMs: number;
  readonly index: number;
}

/** The part of a wire that faults of frames and bytes need. */
export interface Passage {
  readonly lanes: Readonly<Record<Direction, Lane>>;
  readonly faultLog: FaultLog;
  waiting: readonly Scheduled<WireFault>[];
  readonly kept: Map<number, Uint8Array>;
  readonly dropLeft: Map<number, number>;
  readonly stalls: Stall[];
}

type OnLane = Exclude<WireFault, { readonly kind: 'unplug' }>;

/** Lets every fault that is due strike the frame that is going by. */
export function passFaults(
  wire: Passage,
  direction: Direction,
  flight: Flight,
  nowMs: number,
): void {
  const lane = wire.lanes[direction];
  const first = lane.bytes - flight.bytes.length + 1;
  dropMore(wire, direction, flight);
  for (const { fault, index } of wire.waiting) {
    if (fault.kind === 'unplug' || fault.direction !== direction) continue;
    if (fault.kind === 'replay') keep(wire, index, fault.frame === lane.frames, flight);
    if (!isDue(fault, lane, first, nowMs)) continue;
    wire.waiting = wire.waiting.filter((one) => one.index !== index);
    noteBegin(wire.faultLog, index);
    const skipped = fault.at.kind === 'byte' ? fault.at.byte - first : 0;
    if (strike(wire, { fault, index }, flight, skipped, nowMs)) noteEffect(wire.faultLog, index);
  }
}

/** Keeps the frame that a replay will want; zeros that follow it are not it. */
function keep(wire: Passage, index: number, wanted: boolean, flight: Flight): void {
  if (wanted && !wire.kept.has(index)) wire.kept.set(index, flight.bytes);
}

function isDue(fault: OnLane, lane: Lane, first: number, nowMs: number): boolean {
  switch (fault.at.kind) {
    case 'ms':
      return nowMs >= fault.at.ms;
    case 'frame':
      return lane.frames >= fault.at.frame;
    case 'byte':
      return fault.at.byte >= first && fault.at.byte <= lane.bytes;
    default:
      return unreachable(fault.at);
  }
}

/** Goes on with a drop of several frames. */
function dropMore(wire: Passage, direction: Direction, flight: Flight): void {
  for (const [index, left] of wire.dropLeft) {
    const fault = wire.faultLog.faults[index];
    if (fault?.kind !== 'drop' || fault.direction !== direction) continue;
    flight.copies = 0;
    noteEffect(wire.faultLog, index);
    if (left === 1) wire.dropLeft.delete(index);
    else wire.dropLeft.set(index, left - 1);
  }
}

/** Lets one fault strike; says whether that made a difference at once. */
function strike(
  wire: Passage,
  { fault, index }: Scheduled<OnLane>,
  flight: Flight,
  skipped: number,
  nowMs: number,
): boolean {
  switch (fault.kind) {
    case 'flip':
      return flip(flight, skipped + fault.offset, fault.mask);
    case 'drop':
      flight.copies = 0;
      if (fault.frames > 1) wire.dropLeft.set(index, fault.frames - 1);
      return true;
    case 'duplicate':
      flight.copies += fault.copies;
      return fault.copies > 0;
    case 'delay':
      flight.extraMs += fault.ms;
      return fault.ms > 0;
    case 'truncate':
      return truncate(flight, fault.keep);
    case 'reorder':
      // The frame itself is counted as it passes, so one more than those that are to overtake it.
      flight.hold = {
        behind: fault.behind + 1,
        onRelease: () => noteEffect(wire.faultLog, index),
      };
      return false;
    case 'babble':
      flight.before.push(Uint8Array.from(fault.bytes));
      return fault.bytes.length > 0;
    case 'wire-stall':
      wire.stalls.push({ direction: fault.direction, untilMs: nowMs + fault.ms, index });
      return false;
    case 'replay':
      return replay(flight, wire.kept.get(index));
    default:
      return unreachable(fault);
  }
}

function flip(flight: Flight, at: number, mask: number): boolean {
  const changed = flight.bytes.slice();
  const byte = changed[at];
  if (byte === undefined || (mask & 0xff) === 0) return false;
  changed[at] = byte ^ mask;
  flight.bytes = changed;
  return true;
}

function truncate(flight: Flight, keep: number): boolean {
  const shorter = keep < flight.bytes.length;
  flight.bytes = flight.bytes.slice(0, keep);
  return shorter;
}

function replay(flight: Flight, kept: Uint8Array | undefined): boolean {
  if (kept === undefined) return false;
  flight.before.push(kept);
  return true;
}
