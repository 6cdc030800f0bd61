// Checks of JOIN and of what a joined pen tells: how often, and whether it can be so.

import { SENSOR, SIGNAL, type Telemetry } from '../../../protocol/from-pen.ts';
import { TELEMETRY_MS, VITALS_MS } from '../../../protocol/timing.ts';
import { type Check, checks } from '../check.ts';
import type { Kit } from '../kit.ts';
import { expect, leaveUnjudged, pause, type Script } from '../order.ts';
import { isHeld } from '../rest.ts';
import { sayAnswer, sayTelemetry } from '../say.ts';
import { ask, greet, isKind, join, mustDo, mustRefuse, nextTelemetry, read } from '../talk.ts';
import { telemetryHeard } from '../train.ts';

const WATCH_MS = 2_000;
const LATE_MS = 3 * TELEMETRY_MS;

function* period(kit: Kit): Script {
  yield* pause(100);
  kit.ear.beginAnew();
  yield* pause(WATCH_MS);
  const told = telemetryHeard(kit).map(({ message }) => message.penMs);
  const spanMs = (told.at(-1) ?? 0) - (told[0] ?? 0);
  const meanMs = spanMs / Math.max(1, told.length - 1);
  const so = Math.abs(meanMs - TELEMETRY_MS) <= TELEMETRY_MS * 0.05;
  const words = `telemetry every ${TELEMETRY_MS} ms of the pen's clock`;
  yield* expect(so, words, `every ${meanMs.toFixed(2)} ms (${told.length} in ${WATCH_MS} ms)`);
  const late = told.findIndex((penMs, index) => penMs - (told[index - 1] ?? penMs) > LATE_MS);
  yield* expect(late < 0, `no gap above ${LATE_MS} ms`, 'one');
  const vitals = kit.ear.frames().filter(({ message }) => message.kind === 'vitals').length;
  const expected = WATCH_MS / VITALS_MS;
  yield* expect(Math.abs(vitals - expected) <= 2, `about ${expected} vitals`, `${vitals}`);
  kit.note(`every ${meanMs.toFixed(2)} ms`);
}

/** Every way in which telemetry at rest can contradict the pages or itself. */
function doubtsOf(kit: Kit, told: Telemetry): readonly string[] {
  const { sensors } = kit.pages().capabilities;
  const has = (bit: number): boolean => (sensors & bit) !== 0;
  const says = (bit: number): boolean => (told.signals & bit) !== 0;
  const doubts: readonly (readonly [string, boolean])[] = [
    ['a force without a sensor', (told.forceMn !== undefined) !== has(SENSOR.force)],
    ['a tilt without a sensor', (told.tiltDeg !== undefined) !== has(SENSOR.tilt)],
    ['a glide without a sensor', (told.glideMmS !== undefined) !== has(SENSOR.motion)],
    ['contact without a sensor', says(SIGNAL.contactSensed) !== has(SENSOR.contact)],
    ['motion without a sensor', says(SIGNAL.motionSensed) !== has(SENSOR.motion)],
    ['a cartridge that the page denies', says(SIGNAL.cartridge) !==
      (kit.pages().cartridge.present === 1)],
    ['a depth at rest', told.depthUm !== undefined],
    ['a rate at rest', told.rateCentiHz !== 0],
    ['an arming at rest', told.armingId !== 0],
    ['a latch in the phase idle', (told.latch === 'none') !== (told.phase === 'idle')],
    ['needles out at rest', !says(SIGNAL.retracted)],
  ];
  return doubts.filter(([, doubtful]) => doubtful).map(([words]) => words);
}

function* plausible(kit: Kit): Script {
  yield* pause(300);
  const { strokes } = yield* read(kit, 'ledger');
  const told = yield* nextTelemetry(kit);
  const doubts = doubtsOf(kit, told);
  yield* expect(doubts.length === 0, 'telemetry that agrees with the pages', doubts.join(', '));
  yield* expect(told.strokes === strokes, `the ledger's ${strokes} strokes`, `${told.strokes}`);
  const vitals = kit.ear.vitals()?.message;
  const so = vitals !== undefined && vitals.reserved >= told.strokes;
  yield* expect(so, 'vitals with a mark that is not below the counter', JSON.stringify(vitals));
}

function* oneWay(kit: Kit): Script {
  yield* mustDo(kit, { kind: 'join', mode: 'treatment' });
  yield* mustRefuse(kit, { kind: 'join', mode: 'service' }, 'wrong-mode');
  yield* mustRefuse(kit, { kind: 'join', mode: 'calibration' }, 'wrong-mode');
}

const TRIES = 40;

/** Nobody can be seen to hold the trigger before JOIN, so what a held one opened is tried again. */
function* withoutHand(kit: Kit, mode: 'calibration' | 'service'): Script {
  for (let tries = 0; tries < TRIES; tries += 1) {
    yield* greet(kit);
    const answer = yield* ask(kit, { kind: 'join', mode });
    if (isKind(answer, 'outcome') && answer.reason === 'needs-trigger') return;
    const entered = isKind(answer, 'outcome') && answer.outcome === 'done';
    const refusedLater = isKind(answer, 'outcome') && answer.reason.endsWith('cartridge');
    const words = `JOIN ${mode} to be refused as needs-trigger`;
    yield* expect(entered || refusedLater, words, sayAnswer(answer));
    if (entered) {
      const told = yield* nextTelemetry(kit);
      yield* expect(isHeld(told), words, `${sayTelemetry(told)}, with the trigger not held`);
    }
    yield* pause(150);
  }
  yield* leaveUnjudged('hand', 'the trigger was held all the time');
}

/** The checks. */
export const REPORT_CHECKS: readonly Check[] = checks(
  { group: 'report', section: 'messages-from-pen-to-host', moves: false, hand: false,
    from: 'joined' },
  [
    {
      name: 'reports-on-the-beat',
      promise: 'S-34',
      section: 'times',
      says: 'Telemetry comes every 10 ms of the pen\'s clock, vitals every 200.',
      script: period,
    },
    {
      name: 'reports-are-plausible',
      promise: 'S-34',
      says: 'Telemetry at rest agrees with the pages, the ledger and itself.',
      script: plausible,
    },
    {
      name: 'reports-end-with-the-session',
      promise: 'S-29',
      section: 'link-sessions',
      says: 'A new HELLO ends the reports of the session before.',
      script: function* ends(kit) {
        yield* join(kit);
        yield* greet(kit);
        yield* pause(50);
        kit.ear.beginAnew();
        yield* pause(200);
        const came = kit.ear.frames().length;
        yield* expect(came === 0, 'silence after a new HELLO', `${came} frames in 200 ms`);
      },
    },
    {
      name: 'joins-one-mode',
      promise: 'S-18',
      section: 'the-three-modes',
      says: 'JOIN again is done again, and no other mode is entered from treatment.',
      script: oneWay,
    },
    {
      name: 'calibration-needs-a-hand',
      promise: 'S-17',
      section: 'the-three-modes',
      says: 'Calibration is not entered without the trigger held.',
      script: (kit) => withoutHand(kit, 'calibration'),
    },
    {
      name: 'service-needs-a-hand',
      promise: 'S-16',
      section: 'the-three-modes',
      says: 'Service is not entered without the trigger held.',
      script: (kit) => withoutHand(kit, 'service'),
    },
  ],
);
