// What a question of the screening is: its wording, where it comes from, and what a yes does. It is
// data, so that a clinical lead can read the whole of it; what admission makes of a yes is decided
// by the case file that the answers become, and by nothing in the question.

import type { Condition, Precaution, ScreeningItem } from '../../case-file.ts';
import type { Ground } from '../sources.ts';

/** What keeps somebody from radiofrequency and from nothing else. */
export const ENERGY_ITEMS = [
  'pacemaker-or-defibrillator',
  'metal-in-field',
  'nerve-stimulator',
  'facial-palsy',
] as const;

/** The name of one of them. */
export type EnergyItem = (typeof ENERGY_ITEMS)[number];

/** What a question tells: a reason of admission, a reduction, a precaution, or only of energy. */
export type Feeds =
  | { readonly kind: 'screening'; readonly item: ScreeningItem }
  | { readonly kind: 'condition'; readonly item: Condition }
  | { readonly kind: 'precaution'; readonly item: Precaution }
  | { readonly kind: 'energy'; readonly item: EnergyItem };

/** What a yes does: forbids, forbids until a prescriber signs, reduces, or wants a note. */
export type Outcome = 'block' | 'prescriber' | 'modifier' | 'warning';

/** One question. */
export interface Question {
  readonly id: string;
  readonly asks: string;
  readonly outcome: Outcome;
  readonly feeds: Feeds;
  readonly ground: Ground;
  /** For medicines and procedures: through how many days after the last one a yes counts. */
  readonly windowDays?: number;
}
