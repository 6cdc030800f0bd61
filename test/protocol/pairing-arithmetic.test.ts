/**
 * The arithmetic of pairing is that of the standards: against their own examples, and against an
 * implementation that is not ours, for lengths around every edge of a block.
 */
import {
  createHash, createHmac, createPublicKey, diffieHellman, generateKeyPairSync,
} from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMac, hmac } from '../../protocol/hmac.ts';
import { sha256 } from '../../protocol/sha256.ts';
import { publicKeyOf, x25519 } from '../../protocol/x25519.ts';

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

test('SHA-256 of "abc" and of nothing are those of FIPS 180-4', () => {
  expect(hexOf(sha256(new TextEncoder().encode('abc'))))
    .toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(hexOf(sha256(new Uint8Array(0))))
    .toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('SHA-256 and HMAC are those of another implementation, around every edge of a block', () => {
  for (let length = 0; length <= 260; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31 + length) & 0xff);
    expect(hexOf(sha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
    const key = bytes.subarray(0, Math.min(length, 100));
    expect(hexOf(hmac(key, bytes))).toBe(createHmac('sha256', key).update(bytes).digest('hex'));
  }
});

test('HMAC is that of RFC 4231, test cases 1 and 2', () => {
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  expect(hexOf(hmac(new Uint8Array(20).fill(0x0b), text('Hi There'))))
    .toBe('b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7');
  expect(hexOf(hmac(text('Jefe'), text('what do ya want for nothing?'))))
    .toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
});

test('the mac of a frame is the HMAC of its direction and its bytes, call after call', () => {
  const bytes = fc.uint8Array({ minLength: 0, maxLength: 253 });
  fc.assert(fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), bytes, bytes, fc.nat(255),
    (key, one, other, first) => {
      const mac = createMac(key);
      for (const message of [one, other, one]) {
        const whole = Uint8Array.of(first, ...message);
        const expected = createHmac('sha256', key).update(whole).digest('hex');
        expect(hexOf(mac(first, message, 0, message.length))).toBe(expected);
      }
    }), { numRuns: 60 });
});

test('X25519 is that of RFC 7748, sections 5.2 and 6.1', () => {
  expect(hexOf(x25519(
    bytesOf('a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4'),
    bytesOf('e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c'),
  ))).toBe('c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552');
  const alice = bytesOf('77076d0a7318a57d3c16c17251b26645df4c4a8f5e4a8f6e3e3f0d2d8d6e2e6e');
  const bob = bytesOf('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb');
  expect(hexOf(publicKeyOf(bob)))
    .toBe('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f');
  expect(hexOf(x25519(alice, publicKeyOf(bob)))).toBe(hexOf(x25519(bob, publicKeyOf(alice))));
});

test('both ends of an exchange have the secret that another implementation has', () => {
  for (let round = 0; round < 3; round += 1) {
    const pair = generateKeyPairSync('x25519');
    const secret = Uint8Array.from({ length: 32 }, (_, at) => (at * 7 + round * 13 + 1) & 0xff);
    const theirs = pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
    const head = Buffer.from('302a300506032b656e032100', 'hex');
    const ours = createPublicKey({
      key: Buffer.concat([head, publicKeyOf(secret)]), format: 'der', type: 'spki',
    });
    const shared = diffieHellman({ privateKey: pair.privateKey, publicKey: ours });
    expect(hexOf(x25519(secret, theirs))).toBe(shared.toString('hex'));
  }
});
