// Checks of what stops a pen that moves before its grant is used up: the finger, the host, another
// host, and permission that is taken back.

import { ms, penMs, strokes } from '../../../protocol/units.ts';
import { arm } from '../arm.ts';
import { type Check, checks } from '../check.ts';
import {
  caughtRunning,
  comesToRest,
  endedSpent,
  IN_MS_MAX,
  isOver,
  spentStays,
  tooEarly,
  withinBound,
  withinBoundOfLatch,
  withinCeiling,
} from '../ending.ts';
import type { Kit } from '../kit.ts';
import { expect, fail, type Script } from '../order.ts';
import { isHeld } from '../rest.ts';
import { sayTelemetry } from '../say.ts';
import { greet, hello, isKind, send, sendStop } from '../talk.ts';
import { goOn, setOff } from '../train.ts';
import { latchedAs } from './stop.ts';

const TRIES = 8;

/** Long enough that a finger that comes and goes has left by itself. */
const LONG_HOLD_MS = 10_000;
const LONG_PASS = 5_000;
const RELEASES = 5;

function* released(kit: Kit): Script {
  const row = { holdMsMax: ms(LONG_HOLD_MS), passStrokesMax: strokes(LONG_PASS) };
  const armed = yield* arm(kit, { row, passStrokes: LONG_PASS });
  for (let tries = 0; tries < RELEASES; tries += 1) {
    yield* setOff(kit, armed);
    yield { kind: 'hand', act: 'let-go' };
    const gone = yield* goOn(kit, (told) => !isHeld(told) || isOver(told), LONG_HOLD_MS + 500);
    if (gone === undefined || isHeld(gone)) continue;
    const rest = yield* comesToRest(kit, gone, IN_MS_MAX + 200);
    const so = rest.latch === 'none' && rest.phase === 'armed';
    yield* expect(so, 'armed and without a latch after the release', sayTelemetry(rest));
    yield* withinBound(kit, gone, rest, 'the release');
    return yield* withinCeiling(kit);
  }
  yield* fail('the trigger to be seen let go of', `${RELEASES} trains without a release`);
}

function* stopInMotion(kit: Kit): Script {
  const armed = yield* arm(kit);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const caught = yield* caughtRunning(kit, armed, function* act() {
      yield* sendStop(kit);
    });
    if (!caught) continue;
    const rest = yield* comesToRest(kit, kit.ear.telemetry()?.message ?? armed.telemetry);
    const seen = sayTelemetry(rest);
    yield* expect(rest.latch === 'host-stop' && rest.armingId === 0, 'the latch host-stop', seen);
    yield* withinCeiling(kit);
    return yield* withinBoundOfLatch(kit, rest, 'STOP');
  }
  yield* tooEarly('STOP was sent');
}

function* helloInMotion(kit: Kit): Script {
  const armed = yield* arm(kit);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const caught = yield* caughtRunning(kit, armed, function* act() {
      const welcome = yield* hello(kit, kit.draw());
      yield* expect(isKind(welcome, 'welcome'), 'WELCOME to another host', 'silence');
    });
    if (!caught) continue;
    yield* greet(kit);
    yield* latchedAs(kit, 'foreign-hello');
    return;
  }
  yield* tooEarly('HELLO was sent');
}

/** A grant of nothing, in motion, takes permission back; the hold is spent and stays so. */
function* takenBack(kit: Kit): Script {
  const armed = yield* arm(kit);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const caught = yield* caughtRunning(kit, armed, function* act(going) {
      const { armingId } = kit.line;
      const { holdId, strokes: ceilingNow } = going;
      const notAfterPenMs = penMs(going.penMs + 150);
      yield* send(kit, { kind: 'grant', armingId, holdId, ceiling: ceilingNow, notAfterPenMs });
    });
    if (!caught) continue;
    const rest = yield* comesToRest(kit, kit.ear.telemetry()?.message ?? armed.telemetry);
    if (!isHeld(rest)) continue;
    yield* endedSpent(rest);
    return yield* spentStays(kit, rest);
  }
  yield* tooEarly('permission was taken back');
}

/** The checks. */
export const STOPPING_CHECKS: readonly Check[] = checks(
  {
    group: 'motion',
    section: 'the-pens-guard',
    moves: true,
    hand: true,
    from: 'joined',
    cartridge: 'patient',
  },
  [
    {
      name: 'stops-when-let-go',
      promise: 'S-15',
      says: 'Letting go of the trigger ends the train without a latch, needles in.',
      script: released,
    },
    {
      name: 'stops-when-told',
      promise: 'S-33',
      section: 'the-stop-bound',
      says: 'STOP in motion brakes, withdraws and latches within the bound.',
      script: stopInMotion,
    },
    {
      name: 'stops-for-another-host',
      promise: 'S-29',
      section: 'link-sessions',
      says: 'A HELLO of another host stops a pen that moves, and latches.',
      script: helloInMotion,
    },
    {
      name: 'stops-when-taken-back',
      promise: 'S-21',
      says: 'A grant of nothing ends the train without a latch, and the hold is spent for good.',
      script: takenBack,
    },
  ],
);
