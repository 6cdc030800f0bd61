// A certificate as a window looks at it: read from its file, verified by recomputing every figure
// from the raw lines, and drawn on paper when somebody wants it.

import path from 'node:path';
import {
  certificatePath, readCertificate, readCertificates, readPublicKeys, verifyCertificate,
} from '../../../host/certificate/index.ts';
import { findingSentence } from '../../../host/core/certificate/finding.ts';
import type { CertifiedSeries } from '../../../host/core/certificate/figures-shape.ts';
import { day, formatDay } from '../../../host/core/day.ts';
import { doorSentence } from '../../../host/doors/door-words.ts';
import { refuse, ok, type Result } from '../../../protocol/result.ts';
import type { BenchStanding, CertificateView, CertifiedView } from '../../contract/bench-state.ts';

/** A certificate that was made a moment ago, or why it cannot be looked at. */
function certificateView(
  dataDir: string,
  file: string,
): Result<CertificateView, readonly string[]> {
  const read = readCertificate(file);
  if (!read.ok) return refuse(read.error.map(doorSentence));
  const verdict = verifyCertificate(read.value, {
    keys: readPublicKeys(dataDir, undefined),
    others: readCertificates(dataDir).stored.map(({ signed }) => signed),
  });
  const of = read.value.signed.certificate;
  return ok({
    certificateId: of.certificateId,
    file: path.resolve(file),
    penSerial: of.pen.serial,
    model: of.pen.model,
    class: of.table.class,
    classBefore: of.before?.class ?? 'none',
    dueOn: formatDay(day(of.dueDay)),
    treatmentsMax: of.treatmentsMax,
    adjusted: of.adjusted,
    rawLines: of.lines.length,
    accepted: verdict.accepted,
    findings: verdict.findings.map(findingSentence),
    impactTreatments: of.impact?.treatments,
    asFound: certifiedView(of.asFound),
    asLeft: certifiedView(of.asLeft),
  });
}

/** How the bench stands once a certificate was made. */
export function standingMade(dataDir: string, file: string): BenchStanding {
  const view = certificateView(dataDir, file);
  return view.ok
    ? { kind: 'done', certificate: view.value }
    : { kind: 'broken-off', stopped: false, details: view.error };
}

function certifiedView(series: CertifiedSeries): CertifiedView | undefined {
  if (series.kind === 'incomplete') return undefined;
  return {
    class: series.class,
    points: series.points.map(({ commandedUm, meanErrorNm, expandedNm }) => ({
      commandedUm, errorNm: meanErrorNm, expandedNm,
    })),
  };
}

/** A certificate on paper; undefined if there is none of that name. */
export async function certificatePaper(
  dataDir: string,
  certificateId: string,
): Promise<string | undefined> {
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,15}$/.test(certificateId)) return undefined;
  const read = readCertificate(certificatePath(dataDir, certificateId));
  if (!read.ok) return undefined;
  const { certificatePdf } = await import('../../../host/certificate/paper/draw.ts');
  const bytes = await certificatePdf(read.value.signed);
  return Buffer.from(bytes).toString('base64');
}
