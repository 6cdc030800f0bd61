// The control machine: a treatment, an event and the time that has passed go in; the treatment as it
// stands then, and what is wanted of the world, come out. It grows older first, then takes in what
// the pen says, then looks for what must not be, and only then reacts.

import type { Telemetry } from '../../../protocol/from-pen.ts';
import { SILENCE_MS } from '../../../protocol/timing.ts';
import { MOMENTARY, olderAlarms } from '../alarm.ts';
import { type Commanded, NO_DOUBTS, watch, type Watched } from '../watch.ts';
import { taskOf, UNTOUCHED } from './account.ts';
import { budgetAlarms } from './budget-alarms.ts';
import type { ControlEvent } from './event.ts';
import { type Context, MATRIX } from './matrix.ts';
import { alarmed, type Step } from './parts.ts';
import type { Control, Phase } from './state.ts';
import { openArming, stopPen } from './stopping.ts';
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
  alarms: {},
  watch: NO_DOUBTS,
  nextTicket: 1,
  nextArmingId: firstArmingId,
  needleOnMs: { face: 0, whole: 0 },
  punctures: { face: 0, whole: 0 },
  stopAgesMs: [],
});

/** One step of control. */
export function controlStep(control: Control, event: ControlEvent, elapsedMs: number): Step {
  const aged = growOlder(control, elapsedMs);
  if (elapsedMs > STALL_MS_MAX && isActive(aged.phase)) {
    const stopped = stopPen(aged, { kind: 'host', why: 'stalled' });
    return then(stopped, event);
  }
  return event.kind === 'heard' ? heard(aged, event) : dispatch(absorb(aged, event), event, ALONE);
}

const ALONE: Context = { before: undefined };

/** Reacts to the event that came late, after the stop. */
function then(step: Step, event: ControlEvent): Step {
  const next = controlStep(step.control, event, 0);
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
    },
    alarms: olderAlarms(control.alarms, elapsedMs),
    stopAgesMs: olderStops(control.stopAgesMs, elapsedMs),
  };
}

const olderStops = (ages: readonly number[], elapsedMs: number): readonly number[] =>
  ages.length === 0
    ? ages
    : ages.map((age) => age + elapsedMs).filter((age) => age < STOP_MEMORY_MS);

function olderPhase(phase: Phase, elapsedMs: number): Phase {
  switch (phase.kind) {
    case 'running': {
      const { train } = phase;
      const sinceGrantMs = train.sinceGrantMs + elapsedMs;
      return { ...phase, train: { ...train, sinceGrantMs, ageMs: train.ageMs + elapsedMs } };
    }
    case 'ending':
    case 'stopping':
      return { ...phase, sinceMs: phase.sinceMs + elapsedMs };
    default:
      return phase;
  }
}

/** Takes in what is true whatever the phase. */
function absorb(control: Control, event: ControlEvent): Control {
  if (event.kind === 'pedal') return { ...control, pedal: event.pedal };
  if (event.kind === 'vitals' && control.heard !== undefined) {
    return { ...control, heard: { ...control.heard, vitals: event.vitals } };
  }
  return control;
}

type HeardEvent = Extract<ControlEvent, { readonly kind: 'heard' }>;

function heard(control: Control, event: HeardEvent): Step {
  const { heard: was } = control;
  if (was === undefined) return dispatch(control, event, ALONE);
  const before = was.telemetry;
  const found = watch({
    before,
    now: event.telemetry,
    sinceMs: Math.min(was.telemetryAgeMs, SILENCE_MS),
    lagMs: event.lagMs,
    vitals: was.vitals,
    calibration: was.pen.pages.calibration,
    commanded: commandedOf(control, event.telemetry),
    ages: control.watch,
  });
  const next: Control = {
    ...control,
    watch: found.ages,
    heard: {
      ...was,
      telemetry: event.telemetry,
      telemetryAgeMs: 0,
      roundTripMs: event.roundTripMs,
    },
  };
  const step = react(next, event, found, before);
  const { on, off } = budgetAlarms(step.control);
  return alarmed(step, [...found.alarms, ...on], [...MOMENTARY, ...off]);
}

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
    rateCentiHz: task.rateCentiHz,
    ceiling: phase.kind === 'running' ? phase.train.ceiling : known.ceiling,
    moving: phase.kind === 'running',
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
  trainMs: 0,
});

/** The one place where a cell meets an event whose kind it was declared for. */
function dispatch(control: Control, event: ControlEvent, context: Context): Step {
  const cell = MATRIX[control.phase.kind][event.kind] as (
    control: Control,
    event: ControlEvent,
    phase: Phase,
    context: Context,
  ) => Step;
  return cell(control, event, control.phase, context);
}
