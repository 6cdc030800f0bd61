// Keeps a pedal: looks for one, opens it, reads it without pause, and reports what it means. Each
// read that comes back, with a report or without, proves that the pedal is still there; a read that
// does not come back proves nothing, and the proof grows old. There is no hot-plug news in HID, so
// it looks again once a second.

import type { HidBackend, HidDevice } from './hid-backend.ts';
import { createListeners } from './listeners.ts';
import {
  isHeld,
  NO_PEDAL,
  type PedalEvent,
  type PedalNews,
  type PedalState,
  pedalStep,
} from './pedal.ts';
import { type PedalModel, pedalModel } from './pedal-models.ts';
import { systemTimers, type Timers } from './timers.ts';

/** How long one read waits: two of them fit into the age that a proof may reach. */
export const PEDAL_READ_MS = 40;
/** How often the age of the proof is looked at. */
export const PEDAL_LOOK_MS = 10;
/** How often a missing pedal is looked for. */
export const PEDAL_SEEK_MS = 1_000;

/** A pedal that may come and go. */
export interface PedalReader {
  onEvent(listener: (event: PedalEvent) => void): () => void;
  /** Whether a foot is known to hold it down right now, asked of the clock, not of a timer. */
  held(): boolean;
  present(): boolean;
  /** How long ago the pedal was last proven to be there; undefined when there is none. */
  proofAgeMs(): number | undefined;
  /** Ends the hold under way: the next needs a lifted foot and a new press. */
  endHold(): void;
  close(): Promise<void>;
}

/** Starts looking for a pedal. */
export function openPedalReader(
  backend: HidBackend,
  timers: Timers = systemTimers,
): PedalReader {
  const listeners = createListeners<PedalEvent>();
  let state: PedalState = NO_PEDAL;
  let steppedMs = timers.nowMs();
  let open = true;

  const sinceMs = (): number => Math.max(0, timers.nowMs() - steppedMs);
  const take = (news: PedalNews): void => {
    const step = pedalStep(state, news, sinceMs());
    state = step.state;
    steppedMs = timers.nowMs();
    for (const event of step.events) listeners.tell(event);
  };
  const watch = repeat(timers, PEDAL_LOOK_MS, () => take({ kind: 'aged' }));
  const keeping = keep({ backend, timers, take, open: () => open });

  return {
    onEvent: listeners.add,
    held: () => open && isHeld(state, sinceMs()),
    present: () => state.kind === 'present',
    proofAgeMs: () => (state.kind === 'present' ? state.proofAgeMs + sinceMs() : undefined),
    endHold: () => take({ kind: 'hold-ended' }),
    close() {
      if (open) {
        open = false;
        watch();
        keeping.wake();
        take({ kind: 'failed', why: 'closed by this program' });
      }
      return keeping.done;
    },
  };
}

interface Keeper {
  readonly backend: HidBackend;
  readonly timers: Timers;
  readonly take: (news: PedalNews) => void;
  readonly open: () => boolean;
}

/** Finds, reads and loses pedals until closed. */
function keep(keeper: Keeper): { readonly done: Promise<void>; wake(): void } {
  const seek = createWait(keeper.timers);
  const run = async (): Promise<void> => {
    while (keeper.open()) {
      const found = await findPedal(keeper.backend);
      if (found !== undefined) await readWhileThere(keeper, found.device, found.model);
      if (keeper.open()) await seek.wait(PEDAL_SEEK_MS);
    }
  };
  return { done: run(), wake: seek.wake };
}

interface FoundPedal {
  readonly device: HidDevice;
  readonly model: PedalModel;
}

async function findPedal(backend: HidBackend): Promise<FoundPedal | undefined> {
  const seen = await backend.list().catch(() => []); // a list that fails shows no pedal, no more
  for (const { vendorId, productId, path } of seen) {
    const model = pedalModel(vendorId, productId);
    if (model === undefined) continue;
    const opened = await backend.open(path);
    if (opened.ok) return { device: opened.value, model };
  }
  return undefined;
}

async function readWhileThere(
  { take, open }: Keeper,
  device: HidDevice,
  model: PedalModel,
): Promise<void> {
  if (open()) take({ kind: 'attached', model });
  try {
    while (open()) {
      const bytes = await device.read(PEDAL_READ_MS);
      if (open()) take(bytes === undefined ? { kind: 'quiet' } : { kind: 'report', bytes });
    }
  } catch (error) {
    take({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
  }
  await device.close().catch(() => undefined); // gone is as good as closed
}

function repeat(timers: Timers, everyMs: number, run: () => void): () => void {
  let callOff = timers.after(everyMs, again);
  function again(): void {
    callOff = timers.after(everyMs, again);
    run();
  }
  return () => callOff();
}

function createWait(timers: Timers): { wait(forMs: number): Promise<void>; wake(): void } {
  let wake = (): void => undefined;
  return {
    wait: (forMs) =>
      new Promise((resolve) => {
        const callOff = timers.after(forMs, resolve);
        wake = () => {
          callOff();
          resolve();
        };
      }),
    wake: () => wake(),
  };
}
