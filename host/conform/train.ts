// A train of strokes as a check wants it: arm, wait for a hold, grant, and go on granting until
// something is so. A hand that lets go too early has spoilt nothing: the next press is waited for.

import type { Telemetry } from '../../protocol/from-pen.ts';
import { RENEW_MS } from '../../protocol/timing.ts';
import { type Armed, creditMost, grantOn, holdAfter } from './arm.ts';
import type { Heard } from './ear.ts';
import type { Kit } from './kit.ts';
import { fail, leaveUnjudged, type Script } from './order.ts';
import { isHeld } from './rest.ts';
import { sayTelemetry } from './say.ts';
import { send, telemetryThat } from './talk.ts';

/** How a train is granted. */
export interface Granting {
  readonly credit?: number;
  readonly leaseMs?: number;
  /** A reading that every grant of the train names, however often it is renewed. */
  readonly ceiling?: number;
}

/** The telemetry heard so far, oldest first. */
export const telemetryHeard = (kit: Kit): readonly Heard<Telemetry>[] =>
  kit.ear.frames().flatMap(({ message, header, atMs }) =>
    message.kind === 'telemetry' ? [{ message, header, atMs }] : [],
  );

/** Sends one grant on what telemetry says, and remembers how far it allows to go. */
export function* grant(kit: Kit, told: Telemetry, how: Granting = {}): Script<number> {
  const { leaseMsMax } = kit.pages().capabilities;
  const left = Math.min(kit.line.passCeiling, how.ceiling ?? Infinity) - told.strokes;
  // A ceiling at the counter would take permission back, and hide that a pen goes beyond it.
  if (left <= 0) return told.strokes;
  const credit = Math.min(left, how.credit ?? creditMost(kit));
  const given = grantOn(kit, told, credit, how.leaseMs ?? leaseMsMax);
  kit.line.ceiling = Math.max(kit.line.ceiling ?? 0, given.ceiling);
  yield* send(kit, given);
  return given.ceiling;
}

/** How long a pen may take from its first grant to its first stroke, with a slow memory. */
const START_MS_MAX = 1_500;
const HOLDS_MAX = 6;

const isGoing = (told: Telemetry): boolean => told.phase === 'running';

/**
 * Brings an armed pen to move: a hold is waited for and granted until telemetry says running and
 * the counter has moved on. The telemetry that shows it comes back.
 */
export function* setOff(kit: Kit, armed: Armed, how: Granting = {}): Script<Telemetry> {
  let after = armed.holdBefore;
  for (let holds = 0; holds < HOLDS_MAX; holds += 1) {
    const held = yield* holdAfter(kit, after);
    const going = yield* untilGoing(kit, held, how);
    if (going !== undefined) return going;
    after = held.holdId;
  }
  yield* leaveUnjudged('hand', 'the trigger was let go of each time before a stroke was made');
  return armed.telemetry;
}

function* untilGoing(kit: Kit, held: Telemetry, how: Granting): Script<Telemetry | undefined> {
  const untilMs = kit.ear.nowMs() + START_MS_MAX;
  let told = held;
  while (kit.ear.nowMs() < untilMs) {
    yield* grant(kit, told, how);
    const from = held.strokes;
    const look = (next: Telemetry): boolean =>
      !isHeld(next) || next.latch !== 'none' || (isGoing(next) && next.strokes > from);
    const next = yield* telemetryThat(kit, look, RENEW_MS);
    if (next !== undefined && isGoing(next) && next.strokes > from) return next;
    if (next !== undefined && next.latch !== 'none') {
      yield* fail('the pen to run under a grant that it took', sayTelemetry(next));
    }
    if (next !== undefined) return undefined;
    told = kit.ear.telemetry()?.message ?? told;
  }
  const last = sayTelemetry(kit.ear.telemetry()?.message);
  yield* fail(`strokes within ${START_MS_MAX} ms of a grant for a held trigger`, last);
  return undefined;
}

/** Grants on, every 50 ms, until telemetry is so; undefined when that was not within the time. */
export function* goOn(
  kit: Kit,
  so: (told: Telemetry) => boolean,
  forMs: number,
  how: Granting = {},
): Script<Telemetry | undefined> {
  const untilMs = kit.ear.nowMs() + forMs;
  while (kit.ear.nowMs() < untilMs) {
    const newest = kit.ear.telemetry()?.message;
    if (newest !== undefined && isGoing(newest)) yield* grant(kit, newest, how);
    const found = yield* telemetryThat(kit, so, RENEW_MS);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first telemetry of this check that breaks a ceiling that was granted. */
export const beyondCeiling = (kit: Kit): Telemetry | undefined =>
  telemetryHeard(kit).find(({ message }) => message.strokes > (kit.line.ceiling ?? Infinity))
    ?.message;
