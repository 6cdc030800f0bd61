/**
 * How long the plant takes for one millisecond: running with sensors read every millisecond, and
 * still with sensors read every ten. Prints one line for each model and state.
 */
import { cartridgeFor, MODEL_NAMES, penModel, takeCartridge } from '../../sim/models/index.ts';
import {
  createPlant, drainStrokes, HANDS_OFF, plantStep, sense, UNPOWERED, type Drive, type Hand,
} from '../../sim/plant/index.ts';
import { createRandom } from '../../sim/random.ts';

const BOX = { lot: 'LOT-1', serial: 'CART-1', expiryDay: 3_000, usedStrokes: 0 };
const ON_SKIN: Hand = { ...HANDS_OFF, trigger: true, contact: true, forceMn: 800, areaTag: 8 };
const ROUNDS = 7;

interface Load {
  readonly drive: Drive;
  readonly hand: Hand;
  readonly stepMs: number;
  readonly steps: number;
}

/** The best of several rounds, in nanoseconds for each simulated millisecond. */
function nanosecondsPerMs(name: (typeof MODEL_NAMES)[number], load: Load): number {
  const model = penModel(name, 2_500);
  const cartridge = takeCartridge(cartridgeFor(model), BOX, model, createRandom(1, 1));
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round += 1) {
    const plant = createPlant({ model, cartridge, seed: round });
    const began = process.hrtime.bigint();
    for (let step = 0; step < load.steps; step += 1) {
      plantStep(plant, load.drive, load.hand, load.stepMs);
      if (sense(plant).batteryMv < 0) throw new Error('a battery gave less than nothing');
      if (step % 10 === 0) drainStrokes(plant);
    }
    const took = Number(process.hrtime.bigint() - began);
    best = Math.min(best, took / (load.steps * load.stepMs));
  }
  return best;
}

for (const name of MODEL_NAMES) {
  const { rateCentiHzMax } = penModel(name, 2_500);
  const drive: Drive = { motor: { rateCentiHz: rateCentiHzMax }, depthUm: 500 };
  const running = nanosecondsPerMs(name, { drive, hand: ON_SKIN, stepMs: 1, steps: 300_000 });
  const still = nanosecondsPerMs(name, {
    drive: UNPOWERED, hand: HANDS_OFF, stepMs: 10, steps: 300_000,
  });
  const figures = `running ${running.toFixed(1)} ns/ms, still ${still.toFixed(1)} ns/ms`;
  console.log(`plant ${name.padEnd(12)} ${figures}`);
}
