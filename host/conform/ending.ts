// How a train ended, as telemetry and the latch page tell it: at rest, with its needles in, within
// its ceiling, and how far beyond the instant at which it should have ended.

import { SIGNAL, type Telemetry } from '../../protocol/from-pen.ts';
import { OVERSPEED, RETRACT_MS_MAX, TELEMETRY_MS } from '../../protocol/timing.ts';
import { isRetracted } from '../core/stopped.ts';
import type { Armed } from './arm.ts';
import type { Kit } from './kit.ts';
import { expect, leaveUnjudged, type Script } from './order.ts';
import { isHeld } from './rest.ts';
import { sayTelemetry } from './say.ts';
import { read, telemetryThat } from './talk.ts';
import { beyondCeiling, goOn, grant, setOff, telemetryHeard } from './train.ts';

const REST_MS_MAX = 500;
/** Telemetry shows the needles in at most this long after they were ordered in. */
export const IN_MS_MAX = RETRACT_MS_MAX + 3 * TELEMETRY_MS;

/** Whether the present hold has been used up. */
export const isSpent = ({ signals }: Telemetry): boolean => (signals & SIGNAL.holdSpent) !== 0;

const isStill = (told: Telemetry): boolean =>
  told.phase !== 'running' && told.phase !== 'stopping' && isRetracted(told);

/** Strokes that a motor may still be debited for from the instant at which it is braked. */
export function brakeStrokes(kit: Kit): number {
  const { brakeMsMax, rateCentiHzMin } = kit.pages().capabilities;
  const perMs = (rateCentiHzMin / 100_000) * (OVERSPEED.numerator / OVERSPEED.denominator);
  return Math.ceil(perMs * (brakeMsMax + 2 * TELEMETRY_MS)) + 1;
}

/** No telemetry of this check tells of more than was granted. */
export function* withinCeiling(kit: Kit): Script {
  const beyond = beyondCeiling(kit);
  const words = `no stroke beyond the ceiling ${kit.line.ceiling ?? 0}`;
  yield* expect(beyond === undefined, words, sayTelemetry(beyond));
}

/** The pen comes to rest with its needles in, as fast as it has to. */
export function* comesToRest(
  kit: Kit,
  from: Telemetry,
  withinMs = REST_MS_MAX,
): Script<Telemetry> {
  const newest = kit.ear.telemetry()?.message;
  if (newest !== undefined && isStill(newest) && newest.penMs > from.penMs) return newest;
  const rest = yield* telemetryThat(kit, isStill, withinMs);
  const seen = kit.ear.telemetry()?.message ?? from;
  yield* expect(rest !== undefined, `needles in within ${withinMs} ms`, sayTelemetry(seen));
  return rest ?? seen;
}

/** How long needles were out after an instant of the pen's own clock, as telemetry shows. */
const outAfterMs = (kit: Kit, penMs: number): number =>
  Math.max(
    0,
    ...telemetryHeard(kit)
      .filter(({ message }) => message.penMs > penMs && !isRetracted(message))
      .map(({ message }) => message.penMs - penMs),
  );

/** From an instant and a count on, the pen has to be still within its bound. */
export function* withinBound(
  kit: Kit,
  from: { readonly strokes: number; readonly penMs: number },
  rest: Telemetry,
  what: string,
): Script {
  const more = rest.strokes - from.strokes;
  const most = brakeStrokes(kit);
  yield* expect(more <= most, `at most ${most} strokes after ${what}`, `${more}`);
  const outMs = outAfterMs(kit, from.penMs);
  const words = `needles in ${IN_MS_MAX} ms after ${what}`;
  yield* expect(outMs <= IN_MS_MAX, words, `out for ${outMs} ms`);
  kit.note(`${more} strokes and ${outMs} ms after ${what}`);
}

/** The same from the instant at which a latch fell. */
export function* withinBoundOfLatch(kit: Kit, rest: Telemetry, what: string): Script {
  const { strokes, atPenMs } = yield* read(kit, 'latch');
  yield* withinBound(kit, { strokes, penMs: atPenMs }, rest, what);
}

/** Lets a train begin and go on a little, does something to it, and says whether it still ran. */
export function* caughtRunning(
  kit: Kit,
  armed: Armed,
  act: (going: Telemetry) => Script,
): Script<boolean> {
  const going = yield* setOff(kit, armed);
  const gone = yield* goOn(kit, (told) => !isHeld(told), 60);
  if (gone !== undefined) {
    yield* comesToRest(kit, gone);
    return false;
  }
  yield* act(kit.ear.telemetry()?.message ?? going);
  return true;
}

/** A hold that was spent is not granted again, however long the finger stays. */
export function* spentStays(kit: Kit, rest: Telemetry): Script {
  if (!isHeld(rest)) return;
  yield* grant(kit, rest);
  const moves = (told: Telemetry): boolean =>
    told.holdId === rest.holdId && told.strokes > rest.strokes;
  const moved = yield* telemetryThat(kit, moves, 150);
  yield* expect(moved === undefined, 'no stroke under a hold that was spent', sayTelemetry(moved));
}

/** Nobody held on for long enough to judge. */
export const tooEarly = (what: string): Script =>
  leaveUnjudged('hand', `the trigger was let go of each time before ${what}`);

/** Whether a train has ended. */
export const isOver = (told: Telemetry): boolean => told.phase !== 'running';

/** Ended by itself, armed as before, the hold used up. */
export function* endedSpent(rest: Telemetry): Script {
  const so = rest.latch === 'none' && rest.phase === 'armed' && isSpent(rest);
  yield* expect(so, 'armed, without a latch, with the hold spent', sayTelemetry(rest));
}
