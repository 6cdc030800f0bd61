/**
 * The golden vectors of a paired link: the keys that are made on the way, frames as they are under
 * the seal, and frames that no end may hear. A pen in any language can be tested against the file.
 */
import { SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { encodeFrame } from '../../protocol/frame.ts';
import { hmac } from '../../protocol/hmac.ts';
import {
  agreedKey, commitOf, digitsOf, exchangeHalf, hexBytes, keyHex, keyIdOf, sessionMac,
} from '../../protocol/pairing.ts';
import { createSealer, SPEAKER } from '../../protocol/seal.ts';
import { altered, unstuffed } from './cobs.ts';
import { spaced } from './explain-frame.ts';
import { BINDING, SAMPLES, SESSION, TALK } from './sample-messages.ts';

const COUNTER = 17;
const SERIAL = 'SIM-0042';
const chance = (first: number): Uint8Array => Uint8Array.from({ length: 32 }, (_, at) =>
  (first + at * 5) & 0xff);

/** The exchange by which the key of these vectors is made. */
export function exchangeVector() {
  const host = exchangeHalf(chance(3));
  const pen = exchangeHalf(chance(77));
  const both = { hostPublic: host.publicKey, penPublic: pen.publicKey, serial: SERIAL };
  const key = agreedKey(host.secret, pen.publicKey, both) ?? '';
  return {
    serial: SERIAL,
    hostSecret: host.secret,
    hostPublic: host.publicKey,
    penSecret: pen.secret,
    penPublic: pen.publicKey,
    commit: commitOf(host.publicKey),
    digits: digitsOf(both),
    key,
    keyId: keyIdOf(key),
  };
}

const words = (...numbers: readonly number[]): Uint8Array => {
  const view = new DataView(new ArrayBuffer(4 * numbers.length));
  numbers.forEach((number, at) => view.setUint32(4 * at, number, true));
  return new Uint8Array(view.buffer);
};

const EXCHANGE = exchangeVector();
const FACTS = { ...TALK, counter: COUNTER };

/** The mac of the session of these vectors. */
export const MAC = sessionMac(EXCHANGE.key, FACTS);

/** The key of the session, written out as the document says it. */
const sessionKey = keyHex(hmac(hexBytes(EXCHANGE.key), Uint8Array.of(
  ...new TextEncoder().encode('corium-1 session'),
  ...words(SCHEMA_HASH, TALK.bootId, COUNTER, TALK.hostNonce, TALK.penNonce),
)));

/** One frame under the seal. */
export interface SealedVector {
  readonly name: string;
  readonly speaker: keyof typeof SPEAKER;
  readonly plain: string;
  readonly tag: string;
  readonly hex: string;
}

/** One frame that is not heard on a sealed link. */
export interface UnsealedVector {
  readonly name: string;
  readonly says: string;
  readonly hex: string;
}

const NAMES = [
  'join-treatment', 'read', 'arm', 'grant', 'clear', 'telemetry', 'outcome-done', 'ledger',
] as const;

const sample = (name: string) => SAMPLES.find((one) => one.name === name);
const known = NAMES.filter((name) => sample(name) !== undefined);
const frameOf = (name: string): Uint8Array => {
  const one = sample(name);
  if (one === undefined) throw new Error(`no sample is called ${name}`);
  return encodeFrame(one.message, one.header, BINDING);
};
const speakerOf = (frame: Uint8Array): keyof typeof SPEAKER =>
  (unstuffed(frame)[3] ?? 0) < 0x80 ? 'host' : 'pen';

function sealed(name: string): Uint8Array {
  const frame = frameOf(name);
  const made = createSealer()(frame, MAC, SPEAKER[speakerOf(frame)], BINDING);
  if (made === undefined) throw new Error('a sample can be sealed');
  return made.slice();
}

function sealedVector(name: string): SealedVector {
  const hex = sealed(name);
  return {
    name,
    speaker: speakerOf(frameOf(name)),
    plain: spaced(frameOf(name)),
    tag: spaced(unstuffed(hex).slice(-12, -4)),
    hex: spaced(hex),
  };
}

const grant = (change: (body: Uint8Array) => void): Uint8Array =>
  altered(sealed('grant'), change, BINDING);
const otherMac = sessionMac(EXCHANGE.key, { ...FACTS, counter: COUNTER + 1 });
const foreignMac = sessionMac('42'.repeat(32), FACTS);
const under = (mac: typeof MAC, speaker: number): Uint8Array =>
  (createSealer()(frameOf('grant'), mac, speaker, BINDING) ?? new Uint8Array(0)).slice();

const BAD: readonly (readonly [string, string, Uint8Array])[] = [
  ['no-seal', 'A grant as it would be on a link without keys.', frameOf('grant')],
  ['payload-bit', 'One bit of the ceiling is another, and the check is right.', grant((body) => {
    body[20] = (body[20] ?? 0) ^ 1;
  })],
  ['sequence-bit', 'The number is one higher, and the check is right.', grant((body) => {
    body[8] = (body[8] ?? 0) + 1;
  })],
  ['tag-bit', 'One bit of the last byte of the tag is another.', grant((body) => {
    const at = body.length - 1;
    body[at] = (body[at] ?? 0) ^ 0x80;
  })],
  ['no-tag', 'The flag is set, and eight zeros stand where the tag should.', grant((body) => {
    body.fill(0, body.length - 8);
  })],
  ['other-session', 'Sealed in the session before or after.', under(otherMac, SPEAKER.host)],
  ['foreign-key', 'Sealed under another key.', under(foreignMac, SPEAKER.host)],
  ['turned-round', 'Sealed as the pen would, and sent to it.', under(MAC, SPEAKER.pen)],
];

/** The whole file. */
export const pairedVectors = () => ({
  context: {
    schemaHash: SCHEMA_HASH,
    ...FACTS,
    session: SESSION,
    sessionKey,
    says: 'Numbers are decimal, bytes hexadecimal in the order of the wire; keys, secrets and '
      + 'hashes are written without spaces. "good" are frames under the seal of this session, and '
      + '"plain" what they are without it; of "bad" a pen under this session hears none.',
  },
  exchange: EXCHANGE,
  good: known.map(sealedVector),
  bad: BAD.map(([name, says, bytes]): UnsealedVector => ({ name, says, hex: spaced(bytes) })),
});
