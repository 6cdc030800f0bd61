/**
 * The golden vectors: frames that every decoder has to hear, and frames that none may. They are
 * made here and kept as JSON, so that a pen in any language can be tested against the files alone.
 */
import { bindingOf } from '../../protocol/binding.ts';
import { BY_KIND, type Message, SCHEMA_HASH } from '../../protocol/catalogue.ts';
import { CRC_START } from '../../protocol/crc.ts';
import type { DropReason, Sender } from '../../protocol/deframe.ts';
import { encodeFrame } from '../../protocol/frame.ts';
import { altered, stuffed, unstuffed } from './cobs.ts';
import { explain, type Part, spaced } from './explain-frame.ts';
import { joined } from './listening.ts';
import { BINDING, SAMPLES, SESSION, TALK } from './sample-messages.ts';

/** What all vectors of a file share. */
const context = {
  schemaHash: SCHEMA_HASH,
  ...TALK,
  session: SESSION,
  says: 'Numbers are decimal, bytes hexadecimal in the order of the wire. In "bytes", "wire" is '
    + 'what is sent and "body" what it stands for: they differ where a code replaces a zero.',
};

/** A frame that has to be heard as this message. */
export interface GoodVector {
  readonly name: string;
  readonly bound: boolean;
  readonly header: { readonly session: number; readonly seq: number; readonly ack: number };
  readonly message: Readonly<Record<string, unknown>>;
  readonly hex: string;
  readonly bytes: readonly Part[];
}

/** Bytes of which nothing may be heard, and the reason that has to be counted. */
export interface BadVector {
  readonly name: string;
  readonly why: DropReason;
  /** Which end hears it: a pen listens to a host, and a host to a pen. */
  readonly heardBy: 'pen' | 'host';
  readonly says: string;
  readonly hex: string;
}

const sampled = (name: string): Uint8Array => {
  const sample = SAMPLES.find((candidate) => candidate.name === name);
  if (sample === undefined) throw new Error(`no sample is called ${name}`);
  return encodeFrame(sample.message, sample.header, BINDING);
};

/** A message as JSON has it: what is not sensed is null. */
const inJson = (message: Message): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(message).map(([name, value]) => [name, value ?? null]));

/** All frames that have to be heard. */
export const goodVectors = (): { context: typeof context; vectors: readonly GoodVector[] } => ({
  context,
  vectors: SAMPLES.map(({ name, header, message }) => {
    const frame = encodeFrame(message, header, BINDING);
    return {
      name,
      bound: BY_KIND.get(message.kind)?.bound === true,
      header,
      message: inJson(message),
      hex: spaced(frame),
      bytes: explain(frame),
    };
  }),
});

const withByte = (frame: Uint8Array, at: number, byte: number): Uint8Array => frame.with(at, byte);

const body = (name: string, at: number, byte: number): Uint8Array =>
  altered(sampled(name), (bytes) => bytes.fill(byte, at, at + 1));

/** A grant bound to something else, or to nothing. */
const grantBound = (binding: number): Uint8Array => {
  const sample = SAMPLES.find(({ name }) => name === 'grant');
  if (sample === undefined) throw new Error('the samples have a grant');
  return encodeFrame(sample.message, sample.header, binding);
};

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const cut = (name: string, bytes: number): Uint8Array => {
  const whole = unstuffed(sampled(name));
  return stuffed(whole.subarray(0, whole.length - bytes));
};

type BadRow = readonly [name: string, why: DropReason, bytes: Uint8Array, says: string];

