// What is known about a person: history, skin, conditions, today's screening and who signed it.
// It stands for the person's record. Nothing here has a default: a fact that is missing is
// `undefined` and blocks what rests on it, because a question that nobody asked has no answer.

import type { AreaName, Side } from '../../protocol/area.ts';
import type { Day } from './day.ts';
import type { Indication } from './limit-profile.ts';

/** The questions of the screening, each asked on the day of treatment and for the planned areas. */
export const SCREENING_ITEMS = {
  'active-infection-or-wound': { clearable: false },
  'inflamed-acne': { clearable: true },
  'isotretinoin-within-6-months': { clearable: true },
  'pregnant-or-breastfeeding': { clearable: false },
  'bleeding-disorder-or-anticoagulant': { clearable: true },
  'immunosuppression-or-uncontrolled-diabetes': { clearable: true },
  'keloid-history-or-lesion-in-area': { clearable: false },
  'malignancy-or-systemic-steroids': { clearable: true },
  'allergy-to-steel-or-anaesthetic': { clearable: false },
  'skin-cancer-or-collagen-disease-or-heart': { clearable: false },
  'tattoo-in-area': { clearable: false },
  'filler-within-2-weeks': { clearable: false },
  'implant-or-port-in-area': { clearable: false },
} as const satisfies Record<string, { clearable: boolean }>;

/** The name of one screening question. */
export type ScreeningItem = keyof typeof SCREENING_ITEMS;

/** Every screening question, in the order in which it is asked. */
export const SCREENING_ITEM_NAMES = Object.keys(SCREENING_ITEMS) as readonly ScreeningItem[];

/** Conditions that do not forbid a treatment but reduce it. */
export const CONDITIONS = [
  'melasma-or-pigment-after-inflammation',
  'steroid-thinned-skin',
  'irradiated-skin',
  'very-lax-skin',
] as const;

/** The name of one reducing condition. */
export type Condition = (typeof CONDITIONS)[number];

/** A yes, a no, or undefined for a question without an answer. */
export type Answer = 'yes' | 'no' | undefined;

/** One earlier visit: what was treated, whether somebody looked at it later, and what was seen. */
export interface PastVisit {
  readonly on: Day;
  readonly areas: readonly { readonly area: AreaName; readonly side: Side }[];
  readonly followUpOn: Day | undefined;
  readonly redFlag: Answer;
}

/** A prescriber's signed decision that a named reason against treatment does not hold here. */
export interface Clearance {
  readonly item: ScreeningItem | Indication;
  readonly by: string;
  readonly reason: string;
}

/** Today's answers; `answers` holds only the questions that were answered. */
export interface Screening {
  readonly answeredOn: Day | undefined;
  readonly answers: Readonly<Partial<Record<ScreeningItem, 'yes' | 'no'>>>;
  readonly signedBy: string | undefined;
}

/** The case file of one person. */
export interface CaseFile {
  readonly person: string;
  readonly bornOn: Day | undefined;
  readonly fitzpatrick: number | undefined;
  readonly history: readonly PastVisit[] | 'unknown';
  readonly screening: Screening;
  readonly conditions: Readonly<Partial<Record<Condition, 'yes' | 'no'>>>;
  readonly clearances: readonly Clearance[];
  readonly signer: string | undefined;
}

/** Whether nothing is known of an earlier visit, which is taken for a first one. */
export const isFirstVisit = (caseFile: CaseFile | undefined, today: Day): boolean =>
  caseFile === undefined ||
  caseFile.history === 'unknown' ||
  !caseFile.history.some((visit) => visit.on < today);

/** The visits that are known, none if the history is not. */
export const knownVisits = (caseFile: CaseFile | undefined): readonly PastVisit[] =>
  caseFile === undefined || caseFile.history === 'unknown' ? [] : caseFile.history;
