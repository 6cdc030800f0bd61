// What a person may see of a treatment: one value, made afresh from the state whenever somebody
// looks. It holds no words for people and no state of its own; a window that dies loses nothing.

import type { AreaName, Side } from '../../protocol/area.ts';
import { SIGNAL, type Phase as PenPhase } from '../../protocol/from-pen.ts';
import type { LatchReason } from '../../protocol/reason.ts';
import { type AlarmId, alarmsOn, type Priority, priorityOf } from './alarm.ts';
import { allotment, progressAt, restStrokes } from './control/account.ts';
import { armRefusals } from './control/arm-checks.ts';
import type { ArmRefusal } from './control/event.ts';
import type { Control, Phase, PhaseKind } from './control/state.ts';
import type { StopCause } from './control/stop-cause.ts';
import { openArming } from './control/open-arming.ts';
import type { AreaTask, Progress } from './control/task.ts';
import type { PenShock } from './shock.ts';

/** How one area stands. */
export interface AreaSnapshot {
  readonly area: AreaName;
  readonly side: Side;
  readonly eye: boolean;
  readonly stamp: boolean;
  readonly depthUm: number;
  readonly rateCentiHz: number;
  readonly sizeMm2: number;
  readonly passes: number;
  readonly passesDone: number;
  readonly strokesPerPass: number;
  /** Of the present pass, with what is being delivered now. */
  readonly passStrokes: number;
  readonly strokes: number;
  readonly unknownStrokes: number;
  /** A mean over the declared area: nobody knows where in it the strokes fell. */
  readonly puncturesPerCm2: number;
  readonly contactMs: number;
  readonly state: 'open' | 'active' | 'done';
  /** Every reason against arming it now, confirmation at the eye apart. */
  readonly against: readonly ArmRefusal[];
}

/** What the pen does now, as far as it was heard. */
export interface PenSnapshot {
  readonly model: string;
  readonly serial: string;
  readonly calibrationClass: 'none' | 'S' | 'P' | 'fail';
  readonly phase: PenPhase | undefined;
  readonly ageMs: number;
  readonly depthUm: number | undefined;
  readonly rateCentiHz: number;
  readonly forceMn: number | undefined;
  readonly tiltDeg: number | undefined;
  readonly glideMmS: number | undefined;
  readonly trigger: boolean;
  readonly contact: boolean | undefined;
  readonly retracted: boolean;
  readonly batteryPercent: number | undefined;
  readonly roundTripMs: number | undefined;
}

/** What a person has to do next for the treatment to go on. */
export type NextAct = 'wait' | 'connect' | 'arm' | 'press' | 'glide' | 'clear' | 'finish' | 'none';

/** One alarm that is on. */
export interface AlarmSnapshot {
  readonly alarm: AlarmId;
  readonly priority: Priority;
  readonly ageMs: number;
}

/** All of it. */
export interface Snapshot {
  readonly treatmentId: string;
  readonly phase: PhaseKind;
  readonly next: NextAct;
  readonly areas: readonly AreaSnapshot[];
  /** The index of the armed area. */
  readonly active: number | undefined;
  readonly pen: PenSnapshot | undefined;
  /** What shook the pen in this treatment, so that it works less deep, and not at the eye. */
  readonly shaken: PenShock | undefined;
  readonly latch: LatchReason | undefined;
  readonly cause: StopCause | undefined;
  readonly alarms: readonly AlarmSnapshot[];
  readonly needleOnMs: number;
  readonly punctures: number;
}

/** Looks at a treatment. */
export function snapshotOf(control: Control): Snapshot {
  const arming = openArming(control.phase);
  const areas = control.treatment.tasks.map((task, index) => areaOf(control, task, index));
  return {
    treatmentId: control.treatment.treatmentId,
    phase: control.phase.kind,
    next: nextAct(control, areas),
    areas,
    active: arming?.taskIndex,
    pen: penOf(control),
    shaken: control.shaken,
    latch: latchOf(control.phase),
    cause: 'cause' in control.phase ? control.phase.cause : undefined,
    alarms: alarmsOn(control.alarms).map((alarm) => ({
      alarm,
      priority: priorityOf(alarm),
      ageMs: control.alarms[alarm]?.ageMs ?? 0,
    })),
    needleOnMs: control.needleOnMs.whole,
    punctures: control.punctures.whole,
  };
}

