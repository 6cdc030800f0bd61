// What a pen and a room have against a treatment, and what is worth knowing before one, in English.
// What and why stand before the bar, what to do next behind it.

import type { RoomReason } from '../../../../host/core/checklist.ts';
import type { NoticeCode, PenRefusalCode } from '../../../../host/core/refusal.ts';

/** Reasons that lie in the pen, its certificate and its cartridge. */
export const penRefusals = {
  'pen-unknown': 'No pen is linked, so nothing can be armed. | Connect a pen.',
  'pen-contradicts-itself': `What the pen says of itself cannot all be true (look at {item}). |
    Have it serviced and use another.`,
  'pen-depth-by-hand': `The depth of this pen is set by hand, so no limit can hold it. | Use a pen
    that sets its depth itself.`,
  'pen-emits-energy': `This pen can emit radio frequency, for which there are no limits here. |
    Use a pen that cannot.`,
  'calibration-missing': 'The pen was never calibrated. | Calibrate it, or use another.',
  'calibration-failed': 'The pen failed its last calibration. | Have it serviced and use another.',
  'calibration-in-future': `The pen was calibrated on a day that has not come yet. | Check the
    clock of this computer, then the certificate.`,
  'eye-calibration-out-of-date': `{where}: blocked, because the calibration of the pen is out of
    date. | Calibrate the pen, or leave the area out.`,
  'eye-calibration-shaken': `{where}: blocked, because the pen stalled, went too deep or was dropped
    since it was calibrated. | Calibrate the pen, or leave the area out.`,
  'eye-calibration-used-up': `{where}: blocked, because the pen gave as many treatments as its
    certificate holds for. | Calibrate the pen, or leave the area out.`,
  'eye-needs-class-p': `{where}: needs a pen of calibration class P with a declared overshoot, and
    this one is not. | Use such a pen, or leave the area out.`,
  'cartridge-missing': 'There is no cartridge in the pen. | Fit a new sterile one.',
  'cartridge-wrong-kind': `The cartridge is for the bench and not for people. | Fit a new sterile
    patient cartridge.`,
  'cartridge-unknown': `The cartridge is of no known model, or has no serial number or lot. | Fit
    one that is known.`,
  'cartridge-contradicts-itself': `The cartridge claims other needles than its model has. | Put it
    aside, tell the maker, and fit another.`,
  'cartridge-expired': 'The cartridge is past its expiry date. | Fit one that is in date.',
  'cartridge-used': `The cartridge was used before, by somebody else, on another day or
    unrecorded. | Fit a new one for every person and every visit.`,
} as const satisfies Record<PenRefusalCode, string>;

/** What an admitted plan should still be told about. */
export const notices = {
  'interval-short': `{where}: treated {asked:number/day/days} ago, which is early. | Look at the
    skin before going on.`,
  'many-visits': `{where}: this is visit {asked:number} within a year, and more than
    {allowed:number} is much. | Consider a pause.`,
  'calibration-out-of-date': `The calibration of the pen is out of date, so recommended depths are
    the caps. | Have it calibrated.`,
  'calibration-shaken': `The pen stalled, went too deep or was dropped since it was calibrated, so
    recommended depths are the caps. | Have it calibrated.`,
  'calibration-used-up': `The pen gave as many treatments as its certificate holds for, so
    recommended depths are the caps. | Have it calibrated.`,
  'no-case-file': `There is no case file: the visit counts as a first one, every reduction
    applies, and eye areas stay blocked. | Open a case file before the next visit.`,
  precaution: 'The screening noted {item}. | Read the provider’s note on it before beginning.',
} as const satisfies Record<NoticeCode, string>;

/** What is still open in the room. */
export const room = {
  'numbing-not-removed': `Numbing cream is on the skin, or nobody has said. | Remove it, clean the
    skin, and confirm.`,
  'package-not-checked': `Nobody has confirmed that the cartridge came from an intact package. |
    Look at the package; in doubt take another.`,
  'barrier-not-fitted': `Nobody has confirmed the barrier sleeve over the pen. | Fit a new one and
    confirm.`,
  'glide-not-checked': `Nobody has confirmed that only sterile glide is on the skin. | Wipe off
    everything else and confirm.`,
  'not-cleaned': `Nobody has confirmed that the pen was cleaned since the last person. | Clean it
    and sign for it.`,
  'not-screened': `There is no case file, and nobody has signed for a screening. | Ask every
    question now and sign.`,
} as const satisfies Record<RoomReason, string>;
