// What can be wrong with a certificate, as data, and the sentence of each. A finding names the
// place in the file; nothing is repaired, and nothing is left at the first fault.

import type { ReadingFault } from './readings.ts';

/** One thing that is wrong, or worth knowing. */
export type CertificateFinding =
  | { readonly code: 'not-canonical' }
  | { readonly code: 'hash-differs' }
  | { readonly code: 'key-unknown'; readonly keyId: string }
  | { readonly code: 'signature-wrong'; readonly keyId: string }
  | { readonly code: 'line-order'; readonly n: number }
  | { readonly code: 'line-used-twice'; readonly n: number }
  | { readonly code: 'reading'; readonly at: string; readonly fault: ReadingFault }
  | {
      readonly code: 'figure';
      readonly at: string;
      readonly stated: string;
      readonly found: string;
    }
  | { readonly code: 'unplanned'; readonly at: string }
  | { readonly code: 'unmeasured'; readonly series: string; readonly what: string }
  | { readonly code: 'instrument-unknown'; readonly serial: string }
  | { readonly code: 'instrument-overdue'; readonly serial: string; readonly dueDay: number }
  | { readonly code: 'zero-missing'; readonly series: string }
  | { readonly code: 'other-mathematics'; readonly stated: string; readonly ours: string }
  | { readonly code: 'previous-missing'; readonly hash: string }
  | { readonly code: 'previous-of-another-pen'; readonly serial: string }
  | { readonly code: 'clock-went-back'; readonly previousDay: number; readonly issuedDay: number }
  | { readonly code: 'fork'; readonly other: string }
  | { readonly code: 'found-differently'; readonly carried: string; readonly previous: string };

/** Findings that do not speak against a certificate. */
const NOTES: ReadonlySet<CertificateFinding['code']> = new Set([
  'other-mathematics', 'previous-missing', 'found-differently',
]);

/** Whether a finding is only worth knowing. */
export const isNote = ({ code }: CertificateFinding): boolean => NOTES.has(code);

const READINGS: Readonly<Record<ReadingFault, string>> = {
  'no-lines': 'names no raw lines',
  'line-missing': 'names a raw line that is not in the certificate',
  'other-gauge': 'names a line of another instrument',
  'no-reading': 'names a line that is no reading',
  'other-unit': 'rests on a line in another unit',
  'not-steady': 'rests on lines that never came to rest',
  'lines-left-out': 'leaves out lines that came between',
};

/** The sentence of a finding. */
export function findingSentence(finding: CertificateFinding): string {
  if (isOfChain(finding)) return chainSentence(finding);
  switch (finding.code) {
    case 'not-canonical':
      return 'The file is not written as Corium writes it, so somebody has edited it; use the '
        + 'original.';
    case 'hash-differs':
      return 'The hash is not that of the certificate: its text was changed after it was signed.';
    case 'key-unknown':
      return `The key ${finding.keyId} is not among the bench keys of this installation, so nobody `
        + 'vouches for the certificate; name the public key with --public-key.';
    case 'signature-wrong':
      return `The signature was not made with key ${finding.keyId} over this certificate.`;
    case 'line-order':
      return `Raw line ${String(finding.n)} is out of order: lines were moved, copied or put in.`;
    case 'line-used-twice':
      return `Raw line ${String(finding.n)} is used for two readings.`;
    case 'reading':
      return `${finding.at} ${READINGS[finding.fault]}.`;
    case 'figure':
      return `${finding.at} says ${finding.stated}, and the raw lines give ${finding.found}.`;
    case 'unplanned':
      return `${finding.at} is not in the plan, or is there twice.`;
    case 'unmeasured':
      return `${finding.what} of ${finding.series} is in the plan and was not measured.`;
    case 'instrument-unknown':
      return `Instrument ${finding.serial} is not among those of the certificate.`;
    case 'instrument-overdue':
      return `Instrument ${finding.serial} was overdue itself on the day of the calibration.`;
    case 'zero-missing':
      return `The ${finding.series} readings have no zero.`;
  }
}

const OF_CHAIN = [
  'other-mathematics', 'previous-missing', 'previous-of-another-pen', 'clock-went-back', 'fork',
  'found-differently',
] as const;

type ChainFinding = Extract<CertificateFinding, { readonly code: (typeof OF_CHAIN)[number] }>;

const isOfChain = (finding: CertificateFinding): finding is ChainFinding =>
  OF_CHAIN.some((code) => code === finding.code);

function chainSentence(finding: ChainFinding): string {
  switch (finding.code) {
    case 'other-mathematics':
      return `The figures were made by ${finding.stated}, and this is ${finding.ours}: they were `
        + 'not made again; verify with the Corium that issued it.';
    case 'previous-missing':
      return `The certificate before it (${finding.hash.slice(0, 12)}) is not here, so the chain `
        + 'was not followed further.';
    case 'previous-of-another-pen':
      return `The certificate before it is of pen ${finding.serial}.`;
    case 'clock-went-back':
      return `It is dated ${String(finding.previousDay - finding.issuedDay)} days before the `
        + 'certificate that it follows: a clock was wrong; look at both.';
    case 'fork':
      return `Certificate ${finding.other} follows the same one: two chains for one pen; find out `
        + 'which of them the pen carries.';
    case 'found-differently':
      return `The pen carried ${finding.carried} and not ${finding.previous}: it was calibrated `
        + 'elsewhere in between, or its table was lost.';
  }
}
