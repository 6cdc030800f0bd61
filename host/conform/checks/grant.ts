// Checks of GRANT while nothing moves yet: what has to be refused, and for what reason. The first
// few need no hand; the others need a press of the trigger and must not turn the motor either.

import type { RefusalReason } from '../../../protocol/reason.ts';
import type { Telemetry } from '../../../protocol/from-pen.ts';
import { LEASE_MS_MAX } from '../../../protocol/timing.ts';
import type { Grant } from '../../../protocol/to-pen.ts';
import { penMs, strokes } from '../../../protocol/units.ts';
import { type Armed, arm, creditMost, grantOn, holdAfter } from '../arm.ts';
import { type Check, checks } from '../check.ts';
import { counted } from '../counting.ts';
import type { Kit } from '../kit.ts';
import { expect, leaveUnjudged, pause, type Script } from '../order.ts';
import { isHeld } from '../rest.ts';
import { sayAnswer, sayMessage, sayTelemetry } from '../say.ts';
import { answersTo, answerTo, isKind, nextTelemetry, send, sendAs } from '../talk.ts';

const ANSWER_MS = 200;
const TRIES = 3;

/** Nothing has moved since then, as the pen tells it. */
function* stillSince(kit: Kit, before: Telemetry): Script {
  const told = yield* nextTelemetry(kit);
  const so = told.strokes === before.strokes && told.phase !== 'running';
  yield* expect(so, `no stroke beyond ${before.strokes}`, sayTelemetry(told));
}

/** A grant has to be refused, and nothing may move. */
function* refusedGrant(kit: Kit, asked: Grant, reason: RefusalReason): Script {
  const before = yield* nextTelemetry(kit);
  const seq = yield* send(kit, asked);
  const answer = yield* answerTo(kit, seq, ANSWER_MS);
  const refused = isKind(answer, 'outcome') && answer.outcome === 'refused';
  const so = refused && answer.reason === reason;
  const came = answer === undefined ? 'no refusal' : sayAnswer(answer);
  yield* expect(so, `${sayMessage(asked)} to be refused as ${reason}`, came);
  yield* stillSince(kit, before);
}

/** A hand may press in between; then the trigger is held, and the grant is tried another time. */
function* withoutTrigger(kit: Kit): Script {
  for (let tries = 0; tries < TRIES; tries += 1) {
    yield* arm(kit);
    const told = yield* nextTelemetry(kit);
    const seq = yield* send(kit, grantOn(kit, told, 1, LEASE_MS_MAX));
    const answer = yield* answerTo(kit, seq, ANSWER_MS);
    if (isKind(answer, 'outcome') && answer.reason === 'no-trigger') {
      return yield* stillSince(kit, told);
    }
    const after = yield* nextTelemetry(kit);
    const words = 'a GRANT to be refused as no-trigger';
    yield* expect(isHeld(after), words, `${sayAnswer(answer)}; ${sayTelemetry(after)}`);
    yield* send(kit, { kind: 'disarm', armingId: kit.line.armingId });
    yield* pause(300);
  }
  yield* leaveUnjudged('hand', 'the trigger was pressed each time');
}

function* foreignArming(kit: Kit): Script {
  const { telemetry } = yield* arm(kit);
  const { armingId } = kit.line;
  for (const other of [armingId + 1, 65_535]) {
    const asked = grantOn(kit, telemetry, 1, LEASE_MS_MAX, { armingId: other });
    yield* refusedGrant(kit, asked, 'foreign-arming');
  }
}

function* unarmed(kit: Kit): Script {
  const told = yield* nextTelemetry(kit);
  const asked = grantOn(kit, told, 1, LEASE_MS_MAX, { armingId: 1 });
  yield* refusedGrant(kit, asked, 'not-armed');
}

function* numbers(kit: Kit): Script {
  const { telemetry } = yield* arm(kit);
  const asked = grantOn(kit, telemetry, 1, LEASE_MS_MAX, { armingId: 60_000 });
  const high = kit.line.seq + 50;
  kit.line.seq = high;
  yield* sendAs(kit, asked, high);
  yield* pause(40);
  yield* counted(kit, 'duplicate', 1, function* act() {
    yield* sendAs(kit, asked, high);
    yield* pause(40);
  });
  const low = high - 10;
  yield* sendAs(kit, asked, low);
  yield* pause(40);
  const answer = answersTo(kit, low)[0]?.message;
  const so = isKind(answer, 'outcome') && answer.reason === 'stale-grant';
  yield* expect(so, 'a GRANT with a lower number to be refused as stale-grant', sayAnswer(answer));
}

/** One way in which a grant for a held trigger can go too far. */
interface TooFar {
  readonly reason: RefusalReason;
  readonly change: (kit: Kit, told: Telemetry) => Partial<Grant>;
}

