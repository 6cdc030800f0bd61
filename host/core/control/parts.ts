// The small moves that several phases of control share: staying, changing phase, asking the pen,
// writing a note, refusing. Each is a function of the state and gives a step.

import type { Request } from '../../../protocol/to-pen.ts';
import type { NoteGiven } from '../../journal/entry.ts';
import { type AlarmChange, type AlarmId, priorityOf, setAlarms } from '../alarm.ts';
import type { ArmRefusal, ControlEffect, ControlStep } from './event.ts';
import type { Control, Phase } from './state.ts';

/** A step of control. */
export type Step = ControlStep<Control>;

/** Nothing changes and nothing is wanted. */
export const stay = (control: Control): Step => ({ control, effects: [] });

/** Goes to another phase. */
export const enter = (
  control: Control,
  phase: Phase,
  effects: readonly ControlEffect[] = [],
): Step => ({ control: { ...control, phase }, effects });

/** A line for the journal that need not be on disk before anything else happens. */
export const note = (line: NoteGiven): ControlEffect => ({
  kind: 'note',
  note: line,
  token: undefined,
});

/** Numbers a request; the ticket comes back with its answer. */
export function ticketed(
  control: Control,
  message: Request,
): { readonly control: Control; readonly ticket: number; readonly ask: ControlEffect } {
  const ticket = control.nextTicket;
  return {
    control: { ...control, nextTicket: ticket + 1 },
    ticket,
    ask: { kind: 'ask', ticket, message },
  };
}

/** Tells a person that something was not done, with every reason. */
export const refuseWith = (
  control: Control,
  what: string,
  refusals: readonly ArmRefusal[],
): Step => ({ control, effects: [{ kind: 'refuse', what, refusals }] });

/** Refuses because the treatment is somewhere else. */
export const notNow = (control: Control, what: string): Step =>
  refuseWith(control, what, [{ code: 'not-now', phase: control.phase.kind }]);

const alarmNote = ({ alarm, on }: AlarmChange): ControlEffect =>
  note({ kind: 'alarm', alarm, priority: priorityOf(alarm), on });

/** Sets alarms on and off, with a note for each that changes. */
export function alarmed(
  step: Step,
  on: readonly AlarmId[],
  off: readonly AlarmId[] = [],
): Step {
  const { board, changes } = setAlarms(step.control.alarms, on, off);
  if (changes.length === 0) return step;
  return {
    control: { ...step.control, alarms: board },
    effects: [...step.effects, ...changes.map(alarmNote)],
  };
}

/** Adds effects after those of a step. */
export const also = (step: Step, effects: readonly ControlEffect[]): Step => ({
  control: step.control,
  effects: [...step.effects, ...effects],
});
