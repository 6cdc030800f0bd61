// A HID backend that plays reports. It stands where the hardware would: what it plays are reports
// in the form that AN434 and the pedals' published drivers describe.

import type { HidBackend, HidDevice, HidSeen } from '../../host/link/hid-backend.ts';
import { ok, refuse } from '../../protocol/result.ts';

/** A device under a test's hands. */
export interface FakeHid {
  readonly seen: HidSeen;
  readonly written: Uint8Array[];
  readonly features: Uint8Array[];
  readonly closed: () => boolean;
  /** Answers the read that is waiting. */
  play(report: readonly number[]): Promise<void>;
  quiet(): Promise<void>;
  unplug(): Promise<void>;
  /** Holds writes back until the returned function is called. */
  stall(): () => Promise<void>;
}

interface Waiting {
  readonly resolve: (report: Uint8Array | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** Lets everything run that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

/** Makes a device and the backend's view of it. */
export function fakeHid(seen: HidSeen, enabled = 1): FakeHid & { readonly device: HidDevice } {
  const written: Uint8Array[] = [];
  const features: Uint8Array[] = [];
  let waiting: Waiting | undefined;
  let closed = false;
  let stalled: Promise<void> | undefined;
  const answer = async (how: (read: Waiting) => void): Promise<void> => {
    await settle();
    const read = waiting;
    if (read === undefined) throw new Error('nobody reads');
    waiting = undefined;
    how(read);
    await settle();
  };
  return {
    seen,
    written,
    features,
    closed: () => closed,
    play: (report) => answer(({ resolve }) => resolve(Uint8Array.from(report))),
    quiet: () => answer(({ resolve }) => resolve(undefined)),
    unplug: () => answer(({ reject }) => reject(new Error('could not read from HID device'))),
    stall() {
      let go = (): void => undefined;
      stalled = new Promise((resolve) => (go = resolve));
      return () => {
        stalled = undefined;
        go();
        return settle();
      };
    },
    device: {
      read: () => new Promise((resolve, reject) => (waiting = { resolve, reject })),
      async write(report) {
        await stalled;
        written.push(report);
      },
      sendFeature: (report) => Promise.resolve(void features.push(report)),
      feature: (id) => Promise.resolve(Uint8Array.of(id, enabled)),
      close() {
        closed = true;
        waiting?.resolve(undefined);
        return Promise.resolve();
      },
    },
  };
}

/** A backend over devices that may be plugged in and out. */
export function fakeBackend(
  plugged: (FakeHid & { readonly device: HidDevice })[],
): HidBackend {
  return {
    list: () => Promise.resolve(plugged.map(({ seen }) => seen)),
    open: (path) => {
      const found = plugged.find(({ seen }) => seen.path === path);
      return Promise.resolve(
        found === undefined ? refuse({ code: 'vanished', name: path }) : ok(found.device),
      );
    },
  };
}
