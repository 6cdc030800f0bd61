// From a person's decision to an armed pen: check, reserve on disk, tell the pen the bounds of the
// area, arm it. The reservation is synced before the pen hears of it, so a crash at any later
// moment finds on disk at least what the pen may have done.

import { areaCode, sideCode } from '../../../protocol/area.ts';
import { PAGE, SIGNAL, type Telemetry } from '../../../protocol/from-pen.ts';
import type { RefusalReason } from '../../../protocol/reason.ts';
import type { Arm } from '../../../protocol/to-pen.ts';
import { ms, strokes } from '../../../protocol/units.ts';
import type { NoteGiven } from '../../journal/entry.ts';
import type { Answer } from '../../link/session-state.ts';
import { isRetracted } from '../stopped.ts';
import { armRefusals, type ArmWish, cartridgeRefusals, taskIndexOf } from './arm-checks.ts';
import { allotment, progressAt, taskAt, taskOf } from './account.ts';
import { startReading } from './ending.ts';
import { armEnergy, energyArming, energyReserved } from './energy.ts';
import { also, enter, note, refuseWith, stay, type Step, ticketed } from './parts.ts';
import type { Arming, Control, Heard, Phase } from './state.ts';
import type { AreaTask } from './task.ts';

type Loading = Extract<Phase, { readonly kind: 'loading' }>;
type Reserving = Extract<Phase, { readonly kind: 'reserving' }>;

/** Starts an arming, or says every reason why not. */
export function startArming(control: Control, wish: ArmWish): Step {
  const refusals = armRefusals(control, wish);
  const { heard } = control;
  if (refusals.length > 0 || heard === undefined) {
    const refused = refuseWith(control, 'arm', refusals);
    const changed = refusals.some(({ code }) => code === 'cartridge-changed');
    // What the pen said of its cartridge may be out of date by now: the next try finds it read.
    return changed ? askCartridge(refused) : refused;
  }
  const arming = newArming(control, heard, taskIndexOf(control, wish));
  const token = arming.armingId;
  const next: Control = {
    ...control,
    nextArmingId: control.nextArmingId + 1,
    phase: { kind: 'reserving', arming, token },
  };
  const line = reservation(control, heard, arming, taskOf(control, arming));
  // S-24: the reservation goes to disk; the pen hears of nothing until it is there.
  return { control: next, effects: [{ kind: 'note', note: line, token }] };
}

/**
 * Asks which cartridge it is; the answer is taken in whatever the phase. One such question at a
 * time: who presses again and again while the pen says nothing must not fill the line with them.
 */
function askCartridge({ control, effects }: Step): Step {
  if (control.cartridgeTicket !== undefined) return { control, effects };
  const read = ticketed(control, { kind: 'read', page: PAGE.cartridge });
  const asked = { ...read.control, cartridgeTicket: read.ticket };
  return { control: asked, effects: [...effects, read.ask] };
}

const hasCartridge = (telemetry: Telemetry | undefined): boolean =>
  ((telemetry?.signals ?? 0) & SIGNAL.cartridge) !== 0;

/** At rest, a cartridge that was put in is looked at. */
export const readyHeard = (
  control: Control,
  telemetry: Telemetry,
  before: Telemetry | undefined,
): Step =>
  before !== undefined && hasCartridge(telemetry) && !hasCartridge(before)
    ? askCartridge(stay(control))
    : stay(control);

function newArming(control: Control, heard: Heard, taskIndex: number): Arming {
  const { ledger, pen, telemetry } = heard;
  const progress = progressAt(control, taskIndex);
  const task = taskAt(control, taskIndex);
  const energy = energyArming(control, taskIndex, task.energy);
  return {
    ...(energy === undefined ? {} : { energy }),
    armingId: control.nextArmingId,
    taskIndex,
    bootId: pen.bootId,
    pass: progress.passesDone + 1,
    fromStrokes: ledger.strokes,
    fromCounted: ledger.counted,
    ceiling: strokes(ledger.strokes + allotment(control, task, progress)),
    spentHoldId: telemetry?.holdId ?? 0,
    granted: ledger.strokes,
    meteredStrokes: ledger.strokes,
    contactMs: ms(0),
  };
}

