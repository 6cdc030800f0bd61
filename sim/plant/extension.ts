/**
 * How far the tips really reach at the front of the cam, given where the carrier stands.
 *
 * Every error of the pen is a term of this one sum, in nanometres: certificate.ts adds up the
 * extremes of the same terms. Overshoot and jitter belong to a stroke in motion, not to this.
 */
import type { Individual, Mechanics } from './mechanics.ts';
import type { PenModel } from './types.ts';

/** What the sum depends on besides the pen: how it stands, sits, how warm and how worn it is. */
export interface Carrier {
  readonly carrierNm: number;
  readonly seatNm: number;
  readonly offsetNm: number;
  readonly temperatureMicroDegC: number;
  readonly wornStrokes: number;
}

/** The true extension in nanometres; below zero the tips stay behind the rim at every angle. */
export function extensionNm(model: PenModel, individual: Individual, carrier: Carrier): number {
  const { mechanics } = model;
  const outNm = Math.max(0, carrier.carrierNm);
  return (
    carrier.carrierNm
    + carrier.offsetNm
    + Math.trunc((outNm * individual.gainPpm) / 1_000_000)
    + bowNm(individual.bowUm, outNm, model.depthUmMax * 1_000)
    + carrier.seatNm
    + growthNm(mechanics, carrier.temperatureMicroDegC)
    - wearNm(mechanics, carrier.wornStrokes)
  );
}

/** Where the carrier comes to stand when the depth stop moves: it lags by the play between them. */
export function carrierNm(beforeNm: number, stopNm: number, hysteresisUm: number): number {
  const slackNm = hysteresisUm * 500;
  return Math.max(stopNm - slackNm, Math.min(stopNm + slackNm, beforeNm));
}

// A parabola that is zero at both ends of the range and `bowUm` in its middle.
function bowNm(bowUm: number, outNm: number, rangeNm: number): number {
  const share = Math.min(1, outNm / rangeNm);
  return Math.trunc(bowUm * 4_000 * share * (1 - share));
}

function growthNm(mechanics: Mechanics, temperatureMicroDegC: number): number {
  const aboveMicroDegC = temperatureMicroDegC - 25_000_000;
  const grown = Math.trunc((aboveMicroDegC * mechanics.growthNmPerDegC) / 1_000_000);
  const most = mechanics.growthUmMax * 1_000;
  return Math.max(-most, Math.min(most, grown));
}

function wearNm(mechanics: Mechanics, wornStrokes: number): number {
  const worn = Math.floor(wornStrokes / 1_000) * mechanics.wearNmPerKiloStroke;
  return Math.min(mechanics.wearUmMax * 1_000, worn);
}
