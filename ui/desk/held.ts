// Everything that the desk holds between two requests. It is one record that the desk's own folder
// writes to; what a window sees is made of it afresh each time.

import type { RoomFacts } from '../../host/core/checklist.ts';
import type { CaseFile } from '../../host/core/case-file.ts';
import type { LoadedProfile } from '../../host/profile/base-profile.ts';
import type { AlarmLine, NoticeLine } from '../contract/desk-state.ts';
import type { AreaOffer, PlanCheck, PlanDraft } from '../contract/plan.ts';
import type { AdmissionFacts } from '../../host/core/admission-facts.ts';
import type { Snapshot } from '../../host/core/snapshot.ts';
import type { Gate } from '../../host/staff/index.ts';
import type { HeldSignIn } from './care/held-sign-in.ts';
import type { CareSide } from './care/care-side.ts';
import type { BenchLists, BenchSide } from './bench/bench-side.ts';
import type { SimulatedHands } from './bench/simulated-hands.ts';
import type { ConsoleFiles, KeptChoices } from './console-files.ts';
import type { JournalSide } from './journal-side.ts';
import type { registryLists, recordLines } from './lists.ts';
import type { PenSide } from './pen-side.ts';
import type { TreatmentSide } from './treatment-side.ts';

/** The case file at the desk. */
export interface HeldCase {
  readonly caseFile: CaseFile;
  readonly from: string;
  readonly demo: boolean;
  /** Made of the chart of whoever is chosen, anew with every line. */
  readonly charted: boolean;
}

/** The lists that are made when the journal was read. */
export interface HeldLists {
  readonly records: ReturnType<typeof recordLines>;
  readonly registry: ReturnType<typeof registryLists>;
}

/** What admission said last, and of what. */
export interface HeldCheck {
  readonly draft: PlanDraft;
  readonly facts: AdmissionFacts;
  readonly operator: string;
  readonly check: PlanCheck;
  readonly offers: readonly AreaOffer[];
}

/** What facts are made of; as long as it is the same, so are they. */
export interface FactsOf {
  readonly profile: LoadedProfile;
  readonly pen: AdmissionFacts['pen'];
  readonly caseFile: AdmissionFacts['caseFile'];
  readonly person: string;
  readonly day: AdmissionFacts['today'];
  readonly count: number;
  readonly readable: boolean;
}

/** The profile in force, or why there is none. */
export type HeldProfile =
  | { readonly ok: true; readonly value: LoadedProfile }
  | { readonly ok: false; readonly error: readonly string[] };

/** All of it. */
export interface Held {
  readonly dataDir: string;
  readonly demo: boolean;
  readonly files: ConsoleFiles;
  readonly journal: JournalSide;
  readonly pen: PenSide;
  readonly treatment: TreatmentSide;
  readonly bench: BenchSide;
  readonly hands: SimulatedHands;
  benchLists: BenchLists;
  readonly care: CareSide;
  readonly gate: Gate;
  readonly signIn: HeldSignIn;
  choices: KeptChoices;
  heldCase: HeldCase | undefined;
  /** Whose chart is open here, by its key. */
  person: string | undefined;
  draft: PlanDraft;
  room: RoomFacts;
  pedal: boolean;
  profile: HeldProfile;
  lists: HeldLists;
  factsMade: { readonly of: FactsOf; readonly facts: AdmissionFacts } | undefined;
  check: HeldCheck | undefined;
  alarmsOn: Snapshot['alarms'];
  alarmLog: readonly AlarmLine[];
  notices: readonly NoticeLine[];
  soundPausedUntil: string | undefined;
  /** The desk is being closed: nothing new is begun. */
  closing: boolean;
}
