// The control machine: a treatment, an event and the time that has passed go in; the treatment as
// it stands then, and what is wanted of the world, come out. It grows older first, then takes in
// what the pen says, then looks for what must not be, and only then reacts.

import type { Telemetry } from '../../../protocol/from-pen.ts';
import { SILENCE_MS } from '../../../protocol/timing.ts';
import { MOMENTARY, olderAlarms } from '../alarm.ts';
import { NOBODY_LOOKED } from '../checklist.ts';
import { type Commanded, NO_DOUBTS, watch, type Watched } from '../watch.ts';
import { taskOf, UNTOUCHED } from './account.ts';
import { budgetAlarms } from './budget-alarms.ts';
import type { ControlEvent } from './event.ts';
import { dispatch } from './dispatch.ts';
import type { Context } from './matrix.ts';
import { alarmed, stay, type Step } from './parts.ts';
import type { Control, Heard, Phase } from './state.ts';
import { openArming } from './open-arming.ts';
import { shake, shockIn } from './shaken.ts';
import { stopPen } from './stopping.ts';
import type { Progress, Treatment } from './task.ts';

/** A loop that was this late has not been watching, and stops rather than go on. */
const STALL_MS_MAX = 100;
/** The longest that a stop is remembered. */
const STOP_MEMORY_MS = 600_000;

/** A treatment before its pen is there. */
export const newControl = (
  treatment: Treatment,
  firstArmingId: number,
  progress: readonly Progress[] = treatment.tasks.map(() => UNTOUCHED),
): Control => ({
  phase: { kind: 'unlinked', open: undefined },
  treatment,
  progress,
  heard: undefined,
  pedal: 'none',
  room: NOBODY_LOOKED,
  alarms: {},
  watch: NO_DOUBTS,
  explainedStrokes: undefined,
  nextTicket: 1,
  cartridgeTicket: undefined,
  nextArmingId: firstArmingId,
  needleOnMs: { face: 0, whole: 0 },
  punctures: { face: 0, whole: 0 },
  shaken: undefined,
  stopAgesMs: [],
});

/** One step of control. */
export function controlStep(control: Control, event: ControlEvent, elapsedMs: number): Step {
  const aged = growOlder(control, elapsedMs);
  // S-36: a host that has not been watching stops rather than go on.
  if (elapsedMs > STALL_MS_MAX && isActive(aged.phase)) {
    const stopped = stopPen(aged, { kind: 'host', why: 'stalled' });
    return then(stopped, event);
  }
  if (event.kind === 'heard') return heard(aged, event);
  const step = dispatch(absorb(aged, event), event, ALONE);
  return event.kind === 'pedal' && !OVER.has(step.control.phase.kind) ? pedalled(step) : step;
}

/** A pedal that is asked for and not there is said aloud, unless everything is over. */
const pedalled = (step: Step): Step => {
  const { pedal, treatment } = step.control;
  const missing = treatment.pedal && pedal === 'none';
  return missing
    ? alarmed(step, ['pedal-missing'])
    : alarmed(step, [], ['pedal-missing']);
};

/** Phases after which nothing is written down any more. */
const OVER: ReadonlySet<Phase['kind']> = new Set(['finished', 'failed']);

const ALONE: Context = { before: undefined };

/** Reacts to the event that came late, after the stop. */
const then = (step: Step, event: ControlEvent): Step =>
  after(step, (control) => controlStep(control, event, 0));

/** One step after the other. */
function after(step: Step, following: (control: Control) => Step): Step {
  const next = following(step.control);
  return { control: next.control, effects: [...step.effects, ...next.effects] };
}

const ACTIVE: ReadonlySet<Phase['kind']> = new Set(['loading', 'armed', 'running']);
const isActive = (phase: Phase): boolean => ACTIVE.has(phase.kind);

/** Phases in which what the watch finds, or a latch of the pen's own, leads to a stop. */
const WATCHED: ReadonlySet<Phase['kind']> = new Set([
  'ready',
  'reserving',
  'loading',
  'armed',
  'running',
  'ending',
]);

function growOlder(control: Control, elapsedMs: number): Control {
  if (elapsedMs === 0) return control;
  return {
    ...control,
    phase: olderPhase(control.phase, elapsedMs),
    heard: control.heard && {
      ...control.heard,
      telemetryAgeMs: control.heard.telemetryAgeMs + elapsedMs,
      vitalsAgeMs: control.heard.vitalsAgeMs + elapsedMs,
      ...(control.heard.energyAgeMs === undefined
        ? {}
        : { energyAgeMs: control.heard.energyAgeMs + elapsedMs }),
    },
    ...(control.sincePulseMs === undefined
      ? {}
      : { sincePulseMs: control.sincePulseMs + elapsedMs }),
    alarms: olderAlarms(control.alarms, elapsedMs),
    stopAgesMs: olderStops(control.stopAgesMs, elapsedMs),
  };
}

