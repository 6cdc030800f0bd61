// A gauge of the list as a certificate names it: what the list says of it on the day, frozen.

import type { DepthGauge, GaugeEntry } from '../gauge/registry.ts';
import type { CertifiedGauge, CertifiedInstrument } from './certificate-shape.ts';

function commonOf(entry: GaugeEntry) {
  const { serial, kind: format, maker, model, k, certificate, calibratedDay, dueDay } = entry;
  const kThousandths = Math.round(k * 1_000);
  const common = { serial, format, kThousandths, certificate, calibratedDay, dueDay };
  return { ...common, model: `${maker} ${model}`.trim() };
}

/** A depth gauge as a certificate names it. */
export const certifiedGauge = (entry: DepthGauge): CertifiedGauge => {
  const { unit, resolutionNm, expandedNm } = entry;
  return { kind: 'depth', ...commonOf(entry), unit, resolutionNm, expandedNm };
};

/** Any gauge as a certificate names it. */
export function certifiedInstrument(entry: GaugeEntry): CertifiedInstrument {
  switch (entry.measures) {
    case 'depth':
      return certifiedGauge(entry);
    case 'rate': {
      const { resolutionCentiHz, expandedCentiHz } = entry;
      return { kind: 'rate', ...commonOf(entry), resolutionCentiHz, expandedCentiHz };
    }
    case 'force': {
      const { resolutionMn, expandedMn } = entry;
      return { kind: 'force', ...commonOf(entry), resolutionMn, expandedMn };
    }
    case 'peak': {
      const { resolutionNm, expandedNm } = entry;
      return { kind: 'peak', ...commonOf(entry), resolutionNm, expandedNm };
    }
  }
}
