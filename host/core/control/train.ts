// One hold of the trigger, from the first grant to the proof that the pen stands again. The pen
// meters strokes; the host meters time on the skin and time on one spot, by the pen's own clock,
// and counts what it cannot sense at its worst.

import { SIGNAL, type Telemetry } from '../../../protocol/from-pen.ts';
import { LEASE_MS_MAX, RENEW_MS, STOP_REPEAT_MS, TELEMETRY_MS } from '../../../protocol/timing.ts';
import { type Strokes, strokes } from '../../../protocol/units.ts';
import type { AlarmId } from '../alarm.ts';
import { armingStrokesLeft, isContactSpent, progressAt, restStrokes, taskOf } from './account.ts';
import { startEnding, startReading } from './ending.ts';
import { isEnergySpent } from './energy.ts';
import { grantFor, isHeld, nextCeiling } from './grants.ts';
import { closedTrain, trainNote } from './open-arming.ts';
import { alarmed, also, enter, stay, type Step } from './parts.ts';
import { beginPulse, mayGrantPulse, renewPulse, takenBack } from './pulse-train.ts';
import type { Arming, Control, Phase, Train } from './state.ts';
import { AHEAD_MS, type AreaTask } from './task.ts';
import { addTo, leftFor } from './whole.ts';

type Armed = Extract<Phase, { readonly kind: 'armed' }>;
type Running = Extract<Phase, { readonly kind: 'running' }>;

/** Slower than this the head counts as resting on one spot (grade D). */
const STILL_MM_S = 10;
/** Telemetry older than this is good for watching and not for granting. */
const GRANT_LAG_MS_MAX = 60;
/** A grant of which nothing came within its lease gives nothing any more. */
const LAPSED_MS = LEASE_MS_MAX + RENEW_MS;

const has = (telemetry: Telemetry, bit: number): boolean => (telemetry.signals & bit) !== 0;

/** Armed and standing: a fresh hold is granted, an arming that is used up is ended. */
export function armedHeard(
  control: Control,
  phase: Armed,
  telemetry: Telemetry,
  lagMs: number | undefined,
): Step {
  const { arming } = phase;
  const task = taskOf(control, arming);
  // The pen ends an arming by itself when its host was silent; the ledger says what it came to.
  if (telemetry.phase === 'idle') return startReading(control, arming);
  if (isUsedUp(control, arming, task, telemetry.strokes)) return startEnding(control, arming);
  if (task.energy !== undefined && !mayGrantPulse(control, arming)) return stay(control);
  const fresh = telemetry.phase === 'armed' && telemetry.holdId !== arming.spentHoldId;
  if (!fresh || !mayGrant(control, telemetry, lagMs)) return stay(control);
  return beginTrain(control, arming, telemetry, nextCeiling(arming, task, telemetry.strokes));
}

const isUsedUp = (control: Control, arming: Arming, task: AreaTask, now: Strokes): boolean =>
  armingStrokesLeft(arming, now) <= restStrokes(control, task) ||
  isEnergySpent(task, arming) ||
  isContactSpent(task, contactMsOf(control, arming)) ||
  onMsLeft(control, task) <= AHEAD_MS;

const onMsLeft = (control: Control, task: AreaTask): number =>
  leftFor(control.treatment.needleOnMsLeft, control.needleOnMs, task);

const contactMsOf = (control: Control, arming: Arming): number =>
  progressAt(control, arming.taskIndex).contactMs + arming.contactMs;

const mayGrant = (control: Control, telemetry: Telemetry, lagMs: number | undefined): boolean =>
  isHeld(telemetry, control.pedal, control.treatment.pedal) &&
  lagMs !== undefined &&
  // S-36: telemetry that is late, or of unknown age, is no ground for permission.
  lagMs <= GRANT_LAG_MS_MAX;

