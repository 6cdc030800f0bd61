// What a pen knows of pairing: the keys that it holds, how far its count of sessions has gone and
// may go, and the exchange by which a new key is being made. Keys are text, so that a state is
// plain data; only what is stored counts.

import { keyIdOf } from '../../protocol/pairing.ts';

/** What outlives a reset, whole or not at all. */
export interface PairingRecord {
  /** At most two: the one that was proven, and one that has yet to be. */
  readonly keys: readonly string[];
  /** Every session of this boot is numbered below it; the next boot begins here. */
  readonly mark: number;
}

/** A pen that nobody was paired with. */
export const NO_KEYS: PairingRecord = { keys: [], mark: 0 };

/** An exchange that PAIR has begun. */
export interface Exchanging {
  readonly commit: string;
  readonly secret: string;
  readonly publicKey: string;
}

/** Whether somebody at the pen wants a first key to be made. */
export type Window =
  | { readonly kind: 'closed' }
  | { readonly kind: 'open' }
  | {
      readonly kind: 'comparing';
      /** What the pen shows, for a person to compare with the host's screen. */
      readonly digits: string;
      readonly key: string;
    };

/** Everything about pairing. */
export interface Pairing {
  /** What is stored. */
  readonly held: PairingRecord;
  /** What was ordered to be stored last; the same as `held` once it is. */
  readonly wanted: PairingRecord;
  readonly storeId: number;
  /** The number of the next session. */
  readonly counter: number;
  readonly window: Window;
  readonly exchanging: Exchanging | undefined;
  /** The button in its hole, which is not the trigger. */
  readonly button: boolean;
}

/** Pairing of a pen that boots with this record. */
export const bootPairing = (record: PairingRecord): Pairing => ({
  held: record,
  wanted: record,
  storeId: 0,
  // S-52: whatever was reserved may have been used.
  counter: record.mark,
  window: { kind: 'closed' },
  exchanging: undefined,
  button: false,
});

/** What a key at a place is called; 0 where there is none. */
export function idAt(keys: readonly string[], at: number): number {
  const key = keys[at];
  return key === undefined ? 0 : keyIdOf(key);
}
