/**
 * The pen's part in making a key, spoken to without any host of ours: a window that a person opens,
 * an exchange that is held to its promise, a key that is there only after a second press, and a
 * session under a seal in which a stranger is nobody.
 */
import { describe, expect, test } from 'vitest';
import { bindingOf } from '../../../protocol/binding.ts';
import { type Message, SCHEMA_HASH } from '../../../protocol/catalogue.ts';
import { count } from '../../../protocol/field.ts';
import {
  agreedKey, commitOf, exchangeHalf, keyIdOf, sessionMac,
} from '../../../protocol/pairing.ts';
import { createSealer, SPEAKER } from '../../../protocol/seal.ts';
import { strokes } from '../../../protocol/units.ts';
import { KEY, pairedMemory } from '../../world/paired.ts';
import { penFor } from '../../world/parts.ts';
import { armOf, rowOf, talkTo, type Talker } from './talker.ts';

const half = (first: number) =>
  exchangeHalf(Uint8Array.from({ length: 32 }, (_, at) => (first + at * 13) & 0xff));
const OURS = half(5);
const OTHER = half(77);

const fresh = (): Talker => {
  const talker = talkTo(penFor('meridian-p', 3));
  talker.pass(300);
  talker.hello();
  return talker;
};

const hold = (talker: Talker, forMs: number): void => {
  talker.pen.button(true);
  talker.pass(forMs);
  talker.pen.button(false);
  talker.pass(5);
};

const windowOf = ({ pen }: Talker): string => pen.firmware().pairing.window.kind;
const held = ({ pen }: Talker): readonly string[] => pen.firmware().pairing.held.keys;
const commit = { kind: 'pair', commit: commitOf(OURS.publicKey) } as const;
const show = (publicKey: string): Message => ({ kind: 'reveal', publicKey });
const refusedFor = (reason: string) => ({ kind: 'outcome', outcome: 'refused', reason });

describe('without a window', () => {
  test('S-53 the pen begins no exchange and takes no public key', () => {
    const talker = fresh();
    expect(talker.ask(commit)).toMatchObject(refusedFor('no-window'));
    expect(talker.ask(show(OURS.publicKey))).toMatchObject(refusedFor('no-window'));
    hold(talker, 200);
    expect(talker.pen.firmware().pairing.exchanging).toBeUndefined();
    expect(held(talker)).toEqual([]);
  });

  test('S-53 a short press opens none, and a hold of three seconds does', () => {
    const talker = fresh();
    hold(talker, 2_900);
    expect(windowOf(talker)).toBe('closed');
    hold(talker, 3_050);
    expect(windowOf(talker)).toBe('open');
  });

  test('S-53 there is none again after thirty seconds, or after a host has joined', () => {
    const talker = fresh();
    hold(talker, 3_050);
    talker.pass(29_000);
    expect(windowOf(talker)).toBe('open');
    talker.pass(1_100);
    expect(windowOf(talker)).toBe('closed');
    hold(talker, 3_050);
    talker.ask({ kind: 'join', mode: 'treatment' });
    talker.pass(5);
    expect(windowOf(talker)).toBe('closed');
    expect(talker.ask(commit)).toMatchObject(refusedFor('no-window'));
  });
});

