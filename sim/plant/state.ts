/**
 * All that a plant remembers, and how a new one is made: parked, withdrawn, at room temperature.
 *
 * It is changed in place. A step happens for every simulated millisecond, and a fresh record each
 * time would cost more than the physics; nobody outside this folder may write to it, and equal seed
 * and equal calls give an equal plant. Chance in the body and in the sensors is drawn from separate
 * generators, so asking the sensors more often does not change the run.
 */
import { assert } from '../../protocol/assert.ts';
import { waitFor, type Scheduled, type Waiting } from '../faults/due.ts';
import { createFaultLog, type FaultLog } from '../faults/fault-log.ts';
import { isPlantFault } from '../faults/fault-home.ts';
import type { PlantFault } from '../faults/fault.ts';
import { createRandom, splitRandom, type Random } from '../random.ts';
import { openMv } from './battery.ts';
import { extensionNm } from './extension.ts';
import { drawIndividual } from './individual.ts';
import type { Individual } from './mechanics.ts';
import { createPull, type Pull } from './pull.ts';
import { createRadio, type Radio } from './radio.ts';
import { createReading, type Reading } from './reading.ts';
import type { Cartridge, CartridgeSeen, Hand, PenModel, Stroke } from './types.ts';

/** A fault at work in the body, until `untilMs`. */
export interface ActiveFault<Kind extends PlantFault = PlantFault> extends Scheduled<Kind> {
  readonly beganMs: number;
  readonly untilMs: number;
}

/** The whole memory of a pen's body; read it through `sense`, `truthOf` and `drainStrokes`. */
export interface Plant {
  readonly model: PenModel;
  readonly individual: Individual;
  readonly bodyRandom: Random;
  readonly sensorRandom: Random;
  readonly faultLog: FaultLog;
  readonly waiting: Waiting<PlantFault>;
  activeFaults: ActiveFault[];
  faulty: boolean;

  tMs: number;
  hand: Hand;

  phase: number;
  rateCentiHz: number;
  /** Of the present turn: how far rate and peak stray from their mean. */
  rateTrimPpm: number;
  jitterNm: number;
  /** What the motor adds to the cam's rate in this millisecond, before friction and skin. */
  torque: number;
  motorOn: boolean;
  motorMa: number;
  readonly pull: Pull;

  stopNm: number;
  carrierNm: number;
  extensionNm: number;
  extensionBeforeNm: number;
  /** The extension must be summed anew although the stop has not moved. */
  shifted: boolean;

  /** The deepest point so far of an entry that is not over; 0 without one. */
  entryPeakNm: number;
  entryPeakMs: number;
  entryContact: boolean;
  entryAreaTag: number;
  encoderStrokes: number;
  edges: number;
  strokes: number;
  strokesInSkin: number;
  finished: Stroke[];
  measuredPeakUm: number;

  cartridge: Cartridge | undefined;
  cartridgeSeen: CartridgeSeen | undefined;
  cartridgeStrokes: number;
  seatNm: number;
  offsetNm: number;
  wornStrokes: number;

  /** Milliseconds, and milliampere-milliseconds, since battery and heat were last brought up. */
  slowMs: number;
  slowMaMs: number;
  chargeMaMs: number;
  openMv: number;
  supplyPermille: number;
  temperatureMicroDegC: number;

  /** The generator and the tissue at its pins; only in a pen that has one. */
  readonly radio: Radio | undefined;
  readonly reading: Reading;
  /** What the noisy sensors could say at the most, when somebody asked. */
  readonly most: Reading;
  /** The chance of the newest reading. */
  sensorBits: number;
}

/** What a plant is made of; the individual is drawn by the seed unless one is given. */
export interface PlantOptions {
  readonly model: PenModel;
  readonly cartridge: Cartridge | undefined;
  readonly seed: number;
  readonly individual?: Individual;
  readonly faultLog?: FaultLog;
  readonly chargePercent?: number;
  /** What the pen has done in its life before. */
  readonly wornStrokes?: number;
}

