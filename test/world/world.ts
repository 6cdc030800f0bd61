/**
 * A whole world on virtual time: the real loop over the real codec, the real firmware on the
 * plant, an operator at the trigger, a provider at the console, and a journal in memory. Only the
 * clock and the carrier are made. Whoever wants to judge it listens: to the bytes at both ends, to
 * every stroke by the plant's own truth, and to every moment that passes.
 */
import type { FromHost } from '../../host/api.ts';
import type { OperatorRequest } from '../../host/core/control/event.ts';
import type { PhaseKind } from '../../host/core/control/state.ts';
import { snapshotOf, type Snapshot } from '../../host/core/snapshot.ts';
import type { Entry, Journal } from '../../host/journal/index.ts';
import { createHeapScheduler } from '../../host/loop/heap-scheduler.ts';
import type { Host, HostEvent } from '../../host/loop/host-step.ts';
import type { Wish } from '../../host/treat/prepare.ts';
import {
  type HostGround,
  startTreatmentHost,
  type TreatmentHost,
} from '../../host/treat/treatment-host.ts';
import { Subject } from 'rxjs';
import type { BytePort } from '../../protocol/byte-port.ts';
import { bindingOf } from '../../protocol/binding.ts';
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { areaCode } from '../../protocol/area.ts';
import { assert } from '../../protocol/assert.ts';
import { createFaultLog, type FaultLog } from '../../sim/faults/fault-log.ts';
import { handStep, type Operator } from '../../sim/operator/index.ts';
import type { Pen } from '../../sim/pen.ts';
import {
  drainStrokes, drainTruePulses, type Hand, isRetracted, type Stroke, type TruePulse,
} from '../../sim/plant/index.ts';
import { createRandom, nextU32 } from '../../sim/random.ts';
import type { LineOptions } from '../../sim/wire.ts';
import { type MemoryWorld, tryOpenIn } from '../support/journal.ts';
import { createCable, type Ear } from './cable.ts';
import { unsealing } from './unsealed.ts';

/** What the provider at the console does, looking at a snapshot about ten times a second. */
export type Provider = (snapshot: Snapshot, world: World) => HostEvent | undefined;

/** What a world is made of. */
export interface WorldParts {
  readonly pen: Pen;
  readonly operator: Operator;
  readonly provider: Provider;
  readonly wish: Wish;
  readonly disk: MemoryWorld;
  readonly seed: number;
  /** The day that it is; the one of the wish unless said otherwise. */
  readonly today?: HostGround['today'];
  /** How bad the wire is; perfect if left out. */
  readonly line?: LineOptions;
  /** Faults of the wire; the pen was made with the same log for its own. */
  readonly faultLog?: FaultLog;
  /** How the world moves while needles may move; finely unless said otherwise. */
  readonly stride?: 'fine' | 'telemetry';
  /** How often the provider looks at the console; ten times a second unless said otherwise. */
  readonly providerMs?: number;
  /** What a host is broken in, made afresh for each of its lives; nothing unless said. */
  readonly mind?: () => HostMind;
  /** A seal around the host's end of the cable; none unless said. */
  readonly seal?: (carrier: BytePort) => BytePort;
  /** The key of that seal, for judges who look at every seal themselves. */
  readonly sealKey?: string;
  /** Whoever wants to judge, before anything has happened. */
  readonly judge?: (world: World) => void;
}

/** The parts of a host that a test may replace by broken ones. */
export type HostMind = Pick<HostGround, 'step' | 'guard'>;

/** A world, and what a story can do to it. */
export interface World {
  readonly parts: WorldParts;
  readonly nowMs: () => number;
  readonly pen: () => Pen;
  readonly snapshot: () => Snapshot | undefined;
  /** Where the treatment is, without the rest of the snapshot; undefined before there is one. */
  readonly phase: () => PhaseKind | undefined;
  /** The host as it is; undefined while it is dead. */
  readonly host: () => Host | undefined;
  /** Every line of the journal, as the host that runs has read and written it. */
  readonly entries: readonly Entry[];
  readonly said: readonly FromHost[];
  /** Every stroke of the needles so far, by the plant's own truth. */
  readonly strokes: readonly Stroke[];
  /** Every pulse of energy so far, by the plant's own truth. */
  readonly pulses: readonly TruePulse[];
  /** Hears frames; those of a sealed wire without their seals. */
  readonly onBytes: (ear: Ear) => void;
  /** Hears the wire as it is. */
  readonly onWire: (ear: Ear) => void;
  readonly onStroke: (look: (stroke: Stroke) => void) => void;
  /** Calls somebody after every moment of the world. */
  readonly watch: (look: () => void) => void;
  readonly tell: (event: HostEvent) => void;
  /** The same without anybody having asked: what a host would do that acts by itself. */
  readonly tellUnasked: (event: HostEvent) => void;
  /** Calls somebody for everything that a person asks of the host, at the moment of asking. */
  readonly onRequest: (look: (request: OperatorRequest) => void) => void;
  /** Frames that the host dropped, by reason. */
  readonly drops: () => Readonly<Record<string, number>>;
  /** Takes the cable out; nobody is told, since a cable does not speak. */
  readonly unplug: () => void;
  readonly plugIn: () => void;
  /** Somebody else writes to the pen on the same wire. */
  readonly intrude: (bytes: Uint8Array) => void;
  /** Somebody else writes to the host on it. */
  readonly toHost: (bytes: Uint8Array) => void;
  /** Stops the host's process for a while; its clock goes on. */
  readonly pauseHost: (forMs: number) => void;
  /** Kills the host where it stands. */
  readonly killHost: () => void;
  /** Starts a host anew, on the disk as it is; false if it cannot even open its journal. */
  readonly startHost: () => boolean;
  /** Puts another pen on the cable. */
  readonly swapPen: (pen: Pen) => void;
  /** Puts the pen into other hands. */
  readonly handOver: (operator: Operator) => void;
  readonly setHand: (override: ((hand: Hand) => Hand) | undefined) => void;
  readonly runFor: (forMs: number) => void;
  /** Runs until something is so, and says whether it became so in time. */
  readonly runUntil: (so: () => boolean, forMs?: number) => boolean;
}

