// Checks of a pen that stands armed: what shows it, what lowers it, and everything that ends it.

import { ARMED_SILENCE_MS } from '../../../protocol/timing.ts';
import { centiHz, strokes, um } from '../../../protocol/units.ts';
import { arm, armFor, depthUmLeast, rowFor } from '../arm.ts';
import { type Check, checks } from '../check.ts';
import type { Kit } from '../kit.ts';
import { expect, pause, type Script } from '../order.ts';
import { disarm, isAtRest, letGo } from '../rest.ts';
import { sayTelemetry } from '../say.ts';
import {
  greet,
  hello,
  join,
  mustDo,
  mustRefuse,
  nextTelemetry,
  read,
  sendStop,
  telemetryThat,
} from '../talk.ts';
import { latchedAs } from './stop.ts';

const SHOWN_MS = 300;
const DEPTH_UM_ON_WIRE = 3_000;

function* numbersRise(kit: Kit): Script {
  yield* arm(kit, { arm: { armingId: 500 } });
  yield* disarm(kit);
  yield* telemetryThat(kit, isAtRest, SHOWN_MS);
  yield* letGo(kit);
  const { strokes: counter } = yield* nextTelemetry(kit);
  for (const armingId of [500, 499]) {
    yield* mustRefuse(kit, armFor(kit, counter, { armingId }), 'used-arming');
  }
}

function* armsAndDisarms(kit: Kit): Script {
  const { telemetry } = yield* arm(kit);
  const { armingId } = kit.line;
  const page = yield* read(kit, 'ledger');
  yield* expect(page.lastArmingId === armingId, `last arming ${armingId}`, `${page.lastArmingId}`);
  yield* mustRefuse(kit, armFor(kit, telemetry.strokes), 'not-idle');
  yield* mustRefuse(kit, rowFor(kit), 'not-idle');
  yield* mustRefuse(kit, { kind: 'join', mode: 'treatment' }, 'not-idle');
  const other = armingId + 1;
  yield* mustRefuse(kit, { kind: 'disarm', armingId: other }, 'foreign-arming');
  yield* disarm(kit);
  const told = yield* telemetryThat(kit, isAtRest, SHOWN_MS);
  const seen = sayTelemetry(kit.ear.telemetry()?.message);
  yield* expect(told?.phase === 'idle', 'a pen that is idle after DISARM', seen);
  yield* mustRefuse(kit, { kind: 'disarm', armingId }, 'not-armed');
}

function* neverLoosens(kit: Kit): Script {
  const { depthStepUm } = kit.pages().capabilities;
  const wide = depthUmLeast(kit) + depthStepUm;
  const { arm: asked } = yield* arm(kit, { arm: { depthUm: um(wide) } });
  const { armingId, depthUm, rateCentiHz, passCeiling } = asked;
  const same = { kind: 'tighten', armingId, depthUm, rateCentiHz, passCeiling } as const;
  const looser = [
    { ...same, depthUm: um(Math.min(DEPTH_UM_ON_WIRE, depthUm + depthStepUm)) },
    { ...same, rateCentiHz: centiHz(rateCentiHz + 1) },
    { ...same, passCeiling: strokes(passCeiling + 1) },
  ];
  for (const ask of looser) yield* mustRefuse(kit, ask, 'loosens');
  const foreign = { ...same, armingId: armingId + 1 };
  yield* mustRefuse(kit, foreign, 'foreign-arming');
  const lower = strokes(passCeiling - 10);
  yield* mustDo(kit, { ...same, depthUm: um(wide - depthStepUm), passCeiling: lower });
  yield* mustRefuse(kit, { ...same, passCeiling: lower }, 'loosens');
  yield* mustRefuse(kit, { ...same, depthUm: um(wide - depthStepUm) }, 'loosens');
}

function* foreignHello(kit: Kit): Script {
  yield* arm(kit);
  yield* hello(kit, kit.draw());
  yield* greet(kit);
  yield* latchedAs(kit, 'foreign-hello');
  yield* join(kit);
  const told = yield* nextTelemetry(kit);
  yield* expect(isAtRest(told), 'a pen that is not armed any more', sayTelemetry(told));
}

function* stoppedArming(kit: Kit): Script {
  const { telemetry } = yield* arm(kit);
  const { armingId } = kit.line;
  yield* sendStop(kit);
  const stopped = yield* telemetryThat(kit, ({ phase }) => phase === 'latched', SHOWN_MS);
  const seen = sayTelemetry(kit.ear.telemetry()?.message);
  yield* expect(stopped?.armingId === 0, 'an arming that STOP has ended', seen);
  yield* mustRefuse(kit, { kind: 'disarm', armingId }, 'latched');
  yield* mustRefuse(kit, armFor(kit, telemetry.strokes), 'latched');
  const latchId = yield* latchedAs(kit, 'host-stop');
  yield* letGo(kit);
  yield* mustDo(kit, { kind: 'clear', reason: 'host-stop', latchId });
  yield* pause(100);
  const after = yield* nextTelemetry(kit);
  const idle = after.phase === 'idle' && after.armingId === 0;
  yield* expect(idle, 'nothing armed after CLEAR', sayTelemetry(after));
}

const SILENCE_SLACK_MS = 200;

function* silenceDisarms(kit: Kit): Script {
  yield* arm(kit);
  const from = (yield* read(kit, 'clock')).penMs;
  const untilMs = ARMED_SILENCE_MS + SILENCE_SLACK_MS;
  const told = yield* telemetryThat(kit, ({ phase }) => phase !== 'armed', untilMs + 100);
  const seen = sayTelemetry(kit.ear.telemetry()?.message);
  const words = `an arming that ends after ${ARMED_SILENCE_MS} ms without a frame`;
  yield* expect(told?.phase === 'idle' && told.latch === 'none', words, seen);
  const afterMs = (told?.penMs ?? 0) - from;
  const so = afterMs >= ARMED_SILENCE_MS - SILENCE_SLACK_MS && afterMs <= untilMs;
  yield* expect(so, words, `it ended after ${afterMs} ms`);
  kit.note(`after ${afterMs} ms`);
}

/** The checks. */
export const ARMED_CHECKS: readonly Check[] = checks(
  {
    group: 'arming',
    section: 'the-pens-guard',
    moves: true,
    hand: false,
    from: 'joined',
    cartridge: 'patient',
  },
  [
    {
      name: 'arms-and-disarms',
      promise: 'S-11',
      says: 'The gentlest ARM is done, shown and ended; while it stands nothing else is entered.',
      script: armsAndDisarms,
    },
    {
      name: 'arming-numbers-rise',
      promise: 'S-19',
      says: 'An arming number is never used twice in a session, nor a lower one.',
      script: numbersRise,
    },
    {
      name: 'tighten-never-loosens',
      promise: 'S-20',
      says: 'TIGHTEN lowers and never raises depth, rate or pass.',
      script: neverLoosens,
    },
    {
      name: 'foreign-hello-latches',
      promise: 'S-29',
      section: 'link-sessions',
      says: 'A HELLO of another host ends an arming and latches foreign-hello.',
      script: foreignHello,
    },
    {
      name: 'stop-ends-an-arming',
      promise: 'S-33',
      section: 'states',
      says: 'STOP ends the arming for good; CLEAR arms nothing.',
      script: stoppedArming,
    },
    {
      name: 'silence-disarms',
      promise: 'S-26',
      section: 'times',
      says: 'An armed pen at rest disarms two seconds after the last frame.',
      script: silenceDisarms,
    },
  ],
);