/** A pen that nobody holds and that lies on nothing. */
export const HANDS_OFF: Hand = {
  trigger: false,
  contact: false,
  forceMn: 0,
  tiltDeg: 0,
  glideMmS: 0,
  areaTag: 0,
  docked: false,
};

const BODY_STREAM = 1;
const ROOM_MICRO_DEG_C = 25_000_000;

/** Makes the body of one pen: cam parked, needles withdrawn, nothing in anybody's hand. */
export function createPlant(options: PlantOptions): Plant {
  const { model, seed } = options;
  const { mechanics } = model;
  const random = createRandom(seed, BODY_STREAM);
  const drawn = drawIndividual(mechanics, splitRandom(random));
  const individual = options.individual ?? drawn;
  const faultLog = options.faultLog ?? createFaultLog([]);
  const restNm = -mechanics.restUm * 1_000;
  const plant: Plant = {
    model,
    individual,
    bodyRandom: splitRandom(random),
    sensorRandom: splitRandom(random),
    faultLog,
    waiting: waitFor(faultLog, isPlantFault),
    activeFaults: [],
    faulty: false,
    tMs: 0,
    hand: HANDS_OFF,
    phase: 0,
    rateCentiHz: 0,
    rateTrimPpm: 0,
    jitterNm: 0,
    torque: 0,
    motorOn: false,
    motorMa: mechanics.idleMa,
    pull: createPull(),
    stopNm: restNm,
    carrierNm: restNm,
    extensionNm: restNm,
    extensionBeforeNm: restNm,
    shifted: true,
    entryPeakNm: 0,
    entryPeakMs: 0,
    entryContact: false,
    entryAreaTag: 0,
    encoderStrokes: 0,
    edges: 0,
    strokes: 0,
    strokesInSkin: 0,
    finished: [],
    measuredPeakUm: -1,
    cartridge: undefined,
    cartridgeSeen: undefined,
    cartridgeStrokes: 0,
    seatNm: 0,
    offsetNm: individual.offsetUm * 1_000,
    wornStrokes: options.wornStrokes ?? 0,
    slowMs: 0,
    slowMaMs: 0,
    chargeMaMs: mechanics.capacityMas * 10 * (options.chargePercent ?? 100),
    openMv: openMv(mechanics.nominalMv, (options.chargePercent ?? 100) / 100),
    supplyPermille: 1_000,
    temperatureMicroDegC: ROOM_MICRO_DEG_C,
    radio: model.radio && createRadio(model.radio, seed, faultLog),
    reading: createReading(),
    most: createReading(),
    sensorBits: 0,
  };
  insertCartridge(plant, options.cartridge);
  return plant;
}

/** Puts a cartridge into the head, or takes it out; as a person does, with the pen at rest. */
export function insertCartridge(plant: Plant, cartridge: Cartridge | undefined): void {
  assert(cartridge === undefined || fits(plant.model, cartridge), 'a cartridge fits its pen');
  plant.cartridge = cartridge;
  plant.cartridgeSeen = cartridge?.seen;
  plant.cartridgeStrokes = cartridge?.seen.usedStrokes ?? 0;
  plant.seatNm = (cartridge?.seatUm ?? 0) * 1_000;
  refreshExtension(plant);
}

/** Whether the head of this pen takes a cartridge at all. */
export function fits(model: PenModel, { seen, seatUm }: Cartridge): boolean {
  const counted = seen.kind === 'metrology' || model.needleCounts.includes(seen.needleCount);
  return counted && Math.abs(seatUm) <= model.mechanics.seatUmMax;
}

/** Sums the extension anew; needles cannot reach further than they are long. */
export function refreshExtension(plant: Plant): void {
  const restNm = -plant.model.mechanics.restUm * 1_000;
  plant.extensionNm =
    plant.cartridge === undefined
      ? restNm
      : Math.min(
          extensionNm(plant.model, plant.individual, plant),
          plant.cartridge.seen.needleLengthUm * 1_000,
        );
  plant.shifted = false;
}
