/**
 * What a pen was told and what it answered, as somebody hears it who listens at its end of the wire
 * with a decoder of his own. Frames that came through count; whether the firmware made the right
 * thing of them is for checkers to judge by what the needles did. Times are the plant's.
 */
import { bindingOf, sessionOf } from '../../../protocol/binding.ts';
import { SCHEMA_HASH } from '../../../protocol/catalogue.ts';
import { createDeframer, type HeardHeader } from '../../../protocol/deframe.ts';
import type { ArmEnergy, EnergyGrant } from '../../../protocol/energy.ts';
import type { FromPen, Telemetry } from '../../../protocol/from-pen.ts';
import type { Arm, Envelope, Grant, ToPen } from '../../../protocol/to-pen.ts';
import { centiHz } from '../../../protocol/units.ts';
import type { World } from '../world.ts';

/** A grant that reached the pen. */
export interface SeenGrant {
  readonly seq: number;
  readonly heardMs: number;
  readonly holdId: number;
  readonly ceiling: number;
  /** Its not-after as an instant of the plant's time. */
  readonly notAfterMs: number;
}

/** An arming, from the pen's answer to its end. */
export interface SeenArming {
  readonly arm: Arm;
  /** What it allows of energy; none in one that declares none. */
  readonly energy?: ArmEnergy;
  readonly row: Envelope | undefined;
  readonly fromMs: number;
  untilMs: number | undefined;
  /** In the order in which they came; only the newest few are kept. */
  grants: readonly SeenGrant[];
  ceilingMax: number;
}

/** A frame at the pen's end, with its header as a value. */
export interface SeenFrame {
  readonly from: 'host' | 'pen';
  readonly message: FromPen | ToPen;
  readonly header: Readonly<HeardHeader>;
  readonly atMs: number;
}

/** Everything that was heard at the pen's end. */
export interface Testimony {
  readonly onFrame: (look: (frame: SeenFrame) => void) => void;
  readonly joined: () => boolean;
  /** The arming that holds now, if any. */
  readonly arming: () => SeenArming | undefined;
  /** The arming under which something happened: the newest one that had begun by then. */
  readonly armingAt: (atMs: number) => SeenArming | undefined;
  readonly telemetry: () => Telemetry | undefined;
  /** When the trigger was last really held. */
  readonly heldMs: () => number;
  /** When the newest press of the trigger was first seen, to within a moment of the world. */
  readonly pressedMs: () => number;
  /** What somebody who listens would need to speak like the host. */
  readonly link: () => Link;
}

/** The numbers of the present link session. */
export interface Link {
  readonly session: number;
  readonly bootId: number;
  readonly seq: number;
}

/** How many of the newest grants are kept for an arming. */
const GRANTS_KEPT = 6;
/** A pen's clock may drift this much between two telemetries. */
const DRIFT_MS = 0.25;

interface Talk {
  session: number;
  bootId: number;
  seq: number;
  hostNonce: number;
  joined: boolean;
  asked: Map<number, ToPen>;
  /** Requests that were answered: one that comes late a second time is answered anew, not done. */
  answered: Set<number>;
  rows: Map<number, Envelope>;
}

const silence = (): Talk => ({
  session: 0,
  bootId: 0,
  seq: 0,
  hostNonce: 0,
  joined: false,
  asked: new Map(),
  answered: new Set(),
  rows: new Map(),
});

