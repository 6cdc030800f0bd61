// What can happen at a bench, and what a bench can want. A line of the gauge comes in as it was
// written: what it means is the bench's to say, so that a certificate can say it again.

import type { FromPen, Telemetry, Vitals } from '../../../protocol/from-pen.ts';
import type { RefusalReason } from '../../../protocol/reason.ts';
import type { CalibrationTable } from '../../../protocol/table.ts';
import type { Request } from '../../../protocol/to-pen.ts';
import type {
  DepthSample,
  ForceSample,
  OvershootSample,
  RateSample,
} from '../calibration/sample.ts';
import type { Bench } from './state.ts';

/** An answer of the pen, by whatever request. */
export type Answer = Extract<FromPen, { readonly request: number }>;

/** One raw line of a gauge or tachometer, numbered in the order in which they came. */
export interface RawLine {
  readonly n: number;
  readonly atMs: number;
  readonly gauge: string;
  readonly text: string;
}

/** Everything that can happen. */
export type BenchEvent =
  | { readonly kind: 'linked'; readonly serial: string }
  | { readonly kind: 'link-lost' }
  | { readonly kind: 'heard'; readonly telemetry: Telemetry; readonly lagMs: number | undefined }
  | { readonly kind: 'vitals'; readonly vitals: Vitals; readonly atMs: number }
  | { readonly kind: 'answered'; readonly ticket: number; readonly answer: Answer }
  | { readonly kind: 'line'; readonly line: RawLine }
  /** An instrument was pulled out, by its serial number. */
  | { readonly kind: 'gauge-gone'; readonly gauge: string }
  /** A person did what was asked, or has looked at a doubt and wants the reading again. */
  | { readonly kind: 'confirm' }
  /** One step back: what was measured in it is measured again. */
  | { readonly kind: 'back' }
  | { readonly kind: 'write'; readonly table: CalibrationTable }
  | { readonly kind: 'stop'; readonly why: string }
  | { readonly kind: 'tick' };

/** Whatever a step may measure. */
export type Sample = DepthSample | RateSample | OvershootSample | ForceSample;

/** Everything that can be wanted. */
export type BenchEffect =
  | { readonly kind: 'ask'; readonly ticket: number; readonly message: Request }
  /** The needles in at once, whatever the pen does. */
  | { readonly kind: 'stop' }
  /** The table that the pen had, told once. */
  | { readonly kind: 'found'; readonly table: CalibrationTable }
  | { readonly kind: 'zeroed'; readonly zeroNm: number; readonly lines: readonly number[] }
  | { readonly kind: 'sampled'; readonly sample: Sample }
  | { readonly kind: 'unsampled'; readonly count: number }
  | { readonly kind: 'written'; readonly table: CalibrationTable }
  | { readonly kind: 'refused'; readonly reason: RefusalReason | 'not-now' };

/** Where a bench is next, and what it wants. */
export interface BenchStep {
  readonly bench: Bench;
  readonly effects: readonly BenchEffect[];
}

const NOTHING: readonly BenchEffect[] = [];

/** Nothing changes. */
export const stay = (bench: Bench): BenchStep => ({ bench, effects: NOTHING });

/** A change of phase, and what goes with it. */
export const enter = (
  bench: Bench,
  phase: Bench['phase'],
  effects: readonly BenchEffect[] = NOTHING,
): BenchStep => ({ bench: { ...bench, phase }, effects });

/** Asks the pen for something under the next ticket. */
export function ask(
  bench: Bench,
  message: Request,
): { readonly bench: Bench; readonly ticket: number; readonly effect: BenchEffect } {
  const ticket = bench.nextTicket;
  return {
    bench: { ...bench, nextTicket: ticket + 1 },
    ticket,
    effect: { kind: 'ask', ticket, message },
  };
}
