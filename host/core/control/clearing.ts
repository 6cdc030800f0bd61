// How a person clears a stop: the pen is asked to clear the one latch that was read, by reason and
// number, so that a newer one cannot go unseen; what it refuses stays latched, and says why.

import type { Answer } from '../../link/session-state.ts';
import { clearable } from '../alarm.ts';
import {
  alarmed,
  also,
  enter,
  note,
  refuseWith,
  stay,
  type Step,
  ticketed,
} from './parts.ts';
import type { Control, Phase } from './state.ts';
import { readLatch } from './stopping.ts';

type Latched = Extract<Phase, { readonly kind: 'latched' }>;
type Clearing = Extract<Phase, { readonly kind: 'clearing' }>;

/** Asks the pen to clear its latch. */
export function clear(control: Control, { latch, cause }: Latched, by: string): Step {
  const asked = ticketed(control, { kind: 'clear', ...latch });
  const next: Clearing = { kind: 'clearing', latch, cause, by, ticket: asked.ticket };
  return enter(asked.control, next, [asked.ask]);
}

/** A latch that somebody else has cleared leaves its alarms, which a person here puts out. */
export function clearAlarms(control: Control, by: string): Step {
  const left = clearable(control.alarms);
  if (left.length === 0) return refuseWith(control, 'clear', [{ code: 'nothing-latched' }]);
  const cleared = { control, effects: [note({ kind: 'cleared', reason: 'alarms', by })] };
  return alarmed(cleared, [], left);
}

/** Takes the pen's answer. */
export function clearingAnswered(
  control: Control,
  phase: Clearing,
  ticket: number,
  answer: Answer,
): Step {
  if (ticket !== phase.ticket || answer.kind !== 'outcome') return stay(control);
  const { latch, cause, by } = phase;
  if (answer.outcome === 'refused') {
    // A latch that is not the one that was read has to be read before anybody can clear it.
    const back =
      answer.reason === 'wrong-latch'
        ? readLatch(control, cause)
        : enter(control, { kind: 'latched', latch, cause });
    const why = { code: 'pen-refused', reason: answer.reason } as const;
    return also(back, refuseWith(control, 'clear', [why]).effects);
  }
  const cleared = enter(control, { kind: 'ready' }, [note({ kind: 'cleared', ...latch, by })]);
  return alarmed(cleared, [], clearable(control.alarms));
}
