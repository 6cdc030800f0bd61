// A port with a seal: what a host writes goes out under the key that it shares with the pen, and
// what comes in has to be under it too. It stands below guard, loop and record, which see the plain
// frames, and above the carrier, which sees sealed ones. It hears HELLO go out and WELCOME come in,
// and from then on bytes to and from a pen without keys pass through it untouched.
//
//   host  --plain-->  guard  --plain-->  seal  --sealed-->  carrier  -->  pen

import { bindingOf } from '../../protocol/binding.ts';
import { createBlockCutter } from '../../protocol/block-cutter.ts';
import type { BytePort } from '../../protocol/byte-port.ts';
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { createDeframer } from '../../protocol/deframe.ts';
import type { FromPen } from '../../protocol/from-pen.ts';
import { keyIdOf, sessionMac } from '../../protocol/pairing.ts';
import { createOpener, createSealer, SPEAKER } from '../../protocol/seal.ts';
import { createListeners } from '../link/listeners.ts';
import { keyCalled, withProof } from './key-file.ts';
import type { KeyStore } from './key-store.ts';
import { isHarmless, nonceOfHello, passesAnySeal } from './plain-frame.ts';
import type { SealedWith, SealNews, SealState } from './seal-state.ts';

/** What a sealed port works with. */
export interface SealGround {
  readonly keys: KeyStore;
  /** A way on which nothing but a sealed session is spoken, for instance a network. */
  readonly mustSeal: boolean;
  readonly told: (news: SealNews) => void;
}

type Told<Kind extends FromPen['kind']> = Extract<FromPen, { readonly kind: Kind }>;
const OPEN: SealState = { kind: 'open' };
const DELIMITER = Uint8Array.of(0);

