/**
 * One direction of the wire: a queue of what is on its way, with the bad luck of a real line.
 *
 * First in, first out, unless a frame is held back on purpose; what is late makes all that follows
 * late. Bad luck is drawn by the frame, in parts of a million, from the lane's own generator.
 */
import { copyRandom, nextBetween, nextChance, nextU32, type Random } from '../random.ts';

/** How bad a line is; all zero is a perfect one. */
export interface LineOptions {
  readonly latencyMs: number;
  readonly jitterMs: number;
  /** Throughput; 0 is unlimited, 11 is a serial line at 115,200 baud. */
  readonly bytesPerMs: number;
  readonly lossPpm: number;
  readonly duplicatePpm: number;
  readonly flipPpm: number;
  readonly truncatePpm: number;
  readonly reorderPpm: number;
  readonly babblePpm: number;
}

/** A line without delay or damage. */
export const PERFECT_LINE: LineOptions = {
  latencyMs: 0,
  jitterMs: 0,
  bytesPerMs: 0,
  lossPpm: 0,
  duplicatePpm: 0,
  flipPpm: 0,
  truncatePpm: 0,
  reorderPpm: 0,
  babblePpm: 0,
};

/** Bytes on their way, and when they come out. */
interface Parcel {
  readonly bytes: Uint8Array;
  readonly dueMs: number;
}

/** Bytes held back until so many others have gone by. */
export interface Held {
  readonly bytes: Uint8Array;
  behind: number;
  readonly onRelease: () => void;
}

/** The memory of one direction; changed in place. */
export interface Lane {
  readonly line: LineOptions;
  readonly lucky: boolean;
  readonly random: Random;
  queue: Parcel[];
  head: number;
  held: Held[];
  lastDueMs: number;
  /** Throughput is counted in bytes since time began, so that no fraction is lost. */
  sentBytes: number;
  frames: number;
  bytes: number;
}

/** Makes one empty direction. */
export function createLane(line: LineOptions, random: Random): Lane {
  const chances = line.lossPpm + line.duplicatePpm + line.flipPpm + line.truncatePpm
    + line.reorderPpm + line.babblePpm;
  return {
    line,
    lucky: chances === 0,
    random: copyRandom(random),
    queue: [],
    head: 0,
    held: [],
    lastDueMs: 0,
    sentBytes: 0,
    frames: 0,
    bytes: 0,
  };
}

/** Puts bytes on their way; never to come out before what went in earlier. */
export function send(lane: Lane, bytes: Uint8Array, nowMs: number, extraMs: number): void {
  if (bytes.length === 0) return;
  const { line } = lane;
  const jitterMs = line.jitterMs === 0 ? 0 : nextBetween(lane.random, 0, line.jitterMs);
  let readyMs = nowMs;
  if (line.bytesPerMs > 0) {
    lane.sentBytes = Math.max(lane.sentBytes, nowMs * line.bytesPerMs) + bytes.length;
    readyMs = Math.ceil(lane.sentBytes / line.bytesPerMs);
  }
  lane.lastDueMs = Math.max(lane.lastDueMs, readyMs + line.latencyMs + jitterMs + extraMs);
  lane.queue.push({ bytes, dueMs: lane.lastDueMs });
}

/** Lets what was held back go once enough others have passed it. */
export function releaseHeld(lane: Lane, nowMs: number): void {
  if (lane.held.length === 0) return;
  for (const held of lane.held) held.behind -= 1;
  const free = lane.held.filter(({ behind }) => behind <= 0);
  lane.held = lane.held.filter(({ behind }) => behind > 0);
  for (const { bytes, onRelease } of free) {
    send(lane, bytes, nowMs, 0);
    onRelease();
  }
}

/** When the next bytes come out, or undefined when none are on their way. */
export function nextDue(lane: Lane): number | undefined {
  return lane.queue[lane.head]?.dueMs;
}

/** Takes the next bytes that have arrived. */
export function take(lane: Lane, nowMs: number): Uint8Array | undefined {
  const parcel = lane.queue[lane.head];
  if (parcel === undefined || parcel.dueMs > nowMs) return undefined;
  lane.head += 1;
  if (lane.head === lane.queue.length) {
    lane.queue.length = 0;
    lane.head = 0;
  }
  return parcel.bytes;
}

/** Loses everything that is on its way; says how many frames that was. */
export function clearLane(lane: Lane): number {
  const lost = lane.queue.length - lane.head + lane.held.length;
  lane.queue = [];
  lane.head = 0;
  lane.held = [];
  return lost;
}

const nothing = (): void => undefined;

/** Sends one frame through the line's bad luck. */
export function sendByChance(lane: Lane, frame: Uint8Array, nowMs: number, extraMs: number): void {
  const { line, random } = lane;
  if (nextChance(random, line.babblePpm)) send(lane, noiseBytes(random), nowMs, 0);
  if (nextChance(random, line.lossPpm)) return;
  let bytes = frame;
  if (nextChance(random, line.flipPpm)) bytes = flipped(bytes, random);
  if (nextChance(random, line.truncatePpm)) {
    bytes = bytes.slice(0, nextBetween(random, 0, bytes.length - 1));
  }
  if (nextChance(random, line.reorderPpm)) {
    lane.held.push({ bytes, behind: nextBetween(random, 1, 3) + 1, onRelease: nothing });
    return;
  }
  send(lane, bytes, nowMs, extraMs);
  if (nextChance(random, line.duplicatePpm)) send(lane, bytes, nowMs, 0);
}

function flipped(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = bytes.slice();
  const at = nextBetween(random, 0, bytes.length - 1);
  changed[at] = (changed[at] ?? 0) ^ (1 << (nextU32(random) & 7));
  return changed;
}

function noiseBytes(random: Random): Uint8Array {
  const length = nextBetween(random, 1, 40);
  return Uint8Array.from({ length }, () => nextU32(random) & 0xff);
}
