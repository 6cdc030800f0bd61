/**
 * A pen that says yes to everything, before the whole host: real preparation, real session, control
 * and encoder, with the real guard before the wire. It keeps no rule of its own, so that every
 * frame that the host thinks of comes to the guard, and nobody else stops it.
 */
import type { Control } from '../../../host/core/control/state.ts';
import type { PenDescription } from '../../../host/core/pen-description.ts';
import { snapshotOf } from '../../../host/core/snapshot.ts';
import { createGuard, type GuardRefusal } from '../../../host/guard/index.ts';
import type { Entry } from '../../../host/journal/index.ts';
import {
  type HostEffect,
  type HostEvent,
  hostStep,
  NEW_HOST,
} from '../../../host/loop/host-step.ts';
import { INTERVIEW } from '../../../host/link/session-state.ts';
import { prepare, type Wish } from '../../../host/treat/prepare.ts';
import { sessionOf } from '../../../protocol/binding.ts';
import { SCHEMA_HASH } from '../../../protocol/catalogue.ts';
import { createEncoder } from '../../../protocol/frame.ts';
import { type FromPen, PAGE, SIGNAL, type Telemetry } from '../../../protocol/from-pen.ts';
import type { Grant, ToPen } from '../../../protocol/to-pen.ts';
import { centiHz, mn, penMs, strokes } from '../../../protocol/units.ts';
import { createMemoryWorld, granted, openIn } from '../../support/journal.ts';
import { armNext } from '../../world/parts.ts';
import { AT_REST, HELD, PRESSED, TELEMETRY, VITALS } from '../core/control/scene.ts';
import { pagesOf } from './cases.ts';

/** What became of a treatment with such a pen. */
export interface Agreed {
  readonly admitted: boolean;
  readonly refusals: readonly GuardRefusal[];
  readonly strokes: number;
  readonly armings: number;
}

/** How it is run. */
export interface AgreeParts {
  readonly wish: Wish;
  readonly pen: PenDescription;
  readonly forMs: number;
  /** How long a finger stays down. */
  readonly pressMs: number;
  /** Changes what admission came to, as a wrong line in it would. */
  readonly misjudge?: (control: Control) => Control;
}

const NONCES = { host: 5, pen: 6 } as const;
const STEP_MS = 10;
const BOOT = 77;

/** The pen: its telemetry, and the permission that it has. */
interface Body {
  telemetry: Telemetry;
  grant: Grant | undefined;
  rateCentiHz: number;
  due: number;
  sinceMs: number;
}

const DONE = { kind: 'outcome', outcome: 'done', reason: 'none', asked: 0, allowed: 0 } as const;

/** Takes whatever it is told, and says what it answers. */
function obey(
  body: Body,
  pages: ReturnType<typeof pagesOf>,
  message: ToPen,
  request: number,
): FromPen | undefined {
  const be = (change: Partial<Telemetry>): void => {
    body.telemetry = { ...body.telemetry, ...change };
  };
  switch (message.kind) {
    case 'hello':
      return {
        kind: 'welcome', hostNonce: message.hostNonce, penNonce: NONCES.pen, bootId: BOOT,
        schemaHash: SCHEMA_HASH, penMs: body.telemetry.penMs,
      };
    case 'read':
      return pageOf(body, pages, message.page, request);
    case 'arm':
      be({ phase: 'armed', armingId: message.armingId });
      body.rateCentiHz = message.rateCentiHz;
      return { ...DONE, request };
    case 'arm-energy':
    case 'energy-grant':
      return { ...DONE, outcome: 'refused', reason: 'no-energy', request };
    case 'grant':
      body.grant = message;
      return undefined;
    case 'disarm':
      be({ phase: 'idle', armingId: 0, signals: AT_REST });
      return { ...DONE, request };
    case 'stop':
      be({ phase: 'latched', latch: 'host-stop', armingId: 0, signals: AT_REST });
      return undefined;
    case 'join':
    case 'envelope':
    case 'clear':
    case 'tighten':
    case 'extend':
    case 'run':
    case 'certify':
    case 'pair':
    case 'reveal':
    case 'unpair':
      return { ...DONE, request };
  }
}

function pageOf(
  { telemetry }: Body,
  pages: ReturnType<typeof pagesOf>,
  page: number,
  request: number,
): FromPen {
  if (page === PAGE.ledger) return { ...pages.ledger, strokes: telemetry.strokes, request };
  if (page === PAGE.clock) return { kind: 'clock', penMs: telemetry.penMs, request };
  return { ...pages[INTERVIEW[page - 1] ?? 'latch'], request };
}

const hides = ({ contact, motion }: PenDescription['sensors']): number =>
  (contact ? 0 : SIGNAL.contactSensed | SIGNAL.contact) | (motion ? 0 : SIGNAL.motionSensed);

/** What a finger does next: it waits, comes down, and leaves again where nothing comes of it. */
function finger({ telemetry: was, sinceMs }: Body): Partial<Telemetry> | undefined {
  const held = (was.signals & SIGNAL.trigger) !== 0;
  if (!held && sinceMs > 60) return { signals: HELD, holdId: was.holdId + 1 };
  return held && sinceMs > 400 ? { signals: AT_REST } : undefined;
}