const reservation = (
  control: Control,
  heard: Heard,
  arming: Arming,
  task: AreaTask,
): NoteGiven => ({
  kind: 'reservation',
  treatmentId: control.treatment.treatmentId,
  armingId: arming.armingId,
  penSerial: heard.pen.pages.identity.serial,
  bootId: arming.bootId,
  cartridgeSerial: control.treatment.cartridgeSerial,
  certificateId: control.treatment.certificateId,
  person: control.treatment.person,
  area: task.area,
  side: task.side,
  pass: arming.pass,
  fromStrokes: arming.fromStrokes,
  fromCounted: arming.fromCounted,
  ceilingStrokes: arming.ceiling,
  contactMsMax: contactMsLeft(control, arming, task),
  depthUm: task.depthUm,
  rateCentiHz: task.rateCentiHz,
  needleCount: control.treatment.needleCount,
  sizeMm2: task.sizeMm2,
  headAreaMm2: control.treatment.headAreaMm2,
  stamp: task.stamp,
  ...energyReserved(task.energy, arming.energy),
});

const contactMsLeft = (control: Control, arming: Arming, task: AreaTask): number =>
  Math.max(0, task.contactMsLeft - progressAt(control, arming.taskIndex).contactMs);

/** The reservation is on disk: first the cartridge is looked at again, since it can be changed. */
export function reservationSynced(control: Control, phase: Reserving, token: number): Step {
  if (token !== phase.token) return stay(control);
  const { arming } = phase;
  const asked = ticketed(control, { kind: 'read', page: PAGE.cartridge });
  const next: Loading = { kind: 'loading', arming, ticket: asked.ticket, step: 'cartridge' };
  return enter(asked.control, next, [asked.ask]);
}

/** The cartridge is the one that was admitted: the pen may hear of the area. */
function askEnvelope(control: Control, arming: Arming): Step {
  const task = taskOf(control, arming);
  const asked = ticketed(control, {
    kind: 'envelope',
    area: areaCode(task.area),
    depthUmMax: task.depthUm,
    rateCentiHzMax: task.rateCentiHz,
    passStrokesMax: strokes(arming.ceiling - arming.fromStrokes),
    creditMax: task.creditStrokes,
    holdMsMax: task.holdMs,
  });
  const next: Loading = { kind: 'loading', arming, ticket: asked.ticket, step: 'envelope' };
  return enter(asked.control, next, [asked.ask]);
}

/** The pen answered: on to the arming, on to armed, or back with its reason. */
export function loadingAnswered(
  control: Control,
  phase: Loading,
  ticket: number,
  answer: Answer,
): Step {
  if (ticket !== phase.ticket) return stay(control);
  if (phase.step === 'cartridge') return cartridgeRead(control, phase.arming, answer);
  if (answer.kind !== 'outcome') return stay(control);
  if (answer.outcome === 'refused') return penRefused(control, phase.arming, answer.reason);
  return phase.step === 'envelope' ? askArm(control, phase.arming) : nowArmed(control, phase);
}

/** By now the answer is part of what was heard of the pen. */
function cartridgeRead(control: Control, arming: Arming, answer: Answer): Step {
  if (answer.kind !== 'cartridge') return stay(control);
  const refusals = cartridgeRefusals(control, answer);
  if (refusals.length === 0) return askEnvelope(control, arming);
  return also(startReading(control, arming), refuseWith(control, 'arm', refusals).effects);
}

function askArm(control: Control, arming: Arming): Step {
  const { energy } = taskOf(control, arming);
  const message = energy === undefined
    ? armNeedles(control, arming)
    : armEnergy(control, arming, energy);
  const asked = ticketed(control, message);
  const next: Loading = { kind: 'loading', arming, ticket: asked.ticket, step: 'arm' };
  return enter(asked.control, next, [asked.ask]);
}

function armNeedles(control: Control, arming: Arming): Arm {
  const task = taskOf(control, arming);
  return {
    kind: 'arm',
    armingId: arming.armingId,
    area: areaCode(task.area),
    side: sideCode(task.side),
    planHash: control.treatment.planHash,
    depthUm: task.depthUm,
    rateCentiHz: task.rateCentiHz,
    passCeiling: arming.ceiling,
    needleCount: control.treatment.needleCount,
    stamp: task.stamp ? 1 : 0,
  };
}

const nowArmed = (control: Control, { arming }: Loading): Step =>
  enter(control, { kind: 'armed', arming }, [
    note({
      kind: 'armed',
      armingId: arming.armingId,
      retracted: isRetracted(control.heard?.telemetry),
    }),
  ]);

/** The pen's own rules refused. The reservation is settled by its ledger like any other. */
function penRefused(control: Control, arming: Arming, reason: RefusalReason): Step {
  const back = startReading(control, arming);
  return also(back, refuseWith(control, 'arm', [{ code: 'pen-refused', reason }]).effects);
}
