// The windows at the desk: who controls and who looks on, and what is said to each. A window that
// is behind misses snapshots and traces and never a state or a reply; one that takes nothing any
// more is let go of, and comes back when it can.

import type { Carrier } from '../contract/carrier.ts';
import type { DeskState, WindowsView } from '../contract/desk-state.ts';
import type { DeskSays } from '../contract/says.ts';

/** One window at the desk. */
export interface Seat {
  readonly carrier: Carrier;
  /** The same for a page that is loaded again in the same tab; empty if it does not say. */
  readonly tab: string;
  /** It closed, or was let go of. */
  gone: boolean;
  /** It has the newest state, or it is on its way to it. */
  stateSent: string;
}

/** The windows there are. */
export interface Windows {
  readonly join: (carrier: Carrier, tab?: string) => Seat;
  readonly leave: (seat: Seat) => void;
  readonly controls: (seat: Seat) => boolean;
  /** Takes control; false while another window has it. */
  readonly takeControl: (seat: Seat) => boolean;
  /** Tells every window how things stand, each in its own role. */
  readonly showState: (state: StateForAll) => void;
  /** Tells every window that keeps up. */
  readonly showMoving: (said: Extract<DeskSays, { kind: 'snapshot' | 'trace' | 'bench' }>) => void;
  readonly say: (seat: Seat, said: DeskSays) => void;
  readonly sayAll: (said: DeskSays) => void;
  readonly count: () => number;
  readonly closeAll: () => void;
}

/** The state but for what differs from window to window. */
export type StateForAll = Omit<DeskState, 'windows'>;

/** A window that has so much on its way is not given what moves. */
const BEHIND_BYTES = 256 * 1024;
/** One that has so much on its way takes nothing any more. */
const LOST_BYTES = 16 * 1024 * 1024;

/** Starts with no window. */
export function createWindows(): Windows {
  const seats = new Set<Seat>();
  const held: { controller: Seat | undefined } = { controller: undefined };
  const letGo = (seat: Seat): void => {
    seats.delete(seat);
    seat.gone = true;
    if (held.controller === seat) held.controller = undefined;
  };
  const send = (seat: Seat, text: string): void => {
    if (seat.gone) return;
    seat.carrier.send(text);
    if (seat.carrier.waitingBytes() <= LOST_BYTES) return;
    letGo(seat);
    seat.carrier.close();
  };
  const viewOf = (seat: Seat): WindowsView => ({
    role: held.controller === seat ? 'controller' : 'viewer',
    controllerPresent: held.controller !== undefined,
    viewers: seats.size - (held.controller === undefined ? 0 : 1),
  });
  return {
    join: (carrier, tab = '') => {
      const seat: Seat = { carrier, tab, gone: false, stateSent: '' };
      seats.add(seat);
      // A page that was loaded again goes on with what it had; its old road may not be closed yet.
      if (tab !== '' && held.controller?.tab === tab) held.controller = seat;
      held.controller ??= seat;
      return seat;
    },
    leave: letGo,
    controls: (seat) => held.controller === seat,
    takeControl: (seat) => {
      held.controller ??= seat;
      return held.controller === seat;
    },
    showState: (state) => {
      const whole = JSON.stringify(state).slice(1);
      for (const seat of [...seats]) {
        const windows = JSON.stringify(viewOf(seat));
        const text = `{"kind":"state","state":{"windows":${windows},${whole}}`;
        if (text === seat.stateSent) continue;
        seat.stateSent = text;
        send(seat, text);
      }
    },
    showMoving: (said) => {
      const text = JSON.stringify(said);
      for (const seat of [...seats]) {
        if (seat.carrier.waitingBytes() < BEHIND_BYTES) send(seat, text);
      }
    },
    say: (seat, said) => send(seat, JSON.stringify(said)),
    sayAll: (said) => {
      const text = JSON.stringify(said);
      for (const seat of [...seats]) send(seat, text);
    },
    count: () => seats.size,
    closeAll: () => {
      for (const seat of [...seats]) seat.carrier.close();
    },
  };
}