/** Ten milliseconds of a pen and of the finger on it, before its sensors are taken away. */
function next(body: Body, pressMs: number): Partial<Telemetry> | undefined {
  const { telemetry: was, grant } = body;
  const may = grant !== undefined && grant.holdId === was.holdId && grant.ceiling > was.strokes;
  if (was.phase === 'armed') {
    const held = (was.signals & SIGNAL.trigger) !== 0;
    return held && may
      ? { phase: 'running', signals: PRESSED, glideMmS: 40 }
      : finger(body);
  }
  if (was.phase !== 'running') return undefined;
  if (!may || body.sinceMs >= pressMs) return { phase: 'armed', signals: AT_REST };
  body.due += (body.rateCentiHz * STEP_MS) / 100_000;
  const made = Math.min(Math.floor(body.due), grant.ceiling - was.strokes);
  body.due -= Math.floor(body.due);
  return { strokes: strokes(was.strokes + made) };
}

/** Lets the pen live for a step. */
function live(body: Body, pressMs: number, sensors: PenDescription['sensors']): void {
  const { telemetry: was } = body;
  body.sinceMs += STEP_MS;
  const change = next(body, pressMs);
  if (change?.signals !== undefined) body.sinceMs = 0;
  const now = { ...was, penMs: penMs(was.penMs + STEP_MS), forceMn: mn(300), ...change };
  const rateCentiHz = centiHz(now.phase === 'running' ? body.rateCentiHz : 0);
  body.telemetry = { ...now, rateCentiHz, signals: now.signals & ~hides(sensors) };
}

/** Runs a treatment; every refusal of the guard is noted, and the frame is lost. */
export function agree({ wish, pen, forMs, pressMs, misjudge }: AgreeParts): Agreed {
  const guard = createGuard(wish);
  const encode = createEncoder();
  const entries: Entry[] = [];
  const day = { day: '2026-11-20' };
  const journal = openIn(Object.assign(createMemoryWorld(), day), (line) => entries.push(line));
  const pages = pagesOf(pen, BOOT);
  const refusals: GuardRefusal[] = [];
  const body: Body = {
    telemetry: { ...TELEMETRY, strokes: strokes(0), penMs: penMs(1_000) },
    grant: undefined, rateCentiHz: 0, due: 0, sinceMs: 0,
  };
  const queue: HostEvent[] = [];
  let host = NEW_HOST;
  let seq = 0;
  let armings = 0;
  const so = { admitted: false, joined: false };
  const session = sessionOf(NONCES.host, NONCES.pen);

  const say = (message: FromPen): void => {
    seq += 1;
    const header = { session: message.kind === 'welcome' ? 0 : session, seq, ack: 0 };
    guard.hears(message, header);
    tell({ kind: 'frame', message, header });
  };
  const send = ({ message, header, binding }: Extract<HostEffect, { kind: 'send' }>): void => {
    const refusal = guard.stops(encode(message, header, binding));
    if (refusal !== undefined) {
      refusals.push(refusal);
      return;
    }
    if (message.kind === 'arm') armings += 1;
    if (message.kind === 'join') so.joined = true;
    const answer = obey(body, pages, message, header.seq);
    if (answer !== undefined) say(answer);
  };
  const begin = (effect: Extract<HostEffect, { kind: 'met' }>): void => {
    const prepared = prepare(wish, effect.pen, entries, 'treatment-1');
    if (!prepared.ok) return;
    so.admitted = true;
    for (const note of prepared.value.notes) granted(journal.append(note));
    guard.reads(entries);
    const { control } = prepared.value;
    queue.push({ kind: 'begin', control: misjudge?.(control) ?? control });
  };
  const perform = (effect: HostEffect): void => {
    if (effect.kind === 'send') send(effect);
    else if (effect.kind === 'met') begin(effect);
    else if (effect.kind === 'note') {
      granted(journal.append(effect.note));
      const { token } = effect;
      if (token !== undefined) queue.push({ kind: 'synced', token });
    }
  };
  const tell = (event: HostEvent, elapsedMs = 0): void => {
    const step = hostStep(host, event, elapsedMs);
    ({ host } = step);
    for (const effect of step.effects) perform(effect);
    const next = queue.shift();
    if (next !== undefined) tell(next);
  };

  tell({ kind: 'greet', hostNonce: NONCES.host });
  for (let nowMs = 0; nowMs < forMs && refusals.length === 0; nowMs += STEP_MS) {
    live(body, pressMs, pen.sensors);
    tell({ kind: 'tick' }, STEP_MS);
    if (so.joined) say(body.telemetry);
    if (so.joined && nowMs % 200 === 0) say(VITALS);
    if (nowMs % 100 !== 0 || host.control === undefined) continue;
    const request = armNext(snapshotOf(host.control));
    if (request !== undefined) tell(request);
  }
  journal.close();
  return { admitted: so.admitted, refusals, strokes: body.telemetry.strokes, armings };
}
