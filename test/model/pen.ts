/**
 * A pen of the walk: the real firmware, a memory that takes two milliseconds to store a record, a
 * voice that numbers its frames, and a body reduced to what can be promised about it. The cam makes
 * a stroke as soon as its motor turns and then one for each period at the highest speed that the
 * firmware lets pass, so what it debits is what there was; it stands a coast later than it is told.
 */
import { coastUnits } from '../../sim/firmware/ledger.ts';
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { bindingOf } from '../../protocol/binding.ts';
import type { FromPen } from '../../protocol/from-pen.ts';
import {
  type Effect,
  type Firmware,
  type FirmwareEvent,
  FRESH,
  type NonVolatile,
  step,
  tickMsMax,
  wake,
} from '../../sim/firmware/index.ts';
import type { Drive, Sensed } from '../../sim/plant/index.ts';
import { NO_PACE } from '../../sim/firmware/pace.ts';
import { bootIdOf, seedOf } from './nonces.ts';
import { CARTRIDGE, MAKE } from './setting.ts';
import { cross, crossDamaged, type ToHostBurst, type ToPenFrame } from './wire.ts';

/** The firmware's one step, or a twin of it that has forgotten a rule. */
export type FirmwareStep = typeof step;

interface Writing {
  readonly id: number;
  /** Undefined where no boot is left that could find it. */
  readonly record: NonVolatile | undefined;
  readonly leftMs: number;
}

/** What outlives a boot, and what is on its way there. */
interface Memory {
  readonly record: NonVolatile | undefined;
  readonly queue: readonly Writing[];
}

/** Cam, motor and depth stop. */
interface Body {
  readonly drive: Drive;
  /** How far the cam has turned since its newest stroke began; a parked cam has not. */
  readonly camUnits: number;
  readonly state: 'parked' | 'turning';
  readonly encoderStrokes: number;
  /** How long needles have been ordered in. */
  readonly inMs: number;
}

/** A pen. */
export interface Pen {
  readonly boot: number;
  readonly firmware: Firmware;
  readonly memory: Memory;
  readonly body: Body;
  /** Number of its newest frame. */
  readonly seq: number;
}

/** One true stroke. */
export interface Stroke {
  readonly afterMs: number;
  readonly penMs: number;
  /** The motor was ordered to turn, and not only running out. */
  readonly driven: boolean;
}

/** What a pen came to, said and did. */
export interface PenStep {
  readonly pen: Pen;
  readonly said: readonly ToHostBurst[];
  readonly strokes: readonly Stroke[];
}

const UNITS_PER_STROKE = 500_000;
/** A fifth above the rate, less what a whole millisecond rounds away: the fastest that may be. */
const unitsPerMs = (rateCentiHz: number): number => Math.floor(rateCentiHz * 5.95);
/** How long the depth stop takes until its switch closes. */
const IN_MS = 5;
const STORE_MS = 2;
const RESTED: Body = {
  drive: { motor: 'off', depthUm: 0 },
  camUnits: 0,
  state: 'parked',
  encoderStrokes: 0,
  inMs: IN_MS,
};

const bindings = new Map<number, number>();

/** What binds frames to a boot of the pen. */
export function bindingOfBoot(boot: number): number {
  const known = bindings.get(boot) ?? bindingOf(SCHEMA_HASH, bootIdOf(boot));
  bindings.set(boot, known);
  return known;
}

const wakeUp = (boot: number, record: NonVolatile | undefined, body: Body): PenStep => {
  const woken = wake({
    make: MAKE,
    boot: { bootId: bootIdOf(boot), bootCount: boot, nonceSeed: seedOf(boot) },
    nonVolatile: record,
    table: undefined,
  });
  const pen: Pen = { boot, firmware: woken.state, memory: { record, queue: [] }, body, seq: 0 };
  return perform(pen, woken.effects);
};

/** What the ledger of the pen reads when the walk begins. */
const STROKES_BEFORE = 100;

/** A pen at its first boot of the walk, of which others have gone before. */
export const newPen = (): Pen =>
  live(wakeUp(1, { ...FRESH, mark: STROKES_BEFORE }, RESTED).pen, 50, false, step).pen;

/** Does what firmware orders. */
function perform(before: Pen, effects: readonly Effect[]): PenStep {
  let pen = before;
  const said: ToHostBurst[] = [];
  for (const effect of effects) {
    if (effect.kind === 'drive') pen = { ...pen, body: { ...pen.body, drive: effect.drive } };
    else if (effect.kind === 'store') pen = { ...pen, memory: writing(pen.memory, effect) };
    else if (effect.kind === 'send') {
      const seq = effect.message.kind === 'welcome' ? pen.seq : pen.seq + 1;
      said.push({ kind: 'to-host', frames: [spoken(pen.firmware, effect.message, seq)] });
      pen = { ...pen, seq };
    }
  }
  return { pen, said, strokes: [] };
}

const writing = (memory: Memory, { id, record }: Extract<Effect, { kind: 'store' }>): Memory => ({
  ...memory,
  queue: [...memory.queue, { id, record, leftMs: STORE_MS }],
});

