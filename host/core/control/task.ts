// One area of an admitted plan as control needs it: numbers that were decided before, never again
// here. Control counts, compares and stops; what is allowed is the business of admission.

import type { AreaName, Side, Zone } from '../../../protocol/area.ts';
import type { EnergyTask } from '../energy-task.ts';
import { TELEMETRY_MS } from '../../../protocol/timing.ts';
import type {
  CentiHz,
  Micrometres,
  Milliseconds,
  SquareMm,
  Strokes,
} from '../../../protocol/units.ts';

/**
 * How long before a time limit the order to end is given: telemetry, way, and the pen's tick. What
 * is left of a limit within it is nothing, since no hold could be ended in time.
 */
export const AHEAD_MS = 2 * TELEMETRY_MS;

/** An area that may be treated, with every number that bounds it. */
export interface AreaTask {
  readonly area: AreaName;
  readonly side: Side;
  readonly zone: Zone;
  /** Which of the two whole-treatment limits the area counts towards. */
  readonly part: 'face' | 'body';
  readonly sizeMm2: SquareMm;
  readonly depthUm: Micrometres;
  readonly rateCentiHz: CentiHz;
  /** Passes that may still be made. */
  readonly passes: number;
  readonly strokesPerPass: Strokes;
  /** Strokes that are left in all passes together. */
  readonly strokesLeft: Strokes;
  readonly contactMsLeft: Milliseconds;
  /** Longest hold of the trigger; a new one needs a new press. */
  readonly holdMs: Milliseconds;
  /** Longest time on one spot. */
  readonly dwellMs: Milliseconds;
  readonly creditStrokes: Strokes;
  /** One press, one grant, no renewal. */
  readonly stamp: boolean;
  /** Radiofrequency; none in an area that is needled alone. */
  readonly energy?: EnergyTask;
  /** How deep it is once the pen was shaken; absent where it is not needled then. */
  readonly shakenUm?: Micrometres;
  /** Closed until the pen was calibrated. */
  readonly shut?: boolean;
}

/** A number that is kept for the face, and for the whole of which the face is a part. */
export interface Whole {
  readonly face: number;
  readonly whole: number;
}

/** A plan that was admitted, with what belongs to the whole treatment. */
export interface Treatment {
  readonly treatmentId: string;
  readonly person: string;
  readonly operator: string;
  readonly planHash: string;
  readonly penSerial: string;
  readonly cartridgeSerial: string;
  readonly certificateId: string;
  readonly needleCount: number;
  readonly headAreaMm2: SquareMm;
  /** What is left today of the limits of a whole treatment; the face has some of its own. */
  readonly needleOnMsLeft: Whole;
  readonly puncturesLeft: Whole;
  /** A foot pedal has to be held as well. */
  readonly pedal: boolean;
  /** Whether a signed case file stands for the person. */
  readonly hasCaseFile: boolean;
  readonly tasks: readonly AreaTask[];
}

/** How far an area has got in this treatment; strokes are the pen's debited count. */
export interface Progress {
  readonly passesDone: number;
  /** Strokes of the present pass that earlier armings of it have used. */
  readonly passStrokes: Strokes;
  readonly strokes: Strokes;
  readonly counted: number;
  readonly contactMs: Milliseconds;
  /** Strokes that may or may not have been delivered; they count as spent. */
  readonly unknownStrokes: Strokes;
  /** Pulses that count; none where no energy was armed. */
  readonly energy?: { readonly pulses: number };
  /** The provider has finished with the area, or it has nothing left. */
  readonly done: boolean;
}
