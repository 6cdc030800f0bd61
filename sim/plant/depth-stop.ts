/**
 * The depth stop: a slow actuator that decides how far the cam can push, and whether at all.
 *
 * Withdrawn means retracted whatever the cam's angle, which is why a stop of the pen withdraws and
 * does not trust the motor. Without power a spring withdraws it: an unpowered pen is a depth of 0.
 */
import { carrierNm } from './extension.ts';
import { faultAtWork, tellEffect } from './plant-faults.ts';
import { refreshExtension, type Plant } from './state.ts';

/** Where the depth stop goes for an order; there is a mechanical end to how far. */
export function stopTargetNm(plant: Plant, depthUm: number): number {
  const { model } = plant;
  if (depthUm <= 0) return -model.mechanics.restUm * 1_000;
  return Math.min(depthUm, model.depthUmMax) * 1_000;
}

/** Moves the stop through one millisecond; says whether the extension changed or may have. */
export function moveDepthStop(plant: Plant, depthUm: number): boolean {
  let targetNm = stopTargetNm(plant, depthUm);
  if (plant.faulty) {
    targetNm = crept(plant, targetNm);
    if (isJammed(plant, targetNm)) targetNm = plant.stopNm;
  }
  plant.extensionBeforeNm = plant.extensionNm;
  const leftNm = targetNm - plant.stopNm;
  if (leftNm === 0) {
    if (plant.shifted) refreshExtension(plant);
    return plant.extensionNm !== plant.extensionBeforeNm;
  }
  const mostNm = plant.model.mechanics.depthStopUmPerMs * 1_000;
  plant.stopNm += Math.max(-mostNm, Math.min(mostNm, leftNm));
  plant.carrierNm = carrierNm(plant.carrierNm, plant.stopNm, plant.individual.hysteresisUm);
  refreshExtension(plant);
  return true;
}

function crept(plant: Plant, targetNm: number): number {
  const creep = faultAtWork(plant, 'depth-creep');
  if (creep === undefined) return targetNm;
  const forMs = plant.tMs - creep.beganMs;
  const creptNm = Math.min(creep.fault.umMax * 1_000, creep.fault.umPerS * forMs);
  if (creptNm > 0) tellEffect(plant, creep);
  return targetNm + creptNm;
}

function isJammed(plant: Plant, targetNm: number): boolean {
  const jam = faultAtWork(plant, 'depth-stop-jam');
  if (jam === undefined) return false;
  if (targetNm !== plant.stopNm) tellEffect(plant, jam);
  return true;
}