/** Begins to listen to a world. */
export function listen(world: World): Testimony {
  const lookers: ((frame: SeenFrame) => void)[] = [];
  const armings: SeenArming[] = [];
  let talk = silence();
  let bootCount = -1;
  let heardPen = world.pen();
  let offsetMs = Number.POSITIVE_INFINITY;
  let heldMs = Number.NEGATIVE_INFINITY;
  let pressedMs = Number.NEGATIVE_INFINITY;
  let held = false;
  let telemetry: Telemetry | undefined;

  const nowMs = (): number => world.pen().plant.tMs;
  const arming = (): SeenArming | undefined => {
    const newest = armings.at(-1);
    return newest?.untilMs === undefined ? newest : undefined;
  };
  const end = (): void => {
    const open = arming();
    if (open !== undefined) open.untilMs = nowMs();
  };
  const reset = (): void => {
    end();
    talk = silence();
    offsetMs = Number.POSITIVE_INFINITY;
  };

  const tellClock = (penMs: number): void => {
    offsetMs = Math.min(offsetMs + DRIFT_MS, nowMs() - penMs);
  };

  const grant = (message: Grant | EnergyGrant, seq: number): void => {
    const open = arming();
    const newest = open?.grants.at(-1);
    if (open === undefined || message.armingId !== open.arm.armingId) return;
    if (newest !== undefined && seq <= newest.seq) return;
    const notAfterMs = message.notAfterPenMs + offsetMs;
    const { holdId, ceiling } = message;
    const seen = { seq, heardMs: nowMs(), holdId, ceiling, notAfterMs };
    open.grants = [...open.grants, seen].slice(-GRANTS_KEPT);
    open.ceilingMax = Math.max(open.ceilingMax, ceiling);
  };

  const hostSaid = (message: ToPen, header: HeardHeader): void => {
    if (message.kind === 'stop') return end();
    if (message.kind === 'hello') {
      if (message.hostNonce === talk.hostNonce) return;
      end();
      talk = { ...silence(), hostNonce: message.hostNonce };
      return;
    }
    if (header.session !== talk.session) return;
    talk.seq = Math.max(talk.seq, header.seq);
    if (message.kind === 'grant' || message.kind === 'energy-grant') {
      return grant(message, header.seq);
    }
    const open = arming();
    if (message.kind === 'disarm' && open?.arm.armingId === message.armingId) end();
    const known = talk.asked.has(header.seq) || talk.answered.has(header.seq);
    if (!known) talk.asked.set(header.seq, message);
  };

  const granted = (done: ToPen | undefined): void => {
    if (done?.kind === 'join') talk.joined = done.mode === 'treatment';
    else if (done?.kind === 'envelope') talk.rows.set(done.area, done);
    else if (done?.kind === 'arm' || done?.kind === 'arm-energy') {
      const row = talk.rows.get(done.area);
      armings.push({
        arm: done.kind === 'arm' ? done : asNeedles(done, row),
        ...(done.kind === 'arm' ? {} : { energy: done }),
        row,
        fromMs: nowMs(),
        untilMs: undefined,
        grants: [],
        ceilingMax: 0,
      });
    }
  };

  const penSaid = (message: FromPen, session: number): void => {
    if (message.kind === 'welcome') {
      hear.bind(bindingOf(SCHEMA_HASH, message.bootId));
      talk.session = sessionOf(message.hostNonce, message.penNonce);
      talk.bootId = message.bootId;
      tellClock(message.penMs);
    } else if (message.kind === 'telemetry') {
      telemetry = message;
      tellClock(message.penMs);
      const ended = message.phase === 'idle' || message.phase === 'latched';
      if (ended) end();
    } else if (message.kind === 'outcome' && message.outcome === 'done') {
      // What was answered in an earlier link session says nothing of a request of this one.
      if (session !== talk.session) return;
      const done = talk.asked.get(message.request);
      // What was asked twice is answered twice, and done once.
      talk.asked.delete(message.request);
      talk.answered.add(message.request);
      granted(done);
    }
  };

  const heard = (message: FromPen | ToPen, header: Readonly<HeardHeader>): void => {
    const from = isFromPen(message) ? 'pen' : 'host';
    // Checkers see a frame before it takes effect: what held until now is still there to compare.
    const frame: SeenFrame = { from, message, header: { ...header }, atMs: nowMs() };
    for (const look of lookers) look(frame);
    if (isFromPen(message)) penSaid(message, header.session);
    else hostSaid(message, header);
  };
  const hear = createDeframer({ heard, dropped: () => undefined }, 'host');
  const hearPen = createDeframer({ heard, dropped: () => undefined }, 'pen');

  world.onBytes((tap, bytes) => {
    if (tap === 'pen-heard') hear.push(bytes);
    else if (tap === 'pen-wrote') hearPen.push(bytes);
  });
  world.watch(() => {
    const pen = world.pen();
    const { trigger } = pen.plant.hand;
    if (trigger && !held) pressedMs = nowMs();
    held = trigger;
    if (trigger) heldMs = nowMs();
    const boots = pen.memory().bootCount;
    if (boots !== bootCount || pen !== heardPen) reset();
    bootCount = boots;
    heardPen = pen;
  });

  return {
    onFrame: (look) => {
      lookers.push(look);
    },
    joined: () => talk.joined,
    arming,
    armingAt: (atMs) => armings.findLast(({ fromMs }) => fromMs <= atMs),
    telemetry: () => telemetry,
    pressedMs: () => pressedMs,
    link: () => talk,
    heldMs: () => (world.pen().plant.hand.trigger ? nowMs() : heldMs),
  };
}

/** An arming with energy as far as it is one of needles, for judges of needles. */
const asNeedles = (done: ArmEnergy, row: Envelope | undefined): Arm => ({
  ...done, kind: 'arm', rateCentiHz: row?.rateCentiHzMax ?? centiHz(0), stamp: 1,
});

const TO_PEN_KINDS: ReadonlySet<string> = new Set<ToPen['kind']>([
  'stop', 'hello', 'join', 'read', 'arm', 'tighten', 'grant', 'disarm', 'clear', 'envelope',
  'extend', 'run', 'arm-energy', 'energy-grant',
]);

const isFromPen = (message: FromPen | ToPen): message is FromPen =>
  !TO_PEN_KINDS.has(message.kind);