const spoken = ({ link }: Firmware, message: FromPen, seq: number) =>
  message.kind === 'welcome'
    ? { message, header: { session: 0, seq: 0, ack: 0 } }
    : { message, header: { session: link.session, seq, ack: link.ack } };

function react(pen: Pen, event: FirmwareEvent, elapsedMs: number, stepOf: FirmwareStep): PenStep {
  const { state, effects } = stepOf(pen.firmware, event, elapsedMs);
  return perform({ ...pen, firmware: state }, effects);
}

/** A frame comes, through the decoder of this boot; damaged, if so wanted. */
export function hearFrame(
  pen: Pen,
  frame: ToPenFrame,
  stepOf: FirmwareStep,
  how: 'whole' | 'damaged' = 'whole',
): PenStep {
  const binding = bindingOfBoot(pen.boot);
  const crossed = how === 'whole' ? cross(frame, binding) : crossDamaged(frame, binding);
  const events: FirmwareEvent[] = [
    ...crossed.heard.map(({ message, header }) => ({ kind: 'received' as const, message, header })),
    ...crossed.dropped.map((why) => ({ kind: 'dropped' as const, why })),
  ];
  let next: PenStep = { pen, said: [], strokes: [] };
  for (const event of events) {
    const reacted = react(next.pen, event, 0, stepOf);
    next = { ...reacted, said: [...next.said, ...reacted.said] };
  }
  return next;
}

/** The body, a millisecond later. */
function turn(body: Body): { readonly body: Body; readonly strokes: number } {
  const { motor, depthUm } = body.drive;
  const inMs = depthUm === 0 ? Math.min(IN_MS, body.inMs + 1) : 0;
  if (typeof motor === 'object') {
    if (body.state === 'parked') return begun({ ...body, inMs, state: 'turning', camUnits: 0 });
    return further({ ...body, inMs }, unitsPerMs(motor.rateCentiHz));
  }
  if (body.state === 'parked') {
    return { body: body.inMs === inMs ? body : { ...body, inMs }, strokes: 0 };
  }
  // Without its order the cam runs out, and then a spring parks it.
  const { body: out, strokes } = further(body, coastUnits(MAKE, MAKE.rateCentiHzMax));
  return { body: { ...out, inMs, state: 'parked', camUnits: 0 }, strokes };
}

const begun = (body: Body) => ({
  body: { ...body, encoderStrokes: body.encoderStrokes + 1 },
  strokes: 1,
});

function further(body: Body, units: number): { readonly body: Body; readonly strokes: number } {
  const camUnits = body.camUnits + units;
  if (camUnits < UNITS_PER_STROKE) return { body: { ...body, camUnits }, strokes: 0 };
  return begun({ ...body, camUnits: camUnits - UNITS_PER_STROKE });
}

const sensedOf = (body: Body, trigger: boolean): Sensed => ({
  trigger,
  encoderStrokes: body.encoderStrokes,
  retracted: body.inMs >= IN_MS,
  peakUm: undefined,
  contact: undefined,
  forceMn: undefined,
  tiltDeg: undefined,
  glideMmS: undefined,
  motorMa: 100,
  batteryMv: 3_900,
  batteryPercent: 80,
  temperatureDeciC: 300,
  cartridge: CARTRIDGE,
  charging: false,
});

/** The memory some milliseconds later, and what it confirms. */
function remember(memory: Memory, elapsedMs: number): readonly [Memory, readonly number[]] {
  if (memory.queue.length === 0) return [memory, []];
  let leftMs = elapsedMs;
  let { record } = memory;
  const stored: number[] = [];
  const queue: Writing[] = [];
  for (const one of memory.queue) {
    const usedMs = Math.min(leftMs, one.leftMs);
    leftMs -= usedMs;
    if (one.leftMs > usedMs) queue.push({ ...one, leftMs: one.leftMs - usedMs });
    else {
      ({ record } = one);
      stored.push(one.id);
    }
  }
  return [{ record, queue }, stored];
}

/** One look of the firmware, so many milliseconds after the one before. */
function look(before: Pen, elapsedMs: number, trigger: boolean, stepOf: FirmwareStep): PenStep {
  const [memory, stored] = remember(before.memory, elapsedMs);
  let pen: Pen = { ...before, memory };
  for (const id of stored) ({ pen } = react(pen, { kind: 'stored', id }, 0, stepOf));
  const sensed = sensedOf(pen.body, trigger);
  return react(pen, { kind: 'tick', sensed }, elapsedMs, stepOf);
}

/** The slow report is told whenever the quick one is: how old it is would be one age more. */
const talkative = (pen: Pen): Pen => ({
  ...pen,
  firmware: { ...pen.firmware, ages: { ...pen.firmware.ages, vitalsInMs: 0 } },
});

/**
 * Time passes for the pen, in looks as short as its firmware wants them. Of what it says only the
 * newest is still on its way when the time is over.
 */
