// A host that cannot write down what it does must not do it. When the journal fails the pen is
// stopped, nothing is armed any more in this process, and a person is told to start again.

import { setAlarms } from '../alarm.ts';
import type { Step } from './parts.ts';
import type { Control } from './state.ts';

/** Stops the pen for good, as far as this process is concerned. Nothing is noted: none can be. */
export function fail(control: Control, why: string): Step {
  const { board } = setAlarms(control.alarms, ['host-trouble'], []);
  return {
    control: { ...control, phase: { kind: 'failed', why }, alarms: board },
    // S-35: what cannot be written down is not permitted.
    effects: [{ kind: 'stop' }],
  };
}
