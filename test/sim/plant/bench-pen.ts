/**
 * A pen on the test bench: made in one line, driven by the millisecond, its strokes collected.
 *
 * Shared by the tests of the plant; a world of its own would say less about each test.
 */
import { createFaultLog, type FaultLog } from '../../../sim/faults/fault-log.ts';
import type { Fault } from '../../../sim/faults/fault.ts';
import {
  cartridgeFor, penModel, takeCartridge, type ModelName,
} from '../../../sim/models/index.ts';
import {
  createPlant, drainStrokes, HANDS_OFF, plantStep, type Cartridge, type Drive, type Hand,
  type Individual, type Plant, type Stroke,
} from '../../../sim/plant/index.ts';
import { createRandom } from '../../../sim/random.ts';

/** A day on which all bench pens are inside their certificates. */
export const TODAY = 2_500;

/** The box of the bench's cartridge. */
export const BOX = { lot: 'LOT-1', serial: 'CART-1', expiryDay: 3_000, usedStrokes: 0 };

/** A hand that presses the trigger and lays the head on skin. */
export const ON_SKIN: Hand = {
  ...HANDS_OFF, trigger: true, contact: true, forceMn: 500, glideMmS: 30, areaTag: 8,
};

/** Order to run. */
export const run = (rateCentiHz: number, depthUm: number): Drive => ({
  motor: { rateCentiHz },
  depthUm,
});

/** Order of every stop: brake and withdraw. */
export const STOP: Drive = { motor: 'brake', depthUm: 0 };

interface BenchOptions {
  readonly seed?: number;
  readonly faults?: readonly Fault[];
  readonly individual?: Individual;
  readonly seatUm?: number;
}

/** The cartridge of the bench for a model. */
export function benchCartridge(name: ModelName, seatUm?: number): Cartridge {
  const model = penModel(name, TODAY);
  const taken = takeCartridge(cartridgeFor(model), BOX, model, createRandom(1, 1));
  return seatUm === undefined ? taken : { ...taken, seatUm };
}

/** A pen of a model with its cartridge in. */
export function benchPen(
  name: ModelName,
  options: BenchOptions = {},
): { readonly plant: Plant; readonly faultLog: FaultLog } {
  const faultLog = createFaultLog(options.faults ?? []);
  const plant = createPlant({
    model: penModel(name, TODAY),
    cartridge: benchCartridge(name, options.seatUm),
    seed: options.seed ?? 1,
    faultLog,
    ...(options.individual === undefined ? {} : { individual: options.individual }),
  });
  return { plant, faultLog };
}

/** Drives a pen for so many milliseconds and gives the strokes that ended meanwhile. */
export function drive(plant: Plant, order: Drive, hand: Hand, forMs: number): readonly Stroke[] {
  for (let passedMs = 0; passedMs < forMs; passedMs += 1) plantStep(plant, order, hand, 1);
  return drainStrokes(plant);
}
