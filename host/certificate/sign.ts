// A certificate and what vouches for it: the hash of its canonical text, and a signature over that
// text by a bench key.

import { canonicalJson } from '../journal/canonical.ts';
import { sha256 } from '../journal/world.ts';
import {
  type Certificate,
  CERTIFICATE_VERSION,
  type SignedCertificate,
} from '../core/certificate/certificate-shape.ts';
import { signBytes } from '../profile/signature.ts';
import type { BenchKey } from './bench-key.ts';

/** The text that is hashed and signed. */
export const certificateText = (certificate: Certificate): string => canonicalJson(certificate);

/** The bytes of it. */
export const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Signs a certificate. */
export function signCertificate(certificate: Certificate, key: BenchKey): SignedCertificate {
  const text = certificateText(certificate);
  return {
    version: CERTIFICATE_VERSION,
    certificate,
    hash: sha256(text),
    signature: {
      algorithm: 'ed25519',
      keyId: key.keyId,
      value: signBytes(textBytes(text), key.privatePem),
    },
  };
}

/** A signed certificate as its file has it. */
export const fileText = (signed: SignedCertificate): string => `${canonicalJson(signed)}\n`;
