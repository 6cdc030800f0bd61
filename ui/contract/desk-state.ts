// Everything that a window has to know to draw itself, in one value. It is sent whole whenever it
// changes, and at once to a window that joins, so that nothing lives only in a window. What moves
// many times a second, the snapshot and the trace, is said beside it.

import type { AreaName, Side } from '../../protocol/area.ts';
import type { Admitted, HostNews, TurnedAwayBy } from '../../host/api.ts';
import type { AlarmId, Priority } from '../../host/core/alarm.ts';
import type { RoomFacts, RoomReason } from '../../host/core/checklist.ts';
import type { CaseFile } from '../../host/core/case-file.ts';
import type { ArmRefusal } from '../../host/core/control/event.ts';
import type { TreatmentOutcome } from '../../host/core/control/state.ts';
import type { PenDescription } from '../../host/core/pen-description.ts';
import type { Notice, Refusal } from '../../host/core/refusal.ts';
import type { DueItem } from '../../host/core/registry/due.ts';
import type { BenchDeskView } from './bench-state.ts';
import type { CareView, StaffView } from './care-state.ts';
import type { AreaOffer, PlanCheck, PlanDraft } from './plan.ts';

/** The languages of the console. */
export type Language = 'en' | 'de' | 'es' | 'zh';

/** What a person chose for the console; kept in the installation. */
export interface Settings {
  readonly language: Language;
  readonly theme: 'light' | 'dark' | 'system';
  readonly soundPercent: number;
}

/** Where everything is kept. */
export interface InstallationView {
  readonly dataDir: string;
  /** A fresh folder of the demonstration: nobody's real records. */
  readonly demo: boolean;
  readonly installationId: string;
  readonly hostVersion: string;
  /** Today by the local calendar, as YYYY-MM-DD. */
  readonly today: string;
  /** Why the journal cannot be read, if it cannot; nothing can be treated then. */
  readonly journalProblem?: string | undefined;
}

/** A port in which a pen may be plugged. */
export interface PortView {
  /** As it is chosen: `serial:PATH`. */
  readonly address: string;
  readonly kind: 'pen' | 'bridge' | 'other';
  readonly words: string;
}

/** The pen, as it was last looked at. */
export interface PenView {
  /** As it was chosen: `sim`, `serial:PATH`, `tcp:HOST:PORT`, `hid:SERIAL`. */
  readonly address: string;
  readonly simulated: boolean;
  readonly standing:
    | { readonly kind: 'looking' }
    | { readonly kind: 'met'; readonly pen: PenDescription }
    /** It does not answer; the sentence says what to look at. */
    | { readonly kind: 'away'; readonly why: string }
    /** A treatment has it; the snapshot tells of it. */
    | { readonly kind: 'in-treatment'; readonly pen: PenDescription | undefined };
  readonly ports: readonly PortView[];
}

/** The person, as far as the case file tells; `demo` is an invented one, and has to say so. */
export type CaseView =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'read';
      readonly demo: boolean;
      /** It is made of the chart, anew with every step of the visit. */
      readonly charted: boolean;
      /** The name of the file that it was read from, or the key of the chart. */
      readonly from: string;
      readonly caseFile: CaseFile;
    };

/** The plan in work. */
export interface PlanView {
  readonly draft: PlanDraft;
  readonly check: PlanCheck;
  /** Every area and side there is, for the figure. */
  readonly offers: readonly AreaOffer[];
}

/** What was looked at in the room, and what is still open. */
export interface RoomView {
  readonly facts: RoomFacts;
  readonly open: readonly RoomReason[];
}

/** The treatment, if there is one. */
export type TreatmentView =
  | { readonly kind: 'none' }
  /** The host process is up and looks for its pen. */
  | { readonly kind: 'starting'; readonly waiting?: string | undefined }
  | {
      readonly kind: 'running';
      readonly admitted: Admitted;
      /** The link is being waited for, with the reason. */
      readonly waiting?: string | undefined;
      /** The area that is armed next; chosen by pedal or by a window, it arms nothing. */
      readonly chosen?: { readonly area: AreaName; readonly side: Side } | undefined;
    }
  /** The pen is being stopped and let go of. */
  | { readonly kind: 'leaving'; readonly treatmentId?: string | undefined }
  | {
      readonly kind: 'ended';
      readonly treatmentId: string;
      /** Undefined if it was left open, to be resumed today. */
      readonly outcome?: TreatmentOutcome | undefined;
    }
  | {
      readonly kind: 'turned-away';
      readonly by: TurnedAwayBy;
      readonly refusals: readonly Refusal[];
      /** In the words of the host, where there is no code. */
      readonly details: readonly string[];
    }
  /** The host process ended without being told to; the pen stopped by itself. */
  | {
      readonly kind: 'broke';
      readonly treatmentId?: string | undefined;
      readonly details: readonly string[];
    };

