/**
 * What the host's end of a seal believes, message by message: which key, which session, which pen,
 * and what becomes of it where keys cannot be read or written.
 */
import { describe, expect, test } from 'vitest';
import { SCHEMA_HASH } from '../../../protocol/catalogue.ts';
import { count } from '../../../protocol/field.ts';
import type { FromPen } from '../../../protocol/from-pen.ts';
import { keyIdOf } from '../../../protocol/pairing.ts';
import { refuse } from '../../../protocol/result.ts';
import { penMs } from '../../../protocol/units.ts';
import type { KeptKey } from '../../../host/pairing/key-file.ts';
import type { KeyStore } from '../../../host/pairing/key-store.ts';
import { createSealMind } from '../../../host/pairing/seal-mind.ts';
import type { SealNews } from '../../../host/pairing/seal-state.ts';
import { SAMPLES } from '../../support/sample-messages.ts';
import { KEY, keysInMemory } from '../../world/paired.ts';

const NEW_KEY = 'ab'.repeat(32);
const SERIAL = 'SIM-1';
const HOST_NONCE = 4_711;

const kept = (change: Partial<KeptKey> = {}): KeptKey =>
  ({ key: KEY, counter: 10, proven: true, ...change });

const welcome = (change: Partial<Extract<FromPen, { kind: 'welcome' }>> = {}): FromPen => ({
  kind: 'welcome', hostNonce: count(HOST_NONCE), penNonce: count(7), bootId: count(3),
  schemaHash: SCHEMA_HASH, penMs: penMs(1_000), ...change,
});

const paired = (change: Partial<Extract<FromPen, { kind: 'paired' }>> = {}): FromPen => ({
  kind: 'paired', hostNonce: count(HOST_NONCE), counter: count(11), keyId: count(keyIdOf(KEY)),
  newKeyId: count(0), ...change,
});

function identity(serial: string): FromPen {
  const sample = SAMPLES.find(({ message }) => message.kind === 'identity')?.message;
  if (sample?.kind !== 'identity') throw new Error('there is a sample of an identity');
  return { ...sample, serial };
}

function mindWith(keys: KeyStore, mustSeal = false) {
  const told: SealNews[] = [];
  const mind = createSealMind({ keys, mustSeal, told: (news) => told.push(news) });
  mind.greet(HOST_NONCE);
  const hear = (...messages: readonly FromPen[]): string => {
    for (const message of messages) mind.heard(message);
    return mind.state().kind;
  };
  return { mind, told, hear };
}

const KEYS = { serial: SERIAL, keys: [kept()] };

describe('a greeting', () => {
  test('S-51 that answers another HELLO seals nothing', () => {
    const { hear } = mindWith(keysInMemory(KEYS));
    const other = { hostNonce: count(1) };
    expect(hear(paired(other), welcome(other))).toBe('greeting');
    expect(hear(paired(other), welcome())).toBe('bare');
  });

  test('S-52 whose number this computer has met is not taken again', () => {
    for (const counter of [0, 9, 10]) {
      const { hear, told } = mindWith(keysInMemory(KEYS));
      expect([counter, hear(paired({ counter: count(counter) }), welcome())])
        .toEqual([counter, 'shut']);
      expect(told).toEqual([{ kind: 'counter-back', serial: SERIAL, counter, known: 10 }]);
    }
    expect(mindWith(keysInMemory(KEYS)).hear(paired(), welcome())).toBe('sealed');
  });

  test('S-52 under a key that nobody has proven yet may begin at nothing', () => {
    const keys = keysInMemory({ serial: SERIAL, keys: [kept({ counter: 0, proven: false })] });
    expect(mindWith(keys).hear(paired({ counter: count(0) }), welcome())).toBe('sealed');
  });

  test('S-50 of a pen with another catalogue or foreign keys is not sealed, and shut', () => {
    const other = mindWith(keysInMemory(KEYS));
    expect(other.hear(paired(), welcome({ schemaHash: count(SCHEMA_HASH ^ 1) }))).toBe('shut');
    const foreign = mindWith(keysInMemory(KEYS));
    expect(foreign.hear(paired({ keyId: count(99) }), welcome())).toBe('shut');
    expect(foreign.told).toEqual([{ kind: 'stranger' }]);
  });

  test('S-54 with two keys that both ends have is sealed by the newer one', () => {
    const both = [kept(), kept({ key: NEW_KEY, counter: 0, proven: false })];
    const { mind, hear } = mindWith(keysInMemory({ serial: SERIAL, keys: both }));
    hear(paired({ newKeyId: count(keyIdOf(NEW_KEY)) }), welcome());
    const state = mind.state();
    expect(state.kind === 'sealed' && state.by.keyId).toBe(keyIdOf(NEW_KEY));
  });

  test('S-55 of a pen without keys is shut and closed where only a seal may speak', () => {
    const { hear, told } = mindWith(keysInMemory(KEYS), true);
    expect(hear(welcome())).toBe('closed');
    expect(told).toEqual([{ kind: 'must-seal' }]);
  });
});

describe('a pen that says who it is', () => {
  test('S-51 is not spoken to if another pen has that key', () => {
    const { hear, told } = mindWith(keysInMemory(KEYS));
    expect(hear(paired(), welcome(), identity(SERIAL))).toBe('sealed');
    expect(hear(identity('SIM-2'))).toBe('closed');
    expect(told).toEqual([{ kind: 'other-pen', serial: SERIAL, says: 'SIM-2' }]);
  });

  test('S-51 is not spoken to without the key by which it was proven', () => {
    const { hear, told } = mindWith(keysInMemory(KEYS));
    expect(hear(welcome(), identity(SERIAL))).toBe('shut');
    expect(told).toEqual([{ kind: 'key-lost', serial: SERIAL }]);
    expect(mindWith(keysInMemory(KEYS)).hear(welcome(), identity('SIM-2'))).toBe('open');
  });
});

describe('keys that cannot be', () => {
  const broken = { code: 'unreadable', path: '/keys', why: 'broken' } as const;

  test('S-55 read leave a paired pen unsealed and unheard', () => {
    const keys: KeyStore = {
      ...keysInMemory(KEYS), all: () => refuse(broken), of: () => refuse(broken),
    };
    const sealed = mindWith(keys);
    expect(sealed.hear(paired(), welcome())).toBe('shut');
    const bare = mindWith(keys);
    expect(bare.hear(welcome(), identity('SIM-2'))).toBe('shut');
    for (const { told } of [sealed, bare]) {
      expect(told).toEqual([{ kind: 'store', refusal: broken }]);
    }
  });

  test('S-52 written end a session whose number would not be remembered', () => {
    const keys: KeyStore = { ...keysInMemory(KEYS), keep: () => refuse(broken) };
    const { mind, hear, told } = mindWith(keys);
    hear(paired(), welcome());
    const state = mind.state();
    if (state.kind !== 'sealed') throw new Error('it is sealed');
    mind.prove(state.by);
    expect(mind.state().kind).toBe('closed');
    expect(told).toEqual([{ kind: 'store', refusal: broken }]);
  });
});

test('S-52 the number of a session that was proven is kept', () => {
  const keys = keysInMemory(KEYS);
  const { mind, hear } = mindWith(keys);
  hear(paired({ counter: count(17) }), welcome());
  const state = mind.state();
  if (state.kind !== 'sealed') throw new Error('it is sealed');
  mind.prove(state.by);
  expect(keys.of(SERIAL)).toMatchObject({ value: { keys: [{ counter: 17, proven: true }] } });
});
