// What is said when a pen, its certificate or its cartridge stands against a plan.

import { where, type Subject } from './word-parts.ts';
import type { PenRefusalCode } from './refusal.ts';

/** The sentence of every reason that lies in the pen and its cartridge. */
export const PEN_SENTENCES: Readonly<Record<PenRefusalCode, (about: Subject) => string>> = {
  'pen-unknown': () => 'No pen is linked, so nothing can be armed; connect a pen.',
  'pen-contradicts-itself': (r) =>
    `What the pen says of itself cannot all be true (look at ${r.item ?? 'it'}); have it ` +
      'serviced and use another.',
  'pen-depth-by-hand': () =>
    'The depth of this pen is set by hand, so no limit can hold it; use a pen that sets it itself.',
  'pen-emits-energy': () =>
    'This pen can emit radio frequency, for which Corium has no limits; use a pen that cannot.',
  'calibration-missing': () => 'The pen was never calibrated; calibrate it or use another.',
  'calibration-failed': () =>
    'The pen failed its last calibration; have it serviced and use another.',
  'calibration-in-future': () =>
    'The pen was calibrated on a day that has not come yet; check the clock of this computer, ' +
      'then the certificate.',
  'eye-calibration-out-of-date': (r) =>
    `The pen's calibration is out of date, which blocks the ${where(r)}; calibrate it or leave ` +
      'the area out.',
  'eye-calibration-shaken': (r) =>
    'The pen stalled, went too deep or was dropped since it was calibrated, which blocks the ' +
      `${where(r)}; calibrate it or leave the area out.`,
  'eye-calibration-used-up': (r) =>
    `The pen gave as many treatments as its certificate holds for, which blocks the ${where(r)}; ` +
      'calibrate it or leave the area out.',
  'eye-needs-class-p': (r) =>
    `The ${where(r)} needs a pen of calibration class P with a declared overshoot, and this ` +
      'one is not; use such a pen or leave the area out.',
  'cartridge-missing': () => 'There is no cartridge in the pen; fit a new sterile one.',
  'cartridge-wrong-kind': () =>
    'The cartridge is for the bench and not for people; fit a new sterile patient cartridge.',
  'cartridge-unknown': () =>
    'The cartridge is of no model that Corium knows, or has no serial number or lot; fit one ' +
      'that it knows.',
  'cartridge-contradicts-itself': () =>
    'The cartridge claims other needles than its model has; put it aside, tell the maker, and ' +
      'fit another.',
  'cartridge-expired': () => 'The cartridge is past its expiry date; fit one that is in date.',
  'cartridge-used': () =>
    'The cartridge was used before, by somebody else, on another day or unrecorded; fit a new ' +
      'one for every person and every visit.',
};
