// The certificates of one pen in the order in which they follow one another, by what each names as
// the one before it and not by its date: a clock that was wrong does not reorder them.

import type { SignedCertificate } from '../certificate/certificate-shape.ts';

/** The certificates of a pen, oldest first; those that follow nothing known stand before. */
export function penChain(
  all: readonly SignedCertificate[],
  serial: string,
): readonly SignedCertificate[] {
  const mine = all.filter(({ certificate }) => certificate.pen.serial === serial);
  const byHash = new Map(mine.map((signed) => [signed.hash, signed]));
  const depthOf = (signed: SignedCertificate): number => {
    let depth = 0;
    let { previous } = signed.certificate;
    // A chain cannot close into a ring, since each names the hash of another; bounded all the same.
    while (previous !== null && depth < mine.length) {
      depth += 1;
      previous = byHash.get(previous)?.certificate.previous ?? null;
    }
    return depth;
  };
  const deep = new Map(mine.map((signed) => [signed, depthOf(signed)]));
  return mine.toSorted(
    (one, other) =>
      (deep.get(one) ?? 0) - (deep.get(other) ?? 0)
      || one.certificate.issuedDay - other.certificate.issuedDay
      || (one.certificate.certificateId < other.certificate.certificateId ? -1 : 1),
  );
}
