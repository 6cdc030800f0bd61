/**
 * What the seal of one link session cannot be used for: another session, another direction, another
 * pen or another purpose. And what a seal does not put right: a frame that was damaged before it.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { count } from '../../protocol/field.ts';
import { encodeFrame } from '../../protocol/frame.ts';
import {
  agreedKey, commitOf, digitsOf, exchangeHalf, keyHex, type SessionFacts, sessionMac,
} from '../../protocol/pairing.ts';
import { createOpener, createSealer, SPEAKER } from '../../protocol/seal.ts';
import { altered, stuffed, unstuffed } from '../support/cobs.ts';
import { MAC } from '../support/paired-vectors.ts';
import { BINDING, SAMPLES, SESSION } from '../support/sample-messages.ts';

const KEY = keyHex(Uint8Array.from({ length: 32 }, (_, at) => at * 3 + 1));
const FACTS: SessionFacts = { hostNonce: 11, penNonce: 22, bootId: 33, counter: 44 };
const MESSAGE = Uint8Array.from({ length: 20 }, (_, at) => at);

const tagOf = (facts: SessionFacts, speaker: number = SPEAKER.host, key = KEY): string =>
  keyHex(sessionMac(key, facts)(speaker, MESSAGE, 0, MESSAGE.length));

test.each(['hostNonce', 'penNonce', 'bootId', 'counter'] as const)(
  'S-52 a session with another %s has another seal', (fact) => {
    fc.assert(fc.property(fc.nat(), fc.nat(), (one, other) => {
      fc.pre(one !== other);
      const tags = [one, other].map((value) => tagOf({ ...FACTS, [fact]: value }));
      expect(tags[0]).not.toBe(tags[1]);
    }), { numRuns: 30 });
  },
);

test('S-52 what one end has sealed is no seal of the other end, nor of another key', () => {
  expect(tagOf(FACTS, SPEAKER.host)).not.toBe(tagOf(FACTS, SPEAKER.pen));
  expect(tagOf(FACTS)).not.toBe(tagOf(FACTS, SPEAKER.host, KEY.replace(/^../, 'ff')));
});

test('S-50 a frame turned round is not opened, whoever it came from', () => {
  const seal = createSealer();
  const open = createOpener();
  for (const { message, header } of SAMPLES) {
    const frame = encodeFrame(message, header, BINDING);
    for (const [from, to] of [[SPEAKER.host, SPEAKER.pen], [SPEAKER.pen, SPEAKER.host]] as const) {
      const sealed = seal(frame, MAC, from, BINDING)?.slice() ?? new Uint8Array(0);
      expect(open(sealed.slice(1, -1), [MAC], from, BINDING).kind).toBe('opened');
      expect(open(sealed.slice(1, -1), [MAC], to, BINDING).kind).toBe('foreign');
    }
  }
});

test('S-50 any one bit of a tag that is another leaves the frame shut', () => {
  const seal = createSealer();
  const open = createOpener();
  const header = { session: SESSION, seq: 9, ack: 8 };
  const frame = encodeFrame({ kind: 'read', page: count(5) }, header, BINDING);
  const sealed = seal(frame, MAC, SPEAKER.host, BINDING)?.slice() ?? new Uint8Array(0);
  for (let bit = 0; bit < 64; bit += 1) {
    const spoiled = altered(sealed, (body) => {
      const at = body.length - 8 + (bit >> 3);
      body[at] = (body[at] ?? 0) ^ (1 << (bit & 7));
    });
    expect([bit, open(spoiled.slice(1, -1), [MAC], SPEAKER.host, BINDING).kind])
      .toEqual([bit, 'foreign']);
  }
});

test('S-19 a frame that is damaged above the seal is not made whole by it', () => {
  const seal = createSealer();
  fc.assert(fc.property(fc.constantFrom(...SAMPLES), fc.nat(), fc.nat(7), (sample, place, bit) => {
    const body = unstuffed(encodeFrame(sample.message, sample.header, BINDING));
    const at = place % body.length;
    body[at] = (body[at] ?? 0) ^ (1 << bit);
    expect(seal(stuffed(body), MAC, SPEAKER.host, BINDING)).toBeUndefined();
  }), { numRuns: 200 });
});

const half = (first: number) =>
  exchangeHalf(Uint8Array.from({ length: 32 }, (_, at) => (first + at * 11) & 0xff));

test('S-53 digits and key are those of both public keys and of this very pen', () => {
  const [host, pen, between] = [half(1), half(50), half(99)];
  const both = { hostPublic: host.publicKey, penPublic: pen.publicKey, serial: 'P-1' };
  const others = [
    { ...both, hostPublic: between.publicKey },
    { ...both, penPublic: between.publicKey },
    { ...both, serial: 'P-2' },
  ];
  for (const other of others) {
    expect(digitsOf(other)).not.toBe(digitsOf(both));
    expect(agreedKey(host.secret, pen.publicKey, other))
      .not.toBe(agreedKey(host.secret, pen.publicKey, both));
  }
  expect(commitOf(host.publicKey)).not.toBe(commitOf(between.publicKey));
  expect(agreedKey(pen.secret, host.publicKey, both))
    .toBe(agreedKey(host.secret, pen.publicKey, both));
});

test('S-53 a public key of small order makes no key', () => {
  const host = half(1);
  const small = ['00'.repeat(32), `01${'00'.repeat(31)}`, `ec${'ff'.repeat(30)}7f`];
  for (const penPublic of small) {
    const both = { hostPublic: host.publicKey, penPublic, serial: 'P-1' };
    expect(agreedKey(host.secret, penPublic, both)).toBeUndefined();
  }
});