function beginTrain(
  control: Control,
  arming: Arming,
  telemetry: Telemetry,
  ceiling: Strokes,
): Step {
  const train: Train = {
    holdId: telemetry.holdId,
    fromStrokes: telemetry.strokes,
    meteredStrokes: telemetry.strokes,
    sinceGrantMs: 0,
    ageMs: 0,
    contactMs: 0,
    stillMs: 0,
    peakUm: 0,
    ended: false,
    began: false,
  };
  const { energy } = taskOf(control, arming);
  if (energy !== undefined) return beginPulse(control, arming, telemetry, train);
  return enter(control, { kind: 'running', arming: withGrant(arming, ceiling), train }, [
    { kind: 'grant', grant: grantFor(control, arming, telemetry, ceiling) },
  ]);
}

const withGrant = (arming: Arming, ceiling: Strokes): Arming => ({
  ...arming,
  granted: strokes(Math.max(arming.granted, ceiling)),
});

/** A hold under way: meter it, end it when it must end, renew its grant when it may go on. */
export function runningHeard(
  control: Control,
  phase: Running,
  telemetry: Telemetry,
  before: Telemetry | undefined,
  lagMs: number | undefined,
): Step {
  const { arming } = phase;
  const task = taskOf(control, arming);
  const train = metered(phase.train, before, telemetry);
  const metering = countNeedleOn(control, task, train.contactMs - phase.train.contactMs);
  if (telemetry.phase === 'idle' || isOver(train, telemetry)) {
    return endTrain(metering, arming, train, telemetry);
  }
  const why = train.ended ? undefined : endReason(metering, arming, task, train, telemetry);
  if (why !== undefined) return withdraw(metering, arming, train, telemetry, why);
  if (train.ended) return repeatWithdrawal(metering, arming, train, telemetry);
  return renew(metering, { kind: 'running', arming, train }, task, telemetry, lagMs);
}

const isMoving = (telemetry: Telemetry): boolean =>
  telemetry.phase === 'running' || telemetry.phase === 'stopping';

/** Time with the motor on between two telemetries, by the pen's clock; a gap counts whole. */
function penMsOn(before: Telemetry, now: Telemetry): number {
  const on = isMoving(now) || isMoving(before) || now.strokes > before.strokes;
  return on ? now.penMs - before.penMs : 0;
}

const isTouching = (telemetry: Telemetry): boolean =>
  !has(telemetry, SIGNAL.contactSensed) || has(telemetry, SIGNAL.contact);

const isResting = (telemetry: Telemetry): boolean =>
  !has(telemetry, SIGNAL.motionSensed) || (telemetry.glideMmS ?? 0) < STILL_MM_S;

/** An interval that touched the skin at either end touched it, and so did one nobody saw within. */
const touchedBetween = (before: Telemetry, now: Telemetry): boolean =>
  isTouching(before) || isTouching(now) || now.penMs - before.penMs > 2 * TELEMETRY_MS;

/** What one more telemetry adds. */
function metered(train: Train, before: Telemetry | undefined, now: Telemetry): Train {
  const onMs = before === undefined ? 0 : penMsOn(before, now);
  const touched = before !== undefined && touchedBetween(before, now);
  return {
    ...train,
    meteredStrokes: now.strokes,
    contactMs: train.contactMs + (touched ? onMs : 0),
    stillMs: touched && isResting(now) ? train.stillMs + onMs : 0,
    peakUm: Math.max(train.peakUm, now.depthUm ?? 0),
    began: train.began || isMoving(now) || now.strokes > train.fromStrokes,
  };
}

/** Needle-on time of a treatment is the contact time of its areas, taken together. */
const countNeedleOn = (control: Control, task: AreaTask, onMs: number): Control => ({
  ...control,
  needleOnMs: addTo(control.needleOnMs, task, onMs),
});

