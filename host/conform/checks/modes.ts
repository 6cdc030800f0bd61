// Checks of service and calibration: entered by a hand only, never a way to move beside GRANT,
// EXTEND and RUN, and over when nobody speaks any more.

import { MODE_SILENCE_MS } from '../../../protocol/timing.ts';
import { centiHz, penMs, strokes, um } from '../../../protocol/units.ts';
import type { RefusalReason } from '../../../protocol/reason.ts';
import type { ToPen } from '../../../protocol/to-pen.ts';
import { isRetracted } from '../../core/stopped.ts';
import { armFor, depthUmLeast, grantOn, rateCentiHzLeast, rowFor } from '../arm.ts';
import { type Check, checks } from '../check.ts';
import type { Kit } from '../kit.ts';
import { expect, fail, leaveUnjudged, pause, type Script } from '../order.ts';
import { handMsMax, isHeld } from '../rest.ts';
import { sayAnswer, sayTelemetry } from '../say.ts';
import { ask, greet, isKind, mustRefuse, nextTelemetry, telemetryThat } from '../talk.ts';

type Mode = 'service' | 'calibration';

const ASK_MS = 100;

/** Asks for a mode until a hand is there, and answers with what became of it. */
export function* enter(kit: Kit, mode: Mode): Script<RefusalReason> {
  yield* greet(kit);
  yield { kind: 'hand', act: 'hold' };
  const untilMs = kit.ear.nowMs() + handMsMax(kit);
  while (kit.ear.nowMs() < untilMs) {
    const answer = yield* ask(kit, { kind: 'join', mode });
    if (!isKind(answer, 'outcome')) yield* fail(`an answer to JOIN ${mode}`, sayAnswer(answer));
    else if (answer.reason !== 'needs-trigger') return answer.reason;
    yield* pause(ASK_MS);
  }
  const seconds = Math.round(handMsMax(kit) / 1_000);
  yield* leaveUnjudged('hand', `nobody pressed the trigger within ${seconds} s`);
  return 'needs-trigger';
}

/** EXTEND and RUN as gently as can be, for so long. */
function* benchWork(kit: Kit, kind: 'extend' | 'run', leaseMs: number): Script<ToPen> {
  const told = yield* nextTelemetry(kit);
  const depthUm = um(depthUmLeast(kit));
  const notAfterPenMs = penMs(told.penMs + leaseMs);
  if (kind === 'extend') return { kind, depthUm, notAfterPenMs };
  const rateCentiHz = centiHz(rateCentiHzLeast(kit));
  return { kind, depthUm, rateCentiHz, ceiling: strokes(told.strokes + 5), notAfterPenMs };
}

/** Whatever a host asks for, nothing of it is done, and nothing has moved. */
function* nothingMoves(kit: Kit, from: number): Script {
  yield* pause(150);
  const told = yield* nextTelemetry(kit);
  const so = told.strokes === from && isRetracted(told) && told.armingId === 0;
  yield* expect(so, 'a pen that has not moved', sayTelemetry(told));
}

function* serviceStands(kit: Kit): Script {
  const reason = yield* enter(kit, 'service');
  yield* expect(reason === 'none', 'JOIN service with the trigger held', `refused as ${reason}`);
  const { strokes: from } = yield* nextTelemetry(kit);
  yield* mustRefuse(kit, rowFor(kit), 'wrong-mode');
  yield* mustRefuse(kit, armFor(kit, from), 'wrong-mode');
  yield* mustRefuse(kit, yield* benchWork(kit, 'extend', 150), 'wrong-mode');
  yield* mustRefuse(kit, yield* benchWork(kit, 'run', 150), 'wrong-mode');
  yield* mustRefuse(kit, { kind: 'join', mode: 'treatment' }, 'wrong-mode');
  const told = yield* nextTelemetry(kit);
  yield* ask(kit, grantOn(kit, told, 1, 150, { armingId: 1 }));
  yield* nothingMoves(kit, from);
}

