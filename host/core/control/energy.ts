// Energy in control: what an arming with it is, and what the pen told of each pulse, compared with
// what was granted and written down. Grants of it are in pulse-train.ts.

import type { ArmEnergy, Energy } from '../../../protocol/energy.ts';
import { areaCode, sideCode } from '../../../protocol/area.ts';
import type { NoteGiven } from '../../journal/entry.ts';
import type { EnergyTask } from '../energy-task.ts';
import { progressAt, taskOf } from './account.ts';
import { pulsesNow } from './energy-count.ts';
import type { ControlEffect } from './event.ts';
import { also, note, stay, type Step } from './parts.ts';
import type { Arming, Control, EnergyArming } from './state.ts';
import { stopPen } from './stopping.ts';

/** How much more than was granted a measured pulse may be, for the noise of measuring. */
const MEASURED_PERCENT = 5;

/** What an arming sets aside of energy: counted from the pen's own counter of pulses. */
export function energyArming(
  control: Control,
  taskIndex: number,
  task: EnergyTask | undefined,
): EnergyArming | undefined {
  const from = pulsesNow(control);
  if (task === undefined || from === undefined) return undefined;
  const had = progressAt(control, taskIndex).energy?.pulses ?? 0;
  return { from, ceiling: from + Math.max(0, task.pulses - had), granted: from, seen: from };
}

/** Whether an area has energy to give and none of it left. */
export const isEnergySpent = (
  { energy: task }: { readonly energy?: EnergyTask },
  { energy }: Pick<Arming, 'energy'>,
): boolean => task !== undefined && (energy === undefined || energy.seen >= energy.ceiling);

/** The reservation's part about energy. */
export const energyReserved = (
  task: EnergyTask | undefined,
  arming: EnergyArming | undefined,
): Pick<Extract<NoteGiven, { readonly kind: 'reservation' }>, 'energy'> =>
  task === undefined || arming === undefined
    ? {}
    : {
        energy: {
          fromPulses: arming.from,
          ceilingPulses: arming.ceiling,
          microJoulePerPin: task.microJoulePerPin,
          pulseMs: task.pulseMs,
        },
      };

/** ARM with energy. */
export function armEnergy(control: Control, arming: Arming, task: EnergyTask): ArmEnergy {
  const area = taskOf(control, arming);
  return {
    kind: 'arm-energy',
    armingId: arming.armingId,
    area: areaCode(area.area),
    side: sideCode(area.side),
    planHash: control.treatment.planHash,
    depthUm: area.depthUm,
    passCeiling: arming.ceiling,
    needleCount: control.treatment.needleCount,
    pulseCeiling: arming.energy?.ceiling ?? 0,
    microJoulePerPin: task.microJoulePerPin,
    pulseMs: task.pulseMs,
  };
}

/** The line of a pulse that the pen told of. */
const pulseNote = (arming: Arming, energy: Energy, pulse: number): ControlEffect =>
  note({
    kind: 'pulse',
    armingId: arming.armingId,
    pulse,
    end: energy.end === 'none' ? 'stopped' : energy.end,
    microJoulePerPin: energy.deliveredMicroJoule,
    pulseMs: energy.deliveredMs,
    ...(energy.pulseImpedanceOhm === undefined ? {} : { impedanceOhm: energy.pulseImpedanceOhm }),
    ...(energy.pulseDeciC === undefined ? {} : { deciC: energy.pulseDeciC }),
    ...(energy.pulseDepthUm === undefined ? {} : { depthUm: energy.pulseDepthUm }),
  });

/** What the pen tells of energy beyond what it was given, or undefined. */
function isBeyond(control: Control, arming: Arming | undefined, now: Energy): boolean {
  const before = control.heard?.energy;
  if (before !== undefined && now.pulses < before.pulses) return true;
  if (arming === undefined) return before !== undefined && now.pulses > before.pulses;
  const task = taskOf(control, arming).energy;
  const { energy } = arming;
  if (task === undefined || energy === undefined) return now.stage !== 'none' && now.armingId !== 0;
  if (now.pulses > energy.granted) return true;
  const isTold = now.pulses > energy.from && now.stage === 'over';
  const most = Math.ceil((task.microJoulePerPin * (100 + MEASURED_PERCENT)) / 100);
  return isTold && (now.deliveredMicroJoule > most || now.deliveredMs > task.pulseMs + 2);
}

/** A report of energy: taken in, compared with what was granted, and every pulse written down. */
export function energyHeard(
  control: Control,
  now: Energy,
  arming: Arming | undefined,
  withArming: (next: Control, arming: Arming) => Control,
): Step {
  const { heard } = control;
  if (heard === undefined) return stay(control);
  const isWatched = WATCHED.has(control.phase.kind);
  const beyond = isWatched && isBeyond(control, arming, now);
  const known: Control = { ...control, heard: { ...heard, energy: now, energyAgeMs: 0 } };
  const step = toldPulse(known, now, arming, withArming);
  // What the pen says that it gave, against what it was given.
  if (!beyond) return step;
  const stopped = stopPen(step.control, { kind: 'watch', finding: 'energy-beyond-grant' });
  return { control: stopped.control, effects: [...step.effects, ...stopped.effects] };
}

const WATCHED: ReadonlySet<string> = new Set([
  'ready', 'reserving', 'loading', 'armed', 'running', 'ending',
]);

/** A pulse is written down once the pen says that it is over. */
function toldPulse(
  control: Control,
  now: Energy,
  arming: Arming | undefined,
  withArming: (next: Control, arming: Arming) => Control,
): Step {
  const energy = arming?.energy;
  const isOver = now.stage === 'over' || now.stage === 'none';
  if (arming === undefined || energy === undefined || !isOver || now.pulses <= energy.seen) {
    return stay(control);
  }
  // S-82: a pulse is a line of its own, by the number that the pen gave it.
  const next = withArming(control, { ...arming, energy: { ...energy, seen: now.pulses } });
  return also(stay({ ...next, sincePulseMs: 0 }), [pulseNote(arming, now, now.pulses)]);
}
