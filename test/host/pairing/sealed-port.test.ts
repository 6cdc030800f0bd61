/**
 * What a sealed port lets out and in, by where the seal stands: STOP always, HELLO always, anything
 * that acts only under the key, and from the pen nothing that it has not sealed.
 */
import { expect, test } from 'vitest';
import type { BytePort } from '../../../protocol/byte-port.ts';
import { bindingOf, sessionOf } from '../../../protocol/binding.ts';
import { type Message, SCHEMA_HASH } from '../../../protocol/catalogue.ts';
import { count } from '../../../protocol/field.ts';
import { encodeFrame } from '../../../protocol/frame.ts';
import { keyIdOf, sessionMac } from '../../../protocol/pairing.ts';
import { createSealer, SEAL_FLAG, SPEAKER } from '../../../protocol/seal.ts';
import { penMs, strokes } from '../../../protocol/units.ts';
import { sealPort } from '../../../host/pairing/sealed-port.ts';
import { unstuffed } from '../../support/cobs.ts';
import { joined, listening } from '../../support/listening.ts';
import { SAMPLES } from '../../support/sample-messages.ts';
import { KEY, keysFor, keysInMemory } from '../../world/paired.ts';

const SERIAL = 'SIM-1';
const FACTS = { hostNonce: 4_711, penNonce: 7, bootId: 3, counter: 11 };
const SESSION = sessionOf(FACTS.hostNonce, FACTS.penNonce);
const BINDING = bindingOf(SCHEMA_HASH, FACTS.bootId);
const MAC = sessionMac(KEY, FACTS);

const frameOf = (message: Message, seq = 1): Uint8Array =>
  encodeFrame(message, { session: SESSION, seq, ack: 0 }, BINDING);
const bySeal = (message: Message, mac = MAC): Uint8Array =>
  createSealer()(frameOf(message), mac, SPEAKER.pen, BINDING)?.slice() ?? new Uint8Array(0);

const HELLO: Message = {
  kind: 'hello', hostNonce: count(FACTS.hostNonce), schemaHash: SCHEMA_HASH,
};
const WELCOME: Message = {
  kind: 'welcome', hostNonce: count(FACTS.hostNonce), penNonce: count(FACTS.penNonce),
  bootId: count(FACTS.bootId), schemaHash: SCHEMA_HASH, penMs: penMs(1_000),
};
const PAIRED: Message = {
  kind: 'paired', hostNonce: count(FACTS.hostNonce), counter: count(FACTS.counter),
  keyId: count(keyIdOf(KEY)), newKeyId: count(0),
};
const STOP: Message = { kind: 'stop' };
const READ: Message = { kind: 'read', page: count(5) };
const JOIN: Message = { kind: 'join', mode: 'treatment' };
const GRANT: Message = {
  kind: 'grant', armingId: count(1), holdId: count(1), ceiling: strokes(20),
  notAfterPenMs: penMs(2_000),
};

/** A seal on a carrier that keeps what goes out, and says what the pen would. */
function sealed(keys = keysFor(SERIAL), mustSeal = false) {
  const out: Uint8Array[] = [];
  const heard: Uint8Array[] = [];
  let say: (bytes: Uint8Array) => void = () => undefined;
  const take = (bytes: Uint8Array): boolean => out.push(bytes.slice()) > 0;
  const carrier: BytePort = {
    name: 'memory',
    write: take,
    writeUrgent: take,
    onBytes: (listener) => {
      say = listener;
      return () => undefined;
    },
    onClosed: () => () => undefined,
    close: () => Promise.resolve(),
  };
  const port = sealPort(carrier, { keys, mustSeal, told: () => undefined });
  port.onBytes((bytes) => heard.push(bytes.slice()));
  /** Writes a frame and gives the flags with which it went out; none if it did not. */
  const flagsOf = (message: Message): number | undefined => {
    const before = out.length;
    port.write(frameOf(message));
    const frame = out[before];
    return frame && unstuffed(frame)[1];
  };
  const greeted = (...messages: readonly Message[]): void => {
    port.write(frameOf(HELLO));
    for (const message of messages) say(frameOf(message));
  };
  return { port, out, heard, flagsOf, greeted, pen: (bytes: Uint8Array) => say(bytes) };
}

const STATES = [
  ['sealed', sealed, [PAIRED, WELCOME]],
  ['shut', () => sealed(keysInMemory()), [PAIRED, WELCOME]],
  ['closed', () => sealed(keysFor(SERIAL), true), [WELCOME]],
  ['greeting', sealed, []],
  ['bare', () => sealed(keysInMemory()), [WELCOME]],
] as const;

test.each(STATES)('S-50 a STOP needs no key, under a seal that is %s', (_, make, said) => {
  const { flagsOf, greeted } = make();
  greeted(...said);
  expect(flagsOf(STOP)).toBe(0);
});

test('S-50 what acts goes out under the key of the session, and else not at all', () => {
  const flags = STATES.map(([name, make, said]) => {
    const { flagsOf, greeted } = make();
    greeted(...said);
    return [name, flagsOf(JOIN), flagsOf(GRANT), flagsOf(READ)];
  });
  expect(flags).toEqual([
    ['sealed', SEAL_FLAG, SEAL_FLAG, SEAL_FLAG],
    ['shut', undefined, undefined, 0],
    ['closed', undefined, undefined, undefined],
    ['greeting', undefined, undefined, undefined],
    ['bare', 0, 0, 0],
  ]);
});

test('S-51 a sealed host hears what the pen has sealed, and nothing else', () => {
  const outcome = SAMPLES.find(({ message }) => message.kind === 'outcome')?.message;
  if (outcome === undefined) throw new Error('there is a sample of an outcome');
  const { greeted, heard, pen } = sealed();
  greeted(PAIRED, WELCOME);
  /** What a host above the seal makes of what comes through it. */
  const messagesIn = (act: () => void): readonly Message[] => {
    heard.length = 0;
    act();
    const ear = listening({ binding: BINDING, sender: 'pen' });
    for (const bytes of heard) ear.push(bytes);
    return ear.heard;
  };
  const wrong = [
    frameOf(outcome), // without a seal
    bySeal(outcome, sessionMac('42'.repeat(32), FACTS)), // of another key
    bySeal(outcome, sessionMac(KEY, { ...FACTS, counter: 10 })), // of the session before
    createSealer()(frameOf(outcome), MAC, SPEAKER.host, BINDING) ?? frameOf(outcome), // an echo
    joined(bySeal(outcome).slice(0, -3), Uint8Array.of(0)), // cut short
  ].map((bytes) => bytes.slice());
  expect(wrong.map((bytes) => messagesIn(() => pen(bytes)))).toEqual(wrong.map(() => []));
  expect(messagesIn(() => pen(bySeal(outcome)))).toEqual([outcome]);
});

test('S-51 a closed seal lets nothing in', () => {
  const { greeted, heard, pen } = sealed(keysFor(SERIAL), true);
  greeted(WELCOME);
  heard.length = 0;
  pen(frameOf(WELCOME));
  pen(bySeal(WELCOME));
  expect(heard).toEqual([]);
});