export function live(before: Pen, ms: number, trigger: boolean, stepOf: FirmwareStep): PenStep {
  let pen = before;
  let said: readonly ToHostBurst[] = [];
  const strokes: Stroke[] = [];
  for (let leftMs = ms; leftMs > 0; ) {
    const stepMs = Math.min(leftMs, tickMsMax(pen.firmware), pen.memory.queue[0]?.leftMs ?? leftMs);
    for (let each = 0; each < stepMs; each += 1) {
      const turned = turn(pen.body);
      if (turned.strokes > 0) {
        strokes.push({
          afterMs: ms - leftMs + each + 1,
          penMs: pen.firmware.ages.penMs + each + 1,
          driven: typeof pen.body.drive.motor === 'object',
        });
      }
      pen = turned.body === pen.body ? pen : { ...pen, body: turned.body };
    }
    const seen = look(talkative(pen), stepMs, trigger, stepOf);
    ({ pen } = seen);
    if (seen.said.length > 0) ({ said } = seen);
    leftMs -= stepMs;
  }
  const frames = said.flatMap((burst) => burst.frames);
  return { pen, said: frames.length === 0 ? [] : [{ kind: 'to-host', frames }], strokes };
}

/** A long time passes in one look, for a pen that stands still. */
export const standFor = (pen: Pen, ms: number, trigger: boolean, stepOf: FirmwareStep): PenStep => {
  const { ages } = pen.firmware;
  const silentMs = ms >= 2_000 ? ages.silentMs : 0;
  const waiting = { ...pen, firmware: { ...pen.firmware, ages: { ...ages, silentMs } } };
  const stood = look(talkative(waiting), ms, trigger, stepOf);
  const frames = stood.said.flatMap((burst) => burst.frames);
  return { ...stood, said: frames.length === 0 ? [] : [{ kind: 'to-host', frames }] };
};

/** What a pen finds in its memory at the next boot. */
export type Kept = 'its ledger' | 'nothing';

/** The power goes and comes back: what was being stored is lost, and the cam runs out. */
export function reset(before: Pen, kept: Kept): PenStep {
  const body: Body = { ...before.body, drive: RESTED.drive };
  const out = turn(body);
  const record = kept === 'nothing' ? undefined : before.memory.record;
  const woken = wakeUp(before.boot + 1, record, { ...out.body, inMs: IN_MS, state: 'parked' });
  const { penMs } = before.firmware.ages;
  const stroke = { afterMs: 0, penMs, driven: false };
  return { ...woken, strokes: out.strokes > 0 ? [stroke] : [] };
}

const AT_REST: ReadonlySet<string> = new Set(['idle', 'armed', 'latched']);
/** How long a cam is parked for, and no longer of interest. */
const PARKED_MS = 50;
/** Numbers of what was sent begin above every number that is still remembered. */
const FRESH_SEQ = 1_000;

/**
 * A pen without what it will never look at again, so that equal situations are equal. How long it
 * has stood and heard nothing is reduced to whether it is long enough: `standFor` is the rest.
 */
export function tidyPen(pen: Pen, isLastBoot: boolean, readsTravel: boolean): Pen {
  const { firmware } = pen;
  const rests = AT_REST.has(firmware.doing.kind);
  const memory = isLastBoot ? withoutRecords(pen.memory) : pen.memory;
  const { rows, answer } = firmware.link;
  return {
    ...pen,
    seq: FRESH_SEQ,
    memory,
    firmware: {
      ...firmware,
      ages: tidyAges(firmware, rests),
      doing: tidyDoing(firmware),
      pace: rests ? { ...NO_PACE, quietMa: firmware.pace.quietMa } : firmware.pace,
      // A row is read by ARM alone, which never comes without a new row for its area.
      link: {
        ...firmware.link,
        rows: firmware.doing.kind === 'idle' ? rows : new Map(),
        // A page that was answered at once is never asked for again.
        answer: readsTravel || answer?.kind === 'outcome' ? answer : undefined,
      },
    },
  };
}

const withoutRecords = ({ queue }: Memory): Memory => ({
  record: undefined,
  queue: queue.map((one) => ({ ...one, record: undefined })),
});

type Ages = Firmware['ages'];

function tidyAges({ ages, ledger }: Firmware, rests: boolean): Ages {
  const storeMs = ledger.storedMark < ledger.mark ? ages.storeMs : 0;
  const heard = { ...ages, storeMs, silentMs: 0 };
  return rests ? restedAges(heard) : heard;
}

const restedAges = (ages: Ages): Ages => ({
  ...ages,
  silentMs: 0,
  doingMs: 0,
  edgeMs: Math.min(PARKED_MS, ages.edgeMs),
  edgeBeforeMs: 0,
  dueUnits: 0,
});

/** A motion that comes to rest asks nobody for permission any more. */
function tidyDoing({ doing, ages }: Firmware): Firmware['doing'] {
  if (doing.kind !== 'stopping') return doing;
  const { motion } = doing;
  const permit = { ceiling: motion.fromStrokes, notAfterPenMs: ages.penMs };
  return { ...doing, motion: { ...motion, permit } };
}
