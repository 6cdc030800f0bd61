// A port with a seal: what a host writes goes out under the key that it shares with the pen, and
// what comes in has to be under it too. It stands below guard, loop and record, which see the plain
// frames, and above the carrier, which sees sealed ones. It hears HELLO go out and WELCOME come in,
// and from then on bytes to and from a pen without keys pass through it untouched.
//
//   host  --plain-->  guard  --plain-->  seal  --sealed-->  carrier  -->  pen

import { createBlockCutter } from '../../protocol/block-cutter.ts';
import type { BytePort } from '../../protocol/byte-port.ts';
import { createDeframer } from '../../protocol/deframe.ts';
import { FROM_PEN, type FromPen } from '../../protocol/from-pen.ts';
import type { Message } from '../../protocol/catalogue.ts';
import { createOpener, createSealer, SPEAKER } from '../../protocol/seal.ts';
import { createListeners } from '../link/listeners.ts';
import { isHarmless, nonceOfHello, passesAnySeal } from './plain-frame.ts';
import { createSealMind, type SealGround, type SealMind } from './seal-mind.ts';
import type { SealedWith } from './seal-state.ts';

const DELIMITER = Uint8Array.of(0);
const KINDS: ReadonlySet<string> = new Set(FROM_PEN.map(({ kind }) => kind));
const isFromPen = (message: Message): message is FromPen => KINDS.has(message.kind);

/** Looks at a block, tells the mind what it says, and answers whether it was sound. */
function createProbe(mind: SealMind): (block: Uint8Array) => boolean {
  let sound = false;
  const deframer = createDeframer({
    heard: (message) => {
      sound = true;
      if (isFromPen(message)) mind.heard(message);
    },
    dropped: () => undefined, // whoever listens above counts it
  }, 'pen');
  return (block) => {
    sound = false;
    for (const bytes of [DELIMITER, block, DELIMITER]) deframer.push(bytes);
    return sound;
  };
}

/** The way in: bytes of the carrier, and what the host hears of them. */
function createWayIn(mind: SealMind, tell: (bytes: Uint8Array) => void) {
  const open = createOpener();
  const probe = createProbe(mind);

  const heardSealed = (block: Uint8Array, by: SealedWith, proven: boolean): void => {
    const opened = open(block, [by.mac], SPEAKER.pen, by.binding);
    // S-51: what the pen has not sealed is not heard from it; damage is counted above.
    if (opened.kind === 'foreign') return;
    if (opened.kind === 'plain') {
      if (!probe(block)) tell(Uint8Array.of(0, ...block, 0));
      return;
    }
    const frame = opened.frame.slice();
    if (!proven) mind.prove(by);
    probe(frame.subarray(1, -1));
    if (mind.state().kind !== 'closed') tell(frame);
  };

  const heard = (block: Uint8Array): void => {
    const state = mind.state();
    if (state.kind === 'sealed') return heardSealed(block, state.by, state.proven);
    if (state.kind === 'greeting' || state.kind === 'bare') probe(block);
    if (mind.state().kind !== 'closed') tell(Uint8Array.of(0, ...block, 0));
  };

  const cut = createBlockCutter({
    block: (_view, bytes, from, to) => heard(bytes.slice(from, to)),
    tooLong: () => undefined, // nothing of it could have been a frame
  });
  return (bytes: Uint8Array): void => (mind.state().kind === 'open' ? tell(bytes) : cut(bytes));
}

/** The way out: what is written instead of some bytes; undefined is nothing. */
function createWayOut(mind: SealMind): (bytes: Uint8Array) => Uint8Array | undefined {
  const seal = createSealer();
  return (bytes) => {
    const hostNonce = nonceOfHello(bytes);
    if (hostNonce !== undefined) {
      mind.greet(hostNonce);
      return bytes;
    }
    const state = mind.state();
    // S-50: STOP needs no key.
    if (state.kind === 'open' || state.kind === 'bare' || passesAnySeal(bytes)) return bytes;
    if (state.kind === 'sealed') {
      const { mac, binding } = state.by;
      return seal(bytes, mac, SPEAKER.host, binding) ?? bytes; // what is no frame needs no seal
    }
    return state.kind === 'shut' && isHarmless(bytes) ? bytes : undefined;
  };
}

/** Puts a seal around a port. */
export function sealPort(port: BytePort, ground: SealGround): BytePort {
  const mind = createSealMind(ground);
  const bytesIn = createListeners<Uint8Array>();
  const out = createWayOut(mind);
  port.onBytes(createWayIn(mind, bytesIn.tell));

  const through = (bytes: Uint8Array, write: (bytes: Uint8Array) => boolean): boolean => {
    const dressed = out(bytes);
    return dressed === undefined || write(dressed);
  };
  return {
    name: port.name,
    write: (bytes) => through(bytes, (dressed) => port.write(dressed)),
    writeUrgent: (bytes) => through(bytes, (dressed) => port.writeUrgent(dressed)),
    onBytes: bytesIn.add,
    onClosed: port.onClosed,
    close: () => port.close(),
  };
}
