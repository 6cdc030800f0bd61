// A pen that is shaken while it treats: it stalled, or a stroke was measured too deep. From then on
// every area has the depth of a pen that is out of date, and those at the eye are closed, by what
// admission reckoned beforehand. Nothing here ever gives anything back.

import type { Telemetry } from '../../../protocol/from-pen.ts';
import { um } from '../../../protocol/units.ts';
import { type PenShock, SHOCKS } from '../shock.ts';
import { depthToleranceUm } from '../watch.ts';
import { taskOf } from './account.ts';
import { openArming } from './open-arming.ts';
import { alarmed, note, type Step } from './parts.ts';
import type { Control, Heard } from './state.ts';
import type { AreaTask } from './task.ts';

/** The shock that a telemetry tells of, unless one is known already. */
export function shockIn(
  control: Control,
  { pen }: Heard,
  now: Telemetry,
): PenShock | undefined {
  const isOwn = pen.pages.identity.serial === control.treatment.penSerial;
  if (control.shaken !== undefined || !isOwn) return undefined;
  const latched = SHOCKS.find((shock) => shock === now.latch);
  if (latched !== undefined) return latched;
  const arming = openArming(control.phase);
  if (arming === undefined || now.phase !== 'running' || now.depthUm === undefined) {
    return undefined;
  }
  const { depthUm } = taskOf(control, arming);
  const deepest = depthUm + depthToleranceUm(depthUm, pen.pages.calibration);
  return now.depthUm > deepest ? 'too-deep' : undefined;
}

/** Makes every area as shallow as a shaken pen may go, and says so to a person and the journal. */
export function shake(control: Control, by: PenShock): Step {
  const { treatment } = control;
  const tasks = treatment.tasks.map(derated);
  const { penSerial: serial, certificateId } = treatment;
  // S-47: at once, whatever the plan was admitted with.
  const next = { ...control, shaken: by, treatment: { ...treatment, tasks } };
  const line = note({ kind: 'pen-shaken', serial, certificateId, by });
  return alarmed({ control: next, effects: [line] }, ['pen-shaken']);
}

const derated = (task: AreaTask): AreaTask =>
  task.shakenUm === undefined
    ? { ...task, shut: true }
    : { ...task, depthUm: um(Math.min(task.depthUm, task.shakenUm)) };
