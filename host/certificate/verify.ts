// Whether a certificate is what it says: its text, hash and signature; every figure made again from
// the raw lines; its place among the others of its pen.

import type { KeyObject } from 'node:crypto';
import { checkChain } from '../core/certificate/check-chain.ts';
import { checkFigures } from '../core/certificate/check-figures.ts';
import { checkReadings } from '../core/certificate/check-readings.ts';
import type { SignedCertificate } from '../core/certificate/certificate-shape.ts';
import { type CertificateFinding, isNote } from '../core/certificate/finding.ts';
import { sha256 } from '../journal/world.ts';
import { isSignedBy } from '../profile/signature.ts';
import { certificateText, fileText, textBytes } from './sign.ts';
import type { StoredCertificate } from './store.ts';

/** What a certificate is verified with. */
export interface VerifyWith {
  readonly keys: ReadonlyMap<string, KeyObject>;
  /** The other certificates that are at hand. */
  readonly others: readonly SignedCertificate[];
}

/** What came of it. */
export interface CertificateVerdict {
  readonly accepted: boolean;
  readonly findings: readonly CertificateFinding[];
}

/** Verifies a certificate. */
export function verifyCertificate(
  { signed, text }: StoredCertificate,
  { keys, others }: VerifyWith,
): CertificateVerdict {
  const { certificate } = signed;
  const findings = [
    ...(text === fileText(signed) ? [] : [{ code: 'not-canonical' } as const]),
    ...sealFindings(signed, keys),
    ...checkFigures(certificate),
    ...checkReadings(certificate),
    ...checkChain(signed, others),
  ];
  return { accepted: findings.every(isNote), findings };
}

function sealFindings(
  { certificate, hash, signature }: SignedCertificate,
  keys: VerifyWith['keys'],
): readonly CertificateFinding[] {
  const text = certificateText(certificate);
  const { keyId } = signature;
  const key = keys.get(keyId);
  const isSigned = key !== undefined && isSignedBy(textBytes(text), signature.value, key);
  return [
    ...(sha256(text) === hash ? [] : [{ code: 'hash-differs' } as const]),
    ...(key === undefined ? [{ code: 'key-unknown', keyId } as const] : []),
    ...(key !== undefined && !isSigned ? [{ code: 'signature-wrong', keyId } as const] : []),
  ];
}