/** Puts a seal around a port. */
export function sealPort(port: BytePort, ground: SealGround): BytePort {
  const { keys, mustSeal, told } = ground;
  const bytesOut = createListeners<Uint8Array>();
  const open = createOpener();
  const seal = createSealer();
  let state: SealState = OPEN;

  const refuseAll = (news: SealNews, next: SealState): void => {
    state = mustSeal ? { kind: 'closed' } : next;
    told(news);
  };

  /** WELCOME has come: whether this session is sealed, and under which key. */
  const welcomed = (welcome: Told<'welcome'>): void => {
    if (state.kind !== 'greeting' || welcome.hostNonce !== state.hostNonce) return;
    const { paired } = state;
    if (paired === undefined) {
      if (mustSeal) return refuseAll({ kind: 'must-seal' }, { kind: 'closed' });
      state = { kind: 'bare' };
      return;
    }
    const all = keys.all();
    if (!all.ok) return refuseAll({ kind: 'store', refusal: all.error }, { kind: 'shut' });
    const found = all.value.flatMap((one) => {
      const key = keyCalled(one, paired.ids);
      return key === undefined ? [] : [{ keys: one, key }];
    })[0];
    if (found === undefined || welcome.schemaHash !== SCHEMA_HASH) {
      return refuseAll({ kind: 'stranger' }, { kind: 'shut' });
    }
    const { serial } = found.keys;
    const { counter } = paired;
    // S-52: a number that this computer has met is never taken again.
    if (counter <= found.key.counter && found.key.proven) {
      const known = found.key.counter;
      return refuseAll({ kind: 'counter-back', serial, counter, known }, { kind: 'shut' });
    }
    const by: SealedWith = {
      ...found,
      counter,
      keyId: keyIdOf(found.key.key),
      mac: sessionMac(found.key.key, { ...welcome, counter }),
      binding: bindingOf(SCHEMA_HASH, welcome.bootId),
    };
    state = { kind: 'sealed', by, proven: false };
  };

  /** The first frame under the key: the number of the session is kept, and older keys are over. */
  const prove = (by: SealedWith): void => {
    const kept = keys.keep(withProof(by.keys, by.key.key, by.counter));
    if (!kept.ok) return refuseAll({ kind: 'store', refusal: kept.error }, { kind: 'closed' });
    state = { kind: 'sealed', by, proven: true };
    told({ kind: 'sealed', serial: by.keys.serial, keyId: by.keyId });
  };

  const identified = ({ serial }: Told<'identity'>): void => {
    if (state.kind === 'sealed' && serial !== state.by.keys.serial) {
      const { serial: known } = state.by.keys;
      refuseAll({ kind: 'other-pen', serial: known, says: serial }, { kind: 'closed' });
    }
    if (state.kind !== 'bare') return;
    const known = keys.of(serial);
    if (!known.ok) return refuseAll({ kind: 'store', refusal: known.error }, { kind: 'shut' });
    if (known.value?.keys.some(({ proven }) => proven) === true) {
      return refuseAll({ kind: 'key-lost', serial }, { kind: 'shut' });
    }
    state = OPEN;
    told({ kind: 'bare', serial });
  };

  /** What the last block was, for a seal that looks without being asked. */
  let sound = false;
  const probe = createDeframer({
    heard: (message) => {
      sound = true;
      if (message.kind === 'paired' && state.kind === 'greeting') {
        const { hostNonce, counter, keyId, newKeyId } = message;
        if (hostNonce !== state.hostNonce) return;
        const ids = [keyId, newKeyId].filter((id) => id !== 0);
        state = { ...state, paired: { counter, ids } };
      } else if (message.kind === 'welcome') welcomed(message);
      else if (message.kind === 'identity') identified(message);
    },
    dropped: () => undefined, // whoever listens above counts it
  }, 'pen');

  /** Looks at a frame, and says whether it was one. */
  const look = (frame: Uint8Array): boolean => {
    sound = false;
    probe.push(DELIMITER);
    probe.push(frame);
    probe.push(DELIMITER);
    return sound;
  };

  const heardSealed = (block: Uint8Array, whole: Uint8Array, by: SealedWith): void => {
    const opened = open(block, [by.mac], SPEAKER.pen, by.binding);
    // S-51: what the pen has not sealed is not heard from it; damage is counted above.
    if (opened.kind === 'foreign') return;
    if (opened.kind === 'plain') {
      if (!look(block)) bytesOut.tell(whole);
      return;
    }
    const frame = opened.frame.slice();
    if (state.kind === 'sealed' && !state.proven) prove(by);
    look(frame.subarray(1, -1));
    if (state.kind !== 'closed') bytesOut.tell(frame);
  };

  const block = (bytes: Uint8Array): void => {
    const whole = Uint8Array.of(0, ...bytes, 0);
    if (state.kind === 'sealed') return heardSealed(bytes, whole, state.by);
    if (state.kind === 'greeting' || state.kind === 'bare') look(bytes);
    if (state.kind !== 'closed') bytesOut.tell(whole);
  };
  const cut = createBlockCutter({
    block: (_view, bytes, from, to) => block(bytes.slice(from, to)),
    tooLong: () => undefined, // nothing of it could have been a frame
  });

  port.onBytes((bytes) => {
    if (state.kind === 'open') bytesOut.tell(bytes);
    else cut(bytes);
  });

  /** What goes out instead of these bytes; undefined is nothing. */
  const dressed = (bytes: Uint8Array): Uint8Array | undefined => {
    const hostNonce = nonceOfHello(bytes);
    if (hostNonce !== undefined) {
      const again = state.kind === 'greeting' && state.hostNonce === hostNonce;
      if (!again) state = { kind: 'greeting', hostNonce, paired: undefined };
      return bytes;
    }
    // S-50: STOP needs no key.
    if (state.kind === 'open' || state.kind === 'bare' || passesAnySeal(bytes)) return bytes;
    if (state.kind === 'sealed') {
      const { mac, binding } = state.by;
      return seal(bytes, mac, SPEAKER.host, binding) ?? bytes; // what is no frame needs no seal
    }
    return state.kind === 'shut' && isHarmless(bytes) ? bytes : undefined;
  };

  const through = (bytes: Uint8Array, write: (bytes: Uint8Array) => boolean): boolean => {
    const out = dressed(bytes);
    return out === undefined || write(out);
  };

  return {
    name: port.name,
    write: (bytes) => through(bytes, (out) => port.write(out)),
    writeUrgent: (bytes) => through(bytes, (out) => port.writeUrgent(out)),
    onBytes: bytesOut.add,
    onClosed: port.onClosed,
    close: () => port.close(),
  };
}
