// Checks of STOP and of latches: heard always, kept until they are cleared by name and number.

import type { LatchReason } from '../../../protocol/reason.ts';
import { type Check, checks } from '../check.ts';
import type { Kit } from '../kit.ts';
import { expect, pause, type Script } from '../order.ts';
import { letGo } from '../rest.ts';
import { sayTelemetry } from '../say.ts';
import {
  ask,
  greet,
  join,
  mustDo,
  mustRefuse,
  read,
  sendStop,
  telemetryThat,
} from '../talk.ts';
import { rowFor } from '../arm.ts';

const STOP_MS_MAX = 300;

/** The latch has to be this one; its number comes back. */
export function* latchedAs(kit: Kit, reason: LatchReason): Script<number> {
  const latch = yield* read(kit, 'latch');
  yield* expect(latch.reason === reason, `the latch ${reason}`, `the latch ${latch.reason}`);
  return latch.latchId;
}

function* outside(kit: Kit): Script {
  yield* join(kit);
  yield* sendStop(kit, 0);
  const told = yield* telemetryThat(kit, ({ latch }) => latch === 'host-stop', STOP_MS_MAX);
  const seen = sayTelemetry(kit.ear.telemetry()?.message);
  yield* expect(told !== undefined, `host-stop latched within ${STOP_MS_MAX} ms`, seen);
}

function* unjoined(kit: Kit): Script {
  yield* greet(kit);
  yield* sendStop(kit, kit.draw());
  yield* pause(50);
  yield* latchedAs(kit, 'host-stop');
}

function* firstReason(kit: Kit): Script {
  yield* sendStop(kit);
  yield* pause(50);
  const first = yield* latchedAs(kit, 'host-stop');
  for (let index = 0; index < 5; index += 1) yield* sendStop(kit);
  yield* pause(50);
  const again = yield* latchedAs(kit, 'host-stop');
  yield* expect(first === again, `the latch number ${first} to stay`, `${again}`);
}

function* keptOver(kit: Kit): Script {
  yield* sendStop(kit);
  yield* pause(50);
  const id = yield* latchedAs(kit, 'host-stop');
  yield* join(kit);
  const told = yield* telemetryThat(kit, () => true, STOP_MS_MAX);
  const so = told?.phase === 'latched' && told.latch === 'host-stop';
  yield* expect(so, 'a latch that outlives its session', sayTelemetry(told));
  const again = yield* latchedAs(kit, 'host-stop');
  yield* expect(again === id, `the latch number ${id} to stay`, `${again}`);
}

function* byName(kit: Kit): Script {
  yield* sendStop(kit);
  yield* pause(50);
  const latchId = yield* latchedAs(kit, 'host-stop');
  yield* letGo(kit);
  const other = latchId === 1 ? 2 : latchId - 1;
  yield* mustRefuse(kit, { kind: 'clear', reason: 'lease-expired', latchId }, 'wrong-latch');
  yield* mustRefuse(kit, { kind: 'clear', reason: 'host-stop', latchId: other }, 'wrong-latch');
  yield* mustRefuse(kit, { kind: 'clear', reason: 'none', latchId }, 'wrong-latch');
  yield* mustDo(kit, { kind: 'clear', reason: 'host-stop', latchId });
  const free = yield* telemetryThat(kit, ({ phase }) => phase === 'idle', STOP_MS_MAX);
  const seen = sayTelemetry(kit.ear.telemetry()?.message);
  yield* expect(free?.latch === 'none', 'a pen that is idle after CLEAR', seen);
  yield* mustRefuse(kit, { kind: 'clear', reason: 'host-stop', latchId }, 'wrong-latch');
  yield* sendStop(kit);
  yield* pause(50);
  const next = yield* latchedAs(kit, 'host-stop');
  yield* expect(next !== latchId, 'another number for another latch', `${next} again`);
}

function* unjoinedClear(kit: Kit): Script {
  yield* sendStop(kit);
  yield* pause(50);
  yield* greet(kit);
  const latchId = yield* latchedAs(kit, 'host-stop');
  yield* mustRefuse(kit, { kind: 'clear', reason: 'host-stop', latchId }, 'not-joined');
}

function* stillPrepares(kit: Kit): Script {
  yield* sendStop(kit);
  yield* pause(50);
  yield* mustDo(kit, rowFor(kit));
  const answer = yield* ask(kit, { kind: 'read', page: 5 });
  yield* expect(answer?.kind === 'ledger', 'pages from a latched pen', 'none');
  yield* mustRefuse(kit, { kind: 'disarm', armingId: 1 }, 'latched');
}

/** The checks. */
export const STOP_CHECKS: readonly Check[] = checks(
  { group: 'stop', section: 'latches', moves: false, hand: false, from: 'joined' },
  [
    {
      name: 'stop-outside-any-session',
      promise: 'S-33',
      section: 'delivery-classes',
      says: 'A STOP without a session number latches host-stop.',
      script: outside,
    },
    {
      name: 'stop-in-a-foreign-session',
      promise: 'S-33',
      section: 'delivery-classes',
      says: 'A STOP in a session that nobody has latches host-stop, before JOIN too.',
      script: unjoined,
    },
    {
      name: 'stop-keeps-the-first-reason',
      promise: 'S-21',
      says: 'A second STOP does not replace the latch of the first.',
      script: firstReason,
    },
    {
      name: 'latch-outlives-a-session',
      promise: 'S-21',
      says: 'A latch stays through a new HELLO and JOIN.',
      script: keptOver,
    },
    {
      name: 'clear-only-by-name',
      promise: 'S-21',
      says: 'Only CLEAR with the right reason and number frees the pen, once.',
      script: byName,
    },
    {
      name: 'clear-needs-join',
      promise: 'S-21',
      section: 'the-pens-guard',
      says: 'CLEAR before JOIN is refused as not-joined.',
      script: unjoinedClear,
    },
    {
      name: 'latched-pen-answers',
      promise: 'S-21',
      section: 'the-pens-guard',
      says: 'A latched pen reads pages and takes envelope rows, and disarms nothing.',
      script: stillPrepares,
    },
  ],
);
