/**
 * Faults of the body from their first moment to their last: begin, look up, say so, end.
 *
 * What a lasting fault does is written where it does it (motor, depth stop, entry, sensors); only
 * faults that change something once are carried out here. An effect is told when the plant or a
 * sensor really differs from what it would have been, never for merely being at work.
 */
import { takeDue, type Scheduled } from '../faults/due.ts';
import { noteEffect } from '../faults/fault-log.ts';
import type { PlantFault } from '../faults/fault.ts';
import { insertCartridge, type ActiveFault, type Plant } from './state.ts';

type OfKind<Kind> = Extract<PlantFault, { readonly kind: Kind }>;

// No run is this long.
const FOR_GOOD = 2 ** 30 - 1;

/** The fault of a kind that is at work now, if there is one. */
export function faultAtWork<Kind extends PlantFault['kind']>(
  plant: Plant,
  kind: Kind,
): ActiveFault<OfKind<Kind>> | undefined {
  const isOfKind = (active: ActiveFault): active is ActiveFault<OfKind<Kind>> =>
    active.fault.kind === kind;
  return plant.activeFaults.find(isOfKind);
}

/** Says that something just went differently because of a fault. */
export function tellEffect(plant: Plant, { index }: Scheduled<PlantFault>): void {
  noteEffect(plant.faultLog, index);
}

/** Whether a fault begins, or is at work and may end, within the next milliseconds. */
export function faultsWithin(plant: Plant, elapsedMs: number): boolean {
  const { waiting } = plant;
  return (
    plant.faulty
    || plant.tMs + elapsedMs >= waiting.nextMs
    || plant.strokes >= waiting.nextStroke
  );
}

/** Begins the faults whose moment has come and ends those whose time is over. */
export function updateFaults(plant: Plant): void {
  for (const due of takeDue(plant.waiting, plant.tMs, plant.strokes)) begin(plant, due);
  for (const active of plant.activeFaults) if (plant.tMs >= active.untilMs) end(plant, active);
  plant.faulty = plant.activeFaults.length > 0;
}

function begin(plant: Plant, scheduled: Scheduled<PlantFault>): void {
  const { fault } = scheduled;
  if (!('lasting' in fault)) {
    if (carryOut(plant, fault)) tellEffect(plant, scheduled);
    return;
  }
  const untilMs = fault.lasting === 'for-good' ? FOR_GOOD : plant.tMs + fault.lasting.ms;
  plant.activeFaults.push({ ...scheduled, beganMs: plant.tMs, untilMs });
  if (fault.kind === 'outside-certificate') shiftOffset(plant, fault.offsetUm);
}

function end(plant: Plant, over: ActiveFault): void {
  plant.activeFaults = plant.activeFaults.filter((active) => active !== over);
  if (over.fault.kind === 'outside-certificate') shiftOffset(plant, -over.fault.offsetUm);
}

function shiftOffset(plant: Plant, byUm: number): void {
  plant.offsetNm += byUm * 1_000;
  plant.shifted = true;
}

/** Carries out a fault that changes something once; says whether that made a difference. */
function carryOut(
  plant: Plant,
  fault: Exclude<PlantFault, { readonly lasting: unknown }>,
): boolean {
  switch (fault.kind) {
    case 'cartridge-gone': {
      const gone = plant.cartridge !== undefined;
      insertCartridge(plant, undefined);
      return gone;
    }
    case 'cartridge-swap': {
      const other = plant.cartridge?.seen.serial !== fault.cartridge.seen.serial;
      insertCartridge(plant, fault.cartridge);
      return other;
    }
    case 'battery-drop': {
      const leftMaMs = plant.model.mechanics.capacityMas * 10 * fault.percent;
      const dropped = leftMaMs < plant.chargeMaMs;
      if (dropped) plant.chargeMaMs = leftMaMs;
      return dropped;
    }
    case 'overheat': {
      const hotter = fault.temperatureDeciC * 100_000 > plant.temperatureMicroDegC;
      if (hotter) plant.temperatureMicroDegC = fault.temperatureDeciC * 100_000;
      return hotter;
    }
  }
}
