// What has changed between two looks at a treatment, as data: the story that a person is told line
// by line and a program as lines of JSON. Single holds of the trigger are left out; there are
// hundreds of them, and the journal has every one.

import type { AreaName, Side } from '../../../protocol/area.ts';
import type { AlarmId, Priority } from '../../core/alarm.ts';
import type { StopCause } from '../../core/control/stop-cause.ts';
import type { LatchReason } from '../../../protocol/reason.ts';
import type { AreaSnapshot, PenSnapshot, Snapshot } from '../../core/snapshot.ts';

/** The place on the body that a change is about. */
interface Place {
  readonly area: AreaName;
  readonly side: Side;
}

/** How far an area has got. */
interface Amount {
  readonly pass: number;
  readonly passes: number;
  readonly passStrokes: number;
  readonly strokesPerPass: number;
  readonly puncturesPerCm2: number;
}

/** Something that was not so a moment ago. */
export type Change =
  | { readonly kind: 'linked'; readonly model: string; readonly serial: string;
      readonly calibrationClass: PenSnapshot['calibrationClass'] }
  | { readonly kind: 'link-lost' }
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'armed'; readonly depthUm: number; readonly rateCentiHz: number;
      readonly stamp: boolean; readonly eye: boolean } & Place & Amount)
  | ({ readonly kind: 'progress'; readonly percent: number } & Place & Amount)
  | ({ readonly kind: 'pass-done' } & Place & Amount)
  | ({ readonly kind: 'area-done'; readonly strokes: number; readonly unknownStrokes: number;
      readonly puncturesPerCm2: number; readonly contactMs: number } & Place)
  | { readonly kind: 'stopping'; readonly cause: StopCause | undefined }
  | { readonly kind: 'latched'; readonly reason: LatchReason | undefined;
      readonly cause: StopCause | undefined }
  | { readonly kind: 'cleared' }
  | { readonly kind: 'alarm'; readonly alarm: AlarmId; readonly priority: Priority;
      readonly on: boolean }
  | { readonly kind: 'finished' }
  | { readonly kind: 'failed' };

/** How finely progress inside a pass is told. */
const TOLD_PERCENT = 25;

/** Everything that changed from one snapshot to the next; from nothing, everything that is. */
export function changesBetween(
  before: Snapshot | undefined,
  after: Snapshot,
): readonly Change[] {
  return [
    ...linkChanges(before, after),
    ...areaChanges(before, after),
    ...phaseChanges(before, after),
    ...alarmChanges(before, after),
  ];
}

function linkChanges(before: Snapshot | undefined, after: Snapshot): readonly Change[] {
  const wasLinked = before?.pen !== undefined && before.phase !== 'unlinked';
  const isLinked = after.pen !== undefined && after.phase !== 'unlinked';
  if (wasLinked === isLinked) return [];
  if (!isLinked) return [{ kind: 'link-lost' }];
  const { model, serial, calibrationClass } = after.pen;
  return [{ kind: 'linked', model, serial, calibrationClass }];
}

function areaChanges(before: Snapshot | undefined, after: Snapshot): readonly Change[] {
  return after.areas.flatMap((area, index) => {
    const was = before?.areas[index];
    return [
      ...armedChange(before, after, area, index),
      ...progressChanges(was, area),
      ...doneChange(was, area),
    ];
  });
}

const ARMED: ReadonlySet<string> = new Set(['armed', 'running']);

function armedChange(
  before: Snapshot | undefined,
  after: Snapshot,
  area: AreaSnapshot,
  index: number,
): readonly Change[] {
  const isArmed = after.active === index && ARMED.has(after.phase);
  const wasArmed = before?.active === index && ARMED.has(before.phase);
  if (!isArmed || wasArmed) return [];
  const { depthUm, rateCentiHz, stamp, eye } = area;
  return [{ kind: 'armed', ...placeOf(area), ...amountOf(area), depthUm, rateCentiHz, stamp, eye }];
}

const percentOf = ({ passStrokes, strokesPerPass }: AreaSnapshot): number =>
  strokesPerPass === 0 ? 0 : Math.floor((passStrokes * 100) / strokesPerPass);

function progressChanges(was: AreaSnapshot | undefined, area: AreaSnapshot): readonly Change[] {
  if (was === undefined) return [];
  if (area.passesDone > was.passesDone) {
    const ended = { ...amountOf(was), puncturesPerCm2: area.puncturesPerCm2 };
    // The last pass of an area is told with the area.
    if (area.state === 'done') return [];
    return [{ kind: 'pass-done', ...placeOf(area), ...ended }];
  }
  const step = Math.floor(percentOf(area) / TOLD_PERCENT);
  const stepBefore = Math.floor(percentOf(was) / TOLD_PERCENT);
  const percent = step * TOLD_PERCENT;
  if (step <= stepBefore || percent >= 100 || area.state === 'done') return [];
  return [{ kind: 'progress', ...placeOf(area), ...amountOf(area), percent }];
}

function doneChange(was: AreaSnapshot | undefined, area: AreaSnapshot): readonly Change[] {
  if (area.state !== 'done' || was?.state === 'done') return [];
  const { strokes, unknownStrokes, puncturesPerCm2, contactMs } = area;
  return [
    { kind: 'area-done', ...placeOf(area), strokes, unknownStrokes, puncturesPerCm2, contactMs },
  ];
}

/** Nothing but a clearing leads from here to ready; a quick one falls between two snapshots. */
const UNTIL_CLEARED: ReadonlySet<string> = new Set(['stopping', 'latched', 'clearing']);

function phaseChanges(before: Snapshot | undefined, after: Snapshot): readonly Change[] {
  const { phase, cause, latch } = after;
  if (phase === before?.phase) return [];
  switch (phase) {
    case 'ready':
      if (before !== undefined && UNTIL_CLEARED.has(before.phase)) return [{ kind: 'cleared' }];
      return before === undefined || before.phase === 'unlinked' ? [{ kind: 'ready' }] : [];
    case 'stopping':
      return [{ kind: 'stopping', cause }];
    case 'latched':
      return before?.phase === 'clearing' ? [] : [{ kind: 'latched', reason: latch, cause }];
    case 'finished':
    case 'failed':
      return [{ kind: phase }];
    case 'unlinked':
    case 'reserving':
    case 'loading':
    case 'armed':
    case 'running':
    case 'ending':
    case 'clearing':
      return [];
  }
}

function alarmChanges(before: Snapshot | undefined, after: Snapshot): readonly Change[] {
  const was = before?.alarms ?? [];
  const rises = after.alarms.filter(({ alarm }) => was.every((old) => old.alarm !== alarm));
  const falls = was.filter(({ alarm }) => after.alarms.every((now) => now.alarm !== alarm));
  return [
    ...rises.map(({ alarm, priority }) => ({ kind: 'alarm', alarm, priority, on: true }) as const),
    ...falls.map(({ alarm, priority }) => ({ kind: 'alarm', alarm, priority, on: false }) as const),
  ];
}

const placeOf = ({ area, side }: AreaSnapshot): Place => ({ area, side });

/** Which pass an area is in, counted from 1, and how far that has got. */
export const amountOf = (area: AreaSnapshot): Amount => ({
  pass: Math.min(area.passes, area.passesDone + 1),
  passes: area.passes,
  passStrokes: area.passStrokes,
  strokesPerPass: area.strokesPerPass,
  puncturesPerCm2: area.puncturesPerCm2,
});
