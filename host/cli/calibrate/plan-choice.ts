// Which plan a calibration follows: one by its name, or one out of a file; and what it comes to for
// the pen that is there, with the instruments that are.

import { SENSOR } from '../../../protocol/from-pen.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { readCalibrationPlan } from '../../bench/plan-file.ts';
import {
  type CalibrationPlan,
  FORCES_MN,
  shortPlan,
  standardPlan,
} from '../../core/calibration/plan.ts';
import { planFaults, sayPlanFault } from '../../core/calibration/plan-faults.ts';
import { doorSentence } from '../../doors/door-words.ts';
import type { LinkedPen } from '../../link/session-state.ts';

/** The plans that have a name. */
export const PLAN_NAMES = ['standard', 'short'] as const;

/** A plan by its name, or as it stood in a file. */
export type PlanChoice = (typeof PLAN_NAMES)[number] | CalibrationPlan;

/** Finds a plan by its name or reads the file, or says in sentences what is wrong with it. */
export function readPlanChoice(given: string): Result<PlanChoice, readonly string[]> {
  const name = PLAN_NAMES.find((one) => one === given);
  if (name !== undefined) return ok(name);
  const read = readCalibrationPlan(given);
  return read.ok ? read : refuse(read.error.map(doorSentence));
}

/** Instruments that make more of a plan, by their serial numbers. */
export interface Beside {
  readonly peaks: string | undefined;
  readonly force?: string | undefined;
}

/** What is measured of a pen, or why that cannot be, in a sentence. */
function planFor(
  choice: PlanChoice,
  beside: Beside,
  { pages: { capabilities } }: LinkedPen,
): Result<CalibrationPlan, string> {
  const sensesForce = (capabilities.sensors & SENSOR.force) !== 0;
  if (beside.force !== undefined && !sensesForce) {
    return refuse('This pen has no sensor of force; leave out --force.');
  }
  if (typeof choice !== 'string') return fromFile(choice, beside, { ...capabilities, sensesForce });
  const usual = choice === 'short' ? shortPlan(capabilities) : standardPlan(capabilities);
  // Peaks are highest where needles are fastest, and lowest where they are slowest.
  const { rateCentiHzMin, rateCentiHzMax } = capabilities;
  return ok({
    ...usual,
    ...(beside.peaks !== undefined && {
      overshootRatesCentiHz: [...new Set([rateCentiHzMin, rateCentiHzMax])],
    }),
    ...(beside.force !== undefined && { forcesMn: FORCES_MN }),
  });
}

/** The plan that a calibration follows: of the one that is gone on with, or what was chosen. */
export const planToFollow = (
  { open, plan, asked }: {
    readonly open: { readonly plan: CalibrationPlan } | undefined;
    readonly plan: PlanChoice;
    readonly asked: Beside;
  },
  pen: LinkedPen,
): Result<CalibrationPlan, string> => (open ? ok(open.plan) : planFor(plan, asked, pen));

/** What a file asks for is measured as it stands there, or not at all. */
function fromFile(
  plan: CalibrationPlan,
  { peaks, force }: Beside,
  reach: Parameters<typeof planFaults>[1],
): Result<CalibrationPlan, string> {
  const [fault, ...more] = planFaults(plan, reach);
  if (fault !== undefined) return refuse([fault, ...more].map(sayPlanFault).join(' '));
  if (plan.overshootRatesCentiHz.length > 0 && peaks === undefined) {
    return refuse('The plan measures peaks in motion; name the sensor by --peaks, or take '
      + 'overshootRatesCentiHz out of it.');
  }
  if (plan.forcesMn !== undefined && force === undefined) {
    return refuse('The plan measures force; name the force gauge by --force, or take forcesMn out '
      + 'of it.');
  }
  return ok(plan);
}
