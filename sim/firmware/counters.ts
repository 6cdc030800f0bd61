// How many frames a pen dropped, by reason, and how much it refused. Each counter stays at its
// highest value: a number that came round to zero would say that all is well.

import type { DropReason } from '../../protocol/deframe.ts';
import type { Counters, Firmware } from './state.ts';

/** Counters of a pen that has just booted. */
export const NOTHING_DROPPED: Counters = {
  damaged: 0,
  tooLong: 0,
  foreignVersion: 0,
  unknownFlags: 0,
  unknownId: 0,
  unbound: 0,
  staleSession: 0,
  badPayload: 0,
  duplicate: 0,
  refused: 0,
  unsealed: 0,
};

const COUNTER_MAX = 0xffff;

const COUNTER_OF: Readonly<Record<DropReason, keyof Counters>> = {
  damaged: 'damaged',
  'too-long': 'tooLong',
  'foreign-version': 'foreignVersion',
  'unknown-flags': 'unknownFlags',
  'unknown-id': 'unknownId',
  // The wire has no counter of its own for echoes: an id that no host sends.
  echo: 'unknownId',
  unbound: 'unbound',
  'bad-payload': 'badPayload',
};

/** The same pen with one counter a step higher. */
export const count = (state: Firmware, name: keyof Counters): Firmware =>
  state.counters[name] === COUNTER_MAX
    ? state
    : { ...state, counters: { ...state.counters, [name]: state.counters[name] + 1 } };

/** The same pen after the decoder dropped something. */
export const countDropped = (state: Firmware, why: DropReason): Firmware =>
  count(state, COUNTER_OF[why]);
