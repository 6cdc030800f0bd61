/**
 * The seal: what is sealed is opened as it was, byte for byte, and nothing else is; the golden
 * vectors of a paired link say so for pens in other languages. To write them anew:
 * REGENERATE=yes npx vitest run test/protocol/seal.test.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeFrame } from '../../protocol/frame.ts';
import { agreedKey, digitsOf } from '../../protocol/pairing.ts';
import { createOpener, createSealer, SPEAKER } from '../../protocol/seal.ts';
import { altered, stuffed, unstuffed } from '../support/cobs.ts';
import { MAC, pairedVectors } from '../support/paired-vectors.ts';
import { asFile } from '../support/protocol-vectors.ts';
import { listening } from '../support/listening.ts';
import { BINDING, SAMPLES } from '../support/sample-messages.ts';

const FILE = 'test/vectors/protocol/paired.json';
if (process.env['REGENERATE'] !== undefined) writeFileSync(FILE, asFile(pairedVectors()));
const vectors = JSON.parse(readFileSync(FILE, 'utf8')) as ReturnType<typeof pairedVectors>;
const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.split(' '), (byte) => Number.parseInt(byte, 16));

const open = createOpener();
const seal = createSealer();
const opened = (frame: Uint8Array, speaker: number) =>
  open(frame.subarray(1, -1), [MAC], speaker, BINDING);

test('the file is what the sources make today', () => {
  expect(readFileSync(FILE, 'utf8')).toBe(asFile(pairedVectors()));
  expect(vectors.good.length).toBeGreaterThanOrEqual(6);
});

test.each(vectors.good.map((vector) => [vector.name, vector] as const))(
  'S-50 the sealed vector %s is opened as the frame that was sealed',
  (_, { hex, plain, speaker }) => {
    const result = opened(bytesOf(hex), SPEAKER[speaker]);
    expect(result).toMatchObject({ kind: 'opened', by: 0 });
    if (result.kind === 'opened') expect(result.frame).toEqual(bytesOf(plain));
    expect(seal(bytesOf(plain), MAC, SPEAKER[speaker], BINDING)).toEqual(bytesOf(hex));
    // Whoever knows no seal drops it whole.
    const end = listening({ binding: BINDING });
    end.push(bytesOf(hex));
    expect([end.heard, end.dropped]).toEqual([[], ['unknown-flags']]);
  },
);

test.each(vectors.bad.map((vector) => [vector.name, vector] as const))(
  'S-50 the bad vector %s is not opened', (name, { hex }) => {
    const kind = name === 'no-seal' ? 'plain' : 'foreign';
    expect(opened(bytesOf(hex), SPEAKER.host)).toEqual({ kind });
  },
);

test('S-50 any frame is opened as it was, and with any one bit changed it is not', () => {
  fc.assert(fc.property(fc.constantFrom(...SAMPLES), fc.nat(), fc.nat(7), (sample, place, bit) => {
    const frame = encodeFrame(sample.message, sample.header, BINDING);
    const speaker = (unstuffed(frame)[3] ?? 0) < 0x80 ? SPEAKER.host : SPEAKER.pen;
    const sealed = seal(frame, MAC, speaker, BINDING)?.slice();
    if (sealed === undefined) throw new Error('every message can be sealed');
    const result = opened(sealed, speaker);
    expect(result.kind === 'opened' && result.frame).toEqual(frame);
    const length = unstuffed(sealed).length - 4;
    const spoiled = altered(sealed, (body) => {
      const at = 4 + (place % (length - 4));
      body[at] = (body[at] ?? 0) ^ (1 << bit);
    }, startOf(sample.message.kind));
    expect(opened(spoiled, speaker).kind).toBe('foreign');
  }), { numRuns: 400 });
});

const UNBOUND: ReadonlySet<string> = new Set(['stop', 'hello', 'read']);
const startOf = (kind: string): number =>
  UNBOUND.has(kind) || SAMPLES.some(({ message }) => message.kind === kind && isFromPen(kind))
    ? -1
    : BINDING;
const isFromPen = (kind: string): boolean => {
  const one = SAMPLES.find(({ message }) => message.kind === kind);
  return one !== undefined
    && (unstuffed(encodeFrame(one.message, one.header, BINDING))[3] ?? 0) >= 0x80;
};

test('a block that is no frame, of any bytes, is left to the decoder', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
    const block = stuffed(bytes).subarray(1, -1);
    expect(open(block.slice(0, 254), [MAC], SPEAKER.host, BINDING).kind).toBe('plain');
    expect(seal(Uint8Array.of(0, ...block, 0), MAC, SPEAKER.host, BINDING)).toBeUndefined();
  }), { numRuns: 300 });
});

test('bytes with zeros in them are no block, and nobody waits for their end', () => {
  const many = Uint8Array.of(0, ...new Uint8Array(60).fill(7).fill(0, 7, 9), 0);
  expect(seal(many, MAC, SPEAKER.host, BINDING)).toBeUndefined();
  expect(open(many.slice(1, -1), [MAC], SPEAKER.host, BINDING).kind).toBe('plain');
});

test('somebody who stands between has other digits at either end, whatever he chooses', () => {
  const { hostSecret, hostPublic, penPublic, serial, digits, key } = vectors.exchange;
  const both = { hostPublic, penPublic, serial };
  expect([digitsOf(both), agreedKey(hostSecret, penPublic, both)]).toEqual([digits, key]);
  const own = vectors.exchange.commit; // a public key of his, sworn to before he saw the pen's
  expect(digitsOf({ ...both, penPublic: own })).not.toBe(digits);
  expect(agreedKey(hostSecret, '00'.repeat(32), both)).toBeUndefined();
});
