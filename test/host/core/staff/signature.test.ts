import { describe, expect, test } from 'vitest';
import {
  holdsFor, makeSignature, type Meaning, MEANINGS, type ToSign,
} from '../../../../host/core/staff/signature.ts';
import { type Role, ROLES } from '../../../../host/core/staff/role.ts';
import { member } from './people.ts';

const HASH = 'ab'.repeat(32);
const toSign = (meaning: Meaning, more: Partial<ToSign> = {}): ToSign => ({
  signatureId: 's-1',
  meaning,
  subject: { kind: 'record', id: 'r-1', hash: HASH },
  reason: 'because it was looked at',
  madeBy: 'somebody',
  ...more,
});

const SIGNERS: Readonly<Record<Meaning, readonly Role[]>> = {
  override: ['prescriber', 'clinical-lead'],
  clearance: ['prescriber'],
  certificate: ['technician'],
  'limit-profile': ['clinical-lead'],
  export: ['prescriber', 'clinical-lead'],
  record: ['provider', 'prescriber', 'clinical-lead'],
};

describe('a signature of a person', () => {
  test.each(MEANINGS)('S-78 %s is signed by its roles and by no other', (meaning) => {
    const may = ROLES.filter((role) => makeSignature(member('a', role), toSign(meaning)).ok);
    expect(may).toEqual(SIGNERS[meaning]);
  });

  test('it says who, in which role, what it means, and what exactly was signed', () => {
    const signer = member('a', 'auditor', 'prescriber');
    expect(makeSignature(signer, toSign('clearance'))).toEqual({
      ok: true,
      value: {
        signatureId: 's-1', staffId: 'a', name: 'Name of a', role: 'prescriber',
        meaning: 'clearance', subject: { kind: 'record', id: 'r-1', hash: HASH },
        reason: 'because it was looked at',
      },
    });
  });

  test.each(['override', 'clearance', 'export'] as const)('%s takes a reason', (meaning) => {
    const signer = member('a', 'prescriber');
    for (const reason of [undefined, '', '  ']) {
      expect(makeSignature(signer, toSign(meaning, { reason }))).toMatchObject({
        ok: false, error: { code: 'no-reason' },
      });
    }
  });

  test('nobody approves their own limit profile or overrides for themselves', () => {
    const own = { madeBy: 'a' };
    const lead = member('a', 'clinical-lead');
    expect(makeSignature(lead, toSign('limit-profile', own)).ok).toBe(false);
    expect(makeSignature(lead, toSign('override', own)).ok).toBe(false);
    expect(makeSignature(member('a', 'technician'), toSign('certificate', own)).ok).toBe(true);
  });

  test('who has left signs nothing', () => {
    const gone = { ...member('a', 'clinical-lead'), retired: true };
    expect(makeSignature(gone, toSign('limit-profile'))).toMatchObject({
      ok: false, error: { code: 'retired' },
    });
  });

  test('S-78 what has no whole hash is not signed', () => {
    for (const hash of ['', 'ab', 'g'.repeat(64), HASH.toUpperCase()]) {
      const subject = { kind: 'record', id: 'r-1', hash };
      const made = makeSignature(member('a', 'technician'), toSign('certificate', { subject }));
      expect(made).toMatchObject({ ok: false, error: { code: 'bad-hash' } });
    }
  });

  test('S-78 it holds for one text and one meaning, and for no other', () => {
    const made = makeSignature(member('a', 'technician'), toSign('certificate'));
    if (!made.ok) throw new Error('it was refused');
    const wanted = { meaning: 'certificate', kind: 'record', hash: HASH } as const;
    expect(holdsFor(made.value, wanted)).toBe(true);
    expect(holdsFor(made.value, { ...wanted, hash: 'ac'.repeat(32) })).toBe(false);
    expect(holdsFor(made.value, { ...wanted, kind: 'visit' })).toBe(false);
    expect(holdsFor(made.value, { ...wanted, meaning: 'override' })).toBe(false);
  });
});