const olderStops = (ages: readonly number[], elapsedMs: number): readonly number[] =>
  ages.length === 0
    ? ages
    : ages.map((age) => age + elapsedMs).filter((age) => age < STOP_MEMORY_MS);

function olderPhase(phase: Phase, elapsedMs: number): Phase {
  if (phase.kind === 'running') {
    const { train } = phase;
    const sinceGrantMs = train.sinceGrantMs + elapsedMs;
    return { ...phase, train: { ...train, sinceGrantMs, ageMs: train.ageMs + elapsedMs } };
  }
  return phase.kind === 'ending' || phase.kind === 'stopping'
    ? { ...phase, sinceMs: phase.sinceMs + elapsedMs }
    : phase;
}

/** Takes in what is true whatever the phase. */
function absorb(before: Control, event: ControlEvent): Control {
  const control = isCartridgeSettled(before, event)
    ? { ...before, cartridgeTicket: undefined }
    : before;
  if (event.kind === 'pedal') return { ...control, pedal: event.pedal };
  const { heard: was } = control;
  if (was === undefined) return control;
  if (event.kind === 'vitals') {
    return { ...control, heard: { ...was, vitals: event.vitals, vitalsAgeMs: 0 } };
  }
  if (event.kind === 'answered' && event.answer.kind === 'cartridge') {
    const pages = { ...was.pen.pages, cartridge: event.answer };
    return { ...control, heard: { ...was, pen: { ...was.pen, pages } } };
  }
  return control;
}

/** Whether the question which cartridge it is has come to its end, one way or the other. */
const isCartridgeSettled = ({ cartridgeTicket }: Control, event: ControlEvent): boolean =>
  (event.kind === 'answered' || event.kind === 'unanswered')
  && event.ticket === cartridgeTicket;

type HeardEvent = Extract<ControlEvent, { readonly kind: 'heard' }>;

function heard(control: Control, event: HeardEvent): Step {
  const { heard: was } = control;
  // Another pen may be on the line while a treatment waits for its own.
  if (was === undefined || control.phase.kind === 'unlinked') return stay(control);
  if (OVER.has(control.phase.kind)) return stay(withTelemetry(control, was, event));
  const before = was.telemetry;
  const found = watch({
    before,
    now: event.telemetry,
    sinceMs: Math.min(was.telemetryAgeMs, SILENCE_MS),
    lagMs: event.lagMs,
    vitals: was.vitals,
    vitalsAgeMs: was.vitalsAgeMs,
    calibration: was.pen.pages.calibration,
    commanded: commandedOf(control, event.telemetry),
    ages: control.watch,
  });
  const shock = shockIn(control, was, event.telemetry);
  const next = { ...withTelemetry(control, was, event), watch: found.ages };
  const step = shock === undefined
    ? react(next, event, found, before)
    : after(shake(next, shock), (shaken) => react(shaken, event, found, before));
  const { on, off } = budgetAlarms(step.control);
  return alarmed(step, [...found.alarms, ...on], [...MOMENTARY, ...off]);
}

const withTelemetry = (control: Control, was: Heard, event: HeardEvent): Control => ({
  ...control,
  heard: {
    ...was,
    telemetry: event.telemetry,
    telemetryAgeMs: 0,
    roundTripMs: event.roundTripMs,
  },
});

function react(
  control: Control,
  event: HeardEvent,
  found: Watched,
  before: Telemetry | undefined,
): Step {
  const { latch } = event.telemetry;
  if (WATCHED.has(control.phase.kind)) {
    if (latch !== 'none') return stopPen(control, { kind: 'pen', reason: latch });
    if (found.stop !== undefined) {
      return stopPen(control, { kind: 'watch', finding: found.stop });
    }
  }
  return dispatch(control, event, { before });
}

function commandedOf(control: Control, now: Telemetry): Commanded {
  const { phase } = control;
  const arming = openArming(phase);
  // Until the pen has said that it is armed, it is not measured against the arming.
  const known = phase.kind === 'armed' || phase.kind === 'running' ? arming : undefined;
  if (known === undefined) return unarmed(phase, now);
  const task = taskOf(control, known);
  return {
    armingId: known.armingId,
    eye: task.zone === 'eye',
    depthUm: task.depthUm,
    rateCentiHz: task.energy === undefined ? task.rateCentiHz : 0,
    ceiling: known.granted,
    moving: phase.kind === 'running',
    atRest: false,
    trainMs: phase.kind === 'running' ? phase.train.ageMs : 0,
  };
}

const unarmed = (phase: Phase, now: Telemetry): Commanded => ({
  armingId: undefined,
  eye: false,
  depthUm: 0,
  rateCentiHz: 0,
  ceiling: now.strokes,
  moving: phase.kind === 'ending' || phase.kind === 'stopping',
  atRest: phase.kind === 'ready' || phase.kind === 'reserving',
  trainMs: 0,
});
