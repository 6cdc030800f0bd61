// The certificates of an installation: listed, shown, verified, printed, followed back to
// treatments. None of these writes into an installation, but for a new key.

import fs from 'node:fs';
import {
  type BenchKey,
  certificatePath,
  impactFor,
  keySentence,
  newBenchKey,
  readCertificate,
  readCertificates,
  readPublicKeys,
  type StoredCertificate,
  usualKeyPath,
  verifyCertificate,
} from '../../certificate/index.ts';
import { findingSentence, isNote } from '../../core/certificate/finding.ts';
import type { Day } from '../../core/day.ts';
import { penStandings } from '../../core/registry/pens.ts';
import { doorSentence } from '../../doors/door-words.ts';
import { readBaseProfile } from '../../profile/base-profile.ts';
import { profileSentence } from '../../profile/profile-words.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { certificateLines, impactLines, listLines, penLines } from '../certificate-text.ts';
import { EXIT } from '../exit-code.ts';
import { readEntries } from '../open-journal.ts';
import { done, failed, type Outcome } from '../outcome.ts';

/** Which certificate, where: an id of the installation, or the path of a file. */
export interface CertificateAsked {
  readonly dataDir: string;
  readonly which: string;
}

const isPath = (which: string): boolean => /[/\\.]/.test(which);

function find({ dataDir, which }: CertificateAsked): Result<StoredCertificate, Outcome> {
  const path = isPath(which) ? which : certificatePath(dataDir, which);
  const read = readCertificate(path);
  if (read.ok) return read;
  const known = readCertificates(dataDir).stored.map(
    ({ signed }) => signed.certificate.certificateId,
  );
  const isAbsent = read.error.some(({ code }) => code === 'absent');
  const here = isAbsent && known.length > 0 ? [`Known here are ${known.join(', ')}.`] : [];
  return refuse(failed(EXIT.refused, [...read.error.map(doorSentence), ...here]));
}

/** Lists the certificates, and each pen with its use and drift. */
export function listCertificates(dataDir: string): Outcome {
  const read = readEntries(dataDir);
  if (!read.ok) return read.error;
  const { stored, unreadable } = readCertificates(dataDir);
  const pens = penStandings(stored.map(({ signed }) => signed), read.value.entries);
  const complaints = unreadable.flatMap(({ name, sentences }) =>
    sentences.map((sentence) => `${name}: ${sentence}`));
  const document = {
    ok: unreadable.length === 0,
    pens: pens.map(({ chain, ...pen }) => ({
      ...pen,
      certificates: chain.map(({ certificateId, issuedDay, table }) =>
        ({ certificateId, issuedDay, class: table.class })),
    })),
    unreadable,
  };
  if (pens.length === 0 && complaints.length === 0) {
    return done(['No pen is known here; calibrate one with "corium calibrate".'], document);
  }
  const lines = [
    ...(stored.length === 0 ? [] : listLines(pens)),
    ...pens.flatMap((pen) => ['', ...penLines(pen)]),
  ];
  return complaints.length === 0
    ? done(lines, document)
    : failed(EXIT.journal, complaints, { lines, document });
}

/** Shows one. */
export function showCertificate(asked: CertificateAsked): Outcome {
  const found = find(asked);
  if (!found.ok) return found.error;
  const { signed } = found.value;
  const seal = `SHA-256 ${signed.hash}, signed with key ${signed.signature.keyId}`;
  return done([...certificateLines(signed.certificate), '', seal], signed);
}

/** Verifies one: seal, figures, chain. */
export function verifyOne(asked: CertificateAsked, publicKey: string | undefined): Outcome {
  const found = find(asked);
  if (!found.ok) return found.error;
  const { dataDir } = asked;
  const began = performance.now();
  const others = readCertificates(dataDir).stored.map(({ signed }) => signed);
  const verdict = verifyCertificate(found.value, {
    keys: readPublicKeys(dataDir, publicKey),
    others,
  });
  const tookMs = Math.round(performance.now() - began);
  const findings = verdict.findings.map((one) => ({ ...one, says: findingSentence(one) }));
  const { certificateId, lines } = found.value.signed.certificate;
  const document = { accepted: verdict.accepted, certificateId, findings, tookMs };
  if (verdict.accepted) {
    const said = `Accepted: certificate ${certificateId} is whole, and every figure follows from `
      + `its ${String(lines.length)} raw lines.`;
    const notes = verdict.findings.filter(isNote).map(findingSentence);
    return done([said, ...notes], { ok: true, ...document });
  }
  const sentence = `Not accepted: certificate ${certificateId} is not what it says.`;
  return failed(EXIT.journal, [sentence, ...findings.map(({ says }) => says)], { document });
}

/** Prints one as a PDF. */
export async function printCertificate(
  asked: CertificateAsked,
  to: string | undefined,
): Promise<Outcome> {
  const found = find(asked);
  if (!found.ok) return found.error;
  const { signed } = found.value;
  const path = to ?? `${signed.certificate.certificateId}.pdf`;
  const { certificatePdf } = await import('../../certificate/paper/draw.ts');
  const bytes = await certificatePdf(signed);
  try {
    fs.writeFileSync(path, bytes, { flag: 'wx' });
  } catch (failure) {
    const isThere = failure instanceof Error && 'code' in failure && failure.code === 'EEXIST';
    const sentence = isThere
      ? `There is a file ${path} already, and it was not written over; name another with --out.`
      : `No file could be written at ${path}; name another place with --out.`;
    return failed(EXIT.refused, [sentence]);
  }
  return done([`Printed ${path}.`], { ok: true, path, bytes: bytes.length });
}

/** Follows the as-found of one back to the treatments before it. */
export function impactOfCertificate(asked: CertificateAsked, today: Day): Outcome {
  const found = find(asked);
  if (!found.ok) return found.error;
  const read = readEntries(asked.dataDir);
  if (!read.ok) return read.error;
  const profile = readBaseProfile(today);
  if (!profile.ok) return failed(EXIT.refused, profile.error.map(profileSentence));
  const { certificate: of } = found.value.signed;
  const impact = impactFor(
    {
      certificateId: of.certificateId,
      serial: of.pen.serial,
      overshootUm: of.pen.overshootUm ?? undefined,
      asFound: of.asFound,
      overshoots: of.overshoots,
    },
    {
      certificates: readCertificates(asked.dataDir).stored.map(({ signed }) => signed),
      entries: read.value.entries,
      classes: profile.value.profile.classes,
    },
  );
  if (impact === undefined) {
    return failed(EXIT.refused, [
      `Certificate ${of.certificateId} has no as-found readings, so nothing can be said.`,
    ]);
  }
  return done(impactLines(impact), { ok: true, certificateId: of.certificateId, ...impact });
}

/** Makes a bench key. */
export function makeBenchKey(dataDir: string, path: string | undefined): Outcome {
  if (!fs.existsSync(dataDir)) {
    const next = `make it with "corium init --data ${dataDir}".`;
    return failed(EXIT.refused, [`There is no folder ${dataDir}; ${next}`]);
  }
  const at = path ?? usualKeyPath();
  const made: Result<BenchKey, string> = mapError(newBenchKey(dataDir, at));
  if (!made.ok) return failed(EXIT.refused, [made.error]);
  const { keyId } = made.value;
  return done(
    [
      `Made bench key ${keyId}: ${at} (keep it to yourself).`,
      'Its public half lies among the bench keys of the installation.',
    ],
    { ok: true, keyId, path: at },
  );
}

const mapError = (made: ReturnType<typeof newBenchKey>): Result<BenchKey, string> =>
  made.ok ? ok(made.value) : refuse(keySentence(made.error));
