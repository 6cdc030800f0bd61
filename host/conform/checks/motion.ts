// Checks of a pen that moves: under a grant only, no further than its ceiling, no longer than its
// instant, and still within the published bound of every way to end. All of it as telemetry tells
// it; where the needles really are only a gauge can say.

import { ms } from '../../../protocol/units.ts';
import { arm, creditMost } from '../arm.ts';
import { type Check, checks } from '../check.ts';
import {
  brakeStrokes,
  comesToRest,
  endedSpent,
  IN_MS_MAX,
  isOver,
  spentStays,
  tooEarly,
  withinBoundOfLatch,
  withinCeiling,
} from '../ending.ts';
import type { Kit } from '../kit.ts';
import { expect, fail, type Script } from '../order.ts';
import { isHeld } from '../rest.ts';
import { sayTelemetry } from '../say.ts';
import { read, send } from '../talk.ts';
import { goOn, setOff } from '../train.ts';

const TRIES = 8;

const FEW = 4;

function* ceiling(kit: Kit): Script {
  const few = Math.min(FEW, creditMost(kit));
  const armed = yield* arm(kit);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const from = kit.ear.telemetry()?.message.strokes ?? armed.telemetry.strokes;
    const how = { ceiling: from + few };
    const going = yield* setOff(kit, armed, how);
    yield* goOn(kit, isOver, 1_000, how);
    const rest = yield* comesToRest(kit, going);
    yield* withinCeiling(kit);
    if (isHeld(rest)) {
      yield* endedSpent(rest);
      kit.note(`${rest.strokes - from} of ${few} strokes`);
      return yield* spentStays(kit, rest);
    }
  }
  yield* tooEarly('the ceiling');
}

/** One short lease and no more: the pen has to end by its own clock, and to latch. */
function* lease(kit: Kit): Script {
  const { leaseMsMax, rateCentiHzMin } = kit.pages().capabilities;
  // So short that the credit cannot be used up before it ends.
  const byCredit = Math.floor((creditMost(kit) - 2) / ((rateCentiHzMin / 100_000) * 1.3));
  const leaseMs = Math.min(leaseMsMax, Math.max(60, byCredit));
  const armed = yield* arm(kit);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const going = yield* setOff(kit, armed, { leaseMs });
    const rest = yield* comesToRest(kit, going, leaseMs + IN_MS_MAX + 200);
    yield* withinCeiling(kit);
    if (rest.latch === 'lease-expired') {
      return yield* withinBoundOfLatch(kit, rest, 'the lease');
    }
    yield* expect(!isHeld(rest), 'the latch lease-expired', sayTelemetry(rest));
  }
  yield* tooEarly('the lease ended');
}

const HOLD_MS = 250;

function* holdLimit(kit: Kit): Script {
  const armed = yield* arm(kit, { row: { holdMsMax: ms(HOLD_MS) } });
  for (let tries = 0; tries < TRIES; tries += 1) {
    const going = yield* setOff(kit, armed);
    const end = yield* goOn(kit, isOver, HOLD_MS + 300);
    const words = `the train to end after ${HOLD_MS} ms of hold`;
    if (end === undefined) return yield* fail(words, 'it goes on');
    const rest = yield* comesToRest(kit, going);
    if (isHeld(rest)) {
      yield* endedSpent(rest);
      return yield* spentStays(kit, rest);
    }
  }
  yield* tooEarly('the hold was at its limit');
}

const PASS = 12;

function* passEnd(kit: Kit): Script {
  const armed = yield* arm(kit, { passStrokes: PASS });
  const end = armed.telemetry.strokes + PASS;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const going = yield* setOff(kit, armed);
    yield* goOn(kit, isOver, 1_500);
    const rest = yield* comesToRest(kit, going);
    yield* expect(rest.strokes <= end, `no stroke beyond the pass at ${end}`, sayTelemetry(rest));
    if (rest.strokes >= end - brakeStrokes(kit)) {
      kit.note(`${rest.strokes - armed.telemetry.strokes} of ${PASS} strokes`);
      return;
    }
  }
  yield* tooEarly('the pass was used up');
}

function* ledgerClosed(kit: Kit): Script {
  const before = yield* read(kit, 'ledger');
  const armed = yield* arm(kit);
  const going = yield* setOff(kit, armed);
  const { reserved, closed } = yield* read(kit, 'ledger');
  const so = reserved > going.strokes && closed === 0;
  const came = `mark ${reserved}, closed ${closed}`;
  yield* expect(so, 'a mark above the counter, open, while it moves', came);
  yield* send(kit, { kind: 'disarm', armingId: kit.line.armingId });
  yield* comesToRest(kit, going);
  yield { kind: 'wait', forMs: 600, until: () => false };
  const after = yield* read(kit, 'ledger');
  const exact = after.closed === 1 && after.reserved === after.strokes;
  yield* expect(exact, 'an exact mark, closed, after the stop', JSON.stringify(after));
  const made = after.counted - before.counted;
  const debited = after.strokes - before.strokes;
  // Motor time is debited before the encoder shows a stroke, so more may be debited than made.
  const least = Math.max(1, made);
  yield* expect(debited >= least, `a debit of at least ${least}`, `${debited}`);
  kit.note(`mark ${reserved - going.strokes} ahead; ${debited} debited for ${made} counted`);
}

/** The checks. */
export const MOTION_CHECKS: readonly Check[] = checks(
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
      name: 'stops-at-its-ceiling',
      promise: 'S-12',
      says: 'A train ends before the ceiling of its grant is passed, without a latch.',
      script: ceiling,
    },
    {
      name: 'stops-at-the-end-of-its-lease',
      promise: 'S-26',
      section: 'the-stop-bound',
      says: 'Without renewal the pen stops at its instant, latches and withdraws.',
      script: lease,
    },
    {
      name: 'stops-at-the-hold-limit',
      promise: 'S-08',
      says: 'A hold longer than its row allows ends, and is not granted again.',
      script: holdLimit,
    },
    {
      name: 'stops-at-the-end-of-a-pass',
      promise: 'S-05',
      says: 'The counter never passes the end of the pass, however often it is granted.',
      script: passEnd,
    },
    {
      name: 'reserves-ahead',
      promise: 'S-25',
      section: 'ledger-and-resets',
      says: 'The mark is stored above the counter before it moves, and closed exactly afterwards.',
      script: ledgerClosed,
    },
  ],
);
