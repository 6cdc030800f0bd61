// The firmware in its processor: it boots from memory, hears frames, looks at its sensors once a
// tick, and gives its orders to motor, memory and wire. Power comes and goes outside of it.

import { bindingOf } from '../protocol/binding.ts';
import { SCHEMA_HASH } from '../protocol/catalogue.ts';
import { createDeframer } from '../protocol/deframe.ts';
import { wake } from './firmware/index.ts';
import type { Firmware, Make, Step, step } from './firmware/index.ts';
import type { PenMemory } from './pen-memory.ts';
import type { Voice } from './pen-voice.ts';
import { type Drive, type Plant, sense, UNPOWERED } from './plant/index.ts';
import { createRandom, nextU32 } from './random.ts';

/** What a mind works with. */
export interface MindParts {
  readonly make: Make;
  readonly plant: Plant;
  readonly memory: PenMemory;
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
  readonly drive: () => Drive;
  readonly state: () => Firmware;
}

const BOOT_STREAM = 100;

/** Boots a pen's firmware from its memory. */
export function bootMind(parts: MindParts): Mind {
  const { make, plant, memory, voice, seed } = parts;
  const { record, bootCount } = memory.boot();
  // Every boot has a stream of chance of its own, so that no two are alike.
  const random = createRandom(seed, BOOT_STREAM + bootCount);
  const bootId = nextU32(random);
  const boot = { bootId, bootCount, nonceSeed: nextU32(random) };
  const binding = bindingOf(SCHEMA_HASH, bootId);
  const first = wake({ make, boot, nonVolatile: record });

  let { state } = first;
  let drive = UNPOWERED;
  let busy = false;
  let waiting: Uint8Array[] = [];

  const perform = (done: Step): void => {
    ({ state } = done);
    for (const effect of done.effects) {
      if (effect.kind === 'drive') ({ drive } = effect);
      else if (effect.kind === 'store') memory.write(effect.id, effect.record);
      else voice.send(effect.message, state.link, binding);
    }
  };

  const deframer = createDeframer(
    {
      heard: (message, { session, seq }) => {
        perform(parts.step(state, { kind: 'received', header: { session, seq }, message }, 0));
      },
      dropped: (why) => {
        perform(parts.step(state, { kind: 'dropped', why }, 0));
      },
    },
    'host',
  );
  deframer.bind(binding);

  const stored = (id: number): void => {
    perform(parts.step(state, { kind: 'stored', id }, 0));
  };

  const catchUp = (): void => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      deframer.push(next);
    }
    busy = false;
  };

  const tick = { kind: 'tick' as const, sensed: sense(plant) };
  busy = true;
  perform(first);
  catchUp();

  return {
    hear: (bytes) => {
      // A host in the same memory answers within the call in which it was spoken to.
      if (busy) {
        waiting = [...waiting, bytes.slice()];
        return;
      }
      busy = true;
      deframer.push(bytes);
      catchUp();
    },
    live: (trueMs, penMs) => {
      busy = true;
      memory.pass(trueMs, stored);
      sense(plant);
      perform(parts.step(state, tick, penMs));
      catchUp();
    },
    drive: () => drive,
    state: () => state,
  };
}
