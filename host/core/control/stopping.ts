// How a stop runs, whoever ordered it: STOP goes out and is repeated until telemetry shows the pen
// still and retracted; then the ledger is read and the arming settled, then the latch is read, and
// then nothing happens until a person clears it.

import { PAGE, SIGNAL, type Telemetry } from '../../../protocol/from-pen.ts';
import { RETRACT_MS_MAX, SILENCE_MS } from '../../../protocol/timing.ts';
import { type Milliseconds, ms, strokes, type Strokes } from '../../../protocol/units.ts';
import type { Answer } from '../../link/session-state.ts';
import { alarmOf } from '../alarm.ts';
import { settle, taskOf, usedByLedger } from './account.ts';
import { alarmed, also, enter, note, stay, type Step, ticketed } from './parts.ts';
import type { Arming, Control, Phase } from './state.ts';
import { causeBy, causeWord, type StopCause } from './stop-cause.ts';

type Stopping = Extract<Phase, { readonly kind: 'stopping' }>;

/** After this long without proof, a stop that was sent is an emergency of its own. */
const PROOF_MS_MAX = SILENCE_MS + 2 * RETRACT_MS_MAX;

/** The arming that a phase has open, if any. */
export function openArming(phase: Phase): Arming | undefined {
  switch (phase.kind) {
    case 'unlinked':
      return phase.open;
    case 'reserving':
    case 'loading':
    case 'armed':
    case 'ending':
    case 'stopping':
      return phase.arming;
    case 'running':
      return closedTrain(phase);
    default:
      return undefined;
  }
}

/** An arming whose present hold is over: its contact time is what the holds together took. */
const closedTrain = ({ arming, train }: Extract<Phase, { readonly kind: 'running' }>): Arming => ({
  ...arming,
  contactMs: ms(arming.contactMs + train.contactMs),
});

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
    note({ kind: 'stop', reason: causeWord(cause), by: causeBy(cause) }),
  ]);
  return alarmed(step, [alarmOf(cause)]);
}

const isProven = (telemetry: Telemetry): boolean =>
  (telemetry.phase === 'latched' || telemetry.phase === 'idle') &&
  (telemetry.signals & SIGNAL.retracted) !== 0;

/** Looks for the proof that the pen is still and retracted. */
export function stoppingHeard(control: Control, phase: Stopping, telemetry: Telemetry): Step {
  if (phase.step !== 'moving' || !isProven(telemetry)) return stay(control);
  const read = ticketed(control, { kind: 'read', page: PAGE.ledger });
  const next: Stopping = { ...phase, step: 'reading', ticket: read.ticket };
  return alarmed(
    enter(read.control, next, [{ kind: 'stop-proven' }, read.ask]),
    [],
    ['stop-not-confirmed'],
  );
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
    const settled = settleByLedger(control, phase.arming, answer, true);
    const read = ticketed(settled.control, { kind: 'read', page: PAGE.latch });
    const next: Stopping = { ...phase, arming: undefined, step: 'latch', ticket: read.ticket };
    return also(enter(read.control, next), [...settled.effects, read.ask]);
  }
  if (phase.step === 'latch' && answer.kind === 'latch') {
    const latch = { reason: answer.reason, latchId: answer.latchId };
    return enter(control, { kind: 'latched', latch, cause: phase.cause }, [
      note({ kind: 'latched', ...latch, atPenMs: answer.atPenMs }),
    ]);
  }
  return stay(control);
}

type LedgerAnswer = Extract<Answer, { readonly kind: 'ledger' }>;

/** Books an arming by what the pen's ledger says; a ledger that cannot be is its worst. */
export function settleByLedger(
  control: Control,
  arming: Arming | undefined,
  ledger: LedgerAnswer,
  retracted: boolean,
): Step {
  const { heard } = control;
  const heardNow = heard && { ...heard, ledger };
  const next: Control = { ...control, heard: heardNow };
  if (arming === undefined || heard === undefined) return stay(next);
  const { reserveAhead } = heard.pen.pages.capabilities;
  const sameBoot = ledger.bootId === arming.bootId;
  const used = usedByLedger(arming, ledger, sameBoot, reserveAhead);
  const counted = Math.max(0, ledger.counted - arming.fromCounted);
  const newBoot = sameBoot ? undefined : ledger;
  const came = used ?? { strokes: worstOf(arming), known: false };
  const contactMs = sameBoot ? arming.contactMs : worstContactMs(next, arming, came.strokes);
  return settle(next, { ...arming, contactMs }, { ...came, counted, retracted, newBoot });
}

/** Contact time that nobody metered is as long as the strokes would have taken. */
const worstContactMs = (control: Control, arming: Arming, used: number): Milliseconds =>
  ms(Math.max(arming.contactMs, Math.ceil((used * 100_000) / taskOf(control, arming).rateCentiHz)));

const worstOf = (arming: Arming): Strokes => strokes(arming.ceiling - arming.fromStrokes);

/** A stop that is not proven in time is said aloud, and goes on being repeated. */
export const stoppingTicked = (control: Control, phase: Stopping): Step =>
  phase.step === 'moving' && phase.sinceMs > PROOF_MS_MAX
    ? alarmed(stay(control), ['stop-not-confirmed'])
    : stay(control);
