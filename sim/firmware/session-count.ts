// The count of sessions, by which no two of them ever have the same key. Like the stroke ledger it
// reserves ahead: a mark is stored before a number under it is used, and a boot starts at the mark,
// so a power cut at any instant may skip numbers and never repeats one.
//
//   stored mark   ---------------------+----------------+-----
//   counter       | used | next ...    |  not before it is stored

import type { Effect, Step } from './event.ts';
import { stay } from './event.ts';
import type { Pairing, PairingRecord } from './pairing-state.ts';
import type { Firmware } from './state.ts';

/** How many numbers are reserved at once. */
export const RESERVED_SESSIONS = 1_024;

/** Above this nothing is reserved any more: such a pen is paired anew, and counts from 0. */
const COUNT_MAX = 2 ** 32 - 2 ** 24;

/** Orders keys and mark to be stored; they count once they are. */
export function keep(state: Firmware, wanted: PairingRecord): Step {
  const storeId = state.pairing.storeId + 1;
  const effect: Effect = { kind: 'store-pairing', id: storeId, record: wanted };
  return {
    state: { ...state, pairing: { ...state.pairing, wanted, storeId } },
    effects: [effect],
  };
}

/** Whether no session can ever be numbered again under these keys: only a new key helps. */
export const isCountUsedUp = ({ counter, held, wanted }: Pairing): boolean =>
  counter >= held.mark && wanted.mark > COUNT_MAX;

/** Whether a session can be numbered now. */
export const hasNumber = ({ pairing: { counter, held } }: Firmware): boolean =>
  counter < held.mark;

/** Reserves more while half of what was reserved is left. */
export function reserveSessions(state: Firmware): Step {
  const { counter, held, wanted } = state.pairing;
  const enough = wanted.mark - counter > RESERVED_SESSIONS / 2;
  if (held.keys.length === 0 || enough || wanted.mark > COUNT_MAX) return stay(state);
  // S-52: the mark is stored before a number under it is used.
  return keep(state, { ...wanted, mark: counter + RESERVED_SESSIONS });
}
