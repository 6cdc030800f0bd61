/**
 * A bench in virtual time: a simulated pen with a metrology cartridge, a gauge that reads the same
 * needles, and a technician who does what the bench asks for. Bytes really pass through the codec.
 */
import { createDeframer } from '../../../protocol/deframe.ts';
import { createEncoder } from '../../../protocol/frame.ts';
import type { BenchStart } from '../../../host/core/bench/bench.ts';
import type { RawLine } from '../../../host/core/bench/event.ts';
import { type PhaseKind, stepNow } from '../../../host/core/bench/state.ts';
import { standardPlan } from '../../../host/core/calibration/plan.ts';
import {
  type BenchHost,
  type BenchHostEffect,
  type BenchHostEvent,
  benchHostStep,
  newBenchHost,
} from '../../../host/bench/bench-host.ts';
import { TYPED } from '../../../host/core/gauge/typed.ts';
import { createGuard } from '../../../host/guard/index.ts';
import type { BenchFault } from '../../../sim/bench/bench-fault.ts';
import { createInstrument } from '../../../sim/bench/instrument.ts';
import type { InstrumentMake } from '../../../sim/bench/instrument-make.ts';
import { createRandom, nextBetween } from '../../../sim/random.ts';
import { HANDS_OFF, insertCartridge, protrudingUm } from '../../../sim/plant/index.ts';
import type { Pen } from '../../../sim/pen.ts';
import { boxed, rig, type Rigging } from '../../sim/pen/rig.ts';
import { AT_BENCH } from '../../sim/pen/talker.ts';

/** What a room is made of. */
export interface RoomParts extends Rigging {
  readonly start?: Partial<BenchStart>;
  /** What the gauge shows for a true protrusion, as text without its terminator. */
  readonly show?: (micrometres: number) => string;
  /** Instruments beside the gauge, which look at the same needles. */
  readonly beside?: readonly Beside[];
}

/** One of them, by its serial number. */
export interface Beside {
  readonly serial: string;
  readonly make: InstrumentMake;
  readonly faults?: readonly BenchFault[];
  /** What becomes of a line before it is heard. */
  readonly change?: (text: string) => string;
}

/** A room with a bench in it. */
export interface Room {
  readonly pen: Pen;
  readonly host: () => BenchHost;
  readonly effects: readonly BenchHostEffect[];
  /** Every line that was heard. */
  readonly lines: readonly RawLine[];
  readonly nowMs: () => number;
  readonly tell: (event: BenchHostEvent) => void;
  /** Types a reading, as a person does. */
  readonly type: (text: string) => void;
  readonly runFor: (forMs: number) => void;
  readonly runUntil: (so: () => boolean, forMs?: number) => boolean;
  /** Takes the technician away, or brings him back. */
  attended: boolean;
  /** Whether the cable is in. */
  plugged: boolean;
  gaugeOn: boolean;
  /** How much harder than asked he presses onto a force gauge. */
  heavyHand: number;
}

const GAUGE_EVERY_MS = 250;
const REACH = {
  depthUmMin: 100, depthUmMax: 2_000, depthStepUm: 50,
  rateCentiHzMin: 2_000, rateCentiHzMax: 15_000,
};

/** A gauge that writes as the manual says. */
export const asMitutoyo = (micrometres: number): string =>
  `01A${micrometres < 0 ? '-' : '+'}${(Math.abs(micrometres) / 1_000).toFixed(3).padStart(8, '0')}`;

/** The plan of the room. */
export const PLAN = standardPlan(REACH);

/** What a trigger is held for; calibration is entered with it held, too. */
const HELD: ReadonlySet<PhaseKind> = new Set(['unlinked', 'extending', 'counting']);

