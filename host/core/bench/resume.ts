// Where a calibration that was broken off goes on: at the first step of which no sample was kept. A
// seating that was begun is taken to hold, since nothing but a person takes a cartridge out.

import type { CalibrationPlan } from '../calibration/plan.ts';
import type {
  DepthSample,
  ForceSample,
  OvershootSample,
  RateSample,
  Series,
} from '../calibration/sample.ts';
import { type Step, stepsOf } from './steps.ts';

/** What was kept of a series. */
export interface Kept {
  readonly depths: readonly DepthSample[];
  readonly rates: readonly RateSample[];
  readonly overshoots: readonly OvershootSample[];
  readonly forces: readonly ForceSample[];
}

const isDone = (step: Step, { depths, rates, overshoots, forces }: Kept): boolean => {
  switch (step.kind) {
    case 'seat':
      return depths.some(({ series, seating }) =>
        series === step.series && seating === step.seating);
    case 'rate':
      return rates.some(({ series, commandedCentiHz }) =>
        series === step.series && commandedCentiHz === step.commandedCentiHz);
    case 'force':
      return forces.some(({ series, commandedMn }) =>
        series === step.series && commandedMn === step.commandedMn);
    // What was read at rest is not kept without its peaks, so both are done or neither.
    case 'still':
    case 'peak':
      return overshoots.some(({ series, commandedUm, rateCentiHz }) =>
        series === step.series
        && commandedUm === step.commandedUm
        && rateCentiHz === step.rateCentiHz);
    case 'depth':
      return depths.some((sample) =>
        sample.series === step.series
        && sample.seating === step.seating
        && sample.repeat === step.repeat
        && sample.direction === step.direction
        && sample.commandedUm === step.commandedUm);
  }
};

/** The number of the step at which a series goes on. */
export function resumeAt(plan: CalibrationPlan, series: Series, kept: Kept): number {
  const steps = stepsOf(plan, series);
  const open = steps.findIndex((step) => !isDone(step, kept));
  return open === -1 ? steps.length : open;
}
