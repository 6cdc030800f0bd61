// What the desk says to a window. The window checks nothing of it: it comes from its own house, by
// a road that only this house can open. A field that is undefined is left out on the way.

import type { LimitProfile } from '../../host/core/limit-profile.ts';
import type { Snapshot } from '../../host/core/snapshot.ts';
import type { TraceSample } from '../../host/core/trace.ts';
import type { TreatmentRecord } from '../../host/journal/record.ts';
import type { BenchMoving } from './bench-state.ts';
import type { CareAnswer } from './care-says.ts';
import type { DeskRefusal } from './desk-refusal.ts';
import type { DeskState, NoticeLine } from './desk-state.ts';

/** The limit profile in force, or why there is none. */
export type ProfileView =
  | {
      readonly kind: 'in-force';
      readonly profile: LimitProfile;
      readonly sha256: string;
      /** The site has tightened the base table. */
      readonly site: boolean;
    }
  | { readonly kind: 'none'; readonly details: readonly string[] };

/** A record, and whether the lines that it stands on are sound. */
export interface RecordView {
  readonly record: TreatmentRecord;
  readonly accepted: boolean;
  readonly findings: readonly string[];
}

/** What a request that reads something is answered with. */
export type Answer =
  | { readonly kind: 'record'; readonly view: RecordView }
  | { readonly kind: 'profile'; readonly view: ProfileView }
  /** About people, visits and what comes after. */
  | CareAnswer
  /** The plan as a file, to be kept. */
  | { readonly kind: 'plan-file'; readonly name: string; readonly text: string };

/** What became of a request. */
export type Reply =
  | { readonly ok: true; readonly answer?: Answer | undefined }
  | { readonly ok: false; readonly refusals: readonly DeskRefusal[] };

/** Everything that the desk says. */
export type DeskSays =
  | { readonly kind: 'state'; readonly state: DeskState }
  /** How the treatment stands; dropped for a window that is behind. */
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  /** What the pen measured since the last batch, oldest first; dropped like a snapshot. */
  | { readonly kind: 'trace'; readonly samples: readonly TraceSample[] }
  /** How the bench stands; dropped like a snapshot. */
  | { readonly kind: 'bench'; readonly moving: BenchMoving }
  /** What became of the request with this id. */
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply }
  /** Something that a person should see now; it is kept in the state as well. */
  | { readonly kind: 'notice'; readonly notice: NoticeLine };