const latchOf = (phase: Phase): LatchReason | undefined =>
  phase.kind === 'latched' || phase.kind === 'clearing' ? phase.latch.reason : undefined;

/** Strokes of the arming under way on an area that no ledger has been read for yet. */
function liveStrokes(control: Control, index: number): number {
  const arming = openArming(control.phase);
  const now = control.heard?.telemetry?.strokes;
  if (arming?.taskIndex !== index || now === undefined) return 0;
  return Math.max(0, Math.min(now, arming.ceiling) - arming.fromStrokes);
}

function liveContactMs(control: Control, index: number): number {
  const arming = openArming(control.phase);
  return arming?.taskIndex === index ? arming.contactMs : 0;
}

function areaOf(control: Control, task: AreaTask, index: number): AreaSnapshot {
  const progress = progressAt(control, index);
  const live = liveStrokes(control, index);
  const strokes = progress.strokes + live;
  const punctures = strokes * control.treatment.needleCount;
  return {
    area: task.area,
    side: task.side,
    eye: task.zone === 'eye',
    stamp: task.stamp,
    depthUm: task.depthUm,
    rateCentiHz: task.rateCentiHz,
    sizeMm2: task.sizeMm2,
    passes: task.passes,
    passesDone: progress.passesDone,
    strokesPerPass: task.strokesPerPass,
    passStrokes: progress.passStrokes + live,
    strokes,
    unknownStrokes: progress.unknownStrokes,
    puncturesPerCm2: Math.ceil((punctures * 100) / task.sizeMm2),
    contactMs: progress.contactMs + liveContactMs(control, index),
    state: stateOf(control, task, progress, index),
    against: againstOf(control, task),
  };
}

function stateOf(
  control: Control,
  task: AreaTask,
  progress: Progress,
  index: number,
): AreaSnapshot['state'] {
  if (openArming(control.phase)?.taskIndex === index) return 'active';
  const spent = allotment(control, task, progress) <= restStrokes(control, task);
  return progress.done || spent ? 'done' : 'open';
}

/** The checklist of an area: what a console shows beside its button before anybody presses it. */
function againstOf(control: Control, { area, side }: AreaTask): readonly ArmRefusal[] {
  const { kind } = control.phase;
  if (kind !== 'ready') return [{ code: 'not-now', phase: kind }];
  return armRefusals(control, { area, side, eyeConfirmed: true });
}

function penOf({ heard }: Control): PenSnapshot | undefined {
  if (heard === undefined) return undefined;
  const { telemetry, vitals } = heard;
  const { identity, calibration } = heard.pen.pages;
  const has = (bit: number): boolean => ((telemetry?.signals ?? 0) & bit) !== 0;
  return {
    model: identity.model,
    serial: identity.serial,
    calibrationClass: calibration.class,
    phase: telemetry?.phase,
    ageMs: heard.telemetryAgeMs,
    depthUm: telemetry?.depthUm,
    rateCentiHz: telemetry?.rateCentiHz ?? 0,
    forceMn: telemetry?.forceMn,
    tiltDeg: telemetry?.tiltDeg,
    glideMmS: telemetry?.glideMmS,
    trigger: has(SIGNAL.trigger),
    contact: has(SIGNAL.contactSensed) ? has(SIGNAL.contact) : undefined,
    retracted: has(SIGNAL.retracted),
    batteryPercent: vitals?.batteryPercent,
    roundTripMs: heard.roundTripMs,
  };
}

function nextAct(control: Control, areas: readonly AreaSnapshot[]): NextAct {
  switch (control.phase.kind) {
    case 'unlinked':
      return 'connect';
    case 'ready':
      return control.treatment.tasks.every(({ shut }, index) =>
        shut === true || areas[index]?.state === 'done')
        ? 'finish'
        : 'arm';
    case 'armed':
      return 'press';
    case 'running':
      return 'glide';
    case 'latched':
      return 'clear';
    case 'finished':
    case 'failed':
      return 'none';
    case 'reserving':
    case 'loading':
    case 'ending':
    case 'stopping':
    case 'clearing':
      return 'wait';
  }
}
