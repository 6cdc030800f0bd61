// What is said when a plan asks for what the table does not give: what, why, what to do next.

import { energySentenceOf } from './care/modality/energy-words.ts';
import {
  allowed,
  asked,
  because,
  inCm2,
  inHz,
  inMinutes,
  inMm,
  item,
  where,
  type Subject,
} from './word-parts.ts';
import type { PlanRefusalCode } from './refusal.ts';

const energyRefused = (place: string, found: string): string =>
  `On the ${place}: ${energySentenceOf(found)}`;

/** The sentence of every reason that lies in the plan and the table. */
export const PLAN_SENTENCES: Readonly<Record<PlanRefusalCode, (about: Subject) => string>> = {
  'profile-expired': () =>
    'The limit profile is past its date; install a profile that is in date before treating.',
  'duplicate-area': (r) =>
    `The plan names the ${where(r)} twice, under one name or two; keep one, since it is one ` +
      'piece of skin with one budget.',
  'side-not-possible': (r) =>
    `The side does not fit the area (${where(r)}); a paired area is left or right, any other ` +
      'is midline.',
  'area-blocked': (r) =>
    `The ${where(r)} is never treated, because no safe depth is known for it; take it out of ` +
      'the plan.',
  'indication-not-listed': (r) =>
    `There is no row for ${item(r)} at the ${where(r)}, so it is blocked; plan the area ` +
      'without the indication or leave it out.',
  'indication-needs-prescriber': (r) =>
    `Treating ${item(r)} at the ${where(r)} needs a prescriber's signed clearance; add it to ` +
      'the case file or plan the area without the indication.',
  'indication-on-first-visit': (r) =>
    `Treating ${item(r)} at the ${where(r)} is not for a first visit; plan the area without ` +
      'the indication today.',
  'depth-over-limit': (r) =>
    `The plan asks for ${inMm(asked(r))} at the ${where(r)} and ${inMm(allowed(r))} is ` +
      `allowed${because(r)}; lower the depth.`,
  'depth-under-pen': (r) =>
    `What remains of the depth at the ${where(r)}${because(r)}, after what this pen may be ` +
      'wrong by, is less than it can set; use a pen with a finer step or a tighter calibration, ' +
      'or leave the area out.',
  'reason-missing': (r) =>
    `The plan asks for ${inMm(asked(r))} at the ${where(r)}, more than the recommended ` +
      `${inMm(allowed(r))}; record a reason in the plan or lower the depth.`,
  'passes-over-limit': (r) =>
    `The plan asks for ${asked(r)} passes at the ${where(r)} and ${allowed(r)} are ` +
      `allowed${because(r)}; plan fewer passes.`,
  'size-over-limit': (r) =>
    `The plan declares ${inCm2(asked(r))} for the ${where(r)} and ${inCm2(allowed(r))} is the ` +
      'most, because the size sets every budget; measure again and declare the true size.',
  'size-too-small': (r) =>
    `At ${inCm2(asked(r))} the ${where(r)} would not take a single stroke of this cartridge; ` +
      'use a cartridge with fewer needles or leave the area out.',
  'size-grew': (r) =>
    `The ${where(r)} was declared with ${inCm2(allowed(r))} earlier today and now with ` +
      `${inCm2(asked(r))}; declare the earlier size, since a budget does not grow.`,
  'energy-refused': (r) => energyRefused(where(r), r.item ?? ''),
  'spot-too-dense': (r) =>
    `One stroke of this cartridge lays more than half the density that the ${where(r)} may ` +
      'have on one spot; use a cartridge with fewer needles.',
  'rate-over-limit': (r) =>
    `The plan asks for ${inHz(asked(r))} at the ${where(r)} and ${inHz(allowed(r))} is ` +
      `allowed${because(r)}; lower the rate.`,
  'rate-under-pen': (r) =>
    `The plan asks for ${inHz(asked(r))} at the ${where(r)} and this pen runs no slower than ` +
      `${inHz(allowed(r))}; plan its rate if the area allows it, or use another pen.`,
  'pen-too-fast': (r) =>
    `This pen runs no slower than ${inHz(asked(r))} and the ${where(r)} allows ` +
      `${inHz(allowed(r))}; use a pen with a variable rate.`,
  'treatment-too-long': (r) =>
    `All areas together need ${inMinutes(asked(r))} of needles on skin (${item(r)}) and ` +
      `${inMinutes(allowed(r))} are left today; plan fewer areas or passes.`,
  'treatment-too-many-punctures': (r) =>
    `All areas together come to ${asked(r)} punctures (${item(r)}) and ${allowed(r)} are left ` +
      'today; plan fewer areas or passes.',
};
