// Detached Ed25519 signatures over the very bytes of a file. A file is verified before it is
// parsed, so nothing that nobody signed is ever looked at more closely.

import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';

const SIGNATURE_BYTES = 64;

/** The SHA-256 of some bytes, in hex. */
export const sha256Hex = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** A public key in PEM, or undefined when the text is none or of another kind than Ed25519. */
export function publicKey(pem: string): KeyObject | undefined {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch (failure) {
    if (failure instanceof Error) return undefined; // not a key at all
    throw failure;
  }
}

/** Two keys are one when they have the same bytes, whatever their files look like. */
export const keyFingerprint = (key: KeyObject): string =>
  sha256Hex(new Uint8Array(key.export({ type: 'spki', format: 'der' })));

/** Whether a signature in base64 was made by the holder of a key over exactly these bytes. */
export function isSignedBy(bytes: Uint8Array, signature: string, key: KeyObject): boolean {
  const raw = Buffer.from(signature.trim(), 'base64');
  return raw.length === SIGNATURE_BYTES && verify(null, bytes, key, raw);
}

/** Signs some bytes with a private key in PEM; the signature comes in base64. */
export const signBytes = (bytes: Uint8Array, privatePem: string): string =>
  sign(null, bytes, createPrivateKey(privatePem)).toString('base64');
