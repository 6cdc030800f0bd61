// What an eye row demands beyond its numbers: a pen of the tight class and in date, a shield, and
// proof that this person's face has healed well from a treatment elsewhere.

import type { AdmissionFacts } from './admission-facts.ts';
import { isEyeArea, isFacialNotEye } from './body-part.ts';
import { type CaseFile, knownVisits, type PastVisit } from './case-file.ts';
import type { Day } from './day.ts';
import type { PenDescription } from './pen-description.ts';
import { calibrationClass, calibrationDoubts, type CalibrationFacts } from './pen-rules.ts';
import type { PlannedArea } from './plan.ts';
import type { Refusal, RefusalCode } from './refusal.ts';

const isFacial = (visit: PastVisit): boolean =>
  visit.areas.some(({ area }) => isFacialNotEye(area));

const isGoodExample = (visit: PastVisit, today: Day): boolean =>
  isFacial(visit) &&
  visit.on < today &&
  visit.redFlag === 'no' &&
  visit.followUpOn !== undefined &&
  visit.followUpOn > visit.on &&
  visit.followUpOn <= today;

/** Whether the face has been treated elsewhere, looked at again, and never raised a red flag. */
export function faceHealedWell(caseFile: CaseFile | undefined, today: Day): boolean {
  const visits = knownVisits(caseFile);
  const isFlagged = visits.some((visit) => isFacial(visit) && visit.redFlag !== 'no');
  return !isFlagged && visits.some((visit) => isGoodExample(visit, today));
}

function penReasons(pen: PenDescription, facts: EyeFacts): readonly RefusalCode[] {
  const isTight = calibrationClass(pen) === 'P';
  return [
    ...(isTight ? [] : (['eye-needs-class-p'] as const)),
    ...calibrationDoubts(facts).map((doubt) => `eye-${doubt}` as const),
  ];
}

/** What the rules of an eye row look at beside the plan. */
export type EyeFacts = CalibrationFacts & Pick<AdmissionFacts, 'caseFile'>;

/** Everything that keeps a planned eye row from being treated; nothing for other areas. */
export function eyeRefusals(
  planned: PlannedArea,
  facts: EyeFacts,
): readonly Refusal[] {
  const { area, side } = planned;
  const { caseFile, pen, today } = facts;
  if (!isEyeArea(area)) return [];
  const codes: readonly RefusalCode[] = [
    // S-45: each of these alone closes an eye row.
    ...(faceHealedWell(caseFile, today) ? [] : (['eye-too-early'] as const)),
    ...(planned.eyeProtection ? [] : (['eye-protection-missing'] as const)),
    ...(pen === undefined ? [] : penReasons(pen, facts)),
  ];
  return codes.map((code) => ({ code, area, side }));
}
