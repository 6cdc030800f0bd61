// Everything that a bench knows while a calibration is under way. Where it stands in its list of
// steps is one number; what was measured is data; the phase says what is being waited for.

import type { Telemetry } from '../../../protocol/from-pen.ts';
import type { RefusalReason } from '../../../protocol/reason.ts';
import type { CalibrationTable } from '../../../protocol/table.ts';
import type { CalibrationPlan } from '../calibration/plan.ts';
import type {
  Counted,
  DepthSample,
  ForceSample,
  OvershootSample,
  RateSample,
  Series,
} from '../calibration/sample.ts';
import type { LengthUnit } from '../gauge/decimal.ts';
import type { GaugeKind } from '../gauge/gauge-line.ts';
import type { Implausible } from '../gauge/plausible.ts';
import type { Steadying } from '../gauge/steady.ts';
import type { Step } from './steps.ts';

/** The gauge as the operator has set it up. */
export interface BenchGauge {
  readonly serial: string;
  readonly kind: GaugeKind;
  /** Confirmed by the operator, because most gauges do not say it. */
  readonly unit: LengthUnit;
  /** Its last digit; a reading that has fewer lost its end on the way. */
  readonly resolutionNm: number;
  /** Read by a person and typed: silence is no fault of it. */
  readonly byHand?: boolean;
}

/** A tachometer that prints strokes a second. */
export interface BenchTachometer {
  readonly serial: string;
  /** Expanded uncertainty of a reading, k = 2. */
  readonly expandedCentiHz: number;
}

/** A sensor that holds peaks; it sees the needles at rest as well. */
export interface BenchPeakGauge {
  readonly serial: string;
  readonly resolutionNm: number;
  /** Expanded uncertainty of the difference of two of its readings, k = 2. */
  readonly expandedNm: number;
}

/** A force gauge, onto which the rim of the pen is pressed. */
export interface BenchForceGauge {
  readonly serial: string;
  /** Expanded uncertainty of a reading, k = 2. */
  readonly expandedMn: number;
}

/** An instrument beside the gauge. */
export type Beside = 'tachometer' | 'peak sensor' | 'force gauge';

/** What is doubtful about a reading; a person has to look before anything goes on. */
export type Doubt =
  | Implausible
  | { readonly code: 'unit-jumped'; readonly said: string }
  | { readonly code: 'pen-refused'; readonly reason: RefusalReason }
  | { readonly code: 'gauge-unsteady' }
  | { readonly code: 'gauge-silent' }
  | { readonly code: 'gauge-gone' }
  | { readonly code: 'typed-coarsely'; readonly resolutionNm: number }
  | { readonly code: 'instrument-silent' | 'instrument-gone'; readonly which: Beside }
  | {
      readonly code: 'rates-disagree';
      readonly tachometerCentiHz: number;
      readonly counterCentiHz: number;
    };

/** Needles on their way to a depth, or held there. */
export interface Extending {
  /** Depths to pass through, so that the last is come to from the right side. */
  readonly path: readonly number[];
  /** Since the pen was first told of the depth that is under way. */
  readonly thereMs: number;
  readonly sinceAskMs: number;
  readonly asking: number | undefined;
  readonly steady: Steadying;
}

/** Strokes under way: the pen's own count, and what an instrument says of them meanwhile. */
export interface Counting {
  readonly ranMs: number;
  readonly sinceAskMs: number;
  readonly asking: number | undefined;
  /** The first count after the motor was at speed, and when it was heard. */
  readonly from: { readonly counted: number; readonly atMs: number } | undefined;
  /** Strokes since then, and the time that they took. */
  readonly until: Counted | undefined;
  /** Of a tachometer in hundredths of a hertz, of a sensor of peaks in nanometres. */
  readonly readings: readonly { readonly value: number; readonly line: number }[];
  /** A unit that was said and not confirmed. */
  readonly said: string | undefined;
  /** Where the run is let end, once it was long enough. */
  readonly lastCeiling: number | undefined;
}

