// Bringing the pen to rest: before each check, after it, and when somebody presses Ctrl-C. The kit
// clears the latches that it provokes itself and no other; a pen that latched for a reason of its
// own is left to a person.

import type { LatchReason } from '../../protocol/reason.ts';
import { STOP_REPEAT_MS } from '../../protocol/timing.ts';
import type { Telemetry } from '../../protocol/from-pen.ts';
import { SIGNAL } from '../../protocol/from-pen.ts';
import { isRetracted, isStoppedForGood } from '../core/stopped.ts';
import type { Kit } from './kit.ts';
import { leaveUnjudged, type Script } from './order.ts';
import { sayTelemetry } from './say.ts';
import { ask, isKind, join, mustDo, nextTelemetry, read, sendStop, telemetryThat } from './talk.ts';

/** Latches that checks provoke on purpose. */
const PROVOKED: ReadonlySet<LatchReason> = new Set([
  'host-stop',
  'foreign-hello',
  'lease-expired',
]);

const REST_MS_MAX = 1_000;
const STOP_MS_MAX = 3_000;
const STOP_UNTOLD_MS = 400;

/** How long a hand is waited for, by whose hand it is. */
const HAND_MS_MAX = { none: 3_000, auto: 6_000, person: 30_000 } as const;

/** How long this kit waits for a hand. */
export const handMsMax = ({ leave }: Kit): number => HAND_MS_MAX[leave.hands];

/** Whether the trigger is held. */
export const isHeld = ({ signals }: Telemetry): boolean => (signals & SIGNAL.trigger) !== 0;

/** Nothing armed, nothing moving, needles in. */
export const isAtRest = (told: Telemetry): boolean =>
  (told.phase === 'idle' || told.phase === 'latched') && isRetracted(told) && told.armingId === 0;

/** Repeats STOP until the pen is seen latched with its needles in, and says whether it was. */
export function* stopForGood(kit: Kit, withinMs = STOP_MS_MAX): Script<boolean> {
  const untilMs = kit.ear.nowMs() + withinMs;
  while (kit.ear.nowMs() < untilMs) {
    yield* sendStop(kit);
    const proof = yield* telemetryThat(kit, isStoppedForGood, STOP_REPEAT_MS);
    if (proof !== undefined) return true;
  }
  return false;
}

/** Waits until nobody holds the trigger. */
export function* letGo(kit: Kit): Script {
  const now = yield* nextTelemetry(kit);
  if (!isHeld(now)) return;
  yield { kind: 'hand', act: 'let-go' };
  const untilMs = kit.ear.nowMs() + handMsMax(kit);
  while (kit.ear.nowMs() < untilMs) {
    const free = yield* telemetryThat(kit, (told) => !isHeld(told), 400);
    if (free !== undefined) return;
    yield* ask(kit, { kind: 'read', page: 8 }); // an arming ends without a sign of its host
  }
  yield* leaveUnjudged('hand', 'the trigger was held and nobody let go of it');
}

/** Clears a latch that a check provoked, and no other. */
export function* clearProvoked(kit: Kit): Script {
  const { reason, latchId } = yield* read(kit, 'latch');
  if (reason === 'none') return;
  if (!PROVOKED.has(reason)) {
    yield* leaveUnjudged('pen', `the pen latched ${reason}, which is left for a person to clear`);
  }
  yield* clearLatch(kit, reason, latchId);
}

const CLEAR_TRIES = 5;

/** Clears one latch by its name and number, once nobody holds the trigger. */
export function* clearLatch(kit: Kit, reason: LatchReason, latchId: number): Script {
  // A hand needs a moment to notice, and a pen is not cleared with its trigger held.
  for (let tries = 0; tries < CLEAR_TRIES; tries += 1) {
    yield* letGo(kit);
    const answer = yield* ask(kit, { kind: 'clear', reason, latchId });
    if (isKind(answer, 'outcome') && answer.reason !== 'trigger-held') break;
  }
  const free = yield* telemetryThat(kit, ({ latch }) => latch === 'none', REST_MS_MAX);
  if (free !== undefined) return;
  yield* leaveUnjudged('pen', `the latch ${reason} could not be cleared by its name and number`);
}

/** A link session of its own, joined; the pen idle, unlatched, with its needles in. */
export function* settle(kit: Kit): Script {
  yield* join(kit);
  const rest = yield* telemetryThat(kit, isAtRest, REST_MS_MAX);
  if (rest === undefined && !(yield* stopForGood(kit))) {
    const state = sayTelemetry(kit.ear.telemetry()?.message);
    yield* leaveUnjudged('pen', `the pen could not be brought to rest: ${state}`);
  }
  yield* clearProvoked(kit);
}

/** How a pen was left. */
export interface Left {
  readonly proven: boolean;
  readonly state: string;
}

/** Stops the pen, whatever it does, and says whether that was seen. */
export function* leaveStopped(kit: Kit): Script<Left> {
  // A pen that was not joined stops without telling: it is asked once it has been told to stop.
  const told = yield* stopForGood(kit, STOP_UNTOLD_MS);
  if (!told) yield* join(kit);
  const proven = told || (yield* stopForGood(kit));
  return { proven, state: sayTelemetry(kit.ear.telemetry()?.message) };
}

/** Looks once more whether the pen was left as it should be. */
export function* lookAgain(kit: Kit): Script<Left> {
  const rest = yield* telemetryThat(kit, isAtRest, 200);
  return { proven: rest !== undefined, state: sayTelemetry(kit.ear.telemetry()?.message) };
}

/** Disarms what this kit has armed. */
export function* disarm(kit: Kit): Script {
  yield* mustDo(kit, { kind: 'disarm', armingId: kit.line.armingId });
  kit.line.ceiling = undefined;
}
