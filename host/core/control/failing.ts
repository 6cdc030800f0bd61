// A host that cannot write down what it does must not do it. When the journal fails the pen is
// stopped, nothing is armed any more in this process, and a person is told to start again.

import { SIGNAL, type Telemetry } from '../../../protocol/from-pen.ts';
import { alarmed, enter, stay, type Step } from './parts.ts';
import type { Control } from './state.ts';

/** Stops the pen for good, as far as this process is concerned. Nothing is noted: nothing can be. */
export const fail = (control: Control, why: string): Step =>
  alarmed(enter(control, { kind: 'failed', why }, [{ kind: 'stop' }]), ['host-trouble']);

/** The session repeats STOP; this says when it has worked. */
export function failedHeard(control: Control, telemetry: Telemetry): Step {
  const still = telemetry.phase === 'latched' || telemetry.phase === 'idle';
  const retracted = (telemetry.signals & SIGNAL.retracted) !== 0;
  return still && retracted ? { control, effects: [{ kind: 'stop-proven' }] } : stay(control);
}