/** A reading of the force gauge, and what the pen told of force when it came. */
export interface ForcePair {
  readonly atMs: number;
  readonly gaugeMn: number;
  readonly toldMn: number;
  readonly line: number;
}

/** What belongs to each thing that a bench can be waiting for. */
interface Phases {
  /** No pen, or none that is joined for calibration. */
  readonly unlinked: unknown;
  /** The needles are in, and the gauge stands on its datum. */
  readonly zeroing: { readonly steady: Steadying };
  /** A person does something to the bench and says so. */
  readonly seating: unknown;
  /** A fresh press of the trigger. */
  readonly hold: { readonly before: number | undefined };
  readonly extending: { readonly extending: Extending };
  readonly counting: { readonly counting: Counting };
  /** The rim pressed onto the force gauge and held there; nothing moves. */
  readonly pressing: { readonly pairs: readonly ForcePair[]; readonly waitedMs: number };
  /** The trigger to be let go; needles that are out are held where they are until then. */
  readonly release: { readonly extending: Extending };
  /** A reading has to be looked at; needles that are out stay where they are until released. */
  readonly doubting: { readonly doubt: Doubt; readonly extending: Extending | undefined };
  /** The pen is latched; what was doubted before is doubted afterwards as well. */
  readonly latched: { readonly clearing: number | undefined; readonly doubt: Doubt | undefined };
  /** All steps are done; what comes next is for a person to say. */
  readonly measured: unknown;
  readonly writing: { readonly writing: Writing };
  readonly written: unknown;
  readonly stopped: { readonly why: string };
}

/** A word for what a bench waits for. */
export type PhaseKind = keyof Phases;

/** What the bench is waiting for, with what belongs to it. */
export type Phase<Kind extends PhaseKind = PhaseKind> = {
  [One in Kind]: { readonly kind: One } & Phases[One];
}[Kind];

/** A table on its way into the pen: asked, and then read back until it is there. */
export interface Writing {
  readonly table: CalibrationTable;
  readonly stage: 'asking' | 'reading-back';
  readonly ticket: number;
  readonly sinceMs: number;
}

/** What the bench has heard of its pen. */
export interface BenchPen {
  readonly serial: string;
  readonly telemetry: Telemetry | undefined;
  readonly telemetryAgeMs: number;
  readonly lagMs: number | undefined;
  readonly temperatureDeciC: number;
}

/** A calibration under way. */
export interface Bench {
  readonly phase: Phase;
  readonly plan: CalibrationPlan;
  readonly series: Series;
  readonly steps: readonly Step[];
  readonly at: number;
  readonly gauge: BenchGauge;
  /** Undefined where rates are taken from the pen's own count. */
  readonly tachometer: BenchTachometer | undefined;
  /** Undefined where nothing sees peaks in motion; the plan has no such steps then. */
  readonly peakGauge: BenchPeakGauge | undefined;
  /** Undefined where the pen's own sensor of force is held against nothing. */
  readonly forceGauge: BenchForceGauge | undefined;
  /** What the gauge reads on the datum. */
  readonly zeroNm: number | undefined;
  /** The raw lines that say so; one alone was typed. */
  readonly zeroLines: readonly number[];
  readonly depths: readonly DepthSample[];
  readonly rates: readonly RateSample[];
  readonly overshoots: readonly OvershootSample[];
  readonly forces: readonly ForceSample[];
  /** What the sensor of peaks read at rest, just before it looks at motion. */
  readonly still: { readonly nm: number; readonly lines: readonly number[] } | undefined;
  readonly pen: BenchPen | undefined;
  /** The table that the pen had when it was met; undefined until it has told it. */
  readonly tableBefore: CalibrationTable | undefined;
  /** What earlier presses counted of the present rate; a run may be broken off by a late host. */
  readonly counted: readonly Counted[];
  readonly nextTicket: number;
  /** Lines that were no readings, since the last that was. */
  readonly badLines: number;
}

/** The step that the bench stands at; undefined once all are done. */
export const stepNow = ({ steps, at }: Bench): Step | undefined => steps[at];
