// Finds the cell for a phase and an event. The compiler cannot know that the kinds of the two are
// those under which the cell was found, so this holds the one cast that the host has.

import type { ControlEvent } from './event.ts';
import { type Context, MATRIX } from './matrix.ts';
import type { Step } from './parts.ts';
import type { Control, Phase } from './state.ts';

/** Lets the cell of the present phase react to an event. */
export function dispatch(control: Control, event: ControlEvent, context: Context): Step {
  const cell = MATRIX[control.phase.kind][event.kind] as (
    control: Control,
    event: ControlEvent,
    phase: Phase,
    context: Context,
  ) => Step;
  return cell(control, event, control.phase, context);
}