const TOO_FAR: readonly TooFar[] = [
  { reason: 'stale-hold', change: (_kit, told) => ({ holdId: (told.holdId + 1) & 0xffff }) },
  { reason: 'beyond-pass', change: ({ line }) => ({ ceiling: strokes(line.passCeiling + 1) }) },
  {
    reason: 'beyond-credit',
    change: (kit, told) => ({ ceiling: strokes(told.strokes + creditMost(kit) + 1) }),
  },
  { reason: 'nothing-left', change: (_kit, told) => ({ ceiling: told.strokes }) },
  {
    reason: 'lease-too-long',
    // Late on the way, a lease that is too long by little is none any more.
    change: (_kit, told) => ({ notAfterPenMs: penMs(told.penMs + 5 * LEASE_MS_MAX) }),
  },
  { reason: 'lease-over', change: (_kit, told) => ({ notAfterPenMs: penMs(told.penMs - 5) }) },
];

/** A press during which one grant that goes too far is refused. */
const tooFar = (reason: RefusalReason): ((kit: Kit) => Script) =>
  function* refusal(kit: Kit): Script {
    const row = TOO_FAR.find((one) => one.reason === reason);
    const armed: Armed = yield* arm(kit);
    let after = armed.holdBefore;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const told = yield* holdAfter(kit, after);
      const asked = grantOn(kit, told, 1, LEASE_MS_MAX, row?.change(kit, told));
      const seq = yield* send(kit, asked);
      const answer = yield* answerTo(kit, seq, ANSWER_MS);
      const outcome = isKind(answer, 'outcome') ? answer.reason : 'none';
      // The finger left before the grant came: the next press decides.
      if (outcome !== 'no-trigger') {
        const words = `${sayMessage(asked)} to be refused as ${reason}`;
        const came = answer === undefined ? 'no refusal' : sayAnswer(answer);
        yield* expect(outcome === reason, words, came);
        return yield* stillSince(kit, told);
      }
      after = told.holdId;
    }
    yield* leaveUnjudged('hand', 'the trigger was let go of each time');
  };

/** The checks. */
export const GRANT_CHECKS: readonly Check[] = [
  ...checks(
    { group: 'grant', section: 'the-pens-guard', moves: true, hand: false, from: 'joined' },
    [
      {
        name: 'grant-needs-an-arming',
        promise: 'S-12',
        says: 'A GRANT to a pen that is not armed is refused as not-armed.',
        script: unarmed,
      },
      {
        name: 'grant-needs-its-arming',
        promise: 'S-12',
        cartridge: 'patient',
        says: 'A GRANT for another arming is refused as foreign-arming.',
        script: foreignArming,
      },
      {
        name: 'grant-needs-a-trigger',
        promise: 'S-15',
        cartridge: 'patient',
        says: 'A GRANT without the trigger held is refused as no-trigger, and nothing moves.',
        script: withoutTrigger,
      },
      {
        name: 'grant-numbers-rise',
        promise: 'S-19',
        section: 'numbers-and-acknowledgements',
        cartridge: 'patient',
        says: 'A GRANT that comes twice is dropped, one with a lower number is stale-grant.',
        script: numbers,
      },
    ],
  ),
  ...checks(
    { group: 'grant', section: 'the-pens-guard', moves: true, hand: true, from: 'joined' },
    [
      {
        name: 'grant-is-for-one-hold',
        promise: 'S-15',
        cartridge: 'patient',
        says: 'A GRANT for another press is refused as stale-hold.',
        script: tooFar('stale-hold'),
      },
      {
        name: 'grant-keeps-the-pass',
        promise: 'S-05',
        cartridge: 'patient',
        says: 'A ceiling above the pass is refused as beyond-pass.',
        script: tooFar('beyond-pass'),
      },
      {
        name: 'grant-keeps-the-credit',
        promise: 'S-06',
        cartridge: 'patient',
        says: 'A ceiling more than the credit above the counter is refused as beyond-credit.',
        script: tooFar('beyond-credit'),
      },
      {
        name: 'grant-gives-something',
        promise: 'S-12',
        cartridge: 'patient',
        says: 'A ceiling at the counter is refused as nothing-left to a pen at rest.',
        script: tooFar('nothing-left'),
      },
      {
        name: 'grant-keeps-the-lease',
        promise: 'S-12',
        cartridge: 'patient',
        says: 'An end more than 200 ms ahead of the pen\'s clock is refused as lease-too-long.',
        script: tooFar('lease-too-long'),
      },
      {
        name: 'grant-has-not-ended',
        promise: 'S-12',
        cartridge: 'patient',
        says: 'An end that has passed is refused as lease-over.',
        script: tooFar('lease-over'),
      },
    ],
  ),
];
