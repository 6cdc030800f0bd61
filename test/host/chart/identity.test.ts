/**
 * The sealing of identities beside the journal: what two sealings have in common, and which key
 * file is not used.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { newIdentityKey, readIdentityKey } from '../../../host/chart/index.ts';
import { identityKeyOf } from '../../../host/chart/identity-key.ts';
import { openIdentity, sealIdentity } from '../../../host/chart/identity.ts';
import { granted } from '../../support/journal.ts';

const key = identityKeyOf(new Uint8Array(32).fill(7));
const ADA = { name: 'Ada', born: '1990-02-03', contact: undefined } as const;

test('S-73 two sealings of one name have nothing in common but the key', () => {
  const [one, other] = [sealIdentity(ADA, 'p-1', key), sealIdentity(ADA, 'p-1', key)];
  for (const part of ['nonceHex', 'tagHex', 'sealedHex'] as const) {
    expect(one[part]).not.toBe(other[part]);
  }
});

test('S-73 what was sealed for one person is not opened for another', () => {
  const sealed = sealIdentity(ADA, 'p-1', key);
  expect(openIdentity(sealed, 'p-1', key)).toEqual(ADA);
  expect(openIdentity(sealed, 'p-2', key)).toBeUndefined();
});

test.each(['644', '640', '604'])('S-73 an identity key of mode %s is not used', (mode) => {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'corium-key-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const file = path.join(dir, 'identity.key');
  granted(newIdentityKey(path.join(dir, 'data'), file));
  chmodSync(file, Number.parseInt(mode, 8));
  expect(readIdentityKey(file)).toMatchObject({ ok: false, error: { code: 'open-to-others' } });
});