const TO_PEN_ROWS: readonly BadRow[] = [
  ['payload-byte', 'damaged', withByte(sampled('read'), 18, 0x07), 'The page was 01 and is 07.'],
  ['check-byte', 'damaged', withByte(sampled('stop'), 19, 0xaa), 'A byte of the check is wrong.'],
  ['code-too-far', 'damaged', withByte(sampled('read'), 1, 0x40), 'A code leads past the end.'],
  ['code-too-near', 'damaged', withByte(sampled('read'), 1, 0x01), 'A code comes before its zero.'],
  ['half-a-frame', 'damaged', joined(sampled('grant').subarray(0, 20), Uint8Array.of(0)),
    'The second half was lost.'],
  ['too-short', 'damaged', cut('stop', 1), 'Nineteen bytes are no header and no check.'],
  ['bound-and-cut', 'damaged', cut('grant', 1), 'A grant that lacks a byte has lost its shape.'],
  ['text', 'damaged', joined(ascii('AT+GCAP\r\nATE1 E0\r\n'), Uint8Array.of(0)),
    'A modem manager asks what this is, and a zero follows.'],
  ['endless', 'too-long', joined(new Uint8Array(300).fill(0x55), Uint8Array.of(0)),
    'Three hundred bytes without a zero.'],
  ['one-too-long', 'too-long', joined(new Uint8Array(255).fill(1), Uint8Array.of(0)),
    'The shortest block that is too long.'],
  ['version-2', 'foreign-version', body('read', 0, 2), 'The check is right, the version is not.'],
  ['version-0', 'foreign-version', body('stop', 0, 0), 'Not even STOP has a version 0.'],
  ['paired-frame', 'unknown-flags', body('read', 1, 0x01), 'A trailer of pairing is announced.'],
  ['flag-7', 'unknown-flags', body('read', 1, 0x80), 'A flag that nobody has defined.'],
  ['id-0', 'unknown-id', body('read', 3, 0x00), 'No message has the id 0.'],
  ['id-0x7f', 'unknown-id', body('read', 3, 0x7f), 'No message has the id 0x7f.'],
  ['own-telemetry', 'echo', sampled('telemetry'), 'A pen hears telemetry: its own or another.'],
  ['other-schema', 'unbound', grantBound(bindingOf((SCHEMA_HASH ^ 1) >>> 0, TALK.bootId)),
    'A grant of a host with another catalogue.'],
  ['other-boot', 'unbound', grantBound(bindingOf(SCHEMA_HASH, TALK.bootId - 1)),
    'A grant from before the pen was reset.'],
  ['plain-check', 'unbound', grantBound(CRC_START), 'A grant whose check is not bound at all.'],
  ['read-without-page', 'bad-payload',
    altered(sampled('stop'), (bytes) => bytes.fill(4, 3, 4)), 'A READ of no payload.'],
  ['hello-too-long', 'bad-payload',
    altered(sampled('welcome'), (bytes) => bytes.fill(2, 3, 4)), 'A HELLO of twenty bytes.'],
];

const FROM_PEN_ROWS: readonly BadRow[] = [
  ['own-request', 'echo', sampled('read'), 'A host hears its own READ: the line echoes.'],
  ['own-stop', 'echo', sampled('stop'), 'A host hears its own STOP.'],
  ['phase-6', 'bad-payload', body('telemetry', 24, 6), 'A phase that is not on the list.'],
  ['latch-99', 'bad-payload', body('telemetry', 25, 99), 'A latch reason that is not on the list.'],
  ['battery-101', 'bad-payload', body('vitals-below-freezing', 16, 101), 'More than 100 per cent.'],
  ['text-with-a-hole', 'bad-payload', body('identity', 22, 0), 'A zero in the middle of a text.'],
  ['text-not-ascii', 'bad-payload', body('identity', 20, 0xe9), 'A byte that is not ASCII.'],
  ['telemetry-byte', 'damaged', withByte(sampled('telemetry'), 25, 0x99), 'The count was changed.'],
];

const vectorsOf = (heardBy: BadVector['heardBy'], rows: readonly BadRow[]): readonly BadVector[] =>
  rows.map(([name, why, bytes, says]) => ({ name, why, heardBy, says, hex: spaced(bytes) }));

/** All frames of which nothing may be heard. */
export const badVectors = (): { context: typeof context; vectors: readonly BadVector[] } => ({
  context,
  vectors: [...vectorsOf('pen', TO_PEN_ROWS), ...vectorsOf('host', FROM_PEN_ROWS)],
});

/** Whom an end listens to. */
export const senderFor = (heardBy: BadVector['heardBy']): Sender =>
  heardBy === 'pen' ? 'host' : 'pen';

/** A file of vectors as it lies on the disk: one line for each byte row, so that changes show. */
export const asFile = (vectors: unknown): string => `${JSON.stringify(vectors, undefined, 1)}\n`;
