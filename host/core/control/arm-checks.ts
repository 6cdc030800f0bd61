// Everything that must hold before an area may be armed, looked at together, so that a person hears
// every reason at once. Admission decided what is allowed; this decides whether now is the moment.

import type { AreaName, Side } from '../../../protocol/area.ts';
import { SIGNAL, type Telemetry } from '../../../protocol/from-pen.ts';
import { ROUND_TRIP_MS_MAX } from '../../../protocol/timing.ts';
import { BATTERY_PERCENT_MIN } from '../watch.ts';
import { allotment, progressAt, restStrokes } from './account.ts';
import type { ArmRefusal } from './event.ts';
import type { Control, Heard } from './state.ts';
import type { AreaTask } from './task.ts';
import { leftFor } from './whole.ts';

/** Three stops within this time lock the treatment until the oldest of them is this old. */
const LOCK_OUT_MS = 600_000;
const LOCK_OUT_STOPS = 3;

/** An area that somebody wants to arm. */
export interface ArmWish {
  readonly area: AreaName;
  readonly side: Side;
  readonly eyeConfirmed: boolean;
}

/** The index of an area in the plan, or -1. */
export const taskIndexOf = (control: Control, wish: ArmWish): number =>
  control.treatment.tasks.findIndex(
    (task) => task.area === wish.area && task.side === wish.side,
  );

/** Every reason against arming now; none means that it may be done. */
export function armRefusals(control: Control, wish: ArmWish): readonly ArmRefusal[] {
  const { area, side } = wish;
  const index = taskIndexOf(control, wish);
  const task = control.treatment.tasks[index];
  if (task === undefined) return [{ code: 'not-in-plan', area, side }];
  return [
    ...areaRefusals(control, task, index, wish),
    ...wholeRefusals(control, task),
    ...penRefusals(control),
    ...handRefusals(control),
  ];
}

/** Drops the reasons that do not apply. */
const those = (
  reasons: readonly (readonly [boolean, ArmRefusal])[],
): readonly ArmRefusal[] => reasons.filter(([applies]) => applies).map(([, reason]) => reason);

function areaRefusals(
  control: Control,
  task: AreaTask,
  index: number,
  wish: ArmWish,
): readonly ArmRefusal[] {
  const { area } = task;
  const progress = progressAt(control, index);
  const rest = restStrokes(control, task);
  return those([
    [task.zone === 'eye' && !wish.eyeConfirmed, { code: 'eye-not-confirmed', area }],
    [progress.passesDone >= task.passes, { code: 'pass-limit', area }],
    [allotment(control, task, progress) <= rest, { code: 'nothing-left', area }],
    [progress.contactMs >= task.contactMsLeft, { code: 'contact-limit', area }],
  ]);
}

function wholeRefusals(control: Control, task: AreaTask): readonly ArmRefusal[] {
  const { treatment, needleOnMs, punctures, stopAgesMs } = control;
  const recent = stopAgesMs.filter((age) => age < LOCK_OUT_MS);
  const forMs = LOCK_OUT_MS - Math.max(0, ...recent);
  const onMsLeft = leftFor(treatment.needleOnMsLeft, needleOnMs, task);
  const puncturesLeft = leftFor(treatment.puncturesLeft, punctures, task);
  return those([
    [onMsLeft === 0, { code: 'needle-on-limit' }],
    [puncturesLeft < treatment.needleCount, { code: 'puncture-limit' }],
    [recent.length >= LOCK_OUT_STOPS, { code: 'locked-out', forMs }],
  ]);
}

function penRefusals(control: Control): readonly ArmRefusal[] {
  const { heard } = control;
  const telemetry = heard?.telemetry;
  if (heard === undefined || telemetry === undefined) return [{ code: 'no-telemetry' }];
  return [...identityRefusals(control, heard), ...stateRefusals(heard, telemetry)];
}

function identityRefusals(control: Control, heard: Heard): readonly ArmRefusal[] {
  const { penSerial, cartridgeSerial, certificateId } = control.treatment;
  const { identity, cartridge, calibration } = heard.pen.pages;
  const cartridgeFound = cartridge.present === 1 ? cartridge.serial : 'none';
  return those([
    [!heard.pen.schemaMatches, { code: 'schema-differs' }],
    [
      identity.serial !== penSerial,
      { code: 'pen-changed', expected: penSerial, found: identity.serial },
    ],
    [
      cartridgeFound !== cartridgeSerial,
      { code: 'cartridge-changed', expected: cartridgeSerial, found: cartridgeFound },
    ],
    [
      calibration.certificateId !== certificateId,
      { code: 'certificate-changed', expected: certificateId, found: calibration.certificateId },
    ],
  ]);
}

function stateRefusals(heard: Heard, telemetry: Telemetry): readonly ArmRefusal[] {
  const has = (bit: number): boolean => (telemetry.signals & bit) !== 0;
  const { ledger, roundTripMs, vitals } = heard;
  const percent = vitals?.batteryPercent ?? 0;
  const tookMs = roundTripMs ?? ROUND_TRIP_MS_MAX + 1;
  return those([
    [!has(SIGNAL.retracted) || telemetry.phase !== 'idle', { code: 'not-retracted' }],
    [!has(SIGNAL.cartridge), { code: 'cartridge-changed', expected: 'one', found: 'none' }],
    [has(SIGNAL.trigger), { code: 'trigger-held' }],
    [has(SIGNAL.charging), { code: 'charging' }],
    [percent < BATTERY_PERCENT_MIN, { code: 'battery-low', percent }],
    [tookMs > ROUND_TRIP_MS_MAX, { code: 'slow-link', roundTripMs: tookMs }],
    [
      telemetry.strokes !== ledger.strokes,
      { code: 'ledger-differs', ledger: ledger.strokes, told: telemetry.strokes },
    ],
  ]);
}

function handRefusals(control: Control): readonly ArmRefusal[] {
  const wanted = control.treatment.pedal;
  return those([
    [wanted && control.pedal === 'none', { code: 'pedal-missing' }],
    [control.pedal === 'held', { code: 'pedal-held' }],
  ]);
}
