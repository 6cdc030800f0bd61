import { describe, expect, test } from 'vitest';
import { decoy, hashSecret, isSecret, USUAL_COST } from '../../../host/staff/secret.ts';
import { CHEAP } from './house.ts';

describe('a secret as it is kept', () => {
  test('is recognised, and another is not', async () => {
    const kept = await hashSecret('480273', CHEAP);
    expect(await isSecret('480273', kept)).toBe(true);
    expect(await isSecret('480274', kept)).toBe(false);
    expect(await isSecret('', kept)).toBe(false);
  });

  test('the same secret is kept twice as two texts', async () => {
    const again = () => hashSecret('480273', CHEAP);
    const [one, other] = await Promise.all([again(), again()]);
    expect(one.saltHex).not.toBe(other.saltHex);
    expect(one.hashHex).not.toBe(other.hashHex);
  });

  test('the parameters go with it, so that what was kept earlier stays good', async () => {
    const kept = await hashSecret('480273', { n: 512, r: 4, p: 2 });
    expect(kept).toMatchObject({ n: 512, r: 4, p: 2 });
    expect(await isSecret('480273', kept)).toBe(true);
  });

  test('scrypt is the one of RFC 7914', async () => {
    // The second example of its chapter 12: N = 1024, r = 8, p = 16, a key of 64 bytes.
    const hashHex = 'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162'
      + '2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640';
    const saltHex = Buffer.from('NaCl').toString('hex');
    const kept = { algorithm: 'scrypt', n: 1_024, r: 8, p: 16, saltHex, hashHex } as const;
    expect(await isSecret('password', kept)).toBe(true);
  });

  test('a record that asks for more memory than there should be is nobody', async () => {
    const kept = await hashSecret('480273', CHEAP);
    expect(await isSecret('480273', { ...kept, n: 1 << 24, r: 64 })).toBe(false);
    expect(await isSecret('480273', { ...kept, n: 1_000 })).toBe(false);
  });

  test('what new secrets are made with is 32 MiB of work', () => {
    expect(128 * USUAL_COST.n * USUAL_COST.r).toBe(32 << 20);
    expect(decoy(USUAL_COST)).toMatchObject(USUAL_COST);
  });
});
