// What a certificate on paper says in words: plainly, and no more than the figures bear.

import type { Certificate } from '../../core/certificate/certificate-shape.ts';
import type { CertifiedReason } from '../../core/certificate/figures-shape.ts';

/** What a class is good for. */
export const CLASS_WORDS: Readonly<Record<Certificate['table']['class'], string>> = {
  P: 'All areas, those around the eye included, while the certificate is in date.',
  S: 'All areas but those around the eye, while the certificate is in date.',
  fail: 'No treatment. The pen has to be serviced and calibrated again.',
  none: 'No treatment. The pen was not calibrated.',
};

/** How it was decided, and by what. */
export const decisionWords = ({ environment: { halfSpanDegC } }: Certificate): string =>
  'A depth is passed only if its mean error and the whole expanded uncertainty lie within the '
  + 'limit of the class (guard band w = U; ILAC-G8:09/2019, 4.2.2; ISO 14253-1:2017). The chance '
  + 'of passing a depth that is in truth outside is 2.5 % or less. Uncertainty is expanded for '
  + '95.45 % by the effective degrees of freedom (JCGM 100:2008, G.4) and covers one later stroke '
  + `with another seating, from either side, up to ${String(halfSpanDegC)} degrees colder or `
  + 'warmer; it is not that of the mean. Overshoot in motion is not in it: the pen declares it, '
  + 'and it is subtracted apart. Where the test uncertainty ratio is under 4 '
  + '(ANSI/NCSL Z540.3-2006), no class is given.';

/** What it is not. */
export const HONEST =
  'Issued by Corium, research and engineering software. It states how far the needles of this pen '
  + 'stood beyond the rim of a metrology cartridge, at a bench, by the instruments named; it says '
  + 'nothing about depth in tissue, about other cartridges, or about the pen after a fall, a stall '
  + 'or a repair. Class limits are proposals of this project, tied to the one published tolerance '
  + 'of a pen (0.15 mm, 510(k) K182407); no standard names any. This is not an accreditation, a '
  + 'clearance or a promise of safety. The signed file is the certificate; this paper shows it.';

const um = (nm: number | undefined): string => `${((nm ?? 0) / 1_000).toFixed(1)} \xb5m`;
const newton = (forceMn = 0): string => `${(forceMn / 1_000).toFixed(2)} N`;
const hz = (centiHz: number | undefined): string => `${((centiHz ?? 0) / 100).toFixed(2)} Hz`;

/** A reason against a class, in a few words. */
export function reasonWords({ code, figures: of }: CertifiedReason): string {
  switch (code) {
    case 'too-deep':
    case 'too-shallow': {
      const side = (of['errorNm'] ?? 0) < 0 ? 'too shallow' : 'too deep';
      return `${String(of['commandedUm'])} \xb5m: ${um(Math.abs(of['errorNm'] ?? 0))} ${side}, `
        + `uncertain by ${um(of['expandedNm'])}; ${um(of['limitNm'])} may not be exceeded even so`;
    }
    case 'hysteresis':
      return `${String(of['commandedUm'])} \xb5m: ${um(of['foundNm'])} between above and below `
        + `(with ${um(of['expandedNm'])} of uncertainty), limit ${um(of['limitNm'])}`;
    case 'rate-off':
      return `${hz(of['commandedCentiHz'])}: ran at ${hz(of['measuredCentiHz'])}, limit `
        + `${String(of['limitPercent'])} %`;
    case 'rate-unmeasured':
      return 'no rate was measured';
    case 'force-off':
      return `at ${newton(of['gaugeMn'])} its sensor of force said ${newton(of['penMn'])} `
        + `(with ${newton(of['expandedMn'])} of uncertainty), limit `
        + `${String(of['limitPercent'])} %`;
    case 'gauge-too-coarse':
      return `test uncertainty ratio ${((of['ratioHundredths'] ?? 0) / 100).toFixed(1)}, needed `
        + ((of['neededHundredths'] ?? 0) / 100).toFixed(1);
    case 'overshoot-undeclared':
      return 'the maker declares no overshoot';
    case 'overshoot-beyond-declared':
      return `overshoot of ${um(of['foundNm'])} beyond the declared `
        + `${String(of['declaredUm'])} \xb5m`;
    default:
      return code.replaceAll('-', ' ');
  }
}
