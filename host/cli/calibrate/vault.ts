// What an installation keeps of its pens: certificates in a chain, the key that signs the next one,
// and what the journal says of treatments that an earlier one let happen.

import { ok, refuse, type Result } from '../../../protocol/result.ts';
import type { CalibrationTable } from '../../../protocol/table.ts';
import {
  freshCertificateId,
  impactIfWorse,
  keySentence,
  readBenchKey,
  readCertificates,
  saveCertificate,
  saveSentence,
  signCertificate,
  usualKeyPath,
} from '../../certificate/index.ts';
import type { SeriesResult } from '../../core/calibration/evaluate.ts';
import type { Certificate } from '../../core/certificate/certificate-shape.ts';
import type { Impact } from '../../core/certificate/impact-shape.ts';
import { type Day, formatDay } from '../../core/day.ts';
import { penChain } from '../../core/registry/pen-chain.ts';
import type { Entry } from '../../journal/index.ts';
import { readBaseProfile } from '../../profile/base-profile.ts';

/** A pen that was found to be worse than it said. */
export interface FoundWorse {
  readonly certificateId: string;
  readonly serial: string;
  readonly overshootUm: number | undefined;
  readonly asFound: SeriesResult;
  readonly before: CalibrationTable | undefined;
  readonly overshoots: Certificate['overshoots'];
}

/** Where certificates are kept and signed. */
export interface Vault {
  readonly freshId: (today: Day) => string;
  /** The hash of a pen's newest certificate, for the next one to follow. */
  readonly previousOf: (serial: string) => string | null;
  /** The day of that certificate, in days of the wire. */
  readonly previousDayOf: (serial: string) => number | undefined;
  readonly impactOf: (found: FoundWorse, entries: readonly Entry[]) => Impact | undefined;
  /** Signs and keeps a certificate, and says where. */
  readonly keep: (certificate: Certificate) => Result<string, string>;
}

/** Opens it; without a key nothing is begun, since nothing could be ended. */
export function openVault(
  dataDir: string,
  keyPath: string | undefined,
  today: Day,
): Result<Vault, string> {
  const key = readBenchKey(keyPath ?? usualKeyPath());
  if (!key.ok) return refuse(keySentence(key.error));
  const profile = readBaseProfile(today);
  if (!profile.ok) {
    return refuse('The limit profile cannot be read; a calibration needs its classes.');
  }
  const { classes } = profile.value.profile;
  const certificates = readCertificates(dataDir).stored.map(({ signed }) => signed);
  return ok({
    freshId: (day) =>
      freshCertificateId(
        formatDay(day),
        certificates.map(({ certificate }) => certificate.certificateId),
      ),
    previousOf: (serial) => penChain(certificates, serial).at(-1)?.hash ?? null,
    previousDayOf: (serial) => penChain(certificates, serial).at(-1)?.certificate.issuedDay,
    impactOf: ({ before, ...found }, entries) =>
      impactIfWorse(found, before ?? null, {
        certificates, entries, classes,
      }),
    keep: (certificate) => {
      const saved = saveCertificate(dataDir, signCertificate(certificate, key.value));
      return saved.ok ? saved : refuse(saveSentence(saved.error));
    },
  });
}
