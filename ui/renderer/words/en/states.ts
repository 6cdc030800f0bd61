// How things stand, in English: phases of a treatment and of a pen, areas, outcomes, priorities,
// quantities. Phases are said of the treatment, as half a sentence.

import type { Priority } from '../../../../host/core/alarm.ts';
import type { PhaseKind, TreatmentOutcome } from '../../../../host/core/control/state.ts';
import type { Quantity } from '../../../../host/core/limit-reason.ts';
import type { AreaSnapshot, NextAct } from '../../../../host/core/snapshot.ts';
import type { Phase } from '../../../../protocol/from-pen.ts';

/** Where a treatment is. */
export const phases = {
  unlinked: 'no pen is linked',
  ready: 'ready',
  reserving: 'the strokes are being reserved',
  loading: 'the pen is being armed',
  armed: 'armed',
  running: 'the needles are running',
  ending: 'the area is being closed',
  stopping: 'the pen is being stopped',
  latched: 'the pen is latched',
  clearing: 'the stop is being cleared',
  finished: 'the treatment is finished',
  failed: 'the treatment has failed',
} as const satisfies Record<PhaseKind, string>;

/** What a pen is doing. */
export const penPhases = {
  idle: 'idle',
  armed: 'armed',
  running: 'running',
  stopping: 'stopping',
  latched: 'latched',
  calibrating: 'calibrating',
} as const satisfies Record<Phase, string>;

/** What a person does next. */
export const nextActs = {
  wait: 'Wait a moment',
  connect: 'Connect the pen',
  arm: 'Arm the next area',
  press: 'Set the pen on the skin and press the trigger',
  glide: 'Glide over the area',
  clear: 'Clear the stop',
  finish: 'Finish the treatment',
  none: 'Nothing is left to do',
} as const satisfies Record<NextAct, string>;

/** How an area stands within a treatment. */
export const areaStates = {
  open: 'open',
  active: 'active',
  done: 'done',
} as const satisfies Record<AreaSnapshot['state'], string>;

/** How a treatment ended. */
export const outcomes = {
  completed: 'completed',
  stopped: 'stopped',
  abandoned: 'abandoned',
} as const satisfies Record<TreatmentOutcome, string>;

/** How pressing an alarm is. */
export const priorities = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
} as const satisfies Record<Priority, string>;

/** What a limit is about. */
export const quantities = {
  depth: 'depth',
  rate: 'stroke rate',
  passes: 'passes',
  density: 'density',
  'strokes-per-pass': 'strokes per pass',
  contact: 'contact time',
  hold: 'time of one press',
  dwell: 'time on one spot',
  credit: 'strokes at once',
} as const satisfies Record<Quantity, string>;
