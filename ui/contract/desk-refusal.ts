// Why the desk did not do what a window asked, as data. The sentence is made in the window, in the
// language of whoever reads it; `details` are words of the host's doors for somebody who repairs a
// file, and stand below the sentence as they are.

import type { Refusal } from '../../host/core/refusal.ts';
import type { CareRefusal } from './care-refusal.ts';

/** Every reason for which the desk does not do what it is asked. */
export type DeskRefusalCode =
  /** The message is none that the desk knows, or a field of it is not as it has to be. */
  | 'not-understood'
  | 'too-large'
  /** Another window controls; this one looks on. */
  | 'viewer-only'
  | 'controller-present'
  /** It can be asked, but not as things stand; `item` says what is under way. */
  | 'out-of-turn'
  /** Nobody has said who is at the console. */
  | 'name-missing'
  | 'area-planned-already'
  | 'area-not-planned'
  | 'side-not-possible'
  | 'areas-too-many'
  | 'value-out-of-range'
  | 'plan-empty'
  | 'plan-not-read'
  | 'case-not-read'
  | 'not-admitted'
  | 'no-pen'
  | 'pen-address'
  | 'not-simulated'
  | 'simulator-refused'
  | 'no-such-record'
  | 'journal-not-read'
  /** The bench has the pen; `item` is what it does. */
  | 'bench-at-work'
  | 'no-gauge'
  | 'no-bench-key'
  | 'no-such-certificate'
  /** A rule of care, of the chart or of the staff says no; `care` says which. */
  | 'care'
  /** People sign in here, and nobody has. */
  | 'not-signed-in'
  /** Whoever has signed in may not do this; `item` says what, `allowed` who may. */
  | 'not-permitted'
  /** Of somebody who has a chart it is said at the visit, or nowhere. */
  | 'said-at-visit'
  /** A high alarm is on: its sound cannot be paused while its cause lasts. */
  | 'sound-needed';

/** One reason. */
export interface DeskRefusal {
  readonly code: DeskRefusalCode;
  /** The field, area, phase or thing that is meant. */
  readonly item?: string;
  readonly asked?: string;
  readonly allowed?: string;
  readonly details?: readonly string[];
  readonly care?: CareRefusal;
  /** The reasons of admission, where it is admission that said no. */
  readonly refusals?: readonly Refusal[];
}
