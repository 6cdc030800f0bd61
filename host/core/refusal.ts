// Every reason for which a plan is not admitted, as data. A refusal says what it is about, what was
// asked and what is allowed; its English sentence is made in words.ts and nowhere else.

import type { AreaName, Side } from '../../protocol/area.ts';
import type { RuleId } from './limit-reason.ts';

/** Reasons that lie in the plan and the table. */
export type PlanRefusalCode =
  | 'profile-expired'
  | 'duplicate-area'
  | 'side-not-possible'
  | 'area-blocked'
  | 'indication-not-listed'
  | 'indication-needs-prescriber'
  | 'indication-on-first-visit'
  | 'depth-over-limit'
  | 'depth-under-pen'
  | 'reason-missing'
  | 'passes-over-limit'
  | 'size-over-limit'
  | 'size-too-small'
  | 'size-grew'
  | 'spot-too-dense'
  | 'energy-refused'
  | 'rate-over-limit'
  | 'rate-under-pen'
  | 'pen-too-fast'
  | 'treatment-too-long'
  | 'treatment-too-many-punctures';

/** Reasons that lie in the person, or in not knowing the person. */
export type PersonRefusalCode =
  | 'person-mismatch'
  | 'case-file-unsigned'
  | 'date-in-future'
  | 'age-unknown'
  | 'age-under-limit'
  | 'skin-type-unknown'
  | 'condition-unknown'
  | 'screening-unsigned'
  | 'screening-not-today'
  | 'screening-unanswered'
  | 'screening-forbids'
  | 'interval-too-short'
  | 'treated-today-unaccounted'
  | 'red-flag'
  | 'eye-too-early'
  | 'eye-protection-missing'
  | 'budget-unknown'
  | 'budget-spent';

/** Reasons that lie in the pen, its certificate and its cartridge. */
export type PenRefusalCode =
  | 'pen-unknown'
  | 'pen-contradicts-itself'
  | 'pen-depth-by-hand'
  | 'pen-emits-energy'
  | 'calibration-missing'
  | 'calibration-failed'
  | 'calibration-in-future'
  | 'eye-calibration-out-of-date'
  | 'eye-calibration-shaken'
  | 'eye-calibration-used-up'
  | 'eye-needs-class-p'
  | 'cartridge-missing'
  | 'cartridge-wrong-kind'
  | 'cartridge-unknown'
  | 'cartridge-contradicts-itself'
  | 'cartridge-expired'
  | 'cartridge-used';

/** Every refusal that admission knows. */
export type RefusalCode = PlanRefusalCode | PersonRefusalCode | PenRefusalCode;

/** One reason against a plan; without an area it concerns the whole of it. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly area?: AreaName;
  readonly side?: Side;
  /** The question, condition, capability or part of the body that is meant. */
  readonly item?: string;
  readonly asked?: number;
  readonly allowed?: number;
  readonly rule?: RuleId;
}

/** What an admitted plan should still be told about; nothing here stops it. */
export type NoticeCode =
  | 'interval-short'
  | 'many-visits'
  | 'calibration-out-of-date'
  | 'calibration-shaken'
  | 'calibration-used-up'
  | 'no-case-file'
  | 'precaution';

/** One thing worth knowing before an admitted plan is begun. */
export interface Notice {
  readonly code: NoticeCode;
  readonly area?: AreaName;
  readonly side?: Side;
  /** The precaution that is meant. */
  readonly item?: string;
  readonly asked?: number;
  readonly allowed?: number;
}
