/**
 * The worst that a model's mechanics can add up to, and whether its certificate covers it.
 *
 * Extension and stroke grow with every term on its own, so the worst case is the same sum with each
 * term at its end of the range. A pen inside its ranges therefore cannot leave its certificate; the
 * search in the tests looks for the term that somebody forgot here.
 */
import { extensionNm } from './extension.ts';
import type { Individual, Mechanics } from './mechanics.ts';
import type { PenModel } from './types.ts';

/** Up to this depth a certificate's low figures hold, above it the high ones. */
export const LOW_DEPTH_UM_MAX = 500;

// Warmer or colder, and more worn, than any clamp in extension.ts lets through.
const ENDLESS = 1_000_000_000;

const WORST = { in: 'min', out: 'max' } as const;

/** The peak, in nanometres, of the worst stroke that a model allows at a commanded depth. */
export function worstPeakNm(model: PenModel, depthUm: number, way: 'in' | 'out'): number {
  const { mechanics } = model;
  const sign = way === 'out' ? 1 : -1;
  const individual = worstIndividual(mechanics, WORST[way]);
  const reachNm = extensionNm(model, individual, {
    carrierNm: depthUm * 1_000 + sign * mechanics.hysteresisUm.max * 500,
    seatNm: sign * mechanics.seatUmMax * 1_000,
    offsetNm: individual.offsetUm * 1_000,
    temperatureMicroDegC: sign * ENDLESS,
    wornStrokes: way === 'out' ? 0 : ENDLESS,
  });
  const overshootUm = way === 'out' ? mechanics.overshootUmMax : 0;
  return reachNm + (sign * mechanics.jitterUm + overshootUm) * 1_000;
}

function worstIndividual(mechanics: Mechanics, end: 'min' | 'max'): Individual {
  return {
    offsetUm: mechanics.offsetUm[end],
    gainPpm: mechanics.gainPpm[end],
    bowUm: mechanics.bowUm[end],
    hysteresisUm: mechanics.hysteresisUm.max,
    ratePpm: mechanics.ratePpm[end],
  };
}

/** The deepest peak that a model's certificate allows at a commanded depth. */
export function certifiedPeakUmMax(model: PenModel, depthUm: number): number {
  const { biasUm, uncertaintyUm } = figuresAt(model, depthUm);
  return depthUm + biasUm + uncertaintyUm + (model.overshootUm ?? 0);
}

/** The shallowest peak that a model's certificate allows at a commanded depth. */
export function certifiedPeakUmMin(model: PenModel, depthUm: number): number {
  const { biasUm, uncertaintyUm } = figuresAt(model, depthUm);
  return depthUm + biasUm - uncertaintyUm;
}

function figuresAt(
  { certificate }: PenModel,
  depthUm: number,
): { readonly biasUm: number; readonly uncertaintyUm: number } {
  return depthUm <= LOW_DEPTH_UM_MAX
    ? { biasUm: certificate.biasLowUm, uncertaintyUm: certificate.uncertaintyLowUm }
    : { biasUm: certificate.biasHighUm, uncertaintyUm: certificate.uncertaintyHighUm };
}

/** The depths at which a model's mechanics can leave its certificate; empty for an honest model. */
export function depthsOutsideCertificate(model: PenModel): readonly number[] {
  const depths: number[] = [];
  for (let depthUm = model.depthUmMin; depthUm <= model.depthUmMax; depthUm += model.depthStepUm) {
    const tooFar =
      worstPeakNm(model, depthUm, 'out') > certifiedPeakUmMax(model, depthUm) * 1_000;
    const tooShort =
      worstPeakNm(model, depthUm, 'in') < certifiedPeakUmMin(model, depthUm) * 1_000;
    if (tooFar || tooShort) depths.push(depthUm);
  }
  return depths;
}
