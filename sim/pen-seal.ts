// The pen's end of the seal: it takes seals off what comes and puts them on what goes, and tells
// the firmware which key it was. A pen without keys has none of it, and its bytes pass untouched.

import { createBlockCutter } from '../protocol/block-cutter.ts';
import type { Mac } from '../protocol/hmac.ts';
import { keyIdOf, sessionMac } from '../protocol/pairing.ts';
import { createOpener, createSealer, SPEAKER } from '../protocol/seal.ts';
import type { Firmware } from './firmware/index.ts';

/** A seal around a pen's voice and ear. */
export interface PenSeal {
  /** Takes bytes; frames without a seal go on as they came, opened ones as they were made. */
  readonly hear: (bytes: Uint8Array) => void;
  /** The number of the key of the frame that is being handed on; none if it had no seal. */
  readonly heardUnder: () => number | undefined;
  /** A frame as it goes out: sealed once a host has proven its key. */
  readonly dress: (frame: Uint8Array) => Uint8Array;
}

/** What a seal works on. */
export interface SealGround {
  readonly state: () => Firmware;
  readonly binding: number;
  readonly push: (bytes: Uint8Array) => void;
  readonly foreign: () => void;
}

interface SessionKeys {
  readonly session: number;
  readonly keys: readonly string[];
  readonly ids: readonly number[];
  readonly macs: readonly Mac[];
}

const NO_SESSION: SessionKeys = { session: 0, keys: [], ids: [], macs: [] };
const DELIMITER = Uint8Array.of(0);

/** Makes the seal of one boot. */
export function createPenSeal({ state, binding, push, foreign }: SealGround): PenSeal {
  const open = createOpener();
  const seal = createSealer();
  let known = NO_SESSION;
  let heardUnder: number | undefined;

  /** The keys of the present session; those of its beginning hold to its end. */
  const keysNow = (): SessionKeys => {
    const { link, pairing } = state();
    const { paired, welcome, session } = link;
    const { keys } = pairing.held;
    const same = known.session === session && (link.seal !== 0 || known.keys === keys);
    if (same || paired === undefined || welcome === undefined) return known;
    const facts = { ...welcome, counter: paired.counter };
    known = {
      session,
      keys,
      ids: keys.map(keyIdOf),
      macs: keys.map((key) => sessionMac(key, facts)),
    };
    return known;
  };

  /** A session that is under one key hears no other. */
  const macsFor = ({ ids, macs }: SessionKeys): readonly Mac[] => {
    const { link } = state();
    if (link.paired === undefined) return [];
    return link.seal === 0 ? macs : macs.filter((_, at) => ids[at] === link.seal);
  };

  const block = (scratch: Uint8Array): void => {
    const keys = keysNow();
    const macs = macsFor(keys);
    const opened = open(scratch, macs, SPEAKER.host, binding);
    if (opened.kind === 'foreign') return foreign();
    if (opened.kind === 'plain') {
      push(DELIMITER);
      push(scratch.slice());
      return push(DELIMITER);
    }
    const mac = macs[opened.by];
    heardUnder = keys.ids[keys.macs.findIndex((one) => one === mac)];
    push(opened.frame.slice());
    heardUnder = undefined;
  };

  const cut = createBlockCutter({
    block: (_view, bytes, from, to) => block(bytes.subarray(from, to)),
    // Longer than any frame: the decoder behind drops and counts it.
    tooLong: () => push(new Uint8Array(300).fill(1).with(299, 0)),
  });

  return {
    hear: (bytes) => {
      const { pairing, link } = state();
      if (pairing.held.keys.length === 0 && link.seal === 0) push(bytes);
      else cut(bytes);
    },
    heardUnder: () => heardUnder,
    dress: (frame) => {
      const { link } = state();
      if (link.seal === 0) return frame;
      const { ids, macs } = keysNow();
      const mac = macs[ids.indexOf(link.seal)];
      return (mac && seal(frame, mac, SPEAKER.pen, binding)) ?? frame;
    },
  };
}
