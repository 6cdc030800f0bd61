// What is known about a person: history, skin, conditions, today's screening and who signed it.
// It stands for the person's record. Nothing here has a default: a fact that is missing is
// `undefined` and blocks what rests on it, because a question that nobody asked has no answer.

import type { AreaName, Side } from '../../protocol/area.ts';
import type { Day } from './day.ts';
import type { Indication } from './limit-profile.ts';

/** The questions of the screening, asked on the day of treatment and for the planned areas. */
export const SCREENING_ITEMS = [
  'active-infection-or-wound',
  'inflamed-acne',
  'isotretinoin-within-6-months',
  'pregnant-or-breastfeeding',
  'bleeding-disorder-or-anticoagulant',
  'immunosuppression-or-uncontrolled-diabetes',
  'keloid-history-or-lesion-in-area',
  'malignancy-or-systemic-steroids',
  'allergy-to-steel-or-anaesthetic',
  'skin-cancer-or-collagen-disease-or-heart',
  'tattoo-in-area',
  'filler-within-2-weeks',
  'implant-or-port-in-area',
  'burnt-peeled-or-lasered-within-2-weeks',
] as const;

/** The name of one screening question. */
export type ScreeningItem = (typeof SCREENING_ITEMS)[number];

/** Questions whose yes a prescriber may clear; to every other a yes is final. */
export const CLEARABLE_ITEMS: readonly ScreeningItem[] = [
  'inflamed-acne',
  'isotretinoin-within-6-months',
  'bleeding-disorder-or-anticoagulant',
  'immunosuppression-or-uncontrolled-diabetes',
  'malignancy-or-systemic-steroids',
  'burnt-peeled-or-lasered-within-2-weeks',
];

/** Conditions that do not forbid a treatment but reduce it. */
export const CONDITIONS = [
  'melasma-or-pigment-after-inflammation',
  'steroid-thinned-skin',
  'irradiated-skin',
  'very-lax-skin',
  'tanned-or-much-sun-lately',
] as const;

/** The name of one reducing condition. */
export type Condition = (typeof CONDITIONS)[number];

/** What neither forbids nor reduces, but must have been thought about by whoever treats. */
export const PRECAUTIONS = [
  'cold-sore-history',
  'skin-or-autoimmune-disease',
  'sun-planned-within-2-weeks',
  'muscle-relaxant-within-2-weeks',
  'retinoid-or-acid-within-a-week',
  'waxed-within-a-week',
  'anti-inflammatory-within-3-days',
  'pigment-plan',
] as const;

/** The name of one precaution. */
export type Precaution = (typeof PRECAUTIONS)[number];

/** A precaution that applies, and what the provider wrote about it. */
export interface PrecautionNoted {
  readonly item: Precaution;
  readonly note: string;
}

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
  /** Those that apply; whoever screened wrote a note about each. */
  readonly precautions: readonly PrecautionNoted[];
  readonly signer: string | undefined;
  /** There are other rooms, and they could not be asked what they did to this person lately. */
  readonly roomsUnasked?: boolean | undefined;
}

// S-74: a room that cannot ask the others is stricter than one that can.
/** Whether nothing is known of an earlier visit, or not all: that is taken for a first one. */
export const isFirstVisit = (caseFile: CaseFile | undefined, today: Day): boolean =>
  caseFile === undefined ||
  caseFile.roomsUnasked === true ||
  caseFile.history === 'unknown' ||
  !caseFile.history.some((visit) => visit.on < today);

/** The visits that are known, none if the history is not. */
export const knownVisits = (caseFile: CaseFile | undefined): readonly PastVisit[] =>
  caseFile === undefined || caseFile.history === 'unknown' ? [] : caseFile.history;
