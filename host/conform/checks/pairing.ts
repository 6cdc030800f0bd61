// Checks of pairing, as far as they can be seen without a person at the button. A pen that holds a
// key is judged under its seal by all the other checks as well; these send what no seal has made.

import { SEAL_FLAG } from '../../../protocol/seal.ts';
import { Join } from '../../../protocol/to-pen.ts';
import { rowFor } from '../arm.ts';
import { type Check, checks } from '../check.ts';
import type { Kit } from '../kit.ts';
import { expect, pause, type Script } from '../order.ts';
import { rawFrame } from '../raw-frame.ts';
import { greet, isKind, mustRefuse, read, type Told, write } from '../talk.ts';

const NO_HALF = '00'.repeat(32);
const TAG = [0x5a, 0xa5, 0x00, 0xff, 0x13, 0x37, 0x42, 0x24];
const WAIT_MS = 100;

function* keysTold(kit: Kit): Script {
  const page = yield* read(kit, 'pairing');
  const { keyId, newKeyId, window, leftMs } = page;
  yield* expect(keyId !== 0 || newKeyId === 0 || newKeyId !== keyId, 'keys apart', `${keyId}`);
  const so = (window === 'closed') === (leftMs === 0);
  yield* expect(so, 'a closed window that has no time left', `${window}, ${leftMs} ms`);
  kit.note(keyId === 0 ? 'holds no key' : 'holds a key, and is judged under its seal');
}

/** The newest PAIRED of the present greeting, from a pen that holds keys. */
const pairedOf = ({ ear }: Kit): Told<'paired'> | undefined =>
  ear.frames().map(({ message }) => message).findLast((message) => isKind(message, 'paired'));

function* countsUp(kit: Kit): Script {
  let last = -1;
  for (let times = 0; times < 4; times += 1) {
    yield* greet(kit);
    const paired = pairedOf(kit);
    if (paired === undefined) continue;
    const { counter } = paired;
    yield* expect(counter > last, `a session numbered above ${last}`, `${counter}`);
    last = counter;
  }
}

function* needsHand(kit: Kit): Script {
  const { keyId, newKeyId } = yield* read(kit, 'pairing');
  if (keyId !== 0 || newKeyId !== 0) return; // under a seal the old key vouches for a new one
  yield* mustRefuse(kit, { kind: 'pair', commit: NO_HALF }, 'no-window');
  yield* mustRefuse(kit, { kind: 'reveal', publicKey: NO_HALF }, 'no-window');
  const after = yield* read(kit, 'pairing');
  yield* expect(after.keyId === 0, 'no key', `${after.keyId}`);
}

function* needsKey(kit: Kit): Script {
  const before = yield* read(kit, 'pairing');
  for (const keyId of [0, (before.keyId ^ 1) >>> 0]) {
    yield* mustRefuse(kit, { kind: 'unpair', keyId }, 'not-paired');
  }
  const after = yield* read(kit, 'pairing');
  yield* expect(after.keyId === before.keyId, `key ${before.keyId}`, `${after.keyId}`);
}

/** A JOIN with a tag that nobody has made; whether the pen knows seals or not it does nothing. */
function* foreignSeal(kit: Kit): Script {
  const { line } = kit;
  const before = yield* read(kit, 'counters');
  const { session, binding: register } = line;
  const payload = [1, ...TAG];
  const parts = { id: Join.id, incompatible: SEAL_FLAG, session, seq: line.seq + 1, payload };
  yield* write(rawFrame({ ...parts, register }));
  yield* pause(WAIT_MS);
  const after = yield* read(kit, 'counters');
  const sum = (told: Told<'counters'>): number => told.unknownFlags + told.unsealed;
  yield* expect(sum(after) === sum(before) + 1, 'it to be dropped and counted', 'no count');
  // It was a JOIN: a pen that has heard it would take a row now.
  yield* mustRefuse(kit, rowFor(kit), 'not-joined');
}

/** Keys, and who has none. */
export const PAIRING_CHECKS: readonly Check[] = checks(
  { group: 'pairing', section: 'pairing', moves: false, hand: false, from: 'greeted' },
  [
    {
      name: 'says-its-keys',
      promise: 'S-50',
      says: 'Page 10 tells which keys there are, and whether another would be taken.',
      script: keysTold,
    },
    {
      name: 'numbers-its-sessions',
      promise: 'S-52',
      says: 'A pen that holds keys numbers its sessions upwards.',
      script: countsUp,
    },
    {
      name: 'makes-keys-by-hand',
      promise: 'S-53',
      says: 'Without a person at its button a pen takes part in making no first key.',
      script: needsHand,
    },
    {
      name: 'keeps-its-keys',
      promise: 'S-50',
      says: 'UNPAIR is refused for whoever does not name the key that the session is under.',
      script: needsKey,
    },
    {
      name: 'drops-foreign-seals',
      promise: 'S-50',
      says: 'A frame under a seal that no key of the pen has made is dropped and counted.',
      script: foreignSeal,
    },
  ],
);
