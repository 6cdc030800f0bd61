/**
 * What published bounds are made from: a scenario with its log of faults makes a judge, and most of
 * them go by the train, from the first stroke until needles are in and the motor stands.
 */
import type { FaultLog } from '../../sim/faults/fault-log.ts';
import { isRetracted } from '../../sim/plant/index.ts';
import type { Checker } from '../world/checkers/checker.ts';
import type { World } from '../world/world.ts';
import type { Scenario } from './scenario.ts';

/** Makes the judge of one bound. */
export type MakeBound = (scenario: Scenario, log: FaultLog) => Checker;

/** Strokes of a train that may be too deep until the pen has noticed. */
export const DEEP_STROKES_MAX = 3;

/** Calls back at the first stroke after needles were behind the rim with the motor off. */
export function onTrain(world: World, begin: () => void): void {
  let over = true;
  world.watch(() => {
    const { plant } = world.pen();
    if (!plant.motorOn && isRetracted(plant)) over = true;
  });
  world.onStroke(() => {
    if (over) begin();
    over = false;
  });
}
