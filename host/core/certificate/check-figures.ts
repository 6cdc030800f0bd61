// The figures of a certificate against its readings: evaluated again and compared one by one, so
// that an edited one is named by its place. The table and the dates are held against what they
// follow from in the same way.

import { MATHEMATICS } from '../calibration/evaluate.ts';
import { VALID_DAYS, VALID_TREATMENTS } from '../calibration/validity.ts';
import type { Certificate } from './certificate-shape.ts';
import { certifiedSeries, evaluateMeasured } from './figures.ts';
import type { CertificateFinding } from './finding.ts';
import { decidedSeries, tableOf } from './make.ts';

const DIFFERENCES_MAX = 100;

const shown = (value: unknown): string =>
  value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 60);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Every place in which two values differ, by path. */
export function differences(
  at: string,
  stated: unknown,
  found: unknown,
): readonly CertificateFinding[] {
  if (isObject(stated) && isObject(found)) {
    const isList = Array.isArray(found);
    const inner = (key: string): string => (isList ? `${at}[${key}]` : `${at}.${key}`);
    const keys = [...new Set([...Object.keys(stated), ...Object.keys(found)])];
    return keys
      .flatMap((key) => differences(inner(key), stated[key], found[key]))
      .slice(0, DIFFERENCES_MAX);
  }
  if (stated === found) return [];
  return [{ code: 'figure', at, stated: shown(stated), found: shown(found) }];
}

/** Everything that is wrong with the figures of a certificate. */
export function checkFigures(of: Certificate): readonly CertificateFinding[] {
  if (of.mathematics !== MATHEMATICS) {
    return [{ code: 'other-mathematics', stated: of.mathematics, ours: MATHEMATICS }];
  }
  const again = evaluateMeasured(of);
  if (again === undefined) return [{ code: 'instrument-unknown', serial: of.depthGauge }];
  const { adjustment } = again;
  const curve = of.adjusted && adjustment?.kind === 'curve' ? adjustment.curve : of.curveBefore;
  return [
    ...differences('asFound', of.asFound, certifiedSeries(again.asFound)),
    ...differences('asLeft', of.asLeft, certifiedSeries(again.asLeft)),
    ...differences('curveBefore', of.curveBefore, of.before?.curve ?? []),
    ...differences('curve', of.curve, curve),
    ...differences('dueDay', of.dueDay, of.issuedDay + VALID_DAYS),
    ...differences('treatmentsMax', of.treatmentsMax, VALID_TREATMENTS),
    ...differences('decided', of.decided, decidedBy(of)),
    ...tableFindings(of),
  ];
}

const decidedBy = ({ adjusted, depths }: Certificate): Certificate['decided'] =>
  adjusted || depths.some(({ series }) => series === 'as-left') ? 'as-left' : 'as-found';

function tableFindings(of: Certificate): readonly CertificateFinding[] {
  const figures = decidedSeries(of);
  if (figures.kind === 'incomplete') {
    return [{ code: 'unmeasured', series: of.decided, what: figures.fault.code }];
  }
  const { certificateId, issuedDay, dueDay, curve, pen: { serial } } = of;
  const wanted = tableOf({ serial, certificateId, issuedDay, dueDay, curve, figures });
  return differences('table', of.table, wanted);
}
