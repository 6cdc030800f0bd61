// Arming the pen under judgement as gently as it can be armed: the shallowest depth and the slowest
// rate that it says it can do, on an area where every pen may work. And waiting for a hand.

import { areaCode } from '../../protocol/area.ts';
import type { Telemetry } from '../../protocol/from-pen.ts';
import { SIGNAL } from '../../protocol/from-pen.ts';
import type { Arm, Envelope, Grant } from '../../protocol/to-pen.ts';
import { centiHz, ms, penMs, strokes, um } from '../../protocol/units.ts';
import { isRetracted } from '../core/stopped.ts';
import type { Kit } from './kit.ts';
import { expect, leaveUnjudged, type Script } from './order.ts';
import { handMsMax, isHeld, letGo } from './rest.ts';
import { sayTelemetry } from './say.ts';
import { ask, mustDo, nextTelemetry, telemetryThat } from './talk.ts';

/** The area that checks arm: skin of the trunk, midline. */
export const AREA = areaCode('abdomen');

/** What a pass may use in a check, and how long a hold may last unless a check says otherwise. */
const PASS_STROKES = 400;
const HOLD_MS = 4_000;
const CREDIT = 20;

/** The shallowest depth that the pen says it can do. */
export function depthUmLeast(kit: Kit): number {
  const { depthUmMin, depthStepUm } = kit.pages().capabilities;
  return Math.max(1, Math.ceil(depthUmMin / depthStepUm)) * depthStepUm;
}

/** The slowest rate that the pen says it can do. */
export const rateCentiHzLeast = (kit: Kit): number =>
  Math.max(1, kit.pages().capabilities.rateCentiHzMin);

/** The most that this pen takes in one grant. */
export const creditMost = (kit: Kit): number =>
  Math.min(CREDIT, kit.pages().capabilities.creditMax);

/** A row of the envelope that leaves a little room above what is armed. */
export function rowFor(kit: Kit, change: Partial<Envelope> = {}): Envelope {
  return {
    kind: 'envelope',
    area: AREA,
    depthUmMax: um(depthUmLeast(kit) + kit.pages().capabilities.depthStepUm),
    rateCentiHzMax: centiHz(rateCentiHzLeast(kit)),
    passStrokesMax: strokes(PASS_STROKES),
    creditMax: strokes(CREDIT),
    holdMsMax: ms(HOLD_MS),
    ...change,
  };
}

/** An ARM that this pen has to take, with the next number, from the counter as it was told. */
export function armFor(kit: Kit, counter: number, change: Partial<Arm> = {}): Arm {
  return {
    kind: 'arm',
    armingId: kit.line.armingId + 1,
    area: AREA,
    side: 0,
    planHash: '00000000c0f0c0f0',
    depthUm: um(depthUmLeast(kit)),
    rateCentiHz: centiHz(rateCentiHzLeast(kit)),
    passCeiling: strokes(counter + PASS_STROKES),
    needleCount: Math.max(1, kit.pages().cartridge.needleCount),
    stamp: 0,
    ...change,
  };
}

/** What an arming in a check may change. */
export interface Wish {
  readonly row?: Partial<Envelope>;
  readonly arm?: Partial<Arm>;
  /** Strokes of the pass, where a check wants few. */
  readonly passStrokes?: number;
}

/** The pen armed, as telemetry shows it, and the number of the newest hold before it. */
export interface Armed {
  readonly telemetry: Telemetry;
  readonly holdBefore: number;
  readonly arm: Arm;
}

/** Loads a row and arms; both have to be done, and telemetry has to show it. */
export function* arm(kit: Kit, wish: Wish = {}): Script<Armed> {
  yield* letGo(kit);
  yield* mustDo(kit, rowFor(kit, wish.row));
  const before = yield* nextTelemetry(kit);
  const passCeiling = strokes(before.strokes + (wish.passStrokes ?? PASS_STROKES));
  const asked = armFor(kit, before.strokes, { passCeiling, ...wish.arm });
  yield* mustDo(kit, asked);
  kit.line.armingId = asked.armingId;
  kit.line.ceiling = before.strokes;
  kit.line.passCeiling = asked.passCeiling;
  const shown = yield* telemetryThat(kit, ({ phase }) => phase === 'armed', 300);
  const seen = kit.ear.telemetry()?.message;
  const so = shown?.armingId === asked.armingId && isRetracted(shown);
  const words = `telemetry armed, with arming ${asked.armingId} and needles in`;
  yield* expect(so, words, sayTelemetry(shown ?? seen));
  return { telemetry: shown ?? before, holdBefore: before.holdId, arm: asked };
}

const isFresh = (told: Telemetry, after: number): boolean =>
  isHeld(told) && told.holdId !== after && (told.signals & SIGNAL.holdSpent) === 0;

/** Waits for a press of the trigger that is newer than a hold; the arming is kept meanwhile. */
export function* holdAfter(kit: Kit, after: number): Script<Telemetry> {
  yield { kind: 'hand', act: 'hold' };
  const untilMs = kit.ear.nowMs() + handMsMax(kit);
  while (kit.ear.nowMs() < untilMs) {
    const held = yield* telemetryThat(kit, (told) => isFresh(told, after), 400);
    if (held !== undefined) return held;
    yield* ask(kit, { kind: 'read', page: 8 }); // an arming ends without a sign of its host
  }
  const seconds = Math.round(handMsMax(kit) / 1_000);
  yield* leaveUnjudged('hand', `nobody pressed the trigger within ${seconds} s`);
  return yield* nextTelemetry(kit);
}

/** A grant on what telemetry says: so many strokes, for so long. */
export function grantOn(
  kit: Kit,
  told: Telemetry,
  credit: number,
  leaseMs: number,
  change: Partial<Grant> = {},
): Grant {
  const { armingId } = kit.line;
  return {
    kind: 'grant',
    armingId,
    holdId: told.holdId,
    ceiling: strokes(told.strokes + credit),
    notAfterPenMs: penMs(told.penMs + leaseMs),
    ...change,
  };
}
