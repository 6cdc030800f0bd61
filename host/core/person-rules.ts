// What the person's own facts forbid for the whole plan: age, skin type, conditions, screening.
// Without a case file none of it can be asked here; then the visit is a first one, every reduction
// applies, and the checklist keeps the pen from arming until somebody has asked and signed.

import { ageYears, type Day } from './day.ts';
import {
  type CaseFile,
  CLEARABLE_ITEMS,
  CONDITIONS,
  SCREENING_ITEMS,
  type ScreeningItem,
} from './case-file.ts';
import type { LimitProfile } from './limit-profile.ts';
import type { Refusal } from './refusal.ts';

function ageRefusals(caseFile: CaseFile, today: Day, yearsMin: number): readonly Refusal[] {
  const { bornOn } = caseFile;
  if (bornOn === undefined) return [{ code: 'age-unknown' }];
  const years = ageYears(bornOn, today);
  return years < yearsMin ? [{ code: 'age-under-limit', asked: years, allowed: yearsMin }] : [];
}

function skinRefusals(caseFile: CaseFile): readonly Refusal[] {
  const unknown = CONDITIONS.filter((condition) => caseFile.conditions[condition] === undefined);
  const refusals = unknown.map((item): Refusal => ({ code: 'condition-unknown', item }));
  return caseFile.fitzpatrick === undefined
    ? [{ code: 'skin-type-unknown' }, ...refusals]
    : refusals;
}

const isCleared = (caseFile: CaseFile, item: ScreeningItem): boolean =>
  CLEARABLE_ITEMS.includes(item) &&
  caseFile.clearances.some((clearance) => clearance.item === item);

function itemRefusals(caseFile: CaseFile, item: ScreeningItem): readonly Refusal[] {
  const answer = caseFile.screening.answers[item];
  if (answer === undefined) return [{ code: 'screening-unanswered', item }];
  const forbids = answer === 'yes' && !isCleared(caseFile, item);
  return forbids ? [{ code: 'screening-forbids', item }] : [];
}

function screeningRefusals(caseFile: CaseFile, today: Day): readonly Refusal[] {
  const { answeredOn, signedBy } = caseFile.screening;
  const date: readonly Refusal[] = answeredOn === today ? [] : [{ code: 'screening-not-today' }];
  const sign: readonly Refusal[] = signedBy === undefined ? [{ code: 'screening-unsigned' }] : [];
  const answers = SCREENING_ITEMS.flatMap((item) => itemRefusals(caseFile, item));
  return [...date, ...sign, ...answers];
}

function dateRefusals(caseFile: CaseFile, today: Day): readonly Refusal[] {
  const visits = caseFile.history === 'unknown' ? [] : caseFile.history;
  const days = visits.flatMap((visit) => [visit.on, visit.followUpOn ?? visit.on]);
  const latest = Math.max(caseFile.bornOn ?? today, ...days);
  return latest > today ? [{ code: 'date-in-future' }] : [];
}

/** Everything in a case file that forbids the whole plan. */
export function personRefusals(
  person: string,
  caseFile: CaseFile | undefined,
  profile: LimitProfile,
  today: Day,
): readonly Refusal[] {
  // S-42: another person's, unsigned, of another day or with a gap: each refuses the plan.
  if (caseFile === undefined) return [];
  const other: readonly Refusal[] = caseFile.person === person ? [] : [{ code: 'person-mismatch' }];
  const unsigned: readonly Refusal[] =
    caseFile.signer === undefined ? [{ code: 'case-file-unsigned' }] : [];
  return [
    ...other,
    ...unsigned,
    ...dateRefusals(caseFile, today),
    ...ageRefusals(caseFile, today, profile.ageYearsMin.value),
    ...skinRefusals(caseFile),
    ...screeningRefusals(caseFile, today),
  ];
}
