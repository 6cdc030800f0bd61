/**
 * What is really so, for checkers that stand outside the system; no firmware imports this.
 *
 * Also what a dial gauge or a tachometer at the bench would read, before their own uncertainty.
 */
import { risePpm } from './cam.ts';
import type { Plant } from './state.ts';
import type { Stroke, Truth } from './types.ts';

/** How far the tips stand beyond the rim at this moment, in nanometres, rounded up. */
export function protrudingNm(plant: Plant): number {
  if (plant.extensionNm <= 0 || plant.phase === 0) return 0;
  return Math.ceil((plant.extensionNm * risePpm(plant.phase)) / 1_000_000);
}

/** How far the tips stand beyond the rim at this moment, in micrometres, rounded up. */
export const protrudingUm = (plant: Plant): number => Math.ceil(protrudingNm(plant) / 1_000);

/** Whether the tips lie so far back that no cam angle and no overshoot brings them to the rim. */
export function isRetracted(plant: Plant): boolean {
  return plant.extensionNm <= -plant.model.mechanics.retractedUm * 1_000;
}

/** Everything that is really so at this moment, as a record of its own that may be kept. */
export function truthOf(plant: Plant): Truth {
  return {
    tMs: plant.tMs,
    strokes: plant.strokes,
    strokesInSkin: plant.strokesInSkin,
    protrudingUm: protrudingUm(plant),
    retracted: isRetracted(plant),
    motorOn: plant.motorOn,
    rateCentiHz: plant.rateCentiHz,
    depthStopUm: Math.trunc(plant.stopNm / 1_000),
  };
}

const NONE: readonly Stroke[] = [];

/** Takes the strokes that have ended since the last call, oldest first; undrained they pile up. */
export function drainStrokes(plant: Plant): readonly Stroke[] {
  if (plant.finished.length === 0) return NONE;
  const { finished } = plant;
  plant.finished = [];
  return finished;
}