/** The pen stands again after having moved, or nothing ever came of the grant. */
const isOver = (train: Train, telemetry: Telemetry): boolean =>
  telemetry.phase === 'armed' &&
  (telemetry.holdId !== train.holdId ||
    (train.began
      ? has(telemetry, SIGNAL.holdSpent) || !has(telemetry, SIGNAL.trigger)
      : train.sinceGrantMs > LAPSED_MS));

function endTrain(control: Control, arming: Arming, train: Train, telemetry: Telemetry): Step {
  const phase: Armed = { kind: 'armed', arming: closedTrain(arming, train) };
  const line = trainNote(arming, train);
  const standing = alarmed(enter(control, phase, [line]), [], ['dwell']);
  // Without a lag nothing is granted: what is left to find is an arming that is used up.
  const next = armedHeard(standing.control, phase, telemetry, undefined);
  return also({ control: next.control, effects: standing.effects }, next.effects);
}

/** Why a hold must end now although the pen would go on; each gives the alarm that says so. */
function endReason(
  control: Control,
  arming: Arming,
  task: AreaTask,
  train: Train,
  telemetry: Telemetry,
): AlarmId | 'released' | undefined {
  const contactMs = contactMsOf(control, arming) + train.contactMs;
  if (!isHeld(telemetry, control.pedal, control.treatment.pedal)) return 'released';
  // S-08: ended ahead of the limit by what it takes the pen to hear of it.
  if (train.stillMs + AHEAD_MS >= task.dwellMs && !task.stamp) return 'dwell';
  // S-07: the contact time of the area, over all its holds and passes.
  if (isContactSpent(task, contactMs)) return 'budget-spent';
  // S-09: the needle-on time of the whole treatment.
  if (onMsLeft(control, task) <= AHEAD_MS) return 'budget-spent';
  return train.contactMs + AHEAD_MS >= task.holdMs && !task.stamp ? 'released' : undefined;
}

function withdraw(
  control: Control,
  arming: Arming,
  train: Train,
  telemetry: Telemetry,
  why: AlarmId | 'released',
): Step {
  const ended: Train = { ...train, ended: true, sinceGrantMs: 0 };
  // A pen that comes to rest by itself has nothing left to be taken back.
  const grant = { kind: 'grant', grant: takenBack(control, arming, telemetry) } as const;
  const step = enter(
    control,
    { kind: 'running', arming, train: ended },
    telemetry.phase === 'stopping' ? [] : [grant],
  );
  return why === 'released' ? step : alarmed(step, [why]);
}

function repeatWithdrawal(
  control: Control,
  arming: Arming,
  train: Train,
  telemetry: Telemetry,
): Step {
  if (train.sinceGrantMs < STOP_REPEAT_MS || telemetry.phase !== 'running') {
    return enter(control, { kind: 'running', arming, train });
  }
  return enter(control, { kind: 'running', arming, train: { ...train, sinceGrantMs: 0 } }, [
    { kind: 'grant', grant: takenBack(control, arming, telemetry) },
  ]);
}

/** Gliding areas are renewed; a stamp is one grant for one press, whatever becomes of it. */
function renew(
  control: Control,
  phase: Running,
  task: AreaTask,
  telemetry: Telemetry,
  lagMs: number | undefined,
): Step {
  const { arming, train } = phase;
  if (task.energy !== undefined && mayGrant(control, telemetry, lagMs)) {
    return renewPulse(control, phase, telemetry);
  }
  const due = !task.stamp && train.sinceGrantMs >= RENEW_MS && telemetry.holdId === train.holdId;
  if (!due || !mayGrant(control, telemetry, lagMs)) return enter(control, phase);
  const ceiling = nextCeiling(arming, task, telemetry.strokes);
  const next: Running = {
    kind: 'running',
    arming: withGrant(arming, ceiling),
    train: { ...train, sinceGrantMs: 0 },
  };
  return enter(control, next, [
    { kind: 'grant', grant: grantFor(control, arming, telemetry, ceiling) },
  ]);
}