/** One line of the alarm log; the newest stands last. */
export interface AlarmLine {
  readonly n: number;
  /** An instant in UTC. */
  readonly at: string;
  readonly alarm: AlarmId;
  readonly priority: Priority;
  readonly on: boolean;
}

/** Alarms beside those that are on, which the snapshot tells. */
export interface AlarmsView {
  readonly log: readonly AlarmLine[];
  /** The sound is paused until this instant in UTC; a new alarm ends the pause. */
  readonly soundPausedUntil?: string | undefined;
}

/** One thing that was said and is kept for a window that comes later; the newest stands last. */
export type NoticeLine = { readonly n: number; readonly at: string } & (
  | { readonly kind: 'arm-refused'; readonly what: string; readonly refusals: readonly ArmRefusal[] }
  | { readonly kind: 'plan-notice'; readonly notice: Notice }
  | { readonly kind: 'host-news'; readonly news: HostNews }
  /** In the words of the host, for whoever looks after it. */
  /** A port that may be a pen's came or went; nothing was opened to look. */
  | { readonly kind: 'port'; readonly came: boolean; readonly port: PortView }
  | { readonly kind: 'sentence'; readonly sentence: string }
);

/** One treatment of the journal, for a list; the newest stands first. */
export interface RecordLine {
  readonly treatmentId: string;
  readonly openedAt: string;
  readonly closedAt?: string | undefined;
  readonly person: string;
  readonly operator: string;
  readonly planId: string;
  readonly outcome?: TreatmentOutcome | undefined;
  readonly areas: readonly { readonly area: AreaName; readonly side: Side }[];
  readonly strokes: number;
  readonly unknownStrokes: number;
}

/** A pen of the installation. */
export interface PenLine {
  readonly serial: string;
  readonly model: string;
  readonly class: 'none' | 'S' | 'P' | 'fail';
  readonly certificateId: string;
  /** Days as YYYY-MM-DD. */
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly strokes?: number | undefined;
  readonly strokesSince: number;
  readonly treatmentsSince: number;
  readonly shaken: boolean;
  readonly carriesAnother: boolean;
}

/** What falls due, with the day as YYYY-MM-DD. */
export interface DueLine extends Pick<
  DueItem, 'what' | 'serial' | 'model' | 'certificate' | 'daysLeft' | 'state' | 'why'
> {
  readonly dueOn: string;
}

/** A fault that the simulated pen was given. */
export interface SimFaultLine {
  readonly at: string;
  readonly fault: string;
}

/** The simulated pen; there is none beside a real one. */
export interface SimulatorView {
  readonly model: string;
  readonly models: readonly string[];
  readonly serial: string;
  /** Who holds it: an automatic person, nobody, or a hand that presses without skin under it. */
  readonly operator: 'auto' | 'nobody' | 'press';
  readonly cartridges: readonly string[];
  readonly faultKinds: readonly string[];
  readonly faults: readonly SimFaultLine[];
}

/** Who else looks. */
export interface WindowsView {
  /** Whether this very window controls; the others look on. */
  readonly role: 'controller' | 'viewer';
  readonly controllerPresent: boolean;
  readonly viewers: number;
}

/** Everything. */
export interface DeskState {
  readonly installation: InstallationView;
  readonly settings: Settings;
  readonly windows: WindowsView;
  /** Who is at the console; empty until somebody says. */
  readonly operator: string;
  readonly staff: StaffView;
  readonly care: CareView;
  readonly pen: PenView;
  readonly caseFile: CaseView;
  readonly plan: PlanView;
  readonly room: RoomView;
  /** Whether the treatment is to ask for a foot pedal. */
  readonly pedal: boolean;
  readonly treatment: TreatmentView;
  readonly alarms: AlarmsView;
  readonly notices: readonly NoticeLine[];
  readonly records: readonly RecordLine[];
  readonly pens: readonly PenLine[];
  readonly due: readonly DueLine[];
  readonly bench: BenchDeskView;
  readonly simulator?: SimulatorView | undefined;
}
