// Everything that must hold before an area may be armed, looked at together, so that a person hears
// every reason at once. Admission decided what is allowed; this decides whether now is the moment.

import type { AreaName, Side } from '../../../protocol/area.ts';
import { type Page, SIGNAL, type Telemetry } from '../../../protocol/from-pen.ts';
import { ROUND_TRIP_MS_MAX } from '../../../protocol/timing.ts';
import { openReasons } from '../checklist.ts';
import {
  areVitalsOld,
  BATTERY_PERCENT_MIN,
  TEMPERATURE_DECI_C_MAX,
} from '../watch.ts';
import { allotment, isContactSpent, progressAt, restStrokes } from './account.ts';
import { pulsesNow } from './energy-count.ts';
import type { ArmRefusal } from './event.ts';
import type { Control, Heard } from './state.ts';
import { AHEAD_MS, type AreaTask } from './task.ts';
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
    ...roomRefusals(control),
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
    // S-11: an eye row is armed by an act of its own, naming it.
    [task.zone === 'eye' && !wish.eyeConfirmed, { code: 'eye-not-confirmed', area }],
    [task.shut === true, { code: 'pen-shaken', area }],
    [progress.passesDone >= task.passes, { code: 'pass-limit', area }],
    [allotment(control, task, progress) <= rest, { code: 'nothing-left', area }],
    [isContactSpent(task, progress.contactMs), { code: 'contact-limit', area }],
    // S-80: no arming with energy without the pen's own count of it, or beyond what is left.
    [task.energy !== undefined && pulsesNow(control) === undefined, { code: 'energy-unknown' }],
    [
      task.energy !== undefined && (progress.energy?.pulses ?? 0) >= task.energy.pulses,
      { code: 'energy-spent', area },
    ],
  ]);
}

const roomRefusals = ({ room, treatment }: Control): readonly ArmRefusal[] =>
  openReasons(room, treatment.hasCaseFile).map((item) => ({ code: 'room-open', item }));

function wholeRefusals(control: Control, task: AreaTask): readonly ArmRefusal[] {
  const { treatment, needleOnMs, punctures, stopAgesMs } = control;
  // Locked until the third newest of them has become old.
  const recent = stopAgesMs.filter((age) => age < LOCK_OUT_MS).toSorted((a, b) => a - b);
  const forMs = LOCK_OUT_MS - (recent[LOCK_OUT_STOPS - 1] ?? LOCK_OUT_MS);
  const onMsLeft = leftFor(treatment.needleOnMsLeft, needleOnMs, task);
  const puncturesLeft = leftFor(treatment.puncturesLeft, punctures, task);
  return those([
    // S-09: the whole treatment, over all its areas.
    [onMsLeft <= AHEAD_MS, { code: 'needle-on-limit' }],
    [puncturesLeft < treatment.needleCount, { code: 'puncture-limit' }],
    // S-21: a third stop in ten minutes is not cleared and gone on from.
    [forMs > 0, { code: 'locked-out', forMs }],
  ]);
}

function penRefusals(control: Control): readonly ArmRefusal[] {
  const { heard } = control;
  const telemetry = heard?.telemetry;
  if (heard === undefined || telemetry === undefined) return [{ code: 'no-telemetry' }];
  return [
    ...identityRefusals(control, heard),
    ...cartridgeRefusals(control, cartridgeNow(heard, telemetry)),
    ...stateRefusals(heard, telemetry),
    ...ledgerRefusals(control, heard, telemetry),
    ...vitalRefusals(heard),
  ];
}

function identityRefusals(control: Control, heard: Heard): readonly ArmRefusal[] {
  const { penSerial, certificateId } = control.treatment;
  const { identity, calibration } = heard.pen.pages;
  return those([
    [!heard.pen.schemaMatches, { code: 'schema-differs' }],
    [
      identity.serial !== penSerial,
      { code: 'pen-changed', expected: penSerial, found: identity.serial },
    ],
    [
      calibration.certificateId !== certificateId,
      { code: 'certificate-changed', expected: certificateId, found: calibration.certificateId },
    ],
  ]);
}

