/**
 * A conversation without noise, taken down move by move: the host's own session and the simulated
 * pen greet, read pages, arm, run under ten grants, disarm, stop and clear. Noise is later laid
 * between the same moves; whatever then differs is what the noise has done.
 */
import { CLOSED_SESSION, type Session } from '../../host/link/session-state.ts';
import type { SessionEffect, SessionEvent, SessionReport } from '../../host/link/session-state.ts';
import { sessionStep } from '../../host/link/session.ts';
import { createDeframer } from '../../protocol/deframe.ts';
import { encodeFrame } from '../../protocol/frame.ts';
import type { Telemetry } from '../../protocol/from-pen.ts';
import type { Request } from '../../protocol/to-pen.ts';
import { penMs, strokes } from '../../protocol/units.ts';
import { step } from '../../sim/firmware/index.ts';
import type { Pen } from '../../sim/pen.ts';
import { HANDS_OFF, type Hand } from '../../sim/plant/index.ts';
import { rig } from '../sim/pen/rig.ts';
import { armOf, PRESSING, rowOf } from '../sim/pen/talker.ts';

/** What happened at the host's end, in order. */
export type HostMove =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'tell'; readonly event: SessionEvent; readonly elapsedMs: number };

/** What happened at the pen's end, in order. */
export type PenMove =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'pass'; readonly ms: number; readonly hand: Hand };

/** A conversation that was taken down. */
export interface Rehearsal {
  readonly host: readonly HostMove[];
  readonly pen: readonly PenMove[];
  readonly session: number;
  readonly bootId: number;
  /** Makes the pen of this conversation anew; a test gives its firmware a rule too few. */
  readonly makePen: (firmware?: typeof step) => Pen;
  /** The highest ceiling that any grant of the conversation named. */
  readonly ceiling: number;
}

const STEP_MS = 5;
const PASS_STROKES = 300;
const RENEW_STEPS = 10;

/** What the one who plays the host's control does, so many steps after the link was made. */
type Script = ReadonlyMap<number, readonly SessionEvent[]>;

const ask = (ticket: number, message: Request): SessionEvent => ({ kind: 'ask', ticket, message });

const PRESS_AT = 8;
const RELEASE_AT = 110;
const END_AT = 190;

const SCRIPT = (pen: Pen): Script =>
  new Map([
    [2, [ask(1, rowOf())]],
    [4, [ask(2, armOf({ passCeiling: strokes(pen.firmware().ledger.strokes + PASS_STROKES) }))]],
    [130, [ask(3, { kind: 'disarm', armingId: 1 })]],
    [140, [{ kind: 'stop' }]],
    [170, [ask(4, { kind: 'clear', reason: 'host-stop', latchId: 1 })]],
  ]);

/** Runs one conversation and takes it down; the host's nonce makes it another link session. */
export function rehearse(seed: number, hostNonce: number): Rehearsal {
  const makePen = (firmware: typeof step = step): Pen => rig({ seed, step: firmware });
  const pen = makePen();
  const script = SCRIPT(pen);
  const hostMoves: HostMove[] = [];
  const penMoves: PenMove[] = [];
  let session: Session = CLOSED_SESSION;
  let telemetry: Telemetry | undefined;
  let linkedSteps: number | undefined;
  let ceiling = 0;

  const hear = (reports: readonly SessionReport[]): void => {
    for (const report of reports) {
      if (report.kind === 'linked') linkedSteps = 0;
      if (report.kind === 'heard') ({ telemetry } = report);
    }
  };
  const tell = (event: SessionEvent, elapsedMs: number): void => {
    hostMoves.push({ kind: 'tell', event, elapsedMs });
    perform(event, elapsedMs);
  };
  const perform = (event: SessionEvent, elapsedMs: number): void => {
    const next = sessionStep(session, event, elapsedMs);
    ({ session } = next);
    hear(next.reports);
    for (const effect of next.effects) if (effect.kind === 'send') send(effect);
  };
  const send = ({ message, header, binding }: Extract<SessionEffect, { kind: 'send' }>): void => {
    const bytes = encodeFrame(message, header, binding);
    penMoves.push({ kind: 'bytes', bytes });
    pen.receive(bytes);
  };
  const deframer = createDeframer({
    heard: (message, header) => perform({ kind: 'frame', message, header: { ...header } }, 0),
    dropped: (why) => {
      throw new Error(`a rehearsal is without noise: ${why}`);
    },
  });
  /** Until neither end has anything more to say: an answer leads to the next question. */
  const listen = (): void => {
    for (let said = pen.takeBytes(); said.length > 0; said = pen.takeBytes()) {
      for (const bytes of said) {
        hostMoves.push({ kind: 'bytes', bytes });
        deframer.push(bytes);
      }
    }
  };
  const grant = (): void => {
    if (telemetry === undefined) return;
    ceiling = Math.max(ceiling, telemetry.strokes + 18);
    tell({
      kind: 'grant',
      grant: {
        kind: 'grant', armingId: 1, holdId: telemetry.holdId,
        ceiling: strokes(telemetry.strokes + 18), notAfterPenMs: penMs(telemetry.penMs + 190),
      },
    }, 0);
  };

  tell({ kind: 'greet', hostNonce }, 0);
  listen();
  while (linkedSteps === undefined || linkedSteps < END_AT) {
    const at: number = linkedSteps ?? -1;
    const hand = at >= PRESS_AT && at < RELEASE_AT ? PRESSING : HANDS_OFF;
    penMoves.push({ kind: 'pass', ms: STEP_MS, hand });
    pen.advance(STEP_MS, hand);
    listen();
    for (const event of script.get(at) ?? []) tell(event, 0);
    const granting = at > PRESS_AT && at < RELEASE_AT - 4;
    if (granting && (at - PRESS_AT) % RENEW_STEPS === 1) grant();
    tell({ kind: 'tick' }, STEP_MS);
    listen();
    if (linkedSteps !== undefined) linkedSteps += 1;
  }
  if (session.link.kind !== 'open') throw new Error('a rehearsal ends with its link open');
  const { bootId, session: number } = session.link.talk;
  return { host: hostMoves, pen: penMoves, session: number, bootId, makePen, ceiling };
}
