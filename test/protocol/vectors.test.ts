/**
 * The golden vectors: what the JSON files say is what the codec does, byte for byte. To write them
 * anew after a change of the catalogue: REGENERATE=yes npx vitest run test/protocol/vectors.test.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CATALOGUE } from '../../protocol/catalogue.ts';
import { encodeFrame } from '../../protocol/frame.ts';
import { listening } from '../support/listening.ts';
import { asFile, badVectors, goodVectors, senderFor } from '../support/protocol-vectors.ts';
import { BINDING, SAMPLES } from '../support/sample-messages.ts';

const GOOD = 'test/vectors/protocol/good.json';
const BAD = 'test/vectors/protocol/bad.json';

if (process.env['REGENERATE'] !== undefined) {
  writeFileSync(GOOD, asFile(goodVectors()));
  writeFileSync(BAD, asFile(badVectors()));
}

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(hex.split(' '), (byte) => Number.parseInt(byte, 16));
const good = JSON.parse(readFileSync(GOOD, 'utf8')) as ReturnType<typeof goodVectors>;
const bad = JSON.parse(readFileSync(BAD, 'utf8')) as ReturnType<typeof badVectors>;

test('the files are what the codec makes today', () => {
  expect(readFileSync(GOOD, 'utf8')).toBe(asFile(goodVectors()));
  expect(readFileSync(BAD, 'utf8')).toBe(asFile(badVectors()));
});

test('every message has a good vector, and every reason to drop has a bad one', () => {
  const kinds = new Set(good.vectors.map(({ message }) => message['kind']));
  expect(CATALOGUE.filter(({ kind }) => !kinds.has(kind))).toEqual([]);
  expect(new Set(bad.vectors.map(({ why }) => why))).toEqual(new Set([
    'damaged', 'too-long', 'foreign-version', 'unknown-flags', 'unknown-id', 'echo', 'unbound',
    'bad-payload',
  ]));
});

test.each(good.vectors.map((vector) => [vector.name, vector] as const))(
  'the good vector %s is heard as its message, and sent as its bytes',
  (name, { hex, header, message, bytes }) => {
    const end = listening({ binding: BINDING });
    end.push(bytesOf(hex));
    const sensed = Object.fromEntries(
      Object.entries(message).map(([field, value]) => [field, value ?? undefined]),
    );
    expect([end.heard, end.headers, end.dropped]).toEqual([[sensed], [header], []]);
    const sample = SAMPLES.find((candidate) => candidate.name === name);
    if (sample === undefined) throw new Error(`no sample is called ${name}`);
    expect(encodeFrame(sample.message, header, BINDING)).toEqual(bytesOf(hex));
    expect(bytes.map((part) => part.wire).join(' ')).toBe(hex);
  },
);

test.each(bad.vectors.map((vector) => [vector.name, vector] as const))(
  'the bad vector %s is dropped for its reason, and the frame after it is heard',
  (_, { hex, why, heardBy }) => {
    const end = listening({ binding: BINDING, sender: senderFor(heardBy) });
    end.push(bytesOf(hex));
    expect([end.heard, end.dropped]).toEqual([[], [why]]);
    const next = SAMPLES.find(({ name }) => name === (heardBy === 'pen' ? 'grant' : 'telemetry'));
    if (next === undefined) throw new Error('the samples have both');
    end.push(encodeFrame(next.message, next.header, BINDING));
    expect(end.heard).toEqual([next.message]);
  },
);