/** Makes a room and greets. */
export function createRoom(
  { start, show = asMitutoyo, beside = [], ...rigging }: RoomParts = {},
): Room {
  const pen = rig({ cartridge: 'metrology', ...rigging });
  const random = createRandom(rigging.seed ?? 1, 88);
  const encode = createEncoder();
  const guard = createGuard();
  const effects: BenchHostEffect[] = [];
  const heard: RawLine[] = [];
  let host = newBenchHost({
    plan: PLAN,
    series: 'as-found',
    gauge: { serial: 'G-1', kind: 'mitutoyo', unit: 'mm', resolutionNm: 1_000 },
    tachometer: undefined,
    ...start,
  });
  let nowMs = 0;
  let lines = 0;
  let pressMs = 0;
  let seats = 1;

  const perform = (effect: BenchHostEffect): void => {
    effects.push(effect);
    if (effect.kind === 'draw-nonce') {
      tell({ kind: 'greet', hostNonce: nextBetween(random, 1, 1_000_000) });
    }
    if (effect.kind !== 'send' || !room.plugged) return;
    const bytes = encode(effect.message, effect.header, effect.binding);
    const refusal = guard.stops(bytes);
    if (refusal !== undefined) throw new Error(`the guard: ${JSON.stringify(refusal)}`);
    pen.receive(bytes);
  };
  const tell = (event: BenchHostEvent, elapsedMs = 0): void => {
    if (event.kind === 'line') heard.push(event.line);
    const step = benchHostStep(host, event, elapsedMs);
    ({ host } = step);
    for (const effect of step.effects) perform(effect);
  };
  const deframer = createDeframer({
    heard: (message, { session, seq, ack }) => {
      guard.hears(message, { session, seq, ack });
      tell({ kind: 'frame', message, header: { session, seq, ack } });
    },
    dropped: () => undefined,
  });

  /** What the technician does with the trigger now. */
  const trigger = (): boolean => {
    const { phase } = host.bench;
    if (!room.attended) return false;
    if (phase.kind === 'hold') {
      pressMs += 1;
      return pressMs % 400 > 100;
    }
    return HELD.has(phase.kind);
  };

  /** How hard he presses the rim onto the force gauge: a little more than he was asked to. */
  const pressedMn = (): number => {
    const { phase } = host.bench;
    const step = stepNow(host.bench);
    const isAsked = room.attended && phase.kind === 'pressing' && step?.kind === 'force';
    return isAsked ? Math.round(step.commandedMn * room.heavyHand) : 0;
  };

  /** What he does at the bench, a quarter of a second after it was asked for. */
  const attend = (): void => {
    const { phase } = host.bench;
    if (!room.attended || nowMs % GAUGE_EVERY_MS !== 0) return;
    if (phase.kind === 'seating') {
      seats += 1;
      insertCartridge(pen.plant, boxed('metrology', pen.plant.model, seats));
      tell({ kind: 'confirm' });
    } else if (phase.kind === 'latched' && phase.clearing === undefined) {
      tell({ kind: 'confirm' });
    }
  };

  const readGauge = (): void => {
    if (!room.gaugeOn || nowMs % GAUGE_EVERY_MS !== 17) return;
    lines += 1;
    const noise = nextBetween(random, -1, 1);
    const text = show(Math.max(0, protrudingUm(pen.plant)) + noise);
    tell({ kind: 'line', line: { n: lines, atMs: nowMs, gauge: 'G-1', text } });
  };

  const instruments = beside.map(({ serial, make, faults = [], change }, index) => {
    const one = createInstrument({ make, plant: pen.plant, seed: 50 + index, faults });
    one.onFrame((bytes) => {
      const said = Buffer.from(bytes).toString('latin1').trimEnd();
      const text = change?.(said) ?? said;
      lines += 1;
      tell({ kind: 'line', line: { n: lines, atMs: nowMs, gauge: serial, text } });
    });
    return one;
  });

  const moment = (): void => {
    nowMs += 1;
    pen.advance(1, { ...(trigger() ? AT_BENCH : HANDS_OFF), forceMn: pressedMn() });
    const said = pen.takeBytes();
    if (room.plugged) for (const bytes of said) deframer.push(bytes);
    if (nowMs % 10 === 0) tell({ kind: 'tick' }, 10);
    for (const one of instruments) one.advance(1);
    readGauge();
    attend();
  };

  const room: Room = {
    pen,
    host: () => host,
    effects,
    lines: heard,
    nowMs: () => nowMs,
    tell,
    type: (text) => {
      lines += 1;
      tell({ kind: 'line', line: { n: lines, atMs: nowMs, gauge: TYPED, text } });
    },
    runFor: (forMs) => {
      for (const untilMs = nowMs + forMs; nowMs < untilMs; ) moment();
    },
    runUntil: (so, forMs = 900_000) => {
      for (const untilMs = nowMs + forMs; !so() && nowMs < untilMs; ) moment();
      return so();
    },
    attended: true,
    plugged: true,
    gaugeOn: true,
    heavyHand: 1.05,
  };
  tell({ kind: 'greet', hostNonce: 7 });
  return room;
}
