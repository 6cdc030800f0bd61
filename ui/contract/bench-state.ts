// What a window has to know of the bench: what is there to measure with, how far a calibration has
// come, and what it came to. What moves, the readings and the pen, is said beside it.

import type { BenchView, PointView } from '../../host/core/bench/bench-view.ts';
import type { Precondition, PreconditionName } from '../../host/core/bench/precondition.ts';
import type { ClassReason } from '../../host/core/calibration/decide.ts';
import type { ReachedClass } from '../../host/core/calibration/class-limits.ts';

/** An instrument of the installation, as it may be chosen. */
export interface BenchInstrument {
  readonly serial: string;
  readonly measures: 'depth' | 'rate' | 'peak';
  readonly name: string;
  /** Its own calibration ends on this day, as YYYY-MM-DD. */
  readonly dueOn: string;
  /** Why it may not be used today. */
  readonly against: 'retired' | 'overdue' | 'from-the-future' | undefined;
}

/** A calibration that was broken off. */
export interface OpenCalibration {
  readonly calibrationId: string;
  readonly penSerial: string;
  readonly gauge: string;
  readonly operator: string;
  readonly readings: number;
  readonly adjusted: boolean;
  /** It measures peaks in motion, so it needs the sensor of them again. */
  readonly peaks: boolean;
}

/** Whether certificates can be signed here. */
export interface SigningKey {
  readonly state: 'there' | 'absent' | 'unusable';
  readonly path: string;
}

/** Why an answer does not meet its precondition. */
export interface BenchComplaint {
  readonly what: PreconditionName;
  readonly kind: 'unmet' | 'not-understood';
}

/** What the as-found readings came to. */
export interface FoundView {
  readonly class: ReachedClass | 'fail';
  readonly points: readonly PointView[];
  /** What stands against the better class. */
  readonly against: readonly ClassReason[];
}

/** One series of a certificate. */
export interface CertifiedView {
  readonly class: ReachedClass | 'fail';
  readonly points: readonly PointView[];
}

/** A certificate, verified when it was made. */
export interface CertificateView {
  readonly certificateId: string;
  readonly file: string;
  readonly penSerial: string;
  readonly model: string;
  readonly class: 'none' | 'S' | 'P' | 'fail';
  readonly classBefore: 'none' | 'S' | 'P' | 'fail';
  readonly dueOn: string;
  readonly treatmentsMax: number;
  readonly adjusted: boolean;
  readonly rawLines: number;
  /** Whether every figure follows from its raw lines, and what was found if not. */
  readonly accepted: boolean;
  readonly findings: readonly string[];
  /** Treatments that were given while the pen was worse than it said; undefined if it was not. */
  readonly impactTreatments: number | undefined;
  readonly asFound: CertifiedView | undefined;
  readonly asLeft: CertifiedView | undefined;
}

/** How the bench stands. */
export type BenchStanding =
  | { readonly kind: 'none' }
  /** The bench process is up, and looks for pen and instruments. */
  | { readonly kind: 'starting' }
  | {
      readonly kind: 'asking';
      readonly asked: PreconditionName;
      readonly met: readonly Precondition[];
      readonly complaint?: BenchComplaint | undefined;
    }
  | { readonly kind: 'measuring'; readonly resumed: boolean }
  | { readonly kind: 'deciding'; readonly found: FoundView }
  /** The needles come in, and the pen is let go of. */
  | { readonly kind: 'leaving' }
  | { readonly kind: 'done'; readonly certificate: CertificateView }
  /** Nothing was begun. */
  | {
      readonly kind: 'turned-away';
      readonly by: 'bench' | 'pen' | 'instrument';
      readonly details: readonly string[];
    }
  /** It ended without a certificate, and can be gone on with. */
  | {
      readonly kind: 'broken-off';
      readonly stopped: boolean;
      readonly details: readonly string[];
    };

/** The bench. */
export interface BenchDeskView {
  readonly standing: BenchStanding;
  readonly instruments: readonly BenchInstrument[];
  readonly key: SigningKey;
  readonly open: OpenCalibration | undefined;
  /** Pen and instruments are simulated. */
  readonly simulated: boolean;
  /** Who holds the trigger of a simulated pen. */
  readonly hands: 'window' | 'technician';
  /** A window holds it now. */
  readonly held: boolean;
  /** The series that was found, to be seen behind the one that is left. */
  readonly found: FoundView | undefined;
  /** What was said on the way, in the words of the host; the newest stands last. */
  readonly said: readonly string[];
}

/** What moves at a bench. */
export interface BenchMoving {
  readonly view: BenchView;
  /** Readings of the gauge as they came, beyond its datum, by the clock of the bench. */
  readonly live: readonly { readonly atMs: number; readonly nm: number }[];
}
