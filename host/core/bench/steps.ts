// A calibration as a list of small steps, made from its plan before anything moves: seat the
// cartridge, read a depth, count a rate. Where the bench stands is a number in this list, which is
// what makes going back, and going on after a power cut, the same thing as going on.

import { type CalibrationPlan, type Direction, seatOf } from '../calibration/plan.ts';
import type { Series } from '../calibration/sample.ts';

/** The cartridge is taken out and put in again, at an angle. */
export interface SeatStep {
  readonly kind: 'seat';
  readonly series: Series;
  readonly seating: number;
  readonly clocking: number;
  readonly cartridge: number;
}

/** Needles are held out at a depth, come to from one side, and the gauge is read. */
export interface DepthStep {
  readonly kind: 'depth';
  readonly series: Series;
  readonly seating: number;
  readonly repeat: number;
  readonly direction: Direction;
  readonly commandedUm: number;
}

/** Needles run for a while and are counted. */
export interface RateStep {
  readonly kind: 'rate';
  readonly series: Series;
  readonly commandedCentiHz: number;
  readonly depthUm: number;
  readonly seconds: number;
}

/** Needles stand at a depth, and the sensor of peaks says where that is. */
export interface StillStep {
  readonly kind: 'still';
  readonly series: Series;
  readonly direction: Direction;
  readonly commandedUm: number;
  readonly rateCentiHz: number;
}

/** Needles run at the same depth, and it holds the highest that it sees. */
export interface PeakStep {
  readonly kind: 'peak';
  readonly series: Series;
  readonly commandedUm: number;
  readonly rateCentiHz: number;
  readonly seconds: number;
}

/** The rim is pressed onto a force gauge, about so hard; the pen says how hard it feels that. */
export interface ForceStep {
  readonly kind: 'force';
  readonly series: Series;
  readonly commandedMn: number;
}

/** One thing to do. */
export type Step = SeatStep | DepthStep | RateStep | StillStep | PeakStep | ForceStep;

/** How long peaks are looked for at each rate: hundreds of strokes at the slowest. */
const PEAK_SECONDS = 4;

/** All steps of one series, in their order. */
export function stepsOf(plan: CalibrationPlan, series: Series): readonly Step[] {
  const seatings = Array.from({ length: plan.seatings }, (_, seating) => seating);
  const rates = plan.ratesCentiHz.map((commandedCentiHz): RateStep => ({
    kind: 'rate',
    series,
    commandedCentiHz,
    depthUm: plan.pointsUm[0] ?? 0,
    seconds: plan.rateSeconds,
  }));
  return [
    ...seatings.flatMap((seating) => seatingSteps(plan, series, seating)),
    ...rates,
    ...plan.overshootRatesCentiHz.flatMap((rate) => peakSteps(plan, series, rate)),
    ...forcesOf(plan, series),
  ];
}

/** A sensor of force is not what a curve corrects, so it is measured once, as it was found. */
const forcesOf = ({ forcesMn = [] }: CalibrationPlan, series: Series): readonly ForceStep[] =>
  series === 'as-left'
    ? []
    : forcesMn.map((commandedMn): ForceStep => ({ kind: 'force', series, commandedMn }));

/** At the middle of the depths: overshoot is of the cam, and no deeper where the stop is. */
function peakSteps(
  { pointsUm }: CalibrationPlan,
  series: Series,
  rateCentiHz: number,
): readonly Step[] {
  const commandedUm = pointsUm[Math.floor(pointsUm.length / 2)] ?? 0;
  return [
    { kind: 'still', series, direction: 'up', commandedUm, rateCentiHz },
    { kind: 'peak', series, commandedUm, rateCentiHz, seconds: PEAK_SECONDS },
  ];
}

function seatingSteps(plan: CalibrationPlan, series: Series, seating: number): readonly Step[] {
  const seat: SeatStep = { kind: 'seat', series, seating, ...seatOf(plan, seating) };
  const repeats = Array.from({ length: plan.repeats }, (_, repeat) => repeat);
  return [seat, ...repeats.flatMap((repeat) => sweep(plan, { series, seating, repeat }))];
}

type Sweep = Pick<DepthStep, 'series' | 'seating' | 'repeat'>;

function sweep(plan: CalibrationPlan, where: Sweep): readonly DepthStep[] {
  const going = (direction: Direction, depths: readonly number[]): readonly DepthStep[] =>
    depths.map((commandedUm) => ({ kind: 'depth', ...where, direction, commandedUm }));
  return [...going('up', plan.pointsUm), ...going('down', plan.pointsUm.toReversed())];
}

/** What a step takes a practised person, to say how long the rest will be; milliseconds. */
export function usualMs(step: Step): number {
  switch (step.kind) {
    case 'seat':
      return 25_000;
    case 'depth':
      return 2_000;
    case 'still':
      return 4_000;
    case 'force':
      return 8_000;
    case 'peak':
    case 'rate':
      return step.seconds * 1_000 + 3_000;
  }
}
