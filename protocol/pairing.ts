// What two ends that share a key make of it: the number that the key is called by, the key of one
// link session, and how a new key is agreed on. Each use of a key has a text of its own in front,
// so that nothing that is made for one purpose can serve another.

import { SCHEMA_HASH } from './catalogue.ts';
import { createMac, hmac, type Mac } from './hmac.ts';
import { sha256 } from './sha256.ts';
import { publicKeyOf, x25519 } from './x25519.ts';

/** Bytes of a key. */
export const KEY_BYTES = 32;

/** What makes a link session different from every other one under the same key. */
export interface SessionFacts {
  readonly hostNonce: number;
  readonly penNonce: number;
  readonly bootId: number;
  /** The pen's own count, which no power cut makes it repeat. */
  readonly counter: number;
}

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function words(...numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * numbers.length);
  const view = new DataView(bytes.buffer);
  numbers.forEach((number, index) => view.setUint32(4 * index, number, true));
  return bytes;
}

const firstWord = (bytes: Uint8Array): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(0, true);

/** A key as it is kept: 64 hexadecimal digits. */
export const keyHex = (key: Uint8Array): string =>
  Array.from(key, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The bytes of a key, or of anything else that is written so. */
export const hexBytes = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) =>
    Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));

/** What a key is called where it must not be told; never 0, which means no key. */
export const keyIdOf = (key: string): number =>
  firstWord(hmac(hexBytes(key), ascii('corium-1 key id'))) || 1;

/** The mac of one link session under a key. */
export function sessionMac(key: string, facts: SessionFacts): Mac {
  const { hostNonce, penNonce, bootId, counter } = facts;
  const numbers = words(SCHEMA_HASH, bootId, counter, hostNonce, penNonce);
  return createMac(hmac(hexBytes(key), joined(ascii('corium-1 session'), numbers)));
}

/** One end's half of an exchange: 32 bytes of good chance, and what is made of them. */
export interface ExchangeHalf {
  readonly secret: string;
  readonly publicKey: string;
}

/** Makes a half out of 32 bytes of chance. */
export const exchangeHalf = (chance: Uint8Array): ExchangeHalf => ({
  secret: keyHex(chance),
  publicKey: keyHex(publicKeyOf(chance)),
});

/** What binds a host to its public key before it has seen the pen's. */
export const commitOf = (publicKey: string): string =>
  keyHex(sha256(joined(ascii('corium-1 commit'), hexBytes(publicKey))));

/** Both public keys of an exchange, and the pen that it is made with. */
export interface Exchange {
  readonly hostPublic: string;
  readonly penPublic: string;
  readonly serial: string;
}

const transcript = (purpose: string, { hostPublic, penPublic, serial }: Exchange): Uint8Array =>
  joined(ascii(purpose), hexBytes(hostPublic), hexBytes(penPublic), ascii(serial));

const DIGITS_END = 1_000_000;

/** Six digits that are the same at both ends if nobody stands between them. */
export const digitsOf = (exchange: Exchange): string =>
  String(firstWord(sha256(transcript('corium-1 digits', exchange))) % DIGITS_END).padStart(6, '0');

/** The new key (HKDF-SHA-256, RFC 5869), or undefined where the other's key is none. */
export function agreedKey(
  secret: string,
  otherPublic: string,
  exchange: Exchange,
): string | undefined {
  const shared = x25519(hexBytes(secret), hexBytes(otherPublic));
  if (shared.every((byte) => byte === 0)) return undefined;
  const extracted = hmac(new Uint8Array(KEY_BYTES), shared);
  return keyHex(hmac(extracted, joined(transcript('corium-1 key', exchange), Uint8Array.of(1))));
}
