// How an area is left in peace: disarm, wait until telemetry shows the needles behind the rim, read
// the ledger, settle. Only then may another area be armed.

import { PAGE, type Telemetry } from '../../../protocol/from-pen.ts';
import { RETRACT_MS_MAX, SILENCE_MS } from '../../../protocol/timing.ts';
import type { Answer } from '../../link/session-state.ts';
import { isRetracted } from '../stopped.ts';
import { also, enter, stay, type Step, ticketed } from './parts.ts';
import type { Arming, Control, Phase } from './state.ts';
import { settleByLedger } from './settling.ts';
import { stopPen } from './stopping.ts';

type Ending = Extract<Phase, { readonly kind: 'ending' }>;

/** A pen that has not withdrawn by then is stopped like one in trouble. */
const WITHDRAW_MS_MAX = SILENCE_MS + 4 * RETRACT_MS_MAX;

/** Ends an arming that the pen knows of. */
export function startEnding(control: Control, arming: Arming): Step {
  const asked = ticketed(control, { kind: 'disarm', armingId: arming.armingId });
  const next: Ending = {
    kind: 'ending',
    arming,
    step: 'disarming',
    sinceMs: 0,
    ticket: asked.ticket,
  };
  return enter(asked.control, next, [asked.ask]);
}

/** Settles an arming that the pen is not in: its ledger has the last word all the same. */
export function startReading(control: Control, arming: Arming): Step {
  const read = ticketed(control, { kind: 'read', page: PAGE.ledger });
  const next: Ending = { kind: 'ending', arming, step: 'reading', sinceMs: 0, ticket: read.ticket };
  return enter(read.control, next, [read.ask]);
}

/** Takes the answers of disarming and reading. */
export function endingAnswered(
  control: Control,
  phase: Ending,
  ticket: number,
  answer: Answer,
): Step {
  if (ticket !== phase.ticket) return stay(control);
  // A refusal means that the pen has ended the arming by itself; the proof is the same.
  if (phase.step === 'disarming') return enter(control, { ...phase, step: 'retracting' });
  if (phase.step !== 'reading' || answer.kind !== 'ledger') return stay(control);
  const settled = settleByLedger(control, phase.arming, answer);
  return also(enter(settled.control, { kind: 'ready' }), settled.effects);
}

/** Waits for the proof that the pen is idle with its needles behind the rim. */
export function endingHeard(control: Control, phase: Ending, telemetry: Telemetry): Step {
  // S-11: withdrawn by the pen's own sensor before any other area can be armed.
  const proven = telemetry.phase === 'idle' && isRetracted(telemetry);
  return phase.step === 'retracting' && proven
    ? startReading(control, phase.arming)
    : stay(control);
}

/** A pen that takes too long over it is stopped. */
export const endingTicked = (control: Control, phase: Ending): Step =>
  phase.step !== 'reading' && phase.sinceMs > WITHDRAW_MS_MAX
    ? stopPen(control, { kind: 'watch', finding: 'not-retracted' })
    : stay(control);
