// Carries a run out on a real port in real time: writes what is ordered, waits as long as is
// ordered or until it has become so, and stops where it is when somebody interrupts or the port
// ends. The only file of the kit that knows a port and a clock.

import type { BytePort } from '../../protocol/byte-port.ts';
import type { Timers } from '../link/index.ts';
import type { Run, RunOrder } from './conduct.ts';
import type { Ear } from './ear.ts';

/** What a run is carried out on. */
export interface DriveGround {
  readonly port: BytePort;
  readonly ear: Ear;
  readonly timers: Timers;
  /** Hears every order that is not about the port: what begins, what was judged, a hand's act. */
  readonly told: (order: RunOrder) => void;
}

/** How a run came out. */
export type Driven<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'closed'; readonly why: string };

/** A port with somebody who carries orders out on it. */
export interface Driver {
  readonly run: <Value>(run: Run<Value>) => Promise<Driven<Value>>;
  /** Ends the run under way where it stands. */
  readonly interrupt: () => void;
}

/** A queue that is full is tried again so often, which is two seconds of a slow line. */
const WRITE_TRIES = 200;
const WRITE_AGAIN_MS = 10;

/** Listens to a port and carries runs out on it, one at a time. */
export function createDriver({ port, ear, timers, told }: DriveGround): Driver {
  let closed: string | undefined;
  let interrupted = false;
  let look = (): void => undefined;

  const halted = (): boolean => closed !== undefined || interrupted;
  const setNow = (): void => ear.setNow(timers.nowMs());

  port.onBytes((bytes) => {
    ear.push(bytes, timers.nowMs());
    look();
  });
  port.onClosed((why) => {
    closed = why;
    look();
  });

  const wait = (forMs: number, until: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const finish = (): void => {
        callOff();
        look = () => undefined;
        resolve();
      };
      const callOff = timers.after(forMs, finish);
      look = () => {
        if (until() || halted()) finish();
      };
      look();
    });

  const write = async (bytes: Uint8Array): Promise<void> => {
    for (let tries = 0; tries < WRITE_TRIES && !halted(); tries += 1) {
      if (port.write(bytes)) return;
      await wait(WRITE_AGAIN_MS, () => false);
    }
  };

  const carryOut = async (order: RunOrder): Promise<void> => {
    if (order.kind === 'wait') await wait(order.forMs, order.until);
    else if (order.kind !== 'write') told(order);
    else if (order.urgent) port.writeUrgent(order.bytes);
    else await write(order.bytes);
  };

  return {
    run: async (run) => {
      interrupted = false;
      for (;;) {
        setNow();
        if (closed !== undefined) return { kind: 'closed', why: closed };
        if (halted()) return { kind: 'interrupted' };
        const next = run.next();
        if (next.done === true) return { kind: 'value', value: next.value };
        await carryOut(next.value);
      }
    },
    interrupt: () => {
      interrupted = true;
      look();
    },
  };
}
