// The firmware in its processor: it boots from memory, hears frames, looks at its sensors once a
// tick, and gives its orders to motor, memory and wire. Power comes and goes outside of it.

import { bindingOf } from '../protocol/binding.ts';
import { SCHEMA_HASH } from '../protocol/catalogue.ts';
import { createDeframer, type Deframer } from '../protocol/deframe.ts';
import { lineText } from '../protocol/service-line.ts';
import { calmMs, saysNothingNew, tickMsMax, wake } from './firmware/index.ts';
import type { Firmware, FirmwareEvent, Make, Step, step } from './firmware/index.ts';
import { createLatchDiary } from './latch-diary.ts';
import type { PairingMemory } from './pairing-memory.ts';
import { createEyes } from './pen-eyes.ts';
import type { PenMemory } from './pen-memory.ts';
import { createPenSeal } from './pen-seal.ts';
import type { Voice } from './pen-voice.ts';
import { type Drive, type Plant, type Sensed, UNPOWERED } from './plant/index.ts';
import { createRandom, nextU32 } from './random.ts';
import type { TableMemory } from './table-memory.ts';

/** What a mind works with. */
export interface MindParts {
  readonly make: Make;
  readonly plant: Plant;
  readonly memory: PenMemory;
  readonly tables: TableMemory;
  readonly keys: PairingMemory;
  readonly voice: Voice;
  readonly seed: number;
  /** The firmware's one step; a test may give a twin that is broken in one rule. */
  readonly step: typeof step;
}

/** Firmware that runs. */
export interface Mind {
  /** Bytes from the wire. What comes while it is busy waits until it is not. */
  readonly hear: (bytes: Uint8Array) => void;
  /** One tick: true time for the memory, the pen's own for the firmware. */
  readonly live: (trueMs: number, penMs: number) => void;
  /** The button of pairing goes down or comes up. */
  readonly button: (held: boolean) => void;
  readonly drive: () => Drive;
  /** How long its next tick may be at the most. */
  readonly tickMsMax: () => number;
  /** Brings the firmware up to the present, for what comes from outside of it. */
  readonly settle: () => void;
  readonly state: () => Firmware;
}

const BOOT_STREAM = 100;

/** What firmware wakes up with: all that its memories still know. */
function wakeUp({ make, memory, tables, keys, seed }: MindParts): Step {
  const { record, bootCount } = memory.boot();
  // Every boot has a stream of chance of its own, so that no two are alike.
  const random = createRandom(seed, BOOT_STREAM + bootCount);
  const boot = { bootId: nextU32(random), bootCount, nonceSeed: nextU32(random) };
  return wake({ make, boot, nonVolatile: record, table: tables.boot(), pairing: keys.boot() });
}

/** Lets time pass for the memories, and tells the firmware what they have stored. */
const memoriesOf = (
  { memory, tables, keys }: MindParts,
  happen: (event: FirmwareEvent) => void,
): { readonly pass: (ms: number) => void; readonly areIdle: () => boolean } => {
  const stored = (id: number): void => happen({ kind: 'stored', id });
  const tableStored = (id: number): void => happen({ kind: 'table-stored', id });
  const pairingStored = (id: number): void => happen({ kind: 'pairing-stored', id });
  return {
    pass: (ms) => {
      memory.pass(ms, stored);
      tables.pass(ms, tableStored);
      keys.pass(ms, pairingStored);
    },
    areIdle: () => memory.isIdle() && tables.isIdle() && keys.isIdle(),
  };
};

