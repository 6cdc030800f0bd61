// Secrets as they are kept: by scrypt (RFC 7914), each with a salt and with the parameters that it
// was made with, so that these can grow. N = 2^15, r = 8, p = 3 is one of the settings that OWASP
// names (Password Storage Cheat Sheet; C); a check takes 32 MiB and some hundred milliseconds.

import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { SecretRecord } from '../core/staff/roster.ts';

/** How much work one check is. */
export interface SecretCost {
  readonly n: number;
  readonly r: number;
  readonly p: number;
}

/** What new secrets are made with. */
export const USUAL_COST: SecretCost = { n: 1 << 15, r: 8, p: 3 };

const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** No record makes this computer set more memory aside, whatever it says. */
const MEMORY_BYTES_MAX = 256 << 20;

const memoryOf = ({ n, r, p }: SecretCost): number => 128 * r * (n + p + 2);

function derive(text: string, salt: Uint8Array, cost: SecretCost, bytes: number): Promise<Buffer> {
  const { n: N, r, p } = cost;
  return new Promise((resolve, reject) => {
    scrypt(text, salt, bytes, { N, r, p, maxmem: memoryOf(cost) * 2 }, (failure, key) => {
      if (failure === null) resolve(key);
      else reject(failure);
    });
  });
}

/** A secret as it is kept. */
export async function hashSecret(text: string, cost: SecretCost): Promise<SecretRecord> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(text, salt, cost, HASH_BYTES);
  const { n, r, p } = cost;
  return {
    algorithm: 'scrypt', n, r, p, saltHex: salt.toString('hex'), hashHex: hash.toString('hex'),
  };
}

const isPowerOfTwo = (n: number): boolean => n > 1 && Number.isInteger(Math.log2(n));

/** Whether a secret is the one that was kept; takes as long when it is not. */
export async function isSecret(text: string, kept: SecretRecord): Promise<boolean> {
  if (!isPowerOfTwo(kept.n) || memoryOf(kept) > MEMORY_BYTES_MAX) return false;
  const wanted = Buffer.from(kept.hashHex, 'hex');
  const hash = await derive(text, Buffer.from(kept.saltHex, 'hex'), kept, wanted.length);
  return timingSafeEqual(hash, wanted);
}

/** Nobody's secret, as much work to check as anybody's. */
export const decoy = ({ n, r, p }: SecretCost): SecretRecord => ({
  algorithm: 'scrypt', n, r, p, saltHex: '00'.repeat(SALT_BYTES), hashHex: '00'.repeat(HASH_BYTES),
});