describe('in a window', () => {
  test('S-53 the public key that is shown has to be the one that was promised', () => {
    const talker = fresh();
    hold(talker, 3_050);
    expect(talker.ask(commit)).toMatchObject({ kind: 'pair-key' });
    expect(talker.ask(show(OTHER.publicKey))).toMatchObject(refusedFor('bad-exchange'));
    // One promise is one try: the right key comes too late.
    expect(talker.ask(show(OURS.publicKey))).toMatchObject(refusedFor('bad-exchange'));
    hold(talker, 200);
    talker.pass(300);
    expect(held(talker)).toEqual([]);
  });

  test('S-53 the key is there after the press that says that the digits are the same', () => {
    const talker = fresh();
    hold(talker, 3_050);
    const told = talker.ask(commit);
    const penPublic = told?.kind === 'pair-key' ? told.publicKey : '';
    expect(talker.ask(show(OURS.publicKey))).toMatchObject({ outcome: 'done' });
    talker.pass(300);
    expect([windowOf(talker), held(talker)]).toEqual(['comparing', []]);
    hold(talker, 200);
    talker.pass(300);
    const both = { hostPublic: OURS.publicKey, penPublic, serial: talker.pen.serial };
    expect(held(talker)).toEqual([agreedKey(OURS.secret, penPublic, both)]);
  });

  test('S-53 digits that nobody confirms in time make no key', () => {
    const talker = fresh();
    hold(talker, 3_050);
    talker.ask(commit);
    talker.ask(show(OURS.publicKey));
    talker.pass(30_100);
    expect(windowOf(talker)).toBe('closed');
    hold(talker, 200);
    talker.pass(300);
    expect(held(talker)).toEqual([]);
  });
});

/** A host with the key that speaks under the seal, frame by frame. */
function underSeal() {
  const pen = penFor('meridian-p', 3, { memory: pairedMemory() });
  const talker = talkTo(pen);
  talker.pass(300);
  talker.hello();
  const { welcome, paired } = pen.firmware().link;
  if (welcome === undefined || paired === undefined) throw new Error('the pen greets anybody');
  const mac = sessionMac(KEY, { ...welcome, counter: paired.counter });
  const binding = bindingOf(SCHEMA_HASH, welcome.bootId);
  const seal = createSealer();
  let seq = 0;
  const say = (message: Message): void => {
    seq += 1;
    const plain = talker.bytes(message, { seq });
    pen.receive(seal(plain, mac, SPEAKER.host, binding)?.slice() ?? plain);
  };
  return { pen, talker, say };
}

test('S-50 whoever does not name the key of the session takes no key away', () => {
  const { pen, say } = underSeal();
  say({ kind: 'unpair', keyId: count((keyIdOf(KEY) ^ 1) >>> 0) });
  pen.takeBytes();
  expect(pen.firmware().link.seal).toBe(keyIdOf(KEY));
  expect(pen.firmware().pairing.wanted.keys).toEqual([KEY]);
  say({ kind: 'unpair', keyId: count(keyIdOf(KEY)) });
  expect(pen.firmware().pairing.wanted.keys).toEqual([]);
});

test('S-50 a frame without a seal in a sealed session is counted and never looked at', () => {
  const { pen, talker, say } = underSeal();
  say({ kind: 'join', mode: 'treatment' });
  expect(pen.firmware().link.mode).toBe('treatment');
  const { requestSeq } = pen.firmware().link;
  pen.receive(talker.bytes({ kind: 'disarm', armingId: count(1) }, { seq: 9 }));
  expect(pen.firmware().link.requestSeq).toBe(requestSeq);
  expect(pen.firmware().counters.unsealed).toBe(1);
});

test('S-50 nothing is done about keys while a pen is armed', () => {
  const { pen, say } = underSeal();
  say({ kind: 'join', mode: 'treatment' });
  say(rowOf());
  say(armOf({ passCeiling: strokes(pen.firmware().ledger.strokes + 100) }));
  expect(pen.firmware().doing.kind).not.toBe('idle');
  say({ kind: 'pair', commit: commitOf(OURS.publicKey) });
  say({ kind: 'unpair', keyId: count(keyIdOf(KEY)) });
  expect(pen.firmware().pairing.exchanging).toBeUndefined();
  expect(pen.firmware().pairing.wanted.keys).toEqual([KEY]);
});

test('S-50 without a key a paired pen is joined by nobody', () => {
  const pen = penFor('meridian-p', 3, { memory: pairedMemory() });
  const talker = talkTo(pen);
  talker.pass(300);
  talker.hello();
  for (const mode of ['treatment', 'calibration', 'service'] as const) {
    expect(talker.ask({ kind: 'join', mode })).toMatchObject(refusedFor('not-paired'));
    expect(pen.firmware().link.mode).toBe('outside');
  }
});
