// How many strokes one grant may give. Twenty strokes of fourteen needles on one spot are 557
// punctures per square centimetre, far over what an eye row allows in all, so the credit follows
// the head and the row. Where it cannot bridge two renewals the area runs in stamp mode: one fresh
// press of the trigger, one grant, no renewal.

import { CREDIT_MAX, OVERSPEED, RENEW_MS } from '../../protocol/timing.ts';
import { strokes, type CentiHz, type Strokes } from '../../protocol/units.ts';
import { type Bound, type LimitReason, meet, reasonsOf, type RuleId } from './limit-reason.ts';
import type { Cartridge } from './pen-description.ts';

/** What a grant's credit is made of. */
export interface CreditQuestion {
  readonly densityPerCm2: number;
  readonly cartridge: Cartridge;
  readonly penCreditMax: Strokes;
  readonly strokesPerPass: Strokes;
  readonly rateCentiHz: CentiHz;
  /** Eye rows without motion sensing are stamped however large their credit is. */
  readonly stampAlways: boolean;
}

/** Strokes that one grant may give, and whether grants may be renewed within one press. */
export interface CreditLimit {
  readonly strokes: Strokes;
  readonly stamp: boolean;
  readonly binding: RuleId;
  readonly reasons: readonly LimitReason[];
}

/** Strokes that a pen can debit in two renewals, its permitted overspeed counted. */
export function twoRenewals(rateCentiHz: CentiHz): Strokes {
  const numerator = 2 * rateCentiHz * RENEW_MS * OVERSPEED.numerator;
  return strokes(Math.ceil(numerator / (100 * 1_000 * OVERSPEED.denominator)));
}

/** Half the density cap on the skin under the head, as whole strokes. */
export const spotStrokes = (densityPerCm2: number, cartridge: Cartridge): number =>
  Math.floor((densityPerCm2 * cartridge.headAreaMm2) / (2 * 100 * cartridge.needleCount));

/** The credit of one grant; zero when a single stroke is already too much for one spot. */
export function creditLimit(of: CreditQuestion): CreditLimit {
  const bounds: readonly Bound[] = [
    // S-06: all of one grant on one spot is half of the cap at the most.
    { rule: 'spot-density', value: spotStrokes(of.densityPerCm2, of.cartridge) },
    { rule: 'grant-maximum', value: CREDIT_MAX },
    { rule: 'pen-credit', value: of.penCreditMax },
    { rule: 'per-pass', value: of.strokesPerPass },
  ];
  const credit = meet(bounds);
  return {
    strokes: strokes(credit.value),
    stamp: of.stampAlways || credit.value < twoRenewals(of.rateCentiHz),
    binding: credit.rule,
    reasons: reasonsOf('credit', bounds),
  };
}
