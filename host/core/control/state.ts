// Everything that control remembers. One phase at a time says where the treatment is; what the pen
// last said, what the alarms are and how far each area has got stand beside it. Ages, not dates.

import type { Energy } from '../../../protocol/energy.ts';
import type { Ledger, Telemetry, Vitals } from '../../../protocol/from-pen.ts';
import type { LatchReason } from '../../../protocol/reason.ts';
import type { Milliseconds, Strokes } from '../../../protocol/units.ts';
import type { LinkedPen } from '../../link/session-state.ts';
import type { AlarmBoard } from '../alarm.ts';
import type { RoomFacts } from '../checklist.ts';
import type { PenShock } from '../shock.ts';
import type { WatchAges } from '../watch.ts';
import type { StopCause } from './stop-cause.ts';
import type { Progress, Treatment, Whole } from './task.ts';

/** One arming: a reservation in the journal, and the ceiling that the pen was armed with. */
export interface Arming {
  readonly armingId: number;
  readonly taskIndex: number;
  /** The boot of the pen that it was made in. */
  readonly bootId: number;
  readonly pass: number;
  readonly fromStrokes: Strokes;
  readonly fromCounted: number;
  readonly ceiling: Strokes;
  /** Hold ids up to this one were begun before the arming or ended by the host. */
  readonly spentHoldId: number;
  /** The highest ceiling that was granted under it; where it began, as long as there is none. */
  readonly granted: Strokes;
  /** Reading of the counter up to which telemetry has shown how long the needles were on. */
  readonly meteredStrokes: Strokes;
  readonly contactMs: Milliseconds;
  /** Its pulses; none in an arming that declares none. */
  readonly energy?: EnergyArming;
}

/** Pulses of one arming, as readings of the pen's own counter of them. */
export interface EnergyArming {
  readonly from: number;
  readonly ceiling: number;
  readonly granted: number;
  /** The newest that the pen told of. */
  readonly seen: number;
}

/** One hold of the trigger under an arming. */
export interface Train {
  readonly holdId: number;
  readonly fromStrokes: Strokes;
  readonly meteredStrokes: Strokes;
  readonly sinceGrantMs: number;
  readonly ageMs: number;
  /** By the pen's clock, with the motor on; all of it where contact is not sensed. */
  readonly contactMs: number;
  readonly stillMs: number;
  readonly peakUm: number;
  /** The host has withdrawn permission; the pen has yet to show that it stands. */
  readonly ended: boolean;
  /** The pen was seen to move, or to have moved, under this hold. */
  readonly began: boolean;
}

/** A latch as the pen reports it. */
export interface SeenLatch {
  readonly reason: LatchReason;
  readonly latchId: number;
}

/** Where the treatment is. */
export type Phase =
  | { readonly kind: 'unlinked'; readonly open: Arming | undefined }
  | { readonly kind: 'ready' }
  | { readonly kind: 'reserving'; readonly arming: Arming; readonly token: number }
  | {
      readonly kind: 'loading';
      readonly arming: Arming;
      readonly ticket: number;
      readonly step: 'cartridge' | 'envelope' | 'arm';
    }
  | { readonly kind: 'armed'; readonly arming: Arming }
  | { readonly kind: 'running'; readonly arming: Arming; readonly train: Train }
  | {
      readonly kind: 'ending';
      readonly arming: Arming;
      readonly step: 'disarming' | 'retracting' | 'reading';
      readonly sinceMs: number;
      readonly ticket: number;
    }
  | {
      readonly kind: 'stopping';
      readonly arming: Arming | undefined;
      readonly cause: StopCause;
      readonly sinceMs: number;
      readonly step: 'moving' | 'reading' | 'latch';
      readonly ticket: number;
    }
  | { readonly kind: 'latched'; readonly latch: SeenLatch; readonly cause: StopCause }
  | {
      readonly kind: 'clearing';
      readonly latch: SeenLatch;
      readonly cause: StopCause;
      readonly by: string;
      readonly ticket: number;
    }
  | { readonly kind: 'finished'; readonly outcome: TreatmentOutcome }
  | { readonly kind: 'failed'; readonly why: string };

/** How a treatment ended. */
export type TreatmentOutcome = 'completed' | 'stopped' | 'abandoned';

/** The name of a phase. */
export type PhaseKind = Phase['kind'];

/** What the pen was last heard to say, and how long ago. */
export interface Heard {
  readonly pen: LinkedPen;
  readonly ledger: Ledger;
  readonly telemetry: Telemetry | undefined;
  readonly telemetryAgeMs: number;
  readonly roundTripMs: number | undefined;
  readonly vitals: Vitals | undefined;
  readonly vitalsAgeMs: number;
  /** What a pen with energy told last; none of any other. */
  readonly energy?: Energy;
  readonly energyAgeMs?: number;
}

/** The foot pedal, where one is asked for. */
export type Pedal = 'none' | 'released' | 'held';

/** All of it. */
export interface Control {
  readonly phase: Phase;
  readonly treatment: Treatment;
  readonly progress: readonly Progress[];
  readonly heard: Heard | undefined;
  readonly pedal: Pedal;
  /** What the person beside the chair has looked at. */
  readonly room: RoomFacts;
  readonly alarms: AlarmBoard;
  readonly watch: WatchAges;
  /** Reading of the ledger of the treatment's pen that the journal explains, once it was linked. */
  readonly explainedStrokes: number | undefined;
  readonly nextTicket: number;
  /** The question which cartridge it is, from asking until it is answered or given up. */
  readonly cartridgeTicket: number | undefined;
  readonly nextArmingId: number;
  readonly needleOnMs: Whole;
  readonly punctures: Whole;
  /** What shook the pen in this treatment, if anything did. */
  readonly shaken: PenShock | undefined;
  /** Stops in the last ten minutes, as ages: three of them lock the treatment for a while. */
  readonly stopAgesMs: readonly number[];
  /** Since the newest pulse was told; none before the first. */
  readonly sincePulseMs?: number;
}