function* silenceEnds(kit: Kit): Script {
  const reason = yield* enter(kit, 'service');
  yield* expect(reason === 'none', 'JOIN service with the trigger held', `refused as ${reason}`);
  const fromMs = kit.ear.nowMs();
  yield* pause(MODE_SILENCE_MS - 500);
  const early = kit.ear.nowMs() - (kit.ear.telemetry()?.atMs ?? 0);
  yield* expect(early < 200, `reports for ${MODE_SILENCE_MS} ms`, `silence for ${early} ms`);
  yield* pause(1_200);
  const lastMs = (kit.ear.telemetry()?.atMs ?? 0) - fromMs;
  const so = kit.ear.nowMs() - fromMs - lastMs > 200;
  yield* expect(so, `an end after ${MODE_SILENCE_MS} ms without a frame`, 'reports that go on');
}

function* patientRefused(kit: Kit): Script {
  const reason = yield* enter(kit, 'calibration');
  const words = 'JOIN calibration to be refused as wrong-cartridge';
  yield* expect(reason === 'wrong-cartridge', words, reason);
}

/** Treatment is no way to the bench either. */
function* notFromTreatment(kit: Kit): Script {
  const { strokes: from } = yield* nextTelemetry(kit);
  yield* mustRefuse(kit, yield* benchWork(kit, 'extend', 150), 'wrong-mode');
  yield* mustRefuse(kit, yield* benchWork(kit, 'run', 150), 'wrong-mode');
  yield* nothingMoves(kit, from);
}

/** Work at the bench needs a press that began in the mode, and ends like any grant. */
function* benchEnds(kit: Kit): Script {
  const reason = yield* enter(kit, 'calibration');
  yield* expect(reason === 'none', 'JOIN calibration to be done', `refused as ${reason}`);
  yield* mustRefuse(kit, armFor(kit, 1), 'wrong-mode');
  const before = yield* nextTelemetry(kit);
  if (isHeld(before)) {
    yield* mustRefuse(kit, yield* benchWork(kit, 'run', 150), 'stale-hold');
  }
  yield* freshPress(kit, before.holdId);
  const work = yield* benchWork(kit, 'run', 180);
  const answer = yield* ask(kit, work);
  if (isKind(answer, 'outcome') && answer.reason === 'no-trigger') {
    yield* leaveUnjudged('hand', 'the trigger was let go of too early');
  }
  const done = isKind(answer, 'outcome') && answer.outcome === 'done';
  yield* expect(done, 'RUN for a fresh press to be done', sayAnswer(answer));
  const ceiling = work.kind === 'run' ? work.ceiling : 0;
  yield* pause(400);
  const rest = yield* nextTelemetry(kit);
  const so = rest.strokes <= ceiling && isRetracted(rest) && rest.phase !== 'calibrating';
  yield* expect(so, `at rest at ${ceiling} strokes or fewer`, sayTelemetry(rest));
  yield* expect(rest.strokes > before.strokes, 'strokes under RUN', sayTelemetry(rest));
}

function* freshPress(kit: Kit, holdId: number): Script {
  yield { kind: 'hand', act: 'hold' };
  const untilMs = kit.ear.nowMs() + handMsMax(kit);
  while (kit.ear.nowMs() < untilMs) {
    const fresh = yield* telemetryThat(kit, (told) => isHeld(told) && told.holdId !== holdId, 400);
    if (fresh !== undefined) return;
    yield* ask(kit, { kind: 'read', page: 8 });
  }
  yield* leaveUnjudged('hand', 'nobody pressed the trigger anew');
}

/** The checks. */
export const MODES_CHECKS: readonly Check[] = checks(
  { group: 'modes', section: 'the-three-modes', moves: true, hand: true, from: 'joined' },
  [
    {
      name: 'treatment-is-no-bench',
      promise: 'S-18',
      hand: false,
      says: 'EXTEND and RUN are refused in treatment.',
      script: notFromTreatment,
    },
    {
      name: 'service-never-moves',
      promise: 'S-16',
      says: 'In service every message that could move is refused, and nothing moves.',
      script: serviceStands,
    },
    {
      name: 'service-ends-in-silence',
      promise: 'S-16',
      moves: false,
      says: 'Service ends ten seconds after the last frame.',
      script: silenceEnds,
    },
    {
      name: 'calibration-refuses-patients',
      promise: 'S-17',
      moves: false,
      cartridge: 'patient',
      says: 'Calibration is not entered with a patient cartridge.',
      script: patientRefused,
    },
    {
      name: 'calibration-runs-and-ends',
      promise: 'S-17',
      cartridge: 'metrology',
      says: 'RUN needs a press of its own and ends at its ceiling or instant, needles in.',
      script: benchEnds,
    },
  ],
);
