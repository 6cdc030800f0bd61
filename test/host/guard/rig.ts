/**
 * A guard at its post: frames go out past it as bytes, the pen's messages come in past it, and what
 * it says of each frame is given back. It begins with a whole handshake behind it.
 */
import { createGuard, type GuardRefusal } from '../../../host/guard/index.ts';
import type { Line } from '../../../host/guard/reserved.ts';
import type { PenDescription } from '../../../host/core/pen-description.ts';
import type { PlannedArea } from '../../../host/core/plan.ts';
import type { Pages } from '../../../host/link/session-state.ts';
import type { Wish } from '../../../host/treat/prepare.ts';
import { areaCode, sideCode } from '../../../protocol/area.ts';
import { sessionOf } from '../../../protocol/binding.ts';
import { SCHEMA_HASH } from '../../../protocol/catalogue.ts';
import { createEncoder } from '../../../protocol/frame.ts';
import { type FromPen, SIGNAL, type Telemetry } from '../../../protocol/from-pen.ts';
import type { Arm, Envelope, Grant, ToPen } from '../../../protocol/to-pen.ts';
import { centiHz, mm2, ms, penMs, strokes, um } from '../../../protocol/units.ts';
import { PEN_P, PERSON, planned, planOf } from '../../support/limit-world.ts';
import { AT_REST, HELD, PRESSED, TELEMETRY } from '../core/control/scene.ts';
import { pagesOf, PLAN_HASH, wishOf } from './cases.ts';

const HOST_NONCE = 11;
const PEN_NONCE = 22;
export const RIG_SESSION = sessionOf(HOST_NONCE, PEN_NONCE);

/** The forehead of a person in whom nothing stands against anything: cap 500, 450 for the pen. */
export const FOREHEAD = planned({ sizeMm2: mm2(1_000), reason: 'Wanted.' });

/** What a rig is made of, where it differs. */
export interface RigParts {
  readonly wish?: Wish;
  readonly pen?: PenDescription;
  readonly pages?: Partial<Pages>;
  readonly lines?: readonly Line[] | undefined;
  readonly mode?: 'treatment' | 'calibration' | 'service';
}

/** Numbers of a frame that are not as they should be. */
interface How {
  readonly seq?: number;
  readonly session?: number;
}

/** A guard and the two directions that pass it. */
export interface Rig {
  /** What the guard says of a frame; the frame is numbered as the next one unless told. */
  readonly send: (message: ToPen, how?: How) => GuardRefusal | undefined;
  readonly hear: (message: FromPen, session?: number) => void;
  readonly tell: (change: Partial<Telemetry>) => void;
  /** Answers the newest request. */
  readonly answer: (outcome: 'done' | 'refused') => void;
  telemetry: Telemetry;
  seq: number;
}

export const wishFor = (...areas: readonly PlannedArea[]): Wish =>
  wishOf(planOf(...(areas.length === 0 ? [FOREHEAD] : areas)), PERSON);

/** A rig in which the pen has joined and said everything. */
export function createRig(parts: RigParts = {}): Rig {
  const guard = createGuard(parts.wish ?? wishFor());
  const encode = createEncoder();
  let heard = 0;
  const rig: Rig = {
    telemetry: TELEMETRY,
    seq: 0,
    send: (message, { seq = (rig.seq += 1), session = RIG_SESSION } = {}) => {
      const isOutside = message.kind === 'hello' || message.kind === 'stop';
      return guard.stops(encode(message, { session: isOutside ? 0 : session, seq, ack: 0 }, 7));
    },
    hear: (message, session = RIG_SESSION) => {
      heard += 1;
      const from = message.kind === 'welcome' ? 0 : session;
      guard.hears(message, { session: from, seq: heard, ack: 0 });
    },
    tell: (change) => {
      rig.telemetry = { ...rig.telemetry, penMs: penMs(rig.telemetry.penMs + 10), ...change };
      rig.hear(rig.telemetry);
    },
    answer: (outcome) =>
      rig.hear({
        kind: 'outcome', request: rig.seq, outcome, reason: 'none', asked: 0, allowed: 0,
      }),
  };
  rig.send({ kind: 'hello', hostNonce: HOST_NONCE, schemaHash: SCHEMA_HASH });
  rig.hear({
    kind: 'welcome', hostNonce: HOST_NONCE, penNonce: PEN_NONCE, bootId: 77,
    schemaHash: SCHEMA_HASH, penMs: penMs(0),
  });
  const pages = { ...pagesOf(parts.pen ?? PEN_P), ...parts.pages };
  for (const page of Object.values(pages)) rig.hear(page);
  rig.send({ kind: 'join', mode: parts.mode ?? 'treatment' });
  rig.answer('done');
  rig.tell({ signals: AT_REST });
  if (!('lines' in parts) || parts.lines !== undefined) guard.reads(parts.lines ?? []);
  return rig;
}

/** An envelope row for the forehead at all of its caps. */
export const row = (change: Partial<Envelope> = {}): Envelope => ({
  kind: 'envelope', area: areaCode('forehead'), depthUmMax: um(450), rateCentiHzMax: centiHz(8_000),
  passStrokesMax: strokes(428), creditMax: strokes(20), holdMsMax: ms(6_000), ...change,
});

/** An arming of the forehead at all of its caps. */
export const arm = (change: Partial<Arm> = {}): Arm => ({
  kind: 'arm', armingId: 5, area: areaCode('forehead'), side: sideCode('midline'),
  planHash: PLAN_HASH.slice(0, 16), depthUm: um(450), rateCentiHz: centiHz(8_000),
  passCeiling: strokes(TELEMETRY.strokes + 428), needleCount: 14, stamp: 0, ...change,
});

/** A rig whose pen is armed, as asked for. */
export function armedRig(parts: RigParts = {}, asked: Partial<Arm> = {}): Rig {
  const rig = createRig(parts);
  const refused = rig.send(arm(asked));
  if (refused !== undefined) throw new Error(`refused: ${JSON.stringify(refused)}`);
  rig.answer('done');
  rig.tell({ phase: 'armed', armingId: 5 });
  return rig;
}

/** A finger comes down. */
export const press = (rig: Rig): void =>
  rig.tell({ phase: 'armed', signals: HELD, holdId: rig.telemetry.holdId + 1 });

/** The pen runs on the skin for a while, gliding or not, with so many strokes. */
export function runOn(rig: Rig, forMs: number, made: number, glideMmS = 30): void {
  for (let passed = 0; passed < forMs; passed += 10) {
    const count = rig.telemetry.strokes + (passed === 0 ? made : 0);
    rig.tell({ phase: 'running', signals: PRESSED, glideMmS, strokes: strokes(count) });
  }
}

/** A finger leaves. */
export const letGo = (rig: Rig): void =>
  rig.tell({ phase: 'armed', signals: AT_REST & ~SIGNAL.trigger });

/** All that a grant may give now. */
export const grant = (rig: Rig, change: Partial<Grant> = {}): Grant => ({
  kind: 'grant', armingId: 5, holdId: rig.telemetry.holdId,
  ceiling: strokes(rig.telemetry.strokes + 20),
  notAfterPenMs: penMs(rig.telemetry.penMs + 200), ...change,
});