/**
 * How finely hand, wire and host move: while needles may move, and while they do not. Body and
 * firmware live every millisecond in any case. A world may also go from one telemetry to the next:
 * bytes are then carried at the instant at which the pen speaks, and a hand changes its mind at
 * most a hundred times a second.
 */
const FINE_MS = 2;
const COARSE_MS = 10;
const PROVIDER_MS = 100;

/** What changes as a world goes on. */
interface Now {
  worldMs: number;
  pen: Pen;
  host: TreatmentHost | undefined;
  journal: Journal | undefined;
  operator: Operator;
  override: ((hand: Hand) => Hand) | undefined;
  trigger: boolean;
  plugged: boolean;
  pausedUntilMs: number;
  providerDueMs: number;
}

/** Makes a world in which nothing has happened yet, with its host started. */
export function createWorld(parts: WorldParts): World {
  const scheduler = createHeapScheduler();
  const random = createRandom(parts.seed, 11);
  const entries: Entry[] = [];
  const said: FromHost[] = [];
  const strokes: Stroke[] = [];
  const pulses: TruePulse[] = [];
  const watchers: (() => void)[] = [];
  const strokeWatchers: ((stroke: Stroke) => void)[] = [];
  const ears: Ear[] = [];
  const requestWatchers: ((request: OperatorRequest) => void)[] = [];
  const providerMs = parts.providerMs ?? PROVIDER_MS;
  const faultLog = parts.faultLog ?? createFaultLog([]);
  const cable = createCable({ seed: parts.seed, line: parts.line, faultLog });
  const port = parts.seal?.(cable.port) ?? cable.port;
  const bytes$ = new Subject<Uint8Array>();
  port.onBytes((bytes) => bytes$.next(bytes));
  const now: Now = {
    worldMs: 0,
    pen: parts.pen,
    host: undefined,
    journal: undefined,
    operator: parts.operator,
    override: undefined,
    trigger: false,
    plugged: true,
    pausedUntilMs: 0,
    providerDueMs: PROVIDER_MS,
  };

  const tell = (event: HostEvent): void => {
    if (isRequest(event)) for (const look of requestWatchers) look(event);
    now.host?.happened(event);
  };

  const startHost = (): boolean => {
    const read: Entry[] = [];
    const keep = { entry: (entry: Entry): unknown => read.push(entry) };
    const opened = tryOpenIn(parts.disk, (entry) => keep.entry(entry));
    if (!opened.ok) return false;
    entries.splice(0, entries.length, ...read);
    keep.entry = (entry) => entries.push(entry);
    now.journal = opened.value;
    now.host = startTreatmentHost({
      wish: parts.wish,
      journal: now.journal,
      entries,
      bytes$,
      port: () => port,
      scheduler,
      nowMs: () => now.worldMs,
      drawNonce: () => nextU32(random),
      localTime: (at) => at, // a world has one calendar
      today: parts.today ?? (() => parts.wish.today),
      freshId: () => `treatment-${String(nextU32(random))}`,
      say: (message) => said.push(message),
      dropped: () => undefined,
      ...parts.mind?.(),
    });
    now.host.happened({ kind: 'greet', hostNonce: nextU32(random) });
    return true;
  };

  const snapshot = (): Snapshot | undefined => {
    const control = now.host?.host().control;
    return control && snapshotOf(control);
  };

  const provide = (): void => {
    if (now.worldMs < now.providerDueMs) return;
    now.providerDueMs = now.worldMs + providerMs;
    const seen = snapshot();
    const request = seen && parts.provider(seen, world);
    if (request !== undefined) tell(request);
  };

  const handNow = (elapsedMs: number): Hand => {
    const step = handStep(now.operator, seenByHand(now), elapsedMs);
    now.operator = step.state;
    return now.override === undefined ? step.hand : now.override(step.hand);
  };

  /** A finger that has moved is seen at once, so that a press counts within the same moment. */
  const live = (elapsedMs: number, hand: Hand): void => {
    const moved = parts.stride === 'telemetry' && hand.trigger !== now.trigger;
    const firstMs = moved ? 1 : elapsedMs;
    now.trigger = hand.trigger;
    now.pen.advance(firstMs, hand);
    now.pen.advance(elapsedMs - firstMs, hand);
  };

  const strideMs = (): number => {
    const { ages, link } = now.pen.firmware();
    if (parts.stride === 'telemetry' && link.mode !== 'outside') {
      return Math.max(1, Math.min(COARSE_MS, ages.telemetryInMs));
    }
    const { plant } = now.pen;
    return plant.motorOn || !isRetracted(plant) ? FINE_MS : COARSE_MS;
  };

  const moment = (): void => {
    const elapsedMs = strideMs();
    live(elapsedMs, handNow(elapsedMs));
    now.worldMs += elapsedMs;
    for (const stroke of drainStrokes(now.pen.plant)) {
      strokes.push(stroke);
      for (const look of strokeWatchers) look(stroke);
    }
    const { radio } = now.pen.plant;
    if (radio !== undefined) pulses.push(...drainTruePulses(radio));
    const awake = now.worldMs >= now.pausedUntilMs;
    if (awake) scheduler.advanceTo(now.worldMs);
    if (now.plugged) cable.carry(now.pen, now.worldMs, awake);
    else cable.lose(now.pen);
    if (awake) provide();
    for (const look of watchers) look();
  };

  const world: World = {
    parts,
    nowMs: () => now.worldMs,
    pen: () => now.pen,
    snapshot,
    phase: () => now.host?.host().control?.phase.kind,
    host: () => now.host?.host(),
    entries,
    said,
    strokes,
    pulses,
    onBytes: (ear) => {
      const binding = (): number => bindingOf(SCHEMA_HASH, now.pen.firmware().boot.bootId);
      if (parts.seal === undefined) return cable.listen(ear);
      ears.push(ear);
      if (ears.length > 1) return; // every seal is taken off once, for all who listen
      const tell: Ear = (tap, bytes) => ears.forEach((each) => each(tap, bytes));
      cable.listen(unsealing(tell, { binding, key: parts.sealKey }));
    },
    onWire: cable.listen,
    onStroke: (look) => {
      strokeWatchers.push(look);
    },
    watch: (look) => {
      watchers.push(look);
    },
    tell,
    tellUnasked: (event) => now.host?.happened(event),
    onRequest: (look) => {
      requestWatchers.push(look);
    },
    drops: () => now.host?.drops() ?? {},
    unplug: () => {
      now.plugged = false;
    },
    plugIn: () => {
      now.plugged = true;
    },
    intrude: cable.intrude,
    toHost: cable.toHost,
    pauseHost: (forMs) => {
      now.pausedUntilMs = now.worldMs + forMs;
    },
    killHost: () => {
      now.host?.end();
      now.journal?.close();
      now.host = undefined;
    },
    startHost,
    swapPen: (pen) => {
      now.pen = pen;
    },
    handOver: (operator) => {
      now.operator = operator;
    },
    setHand: (override) => {
      now.override = override;
    },
    runFor: (forMs) => {
      const untilMs = now.worldMs + forMs;
      while (now.worldMs < untilMs) moment();
    },
    runUntil: (so, forMs = 600_000) => {
      const untilMs = now.worldMs + forMs;
      while (!so() && now.worldMs < untilMs) moment();
      return so();
    },
  };
  parts.judge?.(world);
  assert(startHost(), 'a world begins with a disk that can be read');
  return world;
}

const REQUESTS: ReadonlySet<string> = new Set<OperatorRequest['kind']>([
  'room', 'arm', 'end-area', 'stop', 'clear', 'finish',
]);

const isRequest = (event: HostEvent): event is OperatorRequest => REQUESTS.has(event.kind);

/** What a person at the pen sees; the console is read off control, as often as a hand looks. */
function seenByHand({ pen, host }: Now): Parameters<typeof handStep>[1] {
  const { doing, hold } = pen.firmware();
  const control = host?.host().control;
  const phase = control?.phase;
  const arming = phase !== undefined && 'arming' in phase ? phase.arming : undefined;
  const task = arming && control?.treatment.tasks[arming.taskIndex];
  return {
    phase: doing.kind,
    holdSpent: hold.spent,
    areaTag: task === undefined ? 0 : areaCode(task.area),
    stamp: task?.stamp ?? false,
  };
}
