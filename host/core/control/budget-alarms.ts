// How near an area is to the end of its strokes, as alarms. They are looked at whenever the pen is
// heard under an arming, stay on until the next area is taken in hand, and decide nothing: that an
// area ends is the business of its ceiling.

import type { AlarmId } from '../alarm.ts';
import { progressAt, restStrokes, taskOf } from './account.ts';
import type { Arming, Control } from './state.ts';
import { openArming } from './open-arming.ts';

/** From this share of an area's strokes on a person is told that they come to an end. */
const NEARLY_PERCENT = 80;

/** Alarms to be set, and alarms to be put out. */
export interface BudgetAlarms {
  readonly on: readonly AlarmId[];
  readonly off: readonly AlarmId[];
}

const NONE: BudgetAlarms = { on: [], off: [] };
const NEARLY: BudgetAlarms = { on: ['budget-nearly-spent'], off: [] };
const SPENT: BudgetAlarms = { on: ['budget-spent'], off: ['budget-nearly-spent'] };
const ANEW: BudgetAlarms = { on: [], off: ['budget-nearly-spent', 'budget-spent'] };

/** What the strokes of the area in hand say. */
export function budgetAlarms(control: Control): BudgetAlarms {
  switch (control.phase.kind) {
    case 'reserving':
    case 'loading':
      return ANEW;
    case 'armed':
    case 'running':
    case 'ending':
      return ofArea(control, openArming(control.phase));
    case 'unlinked':
    case 'ready':
    case 'stopping':
    case 'latched':
    case 'clearing':
    case 'finished':
    case 'failed':
      return NONE;
  }
}

function ofArea(control: Control, arming: Arming | undefined): BudgetAlarms {
  if (arming === undefined) return NONE;
  const task = taskOf(control, arming);
  const now = control.heard?.telemetry?.strokes ?? arming.fromStrokes;
  const progress = progressAt(control, arming.taskIndex);
  const used = progress.strokes + (now - arming.fromStrokes);
  // An area that ends with its last pass ends as planned, and nobody need be called for that.
  const early = progress.passesDone + 1 < task.passes;
  if (early && task.strokesLeft - used <= restStrokes(control, task)) return SPENT;
  return used * 100 >= task.strokesLeft * NEARLY_PERCENT ? NEARLY : NONE;
}