/** What the page said, unless telemetry shows that by now there is none. */
const cartridgeNow = ({ pen }: Heard, { signals }: Telemetry): CartridgePage => {
  const { cartridge } = pen.pages;
  return (signals & SIGNAL.cartridge) === 0 ? { ...cartridge, present: 0 } : cartridge;
};

type CartridgePage = Extract<Page, { readonly kind: 'cartridge' }>;

/** Whether a cartridge is the one that the plan was admitted with, and no other of its number. */
export function cartridgeRefusals(
  { treatment }: Control,
  page: CartridgePage,
): readonly ArmRefusal[] {
  const { cartridgeSerial, needleCount, headAreaMm2 } = treatment;
  const found = describe(page);
  const expected = `${cartridgeSerial}, ${sortOf(needleCount, headAreaMm2)}`;
  // S-30: the cartridge that was admitted, asked anew before every arming.
  return those([[found !== expected, { code: 'cartridge-changed', expected, found }]]);
}

function describe({ present, type, serial, needleCount, headAreaMm2 }: CartridgePage): string {
  if (present === 0) return 'none';
  const sort = type === 'patient' ? sortOf(needleCount, headAreaMm2) : `of type ${type}`;
  return `${serial}, ${sort}`;
}

const sortOf = (needleCount: number, headAreaMm2: number): string =>
  `${String(needleCount)} needles on ${String(headAreaMm2)} mm2`;

function stateRefusals(heard: Heard, telemetry: Telemetry): readonly ArmRefusal[] {
  const has = (bit: number): boolean => (telemetry.signals & bit) !== 0;
  const { roundTripMs } = heard;
  return those([
    [telemetry.phase !== 'idle', { code: 'not-idle', phase: telemetry.phase }],
    [!has(SIGNAL.retracted), { code: 'not-retracted' }],
    [has(SIGNAL.trigger), { code: 'trigger-held' }],
    [has(SIGNAL.charging), { code: 'charging' }],
    [roundTripMs === undefined, { code: 'clock-unknown' }],
    [
      (roundTripMs ?? 0) > ROUND_TRIP_MS_MAX,
      { code: 'slow-link', roundTripMs: roundTripMs ?? 0 },
    ],
  ]);
}

/** Pen, ledger and journal have to tell the same number of strokes. */
function ledgerRefusals(
  { explainedStrokes, treatment }: Control,
  { ledger, pen }: Heard,
  telemetry: Telemetry,
): readonly ArmRefusal[] {
  const isOwn = pen.pages.identity.serial === treatment.penSerial;
  const explained = explainedStrokes ?? 0;
  return those([
    [
      telemetry.strokes !== ledger.strokes,
      { code: 'ledger-differs', ledger: ledger.strokes, told: telemetry.strokes },
    ],
    [
      // S-22: strokes that nothing explains are in the way of every arming.
      isOwn && ledger.strokes !== explained,
      { code: 'ledger-unexplained', ledger: ledger.strokes, explained },
    ],
  ]);
}

/** What is not known of battery and temperature is as bad as it can be. */
function vitalRefusals({ vitals, vitalsAgeMs }: Heard): readonly ArmRefusal[] {
  // S-41: charge and heat that nobody told count as bad.
  if (vitals === undefined || areVitalsOld(vitalsAgeMs)) return [{ code: 'no-vitals' }];
  const { batteryPercent: percent, temperatureDeciC: deciDegC } = vitals;
  return those([
    [percent < BATTERY_PERCENT_MIN, { code: 'battery-low', percent }],
    [deciDegC > TEMPERATURE_DECI_C_MAX, { code: 'too-hot', deciDegC }],
  ]);
}

function handRefusals(control: Control): readonly ArmRefusal[] {
  const wanted = control.treatment.pedal;
  return those([
    [wanted && control.pedal === 'none', { code: 'pedal-missing' }],
    [control.pedal === 'held', { code: 'pedal-held' }],
  ]);
}
