// How a stop runs, whoever ordered it: STOP goes out and the session repeats it until telemetry
// shows the pen latched and retracted; then the ledger is read and the arming settled, then the
// latch is read, and then nothing happens until a person clears it.

import { PAGE, type Telemetry } from '../../../protocol/from-pen.ts';
import { RETRACT_MS_MAX, SILENCE_MS } from '../../../protocol/timing.ts';
import type { Answer } from '../../link/session-state.ts';
import { alarmOf } from '../alarm.ts';
import { isStoppedForGood } from '../stopped.ts';
import type { ControlEffect } from './event.ts';
import { interrupted, openArming } from './open-arming.ts';
import { alarmed, enter, note, stay, type Step, ticketed } from './parts.ts';
import { settleByLedger } from './settling.ts';
import type { Control, Phase } from './state.ts';
import { causeBy, causeWord, type StopCause } from './stop-cause.ts';

type Stopping = Extract<Phase, { readonly kind: 'stopping' }>;

/** After this long without proof, a stop that was sent is an emergency of its own. */
const PROOF_MS_MAX = SILENCE_MS + 2 * RETRACT_MS_MAX;

/** Stops the pen for a cause. Nothing of the arming is ever granted again. */
export function stopPen(control: Control, cause: StopCause): Step {
  const phase: Phase = {
    kind: 'stopping',
    arming: openArming(control.phase),
    cause,
    sinceMs: 0,
    step: 'moving',
    ticket: 0,
  };
  const stopAgesMs =
    cause.kind === 'operator' ? control.stopAgesMs : [...control.stopAgesMs, 0];
  const step = enter({ ...control, stopAgesMs }, phase, [
    { kind: 'stop' },
    ...interrupted(control.phase),
    stopNote(cause),
  ]);
  return alarmed(step, [alarmOf(cause)]);
}

const stopNote = (cause: StopCause): ControlEffect =>
  note({ kind: 'stop', reason: causeWord(cause), by: causeBy(cause) });

/** A stop that a person orders where one is under way, or where no link is: sent all the same. */
export const stopAgain = (control: Control, by: string): Step => ({
  control,
  effects: [{ kind: 'stop' }, stopNote({ kind: 'operator', by })],
});

/** Looks for the proof that the pen is still and retracted. */
export function stoppingHeard(control: Control, phase: Stopping, telemetry: Telemetry): Step {
  if (phase.step !== 'moving' || !isStoppedForGood(telemetry)) return stay(control);
  const read = ticketed(control, { kind: 'read', page: PAGE.ledger });
  const next: Stopping = { ...phase, step: 'reading', ticket: read.ticket };
  return enter(read.control, next, [read.ask]);
}

/** Takes the ledger, then the latch. */
export function stoppingAnswered(
  control: Control,
  phase: Stopping,
  ticket: number,
  answer: Answer,
): Step {
  if (ticket !== phase.ticket) return stay(control);
  if (phase.step === 'reading' && answer.kind === 'ledger') {
    const settled = settleByLedger(control, phase.arming, answer);
    const read = readLatch(settled.control, phase.cause);
    return { control: read.control, effects: [...settled.effects, ...read.effects] };
  }
  if (phase.step === 'latch' && answer.kind === 'latch') {
    const latch = { reason: answer.reason, latchId: answer.latchId };
    // An older CLEAR overtook the STOP, so that the pen is free again: it is stopped once more.
    if (latch.reason === 'none') {
      return enter(control, { ...phase, step: 'moving', sinceMs: 0 }, [{ kind: 'stop' }]);
    }
    // S-21: from here only a person leads on.
    return enter(control, { kind: 'latched', latch, cause: phase.cause }, [
      note({
        kind: 'latched', penSerial: control.treatment.penSerial, ...latch,
        atPenMs: answer.atPenMs,
      }),
    ]);
  }
  return stay(control);
}

/** Asks the pen which latch it is that a person will have to clear. */
export function readLatch(control: Control, cause: StopCause): Step {
  const { ask, ticket, control: next } = ticketed(control, { kind: 'read', page: PAGE.latch });
  const phase: Stopping = {
    kind: 'stopping',
    arming: undefined,
    cause,
    sinceMs: 0,
    step: 'latch',
    ticket,
  };
  return enter(next, phase, [ask]);
}

/** A stop that is not proven in time is said aloud, and goes on being repeated. */
export const stoppingTicked = (control: Control, phase: Stopping): Step =>
  phase.step === 'moving' && phase.sinceMs > PROOF_MS_MAX
    ? alarmed(stay(control), ['stop-not-confirmed'])
    : stay(control);
