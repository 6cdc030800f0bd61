// What the pen, its certificate and its cartridge forbid. A pen out of date still works, shallower
// and never at the eye; a pen never calibrated, or a cartridge nobody can name, does not work.

import type { AdmissionFacts, CartridgeUse } from './admission-facts.ts';
import { VALID_TREATMENTS } from './calibration/validity.ts';
import type { Day } from './day.ts';
import { mayHoldEnergy } from './energy-limit.ts';
import type { CartridgeModel, LimitProfile } from './limit-profile.ts';
import { type Cartridge, contradictionsOf, type PenDescription } from './pen-description.ts';
import type { Refusal, RefusalCode } from './refusal.ts';

/** The class that counts: without a declared overshoot nobody knows enough for class P. */
export function calibrationClass(pen: PenDescription): 'P' | 'S' | undefined {
  const { class: certified } = pen.calibration;
  if (certified === 'P') return pen.overshootUm === undefined ? 'S' : 'P';
  return certified === 'S' ? 'S' : undefined;
}

/** Whether a certificate has run out. */
const isCalibrationOutOfDate = (pen: PenDescription, today: Day): boolean =>
  pen.calibration.dueDay < today;

/** Why a certificate that is sound in itself does not count in full. */
export type CalibrationDoubt =
  | 'calibration-out-of-date'
  | 'calibration-shaken'
  | 'calibration-used-up';

/** What tells whether a certificate still counts in full. */
export type CalibrationFacts =
  Pick<AdmissionFacts, 'pen' | 'today' | 'shaken' | 'treatmentsSince'>;

/** S-31: run out by day or by use, or shaken since: each alone derates, and they do not add up. */
export const calibrationDoubts = (
  { pen, today, shaken, treatmentsSince = 0 }: CalibrationFacts,
): readonly CalibrationDoubt[] =>
  pen === undefined
    ? []
    : [
        ...(isCalibrationOutOfDate(pen, today) ? (['calibration-out-of-date'] as const) : []),
        ...(shaken === undefined ? [] : (['calibration-shaken'] as const)),
        ...(treatmentsSince < VALID_TREATMENTS ? [] : (['calibration-used-up'] as const)),
      ];

function calibrationRefusals(pen: PenDescription, today: Day): readonly Refusal[] {
  const { class: certified, issuedDay, certificateId } = pen.calibration;
  // S-31: failed, never made, or made in the future: nothing is admitted.
  if (certified === 'fail') return [{ code: 'calibration-failed' }];
  if (certified === 'none' || certificateId.trim() === '') return [{ code: 'calibration-missing' }];
  return issuedDay > today ? [{ code: 'calibration-in-future' }] : [];
}

const isAsKnown = (cartridge: Cartridge, model: CartridgeModel): boolean =>
  cartridge.needleCount === model.needleCount &&
  cartridge.needleLengthUm === model.needleLengthUm &&
  cartridge.headAreaMm2 === model.headAreaMm2;

/** Used means used by somebody else, on another day, or by nobody that the journal knows. */
function isUsed(
  cartridge: Cartridge,
  person: string,
  today: Day,
  uses: readonly CartridgeUse[],
): boolean {
  const known = uses.filter((use) => use.serial === cartridge.serial);
  const isOurs = (use: CartridgeUse): boolean => use.person === person && use.on === today;
  return !known.every(isOurs) || (cartridge.usedStrokes > 0 && known.length === 0);
}

function cartridgeRefusals(
  cartridge: Cartridge | undefined,
  person: string,
  facts: PenFacts,
): readonly Refusal[] {
  if (cartridge === undefined) return [{ code: 'cartridge-missing' }];
  if (cartridge.kind !== 'patient') return [{ code: 'cartridge-wrong-kind' }];
  const model = facts.profile.cartridges.find(({ modelCode }) => modelCode === cartridge.modelCode);
  const isNamed = cartridge.serial.trim() !== '' && cartridge.lot.trim() !== '';
  if (model === undefined || !isNamed) return [{ code: 'cartridge-unknown' }];
  const found: readonly (readonly [RefusalCode, boolean])[] = [
    // S-30: known by model, named by lot and serial, in date, and nobody else's.
    ['cartridge-contradicts-itself', !isAsKnown(cartridge, model)],
    ['cartridge-expired', cartridge.expiryDay < facts.today],
    ['cartridge-used', isUsed(cartridge, person, facts.today, facts.cartridgeUses)],
  ];
  return found.filter(([, holds]) => holds).map(([code]) => ({ code }));
}

/** What a pen can do, or cannot, that no limit of ours would hold. */
function abilityRefusals(pen: PenDescription, facts: PenFacts): readonly Refusal[] {
  const { motorisedDepth, radioFrequency } = pen;
  const isBound = !radioFrequency || mayHoldEnergy(pen, facts);
  return [
    ...(motorisedDepth ? [] : [{ code: 'pen-depth-by-hand' } as const]),
    // S-46: energy that nothing here bounds is not half supported but refused with its pen.
    ...(isBound ? [] : [{ code: 'pen-emits-energy' } as const]),
  ];
}

/** What the rules of a pen look at. */
export interface PenFacts {
  readonly today: Day;
  readonly profile: LimitProfile;
  readonly cartridgeUses: readonly CartridgeUse[];
  readonly energy?: AdmissionFacts['energy'];
}

/** Everything about a pen that forbids the whole plan. */
export function penRefusals(
  pen: PenDescription,
  person: string,
  facts: PenFacts,
): readonly Refusal[] {
  const contradictions = contradictionsOf(pen).map(
    (item): Refusal => ({ code: 'pen-contradicts-itself', item }),
  );
  return [
    ...contradictions,
    ...abilityRefusals(pen, facts),
    ...calibrationRefusals(pen, facts.today),
    ...cartridgeRefusals(pen.cartridge, person, facts),
  ];
}
