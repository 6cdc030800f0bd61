// What an arming has used, in the pen's own count, and what that leaves of its area. A settled
// arming is known to the stroke; one whose pen was lost or reset counts at its worst.

import { assert } from '../../../protocol/assert.ts';
import type { Ledger } from '../../../protocol/from-pen.ts';
import { ms, strokes, type Strokes } from '../../../protocol/units.ts';
import type { NoteGiven } from '../../journal/entry.ts';
import type { ControlEffect } from './event.ts';
import { note } from './parts.ts';
import type { Arming, Control } from './state.ts';
import { AHEAD_MS, type AreaTask, type Progress } from './task.ts';
import { addTo, leftFor } from './whole.ts';

/** An area that nothing has been done to. */
export const UNTOUCHED: Progress = {
  passesDone: 0,
  passStrokes: strokes(0),
  strokes: strokes(0),
  counted: 0,
  contactMs: ms(0),
  unknownStrokes: strokes(0),
  done: false,
};

/** The area at an index of the plan. */
export function taskAt(control: Control, index: number): AreaTask {
  const task = control.treatment.tasks[index];
  assert(task !== undefined, 'an arming belongs to an area of the plan');
  return task;
}

/** The area of an arming. */
export const taskOf = (control: Control, arming: Arming): AreaTask =>
  taskAt(control, arming.taskIndex);

/** How far the area at an index has got. */
export function progressAt(control: Control, index: number): Progress {
  const progress = control.progress[index];
  assert(progress !== undefined, 'every area of the plan has its progress');
  return progress;
}

/** Strokes that the present pass of an area may still use. */
export const passStrokesLeft = (task: AreaTask, progress: Progress): Strokes =>
  strokes(
    Math.max(
      0,
      Math.min(
        task.strokesPerPass - progress.passStrokes,
        task.strokesLeft - progress.strokes,
      ),
    ),
  );

/** What the pen's ledger says became of an arming; undefined when it cannot have. */
export function usedByLedger(
  arming: Arming,
  ledger: Ledger,
  reserveAhead: number,
): { readonly strokes: Strokes; readonly known: boolean } | undefined {
  // After an unclean stop and a new boot the pen reads what it had stored in advance.
  const exact = ledger.bootId === arming.bootId || ledger.closed === 1;
  const highest = arming.ceiling + (exact ? 0 : reserveAhead);
  if (ledger.strokes < arming.meteredStrokes || ledger.strokes > highest) return undefined;
  const used = Math.min(ledger.strokes, arming.ceiling) - arming.fromStrokes;
  return { strokes: strokes(used), known: exact || used === 0 };
}

type EnergyEnd = Pick<Extract<NoteGiven, { readonly kind: 'settled' }>, 'energy'>;

/** What an arming came to. */
export interface Used {
  readonly strokes: Strokes;
  readonly counted: number;
  readonly known: boolean;
  readonly retracted: boolean;
  /** The ledger that says so, where the pen was started anew in between. */
  readonly newBoot: Ledger | undefined;
  /** Pulses of an arming with energy. */
  readonly energy?: { readonly pulses: number; readonly known: boolean };
}

/** Books what an arming used on its area, and writes it down. */
export function settle(
  control: Control,
  arming: Arming,
  used: Used,
): { readonly control: Control; readonly effects: readonly ControlEffect[] } {
  const task = taskOf(control, arming);
  const before = progressAt(control, arming.taskIndex);
  const after = booked(task, before, arming.contactMs, used, restStrokes(control, task));
  // S-23: what the ledger says, as the ledger says it, and marked unknown where it cannot say.
  const { newBoot } = used;
  const line = newBoot ? resolvedNote(control, arming, used, newBoot) : settledNote(arming, used);
  const punctures = used.strokes * control.treatment.needleCount;
  return {
    control: {
      ...control,
      progress: control.progress.with(arming.taskIndex, after),
      punctures: addTo(control.punctures, task, punctures),
    },
    effects: [note(line)],
  };
}

const energyEnd = ({ energy }: Used): EnergyEnd =>
  energy === undefined
    ? {}
    : { energy: { pulses: energy.pulses, outcome: energy.known ? 'known' : 'unknown' } };

