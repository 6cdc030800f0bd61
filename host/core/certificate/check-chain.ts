// A certificate among the others of its pen: what it follows, whether time went forward, whether
// two follow the same one, whether the pen carried what the one before had put into it.

import type { SignedCertificate } from './certificate-shape.ts';
import type { CertificateFinding } from './finding.ts';

/** Everything that is wrong with the place of a certificate in its chain. */
export function checkChain(
  signed: SignedCertificate,
  others: readonly SignedCertificate[],
): readonly CertificateFinding[] {
  const { certificate: of, hash } = signed;
  const rivals = others.filter(
    ({ hash: other, certificate }) =>
      other !== hash
      && certificate.previous === of.previous
      && certificate.pen.serial === of.pen.serial,
  );
  const forks = rivals.map(
    ({ certificate }) => ({ code: 'fork', other: certificate.certificateId } as const),
  );
  if (of.previous === null) return forks;
  const before = others.find((other) => other.hash === of.previous)?.certificate;
  return before === undefined
    ? [...forks, { code: 'previous-missing', hash: of.previous }]
    : [...forks, ...afterBefore(of, before)];
}

type Plain = SignedCertificate['certificate'];

function afterBefore(of: Plain, before: Plain): readonly CertificateFinding[] {
  const { issuedDay } = of;
  const serial = before.pen.serial;
  const carried = of.before?.certificateId ?? 'no certificate';
  const previous = before.certificateId;
  return [
    ...(serial === of.pen.serial ? [] : [{ code: 'previous-of-another-pen', serial } as const]),
    ...(before.issuedDay > issuedDay
      ? [{ code: 'clock-went-back', previousDay: before.issuedDay, issuedDay } as const]
      : []),
    ...(carried === previous ? [] : [{ code: 'found-differently', carried, previous } as const]),
  ];
}
