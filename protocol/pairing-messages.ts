// The messages about keys, in both directions. No key is ever in one of them: what crosses the wire
// are public halves of an exchange, a hash, and the numbers that keys are called by.

import { choice, count, hex, u16, u32 } from './field.ts';
import { message } from './message.ts';
import { ms } from './units.ts';

/** Begins to make a key: a hash of the public key that REVEAL will show. */
export const Pair = message(0x20, 'pair', { delivery: 'request', bound: true }, {
  commit: hex(32),
});

/** Shows the public key that PAIR has hashed; both ends then have the same new key. */
export const Reveal = message(0x21, 'reveal', { delivery: 'request', bound: true }, {
  publicKey: hex(32),
});

/** The pen forgets all its keys; done for a host that has one. */
export const Unpair = message(0x22, 'unpair', { delivery: 'request', bound: true }, {
  keyId: u32(count),
});

/** Said before WELCOME by a pen that holds keys: which ones, and the number of this session. */
export const Paired = message(0x83, 'paired', { delivery: 'greeting' }, {
  hostNonce: u32(count),
  counter: u32(count),
  keyId: u32(count),
  newKeyId: u32(count),
});

/** Where the making of a first key stands, as page 10 says it. */
export const PAIRING_WINDOWS = { closed: 0, open: 1, comparing: 2 } as const;

/** A word for where the making of a first key stands. */
export type PairingWindow = keyof typeof PAIRING_WINDOWS;

/** Page 10: the keys that the pen holds, by their numbers, and whether it would take another. */
export const Pairing = message(0xab, 'pairing', { delivery: 'answer' }, {
  request: u32(count),
  window: choice(PAIRING_WINDOWS),
  leftMs: u16(ms),
  keyId: u32(count),
  newKeyId: u32(count),
});

/** The pen's public key, in answer to PAIR. */
export const PairKey = message(0xb0, 'pair-key', { delivery: 'answer' }, {
  request: u32(count),
  publicKey: hex(32),
});