/** Boots a pen's firmware from its memory. */
export function bootMind(parts: MindParts): Mind {
  const { plant, memory, tables, keys, voice } = parts;
  const first = wakeUp(parts);
  const binding = bindingOf(SCHEMA_HASH, first.state.boot.bootId);
  let { state } = first;
  let drive = UNPOWERED;
  const diary = createLatchDiary(state.latch);

  const perform = (done: Step): void => {
    ({ state } = done);
    diary.note(state.latch);
    for (const effect of done.effects) {
      if (effect.kind === 'drive') ({ drive } = effect);
      else if (effect.kind === 'store') memory.write(effect.id, effect.record);
      else if (effect.kind === 'store-table') tables.write(effect.id, effect.table);
      else if (effect.kind === 'say') voice.say(effect.text);
      else if (effect.kind === 'store-pairing') keys.write(effect.id, effect.record);
      else voice.send(effect.message, state.link, binding, seal.dress);
    }
  };

  const happen = (event: FirmwareEvent): void => perform(parts.step(state, event, 0));
  const eyes = createEyes(plant);
  const seal = createPenSeal({
    state: () => state,
    binding,
    push: (bytes) => deframer.push(bytes),
    foreign: () => happen({ kind: 'foreign-seal' }),
  });
  const around = (): Surroundings => ({ sensed: eyes.sensed, latches: diary.read() });
  const deframer = createEar(happen, seal.heardUnder, around);
  deframer.bind(binding);
  const memories = memoriesOf(parts, happen);
  const inbox = createInbox((bytes) => {
    seal.hear(bytes);
    calm = 0;
  });
  let calm = 0; // milliseconds that may pass without a look of the firmware
  let owedMs = 0; // and those that have
  const look = (trueMs: number): void => {
    const elapsedMs = owedMs;
    owedMs = 0;
    inbox.begin();
    memories.pass(trueMs);
    perform(parts.step(state, eyes.tick, elapsedMs));
    eyes.acted();
    calm = calmMs(state);
    inbox.end();
  };

  /** Lets the firmware live what it is owed; nothing comes of it but its ages. */
  const settle = (): void => {
    eyes.catchUp();
    if (owedMs > 0) look(0);
  };
  const isNothing = (sensed: Sensed): boolean => saysNothingNew(state, sensed, eyes.peakUm());

  inbox.begin();
  perform(first);
  inbox.end();

  return {
    hear: (bytes) => {
      settle();
      inbox.hear(bytes);
    },
    live: (trueMs, penMs) => {
      owedMs += penMs;
      const idle = calm > 0 && owedMs <= calm && memories.areIdle();
      if (idle && eyes.blink(isNothing)) return;
      eyes.look();
      if (!idle || !isNothing(eyes.sensed)) look(trueMs);
    },
    button: (held) => {
      settle();
      happen({ kind: 'button', held });
    },
    drive: () => drive,
    tickMsMax: () => tickMsMax(state),
    settle,
    state: () => {
      settle();
      return state;
    },
  };
}

type Surroundings = Omit<Extract<FirmwareEvent, { readonly kind: 'line' }>, 'kind' | 'text'>;

/** Makes frames and lines out of bytes, and events out of those. */
const createEar = (
  happen: (event: FirmwareEvent) => void,
  heardUnder: () => number | undefined,
  surroundings: () => Surroundings,
): Deframer =>
  createDeframer(
    {
      heard: (message, { session, seq }) =>
        happen({ kind: 'received', header: { session, seq, seal: heardUnder() }, message }),
      dropped: (why) => happen({ kind: 'dropped', why }),
      line: (bytes) => happen({ kind: 'line', text: lineText(bytes), ...surroundings() }),
    },
    'host',
  );

/** Bytes that wait while the firmware is at work. */
interface Inbox {
  readonly hear: (bytes: Uint8Array) => void;
  /** Begins work, during which bytes are kept. */
  readonly begin: () => void;
  /** Ends work and hears what came meanwhile. */
  readonly end: () => void;
}

/** A host in the same memory answers within the call in which it was spoken to. */
function createInbox(push: (bytes: Uint8Array) => void): Inbox {
  const waiting: Uint8Array[] = [];
  let busy = false;
  const end = (): void => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) push(next);
    busy = false;
  };
  return {
    hear: (bytes) => {
      if (busy) {
        waiting.push(bytes.slice());
        return;
      }
      busy = true;
      push(bytes);
      end();
    },
    begin: () => {
      busy = true;
    },
    end,
  };
}