const settledNote = (arming: Arming, used: Used): NoteGiven => ({
  kind: 'settled',
  armingId: arming.armingId,
  strokes: used.strokes,
  counted: used.counted,
  contactMs: arming.contactMs,
  outcome: used.known ? 'known' : 'unknown',
  retracted: used.retracted,
  ...energyEnd(used),
});

const resolvedNote = (
  control: Control,
  arming: Arming,
  used: Used,
  ledger: Ledger,
): NoteGiven => ({
  kind: 'resolved',
  armingId: arming.armingId,
  penSerial: control.treatment.penSerial,
  strokes: used.strokes,
  ...(used.known ? { counted: used.counted } : {}),
  contactMs: arming.contactMs,
  outcome: used.known ? 'known' : 'unknown',
  ledgerStrokes: ledger.strokes,
  bootId: ledger.bootId,
  by: 'ledger',
  ...energyEnd(used),
});

/** The progress of an area after one more arming of it has come to its end. */
export function booked(
  task: AreaTask,
  before: Progress,
  contactMs: number,
  used: Pick<Used, 'strokes' | 'counted' | 'known' | 'energy'>,
  rest: number,
): Progress {
  const total: Progress = {
    passesDone: before.passesDone,
    passStrokes: strokes(before.passStrokes + used.strokes),
    strokes: strokes(before.strokes + used.strokes),
    counted: before.counted + used.counted,
    contactMs: ms(before.contactMs + contactMs),
    unknownStrokes: strokes(before.unknownStrokes + (used.known ? 0 : used.strokes)),
    done: before.done,
    ...pulsesAfter(before, used),
  };
  const passOver = passStrokesLeft(task, total) <= rest;
  const next = passOver
    ? { ...total, passesDone: total.passesDone + 1, passStrokes: strokes(0) }
    : total;
  return { ...next, done: next.done || isSpent(task, next, rest) };
}

const pulsesAfter = (
  before: Progress,
  { energy }: Pick<Used, 'energy'>,
): Pick<Progress, 'energy'> =>
  energy === undefined && before.energy === undefined
    ? {}
    : { energy: { pulses: (before.energy?.pulses ?? 0) + (energy?.pulses ?? 0) } };

const isSpent = (task: AreaTask, progress: Progress, rest: number): boolean =>
  progress.passesDone >= task.passes ||
  task.strokesLeft - progress.strokes <= rest ||
  isContactSpent(task, progress.contactMs) ||
  (task.energy !== undefined && (progress.energy?.pulses ?? 0) >= task.energy.pulses);

/** Whether an area has had its contact time, but for what no hold could be ended within. */
export const isContactSpent = (task: AreaTask, contactMs: number): boolean =>
  contactMs + AHEAD_MS >= task.contactMsLeft;

/**
 * The last strokes of a pass that no pen can give: they lie within its braking distance, and a pen
 * brakes before its ceiling, not at it. Always fewer than a single grant.
 */
export const restStrokes = (control: Control, task: AreaTask): number =>
  restOf(task, control.heard?.pen.pages.capabilities.brakeMsMax ?? 0);

/** The same for a pen that brakes within so many milliseconds. */
export function restOf(task: AreaTask, brakeMs: number): number {
  const braking = Math.ceil((task.rateCentiHz * brakeMs * 6) / (100 * 1000 * 5));
  return Math.min(braking, Math.max(0, task.creditStrokes - 1));
}

/** Strokes that one arming may be given: of its pass, its area and the whole treatment. */
export function allotment(control: Control, task: AreaTask, progress: Progress): Strokes {
  const { puncturesLeft, needleCount } = control.treatment;
  const inTreatment = Math.floor(leftFor(puncturesLeft, control.punctures, task) / needleCount);
  // S-04, S-05, S-09: the least of what pass, area and treatment have left.
  return strokes(Math.min(passStrokesLeft(task, progress), inTreatment));
}

/** Strokes that the arming can still use, by the newest reading of the pen's counter. */
export const armingStrokesLeft = (arming: Arming, now: Strokes): Strokes =>
  strokes(Math.max(0, arming.ceiling - now));
